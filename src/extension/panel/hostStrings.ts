import type { Localized } from '../../core/l10n/localized';

/** What the extension says around the panel; the texts inside of it are in `strings.ts`. */
export const hostStrings = {
  title: { en: 'Skylift Architecture', 'pt-br': 'Arquitetura (Skylift)' },
  loading: { en: 'Skylift is reading the workspace…', 'pt-br': 'O Skylift está lendo o workspace…' },
  failed: { en: 'The log has the details.', 'pt-br': 'Os detalhes estão no log.' },
  cancelled: { en: 'The scan was cancelled.', 'pt-br': 'A leitura foi cancelada.' },
  copied: { en: 'Mermaid text copied', 'pt-br': 'Texto Mermaid copiado' },
  saved: { en: 'Saved as {file}', 'pt-br': 'Salvo como {file}' },
  saveTitle: { en: 'Save the diagram', 'pt-br': 'Salvar o diagrama' },
  svg: { en: 'SVG drawing', 'pt-br': 'Desenho SVG' },
} as const satisfies Record<string, Localized>;

/** The page of a webview. It is set once; everything after goes through messages. */

export interface PageOptions {
  readonly cspSource: string;
  readonly nonce: string;
  readonly scriptUri: string;
  readonly styleUri: string;
  /** BCP 47. */
  readonly lang: string;
  readonly title: string;
  /** Shown until the first snapshot arrives. */
  readonly loading: string;
}

/**
 * Nothing but our own script (by nonce, which its lazy chunks inherit), our own style sheet, and the inline styles that Mermaid puts
 * into a drawing. No network, no frames, no forms.
 */
export function contentSecurityPolicy({ cspSource, nonce }: Pick<PageOptions, 'cspSource' | 'nonce'>): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource} 'unsafe-inline'`,
    `img-src ${cspSource} data:`,
    `font-src ${cspSource}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

export function renderHtml(options: PageOptions): string {
  const { nonce, scriptUri, styleUri, lang, title, loading } = options;
  return `<!DOCTYPE html>
<html lang="${escapeHtml(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(contentSecurityPolicy(options))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="${escapeHtml(styleUri)}">
</head>
<body>
<main id="app"><h1 class="visually-hidden">${escapeHtml(title)}</h1><p class="loading" role="status">${escapeHtml(loading)}</p></main>
<script type="module" nonce="${escapeHtml(nonce)}" src="${escapeHtml(scriptUri)}"></script>
</body>
</html>
`;
}

/** 128 bits that no page can guess. */
export function createNonce(): string {
  return crypto.randomUUID().replaceAll('-', '');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

import type { Localized } from '../core/l10n/localized';

export const codeActionStrings = {
  infrastructure: { en: 'Generate {dialect} for {service}', 'pt-br': 'Gerar {dialect} para {service}' },
  learn: { en: 'Learn more about {rule}', 'pt-br': 'Saber mais sobre {rule}' },
  disable: { en: 'Disable {rule} for this line', 'pt-br': 'Desativar {rule} nesta linha' },
  turnOff: { en: 'Turn off {rule} in the settings', 'pt-br': 'Desligar {rule} nas configurações' },
  reason: { en: 'reason', 'pt-br': 'motivo' },
  fixAll: { en: 'Apply all safe Skylift fixes', 'pt-br': 'Aplicar todas as correções seguras do Skylift' },
} as const satisfies Record<string, Localized>;

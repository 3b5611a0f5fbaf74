import type { Localized } from '../../core/l10n/localized';
import type { PriceOrigin, Stage } from '../../core/model';

/** What kind of line an evidence is, in a word or two. */
export const stageLabels = {
  production: { en: 'production', 'pt-br': 'produção' },
  staging: { en: 'staging', 'pt-br': 'homologação' },
  local: { en: 'local', 'pt-br': 'local' },
  example: { en: 'example', 'pt-br': 'exemplo' },
  default: { en: 'default in code', 'pt-br': 'padrão no código' },
  test: { en: 'test', 'pt-br': 'teste' },
} as const satisfies Record<Stage, Localized>;

/** Where the prices on screen come from. */
export const priceLabels = {
  snapshot: { en: 'Bundled, {date}', 'pt-br': 'Incluídos, {date}' },
  cache: { en: 'AWS, fetched {date}', 'pt-br': 'AWS, obtidos em {date}' },
  live: { en: 'AWS, {date}', 'pt-br': 'AWS, {date}' },
} as const satisfies Record<PriceOrigin['source'], Localized>;

/** Pictures of the frameworks and languages that the shipped set has. */
export const frameworkIcons: Readonly<Record<string, string>> = {
  laravel: 'laravel',
  lumen: 'laravel',
  symfony: 'symfony',
  php: 'php',
  django: 'django-icon',
  fastapi: 'fastapi-icon',
  flask: 'python',
  python: 'python',
  rails: 'rails',
  node: 'nodejs-icon',
  express: 'nodejs-icon',
  nestjs: 'nodejs-icon',
  fastify: 'nodejs-icon',
  spring: 'spring-icon',
  'spring-boot': 'spring-icon',
  java: 'java',
  go: 'go',
  gin: 'go',
  dotnet: 'dotnet',
  aspnet: 'dotnet',
};

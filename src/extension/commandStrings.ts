import type { Localized } from '../core/l10n/localized';

export const commandStrings = {
  explainTitle: { en: 'What should be explained?', 'pt-br': 'O que você quer entender?' },
  unknownTopic: { en: 'Nothing is known by the name “{id}”.', 'pt-br': 'Não há nada com o nome “{id}”.' },
  needs: { en: 'Needs', 'pt-br': 'Necessidades' },
  services: { en: 'AWS services', 'pt-br': 'Serviços da AWS' },
  concepts: { en: 'Concepts', 'pt-br': 'Conceitos' },
  rules: { en: 'Rules', 'pt-br': 'Regras' },
  infrastructureTitle: {
    en: 'Generate infrastructure code for',
    'pt-br': 'Gerar código de infraestrutura para',
  },
  nothingToGenerate: {
    en: 'The phase “{phase}” places no AWS service that Skylift can generate code for.',
    'pt-br': 'A fase “{phase}” não usa nenhum serviço da AWS para o qual o Skylift gere código.',
  },
  noApplication: {
    en: 'Skylift found no application in this workspace.',
    'pt-br': 'O Skylift não encontrou nenhuma aplicação neste workspace.',
  },
  noSnippet: {
    en: 'Skylift cannot generate code for {service} yet.',
    'pt-br': 'O Skylift ainda não gera código para {service}.',
  },
} as const satisfies Record<string, Localized>;

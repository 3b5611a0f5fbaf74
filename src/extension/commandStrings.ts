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
  wholePhase: { en: 'The whole phase, into a folder…', 'pt-br': 'A fase inteira, em uma pasta…' },
  wholePhaseDetail: {
    en: '{count} services of the phase “{phase}”, wired together. Nothing is overwritten.',
    'pt-br': '{count} serviços da fase “{phase}”, ligados entre si. Nada é sobrescrito.',
  },
  chooseFolder: { en: 'Write Here', 'pt-br': 'Gravar aqui' },
  chooseFolderTitle: { en: 'Folder for the infrastructure code', 'pt-br': 'Pasta para o código de infraestrutura' },
  exists: {
    en: '{file} exists already. Choose an empty folder: nothing is overwritten.',
    'pt-br': '{file} já existe. Escolha uma pasta vazia: nada é sobrescrito.',
  },
  writtenTitle: { en: 'Infrastructure code of the phase {phase}', 'pt-br': 'Código de infraestrutura da fase {phase}' },
  writtenFiles: { en: 'Files', 'pt-br': 'Arquivos' },
  writtenNotes: { en: 'What remains to be done', 'pt-br': 'O que falta fazer' },
  writtenMissing: { en: 'Without a template', 'pt-br': 'Sem modelo' },
  pageGone: {
    en: 'This page is made on request. Run its command again.',
    'pt-br': 'Esta página é feita sob demanda. Execute o comando dela de novo.',
  },
  teamFileNotEditable: {
    en: '{file} holds something else than settings. Mend it first: an edit would lose what stands there.',
    'pt-br': '{file} contém algo que não são configurações. Corrija-o antes: uma edição perderia o que está lá.',
  },
  teamFileNotWritten: { en: '{file} could not be changed.', 'pt-br': 'Não foi possível alterar {file}.' },
  teamFileWritten: { en: 'wrote {file}', 'pt-br': 'gravou {file}' },
  noSnippet: {
    en: 'Skylift cannot generate code for {service} yet.',
    'pt-br': 'O Skylift ainda não gera código para {service}.',
  },
} as const satisfies Record<string, Localized>;

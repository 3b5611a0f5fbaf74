import { checked, defineService } from '../define';

export const auroraServerless = defineService({
  id: 'aurora-serverless',
  category: 'database',
  serves: ['relational-database'],
  phase: 'serverless',
  problem: {
    en: 'A relational database whose capacity follows the load second by second, and that can pause when nobody is there.',
    'pt-br': 'Um banco relacional cuja capacidade acompanha a carga segundo a segundo, e que pode pausar quando não há ninguém.',
  },
  cost: {
    en: 'ACU hours (one unit is about 2 GiB of memory with its CPU), GB stored, I/O requests. Paused, only storage is billed.',
    'pt-br': 'Horas de ACU (uma unidade equivale a cerca de 2 GiB de memória com a CPU correspondente), GB armazenados, requisições de I/O. Pausado, só o armazenamento é cobrado.',
  },
  worthIt: {
    en: 'Costs more per hour than a fixed instance that is always busy. Worth it when the daily average stays below about half of the peak, and for test databases that sleep at night.',
    'pt-br': 'Custa mais por hora do que uma instância fixa sempre ocupada. Vale a pena quando a média do dia fica abaixo de cerca de metade do pico, e para bancos de teste que dormem à noite.',
  },
  notWhen: {
    en: 'For steady load, and for a site whose first visitor in the morning must not wait for the wake-up.',
    'pt-br': 'Para carga constante, e para um site cujo primeiro visitante da manhã não pode esperar o banco acordar.',
  },
  alternatives: [
    { id: 'rds', when: { en: 'The load is steady and small.', 'pt-br': 'A carga é constante e pequena.' } },
    { id: 'aurora', when: { en: 'The load is steady and large.', 'pt-br': 'A carga é constante e grande.' } },
    { id: 'dynamodb', when: {
      en: 'Access is by key and should cost nothing at rest.',
      'pt-br': 'O acesso é por chave e não deve custar nada em repouso.',
    } },
  ],
  limits: [
    {
      text: {
        en: 'From 0 (only in versions that can pause) or 0.5 up to 256 ACU, in half steps.',
        'pt-br': 'De 0 (só nas versões que conseguem pausar) ou 0,5 até 256 ACUs, em passos de meia unidade.',
      },
      source: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ServerlessV2ScalingConfiguration.html',
      checked: checked.apiReference,
    },
    {
      text: {
        en: 'Waking takes about 15 seconds, about 30 after more than a day asleep: time-outs of the application must allow it.',
        'pt-br': 'Acordar leva cerca de 15 segundos, ou cerca de 30 depois de mais de um dia dormindo: os tempos de espera da aplicação precisam permitir isso.',
      },
      source: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2-auto-pause.html',
      checked: checked.guides,
    },
    {
      text: {
        en: 'It does not pause behind RDS Proxy, with logical replication, or while any connection is open: a worker that polls keeps it awake.',
        'pt-br': 'Ele não pausa atrás do RDS Proxy, com replicação lógica nem enquanto houver conexão aberta: um worker que consulta o tempo todo o mantém acordado.',
      },
      source: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2-auto-pause.html',
      checked: checked.guides,
    },
  ],
  highAvailability: {
    en: 'As Aurora: add a reader in another zone, which scales with the writer when its priority is 0 or 1.',
    'pt-br': 'Como no Aurora: acrescente um leitor em outra zona, que escala junto com o escritor quando a prioridade dele é 0 ou 1.',
  },
  scaling: {
    en: 'Automatic between the minimum and maximum that you set, without dropping connections.',
    'pt-br': 'Automática entre o mínimo e o máximo definidos por você, sem derrubar conexões.',
  },
  lifecycle: { status: 'available' },
  outdated: [
    {
      text: {
        en: 'Aurora Serverless v1 is gone; newer pages call the present one simply Aurora serverless, while APIs and Terraform keep the v2 in their names.',
        'pt-br': 'O Aurora Serverless v1 não existe mais; páginas novas chamam o atual apenas de Aurora serverless, enquanto APIs e Terraform mantêm o v2 nos nomes.',
      },
      source: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.html',
      checked: checked.guides,
    },
  ],
  documentation: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.html',
  pricingPage: 'https://aws.amazon.com/rds/aurora/pricing/',
});

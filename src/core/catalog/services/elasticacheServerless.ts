import { checked, defineService } from '../define';

export const elasticacheServerless = defineService({
  id: 'elasticache-serverless',
  category: 'cache',
  serves: ['cache', 'sessions'],
  phase: 'serverless',
  problem: {
    en: 'A shared memory without picking node types, that grows with the load and starts in a minute.',
    'pt-br': 'Uma memória compartilhada sem escolher tipos de nó, que cresce com a carga e fica pronta em um minuto.',
  },
  cost: {
    en: 'GB-hours stored, with a small minimum, and processing units of the commands.',
    'pt-br': 'GB-hora armazenados, com um mínimo pequeno, e unidades de processamento dos comandos.',
  },
  worthIt: {
    en: 'For small or spiky caches it costs less than a pair of nodes; a busy, large cache costs more. Worth it for a serverless phase that still needs Valkey structures.',
    'pt-br': 'Para caches pequenos ou irregulares custa menos que um par de nós; um cache grande e movimentado custa mais. Vale a pena em uma fase serverless que ainda precisa das estruturas do Valkey.',
  },
  notWhen: {
    en: 'For steady, large data sets, and for libraries that do not speak cluster mode.',
    'pt-br': 'Para conjuntos de dados grandes e constantes, e para bibliotecas que não falam o modo cluster.',
  },
  alternatives: [
    { id: 'elasticache', when: {
      en: 'Load is steady, or the library needs cluster mode off (many job queues do).',
      'pt-br': 'A carga é constante, ou a biblioteca exige o modo cluster desligado (muitas filas de jobs exigem).',
    } },
    { id: 'dynamodb', when: { en: 'No VPC should be needed.', 'pt-br': 'Não se quer precisar de VPC.' } },
  ],
  limits: [
    {
      text: {
        en: 'At least 100 MB are billed for Valkey, and it lives in a VPC.',
        'pt-br': 'Pelo menos 100 MB são cobrados no Valkey, e ele vive em uma VPC.',
      },
      source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/WhatIs.html',
      checked: checked.guides,
    },
    {
      text: {
        en: 'It always runs in cluster mode with TLS: commands over several keys need them in one hash slot. Sidekiq, BullMQ or Horizon need prefixes in braces or a node-based cache.',
        'pt-br': 'Ele sempre roda em modo cluster com TLS: comandos sobre várias chaves precisam delas no mesmo hash slot. Sidekiq, BullMQ ou Horizon precisam de prefixos entre chaves ou de um cache baseado em nós.',
      },
      source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/SupportedCommands.html',
      checked: checked.guides,
    },
  ],
  highAvailability: { en: 'Several zones, built in.', 'pt-br': 'Várias zonas, já pronta.' },
  scaling: {
    en: 'Automatic; set a maximum for memory and for processing to cap the bill.',
    'pt-br': 'Automática; defina um máximo de memória e de processamento para limitar a conta.',
  },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/WhatIs.html',
  pricingPage: 'https://aws.amazon.com/elasticache/pricing/',
});

import { checked, defineService } from '../define';

export const dynamodb = defineService({
  id: 'dynamodb',
  category: 'database',
  serves: ['document-database', 'cache', 'sessions'],
  phase: 'serverless',
  problem: {
    en: 'Data that is read and written by key (sessions, carts, connections, counters, event logs) at any rate, without servers and without connections.',
    'pt-br': 'Dados lidos e escritos por chave (sessões, carrinhos, conexões, contadores, registros de eventos) em qualquer taxa, sem servidores e sem conexões.',
  },
  cost: {
    en: 'On demand: read and write request units and GB stored. Indexes, streams, backups and copies in other Regions count again. Provisioned capacity is cheaper for steady load.',
    'pt-br': 'Sob demanda: unidades de leitura e escrita e GB armazenados. Índices, streams, backups e cópias em outras Regiões contam de novo. Capacidade provisionada sai mais barata para carga constante.',
  },
  worthIt: {
    en: 'Costs almost nothing at rest, needs no VPC and no NAT. Worth it for sessions and cache of a serverless application, and for one table that has outgrown the relational database. Against PostgreSQL you lose joins, ad-hoc queries and an easy change of mind.',
    'pt-br': 'Custa quase nada em repouso, não precisa de VPC nem de NAT. Vale a pena para sessões e cache de uma aplicação serverless, e para aquela tabela que não cabe mais no banco relacional. Contra o PostgreSQL você perde joins, consultas livres e a facilidade de mudar de ideia.',
  },
  notWhen: {
    en: 'For data with relations and reports, or while the questions that you will ask are not known. Rewriting an Eloquent, Active Record or Django application onto it is a new data model, not a migration.',
    'pt-br': 'Para dados com relações e relatórios, ou enquanto não se sabe quais perguntas serão feitas. Reescrever sobre ele uma aplicação Eloquent, Active Record ou Django é um novo modelo de dados, não uma migração.',
  },
  alternatives: [
    { id: 'rds', when: {
      en: 'Relations, transactions over many tables, reports.',
      'pt-br': 'Relações, transações sobre muitas tabelas, relatórios.',
    } },
    { id: 'documentdb', when: { en: 'The code base speaks MongoDB.', 'pt-br': 'O código fala MongoDB.' } },
    { id: 'elasticache', when: {
      en: 'Sub-millisecond answers or Redis structures are needed.',
      'pt-br': 'São necessárias respostas abaixo de um milissegundo ou as estruturas do Redis.',
    } },
  ],
  limits: [
    {
      text: {
        en: 'An item has 400 KB at most, names of attributes included: files and long texts go to S3.',
        'pt-br': 'Um item tem no máximo 400 KB, contando os nomes dos atributos: arquivos e textos longos vão para o S3.',
      },
      source: 'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html',
      checked: checked.apiReference,
    },
    {
      text: {
        en: 'A query reads at most 1 MB before filters apply; what a filter throws away is still paid.',
        'pt-br': 'Uma consulta lê no máximo 1 MB antes de aplicar filtros; o que o filtro descarta também é pago.',
      },
      source: 'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html',
      checked: checked.apiReference,
    },
    {
      text: { en: 'A transaction covers at most 4 MB in all.', 'pt-br': 'Uma transação cobre no máximo 4 MB no total.' },
      source: 'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html',
      checked: checked.apiReference,
    },
    {
      text: {
        en: 'One partition key carries up to 1,000 write units and 3,000 read units per second: a key such as the date becomes a hot spot.',
        'pt-br': 'Uma chave de partição suporta até 1.000 unidades de escrita e 3.000 de leitura por segundo: uma chave como a data vira ponto quente.',
      },
      source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html',
      checked: checked.mirror,
    },
  ],
  highAvailability: {
    en: 'Three zones, built in; turn on point-in-time recovery. Global tables add Regions.',
    'pt-br': 'Três zonas, já pronta; ative a recuperação point-in-time. Tabelas globais acrescentam Regiões.',
  },
  scaling: {
    en: 'On-demand capacity doubles within minutes over the former peak; set a maximum to cap the bill.',
    'pt-br': 'A capacidade sob demanda dobra em minutos acima do pico anterior; defina um máximo para limitar a conta.',
  },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Introduction.html',
  pricingPage: 'https://aws.amazon.com/dynamodb/pricing/',
});

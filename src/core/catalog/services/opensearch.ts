import { checked, defineService } from '../define';

export const opensearch = defineService({
  id: 'opensearch',
  category: 'database',
  serves: ['search', 'monitoring'],
  phase: 'cloud-native',
  problem: {
    en: 'Search by words with typos, filters and ranking over many documents, or over logs, faster than LIKE in the database.',
    'pt-br': 'Buscar por palavras com erros de digitação, filtros e relevância em muitos documentos, ou em logs, mais rápido do que LIKE no banco.',
  },
  cost: {
    en: 'Instance hours of data and master nodes and GB of disk; or, serverless, compute units per hour, which sleep at zero in the NextGen form and keep a floor in the classic one; Extended Support for old versions.',
    'pt-br': 'Horas de instância dos nós de dados e mestres e GB de disco; ou, na forma serverless, unidades de computação por hora, que dormem em zero na forma NextGen e mantêm um piso na clássica; Extended Support para versões antigas.',
  },
  worthIt: {
    en: 'A highly available domain is the dearest part of many small architectures. The full-text search of PostgreSQL or MySQL is free and enough to some hundred thousand rows; Meilisearch or Typesense in one container answers faster for a catalogue. Worth it for millions of documents, facets, or logs.',
    'pt-br': 'Um domínio com alta disponibilidade é a parte mais cara de muitas arquiteturas pequenas. A busca textual do PostgreSQL ou do MySQL é de graça e basta até algumas centenas de milhares de linhas; Meilisearch ou Typesense em um contêiner responde mais rápido para um catálogo. Vale a pena para milhões de documentos, facetas ou logs.',
  },
  notWhen: {
    en: 'As the only store of data, or while a database index would do.',
    'pt-br': 'Como único armazenamento dos dados, ou enquanto um índice no banco resolver.',
  },
  alternatives: [
    { id: 'rds', when: { en: 'Full-text search inside the database is enough.', 'pt-br': 'A busca textual dentro do banco é suficiente.' } },
    { id: 'fargate', when: {
      en: 'Meilisearch or Typesense stays, in a container with a persistent directory.',
      'pt-br': 'O Meilisearch ou o Typesense continua, em um contêiner com diretório persistente.',
    } },
  ],
  limits: [
    {
      text: {
        en: 'Versions 2.3 to 2.9 left standard support on 2025-11-07; 1.3 and 2.11 to 2.19 leave it on 2027-11-07.',
        'pt-br': 'As versões 2.3 a 2.9 saíram do suporte padrão em 07/11/2025; a 1.3 e as 2.11 a 2.19 saem em 07/11/2027.',
      },
      source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/what-is.html',
      checked: checked.calendars,
    },
    {
      text: {
        en: 'Serverless NextGen collections stop after ten minutes without requests and take 10 to 30 seconds to wake; classic ones keep at least one compute unit for indexing and one for search (half of that without redundancy), even when idle.',
        'pt-br': 'Coleções serverless NextGen param após dez minutos sem requisições e levam de 10 a 30 segundos para acordar; as clássicas mantêm pelo menos uma unidade de computação para indexação e uma para busca (metade disso sem redundância), mesmo ociosas.',
      },
      source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-scale-to-zero.html',
      checked: checked.review,
    },
    {
      text: {
        en: 'It is not Elasticsearch: official Elasticsearch clients from 7.14 on refuse to talk to it; use the OpenSearch clients.',
        'pt-br': 'Não é o Elasticsearch: clientes oficiais do Elasticsearch a partir da 7.14 recusam a conexão; use os clientes OpenSearch.',
      },
      source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/samplecode.html',
      checked: checked.review,
    },
  ],
  highAvailability: {
    en: 'Three data nodes in three zones with a replica, and three small dedicated masters; one node loses search with its zone.',
    'pt-br': 'Três nós de dados em três zonas com uma réplica e três mestres dedicados pequenos; um nó só perde a busca junto com a zona.',
  },
  scaling: {
    en: 'By node size and number; indices have to be planned in shards.',
    'pt-br': 'Por tamanho e número de nós; os índices precisam ser planejados em shards.',
  },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/what-is.html',
  pricingPage: 'https://aws.amazon.com/opensearch-service/pricing/',
});

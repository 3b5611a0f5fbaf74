import { checked, defineService } from '../define';

export const memorydb = defineService({
  id: 'memorydb',
  category: 'cache',
  serves: ['cache', 'sessions', 'queue'],
  phase: 'cloud-native',
  problem: {
    en: 'Redis-like structures should be the database itself, not a copy that may be lost.',
    'pt-br': 'Estruturas no estilo Redis devem ser o próprio banco, não uma cópia que pode se perder.',
  },
  cost: { en: 'Node hours, GB written, snapshots.', 'pt-br': 'Horas de nó, GB gravados, snapshots.' },
  worthIt: {
    en: 'Dearer than ElastiCache. Worth it when data in memory is the only copy and must not lose a write, or must be written in several Regions. For one Region, AWS\'s own guide now points to ElastiCache with durability.',
    'pt-br': 'Mais caro que o ElastiCache. Vale a pena quando os dados em memória são a única cópia e não podem perder uma escrita, ou precisam ser gravados em várias Regiões. Para uma Região, o próprio guia da AWS hoje aponta para o ElastiCache com durabilidade.',
  },
  notWhen: {
    en: 'For a cache, or for sessions that may be lost: ElastiCache is cheaper.',
    'pt-br': 'Para cache, ou para sessões que podem se perder: o ElastiCache é mais barato.',
  },
  alternatives: [
    { id: 'elasticache', when: {
      en: 'The data can be rebuilt, or durable writes of Valkey 9.0 are enough.',
      'pt-br': 'Os dados podem ser refeitos, ou as escritas duráveis do Valkey 9.0 bastam.',
    } },
    { id: 'dynamodb', when: { en: 'Milliseconds are fast enough.', 'pt-br': 'Milissegundos são rápidos o bastante.' } },
  ],
  limits: [
    {
      text: {
        en: 'Cluster mode only, in a VPC, with provisioned nodes: it never scales to zero.',
        'pt-br': 'Só modo cluster, em uma VPC, com nós provisionados: nunca chega a zero.',
      },
      source: 'https://docs.aws.amazon.com/memorydb/latest/devguide/what-is-memorydb.html',
      checked: checked.guides,
    },
  ],
  highAvailability: {
    en: 'A transaction log over several zones; add a replica per shard for fast failover.',
    'pt-br': 'Um log de transações em várias zonas; acrescente uma réplica por shard para failover rápido.',
  },
  scaling: { en: 'By shards and node size.', 'pt-br': 'Por shards e tamanho do nó.' },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/memorydb/latest/devguide/what-is-memorydb.html',
  pricingPage: 'https://aws.amazon.com/memorydb/pricing/',
});

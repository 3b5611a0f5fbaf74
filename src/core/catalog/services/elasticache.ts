import { checked, defineService } from '../define';

export const elasticache = defineService({
  id: 'elasticache',
  category: 'cache',
  serves: ['cache', 'sessions', 'queue', 'realtime'],
  phase: 'cloud-native',
  problem: {
    en: 'Several servers need one fast memory: cached answers, sessions, job queues, pub/sub for WebSockets. ElastiCache runs Valkey, Redis OSS or Memcached.',
    'pt-br': 'Vários servidores precisam de uma memória rápida comum: respostas em cache, sessões, filas de jobs, pub/sub para WebSockets. O ElastiCache roda Valkey, Redis OSS ou Memcached.',
  },
  cost: {
    en: 'Node hours by type and number (Valkey nodes cost less than Redis OSS ones); backups; traffic between zones; Extended Support for old Redis versions.',
    'pt-br': 'Horas de nó por tipo e quantidade (nós Valkey custam menos que os de Redis OSS); backups; tráfego entre zonas; Extended Support para versões antigas do Redis.',
  },
  worthIt: {
    en: 'Against Redis on the application server: free, and lost or out of reach as soon as there are two. Worth it with the second server, or when losing the queue with the machine is not acceptable. Valkey is the default here: same protocol, same clients.',
    'pt-br': 'Contra o Redis no servidor da aplicação: é de graça, e se perde ou fica inalcançável assim que há dois. Vale a pena com o segundo servidor, ou quando perder a fila junto com a máquina não é aceitável. O Valkey é o padrão aqui: mesmo protocolo, mesmos clientes.',
  },
  notWhen: {
    en: 'With one server and little load: the database or a local Redis will do. For Lambda without a VPC, DynamoDB avoids the NAT gateway.',
    'pt-br': 'Com um servidor e pouca carga: o banco ou um Redis local bastam. Para Lambda sem VPC, o DynamoDB evita o NAT gateway.',
  },
  alternatives: [
    { id: 'elasticache-serverless', when: {
      en: 'Load is spiky or unknown, and nobody wants to pick node types.',
      'pt-br': 'A carga é irregular ou desconhecida, e ninguém quer escolher tipos de nó.',
    } },
    { id: 'memorydb', when: { en: 'Data must survive in memory as the only copy.', 'pt-br': 'Os dados precisam sobreviver na memória como cópia única.' } },
    { id: 'dynamodb', when: {
      en: 'Sessions and small cache entries of a serverless application.',
      'pt-br': 'Sessões e pequenos itens de cache de uma aplicação serverless.',
    } },
  ],
  limits: [
    {
      text: {
        en: 'Redis OSS 4 and 5 left standard support on 2026-01-31, 6 leaves it on 2027-01-31; 7.1 is the last Redis version, newer ones are Valkey.',
        'pt-br': 'O Redis OSS 4 e o 5 saíram do suporte padrão em 31/01/2026, e o 6 sai em 31/01/2027; o 7.1 é a última versão de Redis, as mais novas são Valkey.',
      },
      source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/engine-versions.html',
      checked: checked.calendars,
    },
    {
      text: {
        en: 'With encryption in transit required, clients must use TLS (rediss:// or tls://), and the token where one is set: the usual reason for a hanging first deploy.',
        'pt-br': 'Com a criptografia em trânsito obrigatória, os clientes precisam usar TLS (rediss:// ou tls://), e o token onde houver um: o motivo comum do primeiro deploy que trava.',
      },
      source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html',
      checked: checked.mirror,
    },
    {
      text: {
        en: 'A queue needs maxmemory-policy noeviction; the default, volatile-lru, discards keys that have an expiry, as a cache wants: do not put both on one node group.',
        'pt-br': 'Uma fila precisa de maxmemory-policy noeviction; o padrão, volatile-lru, descarta chaves que têm validade, como um cache quer: não coloque os dois no mesmo grupo de nós.',
      },
      source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/ParameterGroups.Engine.html',
      checked: checked.mirror,
    },
  ],
  highAvailability: {
    en: 'A replication group with one replica in another zone and automatic failover; a single node has none. Valkey 9.0 can also write durably to several zones.',
    'pt-br': 'Um grupo de replicação com uma réplica em outra zona e failover automático; um nó só não tem nada disso. O Valkey 9.0 também pode gravar de forma durável em várias zonas.',
  },
  scaling: {
    en: 'Larger nodes, more replicas for reads, or shards in cluster mode, which the client library must support.',
    'pt-br': 'Nós maiores, mais réplicas para leitura ou shards em modo cluster, que a biblioteca cliente precisa suportar.',
  },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/WhatIs.html',
  pricingPage: 'https://aws.amazon.com/elasticache/pricing/',
});

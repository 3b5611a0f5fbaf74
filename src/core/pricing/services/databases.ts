import { message, verbatim, type Localized } from '../../l10n/localized';
import type { MeteredQuantity, PricedService, UsageDefinition } from '../types';
import { amount, byTheHour, choice, flag, hoursUsage, line, pricedServiceOf, typeName, type UsageReader } from './service';

const instancesUsage = amount('instances', '', { en: 'number of instances', 'pt-br': 'quantidade de instâncias' }, 1);
const storagePerInstance = amount('storage-gb', 'GB', { en: 'gp3 storage of each instance', 'pt-br': 'armazenamento gp3 de cada instância' });
const clusterStorage = amount('storage-gb', 'GB', { en: 'data stored by the cluster', 'pt-br': 'dados armazenados pelo cluster' });
const ioRequests = amount('io-requests', '', { en: 'reads and writes to the storage', 'pt-br': 'leituras e gravações no armazenamento' });
const backupUsage: UsageDefinition = amount('backup-gb', 'GB', {
  en: 'backups beyond what comes free with the storage',
  'pt-br': 'backups além do que vem de graça com o armazenamento',
});

const storageText: Localized = { en: 'Storage', 'pt-br': 'Armazenamento' };
const ioText: Localized = { en: 'I/O requests', 'pt-br': 'Requisições de E/S' };
const backupText: Localized = { en: 'Backup storage', 'pt-br': 'Armazenamento de backup' };

/** IOPS that come with RDS gp3: 3,000, or 12,000 from 400 GB on, where RDS stripes four volumes. */
function includedRdsIops(storageGb: number): number {
  return storageGb >= 400 ? 12_000 : 3000;
}

const auroraEngine = choice('engine', ['postgresql', 'mysql'], 'postgresql', { en: 'database engine', 'pt-br': 'motor do banco de dados' });
const ioOptimized = flag('io-optimized', {
  en: 'I/O-Optimized storage: dearer by the hour and GB, no charge for I/O',
  'pt-br': 'armazenamento I/O-Optimized: mais caro por hora e GB, sem cobrança de E/S',
});

/** Storage, I/O and backups of an Aurora cluster. I/O-Optimized storage takes no charge for I/O. */
function auroraStorage(usage: UsageReader): readonly MeteredQuantity[] {
  const engine = usage.text('engine');
  const optimized = usage.flag('io-optimized');
  return [
    line({
      meter: 'aurora.storage',
      parameters: { engine, storage: optimized ? 'io-optimized' : 'standard' },
      what: storageText,
      quantity: usage.number('storage-gb'),
      from: ['storage-gb'],
    }),
    ...(optimized ? [] : [line({ meter: 'aurora.io', parameters: { engine }, what: ioText, quantity: usage.number('io-requests'), from: ['io-requests'] })]),
    line({ meter: 'aurora.backup', parameters: { engine }, what: backupText, quantity: usage.number('backup-gb'), from: ['backup-gb'] }),
  ];
}

const cacheEngine = choice('engine', ['valkey', 'redis', 'memcached'], 'valkey', { en: 'cache engine', 'pt-br': 'motor do cache' });
const nodesUsage = amount('nodes', '', { en: 'number of nodes, replicas included', 'pt-br': 'quantidade de nós, réplicas incluídas' }, 1);

const relational: readonly PricedService[] = [
  pricedServiceOf('rds', {
    usages: [
      choice('engine', ['postgresql', 'mysql', 'mariadb'], 'postgresql', { en: 'database engine', 'pt-br': 'motor do banco de dados' }),
      typeName('instance-type', 'db.t4g.micro', { en: 'instance class', 'pt-br': 'classe da instância' }),
      flag('multi-az', { en: 'a standby in a second zone', 'pt-br': 'uma réplica em espera em outra zona' }),
      instancesUsage,
      storagePerInstance,
      hoursUsage,
      amount('iops', 'IOPS', { en: 'total IOPS; 3,000 come with gp3, 12,000 from 400 GB on', 'pt-br': 'total de IOPS; 3.000 vêm com o gp3, 12.000 a partir de 400 GB' }),
      backupUsage,
    ],
    meters: (usage) => {
      const engine = usage.text('engine');
      const instanceType = usage.text('instance-type');
      const deployment = usage.flag('multi-az') ? 'multi-az' : 'single-az';
      const zones = usage.flag('multi-az') ? 'Multi-AZ' : 'Single-AZ';
      const instances = usage.number('instances');
      const storage = usage.number('storage-gb');
      return [
        line({
          meter: 'rds.instance',
          parameters: { engine, instanceType, deployment },
          what: verbatim(`${instanceType} ${zones}`),
          quantity: instances * usage.number('hours'),
          from: ['instance-type', 'instances', 'hours', 'engine', 'multi-az'],
          assumption: byTheHour(instances, usage.number('hours')),
        }),
        line({
          meter: 'rds.storage',
          parameters: { engine, volume: 'gp3', deployment },
          what: { en: `gp3 storage ${zones}`, 'pt-br': `Armazenamento gp3 ${zones}` },
          quantity: instances * storage,
          from: ['storage-gb'],
          assumption: message({ en: '{instances} × {storage} GB', 'pt-br': '{instances} × {storage} GB' }, { instances, storage }),
        }),
        line({
          meter: 'rds.iops',
          parameters: { engine, deployment },
          what: { en: 'IOPS above what comes with gp3', 'pt-br': 'IOPS além das incluídas no gp3' },
          quantity: instances * Math.max(0, usage.number('iops') - includedRdsIops(storage)),
          from: ['iops'],
        }),
        line({ meter: 'rds.backup', parameters: { engine }, what: backupText, quantity: usage.number('backup-gb'), from: ['backup-gb'] }),
      ];
    },
  }),
  pricedServiceOf('rds-proxy', {
    usages: [amount('vcpus', 'vCPU', { en: 'vCPUs of the database behind the proxy', 'pt-br': 'vCPUs do banco atrás do proxy' }, 2), hoursUsage],
    meters: (usage) => [
      line({
        meter: 'rds-proxy.vcpu',
        what: { en: 'Proxy vCPU hours', 'pt-br': 'Horas de vCPU do proxy' },
        quantity: usage.number('vcpus') * usage.number('hours'),
        from: ['vcpus', 'hours'],
        assumption: byTheHour(usage.number('vcpus'), usage.number('hours')),
      }),
    ],
  }),
  pricedServiceOf('aurora', {
    usages: [
      auroraEngine,
      typeName('instance-type', 'db.t4g.medium', { en: 'instance class', 'pt-br': 'classe da instância' }),
      instancesUsage,
      hoursUsage,
      clusterStorage,
      ioRequests,
      ioOptimized,
      backupUsage,
    ],
    meters: (usage) => {
      const instanceType = usage.text('instance-type');
      return [
        line({
          meter: 'aurora.instance',
          parameters: { engine: usage.text('engine'), instanceType, storage: usage.flag('io-optimized') ? 'io-optimized' : 'standard' },
          what: verbatim(instanceType),
          quantity: usage.number('instances') * usage.number('hours'),
          from: ['instance-type', 'instances', 'hours', 'engine'],
          assumption: byTheHour(usage.number('instances'), usage.number('hours')),
        }),
        ...auroraStorage(usage),
      ];
    },
  }),
  pricedServiceOf('aurora-serverless', {
    usages: [
      amount('acu-hours', 'ACU-h', { en: 'capacity units times hours (0.5 ACU all month = 365)', 'pt-br': 'unidades de capacidade × horas (0,5 ACU o mês todo = 365)' }),
      clusterStorage,
      ioRequests,
      auroraEngine,
      ioOptimized,
      backupUsage,
    ],
    meters: (usage) => [
      line({
        meter: 'aurora-serverless.acu',
        parameters: { engine: usage.text('engine'), storage: usage.flag('io-optimized') ? 'io-optimized' : 'standard' },
        what: { en: 'Aurora capacity units', 'pt-br': 'Unidades de capacidade Aurora' },
        quantity: usage.number('acu-hours'),
        from: ['acu-hours'],
      }),
      ...auroraStorage(usage),
    ],
  }),
];

const documents: readonly PricedService[] = [
  pricedServiceOf('dynamodb', {
    usages: [
      amount('reads', '', { en: 'read request units (on demand)', 'pt-br': 'unidades de leitura (sob demanda)' }),
      amount('writes', '', { en: 'write request units (on demand)', 'pt-br': 'unidades de gravação (sob demanda)' }),
      amount('storage-gb', 'GB', { en: 'data stored', 'pt-br': 'dados armazenados' }),
      amount('pitr-gb', 'GB', { en: 'table size under point-in-time recovery', 'pt-br': 'tamanho das tabelas com recuperação pontual' }),
    ],
    meters: (usage) => [
      line({ meter: 'dynamodb.reads', what: { en: 'Read request units', 'pt-br': 'Unidades de leitura' }, quantity: usage.number('reads'), from: ['reads'] }),
      line({ meter: 'dynamodb.writes', what: { en: 'Write request units', 'pt-br': 'Unidades de gravação' }, quantity: usage.number('writes'), from: ['writes'] }),
      line({ meter: 'dynamodb.storage', what: storageText, quantity: usage.number('storage-gb'), from: ['storage-gb'] }),
      line({ meter: 'dynamodb.pitr', what: { en: 'Point-in-time recovery', 'pt-br': 'Recuperação pontual (PITR)' }, quantity: usage.number('pitr-gb'), from: ['pitr-gb'] }),
    ],
  }),
  pricedServiceOf('documentdb', {
    usages: [
      typeName('instance-type', 'db.t3.medium', { en: 'instance class', 'pt-br': 'classe da instância' }),
      instancesUsage,
      hoursUsage,
      clusterStorage,
      ioRequests,
      backupUsage,
    ],
    meters: (usage) => [
      line({
        meter: 'documentdb.instance',
        parameters: { instanceType: usage.text('instance-type') },
        what: verbatim(usage.text('instance-type')),
        quantity: usage.number('instances') * usage.number('hours'),
        from: ['instance-type', 'instances', 'hours'],
        assumption: byTheHour(usage.number('instances'), usage.number('hours')),
      }),
      line({ meter: 'documentdb.storage', what: storageText, quantity: usage.number('storage-gb'), from: ['storage-gb'] }),
      line({ meter: 'documentdb.io', what: ioText, quantity: usage.number('io-requests'), from: ['io-requests'] }),
      line({ meter: 'documentdb.backup', what: backupText, quantity: usage.number('backup-gb'), from: ['backup-gb'] }),
    ],
  }),
];

const caches: readonly PricedService[] = [
  pricedServiceOf('elasticache', {
    usages: [
      cacheEngine,
      typeName('node-type', 'cache.t4g.micro', { en: 'node type', 'pt-br': 'tipo de nó' }),
      nodesUsage,
      hoursUsage,
      backupUsage,
    ],
    meters: (usage) => {
      const engine = usage.text('engine');
      const nodeType = usage.text('node-type');
      return [
        line({
          meter: 'elasticache.node',
          parameters: { engine, nodeType },
          what: verbatim(`${nodeType} (${engine})`),
          quantity: usage.number('nodes') * usage.number('hours'),
          from: ['node-type', 'nodes', 'hours', 'engine'],
          assumption: byTheHour(usage.number('nodes'), usage.number('hours')),
        }),
        // Memcached keeps no backups.
        ...(engine === 'memcached'
          ? []
          : [line({ meter: 'elasticache.backup', parameters: { engine }, what: backupText, quantity: usage.number('backup-gb'), from: ['backup-gb'] })]),
      ];
    },
  }),
  pricedServiceOf('elasticache-serverless', {
    usages: [
      cacheEngine,
      amount('data-gb', 'GB', { en: 'average data kept (billed from 0.1 GB Valkey, 1 GB others)', 'pt-br': 'média de dados mantidos (cobrança mínima: 0,1 GB no Valkey, 1 GB nos demais)' }, 0.1),
      hoursUsage,
      amount('ecpus', 'ECPU', { en: 'processing units: about one per simple command and KB', 'pt-br': 'unidades de processamento: cerca de uma por comando simples e KB' }),
    ],
    meters: (usage) => {
      const engine = usage.text('engine');
      const billed = Math.max(usage.number('data-gb'), engine === 'valkey' ? 0.1 : 1);
      return [
        line({
          meter: 'elasticache-serverless.data',
          parameters: { engine },
          what: { en: 'Data stored', 'pt-br': 'Dados armazenados' },
          quantity: billed * usage.number('hours'),
          from: ['data-gb', 'hours'],
          assumption: message({ en: '{billed} GB × {hours} h', 'pt-br': '{billed} GB × {hours} h' }, { billed, hours: usage.number('hours') }),
        }),
        line({ meter: 'elasticache-serverless.ecpu', parameters: { engine }, what: { en: 'Processing units', 'pt-br': 'Unidades de processamento' }, quantity: usage.number('ecpus'), from: ['ecpus'] }),
      ];
    },
  }),
  pricedServiceOf('memorydb', {
    usages: [
      choice('engine', ['valkey', 'redis'], 'valkey', { en: 'engine', 'pt-br': 'motor' }),
      typeName('node-type', 'db.t4g.small', { en: 'node type', 'pt-br': 'tipo de nó' }),
      nodesUsage,
      hoursUsage,
      amount('written-gb', 'GB', { en: 'data written', 'pt-br': 'dados gravados' }),
    ],
    meters: (usage) => {
      const engine = usage.text('engine');
      const nodeType = usage.text('node-type');
      return [
        line({
          meter: 'memorydb.node',
          parameters: { engine, nodeType },
          what: verbatim(`${nodeType} (${engine})`),
          quantity: usage.number('nodes') * usage.number('hours'),
          from: ['node-type', 'nodes', 'hours', 'engine'],
          assumption: byTheHour(usage.number('nodes'), usage.number('hours')),
        }),
        line({ meter: 'memorydb.written', parameters: { engine }, what: { en: 'Data written', 'pt-br': 'Dados gravados' }, quantity: usage.number('written-gb'), from: ['written-gb'] }),
      ];
    },
  }),
];

export const databaseServices: readonly PricedService[] = [...relational, ...documents, ...caches];

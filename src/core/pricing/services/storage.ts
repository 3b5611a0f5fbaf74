import type { PricedService } from '../types';
import { amount, choice, line, pricedServiceOf } from './service';

/** What comes with every gp3 volume. */
const includedIops = 3000;
const includedMibps = 125;

export const storageServices: readonly PricedService[] = [
  pricedServiceOf('s3', {
    usages: [
      amount('storage-gb', 'GB', { en: 'objects stored', 'pt-br': 'objetos armazenados' }),
      amount('put-requests', '', { en: 'PUT, COPY, POST and LIST requests', 'pt-br': 'requisições PUT, COPY, POST e LIST' }),
      amount('get-requests', '', { en: 'GET and other requests', 'pt-br': 'requisições GET e outras' }),
      choice('class', ['standard', 'standard-ia', 'glacier-instant'], 'standard', { en: 'storage class', 'pt-br': 'classe de armazenamento' }),
    ],
    meters: (usage) => [
      line({
        meter: 's3.storage',
        parameters: { class: usage.text('class') },
        what: { en: `Storage (${usage.text('class')})`, 'pt-br': `Armazenamento (${usage.text('class')})` },
        quantity: usage.number('storage-gb'),
        from: ['storage-gb', 'class'],
      }),
      line({ meter: 's3.puts', what: { en: 'PUT and LIST requests', 'pt-br': 'Requisições PUT e LIST' }, quantity: usage.number('put-requests'), from: ['put-requests'] }),
      line({ meter: 's3.gets', what: { en: 'GET requests', 'pt-br': 'Requisições GET' }, quantity: usage.number('get-requests'), from: ['get-requests'] }),
    ],
  }),
  pricedServiceOf('ebs', {
    usages: [
      amount('storage-gb', 'GB', { en: 'gp3 volumes', 'pt-br': 'volumes gp3' }),
      amount('iops', 'IOPS', { en: 'total IOPS of the volume; 3,000 come with it', 'pt-br': 'total de IOPS do volume; 3.000 já vêm incluídas' }, includedIops),
      amount('throughput-mibps', 'MiB/s', { en: 'total throughput of the volume; 125 come with it', 'pt-br': 'vazão total do volume; 125 já vêm incluídos' }, includedMibps),
      amount('snapshot-gb', 'GB', { en: 'snapshots kept', 'pt-br': 'snapshots mantidos' }),
    ],
    meters: (usage) => [
      line({
        meter: 'ebs.storage',
        parameters: { volume: 'gp3' },
        what: { en: 'gp3 storage', 'pt-br': 'Armazenamento gp3' },
        quantity: usage.number('storage-gb'),
        from: ['storage-gb'],
      }),
      line({
        meter: 'ebs.iops',
        what: { en: 'IOPS above 3,000', 'pt-br': 'IOPS acima de 3.000' },
        quantity: Math.max(0, usage.number('iops') - includedIops),
        from: ['iops'],
      }),
      line({
        meter: 'ebs.throughput',
        what: { en: 'Throughput above 125 MiB/s', 'pt-br': 'Vazão acima de 125 MiB/s' },
        quantity: Math.max(0, usage.number('throughput-mibps') - includedMibps) / 1024,
        from: ['throughput-mibps'],
      }),
      line({ meter: 'ebs.snapshots', what: { en: 'Snapshots', 'pt-br': 'Snapshots' }, quantity: usage.number('snapshot-gb'), from: ['snapshot-gb'] }),
    ],
  }),
  pricedServiceOf('efs', {
    usages: [
      amount('storage-gb', 'GB', { en: 'Standard storage, elastic throughput', 'pt-br': 'armazenamento Standard, vazão elástica' }),
      amount('reads-gb', 'GB', { en: 'data read', 'pt-br': 'dados lidos' }),
      amount('writes-gb', 'GB', { en: 'data written', 'pt-br': 'dados gravados' }),
    ],
    meters: (usage) => [
      line({ meter: 'efs.storage', what: { en: 'Storage', 'pt-br': 'Armazenamento' }, quantity: usage.number('storage-gb'), from: ['storage-gb'] }),
      line({ meter: 'efs.reads', what: { en: 'Data read', 'pt-br': 'Dados lidos' }, quantity: usage.number('reads-gb'), from: ['reads-gb'] }),
      line({ meter: 'efs.writes', what: { en: 'Data written', 'pt-br': 'Dados gravados' }, quantity: usage.number('writes-gb'), from: ['writes-gb'] }),
    ],
  }),
  pricedServiceOf('backup', {
    usages: [
      amount('storage-gb', 'GB', { en: 'backups kept in warm storage', 'pt-br': 'backups mantidos em armazenamento morno (warm)' }),
      choice('resource', ['ebs', 'efs', 'rds', 'dynamodb'], 'ebs', { en: 'what is backed up', 'pt-br': 'o que é copiado' }),
    ],
    meters: (usage) => {
      const resource = usage.text('resource');
      const quantity = usage.number('storage-gb');
      const what = { en: `Backups of ${resource.toUpperCase()}`, 'pt-br': `Backups de ${resource.toUpperCase()}` };
      const from = ['storage-gb', 'resource'];
      // A backup of EBS is a snapshot and one of RDS a database snapshot, at those services' own prices.
      if (resource === 'ebs') return [line({ meter: 'ebs.snapshots', what, quantity, from })];
      if (resource === 'rds') return [line({ meter: 'rds.backup', parameters: { engine: 'postgresql' }, what, quantity, from })];
      if (resource === 'dynamodb') return [line({ meter: 'dynamodb.backup', what, quantity, from })];
      return [line({ meter: 'backup.storage', parameters: { resource }, what, quantity, from })];
    },
  }),
  pricedServiceOf('ecr', {
    usages: [amount('storage-gb', 'GB', { en: 'images stored', 'pt-br': 'imagens armazenadas' })],
    meters: (usage) => [line({ meter: 'ecr.storage', what: { en: 'Image storage', 'pt-br': 'Armazenamento de imagens' }, quantity: usage.number('storage-gb'), from: ['storage-gb'] })],
  }),
];

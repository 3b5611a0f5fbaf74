import { message } from '../../l10n/localized';
import type { Need } from '../../model';
import { managedGroup } from '../groups';
import { planUsage, type Plan } from '../plan';
import { placeService } from './service';

export function placeUploads(plan: Plan, need: Need): string {
  const id = placeService(
    plan,
    { id: 's3:uploads', service: 's3', group: managedGroup(plan), detail: { en: 'private bucket of uploads', 'pt-br': 'bucket privado de uploads' } },
    need,
  );
  planUsage(plan, {
    service: 's3',
    node: id,
    serves: ['file-storage'],
    usage: { 'storage-gb': plan.workload.filesGb, 'put-requests': plan.workload.uploads, 'get-requests': plan.workload.uploads * 10 },
    assumption: message(
      { en: '{gb} GB kept, {uploads} files written a month, each read ten times', 'pt-br': '{gb} GB guardados, {uploads} arquivos gravados por mês, cada um lido dez vezes' },
      { gb: plan.workload.filesGb, uploads: plan.workload.uploads },
    ),
  });
  return id;
}

export function placeAssets(plan: Plan, needs: readonly Need[], applications: readonly string[]): string {
  const id = plan.graph.hasNode('s3:assets') ? 's3:assets' : placeService(plan, {
    id: 's3:assets',
    service: 's3',
    group: managedGroup(plan),
    detail: { en: 'built front end', 'pt-br': 'front-end compilado' },
    serves: ['static-assets'],
    applications,
  });
  for (const need of needs) placeService(plan, { id, service: 's3', group: null }, need);
  planUsage(plan, {
    service: 's3',
    node: id,
    serves: ['static-assets'],
    usage: { 'storage-gb': 1, 'put-requests': 10_000, 'get-requests': Math.round(plan.workload.requests * 0.02) },
    assumption: message(
      { en: 'Builds of the month; the CDN asks for what it has not cached', 'pt-br': 'Builds do mês; a CDN busca o que ainda não tem em cache' },
    ),
  });
  return id;
}

/** The disk of an instance: AWS bills it beside the instance, and its daily copies beside it. */
export function planVolume(plan: Plan, node: string, gb: number, serves: Need['id'], options: { readonly volumes?: number; readonly copies?: boolean } = {}): void {
  const volumes = options.volumes ?? 1;
  planUsage(plan, {
    service: 'ebs',
    node,
    serves: [serves],
    usage: {
      'storage-gb': gb * volumes,
      // What comes with each volume: more volumes do not make it chargeable.
      iops: 3000,
      'throughput-mibps': 125,
      ...(options.copies === true ? { 'snapshot-gb': Math.ceil(gb * volumes * 1.1) } : {}),
    },
    assumption: message(options.copies === true ? volumeTexts.copied : volumeTexts.plain, { volumes, gb }),
  });
}

const volumeTexts = {
  plain: {
    en: 'gp3 volumes: {volumes} of {gb} GB with the included 3,000 IOPS and 125 MiB/s each',
    'pt-br': 'Volumes gp3: {volumes} de {gb} GB, com os 3.000 IOPS e 125 MiB/s incluídos em cada um',
  },
  copied: {
    en: 'gp3 volumes: {volumes} of {gb} GB with the included 3,000 IOPS and 125 MiB/s each; daily incremental snapshots of a month, a tenth more than the data',
    'pt-br': 'Volumes gp3: {volumes} de {gb} GB, com os 3.000 IOPS e 125 MiB/s incluídos em cada um; snapshots incrementais diários de um mês, um décimo a mais que os dados',
  },
} as const;

export function placeRegistry(plan: Plan, images: number): string {
  const id = placeService(plan, {
    id: 'ecr',
    service: 'ecr',
    group: managedGroup(plan),
    detail: { en: 'container images', 'pt-br': 'imagens de contêiner' },
    serves: ['compute'],
  });
  planUsage(plan, {
    service: 'ecr',
    node: id,
    serves: ['compute'],
    usage: { 'storage-gb': images * 2 },
    assumption: message(
      { en: 'Images: {images}, ten versions of 200 MB kept of each', 'pt-br': 'Imagens: {images}, dez versões de 200 MB guardadas de cada uma' },
      { images },
    ),
  });
  return id;
}

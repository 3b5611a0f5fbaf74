import type { PriceBook } from '../types';
import type { SnapshotFile } from './format';
import { isSnapshotRegion, type SnapshotRegion } from './regions';
import { emptyPriceBook, snapshotPriceBook } from './snapshotPriceBook';

type SnapshotModule = { readonly default: unknown };

/** One literal import per region, so that each region is a chunk of its own and is read only when it is asked for. */
const modules: Readonly<Record<SnapshotRegion, () => Promise<SnapshotModule>>> = {
  'us-east-1': () => import('./us-east-1.json', { with: { type: 'json' } }),
  'us-east-2': () => import('./us-east-2.json', { with: { type: 'json' } }),
  'us-west-2': () => import('./us-west-2.json', { with: { type: 'json' } }),
  'sa-east-1': () => import('./sa-east-1.json', { with: { type: 'json' } }),
  'eu-west-1': () => import('./eu-west-1.json', { with: { type: 'json' } }),
  'eu-central-1': () => import('./eu-central-1.json', { with: { type: 'json' } }),
};

export async function loadSnapshot(region: SnapshotRegion): Promise<SnapshotFile> {
  const module = await modules[region]();
  return module.default as SnapshotFile;
}

/** Bundled prices of a region. A region of which none ship answers every question with the reason. */
export async function loadSnapshotPriceBook(region: string): Promise<PriceBook> {
  return isSnapshotRegion(region) ? snapshotPriceBook(await loadSnapshot(region)) : emptyPriceBook(region);
}

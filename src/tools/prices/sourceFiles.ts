import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A bulk offer file of AWS (`…/offers/v1.0/aws/<code>/current/<region>/index.json`), or the part of it that was kept. */
export interface OfferFile {
  readonly kind: 'offer';
  readonly name: string;
  readonly publicationDate: string;
  readonly products: Readonly<Record<string, unknown>>;
  readonly onDemand: Readonly<Record<string, unknown>>;
}

/** A metered unit map of AWS (`…/pricing/2.0/meteredUnitMaps/<service>/USD/current/<map>.json`). */
export interface UnitMapFile {
  readonly kind: 'unit-map';
  readonly name: string;
  readonly map: string;
  readonly publicationDate: string;
  readonly regions: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Prices taken down one by one where no AWS file was at hand: `{ source, asOf, rows: [{ region, meter, parameters, usd | tiers, sku }] }`. */
export interface FactsFile {
  readonly kind: 'facts';
  readonly name: string;
  readonly source: string;
  readonly asOf: string;
  readonly rows: readonly unknown[];
}

export type SourceFile = OfferFile | UnitMapFile | FactsFile;

export interface UnreadFile {
  readonly name: string;
  readonly why: string;
}

/** Reads every `.json` of a folder, in name order. What is no price file of AWS is named, not guessed at. */
export function readSourceFiles(folder: string): { readonly files: readonly SourceFile[]; readonly unread: readonly UnreadFile[] } {
  const files: SourceFile[] = [];
  const unread: UnreadFile[] = [];
  for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.json')).sort()) {
    try {
      const file = recognise(name, JSON.parse(readFileSync(join(folder, name), 'utf8')));
      if (file === null) unread.push({ name, why: 'not a price file' });
      else files.push(file);
    } catch (error) {
      unread.push({ name, why: error instanceof Error ? error.message : String(error) });
    }
  }
  return { files, unread };
}

function recognise(name: string, content: unknown): SourceFile | null {
  if (!isRecord(content)) return null;
  if (isRecord(content['manifest']) && isRecord(content['regions'])) {
    const manifest = content['manifest'];
    return {
      kind: 'unit-map',
      name,
      map: text(manifest['source']) || text(manifest['serviceId']),
      publicationDate: text(manifest['hawkFilePublicationDate']).slice(0, 10),
      regions: content['regions'] as UnitMapFile['regions'],
    };
  }
  if (Array.isArray(content['rows']) && typeof content['source'] === 'string') {
    return { kind: 'facts', name, source: content['source'], asOf: text(content['asOf']), rows: content['rows'] };
  }
  return offerIn(name, content);
}

/** The offer itself, or an archive that keeps it one level down beside where and when it was fetched. */
function offerIn(name: string, content: Readonly<Record<string, unknown>>): OfferFile | null {
  for (const candidate of [content, ...Object.values(content).filter(isRecord)]) {
    const terms = candidate['terms'];
    if (!isRecord(candidate['products']) || !isRecord(terms) || !isRecord(terms['OnDemand'])) continue;
    const published = text(candidate['publicationDate']) || text(content['publicationDate']);
    return { kind: 'offer', name, publicationDate: published.slice(0, 10), products: candidate['products'], onDemand: terms['OnDemand'] };
  }
  return null;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

import { serviceIcon, serviceName } from './names';
import type { CatalogService } from './types';

/**
 * Days on which the sources of the catalog were read. `docs/catalog-review.md` says what each reading covered.
 * A fact keeps the day of its own reading; a later reading of other pages does not make it younger.
 */
export const checked = {
  /** Official documentation pages, read one by one for this review. */
  review: '2026-11-24',
  /** Release calendars of engines and runtimes on AWS. */
  calendars: '2026-08-22',
  /** AWS's own published operating guides. */
  guides: '2026-08-20',
  /** Text of the API references. */
  apiReference: '2026-08-07',
  /** A copy of the documentation that was taken on that day. */
  mirror: '2026-04-13',
} as const;

/** An entry of the catalog; its name and icon are those of `names.ts`. */
export function defineService(entry: Omit<CatalogService, 'name' | 'icon'>): CatalogService {
  return { ...entry, name: serviceName(entry.id), icon: serviceIcon(entry.id) };
}

/** Markdown out of its blocks: paragraphs, and lists with one item per line. */
export function markdown(...blocks: readonly string[]): string {
  return blocks.join('\n\n');
}

/**
 * The long texts of the guide. Load it lazily (`import('…/catalog')`): names, icons and titles that every start-up
 * needs are in `names.ts`, `needs.ts`, `phases.ts` and `technologies.ts`, which do not pull these texts in.
 */
export { concept, concepts } from './concepts';
export { explain } from './explain';
export { catalogService, catalogServices } from './services';
export type { CatalogService, Concept, Lifecycle, ServiceCategory, Sourced } from './types';

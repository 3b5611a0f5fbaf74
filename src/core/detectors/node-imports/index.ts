import type { Application } from '../../model';
import { emptyExtraction } from '../../model';
import type { Detector } from '../detector';
import { nodeFrameworks } from '../node/frameworks';
import { testFile } from '../node/reads';
import { moduleFact } from './module';

/** Frameworks that look for code by themselves, so that imports do not tell what is in use. */
const searching: ReadonlySet<string> = new Set(['nuxt', 'redwood', 'blitz', 'meteor', 'analog', 'fresh']);

const sites = new Set(nodeFrameworks.filter(({ id, kind }) => kind !== 'server' && !searching.has(id)).map(({ id }) => id));

/** Whether it is a site or a front end that may be built from packages beside it. */
export function hasSharedCode({ root, framework, includes = [] }: Application): boolean {
  return root !== '.' && sites.has(framework) && includes.some((path) => !isFile(path));
}

/** Of what an application includes, an image's description or a manifest; everything else is a folder. */
export function isFile(included: string): boolean {
  return /(?:^|\/)(?:[^/]*[Dd]ockerfile[^/]*|[^/]+\.\w+)$/.test(included);
}

/**
 * What the modules of a site take of each other: it is built from few modules of the packages that its manifest names, and the
 * others' needs are not its own. Read only where packages are shared.
 */
export const nodeImports: Detector = {
  id: 'node-imports',
  label: 'Modules of a workspace',
  files: [],
  formats: () => [],
  frameworks: sites,
  extract: () => emptyExtraction,
  sources: [{ match: /\.(?:[cm]?[jt]s|[jt]sx|vue|svelte|astro)$/, example: 'src/app/page.tsx' }],
  readsSourcesOf: hasSharedCode,
  extractSource: (document) => (testFile.test(document.path) || document.path.endsWith('.d.ts') ? emptyExtraction : { facts: [moduleFact(document)], problems: [] }),
};

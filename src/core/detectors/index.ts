import type { Detector } from './detector';
import { detectors as common } from './packs/common';
import { PatternIndex } from './patternIndex';
import { triggers, type PackId } from './triggers';

/**
 * Detectors by what a repository has together: a pack is a chunk of its own in the bundle, and is loaded when a file of
 * the folder matches one of its patterns. `triggers.ts` lists those patterns; a test keeps it in step with the detectors.
 */
const packs: Readonly<Record<PackId, () => Promise<{ readonly detectors: readonly Detector[] }>>> = {
  cloud: () => import('./packs/cloud'),
  dotnet: () => import('./packs/dotnet'),
  elixir: () => import('./packs/elixir'),
  go: () => import('./packs/go'),
  jvm: () => import('./packs/jvm'),
  node: () => import('./packs/node'),
  php: () => import('./packs/php'),
  python: () => import('./packs/python'),
  ruby: () => import('./packs/ruby'),
  rust: () => import('./packs/rust'),
};

const byPattern = new PatternIndex(
  Object.entries(triggers).flatMap(([id, patterns]) => patterns.map((match) => ({ patterns: [match], value: { id: id as PackId, match } }))),
);

/** Packs that have something to read in a folder with these files. */
export function packsFor(paths: Iterable<string>): ReadonlySet<PackId> {
  const found = new Set<PackId>();
  for (const path of paths) {
    for (const { id, match } of byPattern.candidates(path)) if (!found.has(id) && match.test(path)) found.add(id);
  }
  return found;
}

/** The detectors of these packs and those of every folder, sorted by id. */
export async function loadDetectors(ids: Iterable<PackId>): Promise<readonly Detector[]> {
  const loaded = await Promise.all([...ids].map((id) => packs[id]()));
  return [...common, ...loaded.flatMap(({ detectors }) => detectors)].sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** Every detector. */
export function loadAllDetectors(): Promise<readonly Detector[]> {
  return loadDetectors(Object.keys(packs) as readonly PackId[]);
}

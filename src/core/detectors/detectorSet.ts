import { loadDetectors, packsFor } from '.';
import type { Application } from '../model';
import type { Detector, FilePattern } from './detector';
import { PatternIndex } from './patternIndex';
import type { PackId } from './triggers';

interface Reader {
  readonly detector: Detector;
  readonly match: RegExp;
}

/** The detectors that the files of one folder ask for, and which of them read a path. */
export class DetectorSet {
  private readonly packs = new Set<PackId>();
  private detectors: readonly Detector[] = [];
  private files = indexOf([], () => []);
  private sources = indexOf([], () => []);

  /** Sorted by id. */
  get all(): readonly Detector[] {
    return this.detectors;
  }

  /** Loads what reads these files, beside what is loaded already. */
  async ensure(paths: Iterable<string>): Promise<void> {
    const missing = [...packsFor(paths)].filter((id) => !this.packs.has(id));
    if (this.detectors.length > 0 && missing.length === 0) return;
    const packs = [...this.packs, ...missing];
    const detectors = await loadDetectors(packs);
    for (const id of packs) this.packs.add(id);
    this.detectors = detectors;
    this.files = indexOf(detectors, (detector) => detector.files);
    this.sources = indexOf(detectors, (detector) => detector.sources ?? []);
  }

  /** Detectors that read a path wherever it lies. */
  readersOf(path: string): readonly Detector[] {
    const readers: Detector[] = [];
    for (const { detector, match } of this.files.candidates(path)) if (readers.at(-1) !== detector && match.test(path)) readers.push(detector);
    return readers;
  }

  /** Detectors that read a path as source code of one of these applications. */
  sourceReadersOf(path: string, applications: readonly Application[]): readonly Detector[] {
    const readers: Detector[] = [];
    const candidates = this.sources.candidates(path);
    if (candidates.length === 0) return readers;
    for (const application of applications) {
      const { root, framework, includes } = application;
      const relative = relativeTo(root, path) ?? includes?.map((folder) => relativeTo(folder, path)).find((found) => found !== null) ?? null;
      if (relative === null) continue;
      for (const { detector, match } of candidates) {
        const reads = detector.frameworks?.has(framework) ?? detector.id === framework;
        if (reads && detector.readsSourcesOf?.(application) !== false && !readers.includes(detector) && match.test(relative)) readers.push(detector);
      }
    }
    return readers;
  }
}

function indexOf(detectors: readonly Detector[], patternsOf: (detector: Detector) => readonly FilePattern[]): PatternIndex<Reader> {
  return new PatternIndex(detectors.flatMap((detector) => patternsOf(detector).map(({ match }) => ({ patterns: [match], value: { detector, match } }))));
}

function relativeTo(folder: string, path: string): string | null {
  if (folder === '.') return path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : null;
}

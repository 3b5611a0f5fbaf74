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
  private asked: { readonly applications: readonly Application[]; readonly detectors: readonly Detector[]; readonly sources: readonly Sources[] } | null = null;

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
    const candidates = this.sources.candidates(path);
    if (candidates.length === 0) return none;
    const readers: Detector[] = [];
    for (const { prefixes, detectors } of this.sourcesOf(applications)) {
      const prefix = prefixes.find((start) => path.startsWith(start));
      if (prefix === undefined) continue;
      const relative = path.slice(prefix.length);
      for (const { detector, match } of candidates) if (detectors.has(detector) && !readers.includes(detector) && match.test(relative)) readers.push(detector);
    }
    return readers;
  }

  /** Asked for each file twice, and the same for all of them. */
  private sourcesOf(applications: readonly Application[]): readonly Sources[] {
    if (this.asked?.applications !== applications || this.asked.detectors !== this.detectors) this.asked = { applications, detectors: this.detectors, sources: applications.map((application) => sourcesOf(application, this.detectors)) };
    return this.asked.sources;
  }
}

/** Where the sources of an application lie, its own folder first, and who reads them. */
interface Sources {
  readonly prefixes: readonly string[];
  readonly detectors: ReadonlySet<Detector>;
}

const none: readonly Detector[] = [];

function sourcesOf(application: Application, detectors: readonly Detector[]): Sources {
  const { root, framework, includes = [] } = application;
  const readers = detectors.filter((detector) => (detector.frameworks?.has(framework) ?? detector.id === framework) && detector.readsSourcesOf?.(application) !== false);
  return { prefixes: [root, ...includes].map((folder) => (folder === '.' ? '' : `${folder}/`)), detectors: new Set(readers) };
}

function indexOf(detectors: readonly Detector[], patternsOf: (detector: Detector) => readonly FilePattern[]): PatternIndex<Reader> {
  return new PatternIndex(detectors.flatMap((detector) => patternsOf(detector).map(({ match }) => ({ patterns: [match], value: { detector, match } }))));
}

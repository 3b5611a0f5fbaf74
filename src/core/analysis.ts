import type {
  Application,
  Architecture,
  Capacity,
  Evaluation,
  Finding,
  FreeTier,
  NamedWorkload,
  Need,
  PhaseEstimate,
  PhaseId,
  PriceOrigin,
  Problem,
  RoadmapWeek,
  Severity,
  SkippedFile,
} from './model';
import type { PriceBook } from './pricing/types';
import type { CancelSignal, WorkspaceReader } from './workspace/reader';

/** What the analysis is asked to assume. A host fills it from settings or flags. */
export interface AnalysisOptions {
  readonly region: string;
  readonly workload: NamedWorkload;
  readonly evaluation: Evaluation;
  readonly freeTier: FreeTier;
  /** Severity per rule id, `off` silences it. */
  readonly ruleSeverities: Readonly<Record<string, Severity | 'off'>>;
  /** Globs of files that are left out, beside what is never read. */
  readonly exclude: readonly string[];
  /** Globs that are read although they would be left out (vendored code, examples). */
  readonly include: readonly string[];
}

export interface PhaseAnalysis {
  readonly id: PhaseId;
  readonly architecture: Architecture;
  readonly estimate: PhaseEstimate;
  readonly capacity: Capacity | null;
}

/** Everything that any surface shows, free of language: texts are rendered at the edge. */
export interface Analysis {
  readonly applications: readonly Application[];
  readonly needs: readonly Need[];
  readonly findings: readonly Finding[];
  /** Always the five phases, in order. */
  readonly phases: readonly PhaseAnalysis[];
  readonly prices: PriceOrigin;
  readonly roadmap: readonly RoadmapWeek[];
  readonly skipped: readonly SkippedFile[];
  /** Places inside read files that were not understood. */
  readonly problems: readonly Problem[];
  readonly stats: { readonly filesListed: number; readonly filesRead: number; readonly milliseconds: number };
}

/** A folder under analysis. Calls may overlap: each resolves with the state that includes its own change. */
export interface AnalysisSession {
  /** Lists and reads everything afresh. Rejects with an `AbortError` when cancelled. */
  scan(signal?: CancelSignal): Promise<Analysis>;
  /**
   * A document changed: `text` is the buffer's content, null when the file is gone. Re-reads that document only.
   * Resolves with null when the change does not concern the analysis.
   */
  update(path: string, text: string | null): Promise<Analysis | null>;
  /** Recomputes under other options; nothing is read again. */
  configure(options: AnalysisOptions): Promise<Analysis>;
  /** Text of a document as analysed (buffer or disk). */
  textOf(path: string): string | undefined;
}

/** What the analysis needs from its host. */
export interface AnalysisHost {
  readonly reader: WorkspaceReader;
  /** Prices of a region: the bundled snapshot, or what the user fetched. */
  loadPriceBook(region: string): Promise<PriceBook>;
  /** Milliseconds of a monotonic clock. */
  now(): number;
}

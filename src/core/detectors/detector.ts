import type { Extraction, Fact } from '../model/fact';
import type { Application, Confidence, Evidence, NeedId } from '../model/need';
import type { SourceDocument, Stage } from '../model';
import type { FormatId, Formats } from '../formats';
import type { ApplicationScope, WorkspaceFacts } from './scope';

/** Which files a detector reads. `example` is a path that matches: a test proves it. */
export interface FilePattern {
  readonly match: RegExp;
  readonly example: string;
}

/**
 * A candidate statement: this application has this need, served by this technology. `needs/` joins the bindings of
 * all detectors into needs: the most authoritative wins, agreeing ones add evidence, contradicting ones of another
 * store in use make a second need.
 */
export interface Binding {
  readonly need: NeedId;
  readonly technology: string;
  readonly library: string | null;
  readonly confidence: Confidence;
  readonly supported: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly stage: Stage;
  /**
   * What the statement rests on. A `driver` value decides; `resource` is infrastructure that serves; `library` and
   * `container` only support a driver or speak where there is none.
   */
  readonly basis: 'driver' | 'resource' | 'library' | 'container' | 'code';
  /** Several stores of the same need in use side by side (a second database): kept as needs of their own. */
  readonly additional?: boolean;
  readonly servedBy?: string;
}

/**
 * One ecosystem (or platform file): which files, which facts they state, which applications and bindings follow.
 * All of it is pure; nothing from the repository is executed.
 */
export interface Detector {
  /** `kebab-case`, the name of the detector's folder. */
  readonly id: string;
  readonly label: string;
  readonly files: readonly FilePattern[];
  /** Formats that `extract` parses for a document: loaded before the first call. A look at the text can spare them. */
  formats(path: string, text: string): readonly FormatId[];
  /** Frameworks whose `sources` it reads, when they differ from its id. */
  readonly frameworks?: ReadonlySet<string>;
  /** Reads one document. Never throws; a false match gives `emptyExtraction`. */
  extract(document: SourceDocument, formats: Formats): Extraction;
  /**
   * Source files that are read only inside an application of this detector's framework; paths relative to its root.
   * For markers in code that configuration cannot tell (an upload is stored, a job is dispatched).
   */
  readonly sources?: readonly FilePattern[];
  /** Whether it reads the sources of this application at all, where its framework alone does not tell. */
  readsSourcesOf?(application: Application): boolean;
  extractSource?(document: SourceDocument, formats: Formats): Extraction;
  /** Completes facts of its own with facts of other documents (variables, modules). Gets and gives all facts of the folder. */
  resolve?(facts: readonly Fact[]): readonly Fact[];
  /** Who speaks when two ecosystems claim one root: the higher. 0 by default; below it for what is often only a front end. */
  readonly priority?: number;
  /** Applications of this ecosystem, from the facts of the whole folder. */
  applications?(facts: WorkspaceFacts): readonly Application[];
  /**
   * What infrastructure alone declares (functions and what calls them): applications where no other one lies in their
   * folder or around it. In order from the outermost.
   */
  fallbackApplications?(facts: WorkspaceFacts): readonly Application[];
  /** Bindings of one application (of any framework: a platform detector adds to all). */
  bindings?(scope: ApplicationScope): readonly Binding[];
}

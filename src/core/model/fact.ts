import type { Problem, Stage } from './document';
import type { SourceLocation, TextRange } from './text';

/**
 * A value as written. A secret keeps presence only: its text never leaves the document.
 * `env` is a look-up at run time with the fall-back that the code gives.
 */
export type FactValue =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'secret'; readonly state: 'set' | 'empty' | 'placeholder' }
  | { readonly kind: 'env'; readonly key: string; readonly fallback: FactValue | null }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly why: string };

/**
 * - `env`: a variable of the process's environment (`name` is the variable);
 * - `config`: a setting of the framework (`name` is its dotted path, `queue.default`);
 * - `dependency`: a declared package (`name` is `<ecosystem>:<package>`, value its version or constraint);
 * - `container`: an image that runs beside or as the application (`name` is the service, value the image);
 * - `process`: a command that is started (`name` is the process type: web, worker, scheduler …, value the command);
 * - `resource`: a declared cloud resource (`name` is its canonical type, e.g. the Terraform type; value its name);
 * - `code`: a marker in source code (`name` is the marker's id, value what it names).
 */
export type FactKind = 'env' | 'config' | 'dependency' | 'container' | 'process' | 'resource' | 'code';

/** One statement read from a document at an exact range. */
export interface Fact {
  readonly kind: FactKind;
  readonly name: string;
  readonly value: FactValue;
  /** The value, or the key where there is no value to point at. */
  readonly at: SourceLocation;
  readonly keyRange?: TextRange;
  readonly stage: Stage;
  /**
   * Where the statement comes from, as an id of the detector's own choice (`dotenv`, `compose`, `dockerfile`,
   * `laravel-config`, `terraform` …): decides precedence inside a stage.
   */
  readonly origin: string;
  readonly detail?: Readonly<Record<string, string>>;
}

/** What one document says. Extraction never fails: what could not be read is a problem. */
export interface Extraction {
  readonly facts: readonly Fact[];
  readonly problems: readonly Problem[];
}

export const emptyExtraction: Extraction = { facts: [], problems: [] };

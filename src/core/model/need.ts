import type { Stage } from './document';
import type { SourceLocation } from './text';

export const needIds = [
  'compute',
  'relational-database',
  'document-database',
  'cache',
  'sessions',
  'queue',
  'event-streaming',
  'scheduler',
  'realtime',
  'video',
  'file-storage',
  'static-assets',
  'mail',
  'sms-push',
  'search',
  'monitoring',
  'secrets',
] as const;
export type NeedId = (typeof needIds)[number];

export const confidences = ['certain', 'likely', 'possible'] as const;
export type Confidence = (typeof confidences)[number];

/** A line that proves a need. `key` is what a reader would search for (`DB_CONNECTION`, `laravel/reverb`). */
export interface Evidence {
  readonly at: SourceLocation;
  readonly key: string;
  readonly stage: Stage;
}

/** One deployable application. `root` is `.` or a folder relative to the scanned folder. */
export interface Application {
  readonly root: string;
  readonly name: string;
  /** Lower-case id: `laravel`, `django`, `express`, … */
  readonly framework: string;
  readonly frameworkVersion: string | null;
  readonly languages: readonly string[];
  /** The line that makes it an application of that framework. */
  readonly manifest: SourceLocation;
  /**
   * Folders and files outside the root that it is built from and that are no application of their own: packages of
   * the same workspace, the Dockerfile of the repository.
   */
  readonly includes?: readonly string[];
}

/** A problem that an application has, and the technology that serves it in the default deployment. */
export interface Need {
  readonly application: string;
  readonly id: NeedId;
  /** Lower-case word of `contract.md`'s table where one is true. */
  readonly technology: string;
  /** What else this application's configuration offers, without `technology`. */
  readonly supported: readonly string[];
  readonly library: string | null;
  readonly confidence: Confidence;
  /** The deciding line first. Never empty. */
  readonly evidence: readonly Evidence[];
  /** Stage of the deciding line. */
  readonly stage: Stage;
  /** The service that existing infrastructure code already serves the need with (catalog id). */
  readonly servedBy: string | null;
}

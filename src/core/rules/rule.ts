import type { Localized, MessageData } from '../l10n/localized';
import type { Evaluation, Fact, Need, NeedId, PhaseId, Severity, SourceLocation, TextEdit } from '../model';
import type { ApplicationScope } from '../detectors/scope';

export const ruleDomains = [
  'db',
  'cache',
  'session',
  'queue',
  'storage',
  'cdn',
  'realtime',
  'sched',
  'mail',
  'search',
  'media',
  'secrets',
  'config',
  'net',
  'obs',
  'compute',
  'cost',
  'sec',
] as const;
export type RuleDomain = (typeof ruleDomains)[number];

/** Sections of a rule's page. Markdown. `bad` and `good` are fenced blocks with a file name: a test runs them. */
export interface RuleDocs {
  readonly checks: Localized;
  readonly why: Localized;
  readonly bad: readonly RuleExample[];
  readonly good: readonly RuleExample[];
  readonly aboutFix: Localized;
}

/** A small workspace: path → text. */
export interface RuleExample {
  readonly files: Readonly<Record<string, string>>;
}

export interface RuleMeta {
  /** `domain/flaw`. The file is `rules/<domain>/<camelCaseFlaw>.ts`. */
  readonly id: `${RuleDomain}/${string}`;
  readonly domain: RuleDomain;
  /** Severity at full evidence (a value of production). Weaker stages lower it: see `severityAt`. */
  readonly severity: Severity;
  /** `fixed`: an error of the secret or data-loss kind that no stage lowers. */
  readonly severityMoves: 'by-stage' | 'fixed';
  /** Phase in which the flaw starts to matter. */
  readonly phase: PhaseId;
  readonly since: string;
  readonly need: NeedId | null;
  /** Catalog id of the service that answers the flaw. */
  readonly service: string | null;
  readonly fix: 'safe' | 'suggestion' | 'none';
  readonly title: Localized;
  readonly messages: Readonly<Record<string, Localized>>;
  readonly docs: RuleDocs;
  readonly references: readonly { readonly label: string; readonly url: string }[];
}

export interface ReportedEdit {
  readonly title: Localized;
  readonly data?: MessageData;
  readonly edits: readonly TextEdit[];
  readonly safe?: boolean;
}

export interface Report {
  readonly at: SourceLocation;
  readonly messageId: string;
  readonly data?: MessageData;
  /** Stage of the evidence: moves the severity. */
  readonly stage: Fact['stage'];
  /** Instead of the rule's own severity, where this case is graver or milder; the stage still moves it. */
  readonly severity?: Severity;
  readonly need?: NeedId;
  readonly service?: string;
  /** Alternatives, the best first. One without edits is left out. */
  readonly edits?: readonly ReportedEdit[];
  /** Services for which infrastructure code can be generated as a fix. */
  readonly infra?: readonly { readonly need: NeedId; readonly service: string }[];
  readonly related?: readonly { readonly at: SourceLocation; readonly messageId: string; readonly data?: MessageData }[];
}

export interface RuleContext {
  readonly scope: ApplicationScope;
  /** Needs of the application, the decisive one of an id first. */
  readonly needs: readonly Need[];
  readonly evaluation: Evaluation;
  /** Region that generated values name. */
  readonly region: string;
  /** Paths that git tracks, or null where that cannot be told. */
  readonly trackedFiles: ReadonlySet<string> | null;
  /** Text of a document that was read (to compute an edit), or undefined. */
  textOf(path: string): string | undefined;
  /** The need with this id that no existing infrastructure serves, or undefined. */
  unserved(id: NeedId): Need | undefined;
  report(report: Report): void;
}

export interface Rule extends RuleMeta {
  /** Looks at one application. Returns `not-applicable` where the question does not arise. */
  check(context: RuleContext): 'not-applicable' | void;
}

export function defineRule(rule: Rule): Rule {
  return rule;
}

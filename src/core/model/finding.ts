import type { Message } from '../l10n/localized';
import type { NeedId } from './need';
import type { SourceLocation, TextEdit } from './text';

export const severities = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof severities)[number];

/**
 * - `edit`: changes the workspace; `safe` ones keep meaning and may join "fix all";
 * - `infra`: generates infrastructure code for a need and opens it;
 * - `command`: runs a command of the host.
 */
export type Fix =
  | { readonly kind: 'edit'; readonly title: Message; readonly edits: readonly TextEdit[]; readonly safe: boolean }
  | { readonly kind: 'infra'; readonly title: Message; readonly need: NeedId; readonly service: string }
  | { readonly kind: 'command'; readonly title: Message; readonly command: string; readonly arguments: readonly string[] };

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly application: string;
  readonly at: SourceLocation;
  readonly message: Message;
  readonly need: NeedId | null;
  readonly service: string | null;
  readonly related: readonly { readonly at: SourceLocation; readonly message: Message }[];
  readonly fixes: readonly Fix[];
}

/** `local` reads every stage as what it is; `production` judges the default deployment as if it were live. */
export const evaluations = ['local', 'production'] as const;
export type Evaluation = (typeof evaluations)[number];

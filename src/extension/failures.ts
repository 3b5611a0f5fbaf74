import { localize, type Localized, type MessageData } from '../core/l10n/localized';

/** A failure outside of us that a person can act on, in one sentence. */
export class ExpectedFailure extends Error {
  readonly text: Localized;
  readonly data: MessageData;

  constructor(text: Localized, data: MessageData = {}, options?: ErrorOptions) {
    super(localize(text, 'en', data), options);
    this.name = 'ExpectedFailure';
    this.text = text;
    this.data = data;
  }
}

/** Somebody changed their mind. Never shown. */
export class CancelledError extends Error {
  constructor() {
    super('cancelled');
    this.name = 'AbortError';
  }
}

export type Failure =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'expected'; readonly text: Localized; readonly data: MessageData; readonly logText: string }
  | { readonly kind: 'bug'; readonly logText: string };

/** Cancellation is silent, an expected failure is explained, anything else is our bug. */
export function classifyFailure(error: unknown): Failure {
  if (error instanceof ExpectedFailure) {
    return { kind: 'expected', text: error.text, data: error.data, logText: explain(error) };
  }
  if (error instanceof Error && (error.name === 'AbortError' || error.name === 'Canceled' || error.name === 'CancellationError')) {
    return { kind: 'cancelled' };
  }
  return { kind: 'bug', logText: describe(error) };
}

/** Where our own code noticed it tells nobody anything; what went wrong outside does. */
function explain(error: ExpectedFailure): string {
  return error.cause === undefined ? error.message : `${error.message} caused by ${describe(error.cause)}`;
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? `${error.name}: ${error.message}`;
  return error.cause === undefined ? own : `${own}\ncaused by ${describe(error.cause)}`;
}

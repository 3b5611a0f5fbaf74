import type { AwsFailure } from '../../aws/failure';
import type { Localized } from '../../core/l10n/localized';
import { localizeMessage } from '../../core/l10n/localized';
import { CancelledError, ExpectedFailure } from '../failures';
import { awsStrings } from './awsStrings';

/** Failures that another profile may mend. */
const credentialKinds: readonly string[] = ['no-credentials', 'expired-credentials', 'access-denied'];

export function isAboutCredentials(failure: Pick<AwsFailure, 'kind'>): boolean {
  return credentialKinds.includes(failure.kind);
}

/** Why AWS could not answer, for the middle of a sentence. */
export function reasonOf({ explanation }: Pick<AwsFailure, 'explanation'>): Localized {
  return { en: localizeMessage(explanation, 'en'), 'pt-br': localizeMessage(explanation, 'pt-br') };
}

/** The failure as the boundary of the extension understands it: silent when cancelled, else one sentence. */
export function failureOf(failure: AwsFailure): CancelledError | ExpectedFailure {
  if (failure.kind === 'cancelled') return new CancelledError();
  return new ExpectedFailure(awsStrings.failed, { reason: reasonOf(failure) }, { cause: failure });
}

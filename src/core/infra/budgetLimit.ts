import type { Localized } from '../l10n/localized';

/** Describes the input of the monthly limit, and where its default comes from. */
export function monthlyLimit(budgetUsd: number | null): Localized {
  if (budgetUsd === null) return { en: 'What the account may cost in a month, in US dollars.', 'pt-br': 'Quanto a conta pode custar por mês, em dólares.' };
  return {
    en: 'What the account may cost in a month, in US dollars: the estimate of this phase and a fifth more.',
    'pt-br': 'Quanto a conta pode custar por mês, em dólares: a estimativa desta fase e mais um quinto.',
  };
}

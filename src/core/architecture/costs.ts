import { formatMoney, type Language } from '../l10n/localized';
import type { PhaseEstimate } from '../model';

export interface NodeCost {
  readonly knownUsd: number;
  /** Whether a price of the node is unknown: the sum is then a floor. */
  readonly incomplete: boolean;
}

/** Monthly cost by node. What has no node of its own is only in the total. */
export function nodeCosts(estimate: PhaseEstimate): ReadonlyMap<string, NodeCost> {
  const costs = new Map<string, NodeCost>();
  for (const service of estimate.services) {
    if (service.node === null) continue;
    const known = costs.get(service.node) ?? { knownUsd: 0, incomplete: false };
    costs.set(service.node, {
      knownUsd: known.knownUsd + service.knownUsd,
      incomplete: known.incomplete || service.monthlyUsd === null,
    });
  }
  return costs;
}

/** `$12.41/month`; `from $12.41/month` where a price is unknown, `price unknown` where all are. */
export function nodeCostText(cost: NodeCost, language: Language): string {
  if (cost.incomplete && cost.knownUsd === 0) return language === 'pt-br' ? 'preço desconhecido' : 'price unknown';
  return amountText(cost.knownUsd, cost.incomplete, language);
}

export function totalText(estimate: PhaseEstimate, language: Language): string {
  return amountText(estimate.knownUsd, estimate.monthlyUsd === null, language);
}

function amountText(amount: number, incomplete: boolean, language: Language): string {
  const money = formatMoney(amount, language);
  if (language === 'pt-br') return incomplete ? `a partir de ${money}/mês` : `${money}/mês`;
  return incomplete ? `from ${money}/month` : `${money}/month`;
}

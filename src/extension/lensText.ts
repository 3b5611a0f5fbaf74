import type { Analysis } from '../core/analysis';
import { serviceName } from '../core/catalog/names';
import type { Language, Localized } from '../core/l10n/localized';
import { localize } from '../core/l10n/localized';
import type { ArchitectureNode, PhaseId } from '../core/model';
import type { Lines } from './diagnosticModel';
import type { Amount } from '../core/l10n/money';
import { monthly } from '../core/l10n/money';
import type { NeedCost } from './needCost';
import { costOfNeed, phaseOf, total } from './needCost';

/** A line above a driver or a declared service, e.g. `RDS PostgreSQL db.t4g.small ≈ US$ 61/month · change`. */
export interface LensModel {
  readonly line: number;
  readonly title: string;
}

const strings = {
  lens: { en: '{what} ≈ {amount} · change', 'pt-br': '{what} ≈ {amount} · mudar' },
  shared: { en: '{what} ≈ {amount}, shared · change', 'pt-br': '{what} ≈ {amount}, compartilhado · mudar' },
  more: { en: '{main} + {count} more', 'pt-br': '{main} + {count} outros' },
  free: { en: '{what}: no charge · change', 'pt-br': '{what}: sem custo · mudar' },
  unknown: { en: '{what}: {amount} · change', 'pt-br': '{what}: {amount} · mudar' },
} as const satisfies Record<string, Localized>;

/** Lenses of one document: what the chosen phase puts in place of its drivers, and what its declared services cost. */
export function lensesOf(analysis: Analysis, path: string, phaseId: PhaseId, lines: Lines, language: Language): readonly LensModel[] {
  const lenses: LensModel[] = [];
  const seen = new Set<string>();
  function add(line: number, title: string): void {
    const key = `${line}:${title}`;
    if (seen.has(key)) return;
    seen.add(key);
    lenses.push({ line, title });
  }

  const today = phaseOf(analysis, 'today');
  for (const node of today?.architecture.nodes ?? []) {
    const first = node.evidence[0];
    const services = today?.estimate.services.filter((service) => service.node === node.id) ?? [];
    if (first?.at.path !== path || services.length === 0) continue;
    add(lines.range(first.at).start.line, lensTitle(nodeName(node, language), total(services), language));
  }

  const phase = phaseId === 'today' ? undefined : phaseOf(analysis, phaseId);
  for (const need of analysis.needs) {
    const deciding = need.evidence[0];
    if (phase === undefined || deciding?.at.path !== path || need.stage === 'test' || need.servedBy !== null) continue;
    const cost = costOfNeed(phase, need);
    if (cost === null || cost.services.length === 0) continue;
    add(lines.range(deciding.at).start.line, lensTitle(whatServes(cost, language), cost.amount, language, cost.sharedWith.length > 0));
  }
  return lenses.sort((a, b) => a.line - b.line);
}

function lensTitle(what: string, amount: Amount, language: Language, shared = false): string {
  if (amount.monthlyUsd === 0) return localize(strings.free, language, { what });
  const text = amount.monthlyUsd === null ? strings.unknown : shared ? strings.shared : strings.lens;
  return localize(text, language, { what, amount: monthly(amount, language) });
}

function whatServes(cost: NeedCost, language: Language): string {
  const main = cost.node === null ? localize(serviceName(cost.service), language) : nodeName(cost.node, language);
  const [first, ...rest] = cost.companions;
  if (first === undefined) return main;
  if (rest.length > 0) return localize(strings.more, language, { main, count: cost.companions.length });
  return `${main} + ${localize(first.label, language)}`;
}

function nodeName(node: ArchitectureNode, language: Language): string {
  const label = localize(node.label, language);
  return node.detail === null ? label : `${label} ${localize(node.detail, language)}`;
}

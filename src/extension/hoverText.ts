import type { Analysis } from '../core/analysis';
import type { PhaseAnalysis } from '../core/conclude';
import { needInfo } from '../core/catalog/needs';
import { serviceName } from '../core/catalog/names';
import { phaseInfo } from '../core/catalog/phases';
import { technologyName } from '../core/catalog/technologies';
import type { Language } from '../core/l10n/localized';
import { formatNumber, localize, localizeMessage } from '../core/l10n/localized';
import type { EstimateLine, Evidence, Need, PhaseId, PlannedUsage } from '../core/model';
import type { Commitment } from '../core/pricing/commitments';
import { commandIds } from './commandIds';
import { commitmentNote } from './commitmentText';
import type { Lines } from './diagnosticModel';
import { hoverStrings } from './hoverStrings';
import type { LineRange } from './lines';
import { commandLink, escapeMarkdown, tableLine } from './markdown';
import type { MoneyStyle } from '../core/l10n/money';
import { dollars, formatDay, monthlyExact, rateNote, unitDollars } from '../core/l10n/money';
import type { NeedCost } from './needCost';
import { costOfNeed, phaseOf } from './needCost';
import { capitalized } from './treeModel';

/** A hover is no report: the architecture panel has every line. */
const rowsShown = 8;

export interface HoverModel {
  readonly range: LineRange;
  /** Markdown, one part per need that the line proves. */
  readonly parts: readonly string[];
}

export interface HoverOptions {
  readonly phase: PhaseId;
  readonly workload: string;
  readonly money: MoneyStyle;
  /** Commitments that AWS offers for what a usage asks for; absent where live prices were not fetched. */
  commitmentsOf?(usage: PlannedUsage): readonly Commitment[];
}

/** What to say at a line, or null where the analysis has nothing to say. */
export function hoverAt(analysis: Analysis, path: string, line: number, lines: Lines, options: HoverOptions): HoverModel | null {
  const hits = needsAt(analysis, path, line, lines);
  const first = hits[0];
  if (first === undefined) return null;
  const text = lines.of(path).lineText(line);
  const indent = text.length - text.trimStart().length;
  return {
    range: { start: { line, character: indent }, end: { line, character: text.trimEnd().length } },
    parts: hits.map(({ need, evidence }) => needText(analysis, need, evidence, options)),
  };
}

interface Hit {
  readonly need: Need;
  readonly evidence: Evidence;
}

function needsAt(analysis: Analysis, path: string, line: number, lines: Lines): readonly Hit[] {
  const hits: Hit[] = [];
  for (const need of analysis.needs) {
    const evidence = need.evidence.find((candidate) => {
      if (candidate.at.path !== path) return false;
      const range = lines.range(candidate.at);
      return range.start.line <= line && line <= range.end.line;
    });
    if (evidence !== undefined) hits.push({ need, evidence });
  }
  return hits;
}

function needText(analysis: Analysis, need: Need, evidence: Evidence, options: HoverOptions): string {
  const { language } = options.money;
  const info = needInfo(need.id);
  const paragraphs = [
    `**${capitalized(localize(info.title, language))}** · ${technology(need, language)}`,
    `${localize(info.problem, language)} ${localize(hoverStrings[`stage-${evidence.stage}`], language)}`,
  ];
  if (need.servedBy !== null) {
    paragraphs.push(localize(hoverStrings.servedBy, language, { service: serviceName(need.servedBy) }));
  }
  const phase = phaseOf(analysis, options.phase);
  const cost = phase === undefined ? null : costOfNeed(phase, need);
  if (phase !== undefined && cost !== null) paragraphs.push(...costText(analysis, phase, cost, options));
  paragraphs.push(links(need, cost, language));
  return paragraphs.join('\n\n');
}

function technology(need: Need, language: Language): string {
  const name = escapeMarkdown(localize(technologyName(need.technology), language));
  if (need.library === null) return name;
  return `${name} (${escapeMarkdown(localize(technologyName(need.library), language))})`;
}

function costText(analysis: Analysis, phase: PhaseAnalysis, cost: NeedCost, options: HoverOptions): readonly string[] {
  const { money } = options;
  const { language } = money;
  const names = { phase: phaseInfo(phase.id).title, service: serviceName(cost.service) };
  const why = localize(hoverStrings.why, language, { reason: localizeMessage(cost.decision.reason, language) });
  // Without a cost of its own it runs on what is counted already: that is not the same as free.
  if (cost.services.length === 0) return [localize(hoverStrings.included, language, names), why];
  const paragraphs = [
    localize(hoverStrings.served, language, { ...names, amount: monthlyExact(cost.amount, money) }),
    breakdown(cost, language),
  ];
  if (cost.sharedWith.length > 0) {
    const needs = cost.sharedWith.map((id) => localize(needInfo(id).title, language)).join(', ');
    paragraphs.push(localize(hoverStrings.shared, language, { needs }));
  }
  return [...paragraphs, ...commitmentNotes(phase, cost, options), why, `*${basis(analysis, options)}*`];
}

function commitmentNotes(phase: PhaseAnalysis, cost: NeedCost, options: HoverOptions): readonly string[] {
  return cost.services.flatMap((service) => {
    // The estimate prices the usages in their order.
    const usage = phase.architecture.usages[phase.estimate.services.indexOf(service)];
    const commitments = usage === undefined ? [] : (options.commitmentsOf?.(usage) ?? []);
    const note = commitmentNote(commitments, service.lines, options.money.language);
    return note === null ? [] : [note];
  });
}

function breakdown(cost: NeedCost, language: Language): string {
  const several = new Set(cost.services.map((service) => service.service)).size > 1;
  const rows = cost.services.flatMap((service) =>
    service.lines.map((line) => row(line, several ? `${localize(serviceName(service.service), language)}: ` : '', language)),
  );
  const head = (['what', 'quantity', 'unitPrice', 'month'] as const).map((key) => localize(hoverStrings[key], language));
  const table = [tableLine(head), '| :--- | ---: | ---: | ---: |', ...rows.slice(0, rowsShown)].join('\n');
  if (rows.length <= rowsShown) return table;
  return `${table}\n\n${localize(hoverStrings.moreRows, language, { count: rows.length - rowsShown })}`;
}

function row(line: EstimateLine, prefix: string, language: Language): string {
  const unknown = localize(hoverStrings.unknown, language);
  const cells = [
    escapeMarkdown(`${prefix}${localize(line.what, language)}`),
    `${formatNumber(line.quantity, language)} ${escapeMarkdown(line.unit)}`,
    line.unitUsd === null ? unknown : unitDollars(line.unitUsd, language),
    line.usd === null ? unknown : dollars(line.usd, language),
  ];
  return tableLine(cells);
}

/** Where the prices come from and under which assumptions, with the exchange rate where one is shown. */
export function basis(analysis: Analysis, options: HoverOptions): string {
  const { language } = options.money;
  const { prices } = analysis;
  const text = localize(hoverStrings.basis, language, {
    source: hoverStrings[`source-${prices.source}`],
    day: formatDay(prices.asOf, language),
    region: prices.region,
    workload: escapeMarkdown(options.workload),
  });
  const rate = rateNote(options.money);
  return rate === null ? text : `${text} ${rate}.`;
}

function links(need: Need, cost: NeedCost | null, language: Language): string {
  const service = cost?.service ?? need.servedBy;
  const all: string[] = [];
  if (service !== null) {
    const label = localize(hoverStrings.explain, language, { topic: serviceName(service) });
    all.push(commandLink(label, commandIds.explain, service));
  } else {
    all.push(commandLink(localize(hoverStrings.explain, language, { topic: needInfo(need.id).title }), commandIds.explain, need.id));
  }
  all.push(commandLink(localize(hoverStrings.architecture, language), commandIds.showArchitecture));
  all.push(commandLink(localize(hoverStrings.change, language), commandIds.changeAssumptions));
  return all.join(' · ');
}

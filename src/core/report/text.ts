import { capacityMeaning } from '../architecture/capacityMeaning';
import { needInfo } from '../catalog/needs';
import { phaseInfo } from '../catalog/phases';
import { technologyName } from '../catalog/technologies';
import { formatMoney, formatRange, localize, localizeMessage, type Language, type Localized } from '../l10n/localized';
import { rateNote, withSecond, type MoneyStyle } from '../l10n/money';
import type { Capacity, PhaseEstimate, Severity } from '../model';
import type { PhaseAnalysis } from '../conclude';
import type { ReportContext } from './context';

const words = {
  noApplication: { en: 'No application was found in this folder.', 'pt-br': 'Nenhuma aplicação foi encontrada nesta pasta.' },
  needs: { en: 'Needs', 'pt-br': 'Necessidades' },
  strengths: { en: 'Strengths', 'pt-br': 'Pontos fortes' },
  limitations: { en: 'Limitations', 'pt-br': 'Limitações' },
  pitfalls: { en: 'Pitfalls', 'pt-br': 'Armadilhas' },
  findings: { en: 'Findings', 'pt-br': 'Achados' },
  noFindings: { en: 'No findings.', 'pt-br': 'Nenhum achado.' },
  phases: { en: 'Phases', 'pt-br': 'Fases' },
  perMonth: { en: '{amount}/month', 'pt-br': '{amount}/mês' },
  atLeast: { en: 'at least {amount}/month, prices unknown: {count}', 'pt-br': 'no mínimo {amount}/mês, preços desconhecidos: {count}' },
  skipped: { en: 'Skipped', 'pt-br': 'Ignorados' },
  requests: { en: '{requests} requests/s, {users} concurrent users', 'pt-br': '{requests} requisições/s, {users} usuários simultâneos' },
  nothing: { en: 'nothing on AWS yet', 'pt-br': 'nada na AWS ainda' },
  prices: { en: 'Prices: {source} of {date}, {region}, list price before tax.', 'pt-br': 'Preços: {source} de {date}, {region}, preço de tabela sem impostos.' },
} as const satisfies Record<string, Localized>;

export const severityNames = {
  error: { en: 'error', 'pt-br': 'erro' },
  warning: { en: 'warning', 'pt-br': 'aviso' },
  information: { en: 'information', 'pt-br': 'informação' },
  hint: { en: 'hint', 'pt-br': 'dica' },
} as const satisfies Record<Severity, Localized>;

export const priceSources = {
  snapshot: { en: 'bundled snapshot', 'pt-br': 'tabela incluída' },
  cache: { en: 'cached AWS prices', 'pt-br': 'preços da AWS em cache' },
  live: { en: 'live AWS prices', 'pt-br': 'preços da AWS ao vivo' },
} as const satisfies Record<string, Localized>;

/** A report for a terminal. */
export function textReport(context: ReportContext): string {
  const { analysis, language, positions } = context;
  const lines: string[] = [];
  if (analysis.applications.length === 0) lines.push(localize(words.noApplication, language));
  for (const application of analysis.applications) {
    const version = application.frameworkVersion === null ? '' : ` ${application.frameworkVersion}`;
    lines.push(`${application.name} — ${localize(technologyName(application.framework), language)}${version} (${application.root})`, '', `  ${localize(words.needs, language)}`);
    const needs = analysis.needs.filter((need) => need.application === application.root);
    const width = Math.max(0, ...needs.map((need) => localize(needInfo(need.id).title, language).length));
    for (const need of needs) {
      const title = localize(needInfo(need.id).title, language).padEnd(width);
      const [evidence] = need.evidence;
      lines.push(`    ${title}  ${localize(technologyName(need.technology), language).padEnd(18)}  ${evidence === undefined ? '' : positions.label(evidence.at)}`);
    }
    for (const [title, traits] of [[words.strengths, analysis.assessment.strengths], [words.limitations, analysis.assessment.limitations]] as const) {
      const own = traits.filter((trait) => trait.application === application.root);
      if (own.length > 0) lines.push('', `  ${localize(title, language)}`, ...own.map((trait) => `    ${localizeMessage(trait.text, language)}`));
    }
    lines.push('');
  }
  if (analysis.applications.length > 0) {
    lines.push(localize(words.phases, language));
    for (const phase of analysis.phases) lines.push(`  ${phaseLine(phase, context.money)}`);
    const { source, asOf, region } = analysis.prices;
    lines.push(`  ${localize(capacityMeaning, language)}`);
    lines.push(`  ${localize(words.prices, language, { source: priceSources[source], date: asOf, region })}`);
    const rate = rateNote(context.money);
    if (rate !== null) lines.push(`  ${rate}`);
    lines.push('');
    if (analysis.pitfalls.length > 0) lines.push(localize(words.pitfalls, language), ...analysis.pitfalls.map(({ text }) => `  ${localizeMessage(text, language)}`), '');
    lines.push(analysis.findings.length === 0 ? localize(words.noFindings, language) : `${localize(words.findings, language)} (${analysis.findings.length})`);
  }
  for (const finding of analysis.findings) {
    lines.push(`  ${positions.label(finding.at)}  ${localize(severityNames[finding.severity], language)}  ${localizeMessage(finding.message, language)}  [${finding.rule}]`);
  }
  if (analysis.skipped.length > 0) {
    lines.push('', localize(words.skipped, language));
    for (const { file, why } of analysis.skipped) lines.push(`  ${file}: ${localizeMessage(why, language)}`);
  }
  for (const problem of analysis.problems) lines.push(`  ${positions.label(problem.at)}  ${localizeMessage(problem.message, language)}`);
  return `${lines.join('\n')}\n`;
}

function phaseLine(phase: PhaseAnalysis, money: MoneyStyle): string {
  const { language } = money;
  const title = localize(phaseInfo(phase.id).title, language).padEnd(16);
  const cost = phase.id === 'today' && phase.estimate.services.length === 0 ? localize(words.nothing, language) : costText(phase.estimate, money);
  return `${title}  ${cost}${phase.capacity === null ? '' : `  ·  ${capacityText(phase.capacity, language)}`}`;
}

/** `$61.32/month`, in both currencies where there are two, or what is known and how many prices are not. */
export function costText(estimate: PhaseEstimate, money: MoneyStyle): string {
  const { language } = money;
  const amount = withSecond(formatMoney(estimate.knownUsd, language), estimate.knownUsd, money);
  if (estimate.monthlyUsd !== null) return localize(words.perMonth, language, { amount });
  return localize(words.atLeast, language, { amount, count: estimate.missing.length });
}

export function capacityText(capacity: Capacity, language: Language): string {
  return localize(words.requests, language, { requests: formatRange(capacity.requestsPerSecond, language), users: formatRange(capacity.concurrentUsers, language) });
}

import type { Analysis } from '../core/analysis';
import { phaseInfo } from '../core/catalog/phases';
import type { Localized } from '../core/l10n/localized';
import { formatNumber, localize } from '../core/l10n/localized';
import type { Evaluation } from '../core/model';
import { severities } from '../core/model';
import type { HoverOptions } from './hoverText';
import { basis } from './hoverText';
import { monthly, monthlyExact } from '../core/l10n/money';
import { phaseOf } from './needCost';

export interface StatusModel {
  readonly text: string;
  /** Markdown. */
  readonly tooltip: string;
  readonly accessibleLabel: string;
}

export interface StatusOptions extends HoverOptions {
  readonly evaluateAs: Evaluation;
}

export const statusStrings = {
  scanning: { en: 'Skylift is reading the workspace', 'pt-br': 'O Skylift está lendo o workspace' },
  today: { en: 'today', 'pt-br': 'hoje' },
  asProduction: { en: 'as production', 'pt-br': 'como produção' },
  heading: {
    en: '**Skylift** · phase *{phase}*: **{amount}**',
    'pt-br': '**Skylift** · fase *{phase}*: **{amount}**',
  },
  noCost: { en: '**Skylift** · phase *{phase}*', 'pt-br': '**Skylift** · fase *{phase}*' },
  findings: { en: 'Findings: {counts}', 'pt-br': 'Achados: {counts}' },
  noFindings: { en: 'No findings', 'pt-br': 'Nenhum achado' },
  'evaluate-local': {
    en: 'Evaluated as local development: every file is read as what it is.',
    'pt-br': 'Avaliado como desenvolvimento local: cada arquivo é lido pelo que é.',
  },
  'evaluate-production': {
    en: 'Evaluated as production: the default deployment is judged as if it were live.',
    'pt-br': 'Avaliado como produção: a implantação padrão é julgada como se estivesse no ar.',
  },
  'error-one': { en: '{count} error', 'pt-br': '{count} erro' },
  'error-other': { en: '{count} errors', 'pt-br': '{count} erros' },
  'warning-one': { en: '{count} warning', 'pt-br': '{count} aviso' },
  'warning-other': { en: '{count} warnings', 'pt-br': '{count} avisos' },
  'information-one': { en: '{count} note', 'pt-br': '{count} informação' },
  'information-other': { en: '{count} notes', 'pt-br': '{count} informações' },
  'hint-one': { en: '{count} hint', 'pt-br': '{count} dica' },
  'hint-other': { en: '{count} hints', 'pt-br': '{count} dicas' },
  label: { en: 'Skylift: {amount}, findings: {findings}', 'pt-br': 'Skylift: {amount}, achados: {findings}' },
} as const satisfies Record<string, Localized>;

/** What the status bar says of a folder, or null where it has nothing to say. */
export function statusOf(analysis: Analysis, options: StatusOptions): StatusModel | null {
  if (analysis.applications.length === 0) return null;
  const { language } = options.money;
  const phase = phaseOf(analysis, options.phase);
  if (phase === undefined) return null;
  const hasCost = phase.estimate.services.length > 0;
  const amount = hasCost ? monthly(phase.estimate, language) : localize(statusStrings.today, language);
  const findings = formatNumber(analysis.findings.length, language);
  const worst = severities.find((severity) => analysis.findings.some((finding) => finding.severity === severity));
  const parts = [`$(cloud) ${amount}`, `$(${worst === 'error' ? 'error' : worst === 'warning' ? 'warning' : 'info'}) ${findings}`];
  if (options.evaluateAs === 'production') parts.push(localize(statusStrings.asProduction, language));
  return {
    text: parts.join('  '),
    tooltip: tooltip(analysis, options, hasCost),
    accessibleLabel: localize(statusStrings.label, language, { amount, findings }),
  };
}

function tooltip(analysis: Analysis, options: StatusOptions, hasCost: boolean): string {
  const { language } = options.money;
  const phase = phaseOf(analysis, options.phase);
  const title = phaseInfo(options.phase).title;
  const heading =
    hasCost && phase !== undefined
      ? localize(statusStrings.heading, language, { phase: title, amount: monthlyExact(phase.estimate, options.money) })
      : localize(statusStrings.noCost, language, { phase: title });
  const counts = severities
    .map((severity) => ({ severity, count: analysis.findings.filter((finding) => finding.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => localize(statusStrings[`${severity}-${count === 1 ? 'one' : 'other'}`], language, { count }));
  return [
    heading,
    counts.length === 0
      ? localize(statusStrings.noFindings, language)
      : localize(statusStrings.findings, language, { counts: counts.join(', ') }),
    localize(statusStrings[`evaluate-${options.evaluateAs}`], language),
    ...(hasCost ? [`*${basis(analysis, options)}*`] : []),
  ].join('\n\n');
}

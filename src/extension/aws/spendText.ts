import type { ActualSpend } from '../../aws/costExplorer';
import { phaseInfo } from '../../core/catalog/phases';
import { serviceName } from '../../core/catalog/names';
import type { Localized } from '../../core/l10n/localized';
import { intlLocale, localize } from '../../core/l10n/localized';
import type { PhaseId } from '../../core/model';
import type { SpendComparison } from '../../core/pricing/actualSpend';
import { escapeMarkdown, tableLine } from '../markdown';
import type { Amount, MoneyStyle } from '../../core/l10n/money';
import { dollars, inBoth, monthlyExact, rateNote } from '../../core/l10n/money';
import { capitalized } from '../treeModel';

const strings = {
  title: { en: 'Actual spend and estimate', 'pt-br': 'Gasto real e estimativa' },
  month: { en: 'Month: **{month}** (last full month)', 'pt-br': 'Mês: **{month}** (último mês completo)' },
  actualTotal: { en: 'Billed by AWS: **{amount}**', 'pt-br': 'Cobrado pela AWS: **{amount}**' },
  estimateTotal: { en: 'Estimate, phase *{phase}*: **{amount}**', 'pt-br': 'Estimativa, fase *{phase}*: **{amount}**' },
  stillEstimated: {
    en: 'AWS may still change the figures of this month.',
    'pt-br': 'A AWS ainda pode mudar os valores deste mês.',
  },
  wholeAccount: {
    en: 'The bill is that of the whole account: what other applications use is in it as well.',
    'pt-br': 'A cobrança é da conta inteira: o que outras aplicações usam também está nela.',
  },
  source: {
    en: 'Source: AWS Cost Explorer, unblended cost by service.',
    'pt-br': 'Fonte: AWS Cost Explorer, custo não combinado (unblended) por serviço.',
  },
  service: { en: 'AWS service', 'pt-br': 'Serviço da AWS' },
  estimated: { en: 'Estimate', 'pt-br': 'Estimativa' },
  actual: { en: 'Billed', 'pt-br': 'Cobrado' },
  difference: { en: 'Estimate − billed', 'pt-br': 'Estimativa − cobrado' },
  notEstimated: { en: 'not in the estimate', 'pt-br': 'fora da estimativa' },
  notBilled: { en: 'not billed', 'pt-br': 'não cobrado' },
  unknown: { en: 'unknown price', 'pt-br': 'preço desconhecido' },
} as const satisfies Record<string, Localized>;

export interface SpendPage {
  readonly spend: ActualSpend;
  readonly rows: readonly SpendComparison[];
  readonly phase: PhaseId;
  readonly estimate: Amount & { readonly services: readonly { readonly service: string }[] };
  readonly money: MoneyStyle;
}

/** Spend of the last full month beside the estimate, as Markdown. */
export function spendText({ spend, rows, phase, estimate, money }: SpendPage): string {
  const { language } = money;
  const text = (source: Localized, data?: Readonly<Record<string, string | Localized>>): string => localize(source, language, data);
  const month = new Intl.DateTimeFormat(intlLocale(language), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${spend.from}T00:00:00Z`));
  const rate = rateNote(money);
  const estimated = new Set(estimate.services.map(({ service }) => service));
  return [
    `# ${text(strings.title)}`,
    [
      `- ${text(strings.month, { month: capitalized(month) })}`,
      `- ${text(strings.actualTotal, { amount: inBoth(spend.totalUsd, money) })}`,
      `- ${text(strings.estimateTotal, { phase: phaseInfo(phase).title, amount: monthlyExact(estimate, money) })}`,
    ].join('\n'),
    [
      tableLine([strings.service, strings.estimated, strings.actual, strings.difference].map((head) => text(head))),
      '| :--- | ---: | ---: | ---: |',
      ...rows.map((row) => tableRow(row, estimated, money)),
    ].join('\n'),
    [text(strings.wholeAccount), ...(spend.estimated ? [text(strings.stillEstimated)] : []), text(strings.source), ...(rate === null ? [] : [`${rate}.`])].join(' '),
    '',
  ].join('\n\n');
}

function tableRow(row: SpendComparison, estimated: ReadonlySet<string>, { language }: MoneyStyle): string {
  const { name, services, estimatedUsd, actualUsd, differenceUsd } = row;
  // What AWS gathers under a name that does not say so: volumes and transfer under `EC2 - Other`.
  const inside = services
    .filter((service) => estimated.has(service))
    .map((service) => localize(serviceName(service), language))
    .filter((service) => !name.includes(service));
  const estimate =
    services.length === 0 ? localize(strings.notEstimated, language) : estimatedUsd === null ? localize(strings.unknown, language) : dollars(estimatedUsd, language);
  const cells = [
    inside.length === 0 ? escapeMarkdown(name) : `${escapeMarkdown(name)} (${escapeMarkdown(inside.join(', '))})`,
    estimate,
    actualUsd === null ? localize(strings.notBilled, language) : dollars(actualUsd, language),
    services.length === 0 || differenceUsd === null ? '—' : dollars(differenceUsd, language),
  ];
  return tableLine(cells);
}

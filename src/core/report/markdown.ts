import { needInfo } from '../catalog/needs';
import { phaseInfo } from '../catalog/phases';
import { serviceName } from '../catalog/names';
import { technologyName } from '../catalog/technologies';
import { capacityMeaning } from '../architecture/capacityMeaning';
import { choiceName } from '../architecture/choiceNames';
import { renderMermaid } from '../architecture/mermaid';
import { formatMoney, formatNumber, localize, localizeMessage, type Localized } from '../l10n/localized';
import { rateNote } from '../l10n/money';
import { leftOut } from '../pricing/leftOut';
import type { PhaseAnalysis } from '../conclude';
import { ruleHelpUrl } from '../rules';
import { sharedTraits, type SharedTrait } from '../architecture/sharedTraits';
import type { Trait } from '../architecture/strengths';
import type { ReportContext } from './context';
import { cell } from './escape';
import { roadmapMarkdown } from './roadmap';
import { capacityText, costText, priceSources, severityNames } from './text';

const words = {
  title: { en: 'AWS architecture guide', 'pt-br': 'Guia de arquitetura AWS' },
  applications: { en: 'Applications', 'pt-br': 'Aplicações' },
  needs: { en: 'Needs', 'pt-br': 'Necessidades' },
  needHeader: { en: '| Need | Today | Proof |', 'pt-br': '| Necessidade | Hoje | Prova |' },
  findings: { en: 'Findings', 'pt-br': 'Achados' },
  noFindings: { en: 'No findings.', 'pt-br': 'Nenhum achado.' },
  findingHeader: { en: '| Severity | Where | What | Rule |', 'pt-br': '| Gravidade | Onde | O quê | Regra |' },
  summary: { en: 'Cost and capacity by phase', 'pt-br': 'Custo e capacidade por fase' },
  summaryHeader: { en: '| Phase | Cost | Capacity |', 'pt-br': '| Fase | Custo | Capacidade |' },
  costHeader: { en: '| Service | What | Quantity | Unit | Unit price | USD/month |', 'pt-br': '| Serviço | O quê | Quantidade | Unidade | Preço unitário | USD/mês |' },
  decisions: { en: 'Decisions', 'pt-br': 'Decisões' },
  notes: { en: 'Keep in mind', 'pt-br': 'Fique atento' },
  bottleneck: { en: 'Bottleneck: {bottleneck} Next: {next}', 'pt-br': 'Gargalo: {bottleneck} Próximo passo: {next}' },
  assessment: { en: 'Where it stands', 'pt-br': 'Como está hoje' },
  strengths: { en: 'Strengths', 'pt-br': 'Pontos fortes' },
  limitations: { en: 'Limitations', 'pt-br': 'Limitações' },
  pitfalls: { en: 'Pitfalls', 'pt-br': 'Armadilhas' },
  prices: { en: 'Prices: {source} of {date}, region {region}; list price before discounts and tax.', 'pt-br': 'Preços: {source} de {date}, região {region}; preço de tabela, sem descontos nem impostos.' },
  unknown: { en: 'unknown', 'pt-br': 'desconhecido' },
  nothing: { en: 'nothing on AWS yet', 'pt-br': 'nada na AWS ainda' },
  noApplication: { en: 'No application was found in this folder.', 'pt-br': 'Nenhuma aplicação foi encontrada nesta pasta.' },
} as const satisfies Record<string, Localized>;

/** A report that a team puts into its wiki: diagrams, costs, capacity, findings, roadmap. */
export function markdownReport(context: ReportContext): string {
  const { analysis, language } = context;
  const title = `# ${localize(words.title, language)}`;
  if (analysis.applications.length === 0) return `${title}\n\n${localize(words.noApplication, language)}\n`;
  return [
    title,
    applicationsSection(context),
    assessmentSection(context),
    summarySection(context),
    ...analysis.phases.map((phase) => phaseSection(phase, context)),
    findingsSection(context),
    roadmapMarkdown(context),
  ].join('\n\n') + '\n';
}

function applicationsSection({ analysis, language, positions }: ReportContext): string {
  const parts = [`## ${localize(words.applications, language)}`];
  for (const application of analysis.applications) {
    const version = application.frameworkVersion === null ? '' : ` ${application.frameworkVersion}`;
    parts.push(`### ${cell(application.name)} (${localize(technologyName(application.framework), language)}${version}, \`${application.root}\`)`);
    const rows = analysis.needs
      .filter((need) => need.application === application.root)
      .map((need) => `| ${localize(needInfo(need.id).title, language)} | ${cell(localize(technologyName(need.technology), language))} | ${need.evidence.slice(0, 1).map((evidence) => `\`${positions.label(evidence.at)}\``).join('')} |`);
    parts.push([localize(words.needHeader, language), '| --- | --- | --- |', ...rows].join('\n'));
  }
  return parts.join('\n\n');
}

function summarySection({ analysis, language, money }: ReportContext): string {
  const rows = analysis.phases.map((phase) => {
    const cost = isEmptyToday(phase) ? localize(words.nothing, language) : costText(phase.estimate, money);
    return `| ${localize(phaseInfo(phase.id).title, language)} | ${cost} | ${phase.capacity === null ? '' : capacityText(phase.capacity, language)} |`;
  });
  const { source, asOf, region } = analysis.prices;
  return [
    `## ${localize(words.summary, language)}`,
    [localize(words.summaryHeader, language), '| --- | --- | --- |', ...rows].join('\n'),
    [localize(words.prices, language, { source: priceSources[source], date: asOf, region }), rateNote(money)].filter((line) => line !== null).join(' '),
    localize(capacityMeaning, language),
    localize(leftOut, language),
  ].join('\n\n');
}

function isEmptyToday(phase: PhaseAnalysis): boolean {
  return phase.id === 'today' && phase.estimate.services.length === 0;
}

function phaseSection(phase: PhaseAnalysis, { language }: ReportContext): string {
  const info = phaseInfo(phase.id);
  const parts = [`## ${localize(info.title, language)}`, localize(info.goal, language)];
  parts.push(`\`\`\`mermaid\n${renderMermaid(phase.architecture, { language, estimate: phase.estimate, costs: true, icons: false }).trimEnd()}\n\`\`\``);
  if (phase.capacity !== null) {
    const { bottleneck, next } = phase.capacity;
    parts.push(`${capacityText(phase.capacity, language)}. ${localize(words.bottleneck, language, { bottleneck: localizeMessage(bottleneck, language), next: localizeMessage(next, language) })}`);
  }
  if (phase.estimate.services.length > 0) {
    const rows = phase.estimate.services.flatMap((service) =>
      service.lines.map((line) => {
        const unit = line.unitUsd === null ? localize(words.unknown, language) : formatMoney(line.unitUsd, language, 'USD', unitDigits(line.unitUsd));
        const usd = line.usd === null ? localize(words.unknown, language) : formatMoney(line.usd, language);
        return `| ${localize(serviceName(service.service), language)} | ${cell(localize(line.what, language))} | ${formatNumber(line.quantity, language)} | ${cell(line.unit)} | ${unit} | ${usd} |`;
      }),
    );
    parts.push([localize(words.costHeader, language), '| --- | --- | ---: | --- | ---: | ---: |', ...rows].join('\n'));
  }
  if (phase.architecture.decisions.length > 0) {
    const items = phase.architecture.decisions.map(
      (decision) => `- **${localize(needInfo(decision.need).title, language)} → ${localize(choiceName(decision.service), language)}**: ${cell(localizeMessage(decision.reason, language))}`,
    );
    parts.push(`### ${localize(words.decisions, language)}`, [...new Set(items)].join('\n'));
  }
  if (phase.architecture.notes.length > 0) {
    parts.push(`### ${localize(words.notes, language)}`, phase.architecture.notes.map((note) => `- ${localizeMessage(note, language)}`).join('\n'));
  }
  return parts.join('\n\n');
}

function findingsSection({ analysis, language, positions }: ReportContext): string {
  const heading = `## ${localize(words.findings, language)}`;
  if (analysis.findings.length === 0) return `${heading}\n\n${localize(words.noFindings, language)}`;
  const rows = analysis.findings.map(
    (finding) =>
      `| ${localize(severityNames[finding.severity], language)} | \`${positions.label(finding.at)}\` | ${cell(localizeMessage(finding.message, language))} | [${finding.rule}](${ruleHelpUrl(finding.rule)}) |`,
  );
  return [heading, [localize(words.findingHeader, language), '| --- | --- | --- | --- |', ...rows].join('\n')].join('\n\n');
}

function assessmentSection({ analysis, language, positions }: ReportContext): string {
  const { strengths, limitations } = analysis.assessment;
  const list = (title: Localized, traits: readonly SharedTrait[]): readonly string[] =>
    traits.length === 0 ? [] : [`### ${localize(title, language)}`, traits.map((trait) => traitLine(trait, positions)).join('\n')];
  const shared = (traits: readonly Trait[]): readonly SharedTrait[] => sharedTraits(traits, analysis.applications, language);
  const pitfalls = analysis.pitfalls.map(({ text, evidence }) => ({ text: localizeMessage(text, language), evidence, applications: [] }));
  return [`## ${localize(words.assessment, language)}`, ...list(words.strengths, shared(strengths)), ...list(words.limitations, shared(limitations)), ...list(words.pitfalls, pitfalls)].join('\n\n');
}

function traitLine({ text, evidence, applications }: SharedTrait, positions: ReportContext['positions']): string {
  const names = applications.length === 0 ? '' : `**${applications.map(cell).join(', ')}**: `;
  const proof = evidence.slice(0, 1).map(({ at }) => ` (\`${positions.label(at)}\`)`).join('');
  return `- ${names}${cell(text)}${proof}`;
}

/** Enough digits for a price per request without a tail of zeros. */
function unitDigits(usd: number): number {
  if (usd === 0 || usd >= 1) return 2;
  return Math.min(10, Math.max(2, 2 - Math.floor(Math.log10(usd))));
}

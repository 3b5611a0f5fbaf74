import type { Analysis } from '../../core/analysis';
import type { PhaseAnalysis } from '../../core/conclude';
import { choiceName } from '../../core/architecture/choiceNames';
import { nodeCosts, nodeCostText } from '../../core/architecture/costs';
import { frameworkLabel } from '../../core/architecture/labels';
import { renderMermaidWithIds } from '../../core/architecture/mermaid';
import { serviceIcon, serviceName } from '../../core/catalog/names';
import { needInfo } from '../../core/catalog/needs';
import { phaseInfo } from '../../core/catalog/phases';
import { formatMoney, formatNumber, formatRange, intlLocale, localize, localizeMessage, type Language } from '../../core/l10n/localized';
import type { Application, Architecture, ArchitectureNode, Capacity, Decision, EstimateLine, PhaseEstimate, PriceOrigin, ServiceEstimate } from '../../core/model';
import type { PanelApplication, PanelCapacity, PanelDecision, PanelLine, PanelModel, PanelNode, PanelPhase, PanelService, PanelTotal } from '../../protocol/panelModel';
import { sharedTraits } from '../../core/architecture/sharedTraits';
import type { Trait } from '../../core/architecture/strengths';
import { Lines, type TextOf } from '../diagnosticModel';
import { formatDay, rateNote, type MoneyStyle } from '../../core/l10n/money';
import { panelControls, type ControlSettings, type PanelFolder } from './controls';
import { panelOneServer } from './oneServerModel';
import { frameworkIcons, priceLabels, stageLabels } from './panelText';
import { panelStrings } from './strings';

/** What the panel shows of an analysis, and under which assumptions. */
export interface PanelInput {
  /** Null where no folder is open. */
  readonly analysis: Analysis | null;
  readonly textOf: TextOf;
  readonly language: Language;
  readonly settings: ControlSettings & { readonly secondCurrency: MoneyStyle['second']; readonly diagramLayout: PanelModel['layout'] };
  /** Workspace folders that can be chosen, and the one that is shown. */
  readonly folders: readonly PanelFolder[];
  readonly folder: PanelFolder;
}

/** The panel's view of an analysis: every text in the reader's language, every line by index, no colours. */
export function buildPanelModel(input: PanelInput): PanelModel {
  const { analysis, language, settings } = input;
  const money: MoneyStyle = { language, second: settings.secondCurrency };
  const lines = new Lines(input.textOf);
  const applications = analysis?.applications ?? [];
  return {
    language: intlLocale(language),
    strings: panelStrings(language),
    title: input.folder.name,
    applications: applications.map((application) => panelApplication(application, language)),
    phases: analysis === null || applications.length === 0 ? [] : analysis.phases.map((phase) => ({ ...panelPhase(phase, applications, lines, money), oneServer: panelOneServer(analysis, phase.id, money) })),
    prices: analysis === null ? { label: '', region: '' } : panelPrices(analysis.prices, money),
    controls: analysis === null ? [] : panelControls(settings, language, input.folders, input.folder.id),
    layout: settings.diagramLayout,
    strengths: traits(analysis?.assessment.strengths ?? [], applications, language),
    limitations: [...traits(analysis?.assessment.limitations ?? [], applications, language), ...(analysis?.pitfalls ?? []).map(({ text }) => localizeMessage(text, language))],
  };
}

function traits(all: readonly Trait[], applications: readonly Application[], language: Language): readonly string[] {
  return sharedTraits(all, applications, language).map(({ text, applications: names }) => (names.length === 0 ? text : `${names.join(', ')}: ${text}`));
}

function panelPrices({ source, asOf, region }: PriceOrigin, money: MoneyStyle): PanelModel['prices'] {
  const { language } = money;
  const origin = localize(priceLabels[source], language, { date: formatDay(asOf, language) });
  const rate = rateNote(money);
  return { label: rate === null ? origin : `${origin} · ${rate}`, region };
}

function panelApplication(application: Application, language: Language): PanelApplication {
  const icon = frameworkIcons[application.framework] ?? application.languages.map((name) => frameworkIcons[name]).find((found) => found !== undefined);
  return { name: application.name, framework: localize(frameworkLabel(application), language), icon: icon ?? null };
}

function panelPhase(phase: PhaseAnalysis, applications: readonly Application[], lines: Lines, money: MoneyStyle): Omit<PanelPhase, 'oneServer'> {
  const { language } = money;
  const { architecture, estimate } = phase;
  const info = phaseInfo(phase.id);
  const { text, nodeIds } = renderMermaidWithIds(architecture, { language, estimate, costs: true, icons: true, colors: false });
  const domIds = new Map(Object.entries(nodeIds).map(([domId, id]) => [id, domId]));
  const costs = nodeCosts(estimate);
  const groupNames = new Map(architecture.groups.map((group) => [group.id, localize(group.label, language)]));
  return {
    id: phase.id,
    title: localize(info.title, language),
    goal: localize(info.goal, language),
    total: panelTotal(estimate, money),
    capacity: phase.capacity === null ? null : panelCapacity(phase.capacity, language),
    mermaid: text,
    nodes: architecture.nodes.map((node): PanelNode => {
      const cost = costs.get(node.id);
      return {
        id: node.id,
        domId: domIds.get(node.id) ?? '',
        kind: node.kind,
        label: localize(node.label, language),
        detail: node.detail === null ? null : localize(node.detail, language),
        icon: node.icon,
        cost: cost === undefined ? null : nodeCostText(cost, language),
        needs: node.needs.map((need) => localize(needInfo(need).title, language)),
        group: node.group === null ? null : (groupNames.get(node.group) ?? null),
        evidence: panelEvidence(node, lines, language),
      };
    }),
    edges: architecture.edges.map(({ from, to, kind, label }) => ({ from, to, kind, label: label === null ? null : localize(label, language) })),
    // Mermaid's text numbers the boundaries in the order of the model.
    groups: architecture.groups.map(({ id, kind, label, parent }, index) => ({ id, domId: `g${index}`, kind, label: localize(label, language), parent })),
    services: estimate.services.map((service) => panelService(service, language)),
    missing: missingNames(estimate, language),
    notes: architecture.notes.map((note) => localizeMessage(note, language)),
    decisions: architecture.decisions.map((decision) => panelDecision(decision, architecture, applications, language)),
  };
}

function panelEvidence(node: ArchitectureNode, lines: Lines, language: Language): PanelNode['evidence'] {
  return node.evidence.map((evidence, index) => ({
    index,
    label: `${evidence.at.path}:${lines.range(evidence.at).start.line + 1}`,
    key: evidence.key,
    stage: localize(stageLabels[evidence.stage], language),
  }));
}

function panelTotal(estimate: PhaseEstimate, { language, second }: MoneyStyle): PanelTotal {
  const { monthlyUsd: usd, knownUsd } = estimate;
  const incomplete = usd === null && estimate.services.length > 0;
  if (estimate.services.length === 0) return { usd, knownUsd, text: null, converted: null, incomplete };
  return {
    usd,
    knownUsd,
    // What is known is the least: an incomplete sum never stands there as if it were the whole.
    text: `${incomplete ? '≥ ' : ''}${formatMoney(knownUsd, language)}`,
    converted: second === null ? null : `≈ ${formatMoney(knownUsd * second.rate, language, second.code)}`,
    incomplete,
  };
}

function panelCapacity(capacity: Capacity, language: Language): PanelCapacity {
  return {
    requestsPerSecond: formatRange(capacity.requestsPerSecond, language, 0),
    concurrentUsers: formatRange(capacity.concurrentUsers, language, 0),
    bottleneck: localizeMessage(capacity.bottleneck, language),
    next: localizeMessage(capacity.next, language),
  };
}

function panelService(service: ServiceEstimate, language: Language): PanelService {
  return {
    id: service.service,
    name: localize(serviceName(service.service), language),
    icon: serviceIcon(service.service),
    node: service.node,
    serves: service.serves.map((need) => localize(needInfo(need).title, language)),
    usd: service.monthlyUsd,
    knownUsd: service.knownUsd,
    cost: service.monthlyUsd === null ? null : formatMoney(service.monthlyUsd, language),
    lines: service.lines.map((line) => panelLine(line, language)),
  };
}

function panelLine(line: EstimateLine, language: Language): PanelLine {
  return {
    what: localize(line.what, language),
    quantity: formatNumber(line.quantity, language),
    unit: line.unit,
    unitPrice: line.unitUsd === null ? null : formatUnitPrice(line.unitUsd, language),
    cost: line.usd === null ? null : formatMoney(line.usd, language),
    assumption: localizeMessage(line.assumption, language),
    sku: line.sku,
    source: line.source,
    asOf: line.asOf === null ? null : formatDay(line.asOf, language),
    missing: line.missing === null ? null : localizeMessage(line.missing, language),
  };
}

/** A unit can cost a millionth of a dollar: as many digits as it needs, at least cents. */
function formatUnitPrice(usd: number, language: Language): string {
  return new Intl.NumberFormat(intlLocale(language), { style: 'currency', currency: 'USD', minimumFractionDigits: 2, maximumFractionDigits: 10 }).format(usd);
}

function missingNames(estimate: PhaseEstimate, language: Language): readonly string[] {
  const names = estimate.services.flatMap((service) =>
    service.lines.filter((line) => line.usd === null).map((line) => `${localize(serviceName(service.service), language)}: ${localize(line.what, language)}`),
  );
  return [...new Set(names)];
}

function panelDecision(decision: Decision, { nodes }: Architecture, applications: readonly Application[], language: Language): PanelDecision {
  const node = nodes.find(({ service, needs }) => service === decision.service && needs.includes(decision.need));
  const application = applications.find(({ root }) => root === decision.application);
  return {
    need: localize(needInfo(decision.need).title, language),
    // With one application there is nothing to tell apart.
    application: applications.length > 1 ? (application?.name ?? decision.application) : null,
    service: localize(choiceName(decision.service), language),
    icon: serviceIcon(decision.service),
    node: node?.id ?? null,
    reason: localizeMessage(decision.reason, language),
    alternatives: decision.alternatives.map((alternative) => localize(choiceName(alternative), language)),
  };
}

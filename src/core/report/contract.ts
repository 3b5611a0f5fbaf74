import type { PhaseAnalysis } from '../conclude';
import { renderMermaid } from '../architecture/mermaid';
import type { Trait } from '../architecture/strengths';
import { localize, localizeMessage } from '../l10n/localized';
import type { Architecture, Capacity, Evidence, Finding, Need, NeedId, ServiceEstimate } from '../model';
import { ruleHelpUrl } from '../rules';
import type { ReportContext } from './context';

/** The JSON of `skylift scan`, to the letter of the contract. Keys are added, never renamed. */
export function contractReport(context: ReportContext): Readonly<Record<string, unknown>> {
  const { analysis, language } = context;
  return {
    schema: 1,
    tool: { name: 'skylift', version: context.version },
    applications: analysis.applications.map(({ root, name, framework, frameworkVersion, languages }) => ({ root, name, framework, frameworkVersion, languages })),
    needs: analysis.needs.map((need) => needReport(need, context)),
    findings: analysis.findings.map((finding) => findingReport(finding, context)),
    phases: analysis.phases.map((phase) => phaseReport(phase, context)),
    assessment: {
      strengths: analysis.assessment.strengths.map((trait) => traitReport(trait, context)),
      limitations: analysis.assessment.limitations.map((trait) => traitReport(trait, context)),
      pitfalls: analysis.pitfalls.map(({ id, text, evidence }) => ({ id, text: localizeMessage(text, language), evidence: evidence.map((one) => evidenceReport(one, context)) })),
    },
    assumptions: { ...analysis.assumptions, settingsFile: analysis.settingsFile },
    prices: { ...analysis.prices, missing: missingPrices(analysis.phases) },
    roadmap: analysis.roadmap.map((week) => ({
      week: week.week,
      title: localize(week.title, language),
      steps: week.steps.map((step) => ({
        id: step.id,
        title: localize(step.title, language),
        done: step.done,
        evidence: step.evidence.map((evidence) => evidenceReport(evidence, context)),
        why: localize(step.why, language),
        byHand: step.byHand,
        need: step.need,
        service: step.service,
        how: { text: localize(step.how.text, language), commands: step.how.commands, links: step.how.links },
        hours: step.hours,
        monthlyUsd: cents(step.monthlyUsd),
      })),
    })),
    skipped: analysis.skipped.map(({ file, why }) => ({ file, why: localizeMessage(why, language) })),
    problems: analysis.problems.map(({ at, message }) => ({ file: at.path, ...context.positions.at(at.path, at.range.start), message: localizeMessage(message, language) })),
    stats: analysis.stats,
  };
}

function evidenceReport(evidence: Evidence, { positions }: ReportContext): Readonly<Record<string, unknown>> {
  return { file: evidence.at.path, ...positions.at(evidence.at.path, evidence.at.range.start), key: evidence.key, stage: evidence.stage };
}

function traitReport(trait: Trait, context: ReportContext): Readonly<Record<string, unknown>> {
  return {
    id: trait.id,
    application: trait.application,
    need: trait.need,
    text: localizeMessage(trait.text, context.language),
    evidence: trait.evidence.map((evidence) => evidenceReport(evidence, context)),
  };
}

function needReport(need: Need, context: ReportContext): Readonly<Record<string, unknown>> {
  return {
    application: need.application,
    id: need.id,
    technology: need.technology,
    supported: need.supported,
    library: need.library,
    confidence: need.confidence,
    evidence: need.evidence.map((evidence) => evidenceReport(evidence, context)),
    stage: need.stage,
    servedBy: need.servedBy,
  };
}

function findingReport(finding: Finding, { positions, language }: ReportContext): Readonly<Record<string, unknown>> {
  const start = positions.at(finding.at.path, finding.at.range.start);
  const end = positions.at(finding.at.path, finding.at.range.end);
  return {
    rule: finding.rule,
    severity: finding.severity,
    application: finding.application,
    file: finding.at.path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    message: localizeMessage(finding.message, language),
    need: finding.need,
    service: finding.service,
    help: ruleHelpUrl(finding.rule),
    fixes: finding.fixes.map((fix) => ({ title: localizeMessage(fix.title, language), kind: fix.kind })),
  };
}

function phaseReport(phase: PhaseAnalysis, { language }: ReportContext): Readonly<Record<string, unknown>> {
  const nothingDeclared = phase.id === 'today' && phase.estimate.services.length === 0;
  return {
    id: phase.id,
    mermaid: renderMermaid(phase.architecture, { language, estimate: phase.estimate, costs: true, icons: false }),
    services: serviceReports(phase, language),
    monthlyUsd: nothingDeclared ? null : cents(phase.estimate.monthlyUsd),
    capacity: capacityReport(phase.capacity, language),
    notes: phase.architecture.notes.map((note) => localizeMessage(note, language)),
    decisions: phase.architecture.decisions.map((decision) => ({
      application: decision.application,
      need: decision.need,
      service: decision.service,
      reason: localizeMessage(decision.reason, language),
      alternatives: decision.alternatives,
    })),
  };
}

/** Every need that the service answers: what it is paid for, what else its node carries, what was decided for it. */
function servedBy(service: string, parts: readonly ServiceEstimate[], { nodes, decisions }: Architecture): readonly NeedId[] {
  const carried = nodes.filter((node) => node.service === service && parts.some((part) => part.node === node.id)).flatMap((node) => node.needs);
  const decided = decisions.filter((decision) => decision.service === service).map((decision) => decision.need);
  return [...new Set([...parts.flatMap((part) => part.serves), ...carried, ...decided])];
}

/** One entry per service: the places where it is used are joined, their lines kept. */
function serviceReports({ estimate, architecture }: PhaseAnalysis, language: ReportContext['language']): readonly Readonly<Record<string, unknown>>[] {
  const byId = new Map<string, ServiceEstimate[]>();
  for (const service of estimate.services) byId.set(service.service, [...(byId.get(service.service) ?? []), service]);
  return [...byId].map(([id, parts]) => ({
    id,
    serves: servedBy(id, parts, architecture),
    monthlyUsd: parts.some((part) => part.monthlyUsd === null) ? null : cents(parts.reduce((sum, part) => sum + (part.monthlyUsd ?? 0), 0)),
    lines: parts.flatMap((part) =>
      part.lines.map((line) => ({
        what: localize(line.what, language),
        quantity: line.quantity,
        unit: line.unit,
        unitUsd: line.unitUsd,
        usd: line.usd === null ? null : micro(line.usd),
        assumption: localizeMessage(line.assumption, language),
        sku: line.sku,
        source: line.source,
        asOf: line.asOf,
        ...(line.missing === null ? {} : { missing: localizeMessage(line.missing, language) }),
      })),
    ),
  }));
}

function capacityReport(capacity: Capacity | null, language: ReportContext['language']): Readonly<Record<string, unknown>> | null {
  if (capacity === null) return null;
  return {
    requestsPerSecond: capacity.requestsPerSecond,
    concurrentUsers: capacity.concurrentUsers,
    bottleneck: localizeMessage(capacity.bottleneck, language),
    next: localizeMessage(capacity.next, language),
  };
}

function missingPrices(phases: readonly PhaseAnalysis[]): readonly string[] {
  return [...new Set(phases.flatMap((phase) => phase.estimate.missing))];
}

/** Binary sums carry noise in the last digits that means nothing. */
function cents(usd: number | null): number | null {
  return usd === null ? null : Math.round(usd * 100) / 100;
}

function micro(usd: number): number {
  return Math.round(usd * 1e6) / 1e6;
}

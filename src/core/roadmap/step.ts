import type { Localized } from '../l10n/localized';
import { phaseIds, type Evidence, type NeedId, type PhaseId, type RoadmapGuide, type RoadmapLink, type RoadmapStep, type ServiceEstimate } from '../model';
import type { RoadmapContext } from './context';

/** One step as a rule of the roadmap: when it applies, what proves it, and how it is done for the stack at hand. */
export interface StepDefinition {
  readonly id: string;
  readonly phase: PhaseId;
  readonly need: NeedId | null;
  readonly service: string | null;
  readonly hours: readonly [number, number];
  /** Whether Skylift can generate infrastructure code for it. */
  readonly generates?: boolean;
  applies(context: RoadmapContext): boolean;
  title(context: RoadmapContext): Localized;
  why(context: RoadmapContext): Localized;
  how(context: RoadmapContext): Localized;
  commands?(context: RoadmapContext): readonly string[];
  /** Pages of AWS, where they depend on the stack by its technologies. */
  readonly links: readonly RoadmapLink[] | ((context: RoadmapContext) => readonly RoadmapLink[]);
  /** Lines of the repository that prove the step done; empty where it cannot tell. */
  proof(context: RoadmapContext): readonly Evidence[];
}

export function toStep(definition: StepDefinition, context: RoadmapContext): RoadmapStep {
  const evidence = definition.proof(context);
  const byHand = evidence.length === 0 && context.checkedByHand.includes(definition.id);
  return {
    id: definition.id,
    title: definition.title(context),
    why: definition.why(context),
    need: definition.need,
    service: definition.service,
    phase: definition.phase,
    done: evidence.length > 0 || byHand,
    byHand,
    evidence,
    how: guideOf(definition, context),
    hours: definition.hours,
    monthlyUsd: costOf(definition, context),
    applications: rootsOf(definition, context),
  };
}

function guideOf(definition: StepDefinition, context: RoadmapContext): RoadmapGuide {
  const { need, service } = definition;
  return {
    text: definition.how(context),
    commands: definition.commands?.(context) ?? [],
    links: typeof definition.links === 'function' ? definition.links(context) : definition.links,
    snippet: definition.generates === true && need !== null && service !== null ? { need, service } : null,
  };
}

/**
 * How the bill changes: the service in its phase, less what the phase before pays for the same and for what it replaces
 * (an instance that gives way to tasks), each with what its node brings along: disk, addresses, traffic, keys. Several nodes
 * of one service are told apart by the need.
 */
function costOf(definition: StepDefinition, context: RoadmapContext): number | null {
  const { service, need, phase } = definition;
  if (service === null) return null;
  const present = servicesOf(context, phase);
  const own = withCompanions(present.filter((line) => line.service === service && isFor(line, need)), present, need);
  if (own.length === 0) return null;
  const before = servicesOf(context, phaseIds[phaseIds.indexOf(phase) - 1]);
  // The pipeline of an application replaces nothing of what runs it: only the service that was decided on does.
  const replaces = need !== null && context.decided(phase, need) === service;
  const isKept = (old: ServiceEstimate): boolean => present.some((line) => line.service === old.service && isFor(line, need));
  // What belongs to this need alone was paid for already where it stood on a machine of others: the media of calls.
  const moved = (line: ServiceEstimate): boolean => need !== null && need !== 'compute' && line.serves.includes(need) && own.some((mine) => mine.service === line.service);
  const replaced = withCompanions(before.filter((line) => isFor(line, need) && (line.service === service || moved(line) || (replaces && line.serves.length > 0 && !isKept(line)))), before, need);
  return [...own, ...replaced].every((line) => line.monthlyUsd !== null) ? sum(own) - sum(replaced) : null;
}

/** What is paid for on the same nodes and for the same need. */
function withCompanions(lines: readonly ServiceEstimate[], all: readonly ServiceEstimate[], need: NeedId | null): readonly ServiceEstimate[] {
  const nodes = new Set(lines.map(({ node }) => node).filter((node) => node !== null));
  return all.filter((line) => lines.includes(line) || (line.node !== null && nodes.has(line.node) && isFor(line, need)));
}

function servicesOf(context: RoadmapContext, phase: PhaseId | undefined): readonly ServiceEstimate[] {
  return context.estimates?.find((candidate) => candidate.phase === phase)?.estimate.services ?? [];
}

function isFor({ serves }: ServiceEstimate, need: NeedId | null): boolean {
  return need === null || serves.length === 0 || serves.includes(need);
}

function sum(services: readonly ServiceEstimate[]): number {
  return services.reduce((total, service) => total + service.knownUsd, 0);
}

function rootsOf(definition: StepDefinition, context: RoadmapContext): readonly string[] {
  const { need } = definition;
  const concerned = need === null || need === 'compute' ? context.applications.map((application) => application.root) : context.needsOf(need).map((one) => one.application);
  return [...new Set(concerned)];
}

import type { Localized } from '../l10n/localized';
import type { Evidence, NeedId, PhaseId, RoadmapGuide, RoadmapLink, RoadmapStep } from '../model';
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
  readonly links: readonly RoadmapLink[];
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
    links: definition.links,
    snippet: definition.generates === true && need !== null && service !== null ? { need, service } : null,
  };
}

/** What the service of the step costs in its phase; several nodes of one service are told apart by the need. */
function costOf(definition: StepDefinition, context: RoadmapContext): number | null {
  const { service, need } = definition;
  if (service === null) return null;
  const estimate = context.estimates?.find((candidate) => candidate.phase === definition.phase)?.estimate;
  const lines = estimate?.services.filter((line) => line.service === service && (need === null || line.serves.length === 0 || line.serves.includes(need)));
  if (lines === undefined || lines.length === 0) return null;
  return lines.every((line) => line.monthlyUsd !== null) ? lines.reduce((sum, line) => sum + line.knownUsd, 0) : null;
}

function rootsOf(definition: StepDefinition, context: RoadmapContext): readonly string[] {
  const { need } = definition;
  const concerned = need === null || need === 'compute' ? context.applications.map((application) => application.root) : context.needsOf(need).map((one) => one.application);
  return [...new Set(concerned)];
}

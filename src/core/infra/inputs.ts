import { asksNothing, type Application, type Architecture, type Decision, type Need, type PhaseEstimate, type PhaseId, type Sizing } from '../model';
import { budgetFor } from '../pricing/budget';
import { plannedMachines } from './machines';
import type { SnippetInput } from './snippet';

/** The part of an analysis that infrastructure code follows from. */
export interface Planned {
  readonly applications: readonly Application[];
  readonly needs: readonly Need[];
  readonly phases: readonly { readonly id: PhaseId; readonly architecture: Pick<Architecture, 'decisions'> & Partial<Pick<Architecture, 'usages'>>; readonly estimate: Pick<PhaseEstimate, 'knownUsd'> }[];
  readonly assumptions?: { readonly sizing: Sizing };
}

export type SharedInput = Pick<SnippetInput, 'dialect' | 'region' | 'language'> & { readonly phase: PhaseId };

/** What to generate for one decision of a phase, or null where there is no such application. */
export function snippetInput(planned: Planned, decision: Pick<Decision, 'application' | 'need' | 'service'>, shared: SharedInput): SnippetInput | null {
  const application = planned.applications.find(({ root }) => root === decision.application);
  if (application === undefined) return null;
  const need = planned.needs.find(({ id, application: root }) => id === decision.need && root === decision.application);
  const phase = planned.phases.find(({ id }) => id === shared.phase);
  const estimate = phase?.estimate;
  const sizing = planned.assumptions?.sizing;
  return {
    ...shared,
    service: decision.service,
    need: decision.need,
    application,
    technology: need?.technology ?? '',
    ...(sizing === undefined || asksNothing(sizing) ? {} : { sizing, machines: plannedMachines(phase?.architecture ?? {}) }),
    budgetUsd: estimate === undefined ? null : budgetFor(estimate.knownUsd),
  };
}

/** What to generate for a phase, by application. `wanted` leaves out what serves other needs. */
export function phaseInputs(
  planned: Planned,
  shared: SharedInput,
  wanted: ReadonlySet<string> | null = null,
): readonly { readonly application: Application; readonly inputs: readonly SnippetInput[] }[] {
  const decisions = planned.phases.find(({ id }) => id === shared.phase)?.architecture.decisions ?? [];
  return planned.applications.map((application) => ({
    application,
    inputs: decisions
      .filter(({ application: root, need }) => root === application.root && (wanted === null || wanted.has(need)))
      .map((decision) => snippetInput(planned, decision, shared))
      .filter((input) => input !== null),
  }));
}

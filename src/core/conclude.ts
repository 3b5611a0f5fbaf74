import { buildArchitecture } from './architecture/build';
import { estimateCapacity } from './architecture/capacity';
import type { Domain } from './architecture/domains';
import type { SkyliftSettings } from './architecture/settings';
import { assess, type Assessment } from './architecture/strengths';
import { declaredResources } from './detectors/cloud/declared';
import type { Detector } from './detectors/detector';
import { libraryBindings } from './detectors/libraryBindings';
import type { ApplicationScope, WorkspaceFacts } from './detectors/scope';
import { phaseIds, type Application, type Architecture, type Capacity, type Evaluation, type Finding, type Need, type PhaseEstimate, type PhaseId, type Problem, type RoadmapWeek, type Severity } from './model';
import { joinBindings } from './needs/join';
import { createScopes } from './needs/scope';
import { pitfallsOf, type Pitfall } from './pitfalls';
import { estimateUsages } from './pricing';
import type { PriceBook } from './pricing/types';
import { buildRoadmap } from './roadmap';
import { runRules } from './rules';
import type { Assumptions } from './settingsFile';

export interface PhaseAnalysis {
  readonly id: PhaseId;
  readonly architecture: Architecture;
  readonly estimate: PhaseEstimate;
  readonly capacity: Capacity | null;
}

/** What is known of a folder and what is assumed. */
export interface Premises {
  readonly applications: readonly Application[];
  readonly workspace: WorkspaceFacts;
  readonly detectors: readonly Detector[];
  /** Of the files that matter. */
  readonly paths: readonly string[];
  readonly domains: readonly Domain[];
  readonly settings: SkyliftSettings;
  readonly assumptions: Assumptions;
  readonly book: PriceBook;
  readonly evaluation: Evaluation;
  readonly ruleSeverities: Readonly<Record<string, Severity | 'off'>>;
  /** Paths that git tracks; null where git cannot be asked. */
  readonly trackedFiles: ReadonlySet<string> | null;
  textOf(path: string): string | undefined;
}

export interface Conclusions {
  readonly needs: readonly Need[];
  readonly findings: readonly Finding[];
  /** Always the five phases, in order. */
  readonly phases: readonly PhaseAnalysis[];
  /** What is good for growth and what is in its way, each with its evidence. */
  readonly assessment: Assessment;
  /** Classic mistakes, as they stand here. */
  readonly pitfalls: readonly Pitfall[];
  readonly roadmap: readonly RoadmapWeek[];
  /** Places inside read files that were not understood. */
  readonly problems: readonly Problem[];
}

/** From facts to everything that is said of them: needs, phases, prices, findings, the way there. Nothing is read here. */
export function conclude({ applications, workspace, detectors, paths, domains, settings, assumptions, book, ...rest }: Premises): Conclusions {
  const scopes = createScopes(applications, workspace).map((scope) => ({ scope, needs: needsOf(scope, detectors) }));
  const needs = scopes.flatMap((scope) => scope.needs);
  const declared = declaredResources(workspace.all);
  const { region, workload, freeTier, sizing } = assumptions;
  const input = { applications, needs, workload: workload.workload, region, declared, domains, coefficients: settings.coefficients, choices: settings.choices, sizing };
  const phases = phaseIds.map((id): PhaseAnalysis => {
    const architecture = buildArchitecture({ ...input, phase: id });
    return {
      id,
      architecture,
      estimate: estimateUsages(architecture.usages, book, { freeTier }),
      capacity: applications.length === 0 ? null : estimateCapacity({ ...input, phase: id, architecture }),
    };
  });
  const { evaluation, ruleSeverities, trackedFiles, textOf } = rest;
  const { findings, problems } = runRules({ scopes, evaluation, severities: ruleSeverities, trackedFiles, textOf, region });
  const roadmap = buildRoadmap({
    applications,
    needs,
    architectures: phases.map((phase) => phase.architecture),
    declaredFacts: declared,
    checkedByHand: settings.stepsDone,
    estimates: phases.map(({ id, estimate }) => ({ phase: id, estimate })),
    markers: workspace.all,
  });
  return {
    needs,
    findings,
    phases,
    assessment: assess({ applications, needs, facts: workspace.all, files: paths }),
    pitfalls: pitfallsOf({ applications, needs, findings, phases, roadmap, declared }),
    roadmap,
    problems,
  };
}

function needsOf(scope: ApplicationScope, detectors: readonly Detector[]): readonly Need[] {
  const bindings = detectors.flatMap((detector) => detector.bindings?.(scope) ?? []);
  return joinBindings(scope, [...bindings, ...libraryBindings(scope)]);
}

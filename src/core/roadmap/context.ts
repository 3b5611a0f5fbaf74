import { isDeployedImage } from '../architecture/images';
import type { Application, Architecture, Evidence, Fact, Need, NeedId, PhaseEstimate, PhaseId, Processor } from '../model';

/** What the roadmap is made from. */
export interface RoadmapInput {
  readonly applications: readonly Application[];
  readonly needs: readonly Need[];
  /** The five phases, as drawn. */
  readonly architectures: readonly Architecture[];
  /** Cloud resources of existing infrastructure code. */
  readonly declaredFacts: readonly Fact[];
  /** Ids of steps that `skylift.yaml` says are done. */
  readonly checkedByHand: readonly string[];
  /** Prices of the same phases: what a step adds to the bill. */
  readonly estimates?: readonly { readonly phase: PhaseId; readonly estimate: PhaseEstimate }[];
  /** What code, pipelines and container recipes prove. */
  readonly markers?: readonly Fact[];
}

/** The input with the questions that steps ask of it. */
export interface RoadmapContext extends RoadmapInput {
  needsOf(id: NeedId): readonly Need[];
  has(id: NeedId, ...technologies: readonly string[]): boolean;
  /** Evidence of declared resources of these types. */
  declared(...types: readonly string[]): readonly Evidence[];
  /** Evidence of needs that the phase's own service serves already. */
  served(id: NeedId, services: readonly string[], technologies?: readonly string[]): readonly Evidence[];
  /** Places of a marker: `ci.deploys`. */
  marked(name: string): readonly Evidence[];
  /** Recipes of images that are deployed, each by the image that it ends with. */
  images(): readonly Evidence[];
  architecture(phase: PhaseId): Architecture | undefined;
  /** Service decided on for a need in a phase (of the first application that has it). */
  decided(phase: PhaseId, need: NeedId): string | undefined;
  /** Whether the service stands in the phase. */
  uses(phase: PhaseId, service: string): boolean;
  /** Processors that containers or functions of the phase have. */
  processor(phase: PhaseId, service: 'fargate' | 'lambda'): Processor;
  readonly frameworks: ReadonlySet<string>;
  readonly languages: ReadonlySet<string>;
}

export function createContext(input: RoadmapInput): RoadmapContext {
  return {
    ...input,
    frameworks: new Set(input.applications.map((application) => application.framework)),
    languages: new Set(input.applications.flatMap((application) => application.languages)),
    needsOf: (id) => input.needs.filter((need) => need.id === id),
    has: (id, ...technologies) =>
      input.needs.some((need) => need.id === id && (technologies.length === 0 || technologies.includes(need.technology))),
    declared: (...types) =>
      input.declaredFacts
        .filter((fact) => fact.kind === 'resource' && types.includes(fact.name))
        .map((fact) => ({ at: fact.at, key: fact.name, stage: fact.stage })),
    served: (id, services, technologies = []) => servedEvidence(input, id, services, technologies),
    marked: (name) => (input.markers ?? []).filter((fact) => fact.kind === 'code' && fact.name === name).map((fact) => ({ at: fact.at, key: fact.name, stage: fact.stage })),
    images: () =>
      (input.markers ?? [])
        .filter(isDeployedImage)
        .map((fact) => ({ at: fact.at, key: fact.name, stage: fact.stage })),
    processor: (phase, service) =>
      input.architectures
        .find((architecture) => architecture.phase === phase)
        ?.usages.some((usage) => usage.service === service && usage.usage['arch'] === 'x86') === true
        ? 'x86'
        : 'arm',
    architecture: (phase) => input.architectures.find((architecture) => architecture.phase === phase),
    decided: (phase, need) =>
      input.architectures
        .find((architecture) => architecture.phase === phase)
        ?.decisions.find((decision) => decision.need === need)?.service,
    uses: (phase, service) =>
      input.architectures.some(
        (architecture) => architecture.phase === phase && architecture.nodes.some((node) => node.service === service),
      ),
  };
}

/** All needs of that id have to be served: one of two databases on AWS is half the way. */
function servedEvidence(input: RoadmapInput, id: NeedId, services: readonly string[], technologies: readonly string[]): readonly Evidence[] {
  const needs = input.needs.filter((need) => need.id === id);
  const done = needs.filter((need) => (need.servedBy !== null && services.includes(need.servedBy)) || technologies.includes(need.technology));
  if (done.length === 0 || done.length < needs.length) return [];
  return done.flatMap((need) => need.evidence.slice(0, 1));
}

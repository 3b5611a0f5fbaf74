import { verbatim, type Localized } from '../l10n/localized';
import { defaultSizing, type Application, type Fact, type Need, type NeedId, type PhaseId, type Processor, type Sizing, type Workload } from '../model';
import type { ServiceChoices } from './choices';
import type { CapacityCoefficients } from './coefficients';
import { defaultCoefficients } from './coefficients';
import type { Domain } from './domains';
import { createGraph, type Graph, type UsageInput } from './graph';
import type { ArchitectureInput } from './input';
import { resized, type MachineKind } from './machines';
import { isThirdParty } from './stacks';

/** Where the web process of an application runs in the phase. */
export type Host = 'server' | 'auto-scaling' | 'fargate' | 'lambda' | 'static';

/** The input of a phase with the graph under construction. */
export interface Plan {
  readonly phase: PhaseId;
  readonly graph: Graph;
  readonly applications: readonly Application[];
  readonly needs: readonly Need[];
  readonly workload: Workload;
  readonly region: string;
  readonly declared: readonly Fact[];
  readonly domains: readonly Domain[];
  readonly coefficients: CapacityCoefficients;
  readonly choices: ServiceChoices;
  readonly sizing: Sizing;
}

export function createPlan(input: ArchitectureInput): Plan {
  return {
    phase: input.phase,
    graph: createGraph(),
    applications: input.applications,
    needs: input.needs,
    workload: input.workload,
    region: input.region,
    declared: input.declared,
    domains: input.domains ?? [],
    coefficients: input.coefficients ?? defaultCoefficients,
    choices: input.phase === 'cloud-native' || input.phase === 'serverless' ? (input.choices ?? {}) : {},
    // What runs today is as large as it is.
    sizing: input.phase === 'today' ? defaultSizing : (input.sizing ?? defaultSizing),
  };
}

export function needsOf(plan: Plan, root: string): readonly Need[] {
  return plan.needs.filter((need) => need.application === root);
}

export function findNeed(plan: Plan, root: string, id: NeedId): Need | undefined {
  return plan.needs.find((need) => need.application === root && need.id === id);
}

export function hasNeed(plan: Plan, id: NeedId): boolean {
  return plan.needs.some((need) => need.id === id);
}

export function findApplication(plan: Plan, root: string): Application | undefined {
  return plan.applications.find((application) => application.root === root);
}

/** Names in node ids and labels only matter where there is more than one application. */
export function isAlone(plan: Plan): boolean {
  return plan.applications.length === 1;
}

export function hostOf(plan: Plan, application: Application): Host {
  const compute = findNeed(plan, application.root, 'compute');
  const servedBy = plan.choices.compute ?? compute?.servedBy ?? null;
  if (servedBy === 'lambda' && compute?.technology !== 'static') return 'lambda';
  if (compute?.technology === 'static') return plan.phase === 'today' || plan.phase === 'foundations' ? 'server' : 'static';
  if (plan.choices.compute === 'fargate' || plan.choices.compute === 'auto-scaling') return plan.choices.compute;
  if (plan.phase === 'serverless') return 'lambda';
  if (plan.phase === 'cloud-native') return servedBy === 'ec2' || servedBy === 'auto-scaling' ? 'auto-scaling' : 'fargate';
  if (servedBy === 'fargate') return 'fargate';
  return servedBy === 'auto-scaling' ? 'auto-scaling' : 'server';
}

export function isDynamic(plan: Plan, application: Application): boolean {
  return findNeed(plan, application.root, 'compute')?.technology !== 'static';
}

/** Whether anything of the folder serves requests by itself: files alone need no logs, secrets or traces. */
export function hasServers(plan: Plan): boolean {
  return plan.applications.some((application) => isDynamic(plan, application));
}

/** WebSockets of a process of one's own pass the same doors as the pages; in the serverless phase they have their own. */
export function frontFlow(plan: Plan): Localized {
  const sockets = plan.needs.some((need) => need.id === 'realtime' && !isThirdParty(need.technology) && need.servedBy === null);
  return verbatim(sockets && plan.phase !== 'serverless' ? 'HTTPS, WebSocket' : 'HTTPS');
}

/** Applications share the requests evenly: the workload speaks of the whole folder. */
export function requestShare(plan: Plan): number {
  const dynamic = plan.applications.filter((application) => isDynamic(plan, application));
  return dynamic.length === 0 ? 0 : 1 / dynamic.length;
}

/** The same for a need: jobs, messages and calls are shared by the applications that have it. */
export function needShare(plan: Plan, id: NeedId): number {
  const roots = new Set(plan.needs.filter((need) => need.id === id).map((need) => need.application));
  return roots.size === 0 ? 0 : 1 / roots.size;
}

/** Existing infrastructure is not priced by assumption: what `today` costs is only what its code declares. */
export function planUsage(plan: Plan, input: UsageInput): void {
  if (plan.phase === 'today') return;
  if (plan.graph.hasUsage(input.service, input.node)) return;
  plan.graph.usage(input);
}

/** An attribute that existing infrastructure code states for a resource of the type. */
export function declaredAttribute(plan: Plan, type: string, attribute: string): string | undefined {
  for (const fact of plan.declared) {
    const value = fact.name === type ? fact.detail?.[attribute] : undefined;
    if (value !== undefined && value !== '') return value;
  }
  return undefined;
}

export const ids = {
  users: 'users',
  web: (root: string) => `web:${root}`,
  worker: (root: string) => `worker:${root}`,
  scheduler: (root: string) => `scheduler:${root}`,
  realtime: (root: string) => `realtime:${root}`,
} as const;

/** The processes of an application that talk to its stores. */
export function consumers(plan: Plan, root: string): readonly string[] {
  return [ids.web(root), ids.worker(root)].filter((id) => plan.graph.hasNode(id));
}

/** A machine that the design names, in the family and with the processors that are asked for. */
export function sized(plan: Plan, type: string, kind: MachineKind): string {
  return resized(type, kind, plan.sizing, plan.region);
}

/** Processors of containers and functions. */
export function processorOf(plan: Plan): Processor {
  return plan.sizing.architecture === 'x86' ? 'x86' : 'arm';
}

/** Copies of a store that the design keeps in two zones. */
export function storeCopies(plan: Plan): number {
  return plan.sizing.multiAz === 'off' ? 1 : availabilityZones;
}

/** Copies behind the load balancer live in so many zones. */
export const availabilityZones = 2;

/** Small teams that learn share one NAT gateway; everybody else keeps one per zone. */
export function natGateways(plan: Plan): number {
  if (plan.sizing.multiAz !== 'auto') return storeCopies(plan);
  return isForLearning(plan) ? 1 : availabilityZones;
}

export function isForLearning(plan: Plan): boolean {
  return plan.workload.peakConcurrentUsers < 100;
}

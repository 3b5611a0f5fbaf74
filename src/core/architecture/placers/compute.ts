import { message, verbatim, type Localized } from '../../l10n/localized';
import type { Application, Need, NeedId } from '../../model';
import { middle, requestsPerVcpu } from '../coefficients';
import { applicationGroup, dataGroup, managedGroup, serverGroup } from '../groups';
import { applicationLabel, joined } from '../labels';
import {
  availabilityZones,
  declaredAttribute,
  findNeed,
  hasNeed,
  hostOf,
  ids,
  isDynamic,
  planUsage,
  processorOf,
  requestShare,
  sized,
  type Plan,
} from '../plan';
import {
  databaseDemand,
  fits,
  round,
  smallestMachine,
  taskCount,
  webDemand,
  workerDemand,
  type Demand,
  type MachineSize,
} from '../sizing';
import { machineLadder, machineSize } from '../machines';
import { isMediaServer } from '../stacks';
import { hoursPerMonth, peakToAverage } from '../workload';
import { publicAddresses } from './network';
import { placeService } from './service';
import { noteMachineClass, noteOneMachine } from './sizeNotes';
import { planVolume } from './storage';

/** Memory of what may share one machine, in GB. Rough: the resident size of an idle default installation and some data. */
const residentGb: Readonly<Partial<Record<NeedId, number>>> = {
  'relational-database': 1,
  'document-database': 1.5,
  cache: 0.5,
  queue: 0.5,
  'event-streaming': 2,
  realtime: 0.25,
  video: 0.5,
  search: 1,
};

/** Whether a process of its own serves the need; tables, files and the web process itself take no memory apart. */
function isProcess(need: Need): boolean {
  const inside = ['sqlite', 'database', 'file', 'memory', 'sync', 'local', 'bundled', 'custom', 'ws', 'sse', 'webrtc', 'peerjs', 'whoosh'];
  return !inside.includes(need.technology);
}

export function serverDemand(plan: Plan, onServer: readonly Need[]): Demand {
  const share = requestShare(plan);
  let peakVcpus = 0;
  let memoryGb = 0.5;
  for (const application of plan.applications) {
    memoryGb += 0.75;
    if (isDynamic(plan, application)) {
      peakVcpus += webDemand(application, plan.workload.requestsPerSecond * share, plan.coefficients).peakVcpus;
    }
  }
  if (hasNeed(plan, 'queue')) peakVcpus += workerDemand(plan.workload.jobs, plan.coefficients).peakVcpus;
  const resident = new Set(onServer.filter(isProcess).map((need) => need.id));
  for (const id of resident) memoryGb += residentGb[id] ?? 0;
  const database = onServer.find((need) => need.id === 'relational-database');
  if (database !== undefined) peakVcpus += databaseDemand(plan.workload, database.technology, false, plan.coefficients).peakVcpus;
  const video = onServer.find((need) => need.id === 'video' && isMediaServer(need.technology));
  if (video !== undefined) peakVcpus += ((plan.workload.callMinutes / (hoursPerMonth * 60)) * peakToAverage) / plan.coefficients.participantsPerVcpu;
  return { peakVcpus, averageVcpus: peakVcpus / peakToAverage, memoryGb };
}

/** The one machine of the first phases: its disk, its address and its copies are billed with it. */
export function placeServer(plan: Plan, onServer: readonly Need[]): string {
  const demand = serverDemand(plan, onServer);
  const machine = declaredMachine(plan) ?? smallestMachine(machineLadder('server', plan.sizing, plan.region), demand, plan.coefficients.serverUtilization);
  const diskGb = serverDiskGb(plan, onServer);
  const id = placeService(plan, {
    id: 'ec2',
    service: 'ec2',
    group: serverGroup(plan),
    detail: verbatim(`${machine.type} · ${String(diskGb)} GB`),
    serves: ['compute'],
    applications: plan.applications.map((application) => application.root),
  });
  planUsage(plan, {
    service: 'ec2',
    node: id,
    serves: ['compute'],
    usage: { 'instance-type': machine.type, instances: 1, hours: hoursPerMonth },
    assumption: message(
      {
        en: '{rps} requests/s at the peak need {vcpus} vCPU and everything on the machine {memory} GB of memory',
        'pt-br': '{rps} requisições/s no pico exigem {vcpus} vCPU, e tudo o que roda na máquina, {memory} GB de memória',
      },
      { rps: plan.workload.requestsPerSecond, vcpus: round(demand.peakVcpus, 1), memory: round(demand.memoryGb, 1) },
    ),
  });
  planVolume(plan, id, diskGb, 'compute', { copies: true });
  planUsage(plan, publicAddresses(id, 1, { en: 'the instance', 'pt-br': 'a instância' }));
  if (plan.sizing.serverClass === 'auto') warnWhenTooSmall(plan, machine, demand);
  else noteMachineClass(plan, { en: 'The server', 'pt-br': 'O servidor' }, machine, demand, plan.coefficients.serverUtilization);
  if (plan.phase === 'foundations') noteOneMachine(plan);
  return id;
}

/** The instance that stands already, where the code says which. */
function declaredMachine(plan: Plan): MachineSize | undefined {
  const served = plan.needs.some((need) => need.id === 'compute' && need.servedBy === 'ec2');
  const type = served ? declaredAttribute(plan, 'aws_instance', 'instance_type') : undefined;
  return type === undefined ? undefined : sizeOf(sized(plan, type, 'server'));
}

/** A machine of special use keeps its place without being judged: nothing is known of its memory. */
function sizeOf(type: string): MachineSize {
  return machineSize(type) ?? { type, vcpus: 2, memoryGb: 0, sustainedVcpus: 2, everyday: false };
}

function serverDiskGb(plan: Plan, onServer: readonly Need[]): number {
  const files = onServer.some((need) => need.id === 'file-storage') ? plan.workload.filesGb : 0;
  const data = onServer.some((need) => need.id === 'relational-database' || need.id === 'document-database') ? plan.workload.databaseGb * 2 : 0;
  return 20 + files + data;
}

function warnWhenTooSmall(plan: Plan, machine: MachineSize, demand: Demand): void {
  if (machine.memoryGb === 0) return;
  if (fits(machine, demand, plan.coefficients.serverUtilization)) return;
  plan.graph.note(
    message(
      {
        en: 'One machine does not carry this workload: it needs about {needed} vCPU at the peak, and {type} has {has}. Read the cost of this phase as a floor.',
        'pt-br': 'Uma máquina só não aguenta esta carga: são necessárias cerca de {needed} vCPU no pico, e a {type} tem {has}. Leia o custo desta fase como um piso.',
      },
      { needed: Math.ceil(demand.peakVcpus / plan.coefficients.serverUtilization), type: machine.type, has: machine.vcpus },
    ),
  );
}

/** How many tasks of one vCPU the web tier of an application runs: at least one per zone. */
export function webTasks(plan: Plan, application: Application): { readonly average: number; readonly peak: number } {
  const demand = webDemand(application, plan.workload.requestsPerSecond * requestShare(plan), plan.coefficients);
  const target = plan.coefficients.targetUtilization;
  return {
    average: taskCount(demand.averageVcpus, 1, availabilityZones, target),
    peak: taskCount(demand.peakVcpus, 1, availabilityZones, target),
  };
}

export function placeFargateWeb(plan: Plan, application: Application): string {
  const tasks = webTasks(plan, application);
  const id = placeWebService(plan, application, 'fargate', scalingDetail(tasks));
  planUsage(plan, {
    service: 'fargate',
    node: id,
    serves: ['compute'],
    usage: { tasks: tasks.average, vcpu: 1, 'memory-gb': 2, hours: hoursPerMonth, arch: processorOf(plan) },
    assumption: scalingAssumption(plan, application, tasks),
  });
  return id;
}

export function placeAutoScalingWeb(plan: Plan, application: Application): string {
  const tasks = webTasks(plan, application);
  const small = tasks.average <= 4;
  const machine = sized(plan, small ? 't4g.medium' : 'm7g.xlarge', 'server');
  const per = sizeOf(machine).vcpus;
  const instances = Math.max(availabilityZones, Math.ceil(tasks.average / per));
  const peak = Math.max(availabilityZones, Math.ceil(tasks.peak / per));
  const id = placeWebService(plan, application, 'ec2', scalingDetail({ average: instances, peak }));
  planUsage(plan, {
    service: 'ec2',
    node: id,
    serves: ['compute'],
    usage: { 'instance-type': machine, instances, hours: hoursPerMonth },
    assumption: scalingAssumption(plan, application, { average: instances, peak }),
  });
  planVolume(plan, id, 20, 'compute', { volumes: instances });
  return id;
}

function placeWebService(plan: Plan, application: Application, service: 'fargate' | 'ec2' | 'lambda', scaling: Localized): string {
  const compute = findNeed(plan, application.root, 'compute');
  const id = placeService(
    plan,
    {
      id: ids.web(application.root),
      service,
      kind: 'application',
      group: applicationGroup(plan),
      label: applicationLabel(plan, application),
      detail: joined([serviceShortName(service), scaling]),
      serves: ['compute'],
      applications: [application.root],
    },
    compute,
  );
  return id;
}

function serviceShortName(service: 'fargate' | 'ec2' | 'lambda'): Localized {
  if (service === 'fargate') return verbatim('ECS Fargate');
  return service === 'lambda' ? verbatim('Lambda') : verbatim('EC2 Auto Scaling');
}

function scalingDetail(tasks: { readonly average: number; readonly peak: number }): Localized {
  const minimum = String(availabilityZones);
  const maximum = String(Math.max(tasks.peak * 2, availabilityZones * 2));
  return { en: `${minimum} to ${maximum} copies`, 'pt-br': `${minimum} a ${maximum} cópias` };
}

function scalingAssumption(plan: Plan, application: Application, copies: { readonly average: number; readonly peak: number }): ReturnType<typeof message> {
  return message(
    {
      en: '{average} copies on average and {peak} at the peak: {rps} requests/s at {each} per vCPU, {target} % busy, one per zone at least',
      'pt-br': '{average} cópias em média e {peak} no pico: {rps} requisições/s a {each} por vCPU, {target} % de ocupação, ao menos uma por zona',
    },
    {
      average: copies.average,
      peak: copies.peak,
      rps: round(plan.workload.requestsPerSecond * requestShare(plan), 2),
      each: middle(requestsPerVcpu(application, plan.coefficients)),
      target: plan.coefficients.targetUtilization * 100,
    },
  );
}

export interface TaskInput {
  readonly id: string;
  readonly label: Localized;
  readonly detail?: Localized;
  readonly needs: readonly Need[];
  readonly applications: readonly string[];
  readonly tasks: number;
  readonly vcpu: number;
  readonly memoryGb: number;
  readonly group?: 'application' | 'data';
  readonly assumption: ReturnType<typeof message>;
}

/**
 * A process of its own beside the web tier: worker, scheduler, WebSocket server, search node. On Fargate, or on
 * instances where the application keeps those.
 */
export function placeTask(plan: Plan, input: TaskInput): string {
  const onInstances = plan.applications.some((application) => input.applications.includes(application.root) && hostOf(plan, application) === 'auto-scaling');
  const service = onInstances ? 'ec2' : 'fargate';
  for (const need of input.needs) {
    placeService(
      plan,
      {
        id: input.id,
        service,
        kind: 'process',
        group: input.group === 'data' ? dataGroup(plan) : applicationGroup(plan),
        label: input.label,
        detail: joined([serviceShortName(service), ...(input.detail === undefined ? [] : [input.detail])]),
        applications: input.applications,
      },
      need,
    );
  }
  if (onInstances) {
    planProcessInstances(plan, input);
    return input.id;
  }
  planUsage(plan, {
    service: 'fargate',
    node: input.id,
    serves: input.needs.map((need) => need.id),
    usage: { tasks: input.tasks, vcpu: input.vcpu, 'memory-gb': input.memoryGb, hours: hoursPerMonth, arch: processorOf(plan) },
    assumption: input.assumption,
  });
  return input.id;
}

function planProcessInstances(plan: Plan, input: TaskInput): void {
  const instances = Math.max(1, Math.ceil(input.tasks));
  const [need] = input.needs;
  planUsage(plan, {
    service: 'ec2',
    node: input.id,
    serves: input.needs.map((one) => one.id),
    usage: { 'instance-type': sized(plan, input.vcpu > 0.5 ? 't4g.medium' : 't4g.small', 'server'), instances, hours: hoursPerMonth },
    assumption: input.assumption,
  });
  if (need !== undefined) planVolume(plan, input.id, 10, need.id, { volumes: instances });
}

export const lambdaMemoryMb = 1024;
/** Memory at which a function gets one whole vCPU. Source: docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html, checked 2026-11. */
const memoryMbPerVcpu = 1769;
/** Milliseconds that a request waits for the database and other services. */
const waitingMs = 60;

/** Mean billed duration: processor time of a request at the share of a vCPU that the memory buys, and its waiting. */
export function lambdaDurationMs(plan: Plan, application: Application): number {
  const cpuMs = 1000 / middle(requestsPerVcpu(application, plan.coefficients));
  return Math.round((cpuMs * memoryMbPerVcpu) / lambdaMemoryMb + waitingMs);
}

export function placeLambdaWeb(plan: Plan, application: Application, adapter: Localized): string {
  const durationMs = lambdaDurationMs(plan, application);
  const id = placeWebService(plan, application, 'lambda', adapter);
  const requests = Math.round(plan.workload.requests * requestShare(plan));
  planUsage(plan, {
    service: 'lambda',
    node: id,
    serves: ['compute'],
    usage: { requests, 'duration-ms': durationMs, 'memory-mb': lambdaMemoryMb, arch: processorOf(plan) },
    assumption: message(
      {
        en: 'One invocation per request; {ms} ms: processor time at {each} requests/s per vCPU and {wait} ms of waiting',
        'pt-br': 'Uma invocação por requisição; {ms} ms: tempo de processador a {each} requisições/s por vCPU e {wait} ms de espera',
      },
      { ms: durationMs, each: middle(requestsPerVcpu(application, plan.coefficients)), wait: waitingMs },
    ),
  });
  return id;
}

export interface FunctionInput {
  readonly id: string;
  readonly label: Localized;
  readonly detail?: Localized;
  readonly need: Need;
  readonly requests: number;
  readonly durationMs: number;
  readonly memoryMb?: number;
  readonly assumption: ReturnType<typeof message>;
}

/** A function beside the web one: job handler, timetable, WebSocket messages. */
export function placeFunction(plan: Plan, input: FunctionInput): string {
  const id = placeService(
    plan,
    {
      id: input.id,
      service: 'lambda',
      kind: 'process',
      group: applicationGroup(plan),
      label: input.label,
      detail: joined([verbatim('Lambda'), ...(input.detail === undefined ? [] : [input.detail])]),
    },
    input.need,
  );
  planUsage(plan, {
    service: 'lambda',
    node: id,
    serves: [input.need.id],
    usage: { requests: Math.round(input.requests), 'duration-ms': Math.round(input.durationMs), 'memory-mb': input.memoryMb ?? 512, arch: processorOf(plan) },
    assumption: input.assumption,
  });
  return id;
}

export function placeHttpApi(plan: Plan, applications: readonly Application[]): string {
  const id = placeService(plan, {
    id: 'apigateway-http',
    service: 'apigateway-http',
    group: managedGroup(plan),
    detail: { en: 'routes by path', 'pt-br': 'rotas por caminho' },
    serves: ['compute'],
    applications: applications.map((application) => application.root),
  });
  planUsage(plan, {
    service: 'apigateway-http',
    node: id,
    serves: ['compute'],
    usage: { requests: plan.workload.requests },
    assumption: message({ en: 'Every request to the application: {requests}', 'pt-br': 'Todas as requisições à aplicação: {requests}' }, { requests: plan.workload.requests }),
  });
  return id;
}

export function placePipeline(plan: Plan): string {
  const id = placeService(plan, {
    id: 'codepipeline',
    service: 'codepipeline',
    group: managedGroup(plan),
    detail: { en: 'deploys each function', 'pt-br': 'publica cada função' },
    serves: ['compute'],
  });
  planUsage(plan, {
    service: 'codepipeline',
    node: id,
    serves: ['compute'],
    usage: { pipelines: plan.applications.length },
    assumption: message({ en: 'One pipeline per application', 'pt-br': 'Um pipeline por aplicação' }),
  });
  return id;
}



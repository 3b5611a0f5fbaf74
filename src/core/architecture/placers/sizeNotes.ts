import { message, verbatim, type Localized } from '../../l10n/localized';
import { isBurstable } from '../machines';
import type { Plan } from '../plan';
import { fits, round, type CacheSize, type Demand, type MachineSize } from '../sizing';

/** Says where the class that was asked for does not carry the workload: the largest of it stands, and its price is a floor. */
export function noteMachineClass(plan: Plan, what: Localized, machine: MachineSize, demand: Demand, targetUtilization: number): void {
  if (machine.memoryGb === 0 || fits(machine, demand, targetUtilization)) return;
  const data = { what, type: verbatim(machine.type), peak: round(demand.peakVcpus / targetUtilization, 1), average: round(demand.averageVcpus, 1), memory: Math.ceil(demand.memoryGb), sustained: round(machine.sustainedVcpus, 1), vcpus: machine.vcpus, has: machine.memoryGb };
  plan.graph.note(message(isBurstable(machine.type) ? texts.burstable : texts.tooSmall, data));
}

export function noteCacheClass(plan: Plan, node: CacheSize, memoryGb: number): void {
  if (node.memoryGb >= memoryGb) return;
  plan.graph.note(message(texts.cache, { type: verbatim(node.type), has: node.memoryGb, needed: round(memoryGb, 1) }));
}

/** Two classes that a service does not offer in this form. */
export function noteClassGivesWay(plan: Plan, service: string): void {
  if (plan.sizing.databaseClass !== 'general') return;
  plan.graph.note(message(texts.givesWay, { service: verbatim(service) }));
}

export function noteServerlessDatabase(plan: Plan): void {
  if (plan.sizing.databaseClass === 'auto' && plan.sizing.architecture === 'auto') return;
  plan.graph.note(message(texts.serverless));
}

export function noteLicensedEngine(plan: Plan, engine: Localized): void {
  plan.graph.note(message(texts.licensed, { engine }));
}

export function noteOneMachine(plan: Plan): void {
  if (plan.sizing.multiAz === 'on') plan.graph.note(message(texts.oneMachine));
}

const texts = {
  burstable: {
    en: '{what}: {type} is burstable and sustains {sustained} vCPU without end. This workload needs {average} on average, {peak} at the peak and {memory} GB of memory: burstable machines suit learning and quiet hours. Read its cost as a floor.',
    'pt-br': '{what}: a {type} é expansível (burstable) e sustenta {sustained} vCPU sem parar. Esta carga exige {average} em média, {peak} no pico e {memory} GB de memória: máquinas expansíveis servem para aprender e para horas calmas. Leia o custo como um piso.',
  },
  tooSmall: {
    en: '{what}: {type} is the largest machine of the class that was asked for, with {vcpus} vCPU and {has} GB. This workload needs {peak} vCPU at the peak and {memory} GB. Read its cost as a floor.',
    'pt-br': '{what}: a {type} é a maior máquina da classe pedida, com {vcpus} vCPU e {has} GB. Esta carga exige {peak} vCPU no pico e {memory} GB. Leia o custo como um piso.',
  },
  cache: {
    en: 'Cache: {type} is the largest node of the class that was asked for, with {has} GB, and this workload fills {needed} GB. Keys will be evicted early.',
    'pt-br': 'Cache: o {type} é o maior nó da classe pedida, com {has} GB, e esta carga ocupa {needed} GB. Chaves serão descartadas antes do tempo.',
  },
  givesWay: {
    en: '{service} offers no general purpose class: the memory-optimized one stands in for it.',
    'pt-br': 'O {service} não oferece a classe de uso geral: a otimizada para memória entra no lugar.',
  },
  serverless: {
    en: 'Aurora Serverless has no instance class and no processor to choose: it is billed by capacity units.',
    'pt-br': 'O Aurora Serverless não tem classe de instância nem processador a escolher: ele é cobrado por unidades de capacidade.',
  },
  licensed: {
    en: '{engine} on RDS runs on x86 processors, and its edition decides the licence, the smallest machine and whether a standby in another zone is offered: choose the edition before you trust a price.',
    'pt-br': 'O {engine} no RDS roda em processadores x86, e a edição decide a licença, a menor máquina e se há standby em outra zona: escolha a edição antes de confiar em um preço.',
  },
  oneMachine: {
    en: 'Multi-AZ changes nothing in this phase: one machine stands in one zone. It takes effect from the next phase on.',
    'pt-br': 'Multi-AZ não muda nada nesta fase: uma máquina fica em uma zona. Passa a valer a partir da próxima fase.',
  },
} as const satisfies Record<string, Localized>;

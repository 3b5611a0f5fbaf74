import { technologyName } from '../../catalog/technologies';
import { message } from '../../l10n/localized';
import type { Application } from '../../model';
import { middle, rangeFor, requestsPerVcpu, type Range } from '../coefficients';
import { dynamicApplications, numberOf, times, usagesOf, type Limit, type Model } from './limit';
import { serverVcpus } from './server';

type Tier = 'server' | 'tasks' | 'functions';

export function computeLimits(model: Model): readonly Limit[] {
  const applications = dynamicApplications(model);
  const limits: Limit[] = [];
  const tiers: readonly Tier[] = ['server', 'tasks', 'functions'];
  for (const tier of tiers) {
    const members = applications.filter((application) => tierOf(model, application) === tier);
    if (members.length === 0) continue;
    // The workload speaks of the whole folder: a tier that serves a part of it carries the whole at that multiple.
    const whole = applications.length / members.length;
    limits.push(limitOf(model, tier, members, whole));
  }
  return limits;
}

function tierOf(model: Model, application: Application): Tier {
  const node = model.architecture.nodes.find((candidate) => candidate.id === `web:${application.root}`);
  if (node?.service === 'lambda') return 'functions';
  const scales = model.phase === 'cloud-native' || model.phase === 'serverless' || model.phase === 'lift-and-shift' || model.phase === 'foundations';
  return scales && (node?.service === 'fargate' || node?.service === 'ec2') ? 'tasks' : 'server';
}

function limitOf(model: Model, tier: Tier, members: readonly Application[], whole: number): Limit {
  switch (tier) {
    case 'server':
      return serverLimit(model, members, whole);
    case 'tasks':
      return taskLimit(model, members, whole);
    case 'functions':
      return functionLimit(model, members, whole);
  }
}

/** Seconds of one vCPU that a mean request of these applications takes, best and worst. */
function secondsPerRequest(model: Model, applications: readonly Application[]): Range {
  const ranges = applications.map((application) => requestsPerVcpu(application, model.coefficients));
  const mean = (index: 0 | 1): number => ranges.reduce((sum, range) => sum + 1 / range[index], 0) / ranges.length;
  return [mean(1), mean(0)];
}

function serverLimit(model: Model, applications: readonly Application[], whole: number): Limit {
  const vcpus = serverVcpus(model);
  const [best, worst] = secondsPerRequest(model, applications);
  const database = databaseSeconds(model);
  const range: Range = [vcpus / (worst + database), vcpus / (best + database)];
  return {
    serves: true,
    requestsPerSecond: times(range, whole),
    bottleneck: message(
      {
        en: 'The processors of the server: {vcpus} vCPU of {low} to {high} requests/s each ({framework}).',
        'pt-br': 'Os processadores do servidor: {vcpus} vCPU de {low} a {high} requisições/s cada ({framework}).',
      },
      { vcpus, framework: frameworks(applications), low: Math.round(1 / worst), high: Math.round(1 / best) },
    ),
    next: message({
      en: 'Several copies behind a load balancer; state has to leave the server first.',
      'pt-br': 'Várias cópias atrás de um balanceador; antes, o estado precisa sair do servidor.',
    }),
  };
}

/** A database server on the same machine takes its share; SQLite works inside the application's own time. */
function databaseSeconds(model: Model): number {
  const database = model.needs.find((need) => need.id === 'relational-database' || need.id === 'document-database');
  const onServer = database !== undefined && model.architecture.nodes.some((node) => node.id === `store:${database.technology}` && node.service === null);
  if (!onServer || database.technology === 'sqlite') return 0;
  return model.coefficients.queriesPerRequest / middle(rangeFor(model.coefficients.queriesPerVcpu, database.technology));
}

function taskLimit(model: Model, applications: readonly Application[], whole: number): Limit {
  const tasks = model.coefficients.maximumTasks;
  const [best, worst] = secondsPerRequest(model, applications);
  return {
    serves: true,
    requestsPerSecond: times([tasks / worst, tasks / best], whole),
    bottleneck: message(
      {
        en: 'The number of copies: auto scaling may go to {tasks} vCPU of {low} to {high} requests/s each ({framework}).',
        'pt-br': 'O número de cópias: o auto scaling pode ir até {tasks} vCPU de {low} a {high} requisições/s cada ({framework}).',
      },
      { tasks, framework: frameworks(applications), low: Math.round(1 / worst), high: Math.round(1 / best) },
    ),
    next: message({
      en: 'A higher ceiling of auto scaling and of the account’s vCPU quota; less work per request.',
      'pt-br': 'Um teto mais alto do auto scaling e da cota de vCPU da conta; menos trabalho por requisição.',
    }),
  };
}

function functionLimit(model: Model, applications: readonly Application[], whole: number): Limit {
  const nodes = new Set(applications.map((application) => `web:${application.root}`));
  const durations = usagesOf(model, 'lambda')
    .filter((usage) => usage.node !== null && nodes.has(usage.node))
    .map((usage) => numberOf(usage, 'duration-ms') ?? 100);
  const mean = durations.length === 0 ? 100 : durations.reduce((sum, ms) => sum + ms, 0) / durations.length;
  const { lambdaConcurrency } = model.coefficients;
  const rate = (lambdaConcurrency * 1000) / mean;
  return {
    serves: true,
    requestsPerSecond: times([rate, rate], whole),
    bottleneck: message(
      {
        en: 'Functions at once: the account runs {count}, and a request takes {ms} ms.',
        'pt-br': 'Funções simultâneas: a conta roda {count}, e uma requisição leva {ms} ms.',
      },
      { count: lambdaConcurrency, ms: Math.round(mean) },
    ),
    next: message({
      en: 'A higher concurrency quota of the account, and shorter functions.',
      'pt-br': 'Uma cota maior de concorrência na conta e funções mais curtas.',
    }),
  };
}

function frameworks(applications: readonly Application[]): { readonly en: string; readonly 'pt-br': string } {
  const names = [...new Set(applications.map((application) => application.framework))].map((framework) => technologyName(framework));
  return { en: names.map((name) => name.en).join(', '), 'pt-br': names.map((name) => name['pt-br']).join(', ') };
}


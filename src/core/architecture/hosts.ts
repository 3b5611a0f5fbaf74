import { message, verbatim, type Localized } from '../l10n/localized';
import type { Application } from '../model';
import { applicationDetail, applicationLabel, flows } from './labels';
import { findNeed, frontFlow, hostOf, ids, isAlone, isDynamic, type Host, type Plan } from './plan';
import { decide } from './mapping/mapping';
import { placeAutoScalingWeb, placeFargateWeb, placeHttpApi, placeLambdaWeb, placePipeline } from './placers/compute';
import { placeCloudFront, placeLoadBalancer, placeRoute53, placeWaf } from './placers/network';
import { placeService } from './placers/service';
import { placeAssets, placeRegistry } from './placers/storage';
import { lambdaAdapter } from './stacks';

export function hostsOf(plan: Plan): ReadonlySet<Host> {
  return new Set(plan.applications.map((application) => hostOf(plan, application)));
}

/** Name, CDN and firewall in front of everything, and the door to each kind of host behind them. */
export function placeFront(plan: Plan): void {
  placeRoute53(plan);
  const cdn = placeCloudFront(plan);
  if (plan.phase === 'cloud-native' || plan.phase === 'serverless') placeWaf(plan, cdn);
}

/** Puts each web process on its host, behind the CDN. */
export function placeHosts(plan: Plan): void {
  for (const application of plan.applications) placeHost(plan, application, hostOf(plan, application));
  const hosts = hostsOf(plan);
  if (hosts.has('fargate')) linkRegistry(plan);
  if (hosts.has('lambda') && plan.phase === 'serverless') linkPipeline(plan);
}

function placeHost(plan: Plan, application: Application, host: Host): void {
  if (host === 'static') {
    placeStaticSite(plan, application);
    return;
  }
  if (host === 'server') return;
  if (host === 'lambda') {
    placeFunctions(plan, application);
    return;
  }
  const web = host === 'fargate' ? placeFargateWeb(plan, application) : placeAutoScalingWeb(plan, application);
  const balancer = placeLoadBalancer(plan);
  plan.graph.edge('cloudfront', balancer, 'request', frontFlow(plan));
  plan.graph.edge(balancer, web, 'request', flows.http);
  decideHost(plan, application, host);
}

function decideHost(plan: Plan, application: Application, host: 'fargate' | 'auto-scaling'): void {
  const compute = findNeed(plan, application.root, 'compute');
  if (compute === undefined) return;
  if (host === 'auto-scaling') {
    decide(plan, compute, 'auto-scaling', {
      en: 'The application runs on EC2 already: the same image in an Auto Scaling group over two zones grows and heals by itself.',
      'pt-br': 'A aplicação já roda em EC2: a mesma imagem em um grupo de Auto Scaling em duas zonas cresce e se recupera sozinha.',
    }, ['fargate']);
    return;
  }
  decide(plan, compute, 'fargate', {
    en: 'Containers without servers to patch: the load balancer spreads requests over copies in two zones, and their number follows the load.',
    'pt-br': 'Contêineres sem servidores para manter: o balanceador distribui as requisições entre cópias em duas zonas, e o número delas acompanha a carga.',
  }, ['auto-scaling', 'lambda']);
}

function placeStaticSite(plan: Plan, application: Application): void {
  const compute = findNeed(plan, application.root, 'compute');
  const bucket = placeAssets(plan, compute === undefined ? [] : [compute], [application.root]);
  plan.graph.edge('cloudfront', bucket, 'assets', flows.assets);
  if (compute === undefined) return;
  decide(plan, compute, 's3', {
    en: 'The site is files only: a private bucket behind the CDN serves it, with no server at all.',
    'pt-br': 'O site é só arquivos: um bucket privado atrás da CDN o serve, sem servidor nenhum.',
  }, ['amplify-hosting']);
}

/** The whole application as one function first; its domains leave it one at a time. */
function placeFunctions(plan: Plan, application: Application): void {
  const adapter = verbatim(lambdaAdapter(application));
  const web = placeLambdaWeb(plan, application, adapter);
  const api = placeHttpApi(plan, plan.applications.filter((candidate) => isDynamic(plan, candidate)));
  plan.graph.edge('cloudfront', api, 'request', flows.https);
  plan.graph.edge(api, web, 'request', isAlone(plan) ? { en: 'everything else', 'pt-br': 'todo o resto' } : verbatim(application.name));
  for (const domain of plan.domains.filter((candidate) => candidate.application === application.root)) {
    const id = placeService(plan, {
      id: `domain:${application.root}:${domain.name}`,
      service: 'lambda',
      kind: 'application',
      group: plan.graph.group('domains', 'managed', { en: 'Functions by domain (suggested)', 'pt-br': 'Funções por domínio (sugestão)' }, 'private-application'),
      label: verbatim(domain.name),
      detail: verbatim('Lambda'),
      serves: ['compute'],
      applications: [application.root],
    });
    plan.graph.node({ id, kind: 'application', label: applicationLabel(plan, application), detail: applicationDetail(plan, application), group: null, evidence: domain.evidence });
    plan.graph.edge(api, id, 'request', verbatim(`/${domain.name}`));
  }
  decideFunctions(plan, application, adapter);
}

function decideFunctions(plan: Plan, application: Application, adapter: Localized): void {
  const compute = findNeed(plan, application.root, 'compute');
  if (compute === undefined) return;
  if (compute.servedBy === 'lambda') {
    decide(plan, compute, 'lambda', {
      en: 'The application runs on Lambda already; there is nothing to move.',
      'pt-br': 'A aplicação já roda na Lambda; não há nada a mover.',
    }, []);
    return;
  }
  decide(plan, compute, 'lambda', {
    en: '{adapter} runs the same code per request, so no use costs nothing; domains then leave the monolith one by one.',
    'pt-br': '{adapter} roda o mesmo código a cada requisição, então sem uso não há custo; depois os domínios saem do monolito um a um.',
  }, ['fargate'], { adapter });
  plan.graph.note(
    message({
      en: 'Move one route at a time: the load balancer and the functions can answer side by side for as long as it takes. Moving everything at once is the classic mistake.',
      'pt-br': 'Migre uma rota por vez: o balanceador e as funções podem responder lado a lado pelo tempo que for preciso. Migrar tudo de uma vez é o erro clássico.',
    }),
  );
}

function linkRegistry(plan: Plan): void {
  const images = plan.applications.filter((application) => hostOf(plan, application) === 'fargate');
  const registry = placeRegistry(plan, images.length);
  for (const application of images) {
    plan.graph.edge(registry, ids.web(application.root), 'data', { en: 'images', 'pt-br': 'imagens' });
  }
}

function linkPipeline(plan: Plan): void {
  const pipeline = placePipeline(plan);
  for (const application of plan.applications) {
    if (hostOf(plan, application) === 'lambda') plan.graph.edge(pipeline, ids.web(application.root), 'event', { en: 'deploys', 'pt-br': 'publica' });
  }
}

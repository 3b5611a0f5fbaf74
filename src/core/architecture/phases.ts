import { message } from '../l10n/localized';
import type { Need } from '../model';
import { decideOnServer, type MovingPhase } from './mapping/mapping';
import { mappings } from './mapping';
import { drawPart } from './parts';
import { drawUsers, drawWebProcess } from './today';
import { needOrder } from './order';
import { findApplication, findNeed, frontFlow, hasServers, hostOf, ids, needsOf, type Plan } from './plan';
import { flows } from './labels';
import { hostsOf, placeFront, placeHosts } from './hosts';
import { placeServer } from './placers/compute';
import { outboundGb, planCrossZoneTraffic, planInternetTraffic, placeEndpoints, placeNat } from './placers/network';
import { placeBudget, placeCloudWatch, placeIam, placeParameterStore, placeSecretsManager, placeXray } from './placers/operations';
import { awsServiceOf, isMediaServer, isStoreless, isThirdParty } from './stacks';
import { hasNeed } from './plan';

/** Account, permissions, network and budget around a first instance that carries everything. */
export function drawFoundations(plan: Plan): void {
  drawUsers(plan);
  const moved = plan.applications.some((application) => hostOf(plan, application) !== 'server');
  if (moved) placeFront(plan);
  drawOnInstance(plan, staysOnInstance);
  placeHosts(plan);
  placeNeeds(plan, (need) => {
    if (need.id !== 'compute' && drawPart(plan, need) && !isStoreless(need.technology)) decideOnServer(plan, need, []);
  });
  placeIam(plan);
  placeBudget(plan);
  const watch = placeCloudWatch(plan);
  if (plan.graph.hasNode('ec2')) plan.graph.edge('ec2', watch, 'logs', { en: 'metrics', 'pt-br': 'métricas' });
  planOutgoing(plan, plan.workload.egressGb);
  finish(plan);
}

/** The same application on one instance, its data in services that outlive it. */
export function drawLiftAndShift(plan: Plan): void {
  drawUsers(plan);
  placeFront(plan);
  drawOnInstance(plan, (need) => staysOnInstance(need) && !leavesInstance.has(need.id));
  placeHosts(plan);
  placeNeeds(plan);
  placeOperations(plan);
  planOutgoing(plan, 0);
  finish(plan);
}

/** Each concern in its service, copies in two zones behind a load balancer. */
export function drawCloudNative(plan: Plan): void {
  drawUsers(plan);
  placeFront(plan);
  placeHosts(plan);
  placeNeeds(plan);
  placeOperations(plan);
  placeWayOut(plan);
  finish(plan);
}

/** Functions where they fit, servers where the protocol or the library asks for one. */
export function drawServerless(plan: Plan): void {
  drawUsers(plan);
  placeFront(plan);
  placeHosts(plan);
  placeNeeds(plan);
  placeOperations(plan);
  placeWayOut(plan);
  linkDomains(plan);
  finish(plan);
}

/** Needs that leave the instance in the first move. */
const leavesInstance: ReadonlySet<Need['id']> = new Set(['relational-database', 'file-storage', 'static-assets', 'mail', 'secrets', 'monitoring', 'sms-push']);

function staysOnInstance(need: Need): boolean {
  return need.servedBy === null && awsServiceOf(need.technology) === null && !isThirdParty(need.technology);
}

function drawOnInstance(plan: Plan, stays: (need: Need) => boolean): void {
  const onServer = plan.applications.filter((application) => hostOf(plan, application) === 'server');
  if (onServer.length === 0) return;
  const roots = new Set(onServer.map((application) => application.root));
  const server = placeServer(plan, plan.needs.filter((need) => roots.has(need.application) && stays(need)));
  for (const application of onServer) {
    const web = drawWebProcess(plan, application.root);
    plan.graph.edge(server, web, 'request', flows.http);
    const compute = findNeed(plan, application.root, 'compute');
    if (compute === undefined) continue;
    plan.graph.decide({
      need: 'compute',
      application: application.root,
      service: 'ec2',
      reason: message({
        en: 'An instance is the server you know: the application moves without a change, and the next steps take parts away from it.',
        'pt-br': 'Uma instância é o servidor que você conhece: a aplicação muda de lugar sem mudar o código, e os próximos passos vão tirando partes dela.',
      }),
      alternatives: ['fargate', 'lightsail'],
    });
  }
  plan.graph.edge(plan.phase === 'foundations' ? ids.users : 'cloudfront', server, 'request', frontFlow(plan));
}

/** An application that left the server is past the first moves: its needs go where cloud-native puts them. */
function placeNeeds(plan: Plan, onInstance?: (need: Need) => void): void {
  for (const application of plan.applications) {
    const host = hostOf(plan, application);
    for (const need of needOrder(needsOf(plan, application.root))) {
      if (need.id === 'compute') continue;
      if (host === 'server' && onInstance !== undefined) onInstance(need);
      else mappings[need.id].place(plan, need, movingPhase(plan, host === 'server'));
    }
  }
}

function movingPhase(plan: Plan, onServer: boolean): MovingPhase {
  if (plan.phase === 'serverless') return 'serverless';
  return plan.phase === 'lift-and-shift' && onServer ? 'lift-and-shift' : 'cloud-native';
}

function placeOperations(plan: Plan): void {
  placeIam(plan);
  placeBudget(plan);
  const watch = placeCloudWatch(plan);
  if (!hasServers(plan)) return;
  const full = plan.phase !== 'lift-and-shift';
  const elsewhere = plan.needs.some((need) => need.id === 'secrets') && plan.needs.every((need) => need.id !== 'secrets' || isThirdParty(need.technology));
  const inParameters = plan.graph.hasNode('parameter-store') && !plan.graph.hasNode('secretsmanager');
  const secrets = elsewhere ? null : full && !inParameters ? placeSecretsManager(plan) : placeParameterStore(plan);
  const traces = full ? placeXray(plan) : null;
  for (const application of plan.applications) {
    const web = ids.web(application.root);
    if (!plan.graph.hasNode(web)) continue;
    plan.graph.edge(web, watch, 'logs', flows.logs);
    if (traces !== null) plan.graph.edge(web, traces, 'logs', { en: 'traces', 'pt-br': 'traces' });
    if (secrets !== null) plan.graph.edge(web, secrets, 'data', flows.read);
  }
}

/** APIs that functions in a VPC only reach through the internet: sending mail by API, and posting to open sockets. */
const withoutEndpoint = ['ses', 'apigateway-websocket', 'chime-sdk'] as const;

/** Private subnets reach the rest of the world through NAT, or AWS alone through endpoints. */
function placeWayOut(plan: Plan): void {
  const hosts = hostsOf(plan);
  const tasks = hosts.has('fargate') || hosts.has('auto-scaling') || plan.graph.nodeFor('fargate') !== undefined;
  const functions = hosts.has('lambda');
  if (!tasks && !functions) return;
  planCrossZoneTraffic(plan);
  const callsOut = plan.needs.some((need) => isThirdParty(need.technology) && need.technology !== 'smtp') || withoutEndpoint.some((service) => plan.graph.nodeFor(service) !== undefined);
  if (!tasks && !callsOut) {
    linkOut(plan, placeEndpoints(plan, ['Secrets Manager', ...(plan.graph.hasNode('sqs') ? ['SQS'] : [])]));
    return;
  }
  const nat = placeNat(plan);
  linkOut(plan, nat);
  if (callsOut) planInternetTraffic(plan, outboundGb, nat, { en: 'calls to services outside', 'pt-br': 'chamadas a serviços externos' });
}

function linkOut(plan: Plan, to: string): void {
  for (const application of plan.applications) {
    const web = ids.web(application.root);
    if (plan.graph.hasNode(web)) plan.graph.edge(web, to, 'request', flows.outbound);
  }
}

/** Suggested functions read the same database as the application that they leave. */
function linkDomains(plan: Plan): void {
  for (const domain of plan.domains) {
    const id = `domain:${domain.application}:${domain.name}`;
    if (!plan.graph.hasNode(id) || findApplication(plan, domain.application) === undefined) continue;
    for (const edge of plan.graph.edgesFrom(ids.web(domain.application))) {
      if (isDatabase(edge.to)) plan.graph.edge(id, edge.to, 'data', edge.label);
    }
  }
}

/** What the internet receives past the CDN: everything in the foundations, only media and sockets later. */
function planOutgoing(plan: Plan, pagesGb: number): void {
  const hosted = plan.needs.some((need) => need.id === 'video' && isMediaServer(need.technology) && need.servedBy === null);
  const mediaGb = hosted ? Math.ceil((plan.workload.callMinutes * plan.coefficients.mediaMbPerMinute) / 1024) : 0;
  const node = plan.graph.hasNode('ec2') ? 'ec2' : null;
  if (pagesGb > 0) planInternetTraffic(plan, pagesGb, node, { en: 'pages, assets and files', 'pt-br': 'páginas, estáticos e arquivos' });
  if (mediaGb > 0) planInternetTraffic(plan, mediaGb, node, { en: 'the media of calls', 'pt-br': 'a mídia das chamadas' }, 'video');
}

/** Workers use the databases of their application. */
function finish(plan: Plan): void {
  for (const application of plan.applications) {
    const worker = ids.worker(application.root);
    if (!plan.graph.hasNode(worker) || !hasNeed(plan, 'queue')) continue;
    for (const edge of plan.graph.edgesFrom(ids.web(application.root))) {
      if (isDatabase(edge.to)) plan.graph.edge(worker, edge.to, edge.kind, edge.label);
    }
  }
}

export function linkWorkers(plan: Plan): void {
  finish(plan);
}

function isDatabase(id: string): boolean {
  return /^(?:rds|rds-proxy|aurora|documentdb|store:(?:sqlite|postgresql|mysql|mariadb|sqlserver|oracle|mongodb|couchdb))(?::|$)/.test(id);
}

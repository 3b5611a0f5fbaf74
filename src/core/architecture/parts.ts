import { technologyName } from '../catalog/technologies';
import { verbatim, type Localized } from '../l10n/localized';
import type { Need } from '../model';
import { findApplication, findNeed, consumers, ids, type Plan } from './plan';
import { serverGroup } from './groups';
import { flows, processLabel, processes } from './labels';
import { targetEngine } from './engines';
import { partIcon } from './icons';
import { hasOwnRealtimeProcess, isMediaServer, isScheduledByWeb, isScheduledByWorker, isThirdParty, awsServiceOf } from './stacks';
import { placeExisting } from './placers/declaredService';
import { placeThirdParty } from './placers/thirdParty';

/**
 * Draws what serves a need today, where it stands: on the one machine, at another company, or on AWS already.
 * Returns whether the machine carries it.
 */
export function drawPart(plan: Plan, need: Need): boolean {
  const existing = need.servedBy ?? awsServiceOf(need.technology);
  if (existing !== null && need.id !== 'compute') {
    linkExisting(plan, need, placeExisting(plan, need, existing));
    return false;
  }
  if (isThirdParty(need.technology)) {
    drawThirdParty(plan, need);
    return false;
  }
  drawOnServer(plan, need);
  return true;
}

function linkExisting(plan: Plan, need: Need, id: string | null): void {
  if (id === null) return;
  if (need.id === 'queue') {
    drawWorker(plan, need, id);
    return;
  }
  for (const from of usersOf(plan, need)) plan.graph.edge(from, id, edgeKind(need), flowOf(need));
}

function drawThirdParty(plan: Plan, need: Need): void {
  if (need.id === 'realtime') placeThirdParty(plan, need, { kind: 'event', flow: flows.publish, fromUsers: flows.webSocket });
  else if (need.id === 'video') placeThirdParty(plan, need, { fromUsers: flows.media });
  else if (need.id === 'monitoring') placeThirdParty(plan, need, { kind: 'logs', flow: flows.logs });
  else if (need.id === 'mail' && need.technology === 'smtp') placeThirdParty(plan, need, { flow: flows.smtp });
  else if (need.id === 'static-assets') placeThirdParty(plan, need, { kind: 'assets', flow: flows.assets, fromUsers: flows.https });
  else placeThirdParty(plan, need);
}

const titles = {
  cache: { en: 'Cache', 'pt-br': 'Cache' },
  sessions: { en: 'Sessions', 'pt-br': 'Sessões' },
  queue: { en: 'Job queue', 'pt-br': 'Fila de jobs' },
  files: { en: 'Uploaded files', 'pt-br': 'Arquivos enviados' },
  assets: { en: 'Built front end', 'pt-br': 'Front-end compilado' },
  mail: { en: 'E-mail', 'pt-br': 'E-mail' },
  search: { en: 'Search', 'pt-br': 'Busca' },
  logs: { en: 'Logs', 'pt-br': 'Logs' },
  video: { en: 'Video signalling', 'pt-br': 'Sinalização de vídeo' },
} as const satisfies Record<string, Localized>;

function drawOnServer(plan: Plan, need: Need): void {
  switch (need.id) {
    case 'relational-database':
    case 'document-database':
    case 'event-streaming':
      link(plan, need, store(plan, need, `store:${need.technology}`, technologyName(need.technology), null));
      return;
    case 'cache':
      drawKeyed(plan, need, titles.cache);
      return;
    case 'sessions':
      drawKeyed(plan, need, titles.sessions);
      return;
    case 'queue':
      drawQueue(plan, need);
      return;
    case 'scheduler':
      drawScheduler(plan, need);
      return;
    case 'realtime':
      drawRealtime(plan, need);
      return;
    case 'video':
      drawVideo(plan, need);
      return;
    case 'file-storage':
      link(plan, need, store(plan, need, `files:${need.application}`, titles.files, technologyName(need.technology)));
      return;
    case 'static-assets':
      link(plan, need, store(plan, need, `assets:${need.application}`, titles.assets, technologyName(need.technology)));
      return;
    case 'mail':
      link(plan, need, store(plan, need, `mail:${need.technology}`, titles.mail, technologyName(need.technology)));
      return;
    case 'search':
      drawSearch(plan, need);
      return;
    case 'monitoring':
      drawMonitoring(plan, need);
      return;
    default:
      onWeb(plan, need);
  }
}

function drawMonitoring(plan: Plan, need: Need): void {
  const files = need.technology === 'log-file';
  const name = technologyName(need.technology);
  link(plan, need, store(plan, need, `monitoring:${need.technology}`, files ? titles.logs : name, files ? name : null));
}

/** Cache and sessions: a node where something stores them, a mark on the web process where nothing does. */
function drawKeyed(plan: Plan, need: Need, title: Localized): void {
  const { technology } = need;
  if (isShared(technology)) {
    link(plan, need, store(plan, need, `store:${technology}`, technologyName(technology), null));
    return;
  }
  if (technology === 'database') {
    inDatabase(plan, need, title);
    return;
  }
  if (technology === 'file') {
    link(plan, need, store(plan, need, `${need.id}:${need.application}`, title, technologyName(technology)));
    return;
  }
  onWeb(plan, need);
}

function isShared(technology: string): boolean {
  return ['redis', 'valkey', 'memcached', 'dragonfly', 'keydb'].includes(technology);
}

/** A driver that keeps its rows in the application's own database. */
function inDatabase(plan: Plan, need: Need, title: Localized): string {
  const id = store(plan, need, `${need.id}:${need.application}`, title, technologyName('database'));
  if (need.id !== 'queue') link(plan, need, id);
  const database = databaseNode(plan, need.application);
  if (database !== undefined) plan.graph.edge(id, database, 'data', flows.rows);
  return id;
}

/** Node of the application's relational database, whatever serves it in the phase. */
export function databaseNode(plan: Plan, root: string): string | undefined {
  const database = findNeed(plan, root, 'relational-database');
  if (database === undefined) return undefined;
  const engine = targetEngine(database);
  return [`rds-proxy:${engine}`, `rds:${engine}`, `aurora:${engine}`, `store:${database.technology}`].find((id) => plan.graph.hasNode(id));
}

function drawQueue(plan: Plan, need: Need): void {
  if (need.technology === 'sync' || need.technology === 'memory') {
    onWeb(plan, need);
    return;
  }
  const queue =
    need.technology === 'database'
      ? inDatabase(plan, need, titles.queue)
      : store(plan, need, `store:${need.technology}`, technologyName(need.technology), null);
  drawWorker(plan, need, queue);
}

/** The process that takes jobs from a queue, on the machine of the web process. */
export function drawWorker(plan: Plan, need: Need, queue: string): void {
  const application = findApplication(plan, need.application);
  const web = ids.web(need.application);
  plan.graph.edge(web, queue, 'event', flows.dispatch);
  if (application === undefined) return;
  const worker = plan.graph.node({
    id: ids.worker(need.application),
    kind: 'process',
    label: processLabel(plan, application, processes.worker),
    detail: need.library === null ? null : technologyName(need.library),
    icon: partIcon('process', []),
    group: serverGroup(plan),
    needs: ['queue'],
    applications: [need.application],
    evidence: need.evidence,
  });
  plan.graph.edge(queue, worker, 'event', flows.consume);
}

function drawScheduler(plan: Plan, need: Need): void {
  const application = findApplication(plan, need.application);
  const worker = ids.worker(need.application);
  if (application === undefined) return;
  if (isScheduledByWeb(need.technology)) {
    onWeb(plan, need);
    return;
  }
  if (isScheduledByWorker(need.technology) && plan.graph.hasNode(worker)) {
    plan.graph.node({ id: worker, kind: 'process', label: processes.worker, group: null, needs: ['scheduler'], evidence: need.evidence });
    return;
  }
  const id = plan.graph.node({
    id: ids.scheduler(need.application),
    kind: 'process',
    label: processLabel(plan, application, processes.scheduler),
    detail: technologyName(need.technology),
    icon: partIcon('process', ['scheduler']),
    group: serverGroup(plan),
    needs: ['scheduler'],
    applications: [need.application],
    evidence: need.evidence,
  });
  plan.graph.edge(id, ids.web(need.application), 'event', flows.runs);
}

function drawRealtime(plan: Plan, need: Need): void {
  const web = ids.web(need.application);
  const application = findApplication(plan, need.application);
  if (!hasOwnRealtimeProcess(need.technology) || application === undefined) {
    onWeb(plan, need);
    if (!plan.graph.hasNode('ec2')) plan.graph.edge(ids.users, web, 'request', flows.webSocket);
    return;
  }
  const id = plan.graph.node({
    id: ids.realtime(need.application),
    kind: 'process',
    label: technologyName(need.technology),
    detail: processes.realtime,
    icon: partIcon('process', ['realtime']),
    group: serverGroup(plan),
    needs: ['realtime'],
    applications: [need.application],
    evidence: need.evidence,
  });
  plan.graph.edge(plan.graph.hasNode('ec2') ? 'ec2' : ids.users, id, 'request', flows.webSocket);
  for (const from of consumers(plan, need.application)) plan.graph.edge(from, id, 'event', flows.publish);
}

function drawVideo(plan: Plan, need: Need): void {
  const web = ids.web(need.application);
  if (!isMediaServer(need.technology)) {
    onWeb(plan, need);
    return;
  }
  const id = plan.graph.node({
    id: 'media',
    kind: 'process',
    label: technologyName(need.technology),
    detail: verbatim('WebRTC'),
    icon: partIcon('process', [need.technology, 'video']),
    group: serverGroup(plan),
    needs: ['video'],
    applications: [need.application],
    evidence: need.evidence,
  });
  plan.graph.edge(ids.users, id, 'request', flows.media);
  plan.graph.edge(web, id, 'event', titles.video);
}

function drawSearch(plan: Plan, need: Need): void {
  if (need.technology === 'database') {
    const database = databaseNode(plan, need.application);
    if (database !== undefined) plan.graph.node({ id: database, kind: 'store', label: titles.search, group: null, needs: ['search'], evidence: need.evidence });
    else onWeb(plan, need);
    return;
  }
  link(plan, need, store(plan, need, `store:${need.technology}`, technologyName(need.technology), null));
}

function store(plan: Plan, need: Need, id: string, label: Localized, detail: Localized | null): string {
  return plan.graph.node({
    id,
    kind: 'store',
    label,
    detail,
    icon: partIcon('store', [need.technology, need.id]),
    group: serverGroup(plan),
    needs: [need.id],
    applications: [need.application],
    evidence: need.evidence,
  });
}

function link(plan: Plan, need: Need, id: string): void {
  for (const from of usersOf(plan, need)) plan.graph.edge(from, id, edgeKind(need), flowOf(need));
}

/** The processes that a need concerns: visitors' sessions and assets are the web process's alone. */
export function usersOf(plan: Plan, need: Need): readonly string[] {
  const all = consumers(plan, need.application);
  return need.id === 'sessions' || need.id === 'static-assets' ? all.filter((id) => id === ids.web(need.application)) : all;
}

function edgeKind(need: Need): 'data' | 'assets' | 'logs' {
  if (need.id === 'static-assets') return 'assets';
  return need.id === 'monitoring' ? 'logs' : 'data';
}

/** What flows between an application and what serves the need. */
export function flowOf(need: Need): Localized | null {
  switch (need.id) {
    case 'relational-database':
      return flows.sql;
    case 'cache':
    case 'sessions':
    case 'secrets':
      return flows.read;
    case 'file-storage':
      return flows.files;
    case 'static-assets':
      return flows.assets;
    case 'monitoring':
      return flows.logs;
    case 'mail':
    case 'sms-push':
    case 'search':
      return flows.api;
    default:
      return null;
  }
}

/** Marks the web process: the need lives inside it. */
export function onWeb(plan: Plan, need: Need): void {
  const web = ids.web(need.application);
  if (!plan.graph.hasNode(web)) return;
  plan.graph.node({ id: web, kind: 'application', label: titles.assets, group: null, needs: [need.id], applications: [need.application], evidence: need.evidence });
}

import type { Fact } from '../../model';
import { binding, evidenceOf } from '../bindings';
import type { Binding } from '../detector';
import { isSecretKey, isServerSecretKey } from '../facts';
import { lambda } from './modules';
import { proof, type GoSettings } from './settings';
import { goLibraries } from './technologies';

/** Needs that several products serve side by side; of the others the first is the one. */
const sideBySide = new Set(['monitoring', 'sms-push', 'video', 'event-streaming']);

/** What the imports of the application's own code say, unless settings switch it off. */
export function libraryNeeds(settings: GoSettings): readonly Binding[] {
  const found: Binding[] = [];
  const broker = chosenBroker(settings);
  if (broker !== undefined) found.push(broker);
  for (const { modules, need, technology, library, settings: pattern, needsSetting } of goLibraries) {
    if (found.some((other) => other.need === need && (!sideBySide.has(need) || other.technology === technology))) continue;
    const use = settings.imported(modules);
    if (use === undefined) continue;
    const configured = pattern === undefined ? undefined : settings.configured(pattern);
    if (configured === 'off' || (needsSetting === true && configured === undefined)) continue;
    found.push(binding({ need, technology, library: library ?? null, evidence: proof(need === 'monitoring' ? undefined : configured, use), basis: 'driver', confidence: pattern !== undefined && configured === undefined ? 'likely' : 'certain' }));
  }
  // `logConfig = {"adapter": "file"}` of beego.
  const logs = found.some(({ need, technology }) => need === 'monitoring' && technology === 'log-file') ? undefined : settings.settings(/(?:^|\.)log_?config$/).find((fact) => fact.value.kind === 'literal' && /"adapter"\s*:\s*"file"/.test(fact.value.text));
  if (logs !== undefined) found.push(binding({ need: 'monitoring', technology: 'log-file', evidence: proof(logs), basis: 'driver' }));
  const started = found.some(({ need }) => need === 'monitoring') ? undefined : settings.scope.find('process').find((fact) => fact.stage === 'production' && fact.value.kind === 'literal' && /(?:^|\s)--?log[-_]?(?:dir|file|path)[= ]/.test(fact.value.text));
  if (started !== undefined) found.push(binding({ need: 'monitoring', technology: 'log-file', evidence: proof(started), basis: 'driver' }));
  const stream = settings.marker('go.sse');
  if (stream !== undefined && !found.some(({ need }) => need === 'realtime')) found.push(binding({ need: 'realtime', technology: 'sse', evidence: proof(stream), basis: 'code', confidence: 'likely' }));
  const timetable = found.some(({ need }) => need === 'scheduler') ? undefined : settings.marker('go.timetable');
  if (timetable !== undefined) found.push(binding({ need: 'scheduler', technology: 'cron', evidence: proof(timetable), basis: 'code', confidence: 'likely' }));
  const route = settings.marker('go.ws');
  if (route !== undefined && !found.some(({ need }) => need === 'realtime')) found.push(binding({ need: 'realtime', technology: 'ws', evidence: proof(route), basis: 'code', confidence: 'likely' }));
  const search = found.some(({ need }) => need === 'search') ? undefined : settings.marker('go.search');
  if (search !== undefined) found.push(binding({ need: 'search', technology: 'database', evidence: proof(search), basis: 'code', confidence: 'likely' }));
  const films = found.some(({ need }) => need === 'video') ? undefined : settings.marker('go.hls');
  if (films !== undefined) found.push(binding({ need: 'video', technology: 'hls', evidence: proof(films), basis: 'code', confidence: 'likely' }));
  const section = found.some(({ need }) => need === 'queue') ? undefined : settings.settings(queueSection)[0];
  const store = queueSection.exec(section?.detail?.['setting'] ?? '')?.[1];
  if (section !== undefined && store !== undefined) found.push(binding({ need: 'queue', technology: store, evidence: proof(section), basis: 'driver', confidence: 'likely' }));
  if (!found.some(({ need }) => need === 'queue')) found.push(...ownQueue(settings));
  return found;
}

/** Jobs that wait in a table of the program's own, or in the process itself. */
function ownQueue(settings: GoSettings): readonly Binding[] {
  const rows = settings.marker('go.queue.locked', 'go.queue.database');
  const waiting = rows ?? settings.marker('go.queue.memory');
  return waiting === undefined ? [] : [binding({ need: 'queue', technology: rows === undefined ? 'memory' : 'database', evidence: proof(waiting), basis: 'code', confidence: 'likely' })];
}

const brokerChoice = /(?:^|[._])(?:msg|message|job|task)?_?(?:queue|broker|mq)_?(?:kind|type|driver|backend|provider|engine)$/i;
const brokerWords: Readonly<Record<string, string>> = { postgres: 'database', postgresql: 'database', mysql: 'database', database: 'database', db: 'database', redis: 'redis', rabbitmq: 'rabbitmq', amqp: 'rabbitmq', nats: 'nats', sqs: 'sqs', kafka: 'kafka', memory: 'memory', inmemory: 'memory', channel: 'memory' };

/** `SERVER_MSGQUEUE_KIND: postgres`: which of the brokers that the code speaks to carries the messages. */
function chosenBroker(settings: GoSettings): Binding | undefined {
  for (const fact of [...settings.variables(brokerChoice), ...settings.settings(brokerChoice)]) {
    const word = fact.value.kind === 'literal' ? fact.value.text.trim().toLowerCase() : '';
    const technology = Object.hasOwn(brokerWords, word) ? brokerWords[word] : undefined;
    if (technology !== undefined && technology !== 'kafka') return binding({ need: 'queue', technology, evidence: proof(fact), basis: 'driver' });
  }
  return undefined;
}

/** `queue: { memory: { poolSize: 100 } }`: the store is the section's name. */
const queueSection = /(?:^|\.)queue\.(memory|redis|rabbitmq|nsq)(?:\.|$)/;

/** Lambda where its runtime is imported, an image where one is built, else a program on a server. */
export function computeBindings(settings: GoSettings): readonly Binding[] {
  const { scope } = settings;
  const manifest = { at: scope.application.manifest, key: scope.application.framework, stage: 'default' as const };
  const handler = settings.imported([lambda]);
  if (handler !== undefined) return [binding({ need: 'compute', technology: 'serverless', library: 'aws-lambda-go', evidence: [...proof(handler), manifest], basis: 'driver' })];
  const image = imageOf(settings);
  if (image !== undefined) return [binding({ need: 'compute', technology: 'container', evidence: [evidenceOf(image, image.kind === 'container' ? image.name : 'FROM'), manifest], basis: 'driver', supported: ['go'] })];
  return [binding({ need: 'compute', technology: 'go', evidence: [manifest], basis: 'library' })];
}

const otherRuntime = /^(?:--\S+\s+)?(?:\S*\/)?(?:node|nginx|caddy|httpd|python|ruby|php|openjdk|eclipse-temurin|postgres|mysql|redis)\b/;

/** The last `FROM` of an image that builds with Go, else of one that only carries a program, else what compose builds. */
function imageOf(settings: GoSettings): Fact | undefined {
  const { scope } = settings;
  const froms = scope.find('config', 'dockerfile.from').filter((fact) => fact.stage === 'production');
  const builds = new Set(scope.find('config', 'go.dockerfile').map((fact) => fact.at.path));
  const final = froms.filter((fact) => fact.detail?.['final'] === 'true');
  const own = final.filter((fact) => builds.has(fact.at.path));
  const carriers = final.filter((fact) => fact.value.kind === 'literal' && !otherRuntime.test(fact.value.text));
  const [image] = [...(own.length > 0 ? own : carriers)].sort((a, b) => rank(a.at.path) - rank(b.at.path));
  if (image !== undefined) return image;
  return scope.find('container').find((fact) => fact.stage === 'production' && fact.detail?.['application'] === 'true' && fact.detail['context'] !== undefined && (scope.application.root === '.' || fact.detail['context'] === scope.application.root));
}

function rank(path: string): number {
  return path.split('/').length * 2 + Number(!/(^|\/)Dockerfile$/.test(path));
}

const publicKey = /PUBLIC_KEY|_PUBLIC$|SITE_KEY|PUBLISHABLE|KEY_PREFIX|_EXPIR|_TTL$|_LENGTH$|_ENABLED$|_HEADER$|_URL$|_FILE$|_PATH$|_AGE$|_LIFETIME$|_SIZE|_CHECK$|KEYCLOAK|PASSWORDLESS/i;

/** The address of a database carries its password. */
const storeAddress = /(?:^|_)(?:DATABASE|DB|DATA_?STORE|POSTGRES|POSTGRESQL|MYSQL|MONGO|MONGODB|AMQP|RABBITMQ)_(?:URL|URI|DSN|SOURCE|CONN\w*)$/;

/** A credential of the configuration file that every deployment fills in. */
function isCredential(fact: Fact): boolean {
  const name = fact.detail?.['setting'] ?? '';
  return isSecretKey(name.slice(name.lastIndexOf('.') + 1)) && !publicKey.test(name) && (fact.value.kind === 'env' || (fact.value.kind === 'secret' && fact.value.state !== 'empty'));
}

/** The one that speaks for itself before a mere key. */
function credentialOf(settings: GoSettings): Fact | undefined {
  const all = settings.settings(/./).filter(isCredential);
  return all.find((fact) => /secret|passw|token|private/i.test(fact.detail?.['setting'] ?? '')) ?? all[0];
}

/** Variables that carry credentials; managers of secrets are told by their clients. */
export function secretBindings(settings: GoSettings): readonly Binding[] {
  const keys = settings.scope.find('env').filter((fact) => isServerSecretKey(fact.name) && !publicKey.test(fact.name));
  const address = settings.scope.find('env').find((fact) => storeAddress.test(fact.name) && fact.value.kind === 'secret' && fact.value.state !== 'empty');
  const strong = keys.find((fact) => /SECRET|PRIVATE|ENCRYPTION|TOKEN|PASS/.test(fact.name)) ?? keys[0] ?? address ?? settings.marker('go.secret') ?? credentialOf(settings);
  if (strong !== undefined) return [binding({ need: 'secrets', technology: 'env', evidence: proof(strong), basis: 'library' })];
  // A file that is written where the program runs, of which the repository has only the type.
  const field = settings.marker('go.secret.field');
  return field === undefined ? [] : [binding({ need: 'secrets', technology: 'config-file', evidence: proof(field), basis: 'code', confidence: 'likely' })];
}

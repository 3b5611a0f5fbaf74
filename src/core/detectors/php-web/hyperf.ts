import { binding, evidenceOf, packageName } from '../bindings';
import type { Binding } from '../detector';
import { dependencies } from '../php/runtime';
import { decided, inFile, type PhpContext } from './context';
import { cacheTechnology, fileSystemTechnology, queueTechnology, sessionTechnology } from './technologies';

const servers: Readonly<Record<string, string>> = { 'composer:hyperf/websocket-server': 'ws', 'composer:hyperf/socketio-server': 'socket.io' };
const brokers: Readonly<Record<string, string>> = { 'composer:hyperf/amqp': 'rabbitmq', 'composer:hyperf/nsq': 'nsq', 'composer:hyperf/nats': 'nats' };

/**
 * Hyperf keeps a file for each component in `config/autoload`, whose `default` entry names a class of a driver
 * (hyperf.wiki/3.1: cache, async-queue, session, filesystem), and brings its servers as packages.
 */
export function hyperfBindings(context: PhpContext): readonly Binding[] {
  const { scope } = context;
  const first = (names: Readonly<Record<string, string>>, need: 'realtime' | 'queue'): readonly Binding[] =>
    dependencies(scope, ...Object.keys(names)).slice(0, 1).map((fact) => binding({ need, technology: names[fact.name] ?? '', evidence: [evidenceOf(fact, packageName(fact))], basis: 'library', confidence: 'likely' }));
  const queue = decided(inFile(context, /\/async_queue\.php$/), 'queue', [/^\w+\.driver$/], queueTechnology, 'hyperf');
  return [
    ...decided(inFile(context, /\/cache\.php$/), 'cache', [/^\w+\.driver$/], cacheTechnology),
    ...decided(inFile(context, /\/session\.php$/), 'sessions', [/^handler$/], sessionTechnology),
    ...(queue.length > 0 ? queue : first(brokers, 'queue')),
    ...first(servers, 'realtime'),
    ...dependencies(scope, 'composer:hyperf/crontab').map((fact) => binding({ need: 'scheduler', technology: 'hyperf-crontab', evidence: [evidenceOf(fact, packageName(fact))], basis: 'library', confidence: 'likely' })),
    ...files(context),
  ];
}

/** `'default' => 'local'` names an entry of `storage`, whose driver is a class. */
function files(context: PhpContext): readonly Binding[] {
  const own = inFile(context, /\/file\.php$/);
  const chosen = own.facts.find((fact) => fact.name === 'default' && fact.value.kind === 'literal');
  if (chosen?.value.kind !== 'literal') return [];
  const name = chosen.value.text;
  const [driver] = decided(own, 'file-storage', [new RegExp(`^storage\\.${name.replace(/\W/g, '')}\\.driver$`)], fileSystemTechnology);
  return driver === undefined ? [] : [{ ...driver, evidence: [evidenceOf(chosen), ...driver.evidence] }];
}

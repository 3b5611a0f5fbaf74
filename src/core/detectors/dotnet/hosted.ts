import type { Fact } from '../../model';
import { isBelow } from '../paths';
import { methodAt, type ExtensionMethod } from './methods';

/** `class MailWorker : BackgroundService`, `abstract class JobsService : IHostedService, IDisposable`. */
const definition = /\b(abstract\s{1,9})?(?:partial\s{1,9})?class\s{1,9}(\w{1,100})(?:\([^(){}]{0,600}\))?\s{0,40}:\s{0,40}((?:\w|[.,<>?\s]){1,300})\{/g;
/** `services.AddHostedService<Workers.MailWorker>()`. */
const registration = /\bAddHostedService\s{0,9}<\s{0,9}(?:global::)?(?:\w{1,60}\.){0,9}(\w{1,100})\s{0,9}>/g;

/** `services.TryAddSingleton<IQueue, BrokerQueue>()`: the class behind the interface. */
const provided = /\.\s{0,9}(?:Try)?Add(?:Keyed)?(?:Singleton|Scoped|Transient|HostedService)\s{0,9}<(?:[^<>(){};,]{1,200},)?\s{0,9}(?:global::)?(?:\w{1,60}\.){0,9}(\w{1,100})\s{0,9}>/g;
/** `services.AddSingleton<IQueue>(new BrokerQueue<T>(options))`, `AddScoped(typeof(IQueue), typeof(BrokerQueue))`. */
const made = /\b(?:new\s{1,9}|typeof\(\s{0,9})(?:\w{1,60}\.){0,9}([A-Z]\w{0,99})\s{0,9}(?:<[^<>(){};]{0,200}>\s{0,9})?[()]/g;

/** `new PeriodicTimer(TimeSpan.FromDays(1))`, `await Task.Delay(TimeSpan.FromHours(6), token)`: so long a pause is no poll of a queue. */
const longPause = /\b(?:PeriodicTimer|Timer|Delay)\s{0,9}\([^;{}]{0,120}\bFrom(?:Hours|Days)\b/;
/** `job.NextExecution = …` in a loop that waits: a timetable that is kept by hand. */
const nextTime = /\b_?[nN]ext(?:Run|Execution|Occurrence|FireTime)\w{0,20}\b/;

/**
 * What runs beside the requests: `dotnet.hosted` names a class that a host starts, `dotnet.hosts` one that is registered, `dotnet.derived`
 * the bases of a class, since what an abstract one does is done by those that derive from it. `dotnet.provides` names classes that a
 * method makes available, `dotnet.timetable` where what is hosted waits for hours or for a time that it keeps.
 */
export function hostFacts(path: string, code: string, methods: readonly ExtensionMethod[]): readonly Fact[] {
  const facts: Fact[] = [];
  const add = (name: string, text: string, start: number, end: number, detail: Readonly<Record<string, string>> = {}): void => {
    const method = methodAt(methods, start);
    facts.push({ kind: 'code', name, value: { kind: 'literal', text }, at: { path, range: { start, end } }, stage: 'default', origin: 'csharp', detail: method === '' ? detail : { ...detail, method } });
  };
  for (const match of [...code.matchAll(definition)].slice(0, 20)) {
    const bases = (match[3] ?? '').replace(/<[^<>]*>/g, '').split(',').map((base) => base.trim().replace(/^.*\./, ''));
    const end = match.index + match[0].length;
    if (bases.some((base) => base === 'IHostedService' || base === 'BackgroundService')) add('dotnet.hosted', match[2] ?? '', match.index, end, match[1] === undefined ? {} : { abstract: 'true' });
    const derived = bases.filter((base) => /(?:Service|Worker|Job|Listener|Consumer|Processor|Base)$/.test(base));
    if (derived.length > 0) add('dotnet.derived', derived.join(' '), match.index, end);
  }
  const wait = facts.some(({ name }) => name === 'dotnet.hosted') ? longPause.exec(code) ?? (/\b(?:Delay|Timer|PeriodicTimer)\s{0,9}\(/.test(code) ? nextTime.exec(code) : null) : null;
  if (wait !== null) add('dotnet.timetable', 'timetable', wait.index, wait.index + wait[0].length);
  for (const match of [...code.matchAll(registration)].slice(0, 100)) add('dotnet.hosts', match[1] ?? '', match.index, match.index + match[0].length);
  for (const match of [...code.matchAll(provided)].slice(0, 400)) add('dotnet.provides', match[1] ?? '', match.index, match.index + match[0].length);
  const classes = new Map<string, Set<string>>();
  for (const match of [...code.matchAll(made)].slice(0, 2_000)) {
    const method = methodAt(methods, match.index);
    classes.set(method, (classes.get(method) ?? new Set()).add(match[1] ?? ''));
  }
  for (const [method, names] of classes) facts.push({ kind: 'code', name: 'dotnet.provides', value: { kind: 'literal', text: [...names].join(' ') }, at: { path, range: { start: 0, end: 0 } }, stage: 'default', origin: 'csharp', ...(method === '' ? {} : { detail: { method } }) });
  return facts;
}

/** Files of shared libraries whose class only such methods make available that this program calls none of. */
export function idleClasses(facts: readonly Fact[], root: string, reached: ReadonlySet<string>): ReadonlySet<string> {
  const provided = facts.filter((fact) => fact.name === 'dotnet.provides');
  const isReached = (fact: Fact): boolean => fact.detail?.['method'] === undefined || reached.has(fact.detail['method']);
  const names = (found: readonly Fact[]): ReadonlySet<string> => new Set(found.flatMap(({ value }) => (value.kind === 'literal' ? value.text.split(' ') : [])));
  const called = names(provided.filter(isReached));
  const idle = new Set([...names(provided.filter((fact) => !isReached(fact)))].filter((name) => !called.has(name)));
  return new Set(facts.filter(({ at }) => !isBelow(at.path, root) && idle.has(at.path.slice(at.path.lastIndexOf('/') + 1).replace(/\.cs$/, ''))).map(({ at }) => at.path));
}

/**
 * Files of shared libraries whose service in the background this program starts not: where it registers others by name, and none by the
 * name of that class, or where nothing derives from an abstract one. Files of the program's own folder are always its own.
 */
export function idleHosts(facts: readonly Fact[], root: string, reached: ReadonlySet<string>): ReadonlySet<string> {
  const named = (name: string): readonly string[] => facts.filter((fact) => fact.name === name && (fact.detail?.['method'] === undefined || reached.has(fact.detail['method']))).flatMap((fact) => (fact.value.kind === 'literal' ? fact.value.text.split(' ') : []));
  const registers = facts.some((fact) => fact.name === 'dotnet.hosts' && isBelow(fact.at.path, root));
  const started = new Set(named('dotnet.hosts'));
  const derived = new Set(named('dotnet.derived'));
  const idle = facts.filter((fact) => fact.name === 'dotnet.hosted' && !isBelow(fact.at.path, root) && fact.value.kind === 'literal' && (registers || fact.detail?.['abstract'] === 'true') && !(fact.detail?.['abstract'] === 'true' ? derived : new Set([...started, ...derived])).has(fact.value.text));
  return new Set(idle.map((fact) => fact.at.path));
}

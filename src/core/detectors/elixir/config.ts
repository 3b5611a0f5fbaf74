import type { ConfigNode } from '../../formats/node';
import type { SourceBlock, SourceFile } from '../../formats/registry';
import type { Formats } from '../../formats';
import type { Extraction, Fact, SourceDocument, Stage } from '../../model';
import { configValue, decidingRange, isSecretKey, problemsAt } from '../facts';

const maximumDepth = 3;

/** `config/*.exs`: every setting by its path, and the secrets that the environment carries. */
export function extractConfig(document: SourceDocument, formats: Formats): Extraction {
  const { path, text } = document;
  const { value, problems } = formats.elixir(text);
  const stage: Stage = /(?:prod|runtime|releases?)[\w.]*\.exs$/.test(path) ? 'production' : 'default';
  const facts: Fact[] = [];
  const aliases = aliasesOf(value);
  const assigned = new Map(value.assignments.map((assignment) => [assignment.target, assignment.value] as const));
  for (const call of value.calls) {
    if (call.name !== 'config') continue;
    const standing = standingOf(call.within ?? [], value);
    if (standing === 'elsewhere') continue;
    const [app, key, last] = call.arguments;
    const values = last ?? (key?.kind === 'map' ? key : undefined);
    const subject = expanded(aliases, last === undefined || key === undefined ? nameOf(app) : nameOf(key));
    if (values !== undefined) facts.push(...settings({ path, stage, conditional: standing === 'conditional', aliases, application: nameOf(app), assigned }, subject, values, 0));
  }
  return { facts: [...facts, ...secrets(path, stage, value)], problems: problemsAt(path, problems) };
}

interface Place {
  readonly path: string;
  readonly stage: Stage;
  readonly conditional: boolean;
  readonly aliases: ReadonlyMap<string, string>;
  /** Whose settings they are: `appsignal` of `config :appsignal, :config, …`. */
  readonly application: string;
  /** Variables of the file with what they were given. */
  readonly assigned: ReadonlyMap<string, ConfigNode>;
}

/** `alias Swoosh.Adapters.SMTP` lets the file say `SMTP`. */
function aliasesOf(file: SourceFile): ReadonlyMap<string, string> {
  return new Map(file.imports.flatMap(({ module, names }): readonly (readonly [string, string])[] => {
    const full = names.length === 0 ? [module] : names.map((name) => `${module}.${name}`);
    return full.map((name) => [name.slice(name.lastIndexOf('.') + 1), name]);
  }));
}

function expanded(aliases: ReadonlyMap<string, string>, name: string): string {
  const [head = ''] = name.split('.');
  const full = /^[A-Z]/.test(head) ? aliases.get(head) : undefined;
  return full === undefined ? name : `${full}${name.slice(head.length)}`;
}

/** `:logger` and `Shop.Repo` as written; without the colon. */
function nameOf(node: ConfigNode | undefined): string {
  if (node?.kind === 'scalar') return String(node.value);
  return node?.kind === 'unknown' ? node.why : '';
}

function settings(place: Place, name: string, written: ConfigNode, depth: number): readonly Fact[] {
  // `plugins: oban_plugins`: what the file gave the variable.
  const given = written.kind === 'unknown' && written.call === undefined && /^[a-z_]\w*$/.test(written.why) ? place.assigned.get(written.why) : undefined;
  const node = given?.kind === 'list' || given?.kind === 'map' ? given : written;
  if (node.kind === 'map' && depth < maximumDepth) {
    return [fact(place, name, node), ...node.entries.flatMap((entry) => settings(place, `${name}.${entry.key}`, entry.value, depth + 1))];
  }
  if (node.kind === 'list' && depth < maximumDepth) {
    // `plugins: [Oban.Plugins.Pruner, {Oban.Plugins.Cron, crontab: […]}]`
    return [fact(place, name, node), ...node.items.flatMap((item) => {
      const [head, options] = item.kind === 'list' ? item.items : [item];
      if (head?.kind !== 'unknown') return [];
      const within = `${name}.${expanded(place.aliases, head.why)}`;
      return [fact(place, within, head), ...(options === undefined ? [] : settings(place, within, options, depth + 1))];
    })];
  }
  return [fact(place, name, node)];
}

function fact({ path, stage, conditional, aliases, application }: Place, setting: string, node: ConfigNode): Fact {
  const key = setting.slice(setting.lastIndexOf('.') + 1);
  // A module names a technology: `Swoosh.Adapters.SMTP`.
  const value = node.kind === 'unknown' && /^[A-Z][\w.]*$/.test(node.why) && node.call === undefined ? { kind: 'literal' as const, text: expanded(aliases, node.why) } : configValue(key, node);
  return { kind: 'config', name: 'elixir.setting', value, at: { path, range: decidingRange(node) }, stage, origin: 'elixir-config', detail: { setting, application, ...(conditional ? { conditional: 'true' } : {}) } };
}

type Standing = 'always' | 'conditional' | 'elsewhere';

/** Whether a statement holds in production: always, when a variable says so, or in another environment only. */
function standingOf(within: readonly SourceBlock[], file: SourceFile): Standing {
  let standing: Standing = 'always';
  for (const { name, arguments: [test] } of within) {
    if (name !== 'if' && name !== 'else' && name !== 'unless') continue;
    const environment = environmentTest(test);
    if (environment !== null) {
      const holds = environment.includes('prod') === environment.positive;
      if (holds !== (name === 'if')) return 'elsewhere';
    } else if (!isDefaultBranch(name, test, file)) standing = 'conditional';
  }
  return standing;
}

interface EnvironmentTest {
  readonly positive: boolean;
  includes(environment: string): boolean;
}

/** `config_env() == :prod`, `Mix.env() in [:dev, :test]`. */
function environmentTest(test: ConfigNode | undefined): EnvironmentTest | null {
  if (test?.kind !== 'unknown' || test.call === undefined) return null;
  const [subject, other] = test.call.arguments;
  const asks = subject?.kind === 'unknown' && /^(?:config_env|Mix\.env)\(?\)?$|^env$/.test(subject.call?.name ?? subject.why);
  if (!asks || other === undefined) return null;
  const names = other.kind === 'list' ? other.items.map(nameOf) : [nameOf(other)];
  return { positive: !/^(?:!=|!==|not in)$/.test(test.call.name), includes: (environment) => names.includes(environment) };
}

/** The branch of `case adapter do "A" -> …` that holds when the variable behind `adapter` is not set. */
function isDefaultBranch(name: string, test: ConfigNode | undefined, file: SourceFile): boolean {
  if (name !== 'if' || test?.kind !== 'unknown' || test.call?.name !== '==') return false;
  const [subject, pattern] = test.call.arguments;
  const value = subject?.kind === 'unknown' ? file.assignments.findLast(({ target }) => target === subject.why)?.value : subject;
  if (value?.kind !== 'env' || pattern?.kind !== 'scalar') return false;
  return value.fallback?.kind === 'scalar' ? value.fallback.value === pattern.value : value.fallback === null && pattern.value === null;
}

/** Variables with credentials that a configuration looks up. */
function secrets(path: string, stage: Stage, file: SourceFile): readonly Fact[] {
  const calls = file.calls.filter(({ name }) => /env/i.test(name));
  return calls.flatMap(({ arguments: values }) => {
    const key = values.find((value) => value.kind === 'scalar' && typeof value.value === 'string' && /^[A-Z][A-Z0-9_]+$/.test(value.value));
    if (key?.kind !== 'scalar' || (!isSecretKey(String(key.value)) && key.value !== 'DATABASE_URL')) return [];
    return [{ kind: 'code' as const, name: 'elixir.secret', value: { kind: 'literal' as const, text: String(key.value) }, at: { path, range: key.range }, stage, origin: 'elixir-config' }];
  });
}

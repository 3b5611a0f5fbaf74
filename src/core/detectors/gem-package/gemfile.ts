import { entryOf, scalarText, type ConfigNode } from '../../formats/node';
import { splitArguments } from '../../formats/code/literals';
import type { SourceBlock, SourceCall, SourceFile } from '../../formats/registry';
import type { Fact, Stage } from '../../model';
import { holds, toTest, type Condition, type Truths } from '../ruby/conditions';

/** Groups that are not installed where the application runs. */
const developmentGroup = /^(?:dev|devel|development|test|tests|testing|ci|lint|linters?|rubocop|docs?|doc|guard|debug|cucumber|profile|profiling|benchmarks?|quality|security|deploy|deployment|capistrano|console|optional|tools?|ui_test|e2e|local)$/;

/**
 * `gem 'x', '~> 1', require: false, group: :test`, inside `group … do` too. A gem that nothing requires on its own has
 * `detail.require` false; one below a condition carries the condition.
 */
export function readGemfile(path: string, file: SourceFile): readonly Fact[] {
  return file.calls.flatMap((call) => (call.name === 'gem' ? gem(path, call) : []));
}

function gem(path: string, call: SourceCall): readonly Fact[] {
  const { positional, named } = splitArguments(call.arguments);
  const [first, ...constraints] = positional;
  const name = scalarText(first);
  if (first === undefined || name === undefined || !/^[\w.-]+$/.test(name)) return [];
  const within = call.within ?? [];
  const groups = groupsOf(within, named);
  const optional = within.some((block) => block.name === 'group' && scalarText(entryOf(splitArguments(block.arguments).named, 'optional')?.value) === 'true');
  const isRequired = scalarText(entryOf(named, 'require')?.value) !== 'false';
  // A production group of one's own (`group :aws do`) is installed by default: Bundler leaves out only what it is told to.
  const isLocal = optional || groups.length > 0 && groups.every((group) => developmentGroup.test(group));
  const when = conditionsOf(within, named).filter((condition) => holds(condition, unset) !== true);
  const version = constraints.flatMap((constraint): readonly ConfigNode[] => (constraint.kind === 'list' ? constraint.items : [constraint])).map((constraint) => scalarText(constraint)).find((text) => text !== undefined && /\d/.test(text));
  const detail: Record<string, string> = {};
  if (isLocal) detail['group'] = groups.join(' ');
  if (!isRequired) detail['require'] = 'false';
  if (when.length > 0) detail['when'] = JSON.stringify(when);
  // What is installed and not loaded proves no use by itself.
  const stage: Stage = isLocal || !isRequired || when.length > 0 ? 'local' : 'default';
  return [{ kind: 'dependency', name: `gem:${name}`, value: { kind: 'literal', text: version ?? '*' }, at: { path, range: first.range }, stage, origin: 'gemfile', detail }];
}

/** A variable that switches a gem off is not set where nobody sets it. */
const unset: Truths = { variable: () => null, setting: () => undefined };

function groupsOf(within: readonly SourceBlock[], named: ConfigNode | undefined): readonly string[] {
  const own = [entryOf(named, 'group')?.value, entryOf(named, 'groups')?.value];
  const around = within.filter((block) => block.name === 'group').flatMap((block) => splitArguments(block.arguments).positional);
  return [...own, ...around].flatMap((node): readonly (ConfigNode | undefined)[] => (node?.kind === 'list' ? node.items : [node])).flatMap((node) => scalarText(node) ?? []);
}

function conditionsOf(within: readonly SourceBlock[], named: ConfigNode | undefined): readonly Condition[] {
  const installed = entryOf(named, 'install_if')?.value;
  const blocks = within.flatMap((block): readonly Condition[] => {
    const [test] = block.arguments;
    if (test === undefined || !/^(?:if|unless|else|install_if)$/.test(block.name)) return [];
    return [{ test: toTest(test), negated: block.name === 'unless' || block.name === 'else' }];
  });
  return installed === undefined ? blocks : [...blocks, { test: toTest(installed), negated: false }];
}

/** Gems whose locked version decides about defaults, or that name the framework. */
const locked = /^ {4}(rails|railties|sinatra|roda|hanami|grape|padrino|padrino-core|sidekiq|sprockets) \((\d+(?:\.\d+)*)(?:[.-]?[a-z][^)]*)?\)$/gm;

/** `Gemfile.lock`: resolved versions, not what somebody asked for. */
export function readLock(path: string, text: string): readonly Fact[] {
  return [...text.matchAll(locked)].flatMap((match): readonly Fact[] => {
    const [whole, name = '', version = ''] = match;
    const start = match.index + whole.indexOf(version);
    return [{ kind: 'config', name: `ruby.locked.${name}`, value: { kind: 'literal', text: version }, at: { path, range: { start, end: start + version.length } }, stage: 'default', origin: 'gemfile-lock' }];
  });
}

import type { Fact } from '../../model';
import { closing } from '../maskedSource';

/** The body of an extension method: what it registers is in use where somebody calls it. */
export interface ExtensionMethod {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Where its name stands in its definition. */
  readonly at: number;
}

const definition = /\bstatic\s+(?:async\s+)?[\w<>[\],?. ]{1,120}?\b(\w+)\s*(?:<[^<>()]{0,80}>\s*)?\(\s*this\s/g;
const call = /\.\s*((?:Add|Use|Map|Configure|Register|Setup|Enable|Init|With|Run|Apply|Install)[A-Z]\w*|Configure|Register|Install|Setup)\s*(?:<[^<>()]{0,200}>\s*)?\(/g;
const maximumMethods = 200;
/** A helper of a class of extensions: `private static void SetupBus(IBusRegistrationConfigurator bus)`. */
const helper = /\b(?:private|internal)\s+static\s+(?:async\s+)?[\w<>[\],?. ]{1,120}?\b(\w+)\s*(?:<[^<>()]{0,80}>\s*)?\((?!\s*this\s)/g;

/** Extension methods, and the helpers beside them under a name of their own: `Register#Extensions.cs`. */
export function extensionMethods(code: string, path = ''): readonly ExtensionMethod[] {
  const extensions = methodsOf(code, definition, '');
  return extensions.length === 0 || !/\bstatic\s+(?:partial\s+)?class\b/.test(code) ? extensions : [...extensions, ...methodsOf(code, helper, `#${path.replaceAll(' ', '_')}`)];
}

function methodsOf(code: string, definitions: RegExp, suffix: string): readonly ExtensionMethod[] {
  const found: ExtensionMethod[] = [];
  for (const match of code.matchAll(definitions)) {
    if (found.length >= maximumMethods) break;
    const open = match.index + match[0].lastIndexOf('(');
    const close = closing(code, open, 3_000);
    if (close === null) continue;
    const rest = /^\s*(?:where[^{};]{0,300})?(\{|=>)/.exec(code.slice(close + 1, close + 500));
    if (rest?.[1] === undefined) continue;
    const body = close + 1 + rest[0].length - rest[1].length;
    const end = rest[1] === '{' ? closing(code, body, 100_000) : code.indexOf(';', body);
    found.push({ name: `${match[1] ?? ''}${suffix}`, start: body, end: end === null || end < 0 ? code.length : end, at: match.index + match[0].lastIndexOf(match[1] ?? '', open - match.index) });
  }
  return found;
}

/** The extension method around a place, `''` outside of all. */
export function methodAt(methods: readonly ExtensionMethod[], index: number): string {
  return methods.find(({ start, end }) => index >= start && index < end)?.name ?? '';
}

/** What each method calls, and what is called outside of extension methods, as one fact for each. */
export function callFacts(path: string, code: string, methods: readonly ExtensionMethod[]): readonly Fact[] {
  const calls = new Map<string, Set<string>>();
  for (const match of code.matchAll(call)) {
    const method = methodAt(methods, match.index);
    calls.set(method, (calls.get(method) ?? new Set()).add(match[1] ?? ''));
  }
  const helpers = methods.filter(({ name }) => name.includes('#'));
  for (const { name, at } of helpers) {
    // Where it is called, or handed over without a call.
    for (const match of code.matchAll(new RegExp(`\\b${name.slice(0, name.indexOf('#'))}\\b`, 'g'))) {
      const method = methodAt(methods, match.index);
      if (match.index !== at && method !== name) calls.set(method, (calls.get(method) ?? new Set()).add(name));
    }
  }
  return [...calls].map(([method, names]) => ({ kind: 'code', name: 'dotnet.calls', value: { kind: 'literal', text: [...names].join(' ') }, at: { path, range: { start: 0, end: 0 } }, stage: 'default', origin: 'csharp', detail: { method } }));
}

/** Extension methods that a program reaches from its own code, through each other. */
export function reachedMethods(facts: readonly Fact[]): ReadonlySet<string> {
  const byMethod = new Map<string, string[]>();
  for (const fact of facts) {
    if (fact.value.kind !== 'literal') continue;
    const method = fact.detail?.['method'] ?? '';
    const list = byMethod.get(method) ?? [];
    list.push(...fact.value.text.split(' '));
    byMethod.set(method, list);
  }
  const reached = new Set<string>();
  const queue = [...(byMethod.get('') ?? [])];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    queue.push(...(byMethod.get(name) ?? []));
  }
  return reached;
}

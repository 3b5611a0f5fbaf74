import type { SourceFile } from '../../formats/registry';
import type { Fact, Stage } from '../../model';
import type { Blocks } from './conditions';

/** What the classes of a module make of the settings in them. */
export interface SettingsClasses {
  /** Whether a library fills the fields from the environment (pydantic). */
  readonly areFields: boolean;
  /** The stage that the class around a place speaks of: `ProductionConfig`, `class Development`. */
  stageAt(offset: number): Stage | undefined;
  /** What stands before the names of variables for the class around a place. */
  prefixAt(offset: number): string;
  /** Whether the class around a place is put to use where the module tells. */
  isUsedAt(offset: number): boolean;
}

const stageWords: Readonly<Record<string, Stage>> = {
  prod: 'production', production: 'production', live: 'production', staging: 'staging', stage: 'staging', dev: 'local', develop: 'local', development: 'local', local: 'local', debug: 'local', test: 'test', tests: 'test', testing: 'test', unittest: 'test', ci: 'test',
};

export function settingsClasses(file: SourceFile, text: string, blocks: Blocks): SettingsClasses {
  const parents = new Map(file.classes.map((item) => [item.name, item.parents.map((parent) => parent.slice(parent.lastIndexOf('.') + 1))]));
  const areFields = [...parents.values()].some((names) => names.some((name) => /BaseSettings$/.test(name) || /(?:Settings|BaseConfig)$/.test(name) && /\bpydantic/.test(text)));
  const prefixes = prefixesOf(text, blocks);
  const unused = unusedClasses(file, parents, text);
  return {
    areFields,
    stageAt: (offset) => blocks.classesAt(offset).map(stageOfClass).find((stage) => stage !== undefined),
    prefixAt: (offset) => ancestry(blocks.classesAt(offset)[0], parents).map((name) => prefixes.get(name)).find((prefix) => prefix !== undefined) ?? '',
    isUsedAt: (offset) => !unused.has(blocks.classesAt(offset)[0] ?? ''),
  };
}

/** The stage by the class's name alone; a word for something else (`LocalStorageConfig`) says nothing. */
export function stageOfClass(name: string): Stage | undefined {
  const match = /^(?:([A-Z][a-z]+)(?:App|Base|Flask|Server|Env|Environment)?(?:Config|Configuration|Settings)?|(?:Config|Configuration|Settings)([A-Z][a-z]+))$/.exec(name);
  const word = (match?.[1] ?? match?.[2])?.toLowerCase();
  return word !== undefined && Object.hasOwn(stageWords, word) ? stageWords[word] : undefined;
}

function prefixesOf(text: string, blocks: Blocks): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const match of text.matchAll(/\benv_prefix["']?\s*[=:]\s*["']([^"'\n]*)["']/g)) {
    const [owner] = blocks.classesAt(match.index);
    if (owner !== undefined && match[1] !== undefined) found.set(owner, match[1]);
  }
  return found;
}

function ancestry(name: string | undefined, parents: ReadonlyMap<string, readonly string[]>, seen: readonly string[] = []): readonly string[] {
  if (name === undefined || seen.includes(name) || seen.length > 8) return [];
  return [name, ...(parents.get(name) ?? []).flatMap((parent) => ancestry(parent, parents, [...seen, name]))];
}

/** `settings = Settings()` joins some of the module's classes: those that it leaves out and nothing names are alternatives. */
function unusedClasses(file: SourceFile, parents: ReadonlyMap<string, readonly string[]>, text: string): ReadonlySet<string> {
  const joined = file.calls.filter(({ name }) => (parents.get(name) ?? []).filter((parent) => parents.has(parent)).length >= 2);
  if (joined.length === 0) return new Set();
  const used = new Set(joined.flatMap(({ name }) => ancestry(name, parents)));
  return new Set([...parents.keys()].filter((name) => !used.has(name) && text.split(new RegExp(String.raw`\b${name}\b`)).length === 2));
}

/** A field of pydantic's settings: the variable of its name wins over what stands there. */
export function fieldOf(fact: Fact, text: string, classes: SettingsClasses): Fact {
  const name = fact.name.slice('python.'.length);
  const start = fact.keyRange?.start ?? fact.at.range.start;
  const indented = /[ \t]/.test(text[start - 1] ?? '');
  if (!indented || !/^\w+$/.test(name) || fact.value.kind === 'env' || fact.value.kind === 'unknown') return fact;
  return { ...fact, value: { kind: 'env', key: `${classes.prefixAt(start)}${name}`.toUpperCase(), fallback: fact.value.kind === 'none' ? null : fact.value } };
}

export interface TypedField {
  readonly name: string;
  readonly key: string;
  readonly type: string;
  readonly start: number;
}

/** Fields that have a type and no value: a variable has to be there. */
export function typedFields(text: string, blocks: Blocks, classes: SettingsClasses): readonly TypedField[] {
  return [...text.matchAll(/^[ \t]+([A-Za-z]\w*)[ \t]*:[ \t]*([A-Za-z][\w.|, \t[\]]*)(?:#[^\n]*)?$/gm)].flatMap((match) => {
    const [whole, name = '', type = ''] = match;
    const start = match.index + whole.indexOf(name);
    if (blocks.conditionsAt(start) === null || !classes.isUsedAt(start)) return [];
    return [{ name, key: `${classes.prefixAt(start)}${name}`.toUpperCase(), type: type.trim(), start }];
  });
}

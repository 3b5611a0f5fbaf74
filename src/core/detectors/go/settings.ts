import type { Evidence, Fact } from '../../model';
import { evidenceOf, packageName } from '../bindings';
import { environmentOf, type Environment } from '../environment';
import { foreignServices, serviceOf } from '../foreignServices';
import { imageProduct } from '../images';
import type { ApplicationScope } from '../scope';
import { toolsFolder } from './markers';
import { folderOf } from '../paths';
import { engineOf } from './technologies';

/** One application's questions to its module, its code, its configuration files and its environment. */
export interface GoSettings {
  readonly scope: ApplicationScope;
  readonly environment: Environment;
  /** A direct requirement that a module of these paths brings. */
  required(modules: readonly string[]): Fact | undefined;
  /** An import of one of these modules in the application's own code, where a direct requirement brings it. */
  imported(modules: readonly string[]): Fact | undefined;
  marker(...names: readonly string[]): Fact | undefined;
  /** Settings whose path matches, the file that decides first. */
  settings(pattern: RegExp): readonly Fact[];
  /** Variables whose name matches and that have a value. */
  variables(pattern: RegExp): readonly Fact[];
  /** Settings and variables of a subject: the first that is set, `off` where all are empty, undefined where there is none. */
  configured(pattern: RegExp): Fact | 'off' | undefined;
  /** A product that production starts beside the application, else a developer's machine. */
  container(...technologies: readonly string[]): Fact | undefined;
}

export function goSettings(whole: ApplicationScope): GoSettings {
  const foreign = foreignServices(whole, moduleWords(whole));
  const isSeen = (fact: Fact): boolean => fact.origin !== 'compose' || !foreign.has(serviceOf(fact));
  const unused = new Set([...unusedTools(whole), ...pluggedIn(whole)]);
  const scope: ApplicationScope = {
    ...whole,
    find: (kind, name) => {
      const all = whole.find(kind, name);
      if (kind === 'env' && foreign.size > 0) return all.filter(isSeen);
      return kind === 'code' && unused.size > 0 ? all.filter((fact) => !unused.has(folderOf(fact.at.path))) : all;
    },
  };
  const environment = environmentOf(scope);
  const libraries = scope.find('code', 'go.library');
  const foreignClients = unused.size === 0 ? [] : whole.find('code', 'go.library').map(moduleOf).filter((module) => !libraries.some((fact) => moduleOf(fact) === module));
  const dependencies = scope.find('dependency').filter((fact) => fact.origin === 'go-mod' && !foreignClients.some((module) => module === packageName(fact) || module.startsWith(`${packageName(fact)}/`)));
  const files = chosenFiles(scope);
  const off = scope.find('code', 'go.off').flatMap((fact) => (fact.value.kind === 'literal' ? [fact.value.text] : []));
  const on = scope.find('code', 'go.on').flatMap((fact) => (fact.value.kind === 'literal' ? [fact.value.text] : []));
  const names = [...new Set(scope.find('env').map((fact) => fact.name))];

  function required(modules: readonly string[]): Fact | undefined {
    return dependencies.find((fact) => modules.some((module) => fact.name === `go:${module}` || fact.name.startsWith(`go:${module}/`) || module.startsWith(`${packageName(fact)}/`)));
  }

  function settings(pattern: RegExp): readonly Fact[] {
    return files.filter((fact) => pattern.test(fact.detail?.['setting'] ?? ''));
  }

  function variables(pattern: RegExp): readonly Fact[] {
    return names.filter((name) => pattern.test(name)).flatMap((name) => environment.lookup(name) ?? []);
  }

  function configured(pattern: RegExp): Fact | 'off' | undefined {
    const set = variables(pattern)[0];
    if (set !== undefined) return isSet(set) ? set : 'off';
    const all = settings(pattern);
    const [first] = all.filter((fact) => switchName.test(fact.detail?.['setting'] ?? '') && fact.value.kind === 'literal' && /^(?:true|false)$/i.test(fact.value.text.trim()));
    if (first !== undefined && !isSet(first)) return 'off';
    const found = all.find(isSet);
    if (found !== undefined) return found;
    if (all.length > 0 || names.some((name) => pattern.test(name))) return 'off';
    // Of two switches of a subject the one that is on decides: the other is of a part of it.
    return off.some((name) => pattern.test(name)) && !on.some((name) => pattern.test(name)) ? 'off' : undefined;
  }

  return {
    scope,
    environment,
    required,
    imported: (modules) => {
      if (required(modules) === undefined) return undefined;
      return libraries.find((fact) => fact.value.kind === 'literal' && modules.includes(fact.value.text));
    },
    marker: (...keys) => keys.map((key) => scope.find('code', key)[0]).find((fact) => fact !== undefined),
    settings,
    variables,
    configured,
    container: (...technologies) => {
      const all = scope.find('container').filter((fact) => fact.value.kind === 'literal' && technologies.includes(imageProduct(fact.value.text)?.technology ?? ''));
      return all.find((fact) => fact.stage === 'production') ?? all[0];
    },
  };
}

function moduleOf(fact: Fact): string {
  return fact.value.kind === 'literal' ? fact.value.text : '';
}

/** A folder of steps that users put together, each for a product of theirs. */
const catalogue = /^(?:.{1,200}\/)?(?:builtins?|connectors?|executors?|plugins?)\/([\w-]{1,60})(?=\/)/;
/** So many kinds below one folder are what users choose from. */
const catalogueSize = 3;

/** Folders of steps and connectors: their clients are those of what users have. */
function pluggedIn(scope: ApplicationScope): readonly string[] {
  const kinds = new Map<string, Set<string>>();
  const libraries = scope.find('code', 'go.library');
  for (const { at } of libraries) {
    const [whole = '', kind = ''] = catalogue.exec(at.path) ?? [];
    const folder = whole.slice(0, whole.length - kind.length);
    if (kind !== '') kinds.set(folder, (kinds.get(folder) ?? new Set()).add(kind));
  }
  const folders = [...kinds].filter(([, names]) => names.size >= catalogueSize).map(([folder]) => folder);
  return folders.length === 0 ? [] : scope.find('code').map((fact) => folderOf(fact.at.path)).filter((path) => folders.some((folder) => path.startsWith(folder)));
}

/** Folders of tools that nothing imports which is part of the program: they are its developers'. */
function unusedTools(scope: ApplicationScope): ReadonlySet<string> {
  const folders = new Set(scope.find('code').filter((fact) => fact.origin === 'go' && toolsFolder.test(folderOf(fact.at.path))).map((fact) => folderOf(fact.at.path)));
  const imports = scope.find('code', 'go.tools');
  // What a tool imports counts once the tool itself does.
  for (let before = -1; before !== folders.size; ) {
    before = folders.size;
    const used = new Set(imports.filter((fact) => !folders.has(folderOf(fact.at.path))).flatMap((fact) => (fact.value.kind === 'literal' ? [fact.value.text] : [])));
    for (const folder of folders) {
      if ([...used].some((path) => path === folder || path.endsWith(`/${folder}`))) folders.delete(folder);
    }
  }
  return folders;
}

/** The last words of the module's path: `go.example.org/shop/v3` is called shop. */
function moduleWords(scope: ApplicationScope): readonly string[] {
  const [module] = scope.find('config', 'go.module');
  return module?.value.kind === 'literal' ? module.value.text.split('/').filter((word) => !/^v\d+$/.test(word)).slice(-1) : [];
}

/** `use-redis: false`, `sentry.enabled: false`: the switch of a whole subject, not of a detail of it (`redis.useCluster`). */
const switchName = /(?:^|[._-])(?:enabled?|is[-_]?enabled|on)$|(?:^|\.)(?:enable|use)[-_]?[a-z]+$(?<!cluster|tls|ssl|pool|sentinel)/i;

/** Production's files before general ones before samples; what stays on a developer's machine comes last. */
function chosenFiles(scope: ApplicationScope): readonly Fact[] {
  const order = ['production', 'default', 'staging', 'local', 'example'];
  const facts = scope.find('config', 'go.setting');
  return [...facts].sort((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage) || a.at.path.split('/').length - b.at.path.split('/').length);
}

/** `false`, `0` and nothing switch off; a switch beside an address does not prove the address. */
export function isSet(fact: Fact): boolean {
  if (fact.value.kind === 'literal') return !/^(?:|false|off|no|0|none|null|disabled)$/i.test(fact.value.text.trim());
  if (fact.value.kind === 'secret') return fact.value.state !== 'empty';
  return fact.value.kind === 'env';
}

export function proof(...facts: readonly (Fact | 'off' | undefined)[]): readonly Evidence[] {
  return facts.flatMap((fact) => (fact === undefined || fact === 'off' ? [] : [evidenceOf(fact, keyOf(fact))]));
}

function keyOf(fact: Fact): string {
  if (fact.kind === 'dependency') return packageName(fact);
  if (fact.name === 'go.library' && fact.value.kind === 'literal') return fact.value.text;
  return fact.detail?.['setting'] ?? fact.name;
}

/** The engine that a value names: a word, or an address's scheme. */
export function engineIn(fact: Fact): string | undefined {
  const scheme = fact.detail?.['scheme'];
  if (scheme !== undefined) return engineOf(scheme);
  if (fact.value.kind === 'literal') return engineOf(fact.value.text);
  return fact.value.kind === 'env' && fact.value.fallback?.kind === 'literal' ? engineOf(fact.value.fallback.text) : undefined;
}

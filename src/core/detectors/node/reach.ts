import type { Application, Fact } from '../../model';
import { packageName } from '../bindings';
import { isFile } from '../node-imports';
import type { Module } from '../node-imports/module';
import { Modules } from '../node-imports/modules';
import { folderOf, isBelow, joinPath } from '../paths';
import { drivers, mappers } from './drivers';

/** A package of the workspace that a site may be built from. */
interface Package {
  readonly root: string;
  /** What all its paths begin with. */
  readonly prefix: string;
  readonly name: string;
  readonly main: string | undefined;
  /** What its names lead to: `./*` → `./src/*.ts`. */
  readonly exports: readonly { readonly subpath: string; readonly targets: readonly string[] }[];
  /** Whether it holds the schema that a client is generated from: beside the client it hands out types. */
  readonly isSchema: boolean;
}

/** What a site's own modules lead to. */
interface Reach {
  readonly modules: ReadonlySet<string>;
  /** Packages of which all must be taken as reached. */
  readonly whole: ReadonlySet<string>;
  /** Installed packages that the reached modules of a package import, by its root. */
  readonly installed: ReadonlyMap<string, ReadonlySet<string>>;
  readonly opensDatabase: boolean;
  /** Names of secrets that stand in reached modules. */
  readonly asks: ReadonlySet<string>;
}

const stores: ReadonlySet<string> = new Set([...mappers, ...drivers.flatMap(({ packages }) => packages), 'mongoose', 'mongodb', '@typegoose/typegoose', '@payloadcms/db-mongodb']);
const databaseFacts = /^node\.(?:prisma|drizzle|knex|typeorm|mikro-orm|sequelize)\.|^node\.(?:sessions|jobs)\.table$/;

/**
 * The facts of a site without those of shared packages that no module of its own leads to. What cannot be followed
 * (a name made at run time, an alias) counts as reached.
 */
export function reachedFacts(application: Application, facts: readonly Fact[], read: readonly Module[]): readonly Fact[] {
  const modules = new Modules(read);
  const own = modules.all.filter(({ path }) => isBelow(path, application.root));
  const packages = packagesOf(application, facts);
  if (own.length === 0 || packages === undefined) return facts;
  const reach = follow(application.root, own, modules, packages);
  const isDatabase = reach.opensDatabase || facts.some(({ name, at }) => databaseFacts.test(name) && isBelow(at.path, application.root));
  const listed = facts.flatMap((fact) => (fact.kind === 'dependency' ? [packageName(fact).toLowerCase().replace(/[^a-z0-9]/g, '')] : []));
  return facts.filter((fact) => {
    const { path } = fact.at;
    const shared = packages.find(({ prefix }) => path.startsWith(prefix));
    if (fact.kind === 'dependency' && fact.origin === 'npm' && stores.has(packageName(fact))) return isDatabase && (shared === undefined || isReached(shared, reach));
    if (shared === undefined) return isBelow(path, application.root) || fact.origin !== 'dotenv' || fact.value.kind !== 'secret' || isAskedFor(fact.name, reach, listed, isDatabase);
    if (reach.whole.has(shared.root)) return true;
    if (databaseFacts.test(fact.name)) return isDatabase;
    if (fact.kind === 'dependency') return reach.installed.get(shared.root)?.has(packageName(fact)) === true;
    const isCode = fact.kind === 'code' || fact.origin === 'node-code';
    return !isCode || !modules.has(path) || reach.modules.has(path);
  });
}

function isReached({ root }: Package, { whole, installed }: Reach): boolean {
  return whole.has(root) || installed.has(root);
}

/** Whether a module names the secret, or a package is called like it and reads it by itself: `STRIPE_SECRET_KEY`. */
function isAskedFor(key: string, { asks }: Reach, listed: readonly string[], isDatabase: boolean): boolean {
  const word = (key.split('_')[0] ?? '').toLowerCase();
  return asks.has(key) || isDatabase && /DATABASE|POSTGRES|MYSQL|MONGO|(?:^|_)DB_/.test(key) || word.length > 2 && listed.some((name) => name.includes(word));
}

/** The packages among what it includes; undefined where a folder is none, of which nothing can be told. */
function packagesOf({ root, includes = [] }: Application, facts: readonly Fact[]): readonly Package[] | undefined {
  const manifests = new Map<string, Fact[]>();
  for (const fact of facts) if (fact.origin === 'npm' && fact.kind === 'config') manifests.set(fact.at.path, [...(manifests.get(fact.at.path) ?? []), fact]);
  const schemas = facts.filter(({ name }) => name.startsWith('node.prisma.')).map(({ at }) => at.path);
  const found: Package[] = [];
  for (const folder of includes) {
    if (isBelow(folder, root)) continue;
    const manifest = manifests.get(`${folder}/package.json`);
    const text = (name: string): string | undefined => {
      const value = manifest?.find((fact) => fact.name === name)?.value;
      return value?.kind === 'literal' ? value.text : undefined;
    };
    const name = text('npm.name');
    if (name === undefined) {
      if (isFile(folder)) continue;
      return undefined;
    }
    const exported = (manifest ?? []).flatMap((fact) => (fact.name === 'npm.export' && fact.value.kind === 'literal' ? [{ subpath: fact.detail?.['subpath'] ?? '.', targets: fact.value.text.split(' ') }] : []));
    found.push({ root: folder, prefix: folder === '.' ? '' : `${folder}/`, name, main: text('npm.main'), exports: exported, isSchema: schemas.some((path) => isBelow(path, folder)) });
  }
  return found;
}

function follow(root: string, own: readonly Module[], modules: Modules, packages: readonly Package[]): Reach {
  const describe = describer(packages);
  const depth = root === '.' ? 0 : depthOf(root) + 1;
  const reached = new Set(own.map(({ path }) => path));
  const whole = new Set<string>();
  const installed = new Map<string, Set<string>>();
  const asks = new Set<string>();
  const queue = [...own];
  let opensDatabase = false;
  const visit = (paths: Iterable<string>): void => {
    for (const path of paths) {
      const module = modules.get(path);
      if (module === undefined || reached.has(path)) continue;
      reached.add(path);
      queue.push(module);
    }
  };
  const takeWhole = (shared: Package): void => {
    if (whole.has(shared.root)) return;
    whole.add(shared.root);
    visit(modules.all.map(({ path }) => path).filter((path) => path.startsWith(shared.prefix)));
  };
  for (let module = queue.pop(); module !== undefined; module = queue.pop()) {
    const { path, imports, computes } = module;
    const home = packages.find(({ prefix }) => path.startsWith(prefix));
    for (const key of module.asks) asks.add(key);
    if (home !== undefined && !installed.has(home.root)) installed.set(home.root, new Set());
    if (home !== undefined && computes) takeWhole(home);
    for (const { from, names } of imports) {
      const asked = describe(from);
      if (home === undefined && asked.rises < depthOf(path) - depth && !asked.isGenerated) continue;
      const beside = asked.isRelative ? joinPath(folderOf(path), from) : '';
      const local = asked.isRelative ? packages.find(({ root, prefix }) => beside === root || beside.startsWith(prefix)) : asked.local;
      // Beside the client, a package with a schema hands out types and lists of words.
      if (local?.isSchema === true && local !== home && names.length > 0 && !names.some(isValue)) continue;
      const target = asked.isRelative ? modules.at(beside) : local === undefined ? aliased(from, home, modules) : exportedBy(local, from, modules);
      if (target !== undefined) visit([target]);
      else if (local !== undefined && !asked.isRelative) takeWhole(local);
      else if (isAlias(from) && home !== undefined) takeWhole(home);
      if (target !== undefined || local !== undefined && !asked.isRelative) continue;
      if (home !== undefined) installed.get(home.root)?.add(asked.installed);
      opensDatabase ||= (asked.isGenerated || asked.installed === '@prisma/client') ? names.some(isValue) : stores.has(asked.installed);
    }
  }
  return { modules: reached, whole, installed, opensDatabase, asks };
}

/** A client is called `db`, or says so; types and the words of an enumeration begin with a capital. */
function isValue(name: string): boolean {
  return /^[a-z_*]/.test(name) || /Client|Service|Module|Repository|Database|Connection|Store/.test(name);
}

/** What an import names, whoever imports it. */
interface Asked {
  readonly isRelative: boolean;
  /** How many folders it goes up; more than any path has where it is no file beside. */
  readonly rises: number;
  /** The package of the workspace that it names. */
  readonly local: Package | undefined;
  readonly installed: string;
  /** Whether it is a client that Prisma writes. */
  readonly isGenerated: boolean;
}

/** Hundreds of modules import the same. */
function describer(packages: readonly Package[]): (from: string) => Asked {
  const known = new Map<string, Asked>();
  return (from) => {
    const described = known.get(from);
    if (described !== undefined) return described;
    const isRelative = from.startsWith('.');
    const asked: Asked = {
      isRelative,
      rises: isRelative ? from.split('/').filter((part) => part === '..').length : Number.POSITIVE_INFINITY,
      local: isRelative ? undefined : packages.find(({ name }) => from === name || from.startsWith(`${name}/`)),
      installed: installedName(from),
      isGenerated: /^(?:[.@~#]|\$lib)/.test(from) && /prisma|generated/i.test(from) && !/browser|enum|zod|commonInputTypes|\bmodels?\b|types?\b|graphql|\.(?:json|css)$/i.test(from),
    };
    known.set(from, asked);
    return asked;
  };
}

function depthOf(path: string): number {
  let depth = 0;
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) depth += 1;
  return depth;
}

/** `@shop/db/client` → `@shop/db`. */
function installedName(from: string): string {
  return from.split('/').slice(0, from.startsWith('@') ? 2 : 1).join('/');
}

function isAlias(from: string): boolean {
  return /^(?:@|~|#)\/|^[#$]/.test(from);
}

/** `@/lib/db`, `~/lib/db` in a package: by custom from its sources or its folder. */
function aliased(from: string, home: Package | undefined, modules: Modules): string | undefined {
  if (home === undefined || !isAlias(from)) return undefined;
  const rest = from.replace(/^(?:[@~#]\/|[#$])/, '');
  return modules.at(`${home.root}/src/${rest}`) ?? modules.at(`${home.root}/${rest}`);
}

function exportedBy({ root, name, main, exports }: Package, from: string, modules: Modules): string | undefined {
  const rest = from.slice(name.length + 1);
  const subpath = rest === '' ? '.' : `./${rest}`;
  const targets = exports.flatMap((exported): readonly string[] => {
    if (exported.subpath === subpath) return exported.targets;
    const [before = '', after] = exported.subpath.split('*');
    if (after === undefined || !subpath.startsWith(before) || !subpath.endsWith(after)) return [];
    const middle = subpath.slice(before.length, subpath.length - after.length);
    return exported.targets.map((target) => target.replaceAll('*', middle));
  });
  const guesses = rest === '' ? [main ?? 'index', 'src/index', 'index', 'src/main'] : [`src/${rest}`, rest, `lib/${rest}`];
  for (const target of [...targets, ...guesses]) {
    const path = joinPath(root, target);
    // What is built from the sources has their names.
    const found = modules.at(path) ?? modules.at(`${root}/${path.slice(root.length + 1).replace(/^(?:dist|build|lib|out|esm|cjs)\//, 'src/')}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

import type { Fact, SourceDocument } from '../../model';
import { isSecretKey } from '../facts';
import { withoutComments } from '../node/text';

/** What one module takes of another, by the names that it takes; a type alone takes nothing. */
export interface Import {
  readonly from: string;
  /** `*` for all of it, none for what is only run. */
  readonly names: readonly string[];
}

/** A module as `node.module` says it. */
export interface Module {
  readonly path: string;
  readonly imports: readonly Import[];
  /** Whether it takes modules whose names are made at run time. */
  readonly computes: boolean;
  /** Names of secrets that stand in it. */
  readonly asks: readonly string[];
}

const statement = /\bfrom\s{0,9}(['"])([^'"\n]{1,200})\1|\bimport\s{0,9}(['"])([^'"\n]{1,200})\3|\b(?:import|require)\s{0,9}\(\s{0,200}(?:(['"`])([^'"`\n$]{1,200})\5|([^'"\s)]))|\bimport\.meta\.glob\b/g;
const constant = /\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\b/g;

/** Name of the facts that say what a module takes of others. */
export const moduleName = 'node.module';

/** `node.module`: imports a line each, `@shop/db⇥db Prisma`. */
export function moduleFact({ path, text }: SourceDocument): Fact {
  const lines: string[] = [];
  let computes = false;
  for (const match of text.matchAll(statement)) {
    const [, , from, , run, , called, computed] = match;
    if (isComment(text, match.index)) continue;
    if (from !== undefined) {
      const names = namesBefore(text, match.index);
      if (names !== undefined) lines.push(`${from}\t${names.join(' ')}`);
    } else if (run !== undefined) lines.push(`${run}\t`);
    else if (called !== undefined) lines.push(`${called}\t*`);
    else computes ||= computed !== undefined || match[0].startsWith('import.');
  }
  // A name of the environment is asked for by way of something that is called so.
  const asks = text.includes('env') || text.includes('Env') ? [...new Set(text.match(constant) ?? [])].filter((name) => isSecretKey(name)) : [];
  return {
    kind: 'config',
    name: moduleName,
    value: { kind: 'literal', text: lines.join('\n') },
    at: { path, range: { start: 0, end: 0 } },
    stage: 'default',
    origin: 'node-code',
    detail: { ...(computes ? { computes: 'true' } : {}), ...(asks.length === 0 ? {} : { asks: asks.join(' ') }) },
  };
}

/** Whether what stands there is commented out. Blanking all comments of all modules would take longer than all else. */
function isComment(text: string, index: number): boolean {
  return /^[ \t]*\*|\/\*|(?<!:)\/\//.test(text.slice(text.lastIndexOf('\n', index) + 1, index));
}

/** The longest list of names that is looked for before a `from`. */
const longest = 6_000;

/** The names of `import a, { b as c, type D } from`; undefined for types alone and for what is no import. */
function namesBefore(text: string, end: number): readonly string[] | undefined {
  const head = text.slice(Math.max(0, end - longest), end);
  const last = Math.max(0, head.lastIndexOf('import'));
  const statement = head.slice(last);
  const start = Math.max(statement.indexOf('import'), statement.lastIndexOf('export'));
  if (start < 0) return undefined;
  const written = statement.slice(start + 'import'.length);
  const clause = written.includes('/') ? withoutComments(written) : written;
  if (/[^\w$*,\s{}]/.test(clause) || /^\s+type\s+[\w${*]/.test(clause)) return undefined;
  const words = clause.replace(/[{}]/g, ',').split(',').map((word) => word.trim()).filter((word) => word !== '');
  const names = words.filter((word) => !/^type\s/.test(word)).map((word) => (word.startsWith('*') ? '*' : (/^[\w$]+/.exec(word)?.[0] ?? '')));
  return words.length > 0 && names.length === 0 ? undefined : names;
}

const read = new WeakMap<Fact, Module>();

/** A site after the other asks for the same modules. */
export function moduleOf(fact: Fact): Module {
  const known = read.get(fact);
  if (known !== undefined) return known;
  const module = moduleIn(fact);
  read.set(fact, module);
  return module;
}

function moduleIn(fact: Fact): Module {
  const text = fact.value.kind === 'literal' ? fact.value.text : '';
  const imports = text === '' ? [] : text.split('\n').map((line) => {
    const [from = '', names = ''] = line.split('\t');
    return { from, names: names === '' ? [] : names.split(' ') };
  });
  return { path: fact.at.path, imports, computes: fact.detail?.['computes'] === 'true', asks: fact.detail?.['asks']?.split(' ') ?? [] };
}

import type { Extraction, Fact, FactValue, SourceDocument, TextRange } from '../../model';
import type { Formats } from '../../formats';
import { entryOf, scalarText } from '../../formats/node';
import { environmentFact, problemsAt } from '../facts';
import { installedPackages } from './publishedServers';
import { handedFolders } from './serverImages';
import { properties, withoutComments } from './text';

const common = { stage: 'default', origin: 'node-config' } as const;

function setting(path: string, name: string, value: FactValue, range: TextRange, detail?: Readonly<Record<string, string>>): Fact {
  return { kind: 'config', name, value, at: { path, range }, ...common, ...(detail === undefined ? {} : { detail }) };
}

/** `schema.prisma`: engine and address of the data source, and whether a table keeps jobs. */
export function extractPrisma(document: SourceDocument): Extraction {
  const { path } = document;
  const text = withoutComments(document.text);
  const opening = /\bdatasource\s+\w+\s*\{/.exec(text);
  const facts: Fact[] = [];
  if (opening !== null) {
    const closing = text.indexOf('}', opening.index);
    for (const match of text.slice(opening.index, closing < 0 ? undefined : closing).matchAll(/\b(provider|url)\s*=\s*(?:"([^"]*)"|env\("(\w+)"\))/g)) {
      const word = match[2] ?? match[3] ?? '';
      const start = opening.index + match.index + match[0].lastIndexOf(word);
      const value: FactValue = match[3] !== undefined ? { kind: 'env', key: match[3], fallback: null } : match[1] === 'url' ? { kind: 'unknown', why: 'an address' } : { kind: 'literal', text: word };
      facts.push(setting(path, `node.prisma.${match[1] ?? ''}`, value, { start, end: start + word.length }));
    }
  }
  // Who is signed in, by what only such a table has.
  const sessions = /\bmodel\s+((?:User|Auth|Login)?Sessions?)\s*\{([^}]{0,900})\}/.exec(text);
  if (sessions?.[1] !== undefined && /\b(?:expires|expiresAt|expires_at|expirationDate|validUntil)\b/i.test(sessions[2] ?? '') && /\buser(?:_?id)?\b/i.test(sessions[2] ?? '')) {
    const start = sessions.index + sessions[0].indexOf(sessions[1]);
    facts.push({ kind: 'code', name: 'node.sessions.table', value: { kind: 'literal', text: sessions[1] }, at: { path, range: { start, end: start + sessions[1].length } }, ...common });
  }
  const jobs = /\bmodel\s+((?:Background|Queued?|Scheduled)?Jobs?|JobQueue|Queue(?:Item|Job)?)\s*\{/.exec(text);
  if (jobs?.[1] !== undefined) {
    const start = jobs.index + jobs[0].indexOf(jobs[1]);
    facts.push({ kind: 'code', name: 'node.jobs.table', value: { kind: 'literal', text: jobs[1] }, at: { path, range: { start, end: start + jobs[1].length } }, ...common });
  }
  return { facts, problems: [] };
}

interface ConfigFile {
  readonly match: RegExp;
  /** Prefix of the settings' names: `node.<id>.<property>`. */
  readonly id: string;
  readonly keys: readonly string[];
}

export const configFiles: readonly ConfigFile[] = [
  { match: /(^|\/)drizzle(\.\w+)?\.config\.[cm]?[jt]s$/, id: 'drizzle', keys: ['dialect', 'driver', 'url', 'connectionString'] },
  { match: /(^|\/)knexfile\.[cm]?[jt]s$/, id: 'knex', keys: ['client'] },
  { match: /(^|\/)(ormconfig(\.\w+)?\.([cm]?[jt]s|json)(\.(example|sample|dist))?|(typeorm|data-source|datasource)(\.config)?\.[cm]?[jt]s)$/, id: 'typeorm', keys: ['type'] },
  { match: /(^|\/)mikro-orm(\.\w+)*\.config\.[cm]?[jt]s$|(^|\/)mikro-orm\.config\.[cm]?[jt]s$/, id: 'mikro-orm', keys: ['type', 'driver'] },
  { match: /(^|\/)(config|sequelize|db|database)\/config\.(json|js|cjs|ts)$/, id: 'sequelize', keys: ['dialect'] },
  { match: /(^|\/)config\/database\.[jt]s$/, id: 'database', keys: ['client', 'connection', 'dialect', 'type', 'default'] },
  { match: /(^|\/)config\/(env\/production\/)?(session|drive|mail|queue|cache|plugins|hash|limiter)\.[jt]s$/, id: 'config', keys: ['driver', 'disk', 'store', 'default', 'provider', 'connection'] },
  { match: /(^|\/)medusa-config\.[jt]s$/, id: 'medusa', keys: ['databaseUrl', 'redisUrl', 'database_type'] },
  { match: /(^|\/)next\.config\.[cm]?[jt]s$/, id: 'next', keys: ['assetPrefix', 'output'] },
  { match: /(^|\/)nuxt\.config\.[cm]?[jt]s$/, id: 'nuxt', keys: ['cdnURL', 'preset'] },
  { match: /(^|\/)vite\.config\.[cm]?[jt]s$/, id: 'vite', keys: ['outDir'] },
];

export function extractConfig(document: SourceDocument, file: ConfigFile): Extraction {
  const facts: Fact[] = properties(document.text, file.keys).map((property) => {
    const name = file.id === 'config' ? (/(?<![\w-])([\w-]+)\.[jt]s$/.exec(document.path)?.[1] ?? file.id) : file.id;
    return setting(document.path, `node.${name}.${property.key}`, property.value, property.range, property.section === null ? undefined : { section: property.section });
  });
  // Nuxt that renders nothing on a server is a front end like any other.
  const client = file.id === 'nuxt' ? /\b(?:ssr\s*:\s*false\b|(?:target|mode)\s*:\s*['"](?:static|spa)['"])/.exec(withoutComments(document.text)) : null;
  const tasks = file.id === 'nuxt' ? /\bscheduledTasks\s*:\s*\{\s*['"`]/.exec(withoutComments(document.text)) : null;
  if (tasks !== null) facts.push({ kind: 'code', name: 'node.nitro.tasks', value: { kind: 'none' }, at: { path: document.path, range: { start: tasks.index, end: tasks.index + tasks[0].length } }, ...common });
  if (client === null) return { facts, problems: [] };
  return { facts: [...facts, setting(document.path, 'node.nuxt.static', { kind: 'none' }, { start: client.index, end: client.index + client[0].length })], problems: [] };
}

/** What a Dockerfile builds: a folder of the repository, a package by its name, and whether Node runs in it. */
export function extractDockerfile(document: SourceDocument): Extraction {
  const { path, text } = document;
  const facts: Fact[] = [...handedFolders(path, text)];
  const runtime = /^[ \t]*FROM[ \t]+(?:--platform=\S{1,99}[ \t]+)?\S{0,200}(?:\bnode|\bbun|\bdeno)\b\S*|^[ \t]*RUN\b.*\b(?:nodejs|npm|yarn|pnpm|bun)\b/im.exec(text);
  if (runtime !== null) facts.push(setting(path, 'node.dockerfile.runtime', { kind: 'none' }, { start: runtime.index, end: runtime.index + runtime[0].length }));
  const sample = /\b(?:cp|COPY)\s+(?:\.\/)?([\w./-]{0,80}env[\w.-]{0,80})\s+(?:\S{0,80}\/)?\.env\b/.exec(text);
  if (sample?.[1] !== undefined) facts.push(setting(path, 'node.dockerfile.env', { kind: 'literal', text: sample[1] }, { start: sample.index, end: sample.index + sample[0].length }));
  for (const { name, start } of installedPackages(text)) facts.push(setting(path, 'node.dockerfile.installs', { kind: 'literal', text: name }, { start, end: start + name.length }));
  const seen = new Set<string>();
  for (const match of text.matchAll(/--(?:filter|scope|workspace)[= ]["']?((?:@[\w.-]+\/)?[\w.-]+)|\b(?:turbo prune|workspace)\s+["']?(@?[\w./-]+)|(?:^|[\s"'=])(?:\.\/|\/usr\/src\/app\/|\/app\/|\/data\/)?((?:apps|packages|services|servers?|sites|projects|libs|backend|frontend|api|web|client)(?:\/[\w.-]+)*)(?=[\s"'/]|$)/gm)) {
    const name = match[1] ?? match[2] ?? match[3];
    if (name === undefined || seen.has(name)) continue;
    seen.add(name);
    const start = match.index + match[0].lastIndexOf(name);
    facts.push(setting(path, 'node.dockerfile.builds', { kind: 'literal', text: name.replace(/\.{3}$/, '') }, { start, end: start + name.length }));
  }
  // `COPY --from=build /app/admin/dist ./admin`: what is built in a folder whatever its name.
  for (const match of text.matchAll(/^[ \t]*COPY[ \t]+--from=\S+[ \t]+(?:--\S+[ \t]+)*\/(?:usr\/src\/app|[\w-]+)\/([\w-]+(?:\/[\w-]+)?)\/(?:\.next|\.output|dist|build)(?=[\s/])/gm)) {
    const folder = match[1] ?? '';
    if (seen.has(folder)) continue;
    seen.add(folder);
    const start = match.index + match[0].lastIndexOf(folder);
    facts.push(setting(path, 'node.dockerfile.builds', { kind: 'literal', text: folder }, { start, end: start + folder.length }));
  }
  // `COPY apps/${SCOPE} .`: one image for each application of the folder, of Next where its output is copied.
  const any = /(?:^|[\s"'=/])((?:apps|packages|services|sites|projects))\/\$\{?\w{1,40}\b/m.exec(text);
  if (any?.[1] !== undefined) {
    const start = any.index + any[0].lastIndexOf(any[1]);
    facts.push(setting(path, 'node.dockerfile.builds', { kind: 'literal', text: `${any[1]}/*${/\.next\//.test(text) ? ':next' : ''}` }, { start, end: start + any[1].length }));
  }
  return { facts, problems: [] };
}

/** `deno.json`: imports as dependencies, tasks as scripts. */
export function extractDeno(document: SourceDocument, formats: Formats): Extraction {
  const parsed = formats.json(document.text);
  const facts: Fact[] = [];
  const imports = entryOf(parsed.value, 'imports')?.value;
  if (imports?.kind === 'map') {
    for (const entry of imports.entries) {
      const match = /^(?:npm|jsr):\/?((?:@[\w.-]+\/)?[\w.-]+)(?:@([^/]+))?/.exec(scalarText(entry.value) ?? '');
      if (match?.[1] === undefined) continue;
      facts.push({ kind: 'dependency', name: `npm:${match[1]}`, value: { kind: 'literal', text: match[2] ?? '*' }, at: { path: document.path, range: entry.value.range }, keyRange: entry.keyRange, stage: 'default', origin: 'deno' });
    }
  }
  const tasks = entryOf(parsed.value, 'tasks')?.value;
  if (tasks?.kind === 'map') {
    for (const entry of tasks.entries) {
      facts.push({ kind: 'config', name: `npm.scripts.${entry.key}`, value: { kind: 'literal', text: scalarText(entry.value) ?? '' }, at: { path: document.path, range: entry.value.range }, keyRange: entry.keyRange, stage: 'default', origin: 'deno' });
    }
  }
  for (const key of ['name', 'exports']) {
    const entry = entryOf(parsed.value, key);
    if (entry !== undefined) facts.push({ kind: 'config', name: `npm.${key}`, value: { kind: 'literal', text: scalarText(entry.value) ?? '' }, at: { path: document.path, range: entry.value.range }, stage: 'default', origin: 'deno' });
  }
  return { facts, problems: problemsAt(document.path, parsed.problems) };
}

/** `vercel.json`: requests on a timetable. */
export function extractVercel(document: SourceDocument, formats: Formats): Extraction {
  const crons = entryOf(formats.json(document.text).value, 'crons');
  if (crons?.value.kind !== 'list' || crons.value.items.length === 0) return { facts: [], problems: [] };
  const schedule = entryOf(crons.value.items[0], 'schedule');
  return { facts: [{ kind: 'code', name: 'node.vercel.cron', value: { kind: 'none' }, at: { path: document.path, range: schedule?.value.range ?? crons.keyRange }, stage: 'production', origin: 'node-config' }], problems: [] };
}

/** `env-example`, `env-example-relational`: samples without a dot. */
export function extractSample(document: SourceDocument, formats: Formats): Extraction {
  const parsed = formats.dotenv(document.text);
  return { facts: parsed.value.map((entry) => environmentFact(document.path, entry, { stage: 'example', origin: 'dotenv' })), problems: problemsAt(document.path, parsed.problems) };
}

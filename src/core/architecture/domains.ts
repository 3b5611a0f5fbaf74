import type { Application, Evidence } from '../model';

/** A part of an application that could become a function of its own. A suggestion, never a fact. */
export interface Domain {
  readonly application: string;
  /** `appointments`: lower case, words joined by `-`. */
  readonly name: string;
  /** The files that speak of it, the clearest first. */
  readonly evidence: readonly Evidence[];
}

/** More functions than this say nothing in a picture. */
const maximumPerApplication = 6;

/**
 * Domains that the layout of the files suggests: controllers, modules, apps, engines, routes. The most spoken of come
 * first; equal ones by name. `files` are paths of the folder; only those under an application's root count for it.
 */
export function suggestDomains(input: { readonly applications: readonly Application[]; readonly files: readonly string[] }): readonly Domain[] {
  const roots = input.applications.map((application) => application.root);
  return input.applications.flatMap((application) => domainsOf(application, ownFiles(application.root, roots, input.files)));
}

interface OwnFile {
  /** Relative to the application's root. */
  readonly path: string;
  readonly fullPath: string;
}

/** Files under the root and under no application inside it. */
function ownFiles(root: string, roots: readonly string[], files: readonly string[]): readonly OwnFile[] {
  const prefix = root === '.' ? '' : `${root}/`;
  const inner = roots.filter((other) => other !== root && other !== '.' && other.startsWith(prefix)).map((other) => `${other}/`);
  return files
    .filter((file) => file.startsWith(prefix) && !inner.some((other) => file.startsWith(other)))
    .map((file) => ({ path: file.slice(prefix.length), fullPath: file }));
}

function domainsOf(application: Application, files: readonly OwnFile[]): readonly Domain[] {
  const found = new Map<string, string[]>();
  for (const file of files) {
    const name = domainOf(file.path);
    if (name !== null) found.set(name, [...(found.get(name) ?? []), file.fullPath]);
  }
  return [...merged(found)]
    .sort(([nameA, a], [nameB, b]) => b.length - a.length || (nameA < nameB ? -1 : 1))
    .slice(0, maximumPerApplication)
    .map(([name, paths]) => ({ application: application.root, name, evidence: paths.sort().map(evidenceOf) }));
}

function evidenceOf(path: string): Evidence {
  return { at: { path, range: { start: 0, end: 0 } }, key: path.slice(path.lastIndexOf('/') + 1), stage: 'default' };
}

/** Path shapes that name a domain, per ecosystem. The first group is the name, perhaps with folders in front. */
const shapes: readonly RegExp[] = [
  // modules, domains, engines, packs: a folder is a domain whatever lies in it
  /^(?:app\/|src\/)?(?:Modules|Domains?|modules|domains?)\/([^/]+)\//,
  /^(?:engines|packs|components)\/([^/]+)\/(?:app|lib)\//,
  // PHP: Laravel, Symfony
  /^app\/Http\/Controllers\/(.+?)Controller\.php$/,
  /^src\/Controller\/(.+?)Controller\.php$/,
  // Ruby on Rails
  /^app\/controllers\/(.+?)_controller\.rb$/,
  // Django: an app is a folder with views
  /^(?:[\w-]+\/)*?([\w-]+)\/(?:views|viewsets|urls)\.py$/,
  /^(?:[\w-]+\/)*?([\w-]+)\/views\/[^/]+\.py$/,
  // FastAPI, Flask
  /^(?:[\w-]+\/)*?(?:routers|routes|endpoints|blueprints)\/([\w-]+)\.py$/,
  // Node: Nest, Express, Fastify
  /^(?:[\w-]+\/)*?([\w-]+)\.(?:controller|module|resolver|router|routes?)\.[jt]s$/,
  /^(?:src\/|server\/)?(?:routes|routers|controllers)\/([\w-]+?)(?:Controller|Router|Routes?)?\.[jt]s$/,
  // Next, Remix
  /^(?:src\/)?app\/api\/([^/]+)\/(?:.*\/)?route\.[jt]s$/,
  /^(?:src\/)?pages\/api\/([^/]+?)(?:\/.*)?\.[jt]s$/,
  // Java, Kotlin
  /(?:^|\/)(\w+?)(?:Rest)?Controller\.(?:java|kt)$/,
  // Go
  /^(?:internal|pkg)\/([\w-]+)\/(?:handlers?|routes?|service)\.go$/,
  /^(?:[\w-]+\/)*?(?:handlers?|controllers)\/([\w-]+?)(?:_handler|_controller)?\.go$/,
];

/** Folders that sort code by kind or version, not by domain. */
const transparent: ReadonlySet<string> = new Set(['api', 'web', 'admin', 'v1', 'v2', 'v3', 'internal', 'public', 'http', 'rest', 'frontend', 'backend', 'src', 'app', 'apps', 'concerns', 'settings']);
const meaningless: ReadonlySet<string> = new Set([
  '', 'controller', 'base', 'application', 'abstract', 'home', 'index', 'main', 'app', 'default', 'welcome', 'health', 'healthcheck', 'health-check', 'status',
  'error', 'errors', 'test', 'tests', 'example', 'examples', 'common', 'shared', 'core', 'utils', 'config', 'root', 'page', 'pages', 'routes', 'web', 'api', 'console', 'channels', 'dashboard', 'static',
]);

/** Words that belong together whatever the files call them. */
const families: readonly { readonly name: string; readonly words: RegExp }[] = [
  { name: 'auth', words: /^(?:auth|authentication|authenticated-.*|login|logout|register|registration|registrations|registered-.*|password.*|new-password|confirmable-password|confirm-password|forgot-password|reset-password|session|sessions|verify-email|verification|email-verification.*|two-factor.*|oauth.*|social-auth|token|tokens|confirmations|unlocks)$/ },
  { name: 'video', words: /^(?:video|videos|video-calls?|calls?|meetings?|webrtc|video-conference|video-session)$/ },
  { name: 'notifications', words: /^(?:notifications?|mail|mails|mailers?|messages?|push|sms)$/ },
  { name: 'payments', words: /^(?:payments?|billing|checkouts?|invoices?|subscriptions?|stripe|webhooks?-stripe)$/ },
];

/** Most files have no shape of these; this says so faster than asking each. */
const shaped = /[Cc]ontroller|[Mm]odules?\b|[Dd]omains?\/|engines\/|packs\/|components\/|views|urls\.py|route|endpoints\/|blueprints\/|resolver|\/api\/|handler|service\.go$/;

function domainOf(path: string): string | null {
  if (!shaped.test(path) || /(?:^|\/)(?:tests?|spec|__tests__|vendor|node_modules|migrations|dist|build)\//i.test(path)) return null;
  for (const shape of shapes) {
    const captured = shape.exec(path)?.[1];
    if (captured !== undefined) return nameOf(captured);
  }
  return null;
}

/** `Doctor/Schedule` → `doctor`: a folder in front is the domain, unless it only sorts. */
function nameOf(captured: string): string | null {
  const parts = captured
    .split('/')
    .map(kebab)
    .filter((part) => !/[^a-z0-9-]/.test(part));
  const telling = parts.filter((part) => !transparent.has(part));
  const name = telling[0] ?? '';
  const family = families.find((candidate) => candidate.words.test(name));
  if (family !== undefined) return family.name;
  return meaningless.has(name) || name.length < 2 ? null : name;
}

function kebab(text: string): string {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])(?=[A-Z][a-z])/g, '$1-')
    .replace(/[_.\s]+/g, '-')
    .toLowerCase();
}

/** `appointment` and `appointments` are one domain, under the plural. */
function merged(found: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, string[]> {
  const result = new Map<string, string[]>();
  for (const [name, paths] of found) {
    const plural = [`${name}s`, `${name}es`, name.replace(/y$/, 'ies')].find((candidate) => candidate !== name && found.has(candidate));
    const key = plural ?? name;
    result.set(key, [...(result.get(key) ?? []), ...paths]);
  }
  return result;
}

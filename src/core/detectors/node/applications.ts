import type { Application, Fact } from '../../model';
import type { WorkspaceFacts } from '../scope';
import { astroServerAdapters, documentationPackages, nodeFrameworks, programPackages, staticSvelteAdapter, type NodeFramework } from './frameworks';
import { borrowedFolders, borrowedProof, isBare } from './borrowed';
import { isPublished, localPackages, manifestsOf, scriptText, type NodeManifest } from './manifest';
import { folderOf, isBelow, joinPath } from '../paths';
import { startedByImage } from './imageStarts';
import { isInstalled } from './publishedServers';
import { hasFileServer, isInServerImage } from './serverImages';
import { isWorker } from './workers';

interface Candidate {
  readonly manifest: NodeManifest;
  readonly framework: NodeFramework;
  /** The dependency that makes it an application of its framework. */
  readonly proof: Fact;
}

/** What tells whether one manifest among the others is an application. */
interface Around {
  readonly workspace: WorkspaceFacts;
  readonly top: NodeManifest | undefined;
  readonly manifests: readonly NodeManifest[];
  /** Packages that images install. */
  readonly installed: ReadonlySet<string>;
  /** Members that the image at the top starts. */
  readonly started: ReadonlySet<NodeManifest>;
}

/** Everything deployable that a manifest of Node, Bun or Deno declares: libraries, tools and documentation are none. */
export function nodeApplications(workspace: WorkspaceFacts): readonly Application[] {
  const manifests = manifestsOf(workspace);
  const folders = new Set(manifests.map((manifest) => manifest.root));
  const top = manifests.find((manifest) => manifest.root === '.');
  const starters = manifests.filter(isStarter).map(({ root }) => root);
  const images = dockerfilesOf(workspace);
  const around: Around = { workspace, top, manifests, installed: new Set(images.flatMap(({ installs }) => installs)), started: startedByImage(manifests, workspace) };
  const found = manifests.filter(({ root }) => !isPattern(root, folders) && !isPartOfImage(root, workspace) && !starters.some((starter) => root !== starter && isBelow(root, starter))).flatMap((manifest) => candidateOf(manifest, around));
  // The manifest at the top that lists everything for its members is none of them.
  const candidates = found.some((candidate) => isBare(candidate.manifest)) ? found.filter((candidate) => candidate.manifest !== top) : found;
  if (candidates.length === 0) return [];
  const byName = new Map(manifests.flatMap((manifest) => (manifest.name === null ? [] : [[manifest.name, manifest] as const])));
  // Beside a server that an image is built of the packages are the product's clients.
  const serves = candidates.some(({ framework, manifest }) => framework.kind === 'server' && manifest.root !== '.' && images.some((image) => image.inRoot === manifest.root || image.builds.some((name) => names(manifest, name))));
  const publishes = !serves && manifests.some((manifest) => isPublished(manifest) && manifest.field('bin') === undefined && candidates.every((candidate) => candidate.manifest !== manifest));
  const foreign = foreignServers(workspace);
  const chosen = candidates.filter((candidate) => isDeployable(candidate, { manifests, byName, candidates, images, publishes, foreign, workspace }));
  const fronts = candidates.filter((candidate) => candidate.framework.kind === 'front-end' && !chosen.includes(candidate));
  return chosen.map((candidate) => applicationOf(candidate, { all: chosen, fronts, byName, images, workspace }));
}

/** A manifest in the sources of another package is what that one writes out for others. */
function isPattern(root: string, folders: ReadonlySet<string>): boolean {
  const match = /^(.+)\/src\/(?:[^/]+\/)*[^/]+$/.exec(root);
  return match?.[1] !== undefined && folders.has(match[1]);
}

/** What lies with the images of a product and has none of its own is put into one beside the product: a check of its health. */
function isPartOfImage(root: string, workspace: WorkspaceFacts): boolean {
  return /^\.?docker\//.test(root) && !workspace.hasFile(`${root}/Dockerfile`) && workspace.hasFile('package.json');
}

/** `npm create shop` runs the package `create-shop`: what lies in its folder is what it copies to a new project. */
function isStarter(manifest: NodeManifest): boolean {
  return manifest.root !== '.' && manifest.field('bin') !== undefined && manifest.field('private') !== 'true' && /^(?:@[^/]+\/)?create(?:-|$)/.test(manifest.name ?? '');
}

function candidateOf(manifest: NodeManifest, around: Around): readonly Candidate[] {
  const { workspace, top } = around;
  const all = (name: string, dev: boolean): Fact | undefined => manifest.dependencies.get(name) ?? (dev ? manifest.devDependencies.get(name) : undefined);
  if (documentationPackages.some((name) => manifest.dependencies.has(name)) || isProgram(manifest)) return [];
  if (/(^|\/)(docs?|documentation|storybook|website|e2e)$|(^|\/)(sandbox(es)?|playgrounds?|benchmarks?|bench)(\/|$)/.test(manifest.root)) return [];
  const bundles = isWorker(manifest, workspace);
  for (const framework of nodeFrameworks) {
    if (framework.kind === 'server' && buildsFiles(manifest)) continue;
    const proof = framework.packages.filter((name) => !isOwnPackage(all(name, true))).map((name) => all(name, framework.kind !== 'server' || bundles || framework.id === 'h3' && /\bnitro(?:pack)? build\b/.test(scriptText(manifest, 'build')))).find((fact) => fact !== undefined) ?? borrowedProof(manifest, framework.id, framework.packages, top);
    if (proof !== undefined && (runs(manifest, framework, around) || framework.kind === 'server' && around.started.has(manifest)) && !isDesktopProgram(manifest, workspace)) return [{ manifest, framework, proof }];
  }
  return [];
}

/** A framework that the workspace itself makes: its members try it out, or are what it is made of. */
function isOwnPackage(fact: Fact | undefined): boolean {
  return fact?.value.kind === 'literal' && fact.value.text.startsWith('workspace:');
}

/** What is only built for a person's own machine; a site that is also started as one stays a site. */
function isProgram(manifest: NodeManifest): boolean {
  const wrapped = programPackages.some((name) => manifest.dependencies.has(name) || manifest.devDependencies.has(name));
  return wrapped && !(/\b(?:next|nuxt) start\b/.test(scriptText(manifest, 'start')) && !programPackages.some((name) => manifest.dependencies.has(name)));
}

/** Astro and Gatsby with the middleware of a server among their packages: their own command builds what is deployed. */
function buildsFiles(manifest: NodeManifest): boolean {
  return /\b(?:astro|gatsby) build\b/.test(scriptText(manifest, 'build')) && !/\b(?:node|bun|tsx|deno)\b/.test(scriptText(manifest, 'start'));
}

function isDesktopProgram(manifest: NodeManifest, workspace: WorkspaceFacts): boolean {
  const folder = manifest.root === '.' ? 'src-tauri/' : `${manifest.root}/src-tauri/`;
  return workspace.files.some((file) => file.path.startsWith(folder));
}

/** Commands that bring an application up, as opposed to those that build or test a library. */
const starts = /\b(?:node|bun|deno|tsx|ts-node|nodemon|pm2|nest|strapi|medusa|directus|keystone|next|nuxt|nuxi|remix|react-router|astro|vinxi|meteor|sails|forever|adonis|ace|nx|turbo|fastify|egg-scripts|moleculer-runner|redwood|rw|blitz|foal|serverless|sst|wrangler|payload|cross-env|dotenv|env-cmd|micro|nitro|nitropack|npm|yarn|pnpm)\b/;
const siteCommand = /\b(?:next|nuxt|nuxi|remix|react-router|vite|vinxi|astro|svelte-kit|meteor|qwik|redwood|rw|blitz|payload|solid-start)\b/;
const frontEndBuild = /\b(?:vite|react-scripts|react-app-rewired|vue-cli-service|ng|webpack|parcel|rsbuild|craco|astro|gatsby|farm|rspack|turbo|vue-tsc)\b/;

function runs(manifest: NodeManifest, framework: NodeFramework, { workspace, manifests, installed }: Around): boolean {
  const inRoot = (file: string): boolean => workspace.hasFile(manifest.root === '.' ? file : `${manifest.root}/${file}`);
  const scripts = [...manifest.scripts.keys()];
  switch (framework.kind) {
    case 'server': {
      // Some servers are published as a package and deployed as an image of the same folder.
      // Clients of RPC are in tools, too: an image must run it.
      if (framework.id === 'grpc') return !isPublished(manifest) && inRoot('Dockerfile');
      if (isPublished(manifest) && !(manifest.field('bin') === undefined && manifest.scripts.has('start') && inRoot('Dockerfile') && manifest.root === '.')) return isInstalled(manifest, installed, manifests) || isInstalledServer(manifest);
      const names = scripts.filter((name) => /^(start|serve|server|prod|production|deploy)(?:[:-]?(?:prod|production|server|start|app|api))?$|^(start|dev|develop)(?::\w+)?$/.test(name));
      return names.some((name) => starts.test(scriptText(manifest, name))) || inRoot('Procfile') || inRoot('Dockerfile') || inRoot('serverless.yml') || (framework.id === 'socket.io' && manifest.field('main') !== undefined && manifest.field('private') === 'true');
    }
    case 'site':
      if (framework.id === 'meteor') return manifest.field('meteor') !== undefined;
      return !isPublished(manifest) && (scripts.some((name) => /^(start|build|dev|serve)/.test(name) && siteCommand.test(scriptText(manifest, name))) || ['react-router', 'remix', 'next'].includes(framework.id) && scripts.includes('start') || isBuiltByNx(manifest, framework.id, workspace));
    case 'front-end': {
      if (isPublished(manifest) || manifest.field('exports') !== undefined || inRoot('manifest.json')) return false;
      const builds = scripts.some((name) => /^build/.test(name) && frontEndBuild.test(scriptText(manifest, name)));
      return builds && (inRoot('index.html') || inRoot('public/index.html') || inRoot('src/index.html') || ['astro', 'gatsby'].includes(framework.id));
    }
  }
}

/** A program that is installed to serve pages of its own: nothing of it can be imported, and it is started from where it lies, too. */
function isInstalledServer(manifest: NodeManifest): boolean {
  if (manifest.root !== '.' || manifest.field('bin') === undefined || manifest.entries.length > 0) return false;
  const builds = [...manifest.scripts.keys()].some((name) => /^build/.test(name) && frontEndBuild.test(scriptText(manifest, name)));
  return builds && /\bnode\s/.test(scriptText(manifest, 'start'));
}

const siteConfiguration: Readonly<Record<string, RegExp>> = { next: /^next\.config\.[cm]?[jt]s$/, nuxt: /^nuxt\.config\.[jt]s$/, 'react-router': /^react-router\.config\.[jt]s$/, sveltekit: /^svelte\.config\.js$/, 'tanstack-start': /^(?:vite|app)\.config\.[jt]s$/, remix: /^vite\.config\.[jt]s$/ };

/** Nx knows from its plugins how a folder with the framework's configuration is built and started: its manifest needs no commands. */
function isBuiltByNx(manifest: NodeManifest, framework: string, workspace: WorkspaceFacts): boolean {
  const folder = manifest.root === '.' ? '' : `${manifest.root}/`;
  const name = Object.hasOwn(siteConfiguration, framework) ? siteConfiguration[framework] : undefined;
  if (name === undefined || !workspace.hasFile('nx.json') && !workspace.hasFile(`${folder}project.json`)) return false;
  return workspace.files.some(({ path }) => path.startsWith(folder) && name.test(path.slice(folder.length)));
}

interface Surroundings {
  readonly manifests: readonly NodeManifest[];
  readonly byName: ReadonlyMap<string, NodeManifest>;
  readonly candidates: readonly Candidate[];
  readonly images: readonly Image[];
  /** Whether the repository's purpose is packages for others. */
  readonly publishes: boolean;
  readonly foreign: readonly string[];
  readonly workspace: WorkspaceFacts;
}

function isDeployable(candidate: Candidate, around: Surroundings): boolean {
  const { manifest, framework } = candidate;
  const rendersNothing = framework.id === 'nuxt' && isStaticNuxt(manifest, around.workspace) || isStaticSvelte(candidate);
  const isFront = framework.kind === 'front-end' || rendersNothing;
  if (isModuleOfAnother(candidate, around)) return false;
  // The image of a server holds the front end that the server hands out.
  const ofServer = (image: Image): boolean => isFront && around.candidates.some((other) => other.framework.kind === 'server' && (image.inRoot === other.manifest.root || image.builds.some((name) => names(other.manifest, name))));
  const own = around.images.some((image) => image.inRoot === manifest.root || image.builds.some((name) => names(manifest, name)) && !ofServer(image));
  const holds = (file: string): boolean => around.workspace.hasFile(manifest.root === '.' ? file : `${manifest.root}/${file}`);
  const held = around.images.some((image) => ofServer(image) && image.builds.some((name) => names(manifest, name)));
  const deployed = own || isHandedOutByPlatform(manifest.root, around.workspace) || !held && ['vercel.json', 'netlify.toml', 'fly.toml', 'render.yaml', 'Procfile', 'app.yaml', 'firebase.json', 'amplify.yml', 'staticwebapp.config.json', 'wrangler.toml', 'wrangler.jsonc'].some(holds);
  const server = framework.kind === 'server' || framework.id === 'astro' && astroServerAdapters.some((name) => manifest.dependencies.has(name));
  // A site in a repository that publishes packages shows and documents them, unless it keeps data of its own.
  if (!server && around.publishes && manifest.root !== '.' && !own && !isBare(manifest) && ![manifest, ...localPackages(manifest, around.byName)].some(keepsData)) return false;
  if (!isFront || server) return true;
  const inside = (root: string): boolean => root === '.' || manifest.root === root || manifest.root.startsWith(`${root}/`);
  if (functionServices(around.workspace).some(inside) && !deployed) return false;
  if (held && !deployed) return false;
  if (isInServerImage(manifest.root, around.foreign, around.workspace)) return false;
  // A server of another language hands out what is built in its folder or into it, unless that is deployed from where it is.
  const ownPlace = manifest.root !== '.' && (['vercel.json', 'netlify.toml'].some(holds) || hasFileServer(manifest.root, around.workspace));
  if (!ownPlace && around.foreign.some((root) => inside(root) || serverFolder.test(root) && folderOf(root) === folderOf(manifest.root) && isBuiltInto(manifest, root, around.workspace) || isBesideServer(manifest.root, root) && !around.images.some((image) => image.inRoot === manifest.root))) return false;
  // Beside a front end in an image of its own, one that nothing deploys is left behind.
  const replaced = around.candidates.some((other) => other !== candidate && other.framework.kind === 'front-end' && folderOf(other.manifest.root) === folderOf(manifest.root) && hasFileServer(other.manifest.root, around.workspace));
  if (replaced && !deployed && !ownPlace && framework.kind === 'front-end') return false;
  // Where it is built into a server's folder, that server hands it out.
  if (around.candidates.some((other) => other.framework.kind === 'server' && isBuiltInto(manifest, other.manifest.root, around.workspace))) return own;
  // Below a server's own folder it is that server's front end.
  if (around.candidates.some((other) => other !== candidate && other.framework.kind !== 'front-end' && inside(other.manifest.root))) return deployed;
  return deployed || manifest.root === '.' || isStandingAlone(candidate, around) || !around.manifests.some((other) => other.root === '.' && other.field('workspaces') !== undefined) && !around.workspace.hasFile('pnpm-workspace.yaml');
}

/**
 * A server that only a developer starts by itself (`dev`), with exports that another application of the workspace takes in: it runs
 * in that one's process.
 */
function isModuleOfAnother({ manifest, framework }: Candidate, { candidates, images, workspace }: Surroundings): boolean {
  const { name, root, scripts } = manifest;
  if (framework.kind !== 'server' || name === null || manifest.field('exports') === undefined && manifest.field('main') === undefined) return false;
  if ([...scripts.keys()].some((script) => /^(?:start|serve|server|prod|production|deploy|build)/.test(script)) || ['Dockerfile', 'Procfile', 'fly.toml'].some((file) => workspace.hasFile(`${root}/${file}`))) return false;
  if (images.some((image) => image.builds.some((built) => names(manifest, built)))) return false;
  return candidates.some((other) => other.manifest !== manifest && other.manifest.dependencies.has(name));
}

/** `vite build --outDir ../server/public`, `cp -r dist ../api/static`, `outDir: '../backend/public'`. */
function isBuiltInto(manifest: NodeManifest, server: string, workspace: WorkspaceFacts): boolean {
  if (server === '.' || manifest.root === '.') return false;
  const written = [...manifest.scripts.keys()].flatMap((name) => [...scriptText(manifest, name).matchAll(/(?:--(?:outDir|out-dir|dist-dir|dest|output-path)[ =]|\bBUILD_PATH=|\b(?:cp|mv|copyfiles|ncp|cpy) [^&|;]{0,80}?)["']?((?:\.\.\/)+[\w./-]+)/g)].map((match) => match[1] ?? ''));
  const configured = ['ts', 'js', 'mts', 'mjs'].flatMap((extension) => workspace.inDocument(`${manifest.root}/vite.config.${extension}`)).flatMap((fact) => (fact.name === 'node.vite.outDir' && fact.value.kind === 'literal' ? [fact.value.text] : []));
  return [...written, ...configured].some((path) => path.startsWith('../') && isBelow(joinPath(manifest.root, path), server));
}

/** A front end beside the server in a workspace (`frontend` and `backend`, `apps/web` and `apps/api`) that no image of the server holds. */
function isStandingAlone({ manifest }: Candidate, { candidates, images }: Surroundings): boolean {
  if (!/^(?:apps\/)?(?:frontend|front-end|front|client|web|webapp|web-app|ui|admin|dashboard|portal|site)$/.test(manifest.root)) return false;
  const servers = candidates.filter((other) => other.framework.kind === 'server' && folderOf(other.manifest.root) === folderOf(manifest.root));
  return servers.length > 0 && !images.some((image) => image.builds.some((name) => names(manifest, name)) && servers.some((server) => image.inRoot === server.manifest.root || image.builds.some((name) => names(server.manifest, name))));
}

/** `new StaticSite(stack, 'Site', { path: 'frontend' })`, `staticPublishPath: frontend/dist`. */
function isHandedOutByPlatform(root: string, workspace: WorkspaceFacts): boolean {
  return root !== '.' && workspace.all.some((fact) => fact.kind === 'resource' && fact.detail?.['program'] === 'sst' && fact.detail['builds'] === root || fact.name === 'platform.static' && fact.value.kind === 'literal' && isBelow(fact.value.text, root));
}

function isStaticNuxt(manifest: NodeManifest, workspace: WorkspaceFacts): boolean {
  if ([...manifest.scripts.keys()].some((name) => /nuxi?t? generate\b.*--spa/.test(scriptText(manifest, name)))) return true;
  const folder = manifest.root === '.' ? '' : `${manifest.root}/`;
  return ['ts', 'js', 'mjs'].some((extension) => workspace.inDocument(`${folder}nuxt.config.${extension}`).some((fact) => fact.name === 'node.nuxt.static'));
}

/** SvelteKit that writes files, which any server hands out. */
function isStaticSvelte({ manifest, framework }: Candidate): boolean {
  const has = (name: string): boolean => manifest.dependencies.has(name) || manifest.devDependencies.has(name);
  return framework.id === 'sveltekit' && has(staticSvelteAdapter) && !['node', 'auto', 'vercel', 'netlify', 'cloudflare'].some((adapter) => has(`@sveltejs/adapter-${adapter}`));
}

const serverFolder = /(^|\/)(backend|server|api|app|src)$/;

/** `backend/src/Shop` and `frontend`: the server's project lies deeper in a folder that stands beside the front end. */
function isBesideServer(frontEnd: string, server: string): boolean {
  const parent = folderOf(frontEnd);
  const below = parent === '.' ? server : server.startsWith(`${parent}/`) ? server.slice(parent.length + 1) : '';
  return /^(?:backend|server|api)\/src\//.test(below);
}

const dataPackage = /^(?:@prisma\/client|drizzle-orm|mongoose|pg|mysql2?|typeorm|sequelize|better-sqlite3|next-auth|better-auth|ioredis|redis|nodemailer|stripe|@stripe\/.*|@sentry\/(?:nextjs|node|remix|nuxt|sveltekit)|@supabase\/.*|firebase.*)$/;

function keepsData(manifest: NodeManifest): boolean {
  return [...manifest.dependencies.keys()].some((name) => dataPackage.test(name));
}

/** Folders where another language's server lives: what is built there for browsers is its front end. */
function foreignServers(workspace: WorkspaceFacts): readonly string[] {
  return workspace.files.flatMap(({ path }) => {
    const match = /^(?:(.*)\/)?(?:artisan|manage\.py|config\.ru|pom\.xml|build\.gradle(?:\.kts)?|mix\.exs|go\.mod|symfony\.lock|pyproject\.toml|requirements\.txt|setup\.py|Pipfile|Gemfile|composer\.json|[^/]+\.csproj|wp-config(?:-sample)?\.php|Cargo\.toml)$/.exec(path);
    return match === null ? [] : [match[1] ?? '.'];
  });
}

/** Folders of services of functions. Beside them a front end stands for itself: functions serve no files. */
function functionServices(workspace: WorkspaceFacts): readonly string[] {
  return workspace.all.filter((fact) => fact.name === 'sam_service' || fact.name === 'serverless_service').map((fact) => folderOf(fact.at.path));
}

interface Image {
  readonly path: string;
  readonly inRoot: string;
  /** Folders and packages that it names. */
  readonly builds: readonly string[];
  /** Packages that it installs: what it runs. */
  readonly installs: readonly string[];
}

function dockerfilesOf(workspace: WorkspaceFacts): readonly Image[] {
  const facts = workspace.all.filter((fact) => fact.name === 'node.dockerfile.runtime');
  return facts.map(({ at: { path } }) => {
    const slash = path.lastIndexOf('/');
    const told = (name: string): readonly string[] => workspace.inDocument(path).flatMap((fact) => (fact.name === name && fact.value.kind === 'literal' ? [fact.value.text] : []));
    return { path, inRoot: slash < 0 ? '.' : path.slice(0, slash), builds: told('node.dockerfile.builds'), installs: told('node.dockerfile.installs') };
  });
}

function names(manifest: NodeManifest, mentioned: string): boolean {
  const every = /^(.+)\/\*(?::(\w+))?$/.exec(mentioned);
  if (every !== null) return folderOf(manifest.root) === every[1] && (every[2] === undefined || manifest.dependencies.has(every[2]));
  return manifest.root !== '.' && (mentioned === manifest.name || mentioned === manifest.root || mentioned.startsWith(`${manifest.root}/`));
}

interface Neighbours {
  readonly all: readonly Candidate[];
  /** Front ends that are no applications of their own. */
  readonly fronts: readonly Candidate[];
  readonly byName: ReadonlyMap<string, NodeManifest>;
  readonly images: readonly Image[];
  readonly workspace: WorkspaceFacts;
}

function applicationOf(candidate: Candidate, { all, fronts, byName, images, workspace }: Neighbours): Application {
  const { manifest, framework, proof } = candidate;
  const roots = new Set(all.map((other) => other.manifest.root));
  const packages = localPackages(manifest, byName).map((local) => local.root).filter((root) => root !== '.' && !roots.has(root) && !root.startsWith(`${manifest.root}/`) && manifest.root !== '.');
  const alone = all.length === 1;
  // An image beside a manifest of another language is that server's, whatever its stages build with Node.
  const foreign = new Set(foreignServers(workspace));
  const own = images.filter((image) => !isBelow(image.path, manifest.root) && !all.some((other) => other !== candidate && image.inRoot !== '.' && image.inRoot === other.manifest.root) && (image.builds.some((name) => names(manifest, name)) || (alone && !all.some((other) => isBelow(image.path, other.manifest.root)) && (image.inRoot === '.' || !workspace.hasFile(`${image.inRoot}/package.json`) && !foreign.has(image.inRoot)))));
  // A front end that the server's image is built with is served by it.
  const built = framework.kind !== 'server' || manifest.root === '.' ? [] : fronts.map((front) => front.manifest).filter((front) => front.root !== '.' && !isBelow(front.root, manifest.root) && own.some((image) => image.builds.some((name) => names(manifest, name)) && image.builds.some((name) => names(front, name)))).map((front) => front.root);
  const root = homeOf(manifest, workspace);
  const borrowed = isBare(manifest) ? framework.kind === 'server' ? borrowedFolders(workspace) : ['package.json'] : [];
  const includes = [...new Set([...packages, ...built, ...borrowed, ...own.map((image) => image.path), ...(root === manifest.root ? [] : [manifest.root])])].sort();
  return {
    root,
    name: manifest.name?.replace(/^@[^/]+\//, '') ?? (manifest.root === '.' ? 'app' : manifest.root.slice(manifest.root.lastIndexOf('/') + 1)),
    framework: framework.id,
    frameworkVersion: versionOf(proof),
    languages: languagesOf(manifest, workspace),
    manifest: proof.at,
    ...(includes.length === 0 ? {} : { includes }),
  };
}

/** A manifest that is copied to its place by the set-up starts a file that only the folder above has. */
function homeOf(manifest: NodeManifest, workspace: WorkspaceFacts): string {
  const parent = folderOf(manifest.root);
  const inFolder = (folder: string, file: string): boolean => workspace.hasFile(folder === '.' ? file : `${folder}/${file}`);
  if (manifest.root === '.' || inFolder(parent, 'package.json')) return manifest.root;
  const started = /\bnode\s+(?:\.\/)?([\w-]+\.[cm]?js)\b/.exec(scriptText(manifest, 'start'))?.[1];
  return started !== undefined && !inFolder(manifest.root, started) && inFolder(parent, started) ? parent : manifest.root;
}

/** `^15.1.0` → `15`, `~4.18` → `4`, `catalog:` → null. */
function versionOf(fact: Fact): string | null {
  const match = fact.value.kind === 'literal' ? /(?:^|[\s^~>=v@])(\d+)(?:\.(\d+))?/.exec(fact.value.text) : null;
  if (match?.[1] === undefined) return null;
  return match[1] === '0' && match[2] !== undefined ? `0.${match[2]}` : match[1];
}

function languagesOf(manifest: NodeManifest, workspace: WorkspaceFacts): readonly string[] {
  const typescript = manifest.dependencies.has('typescript') || manifest.devDependencies.has('typescript') || workspace.hasFile(manifest.root === '.' ? 'tsconfig.json' : `${manifest.root}/tsconfig.json`);
  return [typescript ? 'typescript' : 'javascript'];
}

import type { Application, Fact } from '../../model';
import { folderOf } from '../paths';
import type { WorkspaceFacts } from '../scope';
import { goFrameworks, plainGo } from './frameworks';
import { lambda } from './modules';
import { databaseDrivers, mappers } from './technologies';

/** Where programs live that nobody deploys. */
const helperFolder = /(^|\/)(?:_?examples?|samples?|tools?|hack|scripts?|contrib|gen|generators?|internal\/tools|mocks?|bench\w*|misc|testutils?|e2e|plugins?|docs?|website)(\/|$)/;
/** A router is brought to answer users, on whatever it stands. */
const fastRouters = ['github.com/fasthttp/router', 'github.com/fasthttp/session', 'github.com/qiangxue/fasthttp-routing', 'github.com/buaazp/fasthttprouter'];
/** Routers and chains of handlers for the standard library's server: what uses them is written for that. */
const standardRouters = ['github.com/urfave/negroni', 'github.com/gorilla/pat', 'github.com/bmizerany/pat', 'github.com/go-pkgz/routegroup', 'github.com/alexedwards/flow', 'github.com/uptrace/bunrouter', 'github.com/dimfeld/httptreemux', 'goji.io', 'github.com/zenazn/goji', 'github.com/emicklei/go-restful', 'github.com/matryer/way', 'github.com/nbari/violetear', 'github.com/ogen-go/ogen'];
/** Below these, a framework serves other programs of a machine or of a cluster rather than users. */
const quiet = new Set(['grpc', 'connect', 'fasthttp', 'gqlgen', plainGo]);
/** What answers other programs beside whatever answers users. */
const rpc = new Set(['grpc', 'connect']);

const databaseModules = [...databaseDrivers.flatMap(([, drivers]) => drivers), ...mappers];

/** Modules with a program that answers requests. Libraries have no program, command-line tools answer nobody. */
export function goApplications(workspace: WorkspaceFacts): readonly Application[] {
  const modules = workspace.all.filter((fact) => fact.name === 'go.module' && !helperFolder.test(folderOf(fact.at.path)));
  if (modules.length === 0) return [];
  const roots = modules.map((fact) => folderOf(fact.at.path)).sort((a, b) => b.length - a.length);
  const ownerOf = (path: string): string | undefined => roots.find((root) => root === '.' || path.startsWith(`${root}/`));
  const programs = workspace.all.filter((fact) => fact.origin === 'go-program' && !helperFolder.test(folderOf(relative(fact.at.path, ownerOf(fact.at.path) ?? '.'))));
  // A framework may release a program of its own from its examples.
  const released = workspace.all.filter((fact) => fact.name === 'go.released');
  return modules.flatMap((module) => {
    const root = folderOf(module.at.path);
    const own = programs.filter((fact) => ownerOf(fact.at.path) === root);
    const dependencies = workspace.inDocument(module.at.path).filter((fact) => fact.kind === 'dependency');
    const framework = frameworkOf(module, dependencies);
    const found = framework !== undefined && rpc.has(framework.id) && bringsOneOf(dependencies, standardRouters) ? undefined : framework;
    const isStarted = own.some((fact) => fact.name === 'go.main') || released.some((fact) => ownerOf(`${textOf(fact)}/main.go`) === root);
    // RPC in what another module of the repository requires is for that one to serve with.
    const isLibrary = modules.some((other) => other !== module && workspace.inDocument(other.at.path).some((fact) => fact.kind === 'dependency' && fact.name === `go:${nameOf(module)}`));
    if (!isStarted || !isServer({ framework: found?.id ?? plainGo, programs: own, dependencies, root, isLibrary }, workspace)) return [];
    return [applicationOf({ root, module, found, workspace, alone: modules.length === 1 })];
  });
}

function relative(path: string, root: string): string {
  return root === '.' ? path : path.slice(root.length + 1);
}

function textOf(fact: Fact): string {
  return fact.value.kind === 'literal' ? fact.value.text : '';
}

/** The path of a module without the major version at its end. */
function nameOf(module: Fact): string {
  return textOf(module).replace(/\/v\d+$/, '');
}

interface Framework {
  readonly id: string;
  readonly proof: Fact;
}

/** The framework that a module requires; of a framework's own repository the module itself. */
function frameworkOf(module: Fact, dependencies: readonly Fact[]): Framework | undefined {
  const name = nameOf(module);
  const itself = goFrameworks.find(([, modules]) => modules.includes(name));
  if (itself !== undefined) return { id: itself[0], proof: module };
  for (const [id, modules] of goFrameworks) {
    const proof = dependencies.find((fact) => modules.some((module) => fact.name === `go:${module}` || fact.name.startsWith(`go:${module}/`)));
    if (proof !== undefined) return { id, proof };
  }
  return undefined;
}

/** Whether the module requires one of these modules itself. */
function bringsOneOf(dependencies: readonly Fact[], modules: readonly string[]): boolean {
  return dependencies.some((fact) => modules.some((module) => fact.name === `go:${module}` || fact.name.startsWith(`go:${module}/`)));
}

interface Started {
  readonly framework: string;
  readonly programs: readonly Fact[];
  readonly dependencies: readonly Fact[];
  readonly root: string;
  readonly isLibrary: boolean;
}

/** A web framework is brought to serve; the standard library and RPC serve where something is deployed or kept. */
function isServer({ framework, programs, dependencies, root, isLibrary }: Started, workspace: WorkspaceFacts): boolean {
  if (!quiet.has(framework) || bringsOneOf(dependencies, fastRouters) || (!isLibrary && bringsOneOf(dependencies, standardRouters))) return true;
  if (dependencies.some((fact) => fact.name === `go:${lambda}`)) return true;
  const listens = programs.some((fact) => fact.name === 'go.listens') || (!isLibrary && rpc.has(framework));
  if (!listens) return false;
  const below = (path: string): boolean => root === '.' || path.startsWith(`${root}/`);
  const keepsData = bringsOneOf(dependencies, databaseModules) || dependencies.some((fact) => /mongo-driver|go-redis|redigo/.test(fact.name));
  const exposed = workspace.all.some((fact) => fact.name === 'dockerfile.expose' && fact.stage === 'production' && below(fact.at.path)) || ['Procfile', 'app.yaml', 'fly.toml', 'render.yaml'].some((file) => workspace.hasFile(root === '.' ? file : `${root}/${file}`));
  const tool = dependencies.some((fact) => /spf13\/cobra|urfave\/cli|alecthomas\/kong|charmbracelet\/bubbletea/.test(fact.name));
  return keepsData || (exposed && !tool);
}

interface Candidate {
  readonly root: string;
  readonly module: Fact;
  readonly found: Framework | undefined;
  readonly workspace: WorkspaceFacts;
  /** The only module of the repository: what stands above it is its own. */
  readonly alone: boolean;
}

function applicationOf({ root, module, found, workspace, alone }: Candidate): Application {
  const proof = found?.proof;
  const path = nameOf(module);
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  const framework = found?.id ?? plainGo;
  const images = root === '.' ? [] : workspace.all.filter((fact) => fact.name === 'go.dockerfile' && !fact.at.path.startsWith(`${root}/`) && (alone || (fact.value.kind === 'literal' && fact.value.text.split(' ').includes(root)))).map((fact) => fact.at.path);
  const version = proof?.value.kind === 'literal' ? /^v(\d+)/.exec(proof.value.text)?.[1] : undefined;
  return {
    root,
    name: name === '' ? 'app' : name,
    framework,
    frameworkVersion: version ?? null,
    languages: ['go'],
    manifest: proof?.at ?? module.at,
    ...(images.length === 0 ? {} : { includes: [...new Set(images)].sort() }),
  };
}

import type { Application, Fact } from '../../model';
import { folderOf } from '../paths';
import type { WorkspaceFacts } from '../scope';

/** Crates that answer requests, by framework. */
export const rustFrameworks = ['loco-rs', 'axum', 'actix-web', 'rocket', 'poem', 'salvo', 'warp', 'tide', 'ntex', 'cot', 'pavex', 'gotham', 'trillium', 'viz', 'rouille', 'tonic', 'lambda_http', 'lambda_runtime'] as const;
/** Beside servers, a program that only works on what they leave: its framework is the language. */
export const rustFrameworkIds: ReadonlySet<string> = new Set([...rustFrameworks, 'rust']);

export const helperFolder = /(^|\/)(?:examples?|samples?|tests?(?:[_-][\w-]+)?|[\w-]+[_-]tests?|benches|benchmarks?|tools?|xtask|scripts?|docs?|templates?)(\/|$)/;
const stores = /^cargo:(?:sqlx|diesel|sea-orm|tokio-postgres|deadpool-postgres|rusqlite|mongodb|redis|fred)$/;

/** What draws windows: such a program serves the person in front of it, whatever it listens on. */
const desktop = /^cargo:(?:tauri|eframe|iced|slint|gtk4?|relm4|dioxus-desktop)$/;

/** Packages with a program that serves. A command-line tool that shows something in a browser keeps no data and is deployed by nobody. */
export function rustApplications(workspace: WorkspaceFacts): readonly Application[] {
  const packages = workspace.all.filter((fact) => fact.name === 'rust.package' && !helperFolder.test(folderOf(fact.at.path)));
  const roots = workspace.all.filter((fact) => fact.name === 'rust.workspace').map((fact) => folderOf(fact.at.path));
  /** The innermost workspace that a package belongs to. */
  const workspaceOf = (folder: string): string | undefined => roots.filter((root) => root === '.' || folder === root || folder.startsWith(`${root}/`)).sort((a, b) => b.length - a.length)[0];
  const programs = packages.flatMap((fact): readonly Program[] => {
    const folder = folderOf(fact.at.path);
    const own = dependenciesOf(workspace, fact);
    return own.some(({ name }) => desktop.test(name)) || !hasProgram(workspace, folder, fact) ? [] : [{ folder, fact, own }];
  });
  const direct = programs.flatMap((program): readonly Server[] => {
    const framework = frameworkAmong(program.own);
    return framework === undefined ? [] : [{ ...program, framework }];
  });
  const servers = [...direct, ...(direct.length > 0 ? workersOf(workspace, programs, packages, direct) : callersOf(workspace, programs, packages))];
  return servers.flatMap(({ folder, fact, framework, own }) => {
    const shared = workspaceOf(folder);
    // The only server of a workspace is what the workspace is for.
    const root = shared !== undefined && servers.filter((other) => workspaceOf(other.folder) === shared).length === 1 ? shared : folder;
    const inside = (path: string): boolean => root === '.' || path.startsWith(`${root}/`);
    const libraries = shared === root ? [] : crates(workspace, folder, packages, servers.map((other) => other.folder)).filter((path) => !inside(path));
    const isWorker = framework === fact;
    const keeps = isWorker || workspace.all.some((other) => other.origin === 'cargo' && other.kind === 'dependency' && stores.test(other.name) && (inside(other.at.path) || libraries.includes(folderOf(other.at.path))));
    const deployed = workspace.all.some((other) => other.name === 'dockerfile.from' && other.stage === 'production' && inside(other.at.path));
    const image = shared === undefined || shared === root || deployed ? undefined : workspaceImage(workspace, shared, packages);
    const isTool = own.some((other) => other.name === 'cargo:clap');
    const includes = [...libraries, ...(image === undefined ? [] : [image])];
    // A tool by its own name serves whoever runs it, whatever images the repository builds.
    const isCommandLine = isTool && fact.value.kind === 'literal' && /(?:^|[-_])cli$|^cargo[-_]/.test(fact.value.text);
    return keeps || (deployed && !isCommandLine) || !isTool ? [{ ...applicationOf(root, fact, framework), ...(includes.length === 0 ? {} : { includes }) }] : [];
  });
}

interface Program {
  readonly folder: string;
  readonly fact: Fact;
  readonly own: readonly Fact[];
}

interface Server extends Program {
  /** The dependency that it serves with; of a worker the package itself. */
  readonly framework: Fact;
}

function dependenciesOf(workspace: WorkspaceFacts, fact: Fact): readonly Fact[] {
  return workspace.inDocument(fact.at.path).filter((other) => other.kind === 'dependency');
}

function frameworkAmong(dependencies: readonly Fact[]): Fact | undefined {
  return rustFrameworks.map((name) => dependencies.find((other) => other.name === `cargo:${name}`)).find((other) => other !== undefined);
}

export const brokers = /^cargo:(?:lapin|amqprs|rdkafka|async-nats|aws-sdk-sqs|apalis[\w-]*)$/;
const onceName = /(^|[-_])(?:cli|tool|tools|migrat\w*|seed\w*|xtask|codegen)($|[-_])/i;

/** Programs beside servers that answer nobody: each is built into an image of its own folder, and reads a store or a broker. */
function workersOf(workspace: WorkspaceFacts, programs: readonly Program[], packages: readonly Fact[], servers: readonly Server[]): readonly Server[] {
  return programs.flatMap((program): readonly Server[] => {
    const { folder, fact, own } = program;
    const name = fact.value.kind === 'literal' ? fact.value.text : '';
    if (folder === '.' || onceName.test(name) || servers.some((server) => server.folder === folder)) return [];
    const isBuilt = workspace.all.some((other) => other.name === 'dockerfile.from' && other.stage === 'production' && folderOf(other.at.path) === folder);
    const keeps = (dependencies: readonly Fact[]): boolean => dependencies.some((other) => stores.test(other.name) || brokers.test(other.name));
    // What it reads may be left to a library of the workspace.
    const shared = (): boolean => crates(workspace, folder, packages, []).some((library) => packages.some((other) => folderOf(other.at.path) === library && keeps(dependenciesOf(workspace, other))));
    return isBuilt && (keeps(own) || shared()) ? [{ ...program, framework: fact }] : [];
  });
}

/** Programs whose routes stand in a library of theirs; of several the one that calls the others. */
function callersOf(workspace: WorkspaceFacts, programs: readonly Program[], packages: readonly Fact[]): readonly Server[] {
  const found = programs.flatMap((program): readonly (Server & { readonly libraries: readonly string[] })[] => {
    const libraries = crates(workspace, program.folder, packages, []);
    // RPC in a library is often how telemetry leaves.
    const framework = frameworkAmong(libraries.flatMap((folder) => packages.find((fact) => folderOf(fact.at.path) === folder) ?? []).flatMap((fact) => dependenciesOf(workspace, fact)));
    return framework === undefined || framework.name === 'cargo:tonic' ? [] : [{ ...program, framework, libraries }];
  });
  return found.filter(({ folder }) => !found.some((other) => other.libraries.includes(folder)));
}

/** Folders of the packages that a server is compiled with, by the paths of its manifest. */
function crates(workspace: WorkspaceFacts, folder: string, packages: readonly Fact[], servers: readonly string[]): readonly string[] {
  const manifests = new Map(packages.map((fact) => [folderOf(fact.at.path), fact.at.path]));
  const found = new Set<string>();
  const queue = [folder];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const manifest = manifests.get(next);
    if (manifest === undefined) continue;
    for (const fact of workspace.inDocument(manifest)) {
      const other = fact.kind === 'dependency' ? fact.detail?.['folder'] : undefined;
      if (other === undefined || other === '.' || found.has(other) || servers.includes(other) || !manifests.has(other)) continue;
      found.add(other);
      queue.push(other);
    }
  }
  return [...found].sort();
}

/** The Dockerfile of a workspace of several servers, none of which is the workspace's own package: it builds any of them. */
function workspaceImage(workspace: WorkspaceFacts, root: string, packages: readonly Fact[]): string | undefined {
  if (packages.some((fact) => folderOf(fact.at.path) === root)) return undefined;
  return workspace.all.find((fact) => fact.name === 'dockerfile.from' && fact.stage === 'production' && folderOf(fact.at.path) === root && /^Dockerfile$/.test(fact.at.path.slice(root === '.' ? 0 : root.length + 1)))?.at.path;
}

/** `src/main.rs`, programs below `src/bin`, or those that the manifest names. */
function hasProgram(workspace: WorkspaceFacts, folder: string, fact: Fact): boolean {
  if (workspace.hasFile(folder === '.' ? 'src/main.rs' : `${folder}/src/main.rs`)) return true;
  if (workspace.inDocument(fact.at.path).some((other) => other.name === 'rust.bin')) return true;
  const programs = folder === '.' ? 'src/bin/' : `${folder}/src/bin/`;
  return workspace.files.some(({ path }) => path.startsWith(programs) && path.endsWith('.rs'));
}

function applicationOf(root: string, fact: Fact, framework: Fact): Application {
  const version = framework !== fact && framework.value.kind === 'literal' ? /\d+(?:\.\d+)?/.exec(framework.value.text)?.[0] : undefined;
  return {
    root,
    name: fact.value.kind === 'literal' ? fact.value.text : 'app',
    framework: framework === fact ? 'rust' : framework.name.slice('cargo:'.length),
    frameworkVersion: version ?? null,
    languages: ['rust'],
    manifest: framework.at,
  };
}

import type { Application, Fact } from '../../model';
import { folderOf, joinPath } from '../paths';
import type { WorkspaceFacts } from '../scope';
import { aspireName } from './aspire';

export const dotnetFrameworkIds: ReadonlySet<string> = new Set(['aspnetcore', 'aspnet', 'blazor', 'dotnet-worker', 'azure-functions', 'aws-lambda-dotnet']);

interface Project {
  readonly path: string;
  readonly root: string;
  readonly name: string;
  readonly sdk: string;
  readonly fact: Fact;
  readonly detail: Readonly<Record<string, string>>;
  readonly packages: readonly string[];
  readonly references: readonly string[];
}

/** Projects that are deployed: web applications, workers, functions. Libraries, tests, hosts of development are none. */
export function dotnetApplications(workspace: WorkspaceFacts): readonly Application[] {
  const projects = workspace.all.filter((fact) => fact.name === 'dotnet.project').map((fact) => projectOf(fact, workspace));
  if (projects.length === 0) return [];
  const byPath = new Map(projects.map((project) => [project.path, project]));
  const publishes = projects.some(({ detail }) => detail['PackageId'] !== undefined || detail['PackageTags'] !== undefined || detail['GeneratePackageOnBuild'] === 'true' || detail['IsPackable'] === 'true') || workspace.all.some((fact) => fact.name === 'dotnet.props' && (fact.detail?.['PackageTags'] !== undefined || fact.detail?.['PackageProjectUrl'] !== undefined));
  const started = projects.flatMap((project) => {
    const framework = frameworkOf(project, workspace);
    return framework === null || isDemonstration(project, publishes) ? [] : [{ project, framework }];
  });
  const templates = templateFolders(workspace);
  const own = started.filter(({ project }) => !templates.some((folder) => project.root === folder || project.root.startsWith(`${folder}/`)));
  const direct = own.length > 0 ? own : started;
  const candidates = direct.length > 0 ? direct : startersOf(projects, byPath, workspace).map((project) => ({ project, framework: 'aspnetcore' }));
  const referenced = new Set(candidates.flatMap(({ project, framework }) => (framework === 'blazor' ? [] : closure(project, byPath).map(({ path }) => path))));
  // A client in WebAssembly that a server refers to is served by it.
  const isPart = ({ path, name }: Project): boolean => referenced.has(path) && !namedByImage(name, workspace) && candidates.some(({ project, framework }) => framework === 'aspnetcore' && project.path !== path && namedByImage(project.name, workspace) && closure(project, byPath).some((part) => part.path === path));
  // An area of a site that the site's own project refers to and whose image starts only that one.
  const chosen = candidates.filter(({ project, framework }) => framework === 'blazor' ? !referenced.has(project.path) : framework !== 'aspnetcore' || !isPart(project));
  const roots = new Set(chosen.map(({ project }) => project.root));
  return chosen.map(({ project, framework }) => applicationOf(project, framework, { workspace, byPath, roots, alone: chosen.length === 1 }));
}

/** What `dotnet new` copies: beside what a repository deploys, a beginning for others. Where all is a template, that is what there is to see. */
function templateFolders(workspace: WorkspaceFacts): readonly string[] {
  const end = '/.template.config/template.json';
  if (workspace.hasFile(end.slice(1))) return [];
  return workspace.files.flatMap(({ path }) => (path.endsWith(end) ? [path.slice(0, -end.length)] : []));
}

/** Programs whose host of pages is a library: `Shop.Console` starts what `Shop.Host` sets up in its `Startup.cs`. */
function startersOf(projects: readonly Project[], byPath: ReadonlyMap<string, Project>, workspace: WorkspaceFacts): readonly Project[] {
  const isHost = ({ root, packages, detail }: Project): boolean => detail['OutputType'] === 'Library' && workspace.hasFile(root === '.' ? 'Startup.cs' : `${root}/Startup.cs`) && packages.some((name) => name.includes('aspnetcore'));
  const starts = ({ sdk, detail, name }: Project): boolean => sdk === 'Microsoft.NET.Sdk' && detail['OutputType'] === 'Exe' && detail['UseWindowsForms'] !== 'true' && !testName.test(name) && !/(?:^|[._-])(?:Dummy|Update|Install|Uninstall)/i.test(name);
  return projects.filter((project) => starts(project) && project.references.some((reference) => {
    const other = byPath.get(reference);
    return other !== undefined && isHost(other);
  }));
}

function namedByImage(name: string, workspace: WorkspaceFacts): boolean {
  return workspace.all.some((fact) => fact.name === 'dotnet.dockerfile' && fact.value.kind === 'literal' && fact.value.text.split(' ').includes(`${name}.dll`));
}

function projectOf(fact: Fact, workspace: WorkspaceFacts): Project {
  const { path } = fact.at;
  const root = folderOf(path);
  const detail = fact.detail ?? {};
  const dependencies = [...workspace.inDocument(path), ...workspace.inDocument(root === '.' ? 'packages.config' : `${root}/packages.config`)].filter((other) => other.kind === 'dependency');
  return {
    path, root, fact, detail,
    name: path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+proj$/, ''),
    sdk: fact.value.kind === 'literal' ? fact.value.text : '',
    packages: dependencies.map((other) => other.name.slice('nuget:'.length)),
    references: (detail['references'] ?? '').split('|').filter((reference) => reference !== ''),
  };
}

const testName = /(^|[._-])(?:Unit|Integration|Functional|Acceptance|EndToEnd|E2E)?Tests?(?:[._-]|$)|(?:Unit|Integration|Functional)?Tests?$|\.Specs?$|Benchmarks?$|\.Bench(?:marks)?|(^|\.)Fuzz(?:ing)?(\.|$)/i;
const onceName = /migrat|seed|(^|[.-])(?:cli|tools?|console|setup|installer|codegen|generator|build|util)$|DbUp|scaffold/i;

function frameworkOf(project: Project, workspace: WorkspaceFacts): string | null {
  const { sdk, detail, packages } = project;
  if (/(^|\/)(?:utils?|tools?|eng|build|scripts|samples?)\//i.test(project.path)) return null;
  if (sdk === 'aspire-host' || detail['IsTestProject'] === 'true' || packages.includes('microsoft.net.test.sdk') || testName.test(project.name)) return null;
  if (detail['UseMaui'] === 'true' || detail['UseWPF'] === 'true' || detail['UseWindowsForms'] === 'true' || detail['PackAsTool'] === 'true' || detail['OutputType'] === 'WinExe') return null;
  if (detail['AzureFunctionsVersion'] !== undefined) return 'azure-functions';
  if (detail['AWSProjectType'] === 'Lambda' || packages.some((name) => /^amazon\.lambda\.(?:core|runtimesupport)$/.test(name)) && !/Web$/.test(sdk)) return 'aws-lambda-dotnet';
  const has = (file: string): boolean => workspace.hasFile(project.root === '.' ? file : `${project.root}/${file}`);
  if (/349c5851-65df-11da-9384-00065b863f21/i.test(detail['ProjectTypeGuids'] ?? '') || (sdk === '' && (has('Global.asax') || has('Global.asax.cs')))) return 'aspnet';
  if (sdk === 'Microsoft.NET.Sdk.BlazorWebAssembly') return 'blazor';
  if (detail['OutputType'] === 'Library') return null;
  const starts = has('Program.cs') || has('Startup.cs') || has('Program.fs') || has('Startup.fs');
  if (sdk === 'Microsoft.NET.Sdk.Web') return (starts || detail['OutputType'] === 'Exe') && !onceName.test(project.name) ? 'aspnetcore' : null;
  if (onceName.test(project.name)) return null;
  if (sdk === 'Microsoft.NET.Sdk.Worker') return 'dotnet-worker';
  if (detail['OutputType'] !== 'Exe' || !starts) return null;
  if (detail['FrameworkReference Microsoft.AspNetCore.App'] === 'true') return 'aspnetcore';
  // A program that an image runs and a broker feeds.
  if (workspace.all.some((fact) => fact.name === 'dotnet.dockerfile' && folderOf(fact.at.path) === project.root) && packages.some((name) => /^(?:confluent\.kafka|rabbitmq\.client|azure\.messaging\.servicebus|awssdk\.sqs|nats\.(?:client|net)\S*)$/.test(name))) return 'dotnet-worker';
  // One that compose builds in its folder and keeps beside what it reads.
  const isBuilt = workspace.all.some((fact) => fact.kind === 'container' && fact.stage !== 'test' && fact.detail?.['application'] === 'true' && fact.detail['context'] === project.root && project.root !== '.');
  if (isBuilt && has('Dockerfile') && packages.some((name) => stores.test(name))) return 'dotnet-worker';
  const hosted = packages.some((name) => /^microsoft\.extensions\.hosting$|^masstransit|^nservicebus|^hangfire|^quartz/.test(name));
  return hosted && has('Dockerfile') ? 'dotnet-worker' : null;
}

const stores = /^(?:npgsql|stackexchange\.redis|microsoft\.data\.sqlclient|mysqlconnector|mysql\.data|mongodb\.driver)$/;

/** A repository of packages shows them in programs that nobody deploys. */
function isDemonstration(project: Project, publishes: boolean): boolean {
  const words = /(?:^|[./-])\w*(?:samples?|examples?|demos?)(?:[./_-]|$)|(?:^|[./_-])(?:playground|sandbox|testing|testapp\w*|testsite|testweb\w*|benchmarks?|perf|docs?)(?:[./_-]|$)/i;
  return words.test(project.path) && (publishes || /(^|\/)(?:samples?|examples?|tests?)\//i.test(project.path)) || /(^|\/)(?:templates?|content)\/.*\/content\//i.test(project.path);
}

function closure(project: Project, byPath: ReadonlyMap<string, Project>): readonly Project[] {
  const found = new Map<string, Project>();
  const queue = [...project.references];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    const next = byPath.get(path);
    if (next === undefined || found.has(path) || path === project.path) continue;
    found.set(path, next);
    queue.push(...next.references);
  }
  return [...found.values()];
}

interface Surroundings {
  readonly workspace: WorkspaceFacts;
  readonly byPath: ReadonlyMap<string, Project>;
  readonly roots: ReadonlySet<string>;
  readonly alone: boolean;
}

function applicationOf(project: Project, framework: string, { workspace, byPath, roots, alone }: Surroundings): Application {
  const isBelow = (path: string): boolean => project.root === '.' || path === project.root || path.startsWith(`${project.root}/`);
  const folders = closure(project, byPath).map(({ root }) => root).filter((root) => root !== '.' && !roots.has(root) && !isBelow(root));
  const images = imagesOf(project, workspace, alone).filter((path) => !isBelow(path));
  const hosts = workspace.all.filter((fact) => fact.name === 'dotnet.aspire' && (fact.detail?.['projects'] ?? '').split(' ').includes(aspireName(project.name))).map((fact) => fact.at.path).filter((path) => !isBelow(path));
  const includes = [...new Set([...folders, ...images, ...hosts])].sort();
  return {
    root: project.root,
    name: project.name,
    framework,
    frameworkVersion: versionOf(project, workspace),
    languages: [project.path.endsWith('.fsproj') ? 'fsharp' : project.path.endsWith('.vbproj') ? 'vb' : 'csharp'],
    manifest: project.fact.at,
    ...(includes.length === 0 ? {} : { includes }),
  };
}

/** Dockerfiles that name the project or start its assembly; the only application of a repository is what its images run. */
function imagesOf(project: Project, workspace: WorkspaceFacts, alone: boolean): readonly string[] {
  const assembly = project.detail['AssemblyName'] ?? project.name;
  // An image that carries a program which was built before need not name .NET.
  const carriers = alone ? workspace.all.filter((fact) => fact.name === 'dockerfile.from' && fact.stage === 'production' && folderOf(fact.at.path) === '.').map((fact) => fact.at.path) : [];
  const builders = workspace.all.filter((fact) => fact.name === 'dotnet.dockerfile').flatMap((fact) => {
    const mentioned = fact.value.kind === 'literal' ? fact.value.text.split(' ') : [];
    const builds = mentioned.includes(`${assembly}.dll`) || (mentioned.every((word) => !word.endsWith('.dll')) && mentioned.includes(`${project.name}.csproj`));
    const context = workspace.all.some((other) => other.kind === 'container' && other.detail?.['context'] !== undefined && other.detail['dockerfile'] !== undefined && joinPath(other.detail['context'], other.detail['dockerfile']) === fact.at.path);
    return builds || (alone && (mentioned.length > 0 || context)) ? [fact.at.path] : [];
  });
  const found = builders.length > 0 ? builders : [...new Set(carriers)];
  // Of images that start an assembly of this name the nearest: projects of other folders may be called alike.
  const nearest = Math.max(...found.map((path) => sharedDepth(path, project.root)));
  return found.filter((path) => sharedDepth(path, project.root) === nearest);
}

function sharedDepth(path: string, root: string): number {
  const folders = root.split('/');
  return path.split('/').findIndex((folder, index) => folder !== folders[index]);
}

/** `net8.0` → `8`, `netcoreapp3.1` → `3.1`, `v4.8` → `4.8`; of several the last. */
function versionOf(project: Project, workspace: WorkspaceFacts): string | null {
  const own = project.detail['TargetFramework'] ?? project.detail['TargetFrameworks'] ?? project.detail['TargetFrameworkVersion'];
  const shared = workspace.all.find((fact) => fact.name === 'dotnet.props' && fact.detail?.['TargetFramework'] !== undefined)?.detail?.['TargetFramework'];
  const text = [own, shared].find((candidate) => candidate !== undefined && !candidate.includes('$(')) ?? '';
  const match = /(?:net(?:coreapp)?|v)(\d+)(?:\.(\d+))?/.exec(text.split(';').at(-1) ?? '');
  if (match?.[1] === undefined) return null;
  return match[2] === undefined || (match[2] === '0' && Number(match[1]) >= 5) ? match[1] : `${match[1]}.${match[2]}`;
}

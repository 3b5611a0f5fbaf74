import type { Application, Fact } from '../../model';
import { folderOf, joinPath } from '../paths';
import { localPackages, manifestsOf } from '../node/manifest';
import { languageOf } from '../platform/runtimes';
import type { WorkspaceFacts } from '../scope';

/** A tool whose programs declare functions. */
export interface FunctionProgram {
  /** Word of `Application.framework`. */
  readonly framework: string;
  /** Files of which one stands where the tool is run. */
  readonly entries: readonly string[];
}

/** What runs the application beside functions: then they only help it. */
export const hostsOfApplications: ReadonlySet<string> = new Set(['aws_ecs_service', 'aws_apprunner_service', 'aws_instance', 'aws_autoscaling_group']);
/** What an application of functions has beside them; a function alone does a chore of the deployment. */
export const besideFunctions: ReadonlySet<string> = new Set(['aws_api_gateway_rest_api', 'aws_apigatewayv2_api', 'aws_appsync_api', 'aws_dynamodb_table', 'aws_sqs_queue', 'aws_s3_bucket', 'aws_cloudwatch_event_rule', 'aws_kinesis_stream', 'aws_db_instance', 'aws_rds_cluster', 'serverless_schedule']);

/** Applications that a program of infrastructure code declares as functions, by the folder of their code. */
export function programApplications(workspace: WorkspaceFacts, { framework, entries }: FunctionProgram): readonly Application[] {
  const declared = workspace.all.filter((fact) => fact.kind === 'resource' && fact.detail?.['program'] === framework && fact.stage === 'production');
  const programs = new Map<string, Fact[]>();
  for (const fact of declared) {
    const folder = programFolder(fact.at.path, entries, workspace);
    if (folder !== undefined) programs.set(folder, [...(programs.get(folder) ?? []), fact]);
  }
  return [...programs].flatMap(([folder, facts]) => {
    const functions = facts.filter((fact) => fact.name === 'aws_lambda_function');
    const [first] = functions;
    if (first === undefined || facts.some(({ name }) => hostsOfApplications.has(name)) || !facts.some(({ name, detail }) => besideFunctions.has(name) || detail?.['web'] === 'true') || isLibrary(folder, workspace)) return [];
    const code = [...new Set(functions.flatMap((fact) => codeFolders(fact, folder, workspace)))];
    const root = rootOf(folder, code, workspace);
    const includes = [...new Set([...code.filter((other) => other !== root && other !== '.' && workspace.hasFile(`${other}/package.json`)), ...sharedPackages(root, workspace)])].sort();
    const runtime = functions.map((fact) => fact.detail?.['runtime'] ?? '').find((text) => text !== '') ?? '';
    return [{ root, name: root === '.' ? 'app' : root.slice(root.lastIndexOf('/') + 1), framework, frameworkVersion: null, languages: [languageOf(runtime, root, workspace)], manifest: first.at, ...(includes.length === 0 ? {} : { includes }) }];
  }).sort((a, b) => a.root.length - b.root.length);
}

/** Packages of the same workspace that the code is built from. */
function sharedPackages(root: string, workspace: WorkspaceFacts): readonly string[] {
  const manifests = manifestsOf(workspace);
  const own = manifests.find((manifest) => manifest.root === root && root !== '.');
  if (own === undefined) return [];
  const byName = new Map(manifests.flatMap((manifest) => (manifest.name === null ? [] : [[manifest.name, manifest] as const])));
  return localPackages(own, byName).map((manifest) => manifest.root).filter((folder) => folder !== '.' && !folder.startsWith(`${root}/`));
}

/** The nearest folder above a file of the program from which the tool is run. */
function programFolder(path: string, entries: readonly string[], workspace: WorkspaceFacts): string | undefined {
  const parts = path.split('/').slice(0, -1);
  for (let length = parts.length; length >= 0; length -= 1) {
    const folder = parts.slice(0, length).join('/');
    if (entries.some((entry) => workspace.hasFile(folder === '' ? entry : `${folder}/${entry}`))) return folder === '' ? '.' : folder;
  }
  return undefined;
}

/** Constructs for others to install. */
function isLibrary(folder: string, workspace: WorkspaceFacts): boolean {
  const manifest = folder === '.' ? 'package.json' : `${folder}/package.json`;
  return workspace.inDocument(manifest).some(({ name }) => name === 'npm:jsii' || name === 'npm.publishConfig');
}

/** Folders that a function's code is built from, as its paths read from the program's folder or from its own file. */
function codeFolders(fact: Fact, folder: string, workspace: WorkspaceFacts): readonly string[] {
  const bases = [folder, folderOf(fact.at.path), '.'];
  return (fact.detail?.['code'] ?? '').split(' ').filter((text) => text !== '').flatMap((text) => {
    const found = bases.map((base) => joinPath(base, text.replace(/\.\w+$/, ''))).find((path) => path !== '.' && workspace.files.some((file) => file.path.startsWith(path)));
    if (found === undefined) return elsewhere(text, workspace);
    const isFolder = workspace.files.some((file) => file.path.startsWith(`${found}/`));
    return [isFolder ? found : folderOf(found)];
  });
}

/** A handler that is named from a folder of sources that is told somewhere else: the only file of that name. */
function elsewhere(text: string, workspace: WorkspaceFacts): readonly string[] {
  const name = `/${text.replace(/^\.\//, '').replace(/\.\w+$/, '')}.`;
  const files = workspace.files.filter(({ path }) => path.includes(name) && /\.(?:[cm]?[jt]s|py|go|rs)$/.test(path) && !path.slice(path.indexOf(name) + name.length).includes('/'));
  const [only] = files;
  return files.length === 1 && only !== undefined ? [folderOf(only.path)] : [];
}

/** The one package that all code lies in; else the folder of the program, without the part of it that is for infrastructure. */
function rootOf(folder: string, code: readonly string[], workspace: WorkspaceFacts): string {
  const packages = new Set(code.map((path) => packageOf(path, workspace)));
  const [only = null] = packages;
  if (packages.size === 1 && only !== null && !infrastructureName.test(only)) return only;
  if (folder === '.' || !infrastructureName.test(folder)) return folder;
  return folderOf(folder);
}

/** Whether a folder is named for the infrastructure and not for what runs on it. */
export function isInfrastructureFolder(folder: string): boolean {
  return infrastructureName.test(folder);
}

const infrastructureName = /(^|\/)(?:infra(?:structure)?|cdk|deploy(?:ment)?|iac|aws|aws-cdk|stacks?|cloud|terraform)$/i;

function packageOf(path: string, workspace: WorkspaceFacts): string | null {
  const parts = path === '.' ? [] : path.split('/');
  for (let length = parts.length; length >= 0; length -= 1) {
    const folder = parts.slice(0, length).join('/');
    if (['package.json', 'pyproject.toml', 'go.mod', 'Cargo.toml', 'pom.xml'].some((file) => workspace.hasFile(folder === '' ? file : `${folder}/${file}`))) return folder === '' ? '.' : folder;
  }
  return null;
}

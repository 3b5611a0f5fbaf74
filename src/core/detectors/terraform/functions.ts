import type { Application, Fact } from '../../model';
import { besideFunctions, hostsOfApplications, isInfrastructureFolder } from '../cloud/programs';
import { folderOf, isBelow } from '../paths';
import { languageOf } from '../platform/runtimes';
import type { WorkspaceFacts } from '../scope';

/**
 * Functions that Terraform declares with what calls them or keeps their data, where their code lies in the same
 * repository: applications, where nothing else is one.
 */
export function functionApplications(workspace: WorkspaceFacts): readonly Application[] {
  const programs = new Map<string, Fact[]>();
  for (const fact of workspace.all) {
    if (fact.kind !== 'resource' || fact.detail?.['tool'] !== 'terraform' || fact.stage !== 'production' && fact.stage !== 'default') continue;
    const root = rootOf(folderOf(fact.at.path));
    programs.set(root, [...(programs.get(root) ?? []), fact]);
  }
  return [...programs].flatMap(([root, facts]): readonly Application[] => {
    const functions = facts.filter((fact) => fact.name === 'aws_lambda_function');
    const [first] = functions;
    if (first === undefined || facts.some(({ name }) => hostsOfApplications.has(name)) || !facts.some(({ name }) => besideFunctions.has(name)) || isModule(root, workspace) || !holdsCode(root, workspace)) return [];
    const runtime = functions.map((fact) => fact.detail?.['runtime'] ?? '').find((text) => text !== '') ?? '';
    return [{ root, name: root === '.' ? 'app' : root.slice(root.lastIndexOf('/') + 1), framework: 'terraform', frameworkVersion: null, languages: [languageOf(runtime, root, workspace)], manifest: first.at }];
  }).toSorted((a, b) => a.root.length - b.root.length);
}

/** The folder that holds the infrastructure code and what it deploys: above `terraform/environments/prod`, above `infra/modules/api`. */
function rootOf(folder: string): string {
  const parts = folder === '.' ? [] : folder.split('/');
  const part = parts.findIndex((name) => /^(?:modules?|environments?|envs?|live|accounts?|components?)$/i.test(name));
  let root = (part < 0 ? parts : parts.slice(0, part)).join('/') || '.';
  while (root !== '.' && isInfrastructureFolder(root)) root = folderOf(root);
  return root;
}

/** A module that is published for others comes with examples of its use. */
function isModule(root: string, workspace: WorkspaceFacts): boolean {
  const examples = root === '.' ? 'examples/' : `${root}/examples/`;
  return workspace.files.some((file) => file.path.startsWith(examples) && file.path.endsWith('.tf'));
}

/** Code of functions, not only an archive or an image that is made elsewhere. */
function holdsCode(root: string, workspace: WorkspaceFacts): boolean {
  return workspace.files.some(({ path }) => (root === '.' || isBelow(path, root)) && /(?:^|\/)(?:lambdas?|functions?|handlers?|src|api|backend|app|cmd|services?)[\w-]*\/(?:[\w.-]+\/)*[\w.-]+\.(?:[cm]?[jt]s|py|go|java|kt|rb|cs|rs)$/i.test(path) && !/(?:^|\/)(?:tests?|__tests__)\//.test(path));
}

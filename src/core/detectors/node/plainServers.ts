import type { Application, Fact } from '../../model';
import type { WorkspaceFacts } from '../scope';
import { folderOf, isBelow } from '../paths';
import { documentationPackages, nodeFrameworks, programPackages } from './frameworks';
import { isPublished, manifestsOf, type NodeManifest } from './manifest';

const runtime = /(?:^|[/_-])(?:node|bun|deno)\b/i;
const command = /^(?:\S*\/)?(?:node|bun|deno|npm|yarn|pnpm|tsx|ts-node|pm2(?:-runtime)?|dumb-init|tini)\b/;

/** Folders of what is no server of the product. */
const others = /(?:^|\/)(?:docs?|examples?|tests?|e2e|samples?|tools?|scripts?|packages|libs)(?:\/|$)/;

/**
 * Servers on no framework that is known: an image of Node that answers on a port and starts code of the repository. A package
 * for others, a program and what any framework claims are none.
 */
export function plainServers(workspace: WorkspaceFacts): readonly Application[] {
  const manifests = manifestsOf(workspace);
  const found = workspace.all.flatMap((fact): readonly Application[] => {
    if (fact.name !== 'dockerfile.expose' || fact.stage !== 'production') return [];
    const { path } = fact.at;
    const image = workspace.inDocument(path);
    if (!isOfNode(image)) return [];
    const folder = folderOf(path);
    const manifest = manifests.find(({ root }) => root === folder) ?? (manifests.length === 1 ? manifests[0] : undefined);
    if (manifest === undefined || !isServer(manifest) || others.test(manifest.root)) return [];
    return [{ ...serverOf(workspace, manifest), ...(isBelow(path, manifest.root) ? {} : { includes: [path] }) }];
  });
  return [...new Map(found.map((application) => [application.root, application])).values()];
}

/** Whether the image runs Node and starts code with it. */
function isOfNode(image: readonly Fact[]): boolean {
  return image.some(({ name, value }) => name === 'dockerfile.from' && value.kind === 'literal' && runtime.test(value.text)) && image.some(({ kind, value }) => kind === 'process' && value.kind === 'literal' && command.test(value.text));
}

function serverOf(workspace: WorkspaceFacts, { root, name, first }: NodeManifest): Application {
  return { root, name: name?.replace(/^@[^/]+\//, '') ?? 'app', framework: 'node', frameworkVersion: null, languages: [workspace.hasFile(root === '.' ? 'tsconfig.json' : `${root}/tsconfig.json`) ? 'typescript' : 'javascript'], manifest: first.at };
}

/** Those of a workspace that have an image in their own folder: they stand beside what a framework claims, also around them. */
export function memberServers(workspace: WorkspaceFacts): readonly Application[] {
  const members = plainServers(workspace).filter(({ root, includes }) => includes === undefined && /^(?:apps|services|servers)\/[^/]+$/.test(root));
  return [...members, ...composedServers(workspace).filter(({ root }) => !members.some((member) => member.root === root))];
}

/** Those whose image in their own folder may name no port, yet compose builds it and publishes one. */
function composedServers(workspace: WorkspaceFacts): readonly Application[] {
  const built = new Set(workspace.all.flatMap(({ kind, detail }) => (kind === 'container' && detail?.['context'] !== undefined && detail['ports'] !== undefined ? [detail['context']] : [])));
  return manifestsOf(workspace).flatMap((manifest) => {
    const { root } = manifest;
    if (root === '.' || others.test(root) || !built.has(root) || !isServer(manifest) || !isOfNode(workspace.inDocument(`${root}/Dockerfile`))) return [];
    return [serverOf(workspace, manifest)];
  });
}

const claimed = [...nodeFrameworks.flatMap(({ packages }) => packages), ...documentationPackages, ...programPackages];

function isServer(manifest: NodeManifest): boolean {
  if (isPublished(manifest) || manifest.field('bin') !== undefined || manifest.dependencies.size === 0) return false;
  return !claimed.some((name) => manifest.dependencies.has(name) || manifest.devDependencies.has(name));
}

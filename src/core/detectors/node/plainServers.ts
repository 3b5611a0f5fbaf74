import type { Application } from '../../model';
import type { WorkspaceFacts } from '../scope';
import { folderOf, isBelow } from '../paths';
import { documentationPackages, nodeFrameworks, programPackages } from './frameworks';
import { isPublished, manifestsOf, type NodeManifest } from './manifest';

const runtime = /(?:^|[/_-])(?:node|bun|deno)\b/i;
const command = /^(?:\S*\/)?(?:node|bun|deno|npm|yarn|pnpm|tsx|ts-node|pm2(?:-runtime)?|dumb-init|tini)\b/;

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
    if (!image.some(({ name, value }) => name === 'dockerfile.from' && value.kind === 'literal' && runtime.test(value.text))) return [];
    if (!image.some(({ kind, value }) => kind === 'process' && value.kind === 'literal' && command.test(value.text))) return [];
    const folder = folderOf(path);
    const manifest = manifests.find(({ root }) => root === folder) ?? (manifests.length === 1 ? manifests[0] : undefined);
    if (manifest === undefined || !isServer(manifest) || /(?:^|\/)(?:docs?|examples?|tests?|e2e|samples?|tools?|scripts?|packages|libs)(?:\/|$)/.test(manifest.root)) return [];
    const { root } = manifest;
    return [{ root, name: manifest.name?.replace(/^@[^/]+\//, '') ?? 'app', framework: 'node', frameworkVersion: null, languages: [workspace.hasFile(root === '.' ? 'tsconfig.json' : `${root}/tsconfig.json`) ? 'typescript' : 'javascript'], manifest: manifest.first.at, ...(isBelow(path, root) ? {} : { includes: [path] }) }];
  });
  return [...new Map(found.map((application) => [application.root, application])).values()];
}

/** Those of a workspace that have an image in their own folder: they stand beside what a framework claims, also around them. */
export function memberServers(workspace: WorkspaceFacts): readonly Application[] {
  return plainServers(workspace).filter(({ root, includes }) => includes === undefined && /^(?:apps|services|servers)\/[^/]+$/.test(root));
}

const claimed = [...nodeFrameworks.flatMap(({ packages }) => packages), ...documentationPackages, ...programPackages];

function isServer(manifest: NodeManifest): boolean {
  if (isPublished(manifest) || manifest.field('bin') !== undefined || manifest.dependencies.size === 0) return false;
  return !claimed.some((name) => manifest.dependencies.has(name) || manifest.devDependencies.has(name));
}

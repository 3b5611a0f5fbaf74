import type { WorkspaceFacts } from '../scope';
import { folderOf, isBelow } from '../paths';
import { scriptText, type NodeManifest } from './manifest';

const manager = /\b(?:npm|pnpm|yarn|bun)\s+(?:run\s+)?([\w:-]+)\s*$/;
const folder = /\bcd\s+(?:\.\/)?([\w.-]+(?:\/[\w.-]+)*)\s*&&|(?:--prefix|--cwd|-C|--dir)[ =](?:\.\/)?([\w.-]+(?:\/[\w.-]+)*)/;
const member = /(?:--filter|-F|--workspace|-w|\bworkspace)[ =]["']?((?:@[\w.-]+\/)?[\w.-]+)/;

/**
 * Members of a workspace that its image starts by a script of the manifest at the top (`CMD ["pnpm", "start"]`, `"start": "cd packages/server
 * && node bin"`): programs of the product, also where they are published as packages.
 */
export function startedByImage(manifests: readonly NodeManifest[], workspace: WorkspaceFacts): ReadonlySet<NodeManifest> {
  const top = manifests.find(({ root }) => root === '.');
  if (top === undefined || manifests.length < 2) return new Set();
  const commands = workspace.all.flatMap((fact) => (fact.kind === 'process' && fact.origin === 'dockerfile' && fact.stage === 'production' && fact.value.kind === 'literal' && folderOf(fact.at.path) === '.' ? [fact.value.text] : []));
  return new Set(commands.flatMap((command) => {
    const script = manager.exec(command)?.[1];
    return script === undefined ? [] : (leadsTo(textOf(top, script), manifests) ?? []);
  }));
}

/** `run-script-os` hands on to the script for the system that it runs on. */
function textOf(manifest: NodeManifest, script: string): string {
  const text = scriptText(manifest, script);
  if (!/^run-(?:script-)?os\b/.test(text)) return text;
  return ['linux', 'nix', 'default'].map((system) => scriptText(manifest, `${script}:${system}`)).find((found) => found !== '') ?? '';
}

function leadsTo(text: string, manifests: readonly NodeManifest[]): NodeManifest | undefined {
  const named = member.exec(text)?.[1];
  if (named !== undefined) return manifests.find(({ name, root }) => root !== '.' && (name === named || root === named));
  const match = folder.exec(text);
  const path = match?.[1] ?? match?.[2];
  if (path === undefined) return undefined;
  const around = manifests.filter(({ root }) => root !== '.' && isBelow(path, root));
  return around.toSorted((a, b) => b.root.length - a.root.length)[0];
}

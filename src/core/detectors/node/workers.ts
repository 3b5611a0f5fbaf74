import type { WorkspaceFacts } from '../scope';
import { scriptText, type NodeManifest } from './manifest';

export const workerFiles = ['wrangler.toml', 'wrangler.json', 'wrangler.jsonc'];
/** What brings it to Cloudflare. */
export const workerCommand = /\bwrangler (?:deploy|publish)\b/;

/** Whether it is deployed as a Worker of Cloudflare: its tool bundles whatever is installed, also for development. */
export function isWorker(manifest: NodeManifest, workspace: WorkspaceFacts): boolean {
  const folder = manifest.root === '.' ? '' : `${manifest.root}/`;
  return workerFiles.some((file) => workspace.hasFile(folder + file)) && [...manifest.scripts.keys()].some((name) => workerCommand.test(scriptText(manifest, name)));
}

import type { Fact } from '../../model';
import type { WorkspaceFacts } from '../scope';
import { folderOf, isBelow } from '../paths';

const fileServer = /(?:^|[/_-])(?:nginx|caddy|httpd|apache|lighttpd|openresty|static-web-server)\b/i;
/** Only hands out files, or runs Node itself: what such an image holds is deployed by it. */
const ownRuntime = /(?:^|[/_-])(?:nginx|caddy|httpd|apache|lighttpd|openresty|static-web-server|serve|node|bun|deno)\b/i;

/**
 * Folders that an image of another language takes in: `COPY web/ ./` before the server is compiled, `COPY web/dist /app/wwwroot` after it.
 * An image with a stage that hands out files by itself deploys the front end on its own, and says nothing.
 */
export function handedFolders(path: string, text: string): readonly Fact[] {
  if (/(^|[./_-])(?:dev|development|devcontainer|test|ci)([./_-]|$)/i.test(path)) return [];
  const stages = [...text.matchAll(/^[ \t]*FROM[ \t]+(?:--\S+[ \t]+)*(\S+)/gim)].map((match) => match[1] ?? '');
  const builders = stages.slice(0, -1).filter((image) => /(?:^|[/_-])(?:node|bun|deno)\b/i.test(image));
  if (stages.length === 0 || stages.some((image) => ownRuntime.test(image) && !builders.includes(image)) || ownRuntime.test(stages.at(-1) ?? '')) return [];
  const facts: Fact[] = [];
  const add = (folder: string, start: number): void => {
    facts.push({ kind: 'config', name: 'node.dockerfile.hands', value: { kind: 'literal', text: folder }, at: { path, range: { start, end: start + folder.length } }, stage: 'default', origin: 'node-config' });
  };
  for (const match of text.matchAll(/^[ \t]*(?:COPY|ADD)[ \t]+(?!--from)(?:--\S+[ \t]+)*(?:\.\/)?([\w-]+(?:\/[\w.-]+)*)\/?(?=[ \t])/gim)) {
    const folder = match[1] ?? '';
    add(folder, match.index + match[0].lastIndexOf(folder));
  }
  // `COPY web .` and `npm run build --prefix /web/admin`: one of several front ends in a folder that is taken in whole.
  const whole = new Set(facts.flatMap(({ value }) => (value.kind === 'literal' ? [value.text] : [])));
  for (const match of whole.size === 0 ? [] : text.matchAll(/--(?:prefix|cwd|dir)[ =]\/?([\w-]{1,40}(?:\/[\w-]{1,40}){1,4})(?![\w./-])/g)) {
    const folder = match[1] ?? '';
    if (![...whole].some((parent) => isBelow(folder, parent))) continue;
    whole.add(folder);
    add(folder, match.index + match[0].lastIndexOf(folder));
  }
  return facts;
}

/** Programs of Node that hand out a folder: `CMD ["http-server", "dist"]`. */
const filesCommand = /^(?:npx\s+)?(?:http-server|serve|sirv)\s/;

/** Whether an image in the folder ends on a server of files: `FROM nginx` beside what was built there. */
export function hasFileServer(root: string, workspace: WorkspaceFacts): boolean {
  const started = workspace.all.some((fact) => fact.kind === 'process' && fact.origin === 'dockerfile' && fact.stage === 'production' && fact.value.kind === 'literal' && filesCommand.test(fact.value.text) && folderOf(fact.at.path) === root);
  return started || workspace.all.some((fact) => fact.name === 'dockerfile.from' && fact.stage === 'production' && fact.detail?.['final'] === 'true' && fact.value.kind === 'literal' && fileServer.test(fact.value.text) && folderOf(fact.at.path) === root);
}

/** Whether an image outside the folder takes the front end of this folder into a server of another language. */
export function isInServerImage(root: string, foreign: readonly string[], workspace: WorkspaceFacts): boolean {
  if (root === '.' || !foreign.some((other) => !isBelow(other, root))) return false;
  return workspace.all.some((fact) => fact.name === 'node.dockerfile.hands' && fact.value.kind === 'literal' && !isBelow(fact.at.path, root) && (fact.value.text === root || isBelow(fact.value.text, root)));
}

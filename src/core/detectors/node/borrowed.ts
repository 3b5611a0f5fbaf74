import type { Fact } from '../../model';
import type { WorkspaceFacts } from '../scope';
import { scriptText, type NodeManifest } from './manifest';

/** Commands that only their framework brings. */
const commands: Readonly<Record<string, RegExp>> = {
  nestjs: /\bnest (?:start|build)\b/,
  next: /\bnext (?:dev|build|start)\b/,
  nuxt: /\bnuxi? (?:dev|build|start|generate)\b/,
  remix: /\bremix (?:vite:)?(?:dev|build)\b|\bremix-serve\b/,
  'react-router': /\breact-router(?:-serve)? (?:dev|build|\.)/,
  strapi: /\bstrapi (?:start|develop|build)\b/,
};

/**
 * The package of a framework that the manifest at the top of a workspace lists for all: a member without packages of its
 * own that is started with the framework's command is built from it.
 */
export function borrowedProof(manifest: NodeManifest, framework: string, packages: readonly string[], top: NodeManifest | undefined): Fact | undefined {
  if (top === undefined || !isBare(manifest) || !Object.hasOwn(commands, framework) || commands[framework] === undefined) return undefined;
  const command = commands[framework];
  if (![...manifest.scripts.keys()].some((name) => /^(?:start|dev|build|serve|prod)/.test(name) && command.test(scriptText(manifest, name)))) return undefined;
  // A program for the command line is built like a server.
  if (/(?:^|\/)(?:commands?|cli|scripts?|tools?)$/.test(manifest.root)) return undefined;
  return packages.map((name) => top.dependencies.get(name) ?? top.devDependencies.get(name)).find((fact) => fact !== undefined);
}

/** Whether it lists no packages at all. */
export function isBare(manifest: NodeManifest): boolean {
  return manifest.root !== '.' && manifest.dependencies.size === 0 && manifest.devDependencies.size === 0;
}

const shared = ['libraries', 'libs', 'packages', 'shared'];

/** What a member of such a workspace is built from besides its own folder: the manifest at the top, and the folders that are no members. */
export function borrowedFolders(workspace: WorkspaceFacts): readonly string[] {
  return ['package.json', ...shared.filter((folder) => workspace.files.some((file) => file.path.startsWith(`${folder}/`)))];
}

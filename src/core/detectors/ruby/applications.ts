import type { Application, Fact } from '../../model';
import type { WorkspaceFacts } from '../scope';
import { folderOf, inFolder, isBelow } from '../paths';

/** The manifest in a folder or the nearest above it. */
export function manifestOf(workspace: WorkspaceFacts, folder: string): string | undefined {
  for (let at = folder; ; at = folderOf(at)) {
    const found = ['Gemfile', 'gems.rb'].map((file) => inFolder(at, file)).find((path) => workspace.hasFile(path));
    if (found !== undefined || at === '.') return found;
  }
}

/** The version that the lock file holds, else the one that the manifest asks for. */
export function versionOf(workspace: WorkspaceFacts, manifest: string, gems: readonly string[]): string | null {
  const lock = manifest.replace(/Gemfile$/, 'Gemfile.lock').replace(/gems\.rb$/, 'gems.locked');
  const resolved = gems.map((name) => workspace.inDocument(lock).find((fact) => fact.name === `ruby.locked.${name}`)).find((fact) => fact !== undefined);
  const asked = gems.map((name) => workspace.inDocument(manifest).find((fact) => fact.name === `gem:${name}`)).find((fact) => fact !== undefined);
  const text = [resolved, asked].map((fact) => (fact?.value.kind === 'literal' ? fact.value.text : '')).find((value) => /\d/.test(value));
  return text === undefined ? null : (/\d+(?:\.\d+)?/.exec(text)?.[0] ?? null);
}

export interface Described {
  readonly root: string;
  readonly framework: string;
  readonly version: string | null;
  readonly manifest: Fact['at'];
}

export function applicationOf(workspace: WorkspaceFacts, { root, framework, version, manifest }: Described): Application {
  return {
    root,
    name: root === '.' ? 'app' : root.slice(root.lastIndexOf('/') + 1),
    framework,
    frameworkVersion: version,
    languages: languagesOf(workspace, root),
    manifest,
  };
}

function languagesOf(workspace: WorkspaceFacts, root: string): readonly string[] {
  const own = workspace.files.filter((file) => isBelow(file.path, inFolder(root, 'app')) || isBelow(file.path, inFolder(root, 'frontend')));
  if (own.some((file) => /\.tsx?$/.test(file.path) && !file.path.endsWith('.d.ts'))) return ['ruby', 'typescript'];
  return own.some((file) => /\.(?:js|jsx|mjs|vue|svelte|coffee)$/.test(file.path)) ? ['ruby', 'javascript'] : ['ruby'];
}

/** An application inside the folder of a gem shows what the gem does, or is what it is tested with. */
export function isBesideLibrary(workspace: WorkspaceFacts, root: string): boolean {
  return workspace.all.some((fact) => fact.name === 'ruby.gemspec' && folderOf(fact.at.path) !== root && isBelow(root, folderOf(fact.at.path)));
}

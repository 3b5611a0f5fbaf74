import type { NodeManifest } from './manifest';

/** A package that an image installs by its name, where it stands in the Dockerfile. */
export interface Installed {
  readonly name: string;
  readonly start: number;
}

/**
 * Packages that a Dockerfile makes the content of the image: `pnpm --filter desk deploy dist`, `COPY --from=build /app
 * /usr/local/lib/node_modules/desk`. What it only builds is not among them.
 */
export function installedPackages(text: string): readonly Installed[] {
  const found: Installed[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    const deployed = /\bpnpm\s[^&|;]{0,80}?--filter[= ]["']?((?:@[\w.-]{1,80}\/)?[\w.-]{1,80})["']?\s[^&|;]{0,80}?\bdeploy\b/.exec(line) ?? /\bpnpm\s[^&|;]{0,80}?\bdeploy\s[^&|;]{0,80}?--filter[= ]["']?((?:@[\w.-]{1,80}\/)?[\w.-]{1,80})/.exec(line);
    const copied = /^\s*COPY\s/.test(line) ? /\/lib\/node_modules\/((?:@[\w.-]{1,80}\/)?[\w.-]{1,80})\/?\s*$/.exec(line) : null;
    const match = deployed ?? copied;
    if (match?.[1] !== undefined) found.push({ name: match[1], start: offset + match.index + match[0].indexOf(match[1]) });
    offset += line.length + 1;
  }
  return found;
}

/**
 * Whether an image runs a package that is published as well: it installs the package itself, or the command (`bin`) of the
 * same workspace that does nothing but start it.
 */
export function isInstalled(manifest: NodeManifest, installed: ReadonlySet<string>, manifests: readonly NodeManifest[]): boolean {
  const { name } = manifest;
  if (name === null || installed.size === 0) return false;
  return installed.has(name) || manifests.some((other) => other !== manifest && other.name !== null && installed.has(other.name) && other.field('bin') !== undefined && other.dependencies.has(name));
}

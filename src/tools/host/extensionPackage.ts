import { join } from 'node:path';
import { root } from './cache';
import { run, ToolError } from './processes';

/** The packaged extension, at the place where `npm run package` writes it. */
export const extensionPackage = join(root, 'skylift.vsix');

/** Builds and packages the extension as it would be published. */
export async function packageExtension(): Promise<string> {
  const code = await run('npm', ['run', '--silent', 'package'], { cwd: root });
  if (code !== 0) throw new ToolError('The extension could not be packaged; the lines above say why.');
  return extensionPackage;
}

/** Builds the extension for development, without packaging. */
export async function buildExtension(): Promise<void> {
  const code = await run('npm', ['run', '--silent', 'build'], { cwd: root });
  if (code !== 0) throw new ToolError('The extension could not be built; the lines above say why.');
}

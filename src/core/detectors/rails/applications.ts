import type { Application } from '../../model';
import { applicationOf, isBesideLibrary, manifestOf, versionOf } from '../ruby/applications';
import type { WorkspaceFacts } from '../scope';
import { folderOf, inFolder } from '../paths';

/** A `Rails::Application` with a manifest that requires Rails: in its folder, or above it in a repository of several. */
export function railsApplications(workspace: WorkspaceFacts): readonly Application[] {
  const paths = new Set(workspace.all.filter((fact) => fact.origin === 'rails-config' && /(^|\/)config\/application\.rb$/.test(fact.at.path)).map((fact) => fact.at.path));
  return [...paths].flatMap((path) => {
    const root = folderOf(folderOf(path));
    const manifest = manifestOf(workspace, root);
    if (manifest === undefined || isDummy(root) || isBesideLibrary(workspace, root)) return [];
    const gems = workspace.inDocument(manifest);
    const proof = ['gem:rails', 'gem:railties'].map((name) => gems.find((fact) => fact.name === name && fact.detail?.['group'] === undefined)).find((fact) => fact !== undefined);
    const isOwn = folderOf(manifest) === root;
    // An engine's own manifest leaves its dependencies to a specification: what is beside it is a library, unless it is deployed too.
    if (proof === undefined && !(isOwn && isDeployed(workspace, root)) && workspace.files.some((file) => folderOf(file.path) === folderOf(manifest) && file.path.endsWith('.gemspec'))) return [];
    if (!isOwn && proof === undefined) return [];
    if (!workspace.hasFile(inFolder(root, 'config.ru')) && !workspace.hasFile(inFolder(root, 'config/environment.rb')) && !workspace.hasFile(inFolder(root, 'config/routes.rb'))) return [];
    const first = workspace.inDocument(path)[0];
    const at = proof?.at ?? first?.at;
    return at === undefined ? [] : [applicationOf(workspace, { root, framework: 'rails', version: versionOf(workspace, manifest, ['rails', 'railties']), manifest: at })];
  });
}

/** An application and an engine in one: production has an environment here, and an image or a process starts it. */
function isDeployed(workspace: WorkspaceFacts, root: string): boolean {
  if (!workspace.hasFile(inFolder(root, 'config/environments/production.rb'))) return false;
  return workspace.inDocument(inFolder(root, 'Dockerfile')).some((fact) => fact.name === 'ruby.dockerfile' && fact.stage !== 'test') || workspace.inDocument(inFolder(root, 'Procfile')).some((fact) => fact.kind === 'process' && fact.name === 'web');
}

/** Applications that an engine or a generator is tried with. */
function isDummy(root: string): boolean {
  return /(^|\/)(?:dummy|sandbox|combustion|internal|test_app|development_app|templates?)(\/|$)/.test(root);
}

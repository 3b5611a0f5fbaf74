import type { Application, Fact } from '../../model';
import { folderOf, inFolder } from '../paths';
import type { WorkspaceFacts } from '../scope';

const helperFolder = /(^|\/)(?:deps|examples?|samples?|templates?|installer|integration_test|test|priv|docs?|bench\w*)(\/|$)/;
/** What answers requests, the framework first. */
const servers = ['phoenix', 'phoenix_live_view', 'phoenix_ecto', 'bandit', 'plug_cowboy'] as const;

/** Mix projects that are started and serve. A package for others is none; an umbrella is one application. */
export function elixirApplications(workspace: WorkspaceFacts): readonly Application[] {
  const projects = workspace.all.filter((fact) => fact.origin === 'mix' && (fact.name === 'elixir.app' || fact.name === 'elixir.umbrella'));
  const umbrellas = projects.filter((fact) => fact.name === 'elixir.umbrella').map((fact) => folderOf(fact.at.path));
  const found = new Map<string, Application>();
  for (const project of projects) {
    const folder = folderOf(project.at.path);
    if (project.name === 'elixir.umbrella' || helperFolder.test(folder)) continue;
    const facts = workspace.inDocument(project.at.path);
    const server = serverOf(facts);
    // Some are published as a package and deployed as a release in an image of the same folder.
    const isReleased = facts.some((fact) => fact.name === 'elixir.releases') && workspace.hasFile(inFolder(folder, 'Dockerfile'));
    const isStarted = facts.some((fact) => fact.name === 'elixir.mod') && (isReleased || !facts.some((fact) => fact.name === 'elixir.package'));
    if (server === undefined || !isStarted) continue;
    const root = umbrellas.find((umbrella) => umbrella === '.' || folder.startsWith(`${umbrella}/`)) ?? folder;
    const known = found.get(root);
    if (known === undefined || (known.framework !== 'phoenix' && server.name === 'hex:phoenix')) found.set(root, applicationOf(root, project, server));
  }
  // The one application of a repository is what the images at its top are built from.
  const [only] = found.values();
  const images = found.size === 1 && only !== undefined && only.root !== '.' ? workspace.all.filter((fact) => fact.name === 'dockerfile.from' && fact.stage === 'production' && folderOf(fact.at.path) === '.' && fact.value.kind === 'literal' && /elixir|hexpm|BUILDER_IMAGE/i.test(fact.value.text)).map((fact) => fact.at.path) : [];
  return [...found.values()].map((application) => (images.length === 0 ? application : { ...application, includes: [...new Set(images)].sort() }));
}

function serverOf(facts: readonly Fact[]): Fact | undefined {
  return servers.map((name) => facts.find((fact) => fact.name === `hex:${name}` && fact.stage === 'default')).find((fact) => fact !== undefined);
}

function applicationOf(root: string, project: Fact, server: Fact): Application {
  const version = server.value.kind === 'literal' ? /\d+(?:\.\d+)?/.exec(server.value.text)?.[0] : undefined;
  return {
    root,
    name: project.value.kind === 'literal' ? project.value.text : 'app',
    framework: server.name.startsWith('hex:phoenix') ? 'phoenix' : 'plug',
    frameworkVersion: server.name === 'hex:phoenix' ? (version ?? null) : null,
    languages: ['elixir'],
    manifest: server.at,
  };
}

import type { Fact } from '../../model';
import { folderOf } from '../paths';
import { isMainFile } from './names';

/** Words by which a file beside the main one is meant for a stage of its own, or to lie over the main one. */
const hasPurpose = /prod|deploy|live|release|swarm|self-?host|stag(?:e|ing)|homolog|override|dev|local|test|ci\b|e2e|debug|sail/;

/**
 * Without the variants of a compose file: where `compose.yml` deploys the application, `compose.postgres.yml` or
 * `compose-full.yml` beside it is another way to do so, and nothing is deployed from it unless somebody asks for it.
 */
export function withoutVariants(facts: readonly Fact[]): readonly Fact[] {
  const deployed = new Set(facts.flatMap((fact) => (isDeployment(fact) && isMainFile(fact.at.path) ? [folderOf(fact.at.path)] : [])));
  if (deployed.size === 0) return facts;
  const complete = completeProductions(facts, deployed);
  return facts
    .filter((fact) => fact.origin !== 'compose' || !deployed.has(folderOf(fileOf(fact))) || isMainFile(fileOf(fact)) || hasPurpose.test(nameOf(fileOf(fact))))
    .map((fact) => (fact.origin === 'compose' && fact.stage === 'production' && isMainFile(fileOf(fact)) && complete.has(folderOf(fileOf(fact))) ? { ...fact, stage: 'local' as const } : fact));
}

/**
 * Folders whose `compose.prod.yml` stands by itself: it starts the application and a server for it, each with an image or
 * a build of its own. What says nothing beside it is what developers start. A file that lies over another leaves these out.
 */
function completeProductions(facts: readonly Fact[], folders: ReadonlySet<string>): ReadonlySet<string> {
  const byFile = new Map<string, Fact[]>();
  for (const fact of facts) {
    if (fact.kind !== 'container' || fact.origin !== 'compose' || fact.stage !== 'production') continue;
    const { path } = fact.at;
    if (!folders.has(folderOf(path)) || !/(?:^|[._-])(?:prod|production)(?:[._-]|$)/.test(nameOf(path))) continue;
    byFile.set(path, [...(byFile.get(path) ?? []), fact]);
  }
  const stands = (containers: readonly Fact[]): boolean => containers.every((fact) => fact.value.kind !== 'none' || fact.detail?.['context'] !== undefined) && ['true', 'false'].every((kind) => containers.some((fact) => fact.detail?.['application'] === kind));
  return new Set([...byFile].filter(([, containers]) => stands(containers)).map(([path]) => folderOf(path)));
}

function isDeployment(fact: Fact): boolean {
  return fact.kind === 'container' && fact.origin === 'compose' && fact.stage === 'production' && fact.detail?.['application'] === 'true';
}

/** Variables of an `env_file` belong to the compose file that names it. */
function fileOf(fact: Fact): string {
  return fact.detail?.['composeFile'] ?? fact.at.path;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}

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
  return facts.filter((fact) => fact.origin !== 'compose' || !deployed.has(folderOf(fileOf(fact))) || isMainFile(fileOf(fact)) || hasPurpose.test(nameOf(fileOf(fact))));
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

import type { Fact } from '../../model';
import { folderOf, joinPath } from '../paths';
import type { ApplicationScope } from '../scope';

/** What a process of the application is told of the variables that lie around it. */
export interface Variables {
  /** Whether the application sees a variable. */
  isTold(fact: Fact): boolean;
  /** A variable that compose passes on, with the value of the env file beside it. */
  passedOn(fact: Fact): Fact;
}

/**
 * .NET reads no env file by itself: one beside a compose file is for compose, which passes on by name what its services are to see.
 * A service that is started with the file (`env_file`) is told all of it, and so is an application that no service there builds.
 */
export function variablesOf(scope: ApplicationScope): Variables {
  const images = new Set(scope.find('config', 'dockerfile.from').map((fact) => fact.at.path));
  const isOwn = (fact: Fact): boolean => {
    const context = fact.detail?.['context'];
    if (fact.origin !== 'compose' || context === undefined) return true;
    return images.size === 0 || images.has(joinPath(context, fact.detail?.['dockerfile'] ?? 'Dockerfile'));
  };
  // An env file of another folder beside this application's is that folder's; one of the deployment speaks of all.
  const isNeighbours = (fact: Fact): boolean => {
    const folder = folderOf(fact.at.path);
    const { root } = scope.application;
    return fact.origin === 'dotenv' && folder !== '.' && root !== folder && !root.startsWith(`${folder}/`) && !folder.startsWith(`${root}/`) && root.includes('/') && folder.split('/')[0] === root.split('/')[0];
  };
  const services = scope.find('container').filter((fact) => fact.origin === 'compose' && fact.detail?.['application'] === 'true' && fact.detail['context'] !== undefined && isOwn(fact));
  const byFolder = new Map<string, readonly Fact[]>(services.map((fact) => [folderOf(fact.at.path), services.filter((other) => folderOf(other.at.path) === folderOf(fact.at.path))]));
  const handed = new Set(scope.find('env').flatMap((fact) => (fact.origin === 'compose' && fact.value.kind === 'env' && isOwn(fact) ? [`${folderOf(fact.at.path)} ${fact.value.key}`] : [])));
  const isComposes = (fact: Fact): boolean => {
    if (fact.origin !== 'dotenv' || !fact.name.includes('__')) return false;
    const folder = folderOf(fact.at.path);
    const around = byFolder.get(folder);
    if (around === undefined || around.some(({ detail }) => detail?.['envFiles']?.split(' ').includes(fact.at.path) === true)) return false;
    return !handed.has(`${folder} ${fact.name}`);
  };
  return {
    isTold: (fact) => isOwn(fact) && !isWorkbench(fact, scope) && !isNeighbours(fact) && !isComposes(fact),
    passedOn: (fact) => {
      if (fact.origin !== 'compose' || fact.value.kind !== 'env') return fact;
      const { key } = fact.value;
      const file = scope.find('env', key).find((other) => other.origin === 'dotenv' && folderOf(other.at.path) === folderOf(fact.at.path));
      return file === undefined ? fact : { ...fact, value: file.value, detail: { ...file.detail, ...fact.detail } };
    },
  };
}

const developers = /(^|\/)(?:\.?(?:dev|devcontainer)|development|local|tests?|ci)[./_-]|[._-](?:dev|local|test|ci)\.ya?ml$/i;

/** A developer's set-up starts whatever one may try; it does not say what is in use. */
export function isWorkbench(fact: Fact, scope: ApplicationScope): boolean {
  return developers.test(fact.at.path) && !fact.at.path.startsWith(`${scope.application.root}/`);
}

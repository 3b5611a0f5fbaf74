import { imageProduct } from '../detectors/images';
import type { Fact } from '../model';
import type { ApplicationScope } from '../detectors/scope';
import { copiesOf } from './deployment';
import { isForDevelopment, literalOf } from './support';

/** Names and folders by which people say that a compose file is what a server runs. */
const saysSo = /(?:prod|deploy|live|release|swarm|stack|self-?host|stag(?:e|ing)|homolog)[^/]*(?:\/|$)/i;
const saysOtherwise = /(?:^|[./_-])(?:dev(?:elop(?:ment)?|container)?|local|test|ci|example|sample|infra(?:structure)?)(?:[./_-]|$)/i;
const modeKeys = ['APP_ENV', 'NODE_ENV', 'RAILS_ENV', 'RACK_ENV', 'DJANGO_ENV', 'FLASK_ENV', 'MIX_ENV', 'ASPNETCORE_ENVIRONMENT', 'DOTNET_ENVIRONMENT', 'SPRING_PROFILES_ACTIVE'] as const;

/**
 * Whether the containers of one compose file are a server's rather than a developer's: its name says so, or the
 * application in it is kept running, copied, or told that it is in production. That a store beside it restarts says
 * nothing: developers want that too.
 */
export function deploysServers(scope: ApplicationScope, path: string, containers: readonly Fact[]): boolean {
  if (isForDevelopment(containers) || saysOtherwise.test(path)) return false;
  if (saysSo.test(path)) return true;
  if (modeKeys.some((key) => scope.find('env', key).some((fact) => fact.at.path === path && fact.origin === 'compose' && /^prod(?:uction)?$/i.test(literalOf(fact.value) ?? '')))) return true;
  const applications = containers.filter(({ detail }) => detail?.application === 'true');
  const built = applications.filter(({ detail }) => detail?.context !== undefined);
  return (built.length > 0 ? built : applications.filter(({ value }) => imageProduct(literalOf(value) ?? '') === undefined)).some(
    (fact) => /^(?:always|unless-stopped|on-failure)/.test(fact.detail?.restart ?? '') || copiesOf(fact) > 1,
  );
}

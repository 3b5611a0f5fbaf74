import type { Stage } from '../../model';
import { entryOf, scalarText, valueAt, type ConfigNode, type MapEntry } from '../../formats/node';
import { imageProduct } from '../images';

/** `tests/`, `client-integration-tests/`, `test-environments/`. */
const testFolder = /(^|\/)(?:(?:tests?|testing|e2e)[-_.](?:envs?|environments?|setup|stack|infra|docker|compose)|(?:[\w.-]+[-_.])?(?:tests|e2e)|test|testing|__tests__|(?:[\w.-]+[-_.])?(?:integration|acceptance|functional|smoke|load)[-_.]test)\//i;

/**
 * A compose file speaks for production when its name says so, or when its name says nothing and it sets the mode of a
 * service to production, restarts its services, serves them through a proxy or replicates them. Anything else is a
 * developer's set-up.
 */
export function composeStage(path: string, services: readonly MapEntry[]): Stage {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (/(^|[./_-])\.devcontainer([./_-]|$)|(^|\/)\.(ddev|lando|docksal|gitpod)\//.test(path)) return 'local';
  if (/(^|\/)\.(github|gitlab|gitlab-ci|circleci|travis|buildkite)\//.test(path)) return 'test';
  if (testFolder.test(path)) return 'test';
  if (/prod|deploy|live|release|swarm|(?<!full-?)stack|selfhost|self-host/.test(name)) return 'production';
  if (/stag(e|ing)|homolog/.test(name)) return 'staging';
  if (/test|ci\b|e2e|cypress|playwright/.test(name)) return 'test';
  if (/dev|local|override|debug|sail/.test(name)) return 'local';
  if (/example|sample|template/.test(name)) return 'example';
  if (/(^|\/)(?:dev|development|local)(?:[-_.](?:envs?|environments?|setup|stack))?\//.test(path)) return 'local';
  if (/(^|\/)(prod|production|deploy|deployment)\//.test(path)) return 'production';
  const mode = declaredMode(services);
  if (mode !== undefined) return mode;
  if (services.some((service) => isDevelopmentService(service.value))) return 'local';
  const restarted = services.filter((service) => /^(always|unless-stopped)$/.test(scalarText(entryOf(service.value, 'restart')?.value) ?? ''));
  const replicated = services.some((service) => Number(scalarText(valueAt(service.value, 'deploy', 'replicas')) ?? 1) > 1);
  const application = services.some((service) => entryOf(service.value, 'build') !== undefined || isApplicationImage(service.value));
  return application && (restarted.length > 0 || replicated) ? 'production' : 'local';
}

/** Variables by which frameworks are told the mode they run in. */
const modeKey = /^(APP|NODE|RAILS|RACK|DJANGO|FLASK|MIX|WP|CI|SYMFONY|ASPNETCORE|DOTNET)_ENV(IRONMENT)?$|^SPRING_PROFILES_ACTIVE$/;

/** What the services are told that they run as; services that disagree say nothing. */
function declaredMode(services: readonly MapEntry[]): Stage | undefined {
  const modes = new Set(services.flatMap((service) => environmentPairs(entryOf(service.value, 'environment')?.value).filter(([key]) => modeKey.test(key)).map(([, value]) => modeOf(value))));
  modes.delete(undefined);
  const [mode] = modes;
  return modes.size === 1 ? mode : undefined;
}

function modeOf(value: string): Stage | undefined {
  const text = value.replace(/^\$\{\w+:?-([^}]*)\}$/, '$1').toLowerCase();
  if (text === 'production' || text === 'prod') return 'production';
  if (text === 'staging') return 'staging';
  return text === 'local' || text === 'dev' || text === 'development' ? 'local' : undefined;
}

function environmentPairs(node: ConfigNode | undefined): readonly (readonly [string, string])[] {
  if (node?.kind === 'map') return node.entries.map((entry) => [entry.key, scalarText(entry.value) ?? ''] as const);
  if (node?.kind !== 'list') return [];
  return node.items.map((item) => {
    const text = scalarText(item) ?? '';
    const equals = text.indexOf('=');
    return equals < 0 ? ([text, ''] as const) : ([text.slice(0, equals), text.slice(equals + 1)] as const);
  });
}

/** Images that stand in for a service of somebody else. */
const standIn = /(?:^|\/)(?:localstack|mock-oauth2-server|wiremock|mockserver|azurite|dynamodb-local|smtp4dev|fake-gcs-server|moto)(?:[:@/]|$)/;

/** An open port for a debugger. */
const debuggerOption = /-agentlib:jdwp|-Xrunjdwp|(?:^|\s)--inspect(?:-brk)?(?:[=\s]|$)|\bdebugpy\b/;

/** Source code mounted over the image, a mail catcher, a stand-in, a debugger: signs of a developer's machine. */
function isDevelopmentService(service: ConfigNode): boolean {
  const image = scalarText(entryOf(service, 'image')?.value);
  if (image !== undefined && (imageProduct(image)?.role === 'mail-catcher' || standIn.test(image))) return true;
  const options = environmentPairs(entryOf(service, 'environment')?.value).map(([, value]) => value);
  if ([...options, commandOf(service)].some((option) => debuggerOption.test(option))) return true;
  if (entryOf(service, 'build') === undefined) return false;
  const context = scalarText(valueAt(service, 'build', 'context')) ?? scalarText(entryOf(service, 'build')?.value) ?? '';
  if (/vendor\/laravel\/sail|(^|\/)dev(elopment)?$/.test(context)) return true;
  if (/^dev(elop(ment)?)?$/i.test(scalarText(valueAt(service, 'build', 'target')) ?? '')) return true;
  const volumes = entryOf(service, 'volumes')?.value;
  if (volumes?.kind !== 'list') return false;
  return volumes.items.some((volume) => /^\.\/?(:|$)/.test(scalarText(volume) ?? scalarText(entryOf(volume, 'source')?.value) ?? ''));
}

function commandOf(service: ConfigNode): string {
  const command = entryOf(service, 'command')?.value;
  return command?.kind === 'list' ? command.items.map((item) => scalarText(item) ?? '').join(' ') : (scalarText(command) ?? '');
}

function isApplicationImage(service: ConfigNode): boolean {
  const image = scalarText(entryOf(service, 'image')?.value);
  return image !== undefined && imageProduct(image) === undefined;
}

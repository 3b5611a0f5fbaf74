import type { Fact } from '../../model';
import { binding, evidenceOf } from '../bindings';
import type { Binding } from '../detector';
import { frameworkOf } from '../node/frameworks';
import type { ApplicationScope } from '../scope';
import { servedElsewhere } from './elsewhere';
import { cloudResource } from './resources';

/**
 * What existing infrastructure code serves. Which need a resource really serves is settled where bindings are joined:
 * a queue that no driver of the application can speak to is somebody else's.
 */
export function cloudBindings(scope: ApplicationScope): readonly Binding[] {
  const resources = scope.find('resource').filter((fact) => fact.stage !== 'example');
  return resources.flatMap((fact) => {
    if (isForSomethingElse(fact) || isHelper(scope, fact, resources) || isNotOfFiles(scope, fact)) return [];
    // Among several applications, what is named for none may be any one's.
    const alone = fact.detail?.['shared'] !== 'true';
    const served = servedBy(fact);
    if (served === undefined || served.technology === '') return [];
    if (!alone && (served.need === 'compute' || served.need === 'secrets') && isDeployedElsewhere(scope)) return [];
    // What one container is given is not every application's.
    if (!alone && fact.detail?.['usedBy'] === 'container') return [];
    return [
      binding({
        need: served.need,
        technology: served.technology,
        evidence: [evidenceOf(fact)],
        basis: 'resource',
        confidence: served.proves && alone ? 'certain' : 'possible',
        ...(served.service === null ? {} : { servedBy: served.service }),
      }),
    ];
  });
}

function servedBy(fact: Fact): { readonly need: Binding['need']; readonly technology: string; readonly proves: boolean; readonly service: string | null } | undefined {
  const attributes = fact.detail ?? {};
  const resource = cloudResource(fact.name);
  if (resource !== undefined) return { need: resource.need, technology: resource.technology(attributes), proves: typeof resource.proves === 'function' ? resource.proves(attributes) : resource.proves, service: resource.service };
  const elsewhere = servedElsewhere(fact.name, attributes);
  return elsewhere === undefined ? undefined : { ...elsewhere, service: null };
}

/** Terraform's own state and locks, artefacts of a pipeline, logs of a load balancer. */
function isForSomethingElse(fact: Fact): boolean {
  // `AccessLogBucket` reads as `Access-Log-Bucket`.
  const names = [fact.value.kind === 'literal' ? fact.value.text : '', fact.detail?.['label'] ?? ''].map((name) => name.replace(/([a-z0-9])([A-Z])/g, '$1-$2'));
  return names.some((name) => /(^|[-_.])(tf|terraform|tfstate|state|lock|locks|artifacts?|code-?pipeline|code-?build|deploy(ment)?|access-?logs?|alb-?logs?|logs?|logging|cloudtrail|backups?|dlq|dead-?letter.*|failed)([-_.]|$)/i.test(name));
}

/** A function that is named for nobody runs a server, not the files that a browser loads. */
function isNotOfFiles(scope: ApplicationScope, fact: Fact): boolean {
  return fact.name === 'aws_lambda_function' && fact.detail?.['shared'] === 'true' && frameworkOf(scope.application.framework)?.kind === 'front-end';
}

/** A folder with a platform's own file is deployed there: what is named for nobody neither runs it nor keeps its secrets. */
function isDeployedElsewhere(scope: ApplicationScope): boolean {
  return scope.application.root !== '.' && ['vercel.json', 'netlify.toml', 'wrangler.toml', 'wrangler.jsonc', 'fly.toml', 'render.yaml'].some((file) => scope.hasFile(file));
}

const hosts: ReadonlySet<string> = new Set(['aws_ecs_service', 'aws_apprunner_service', 'aws_instance', 'aws_autoscaling_group', 'aws_elastic_beanstalk_environment', 'aws_eks_cluster']);

const runtimes: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^nodejs/i, ['javascript', 'typescript']],
  [/^python/i, ['python']],
  [/^java/i, ['java', 'kotlin', 'scala']],
  [/^ruby/i, ['ruby']],
  [/^dotnet/i, ['csharp', 'fsharp', 'dotnet']],
  [/^go1/i, ['go']],
];

/**
 * A function that rotates a password or forwards logs does not run the application: there are servers or containers
 * that do, or it is written in another language.
 */
function isHelper(scope: ApplicationScope, fact: Fact, resources: readonly Fact[]): boolean {
  if (fact.name !== 'aws_lambda_function') return false;
  if (resources.some(({ name }) => hosts.has(name))) return true;
  const { runtime } = fact.detail ?? {};
  const languages = runtime === undefined ? undefined : runtimes.find(([pattern]) => pattern.test(runtime))?.[1];
  return languages !== undefined && scope.application.languages.length > 0 && !languages.some((language) => scope.application.languages.includes(language));
}

import type { Fact, NeedId } from '../../model';
import { binding, evidenceOf } from '../bindings';
import type { Binding } from '../detector';
import type { ApplicationScope } from '../scope';
import { cloudResource, type CloudResource } from './resources';

/** Applications that are functions and what calls them, by the tool that declares them: no web framework claims them. */
export const functionFrameworks: ReadonlySet<string> = new Set(['serverless', 'sam', 'cdk', 'sst', 'terraform']);

export function isOfFunctions(scope: ApplicationScope): boolean {
  return functionFrameworks.has(scope.application.framework);
}

/** Whether its functions are written in one of these languages. */
export function functionsIn(scope: ApplicationScope, ...languages: readonly string[]): boolean {
  return isOfFunctions(scope) && scope.application.languages.some((language) => languages.includes(language));
}

/** Needs that a resource proves where the very files that are the application declare it. */
const ownNeeds: ReadonlySet<NeedId> = new Set(['relational-database', 'document-database', 'file-storage', 'queue', 'event-streaming', 'mail', 'search', 'cache', 'scheduler', 'realtime', 'secrets']);

/** What the declaration of an application of functions says of its needs: its functions, and the stores beside them. */
export function functionBindings(scope: ApplicationScope): readonly Binding[] {
  const deployed = scope.find('resource').filter((fact) => fact.stage === 'production');
  const functions = deployed.filter((fact) => fact.name === 'aws_lambda_function' || fact.name === 'serverless_function');
  const resources = deployed.flatMap((fact) => {
    const known = cloudResource(fact.name);
    const technology = known?.technology(fact.detail ?? {}) ?? '';
    return known === undefined || technology === '' || !ownNeeds.has(known.need) || !isOwnKind(fact, known) || isApart(fact) || !declares(scope, fact) ? [] : [binding({ need: known.need, technology, evidence: [evidenceOf(fact)], basis: 'driver', confidence: 'likely', servedBy: known.service })];
  });
  const stored = scope.find('config', 'platform.secrets').length > 0 || deployed.some((fact) => fact.name === 'aws_secretsmanager_secret');
  const credential = stored ? undefined : scope.find('env').find((fact) => declares(scope, fact) && fact.value.kind === 'secret' && fact.value.state !== 'empty' && /SECRET|PASSWORD|TOKEN$|(?:API|ACCESS|PRIVATE|SIGNING|ENCRYPTION|LICENSE|WEBHOOK)_?KEY/.test(fact.name));
  return [
    ...(functions.length === 0 ? [] : [binding({ need: 'compute', technology: 'serverless', evidence: functions.slice(0, 3).map((fact) => evidenceOf(fact, 'functions')), basis: 'driver', servedBy: 'lambda' })]),
    ...resources,
    ...frontEnd(scope, deployed),
    ...(credential === undefined ? [] : [binding({ need: 'secrets', technology: 'env', evidence: [evidenceOf(credential)], basis: 'driver' })]),
  ];
}

/** A rule without a timetable is none; a parameter of the deployment is no secret. */
function isOwnKind(fact: Fact, { need, proves }: CloudResource): boolean {
  if (need === 'secrets') return fact.name === 'aws_secretsmanager_secret' || fact.detail?.['usedBy'] !== undefined;
  return need !== 'scheduler' && need !== 'realtime' || (typeof proves === 'function' ? proves(fact.detail ?? {}) : proves);
}

/** What lies in its folder is its own; what a program of infrastructure code creates for no application by name, as well. */
function declares(scope: ApplicationScope, fact: Fact): boolean {
  const { framework, root } = scope.application;
  return root === '.' || fact.at.path.startsWith(`${root}/`) || fact.detail?.['program'] === framework;
}

/** Buckets of logs and of a pipeline, tables of locks, queues of what failed. */
function isApart(fact: Fact): boolean {
  const name = (fact.value.kind === 'literal' ? fact.value.text : '').replace(/([a-z0-9])([A-Z])/g, '$1-$2');
  return /(^|[-_.])(artifacts?|access-?logs?|logs?|logging|locks?|deploy(ment)?|pipeline|dlq|dead-?letter.*|failed|failures?|website|web-?site|web-?app|static|front-?end|hosting|site)([-_.]|$)|dlq$|deadletter/i.test(name);
}

/** A network in front of a bucket hands out the front end that is built beside the functions. */
function frontEnd(scope: ApplicationScope, deployed: readonly Fact[]): readonly Binding[] {
  const host = deployed.find((fact) => fact.name === 'aws_amplify_app') ?? deployed.find((fact) => fact.name === 'aws_cloudfront_distribution');
  const built = scope.find('dependency').find((fact) => /^npm:(?:react-dom|vue|svelte|@angular\/core|preact|solid-js|astro)$/.test(fact.name));
  if (host === undefined || built === undefined || !declares(scope, host)) return [];
  return [binding({ need: 'static-assets', technology: 'cdn', evidence: [evidenceOf(host), evidenceOf(built)], basis: 'driver', servedBy: host.name === 'aws_amplify_app' ? 'amplify-hosting' : 'cloudfront' })];
}

import type { Fact } from '../../model';
import { binding, evidenceOf, type BindingInput } from '../bindings';
import { functionBindings, isOfFunctions } from '../cloud/functions';
import type { Binding } from '../detector';
import type { ApplicationScope } from '../scope';
import { platformProducts } from './products';

/** What platforms serve the needs of an application with, whatever its framework. */
export function platformBindings(scope: ApplicationScope): readonly Binding[] {
  const deployed = scope.find('resource').filter((fact) => fact.stage === 'production');
  return [
    ...deployed.flatMap((fact) => productBinding(fact, 'resource')),
    // What a sample attaches speaks where nothing else does.
    ...scope.find('resource').filter((fact) => fact.stage === 'example').flatMap((fact) => productBinding(fact, 'container').filter(({ confidence }) => confidence === 'certain').map((item) => ({ ...item, confidence: 'possible' as const }))),
    ...timetable(scope),
    ...secrets(scope),
    ...deployed.flatMap((fact) => callBinding(fact)),
    ...(isOfFunctions(scope) ? functionBindings(scope) : []),
  ];
}

function productBinding(fact: Fact, basis: Binding['basis']): readonly Binding[] {
  const name = fact.name.startsWith('platform_') ? fact.name.slice('platform_'.length) : '';
  const product = Object.hasOwn(platformProducts, name) ? platformProducts[name] : undefined;
  if (product === undefined) return [];
  return [binding({ need: product.need, technology: product.technology, evidence: [evidenceOf(fact, fact.value.kind === 'literal' ? fact.value.text : name)], basis, confidence: product.proves && fact.detail?.['shared'] !== 'true' ? 'certain' : 'possible' })];
}

/** Commands on the platform's timetable, where the framework has none of its own. */
function timetable(scope: ApplicationScope): readonly Binding[] {
  const jobs = scope.find('process').filter((fact) => fact.origin === 'platform' && fact.stage === 'production' && fact.detail?.['schedule'] !== undefined);
  if (jobs.length === 0) return [];
  const functions = scope.find('resource', 'serverless_schedule');
  return [binding({ need: 'scheduler', technology: functions.length > 0 ? 'eventbridge' : 'cron', evidence: jobs.slice(0, 3).map((fact) => evidenceOf(fact, 'schedule')), basis: 'code', confidence: 'likely', ...(functions.length > 0 ? { servedBy: 'eventbridge-scheduler' } : {}) })];
}

function secrets(scope: ApplicationScope): readonly Binding[] {
  const stores = scope.find('config', 'platform.secrets').filter((fact) => fact.stage === 'production');
  const [store] = stores;
  if (store?.value.kind !== 'literal') return [];
  const technology = store.value.text;
  return [binding({ need: 'secrets', technology, evidence: stores.slice(0, 3).map((fact) => evidenceOf(fact, technology)), basis: 'resource', servedBy: technology === 'ssm' ? 'parameter-store' : 'secretsmanager' })];
}

const functionResources: Readonly<Record<string, Pick<BindingInput, 'need' | 'technology'> & { readonly servedBy: string }>> = {
  serverless_queue: { need: 'queue', technology: 'sqs', servedBy: 'sqs' },
  serverless_websocket: { need: 'realtime', technology: 'apigateway', servedBy: 'apigateway-websocket' },
  serverless_bucket: { need: 'file-storage', technology: 's3', servedBy: 's3' },
  serverless_tracing: { need: 'monitoring', technology: 'xray', servedBy: 'xray' },
  serverless_kafka: { need: 'event-streaming', technology: 'kafka', servedBy: 'msk' },
};

/** What calls a function: a queue that it works off, connections that it answers. */
function callBinding(fact: Fact): readonly Binding[] {
  const meaning = Object.hasOwn(functionResources, fact.name) ? functionResources[fact.name] : undefined;
  return meaning === undefined ? [] : [binding({ ...meaning, evidence: [evidenceOf(fact)], basis: 'resource' })];
}

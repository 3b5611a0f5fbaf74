import { binding, evidenceOf } from '../bindings';
import type { Binding } from '../detector';
import { dependency, proof } from '../python/context';
import type { PythonSettings } from '../python/settings';

/** `IDENTITIES_TABLE_NAME_DYNAMO`, `DYNAMODB_ORDERS_TABLE`. */
const tableKey = /^(?=.*(?:^|_)DYNAMO(?:DB)?(?:_|$))(?=.*(?:^|_)TABLE(?:_|$))/;

/** Tables of DynamoDB beside the database of the models: a client is installed, and production is told their names. */
export function documentBindings(settings: PythonSettings): readonly Binding[] {
  const client = dependency(settings.scope, 'boto3', 'aioboto3', 'pynamodb');
  if (client === undefined) return [];
  const table = settings.scope.find('env').find(({ name, stage, value }) => stage === 'production' && tableKey.test(name) && (value.kind === 'secret' ? value.state === 'set' : value.kind === 'literal' && value.text !== ''));
  return table === undefined ? [] : [binding({ need: 'document-database', technology: 'dynamodb', evidence: [evidenceOf(table), ...proof(client)], basis: 'driver' })];
}

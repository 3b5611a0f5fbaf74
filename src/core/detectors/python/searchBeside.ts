import type { Fact } from '../../model';
import { binding, evidenceOf } from '../bindings';
import type { Binding } from '../detector';
import type { ApplicationScope } from '../scope';
import { container, proof } from './context';

const addressKey = /^(?:ES|ELASTIC(?:SEARCH)?|OPENSEARCH)_(?:URLS?|URI|HOSTS?|ENDPOINT|ADDRESS)$/;

/** An address that production tells the application, of a search engine that runs beside it: code may speak HTTP to it. */
export function searchBeside(scope: ApplicationScope): readonly Binding[] {
  const address = scope.find('env').find((fact) => addressKey.test(fact.name) && fact.stage === 'production' && fact.detail?.['host'] !== undefined);
  if (address === undefined) return [];
  for (const technology of ['elasticsearch', 'opensearch'] as const) {
    const server = container(scope, technology) ?? configured(scope, technology);
    if (server !== undefined) return [binding({ need: 'search', technology, evidence: [evidenceOf(address), ...proof(server)], basis: 'container', confidence: 'likely' })];
  }
  return [];
}

/** An image under a name of its own that is told what only this server reads. */
function configured(scope: ApplicationScope, technology: 'elasticsearch' | 'opensearch'): Fact | undefined {
  return scope.find('env', technology === 'elasticsearch' ? 'ES_JAVA_OPTS' : 'OPENSEARCH_JAVA_OPTS').find((fact) => fact.origin === 'compose' && fact.stage === 'production');
}

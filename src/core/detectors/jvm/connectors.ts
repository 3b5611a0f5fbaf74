import type { Binding } from '../detector';
import { databaseOfArtifact, driverPattern, embedded } from './drivers';
import type { JvmSettings } from './settings';

/** So many products at once are nobody's own: the program connects to what its users have. */
const manyProducts = 5;

/** What a client can be of: stores and brokers that a user may want watched, queried or copied. */
const reachable: ReadonlySet<Binding['need']> = new Set(['relational-database', 'document-database', 'cache', 'event-streaming', 'queue', 'search']);

/**
 * A monitor or a reporting tool brings drivers for whatever its users run: Skylift believes what such a program is
 * configured to keep for itself, and takes no client for a use of its own.
 */
export function withoutClientsOfOthers(settings: JvmSettings, bindings: readonly Binding[]): readonly Binding[] {
  const products = new Set(settings.dependencies(driverPattern).flatMap((fact) => databaseOfArtifact(fact.name.slice('maven:'.length)) ?? []));
  for (const product of embedded) products.delete(product);
  return products.size < manyProducts ? bindings : bindings.filter(({ need, confidence }) => confidence === 'certain' || !reachable.has(need));
}

import type { Fact } from '../model';
import type { ApplicationScope } from '../detectors/scope';

/** A database that infrastructure code declares, with what it states of access and protection. */
export interface DeclaredDatabase {
  /** The declaration; the value is its canonical type. */
  readonly fact: Fact;
  readonly type: string;
  readonly name: string;
  /** Whether an attribute is stated, though its value may be known at run time only. */
  states(attribute: string): boolean;
}

/** Databases of infrastructure code. Copies, which follow their source, are left out. */
export function declaredDatabases(scope: ApplicationScope): readonly DeclaredDatabase[] {
  return scope.find('config', 'cloud.database').flatMap((fact) => {
    const given = new Set(fact.detail?.['given']?.split(' ') ?? []);
    if (given.has('replicate_source_db')) return [];
    return [{ fact, type: fact.value.kind === 'literal' ? fact.value.text : '', name: fact.detail?.['resource'] ?? '', states: (attribute: string) => given.has(attribute) }];
  });
}

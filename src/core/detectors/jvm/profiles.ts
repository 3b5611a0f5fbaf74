import type { Stage } from '../../model';

const productionName = /^(?:prod|production|prd|live|produccion|producao|release)$/i;
const stagingName = /^(?:stag|staging|stage|stg|uat|pre|preprod|homolog|homologacao|hml|qa|sit)$/i;
const developerName = /^(?:dev|develop|development|local|localhost|desenvolvimento|debug|ide|devtools|docker-?dev|dev-?docker|devcontainer|mac|win|windows|linux|hot|h2console)$/i;
const testName = /(?:^|[-_])(?:tests?|testing|teste|e2e|ci|it|integration|integrationtest|unittest|junit|cucumber|testcontainers|benchmark|doc|docs)(?:$|[-_])/i;

/** What a profile's name says of where it runs. */
export function stageOfProfile(expression: string): Stage {
  const names = namesIn(expression);
  if (names.length === 0) return 'default';
  if (names.some((name) => productionName.test(name))) return 'production';
  if (names.every((name) => testName.test(name))) return 'test';
  if (names.every((name) => testName.test(name) || developerName.test(name))) return 'local';
  return names.some((name) => stagingName.test(name)) ? 'staging' : 'default';
}

export function isProductionProfile(name: string): boolean {
  return productionName.test(name);
}

/** Profiles of a developer's machine or of tests: nobody deploys with them when there is another. */
export function isDeveloperProfile(name: string): boolean {
  return developerName.test(name) || testName.test(name);
}

/** Profiles that the expression asks for, without those it excludes. */
function namesIn(expression: string): readonly string[] {
  return expression.split(/[\s,&|()]+/).filter((name) => name !== '' && !name.startsWith('!'));
}

/**
 * Whether a statement holds under the active profiles: `prod`, `!dev`, `prod & cloud`, `(a | b)`, `a,b` (any of them).
 * Parentheses are read flat: `&` binds tighter than `|`, as in practice.
 */
export function isActive(expression: string, active: readonly string[]): boolean {
  if (expression === '') return true;
  return expression.replace(/[()]/g, ' ').split(/[|,]/).some((choice) =>
    choice.split('&').map((name) => name.trim()).filter((name) => name !== '').every((name) => (name.startsWith('!') ? !active.includes(name.slice(1).trim()) : active.includes(name))));
}

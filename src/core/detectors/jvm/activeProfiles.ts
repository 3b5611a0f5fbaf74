import type { Fact } from '../../model';
import type { Environment } from '../environment';
import type { ApplicationScope } from '../scope';
import { isDeveloperProfile, isProductionProfile } from './profiles';

const variables = ['SPRING_PROFILES_ACTIVE', 'QUARKUS_PROFILE', 'MICRONAUT_ENVIRONMENTS'] as const;
const argument = /(?:-D|--)(?:spring\.profiles\.active|quarkus\.profile|micronaut\.environments)=["']?([\w,.-]+)/;

/**
 * Profiles of the default deployment: what its process is told; else the profile that is named for production, where
 * the configuration has one; else what the configuration itself switches on.
 */
export function activeProfiles(scope: ApplicationScope, environment: Environment, facts: readonly Fact[]): readonly string[] {
  const known = new Set(facts.flatMap((fact) => namesOf(fact.detail?.['profile'] ?? '')));
  const told = toldProfiles(scope, environment);
  const groups = groupsOf(facts);
  const own = valuesOf(facts, ['spring.profiles.active', 'micronaut.environments', 'quarkus.profile', 'quarkus.profile.default']);
  const included = valuesOf(facts, ['spring.profiles.include']);
  const production = [...known].filter(isProductionProfile);
  if (told !== null && (!told.every(isDeveloperProfile) || production.length === 0)) return expanded([...included, ...told], groups);
  const kept = own.filter((name) => !isDeveloperProfile(name) && !isProductionProfile(name));
  if (production.length > 0 || scope.application.framework === 'quarkus') return expanded([...included, ...kept, ...(production.length > 0 ? production : ['prod'])], groups);
  if (own.length > 0) return expanded([...included, ...own], groups);
  const deployed = isLeftToDeployment(facts) ? facts.find((fact) => fact.stage === 'default' && (fact.detail?.['profile'] ?? '') !== '' && /datasource.*url$/.test(fact.name)) : undefined;
  return expanded([...included, ...(deployed === undefined ? ['default'] : namesOf(deployed.detail?.['profile'] ?? ''))], groups);
}

/** `spring.profiles.active: ${PROFILE}`: whoever deploys says which, and one that knows a database is meant. */
function isLeftToDeployment(facts: readonly Fact[]): boolean {
  return facts.some((fact) => fact.name === 'jvm:spring.profiles.active' && fact.value.kind === 'env' && fact.value.fallback === null);
}

function toldProfiles(scope: ApplicationScope, environment: Environment): readonly string[] | null {
  for (const name of variables) {
    const fact = environment.lookup(name);
    const text = fact?.value.kind === 'literal' ? fact.value.text : fact?.value.kind === 'env' && fact.value.fallback?.kind === 'literal' ? fact.value.fallback.text : null;
    if (text !== null) return listed(text);
  }
  for (const process of scope.find('process')) {
    if (process.value.kind !== 'literal' || process.stage === 'local') continue;
    const match = argument.exec(process.value.text);
    if (match?.[1] !== undefined) return listed(match[1]);
  }
  return null;
}

/** Values of a key in the files for all profiles; `a,b` or a list. */
function valuesOf(facts: readonly Fact[], keys: readonly string[]): readonly string[] {
  return facts.flatMap((fact) => {
    const name = fact.name.slice('jvm:'.length).replace(/\.\d+$/, '');
    if (!keys.includes(name) || (fact.detail?.['profile'] ?? '') !== '') return [];
    if (fact.value.kind === 'literal') return listed(fact.value.text);
    return fact.value.kind === 'env' && fact.value.fallback?.kind === 'literal' ? listed(fact.value.fallback.text) : [];
  });
}

/** `spring.profiles.group.prod: cloud,metrics`. */
function groupsOf(facts: readonly Fact[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const fact of facts) {
    const match = /^jvm:spring\.profiles\.group\.([\w]+)(?:\.\d+)?$/.exec(fact.name);
    if (match?.[1] === undefined || fact.value.kind !== 'literal') continue;
    const list = groups.get(match[1]) ?? [];
    list.push(...listed(fact.value.text));
    groups.set(match[1], list);
  }
  return groups;
}

function expanded(names: readonly string[], groups: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return [...new Set(names.flatMap((name) => [name, ...(groups.get(name.replace(/[-_]/g, '').toLowerCase()) ?? [])]))];
}

function listed(text: string): readonly string[] {
  return text.split(/[,\s]+/).map((name) => name.trim()).filter((name) => /^[\w.-]+$/.test(name));
}

function namesOf(expression: string): readonly string[] {
  return expression.split(/[\s,&|()]+/).filter((name) => name !== '' && !name.startsWith('!'));
}

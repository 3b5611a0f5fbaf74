import type { Fact } from '../model';
import type { ApplicationScope } from './scope';

/** What a service of compose is called: two files may name theirs alike, and one may extend another's. */
export function serviceOf(fact: Fact): string {
  return `${fact.detail?.['composeFile'] ?? fact.at.path} ${fact.detail?.['service'] ?? ''}`;
}

/**
 * Services of compose that run something else: where some are built here or named like the application, what is set for
 * other images is not seen by it.
 */
export function foreignServices(scope: ApplicationScope, names: readonly string[]): ReadonlySet<string> {
  const words = new Set([scope.application.name, ...names].map((word) => word.toLowerCase()).filter((word) => word.length > 2));
  const services = scope.find('container').filter((fact) => fact.origin === 'compose' && fact.detail?.['application'] === 'true');
  const isOwn = (fact: Fact): boolean => {
    if (fact.detail?.['context'] !== undefined) return true;
    const image = fact.value.kind === 'literal' ? /(?<![\w.-])([\w.-]+)(?::[^/]*)?$/.exec(fact.value.text)?.[1]?.toLowerCase() : undefined;
    return image !== undefined && (words.has(image) || words.has(image.replace(/-(?:server|app|web|api|backend)$/, '')));
  };
  return services.some(isOwn) ? new Set(services.filter((fact) => !isOwn(fact)).map(serviceOf)) : new Set();
}

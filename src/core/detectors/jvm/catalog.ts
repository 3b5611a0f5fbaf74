import type { Fact } from '../../model';

/** `libs.spring-boot.starter_web`, `libs.springBoot.starterWeb`: accessors and aliases in one spelling. */
export function catalogKey(name: string): string {
  return name.replace(/[-_.]/g, '').toLowerCase();
}

/** What an accessor of a version catalogue stands for; other facts stay as they are. */
export function resolveCatalog(fact: Fact, catalog: readonly Fact[]): readonly Fact[] {
  if (fact.name !== 'jvm.catalog-use' || fact.value.kind !== 'literal') return [fact];
  const accessor = fact.value.text;
  const [name = '', ...rest] = accessor.replace(/\.(?:get\(\)|asProvider\(\))$/, '').split('.');
  const kind = rest[0] === 'bundles' ? 'bundle' : rest[0] === 'plugins' ? 'plugin' : 'library';
  const key = catalogKey((kind === 'library' ? rest : rest.slice(1)).join('.'));
  const entry = catalog.find((candidate) => candidate.name === `jvm.catalog.${kind}` && candidate.detail?.['catalog'] === name && candidate.detail['key'] === key);
  if (entry?.value.kind === 'literal') return named(fact, entry, kind, catalog, name);
  const known = publishedCatalog(name, rest);
  return known === undefined ? [] : [dependency(fact, known, '*')];
}

function named(fact: Fact, entry: Fact, kind: 'bundle' | 'plugin' | 'library', catalog: readonly Fact[], name: string): readonly Fact[] {
  const text = entry.value.kind === 'literal' ? entry.value.text : '';
  const version = entry.detail?.['version'] ?? '';
  if (kind === 'plugin') return [{ ...fact, name: 'jvm.plugin', value: { kind: 'literal', text }, detail: { ...fact.detail, version } }];
  if (kind === 'library') return [dependency(fact, text, version === '' ? '*' : version)];
  return text.split(' ').flatMap((alias) => {
    const library = catalog.find((candidate) => candidate.name === 'jvm.catalog.library' && candidate.detail?.['catalog'] === name && candidate.detail['key'] === catalogKey(alias));
    return library?.value.kind === 'literal' ? [dependency(fact, library.value.text, library.detail?.['version'] ?? '*')] : [];
  });
}

function dependency(fact: Fact, module: string, version: string): Fact {
  return { ...fact, kind: 'dependency', name: `maven:${module}`, value: { kind: 'literal', text: version }, detail: { ...fact.detail, catalog: 'true' } };
}

/** Catalogues that a project publishes for its users: Ktor's (since 3.1) names its own modules. */
function publishedCatalog(name: string, rest: readonly string[]): string | undefined {
  if (name !== 'ktorLibs') return undefined;
  return `io.ktor:ktor-${rest.map((part) => part.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase()).join('-')}`;
}

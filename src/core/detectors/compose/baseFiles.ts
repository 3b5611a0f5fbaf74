import type { Fact, Stage } from '../../model';
import { folderOf } from '../paths';
import { isMainFile } from './names';

/** File names that say what the file is for; their word stands above that of a base. */
const named = /(?:^|[._-])(?:dev|development|local|test|tests|testing|ci|e2e|debug|override|example|sample|staging|prod|production)(?:[._-]|$)/i;

/**
 * `extends: { file: common.yml, service: app }`: what a service takes over from a service of another file, as facts of
 * the service that extends. A base that nobody starts by itself leaves no facts of its own.
 */
export function withBaseFiles(facts: readonly Fact[]): readonly Fact[] {
  const extending = facts.filter((fact) => fact.kind === 'container' && fact.detail?.['baseFile'] !== undefined);
  if (extending.length === 0) return facts;
  const byService = new Map<string, Fact[]>();
  for (const fact of facts) {
    if (fact.origin !== 'compose') continue;
    const key = keyOf(fact.at.path, fact.detail?.['service']);
    const list = byService.get(key);
    if (list === undefined) byService.set(key, [fact]);
    else list.push(fact);
  }
  const replaced = new Set<Fact>();
  const added: Fact[] = [];
  const mains = new Set(facts.flatMap((fact) => (fact.kind === 'container' && isMainFile(fact.at.path) ? [folderOf(fact.at.path)] : [])));
  for (const container of extending) {
    const base = byService.get(keyOf(container.detail?.['baseFile'] ?? '', container.detail?.['baseService'])) ?? [];
    // Beside a file that is started by default, others are variants of it: nothing is deployed from them unless asked.
    const isVariant = !isMainFile(container.at.path) && mains.has(folderOf(container.at.path));
    if (base.length === 0 || isVariant) continue;
    const own = byService.get(keyOf(container.at.path, container.detail?.['service'])) ?? [];
    for (const fact of own) replaced.add(fact);
    if (!isMainFile(container.detail?.['baseFile'] ?? '')) for (const fact of base) replaced.add(fact);
    added.push(...merged(container, own, base));
  }
  return [...facts.filter((fact) => !replaced.has(fact)), ...added];
}

function keyOf(path: string, service: string | undefined): string {
  return `${path} ${service ?? ''}`;
}

function merged(container: Fact, own: readonly Fact[], base: readonly Fact[]): readonly Fact[] {
  const below = base.find((fact) => fact.kind === 'container');
  if (below === undefined) return own;
  const isNamed = named.test(container.at.path.slice(container.at.path.lastIndexOf('/') + 1));
  const stage: Stage = !isNamed && below.stage === 'production' ? 'production' : container.stage;
  // An image or a build of its own stands in the place of the base's.
  const isOwnImage = container.value.kind !== 'none' || container.detail?.['context'] !== undefined;
  const top = isOwnImage ? container : below;
  const detail = { ...below.detail, ...container.detail, application: top.detail?.['application'] ?? 'true', composeFile: container.at.path };
  const names = new Set(own.map((fact) => `${fact.kind} ${fact.name}`));
  const process = own.find((fact) => fact.kind === 'process' && fact.value.kind === 'literal') ?? base.find((fact) => fact.kind === 'process' && fact.value.kind === 'literal') ?? own.find((fact) => fact.kind === 'process');
  const kept = own.filter((fact) => fact.kind !== 'container' && fact.kind !== 'process');
  const taken = base.filter((fact) => fact.kind !== 'container' && fact.kind !== 'process' && (fact.kind !== 'env' || !names.has(`env ${fact.name}`)));
  return [
    { ...container, value: top.value, stage, detail },
    ...(process === undefined || detail.application !== 'true' ? [] : [{ ...process, stage, detail }]),
    ...[...kept, ...taken].map((fact) => ({ ...fact, stage, detail: { ...detail, ...(fact.kind === 'env' ? addressOf(fact) : {}) } })),
  ];
}

/** What a variable's value says of itself, apart from the service that it is set for. */
function addressOf(fact: Fact): Readonly<Record<string, string>> {
  return Object.fromEntries(['scheme', 'host', 'engine', 'reference'].flatMap((key) => (fact.detail?.[key] === undefined ? [] : [[key, fact.detail[key]]])));
}

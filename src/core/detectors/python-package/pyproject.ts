import { entryOf, scalarText, valueAt, type ConfigNode, type MapEntry } from '../../formats/node';
import type { Fact, Stage } from '../../model';
import { dependencyFact, developmentName, nameLength, normalizedName, readRequirement } from './requirements';

/** `pyproject.toml`: PEP 621, dependency groups (PEP 735), Poetry, PDM and uv. */
export function readPyproject(path: string, root: ConfigNode): readonly Fact[] {
  const project = entryOf(root, 'project')?.value;
  const poetry = valueAt(root, 'tool', 'poetry');
  return [
    ...listed(path, entryOf(project, 'dependencies')?.value, 'default'),
    ...extras(path, entryOf(project, 'optional-dependencies')?.value),
    ...dependencyGroups(path, entryOf(root, 'dependency-groups')?.value, entryOf(project, 'dependencies') === undefined && poetry === undefined),
    ...mapped(path, entryOf(poetry, 'dependencies')?.value, 'default'),
    ...mapped(path, entryOf(poetry, 'dev-dependencies')?.value, 'local'),
    ...poetryGroups(path, entryOf(poetry, 'group')?.value),
    ...groups(path, valueAt(root, 'tool', 'pdm', 'dev-dependencies'), 'local'),
    ...listed(path, valueAt(root, 'tool', 'uv', 'dev-dependencies'), 'local'),
    ...about(path, entryOf(project, 'name') ?? entryOf(poetry, 'name'), 'name'),
    ...about(path, entryOf(project, 'scripts') ?? entryOf(poetry, 'scripts'), 'scripts'),
    ...about(path, entryOf(project, 'classifiers') ?? entryOf(poetry, 'classifiers'), 'classifiers'),
  ];
}

/** `Pipfile`: `[packages]` and `[dev-packages]`. */
export function readPipfile(path: string, root: ConfigNode): readonly Fact[] {
  return [...mapped(path, entryOf(root, 'packages')?.value, 'default'), ...mapped(path, entryOf(root, 'dev-packages')?.value, 'local')];
}

function about(path: string, entry: MapEntry | undefined, key: string): readonly Fact[] {
  if (entry === undefined) return [];
  const text = scalarText(entry.value);
  return [{ kind: 'config', name: `python.${key}`, value: text === undefined ? { kind: 'unknown', why: 'a structure' } : { kind: 'literal', text }, at: { path, range: entry.value.range }, keyRange: entry.keyRange, stage: 'default', origin: 'python-package' }];
}

function listed(path: string, node: ConfigNode | undefined, stage: Stage, group?: string): readonly Fact[] {
  if (node?.kind !== 'list') return [];
  return node.items.flatMap((item) => {
    const text = scalarText(item);
    const read = text === undefined ? undefined : readRequirement(text);
    if (text === undefined || read === undefined) return [];
    return [dependencyFact(read, { path, start: item.range.start, length: nameLength(text), stage, ...(group === undefined ? {} : { group }) })];
  });
}

/** What is installed only when somebody asks for the group is no part of the default deployment. */
function groups(path: string, node: ConfigNode | undefined, stage: Stage = 'local'): readonly Fact[] {
  if (node?.kind !== 'map') return [];
  return node.entries.flatMap((entry) => listed(path, entry.value, stage, entry.key));
}

const productionName = /^(?:main|prod(?:uction)?|default|base|core|runtime|deploy(?:ment)?|server|web|app|application)$/i;

/** A project without dependencies of its own installs what it runs with as groups (PEP 735): all that do not say what else they are for. */
function dependencyGroups(path: string, node: ConfigNode | undefined, isAll: boolean): readonly Fact[] {
  if (node?.kind !== 'map') return [];
  return node.entries.flatMap((entry) => listed(path, entry.value, productionName.test(entry.key) || (isAll && !developmentName.test(entry.key)) ? 'default' : 'local', entry.key));
}

/** An extra that is named after production is what production installs. */
function extras(path: string, node: ConfigNode | undefined): readonly Fact[] {
  if (node?.kind !== 'map') return [];
  return node.entries.flatMap((entry) => listed(path, entry.value, /^(?:prod(?:uction)?|deploy(?:ment)?|runtime)$/i.test(entry.key) ? 'default' : 'local', entry.key));
}

function poetryGroups(path: string, node: ConfigNode | undefined): readonly Fact[] {
  if (node?.kind !== 'map') return [];
  return node.entries.flatMap((entry) => {
    const optional = scalarText(valueAt(entry.value, 'optional')) === 'true';
    return mapped(path, entryOf(entry.value, 'dependencies')?.value, optional || developmentName.test(entry.key) ? 'local' : 'default', entry.key);
  });
}

function mapped(path: string, node: ConfigNode | undefined, stage: Stage, group?: string): readonly Fact[] {
  if (node?.kind !== 'map') return [];
  return node.entries.flatMap((entry) => {
    if (normalizedName(entry.key) === 'python') return [];
    const optional = scalarText(valueAt(entry.value, 'optional')) === 'true';
    const extras = valueAt(entry.value, 'extras');
    const read = {
      name: normalizedName(entry.key),
      extras: extras?.kind === 'list' ? extras.items.map((item) => scalarText(item) ?? '').join(',') : '',
      constraint: scalarText(entry.value) ?? scalarText(valueAt(entry.value, 'version')) ?? '*',
    };
    const { start, end } = entry.keyRange;
    return [dependencyFact(read, { path, start, length: end - start, stage: optional ? 'local' : stage, ...(optional ? { group: 'optional' } : group === undefined ? {} : { group }) })];
  });
}

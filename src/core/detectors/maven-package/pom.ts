import { elementAt } from '../../formats/xml';
import type { XmlElement } from '../../formats/registry';
import type { Fact, Stage } from '../../model';
import { servedFolder } from '../gradle-package/script';
import { setting } from '../jvm/configFile';

/** Facts of one project: `maven:group:artifact` dependencies, and `jvm.*` statements about the project itself. */
export function readPom(path: string, project: XmlElement): readonly Fact[] {
  if (project.name !== 'project') return [];
  const properties = propertiesOf(project);
  const facts: Fact[] = [];
  const parent = elementAt(project, 'parent');
  const about = (name: string, element: XmlElement | undefined, text = element?.text ?? '', detail?: Readonly<Record<string, string>>, stage: Stage = 'default'): void => {
    if (element !== undefined && text !== '') facts.push({ kind: 'config', name, value: { kind: 'literal', text }, at: { path, range: element.textRange }, stage, origin: 'maven', ...(detail === undefined ? {} : { detail }) });
  };
  about('jvm.artifact', elementAt(project, 'artifactId'));
  about('jvm.group', elementAt(project, 'groupId') ?? elementAt(parent, 'groupId'));
  about('jvm.packaging', elementAt(project, 'packaging'));
  if (parent !== undefined) about('jvm.parent', elementAt(parent, 'artifactId'), coordinates(parent, properties), { version: resolved(elementAt(parent, 'version')?.text ?? '', properties), path: elementAt(parent, 'relativePath')?.text ?? '' });
  for (const module of elementAt(project, 'modules')?.children ?? []) about('jvm.module', module);
  for (const [name, element] of properties) {
    if (/(boot|quarkus|micronaut|ktor|spring|start-class|mainclass|platform)/i.test(name)) about(`jvm.property.${name}`, element);
  }
  facts.push(...filtered(path, elementAt(project, 'properties'), ''));
  readBuild(project, null, about, properties);
  facts.push(...dependenciesOf(path, project, null, properties));
  for (const managed of elementAt(project, 'dependencyManagement', 'dependencies')?.children ?? []) {
    if (elementAt(managed, 'scope')?.text === 'import') about('jvm.platform', elementAt(managed, 'artifactId'), coordinates(managed, properties), { version: resolved(elementAt(managed, 'version')?.text ?? '', properties) });
  }
  for (const profile of elementAt(project, 'profiles')?.children ?? []) {
    const id = elementAt(profile, 'id')?.text ?? '';
    for (const module of elementAt(profile, 'modules')?.children ?? []) about('jvm.module', module);
    facts.push(...filtered(path, elementAt(profile, 'properties'), elementAt(profile, 'activation', 'activeByDefault')?.text === 'true' ? '' : id));
    readBuild(profile, id, about, properties);
    facts.push(...dependenciesOf(path, profile, id, properties));
  }
  return facts;
}

/** Properties that name a database: the build writes them into descriptors and settings (`${db.url}`). */
function filtered(path: string, properties: XmlElement | undefined, profile: string): readonly Fact[] {
  return (properties?.children ?? [])
    .filter(({ name, text }) => /(?:^|[._-])(?:jdbc|db|database|datasource|hibernate)/i.test(name) && /(?:url|driver|driver-?class(?:-?name)?|dialect)$/i.test(name) && text !== '')
    .map(({ name, text, textRange }) => setting(name, text, textRange, null, { path, profile, sample: false, bootstrap: false }));
}

type About = (name: string, element: XmlElement | undefined, text?: string, detail?: Readonly<Record<string, string>>, stage?: Stage) => void;
type Properties = ReadonlyMap<string, XmlElement>;

/** A built front end is copied to where the server finds files for browsers. */
function readCopies(configuration: XmlElement | undefined, about: About): void {
  const target = elementAt(configuration, 'outputDirectory');
  const from = (elementAt(configuration, 'resources')?.children ?? []).map((resource) => elementAt(resource, 'directory')?.text ?? '');
  if (target !== undefined && servedFolder.test(target.text) && from.some((folder) => builtFrontEnd.test(folder))) about('jvm.assets', target);
}

const builtFrontEnd = /(?:^|\/)(?:dist|build|out|www)(?:\/|$)|front-?end|web-?ui|client|angular|react|vue/;

function readBuild(owner: XmlElement, profile: string | null, about: About, properties: Properties): void {
  for (const resource of elementAt(owner, 'build', 'resources')?.children ?? []) {
    if (servedFolder.test(elementAt(resource, 'targetPath')?.text ?? '') && builtFrontEnd.test(elementAt(resource, 'directory')?.text ?? '')) about('jvm.assets', elementAt(resource, 'targetPath'));
  }
  // `shop-${revision}`: what is packed is called so before its version.
  const packed = elementAt(owner, 'build', 'finalName');
  if (profile === null) about('jvm.final-name', packed, packed?.text.replace(/-\d[\w.]*$|-?\$\{[^}$]*\}$/, '') ?? '');
  for (const plugin of elementAt(owner, 'build', 'plugins')?.children ?? []) {
    const skip = elementAt(plugin, 'configuration', 'skip')?.text ?? '';
    for (const execution of elementAt(plugin, 'executions')?.children ?? []) readCopies(elementAt(execution, 'configuration'), about);
    const executed = (elementAt(plugin, 'executions')?.children.length ?? 0) > 0 || elementAt(plugin, 'configuration') !== undefined;
    about('jvm.plugin', elementAt(plugin, 'artifactId'), coordinates(plugin, properties, 'org.apache.maven.plugins'), {
      version: resolved(elementAt(plugin, 'version')?.text ?? '', properties), skip, executed: String(executed), ...(profile === null ? {} : { profile }),
    }, profile === null ? 'default' : stageOfProfile(profile));
    for (const main of mainClassesIn(plugin, 0)) about('jvm.main-class', main, resolved(main.text, properties), {}, profile === null ? 'default' : stageOfProfile(profile));
  }
}

/** What a plugin puts into the manifest of the archive or starts in the image; a plugin that runs a class while it builds packs nothing. */
function mainClassesIn(element: XmlElement, depth: number): readonly XmlElement[] {
  if (depth > 8 || depth === 0 && /^exec-/.test(elementAt(element, 'artifactId')?.text ?? '')) return [];
  return element.children.flatMap((child) => (child.name === 'mainClass' || child.name === 'Main-Class' ? [child] : mainClassesIn(child, depth + 1)));
}

function dependenciesOf(path: string, owner: XmlElement, profile: string | null, properties: Properties): readonly Fact[] {
  return (elementAt(owner, 'dependencies')?.children ?? []).flatMap((dependency): readonly Fact[] => {
    const artifact = elementAt(dependency, 'artifactId');
    const name = coordinates(dependency, properties);
    if (artifact === undefined || name === '') return [];
    const scope = elementAt(dependency, 'scope')?.text ?? 'compile';
    const isTest = scope === 'test' || elementAt(dependency, 'type')?.text === 'test-jar';
    return [{
      kind: 'dependency',
      name: `maven:${name}`,
      value: { kind: 'literal', text: resolved(elementAt(dependency, 'version')?.text ?? '', properties) || '*' },
      at: { path, range: artifact.textRange },
      stage: isTest ? 'test' : profile === null ? 'default' : stageOfProfile(profile),
      origin: 'maven',
      detail: { scope, ...(profile === null ? {} : { profile }), ...(elementAt(dependency, 'optional')?.text === 'true' ? { optional: 'true' } : {}) },
    }];
  });
}

/** A profile of the build is a stage when its name says so; others are chosen by who builds. */
function stageOfProfile(id: string): Stage {
  if (/^(?:prod|production|release|live)$/i.test(id)) return 'production';
  if (/test|^it$|^ci$|coverage|e2e|gatling|jmh|bench/i.test(id)) return 'test';
  if (/^(?:dev|development|local|ide|eclipse|intellij|m2e)/i.test(id)) return 'local';
  return 'default';
}

function coordinates(element: XmlElement, properties: Properties, group = ''): string {
  const artifact = resolved(elementAt(element, 'artifactId')?.text ?? '', properties);
  const owner = resolved(elementAt(element, 'groupId')?.text ?? group, properties);
  return artifact === '' ? '' : `${owner}:${artifact}`;
}

function propertiesOf(project: XmlElement): Properties {
  const found = new Map<string, XmlElement>();
  for (const element of elementAt(project, 'properties')?.children ?? []) found.set(element.name, element);
  for (const name of ['groupId', 'artifactId', 'version']) {
    const own = elementAt(project, name) ?? elementAt(project, 'parent', name);
    if (own !== undefined) found.set(`project.${name}`, own);
  }
  return found;
}

/** `${spring.version}` by the properties of the same file; what another file defines stays as written. */
function resolved(text: string, properties: Properties): string {
  let value = text;
  for (let turn = 0; turn < 5 && value.includes('${'); turn += 1) {
    const next = value.replace(/\$\{([\w.-]+)\}/g, (whole, name: string) => properties.get(name)?.text ?? whole);
    if (next === value || next.length > 500) break;
    value = next;
  }
  return value;
}

import type { Formats } from '../../formats';
import type { XmlAttribute, XmlElement } from '../../formats/registry';
import type { Extraction, Fact, SourceDocument, TextRange } from '../../model';
import { code } from './code';
import { otherSources, setting, type Place } from './configFile';

/** Descriptors of Jakarta EE, of its servers and of Spring that name data sources, by the names that these prescribe or custom gives. */
export const descriptorFile =
  /(?:^|\/)(?:(?:META-INF|WEB-INF)\/(?:[\w.-]+\/){0,2}[\w.-]+|(?:src\/main\/(?:resources|webapp)|src|resources|conf|config|ejbModule|setup)\/(?:[\w.-]+\/){0,3}(?:persistence|hibernate\.cfg|context|[\w-]*-ds|glassfish-resources|payara-resources|tomee|resources|[aA]pplication-?[cC]ontext[\w-]*|spring[\w-]*|[\w-]*[dD]ata-?[sS]ource[\w-]*|[\w-]*-servlet|beans|dao|[mM]y[bB]atis[\w-]*|[sS]ql[mM]ap[\w-]*)|src\/main\/liberty\/config\/[\w.-]+|[\w-]*-ds|persistence)\.xml$/;

const worthReading = /jdbc:|data-?source|dialect|session-config|jms-destination|login-config|mail-session|FacesServlet|WicketFilter|WicketServlet|VaadinServlet/i;

/** What stands in a descriptor, as settings under the names that frameworks give the same thing. */
export function extractDescriptor({ path, text }: SourceDocument, formats: Formats): Extraction {
  if (!worthReading.test(text) || otherSources.test(path)) return { facts: [], problems: [] };
  const root = formats.xml(text).value;
  if (root === null || root.name === 'project' || root.name === 'configuration' && /<appender/i.test(text)) return { facts: [], problems: [] };
  const facts: Fact[] = [];
  const place: Place = { path, profile: '', sample: false, bootstrap: false };
  visit(root, 0, (element) => {
    facts.push(...marks(element, path));
    for (const found of statements(element)) facts.push(setting(found.key, found.text, found.range, null, place));
  });
  return { facts, problems: [] };
}

interface Statement {
  readonly key: string;
  readonly text: string;
  readonly range: TextRange;
}

/** Names of properties over all the servers and mappers → the one key that this is read as. */
const meanings: readonly (readonly [RegExp, string])[] = [
  [/^(?:(?:javax|jakarta)\.persistence\.jdbc\.url|hibernate\.connection\.url|connection\.url|url|jdbc-?url|connection-url|databaseurl)$/i, 'datasource.url'],
  [/^(?:(?:javax|jakarta)\.persistence\.jdbc\.driver|hibernate\.connection\.driver_class|connection\.driver_class|driver-?class(?:-?name)?|driver|datasource-?class(?:-?name)?|xa-datasource-class|class-?name)$/i, 'datasource.driver-class-name'],
  [/^(?:hibernate\.dialect|dialect|databaseplatform|eclipselink\.target-database)$/i, 'hibernate.dialect'],
];

function meaningOf(name: string): string | undefined {
  return meanings.find(([pattern]) => pattern.test(name))?.[1];
}

/** A value says by itself that it speaks of a database; the names alone are those of many things. */
const speaksOfDatabase = /^(?:jdbc|r2dbc):|^\$\{|postgres|mysql|mariadb|oracle|sqlserver|h2|hsql|derby|db2|sqlite|informix/i;

function statements(element: XmlElement): readonly Statement[] {
  const found: Statement[] = [];
  const add = (name: string, text: string, range: TextRange): void => {
    const key = meaningOf(name);
    if (key !== undefined && text !== '' && speaksOfDatabase.test(text)) found.push({ key, text, range });
  };
  if (/^(?:property|prop|config-property|entry)$/.test(plain(element.name))) {
    const name = attribute(element, 'name') ?? attribute(element, 'key');
    const value = attribute(element, 'value');
    const inner = element.children.find((child) => plain(child.name) === 'value');
    if (name !== undefined && value !== undefined) add(name.value, value.value, value.valueRange);
    else if (name !== undefined && inner !== undefined) add(name.value, inner.text, inner.textRange);
    else if (name !== undefined) add(name.value, element.text, element.textRange);
    return found;
  }
  for (const { name, value, valueRange } of element.attributes) {
    if (/^(?:url|jdbcUrl|driverClassName|driver-class-name|driverClass|datasource-classname)$/i.test(name)) add(name, value, valueRange);
    // `<jdbc:embedded-database type="H2">` of Spring.
    else if (/embedded-database$/.test(element.name) && name === 'type') found.push({ key: 'datasource.driver-class-name', text: value, range: valueRange });
  }
  // Open Liberty names the product in the element: `<properties.postgresql serverName="db">`.
  const product = /^properties\.(postgresql|oracle|db2|derby|microsoft|sqlserver|informix|mysql|mariadb)/.exec(element.name);
  if (product?.[1] !== undefined) found.push({ key: 'datasource.driver-class-name', text: product[1] === 'microsoft' ? 'sqlserver' : product[1], range: element.nameRange });
  if (/^(?:url|connection-url|driver|driver-class|class-name|xa-datasource-class)$/.test(plain(element.name)) && element.children.length === 0) add(plain(element.name), element.text, element.textRange);
  return found;
}

/** What a web application asks of its server: sessions, queues. */
function marks(element: XmlElement, path: string): readonly Fact[] {
  const name = plain(element.name);
  if (name === 'session-config' && element.children.some((child) => /^(?:session-timeout|cookie-config|tracking-mode)$/.test(plain(child.name)))) return [code(path, 'jvm.session.config', element.nameRange)];
  // Pages of these keep their state in the session unless the browser is told to.
  if (/^(?:servlet|filter)-class$/.test(name) && /(?:FacesServlet|WicketFilter|WicketServlet|VaadinServlet)$/.test(element.text)) return [code(path, 'jvm.session.config', element.textRange)];
  if (name === 'auth-method' && element.text.toUpperCase() === 'FORM') return [code(path, 'jvm.session.login', element.textRange)];
  if (name === 'jms-destination') return [code(path, 'jvm.jms.destination', element.nameRange)];
  return name === 'mail-session' ? [code(path, 'jvm.mail.use', element.nameRange)] : [];
}

function plain(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function attribute(element: XmlElement, name: string): XmlAttribute | undefined {
  return element.attributes.find((candidate) => candidate.name === name);
}

function visit(element: XmlElement, depth: number, see: (element: XmlElement) => void): void {
  if (depth > 60) return;
  see(element);
  for (const child of element.children) visit(child, depth + 1, see);
}

import type { Formats } from '../../formats';
import { entryOf, scalarText, valueAt, type ConfigNode, type MapEntry } from '../../formats/node';
import type { Extraction, Fact, SourceDocument, Stage, TextRange } from '../../model';
import { problemsAt } from '../facts';
import { canonicalKey } from './names';
import { configurationValue } from './placeholders';
import { stageOfProfile } from './profiles';

/** `application.yml`, `application-prod.properties`, `bootstrap.yaml`, a sample of them; not those of tests. */
export const configFile = /(^|\/)(application|bootstrap|microprofile-config)(?:-([\w.-]+?))?\.(properties|ya?ml)(?:[._-](example|sample|template|dist|tpl))?$/i;
/** What a configuration server hands out: `config/src/main/resources/shared/account-service.yml`. */
export const servedFile = /(^|\/)(?:src\/main\/resources\/(?:shared|config-repo|configs?|configurations?|cloud-config|properties)|config-repo|cloud-config|config-data)\/([a-z][\w-]*?)(?:-(dev|local|prod|production|test|docker|staging|default))?\.(properties|ya?ml)$/;
const sharedFolder = /(^|\/)(?:src\/main\/resources\/(?:shared|config-repo|configs|configurations?|cloud-config)|config-repo|cloud-config|config-data)\/[^/]+$/;
/** Source sets of tests; a folder `src` may also hold whole projects. */
export const otherSources = /(^|\/)src\/(?:\w*[tT]est\w*|it|e2e|jmh)\/(?:java|kotlin|groovy|resources|config)\//;

/** Where a setting stands: for which profile, in which kind of file. */
export interface Place {
  readonly path: string;
  /** Profile of the file by its name; empty for all. */
  readonly profile: string;
  readonly sample: boolean;
  readonly bootstrap: boolean;
  /** Name of the application that a configuration server hands it to; `application` is all. */
  readonly serves?: string;
}

/** Every setting of a configuration file by its dotted key, with the profile that it belongs to. */
export function extractConfigFile(document: SourceDocument, formats: Formats): Extraction {
  const handed = servedFile.exec(document.path);
  const isShared = handed !== null && (sharedFolder.test(document.path) || !/^(?:application|bootstrap)$/.test(handed[2] ?? ''));
  if (isShared) return readServed(document, handed, formats);
  const match = configFile.exec(document.path);
  if (match === null || otherSources.test(document.path)) return { facts: [], problems: [] };
  const [, , base = '', profile = '', extension = '', sample] = match;
  const place: Place = { path: document.path, profile, sample: sample !== undefined || /example|sample/i.test(profile), bootstrap: base.toLowerCase() === 'bootstrap' };
  return readPlace(document, place, extension, formats);
}

function readServed(document: SourceDocument, [, , name = '', profile = '', extension = '']: RegExpExecArray, formats: Formats): Extraction {
  return readPlace(document, { path: document.path, profile, sample: false, bootstrap: false, serves: name }, extension, formats);
}

/** Settings of a file in YAML or as properties. */
export function readPlace(document: SourceDocument, place: Place, extension: string, formats: Formats): Extraction {
  if (extension.toLowerCase() === 'properties') return readProperties(document, place, formats);
  // Filters of Maven stand where YAML allows no `@`.
  const parsed = formats.yaml(document.text.replace(/(:\s+)@([\w.-]+)@/g, (_whole, before: string, name: string) => `${before}'${name}'`));
  const facts = parsed.value.flatMap((root) => readYaml(root, place));
  return { facts, problems: problemsAt(document.path, parsed.problems) };
}

function readYaml(root: ConfigNode, place: Place): readonly Fact[] {
  const expression = scalarText(valueAt(root, 'spring', 'config', 'activate', 'on-profile')) ?? scalarText(entryOf(root, 'spring.config.activate.on-profile')?.value) ?? listText(valueAt(root, 'spring', 'config', 'activate', 'on-profile')) ?? legacyProfiles(root);
  const facts: Fact[] = [];
  flatten(root, '', null, facts, { ...place, profile: both(place.profile, expression) }, 0);
  return facts;
}

/** `spring.profiles: prod` of Spring Boot before 2.4; `spring.profiles.active` is another thing. */
function legacyProfiles(root: ConfigNode): string | undefined {
  const value = valueAt(root, 'spring', 'profiles') ?? entryOf(root, 'spring.profiles')?.value;
  return scalarText(value) ?? listText(value);
}

function listText(node: ConfigNode | undefined): string | undefined {
  return node?.kind === 'list' ? node.items.map((item) => scalarText(item) ?? '').join(',') : undefined;
}

function both(file: string, document: string | undefined): string {
  if (document === undefined || document === '') return file;
  return file === '' ? document : document.split(/[,|]/).map((choice) => `${file}&${choice.trim()}`).join('|');
}

const maximumDepth = 24;

function flatten(node: ConfigNode, prefix: string, keyRange: TextRange | null, facts: Fact[], place: Place, depth: number): void {
  if (depth > maximumDepth) return;
  if (node.kind === 'map') {
    for (const entry of node.entries) {
      const named = prefix === '' ? profileKey(entry) : undefined;
      if (named !== undefined) flatten(entry.value, named.rest, entry.keyRange, facts, { ...place, profile: both(place.profile, named.profile) }, depth + 1);
      else flatten(entry.value, prefix === '' ? entry.key : `${prefix}.${entry.key}`, entry.keyRange, facts, place, depth + 1);
    }
    return;
  }
  if (node.kind === 'list') {
    node.items.forEach((item, index) => {
      flatten(item, `${prefix}.${String(index)}`, null, facts, place, depth + 1);
    });
    return;
  }
  if (prefix === '' || node.kind !== 'scalar') return;
  facts.push(setting(prefix, scalarText(node) ?? '', node.range, keyRange, place));
}

/** `"%prod"`, `"%dev,test"`: a profile of Quarkus as the first key. */
function profileKey(entry: MapEntry): { readonly profile: string; readonly rest: string } | undefined {
  const match = /^%\{?([\w,-]+)\}?(?:\.(.*))?$/.exec(entry.key);
  return match?.[1] === undefined ? undefined : { profile: match[1], rest: match[2] ?? '' };
}

function readProperties(document: SourceDocument, place: Place, formats: Formats): Extraction {
  const parsed = formats.properties(document.text);
  if (parsed.value.kind !== 'map') return { facts: [], problems: [] };
  const parts = partsOf(document.text);
  const profiles = new Map<number, string>();
  for (const entry of parsed.value.entries) {
    const key = canonicalKey(entry.key);
    if (key === 'spring.config.activate.onprofile' || key === 'spring.profiles') profiles.set(partOf(parts, entry.keyRange.start), scalarText(entry.value) ?? '');
  }
  const facts = parsed.value.entries.map((entry): Fact => {
    const match = /^%\{?([\w,-]+)\}?\.(.+)$/.exec(entry.key);
    const own = both(place.profile, profiles.get(partOf(parts, entry.keyRange.start)));
    return setting(match?.[2] ?? entry.key, scalarText(entry.value) ?? '', entry.value.range, entry.keyRange, { ...place, profile: both(own, match?.[1]) });
  });
  return { facts, problems: problemsAt(document.path, parsed.problems) };
}

/** Where the documents of one properties file begin: `#---` since Spring Boot 2.4. */
function partsOf(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/^[#!]---[ \t]*$/gm)].map((match) => match.index)];
}

function partOf(parts: readonly number[], offset: number): number {
  return parts.findLastIndex((start) => start <= offset);
}

/** A setting as a fact: `name` is the canonical key, `detail.key` the key as written. */
export function setting(key: string, text: string, range: TextRange, keyRange: TextRange | null, { path, profile, sample, bootstrap, serves }: Place): Fact {
  const at = range.end > range.start || keyRange === null ? range : keyRange;
  return {
    kind: 'config',
    name: `jvm:${canonicalKey(key)}`,
    value: text === '' ? { kind: 'none' } : configurationValue(key, text),
    at: { path, range: at },
    ...(keyRange === null ? {} : { keyRange }),
    stage: stageOf(profile, sample),
    origin: 'jvm-config',
    detail: { key, ...(profile === '' ? {} : { profile }), ...(bootstrap ? { bootstrap: 'true' } : {}), ...(serves === undefined ? {} : { serves }) },
  };
}

function stageOf(profile: string, sample: boolean): Stage {
  if (sample) return 'example';
  return profile === '' ? 'default' : stageOfProfile(profile);
}

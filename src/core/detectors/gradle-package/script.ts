import { entryOf, scalarText, type ConfigNode } from '../../formats/node';
import type { SourceCall, SourceFile } from '../../formats/registry';
import type { Fact, SourceDocument, Stage, TextRange } from '../../model';

interface Where {
  readonly path: string;
  readonly stage: Stage;
  readonly detail: Readonly<Record<string, string>>;
}

/** Projects of the build that the settings find or place by code: which they are is not known. */
const computedProjects = /\b(?:eachDir\w*|each|forEach|eachFile\w*|fileTree|listFiles|walk\w*|includeFlat|includeBuild|projectDir)\b/;

/** What one script declares: dependencies by configuration, plugins, the projects of the build. */
export function readScript(document: SourceDocument, source: SourceFile): readonly Fact[] {
  const { path } = document;
  const isSettings = /(^|\/)settings\.gradle(\.kts)?$/.test(path);
  const facts: Fact[] = [];
  for (const call of source.calls) {
    const blocks = (call.within ?? []).map((block) => block.name);
    if (isSettings) {
      if (call.name === 'include') for (const node of call.arguments) push(facts, path, scalarText(node) === undefined ? 'jvm.modules.computed' : 'jvm.module', node);
      continue;
    }
    if (blocks.includes('pluginManagement') || blocks.includes('dependencyManagement') && !blocks.includes('imports')) continue;
    if (blocks.includes('plugins') || call.name === 'apply') readPlugin(call, blocks, facts, path);
    // What a condition of the build decides is there in one of its cases.
    else if (/(?:^|\.)dependencies$/.test(blocks.filter((name) => name !== 'if' && name !== 'else').at(-1) ?? '')) readDependency(call, blocks, facts, path);
    else if (call.name === 'into' && copiesFrontEnd.test(document.text)) readTarget(call.arguments[0], facts, path);
    else if (/(?:^|\.)mainClass\.set$/.test(call.name)) for (const node of call.arguments) push(facts, path, 'jvm.main-class', node);
    else if (call.name === 'mavenBom') for (const node of call.arguments) push(facts, path, 'jvm.platform', node);
  }
  if (!isSettings) {
    for (const { target, value } of source.assignments) {
      if (/^(?:application\.)?mainClass(?:Name)?$|\.mainClass(?:Name)?$/.test(target)) push(facts, path, 'jvm.main-class', value);
      else if (/(?:boot|quarkus|micronaut|ktor).*version$/i.test(target)) push(facts, path, `jvm.property.${target.slice(target.lastIndexOf('.') + 1)}`, value);
    }
    facts.push(...quotedConfigurations(document));
    return facts;
  }
  for (const { target, value } of source.assignments) if (target === 'rootProject.name') push(facts, path, 'jvm.artifact', value);
  const computed = computedProjects.exec(document.text);
  if (computed !== null) facts.push({ kind: 'config', name: 'jvm.modules.computed', value: { kind: 'none' }, at: { path, range: { start: computed.index, end: computed.index + computed[0].length } }, stage: 'default', origin: 'gradle' });
  return facts;
}

function push(facts: Fact[], path: string, name: string, node: ConfigNode, detail?: Readonly<Record<string, string>>): void {
  const read = textOf(node);
  if (read !== null) facts.push({ kind: 'config', name, value: { kind: 'literal', text: read.text }, at: { path, range: read.range }, stage: 'default', origin: 'gradle', ...(detail === undefined ? {} : { detail }) });
}

/** A string, a string with variables in it, or an accessor as written. */
function textOf(node: ConfigNode | undefined): { readonly text: string; readonly range: TextRange } | null {
  const text = scalarText(node);
  if (node === undefined) return null;
  if (text !== undefined) return { text, range: node.range };
  if (node.kind !== 'unknown') return null;
  // What a string with variables is shown as may be cut short; its argument is the whole.
  const [whole] = node.call?.name === 'template' ? node.call.arguments : [];
  const written = scalarText(whole);
  if (whole !== undefined && written !== undefined) return { text: written, range: whole.range };
  const template = /^(["'])(.*)\1$/s.exec(node.why);
  return template?.[2] === undefined ? { text: node.why, range: node.range } : { text: template[2], range: { start: node.range.start + 1, end: node.range.end - 1 } };
}

function sharedBy(blocks: readonly string[]): Readonly<Record<string, string>> {
  const block = blocks.find((name) => /^(?:subprojects|allprojects|configure)$/.test(name));
  return block === undefined ? {} : { shared: 'true', within: block };
}

function readPlugin(call: SourceCall, blocks: readonly string[], facts: Fact[], path: string): void {
  const options = call.arguments.find((node) => node.kind === 'map');
  if (scalarText(entryOf(options, 'apply')?.value) === 'false') return;
  const detail = { version: scalarText(entryOf(options, 'version')?.value) ?? '', ...sharedBy(blocks) };
  if (call.name === 'apply') {
    const named = entryOf(options, 'plugin')?.value;
    if (named !== undefined) push(facts, path, 'jvm.plugin', named, detail);
    return;
  }
  const [first] = call.arguments;
  if (first === undefined) return;
  if (call.name === 'alias') push(facts, path, 'jvm.catalog-use', first, detail);
  else if (call.name === 'id') push(facts, path, 'jvm.plugin', first, detail);
  else if (call.name === 'kotlin') push(facts, path, 'jvm.plugin', first, { ...detail, kotlin: 'true' });
}

/** `from tasks.getByPath(':ui:assemble').outputs`, `from project(':web')`, `from 'frontend/dist'`. */
const copiesFrontEnd = /\bfrom[( ](?:project|tasks\.(?:getByPath|named))\([ ]?['"]:(?:ui|web-?ui|webapp|front-?end|client|dashboard|spa)\b|\bfrom(?:\(| )(?:project\([^)\n]{0,80}\)|file\(|["'])[^"'\n]{0,120}(?:dist|frontend|front-end|web-?ui|client|angular|react|vue)\b/;

/** A built front end is copied to where the server finds files for browsers. */
function readTarget(node: ConfigNode | undefined, facts: Fact[], path: string): void {
  if (node !== undefined && servedFolder.test(textOf(node)?.text ?? '')) push(facts, path, 'jvm.assets', node);
}

/** Folders of an archive whose files a server hands out. */
export const servedFolder = /(?:^|\/)(?:static|public|META-INF\/resources|webapp)\/?$/;

const configuration = /^(?:\w*[iI]mplementation|api|\w*Api|compile|\w*Compile|runtime|runtimeOnly|\w*RuntimeOnly|compileOnly|\w*CompileOnly|provided\w*|developmentOnly|quarkusDev|testAndDevelopmentOnly|classpath|kapt|ksp|annotationProcessor|platform)$/;

function stageOf(name: string): Stage | null {
  if (/^(?:kapt|ksp|annotationProcessor|classpath)$/.test(name)) return null;
  if (/test/i.test(name) && name !== 'testAndDevelopmentOnly' || /^(?:integration|functional|jmh|it[A-Z]|e2e)/.test(name)) return 'test';
  return /development|Dev$/.test(name) ? 'local' : 'default';
}

function readDependency(call: SourceCall, blocks: readonly string[], facts: Fact[], path: string): void {
  const name = call.name.slice(call.name.lastIndexOf('.') + 1);
  if (blocks.includes('buildscript') || !configuration.test(name) || name === 'platform') return;
  const stage = stageOf(name);
  if (stage === null) return;
  const where: Where = { path, stage, detail: { scope: name, ...sharedBy(blocks) } };
  for (const node of call.arguments) readNotation(node, where, facts);
}

function readNotation(node: ConfigNode, where: Where, facts: Fact[]): void {
  if (node.kind === 'list') {
    for (const item of node.items) readNotation(item, where, facts);
    return;
  }
  if (node.kind === 'map') {
    const group = scalarText(entryOf(node, 'group')?.value);
    const artifact = entryOf(node, 'name')?.value;
    const version = textOf(entryOf(node, 'version')?.value);
    if (group !== undefined && artifact !== undefined) facts.push(dependency(`${group}:${scalarText(artifact) ?? ''}`, version?.text ?? '*', artifact.range, where));
    return;
  }
  if (node.kind === 'unknown' && node.call !== undefined) {
    const inner = node.call.arguments[0];
    if (/(?:^|\.)project$/.test(node.call.name)) {
      const path = inner?.kind === 'map' ? entryOf(inner, 'path')?.value : inner;
      if (path !== undefined) statement('jvm.project', path, where, facts);
      return;
    }
    if (/(?:enforcedPlatform|platform)$/.test(node.call.name)) {
      const read = textOf(inner);
      if (read !== null && read.text.includes(':')) facts.push({ kind: 'config', name: 'jvm.platform', value: { kind: 'literal', text: coordinates(read.text) }, at: { path: where.path, range: read.range }, stage: 'default', origin: 'gradle', detail: { ...where.detail, version: read.text.split(':')[2] ?? '' } });
      return;
    }
    if (/^(?:npm|files|fileTree|gradleApi|localGroovy|testFixtures)$/.test(node.call.name)) return;
    if (node.call.name === 'kotlin') {
      const read = textOf(inner);
      if (read !== null) facts.push(dependency(`org.jetbrains.kotlin:kotlin-${read.text}`, '*', read.range, where));
      return;
    }
  }
  const read = textOf(node);
  if (read === null) return;
  if (/^[\w.$-]+:[\w.${}-]+/.test(read.text)) facts.push(dependency(coordinates(read.text), read.text.split(':').slice(2).join(':') || '*', read.range, where));
  else if (/^projects\.[\w.]+$/.test(read.text)) statement('jvm.project', node, where, facts, read.text.slice('projects.'.length));
  else if (/^\w*[lL]ibs\.[\w.]+(?:\(\))?$/.test(read.text)) statement('jvm.catalog-use', node, where, facts, read.text);
}

function statement(name: string, node: ConfigNode, where: Where, facts: Fact[], text = textOf(node)?.text ?? ''): void {
  if (text !== '') facts.push({ kind: 'config', name, value: { kind: 'literal', text }, at: { path: where.path, range: node.range }, stage: where.stage, origin: 'gradle', detail: where.detail });
}

function coordinates(text: string): string {
  return text.split(':').slice(0, 2).join(':');
}

function dependency(name: string, version: string, range: TextRange, { path, stage, detail }: Where): Fact {
  return { kind: 'dependency', name: `maven:${name}`, value: { kind: 'literal', text: version }, at: { path, range }, stage, origin: 'gradle', detail };
}

/** `"implementation"("group:name:1")` in the blocks of a Kotlin script that configures other projects. */
function quotedConfigurations({ path, text }: SourceDocument): readonly Fact[] {
  if (!path.endsWith('.kts') || !/"(?:implementation|api|runtimeOnly)"\s*\(/.test(text)) return [];
  return [...text.matchAll(/"(implementation|api|runtimeOnly)"\s*\(\s*"([\w.-]+:[\w.-]+)(?::([^"]*))?"/g)].map((match) => {
    const start = match.index + match[0].indexOf(`"${match[2] ?? ''}`) + 1;
    return dependency(match[2] ?? '', match[3] ?? '*', { start, end: start + (match[2] ?? '').length }, { path, stage: 'default', detail: { scope: match[1] ?? '', shared: 'true', within: 'subprojects' } });
  });
}

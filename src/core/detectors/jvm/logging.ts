import type { Formats } from '../../formats';
import type { XmlElement } from '../../formats/registry';
import type { Extraction, Fact, SourceDocument } from '../../model';
import { code } from './code';
import { otherSources } from './configFile';

export const loggingFile = /(^|\/)(?:logback|log4j2?)(?:-spring|-prod|-production)?\.xml$/;

/** Appenders to files that something refers to, outside what only a developer's profile switches on. */
export function extractLogging(document: SourceDocument, formats: Formats): Extraction {
  if (!/FileAppender|RollingFile|<File\b|RandomAccessFile/i.test(document.text) || otherSources.test(document.path)) return { facts: [], problems: [] };
  const root = formats.xml(document.text).value;
  if (root === null) return { facts: [], problems: [] };
  const files = new Map<string, XmlElement>();
  const asynchronous = new Map<string, readonly string[]>();
  const referenced = new Set<string>();
  walk(root, (element, parents) => {
    const name = attribute(element, 'name');
    const type = attribute(element, 'class') ?? '';
    const isAppender = /^appender$/i.test(element.name);
    if (name !== undefined && (isAppender && /FileAppender$/.test(type) || /^(?:File|RollingFile|RandomAccessFile|RollingRandomAccessFile)$/.test(element.name))) files.set(name, element);
    if (name !== undefined && (isAppender && /Async/.test(type) || /^Async$/i.test(element.name))) asynchronous.set(name, element.children.flatMap((child) => attribute(child, 'ref') ?? []));
    if (/^appender-?ref$/i.test(element.name) && parents.some((parent) => /^(?:root|logger|AsyncRoot|AsyncLogger)$/i.test(parent.name)) && !parents.some(isForDevelopers)) referenced.add(attribute(element, 'ref') ?? '');
  });
  for (const name of [...referenced]) for (const behind of asynchronous.get(name) ?? []) referenced.add(behind);
  const facts = [...files].filter(([name]) => referenced.has(name)).slice(0, 1).map(([, element]): Fact => code(document.path, 'jvm.log-file', nameRange(element)));
  return { facts, problems: [] };
}

function isForDevelopers(element: XmlElement): boolean {
  if (element.name !== 'springProfile') return false;
  const names = (attribute(element, 'name') ?? '').split(/[\s,|&]+/);
  return names.every((name) => /^!?$/.test(name) || /^(?:dev|development|local|test)$/.test(name) || /^!(?:prod|production)$/.test(name));
}

function walk(element: XmlElement, visit: (element: XmlElement, parents: readonly XmlElement[]) => void, parents: readonly XmlElement[] = []): void {
  visit(element, parents);
  if (parents.length > 60) return;
  for (const child of element.children) walk(child, visit, [...parents, element]);
}

function attribute(element: XmlElement, name: string): string | undefined {
  return element.attributes.find((candidate) => candidate.name.toLowerCase() === name)?.value;
}

function nameRange(element: XmlElement): Fact['at']['range'] {
  return element.attributes.find((candidate) => candidate.name === 'class')?.valueRange ?? element.nameRange;
}

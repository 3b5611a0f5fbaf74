import type { Formats } from '../../formats';
import type { Application, Extraction, SourceDocument } from '../../model';
import type { WorkspaceFacts } from '../scope';
import { code } from './code';
import { folderOf } from '../paths';

/** What a web application of Java tells its server. */
export const webDescriptor = /(^|\/)WEB-INF\/web\.xml$/;

/** Where the pages of a project lie: by Eclipse, MyEclipse, NetBeans and Maven. */
const pages = /^(?:(.*)\/)?(?:src\/main\/webapp|WebContent|WebRoot|web|webapp|war)\/WEB-INF\/web\.xml$/;
const aside = /(?:^|\/)(?:samples?|examples?|tests?|docs?|target|build|dist|bin|out|node_modules)\//i;

/** That there is something to serve. */
export function extractWebDescriptor({ path, text }: SourceDocument, formats: Formats): Extraction {
  const root = /<(?:servlet|filter|listener|welcome-file-list)>/.test(text) && !aside.test(path) ? formats.xml(text).value : null;
  if (root === null || !/web-app$/.test(root.name)) return { facts: [], problems: [] };
  return { facts: [code(path, 'jvm.webapp', root.nameRange, /org\.springframework\.web/.test(text) ? 'spring' : 'jakarta-ee')], problems: [] };
}

/** Web applications that an IDE builds: a descriptor and sources, and no build file in their folder or above. */
export function ideApplications(workspace: WorkspaceFacts, moduleRoots: readonly string[]): readonly Application[] {
  const descriptors = workspace.all.filter((fact) => fact.name === 'jvm.webapp');
  const found = descriptors.flatMap((fact): readonly Application[] => {
    const match = pages.exec(fact.at.path);
    if (match === null || fact.value.kind !== 'literal') return [];
    const root = match[1] ?? '.';
    if (moduleRoots.some((module) => module === '.' || root === module || root.startsWith(`${module}/`)) || !hasSources(workspace, root)) return [];
    return [{ root, name: root === '.' ? 'app' : root.slice(root.lastIndexOf('/') + 1), framework: fact.value.text, frameworkVersion: null, languages: ['java'], manifest: fact.at }];
  });
  const [only] = found;
  if (only === undefined || found.length > 1) return found;
  const beans = beansBeside(workspace, only.root);
  return beans.length === 0 ? found : [{ ...only, includes: beans }];
}

function hasSources(workspace: WorkspaceFacts, root: string): boolean {
  return workspace.files.some(({ path }) => path.endsWith('.java') && (root === '.' || path.startsWith(`${root}/`)));
}

/** Modules of enterprise beans beside the one web module of a workspace: one archive holds them all. */
function beansBeside(workspace: WorkspaceFacts, root: string): readonly string[] {
  const above = folderOf(root);
  const folders = new Set<string>();
  for (const { path } of workspace.files) {
    const match = /^(.*)\/ejbModule\//.exec(path);
    if (match?.[1] !== undefined && folderOf(match[1]) === above) folders.add(match[1]);
  }
  return [...folders].sort();
}

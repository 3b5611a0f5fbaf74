import { foldersOf, ignoredFolderKind } from './ignores';

/**
 * What part of a repository a file belongs to. Only `application` speaks of what is deployed; the others are left out
 * of an analysis unless a user asks for them.
 */
export const areas = ['application', 'test', 'example', 'documentation', 'vendored', 'generated', 'template'] as const;
export type Area = (typeof areas)[number];

const folderAreas: Readonly<Record<string, Area>> = {
  test: 'test', tests: 'test', testing: 'test', __tests__: 'test', __mocks__: 'test', __fixtures__: 'test', __snapshots__: 'test',
  spec: 'test', specs: 'test', e2e: 'test', cypress: 'test', playwright: 'test', fixture: 'test', fixtures: 'test',
  testdata: 'test', 'test-data': 'test', 'test-fixtures': 'test', 'e2e-tests': 'test', integration_tests: 'test',
  testsuite: 'test', 'test-suite': 'test', 'test-images': 'test', 'test-apps': 'test', 'test-app': 'test', test_suite: 'test', k6: 'test', loadtest: 'test', loadtests: 'test', 'load-tests': 'test', dummy: 'test',
  example: 'example', examples: 'example', sample: 'example', samples: 'example', demo: 'example', demos: 'example',
  playground: 'example', playgrounds: 'example', quickstart: 'example', quickstarts: 'example', tutorials: 'example', _examples: 'example', '.examples': 'example', '.example': 'example',
  doc: 'documentation', docs: 'documentation', documentation: 'documentation',
  third_party: 'vendored', thirdparty: 'vendored', 'third-party': 'vendored', externals: 'vendored',
  stubs: 'template', skeleton: 'template', skeletons: 'template', scaffold: 'template', scaffolds: 'template',
  boilerplate: 'template', cookiecutter: 'template', archetype: 'template',
};

/** In these an `example` or `demo` is an application of that name. */
const applicationFolders = new Set(['apps', 'services', 'sites', 'projects', 'applications']);
/** `templates/` holds what a chart or a stack deploys. */
const infrastructureFolders = /^(?:charts?|helm|k8s|kubernetes|infra|infrastructure|deploy|deployments?|cloudformation|cfn|terraform|iac|ops)$/;

/** Where Maven and Gradle keep the sources of what is built. */
const packageFolder = /(?:^|\/)src\/main\/(?:java|kotlin|groovy|scala)$/;

/** A part of a Django project may be called like a folder of documentation, which has no module of these names. */
const documentsModule = /^(?:[\w-]+\/)?(?:docs|documentation)\/(?:models|apps|admin|urls)\.py$/;

/** By its path alone. The innermost telling folder does not matter: one of them is enough. */
export function areaOf(path: string): Area {
  const slash = path.lastIndexOf('/');
  const area = slash < 0 || documentsModule.test(path) ? 'application' : areaOfFolders(path.slice(0, slash));
  return area === 'application' ? areaOfFile(path.slice(slash + 1)) : area;
}

/** Every file of a folder asks for the same folders again. The answer depends on the path alone. */
const knownAreas = new Map<string, Area>();
const maximumKnownAreas = 20_000;

function areaOfFolders(folders: string): Area {
  const known = knownAreas.get(folders);
  if (known !== undefined) return known;
  if (knownAreas.size >= maximumKnownAreas) knownAreas.clear();
  const area = findArea(`${folders}/`);
  knownAreas.set(folders, area);
  return area;
}

function findArea(path: string): Area {
  let parent = '';
  let inInfrastructure = false;
  for (const folder of foldersOf(path)) {
    // Below it stand packages of the JVM: `com/example/demo` is a name there.
    if (packageFolder.test(folder)) break;
    const name = folder.slice(folder.lastIndexOf('/') + 1).toLowerCase();
    const area = areaOfFolder(folder, name, parent, inInfrastructure, path);
    if (area !== 'application') return area;
    inInfrastructure ||= infrastructureFolders.test(name);
    parent = name;
  }
  return 'application';
}

function areaOfFolder(folder: string, name: string, parent: string, inInfrastructure: boolean, path: string): Area {
  const ignored = ignoredFolderKind(folder);
  if (ignored !== null) return ignored === 'vendored' ? 'vendored' : 'generated';
  if (name.includes('{{') || name.includes('<%')) return 'template';
  if (name === 'template' || name === 'templates') return isProjectTemplate(folder, path) && !inInfrastructure ? 'template' : 'application';
  const area = Object.hasOwn(folderAreas, name) ? (folderAreas[name] ?? 'application') : 'application';
  return area === 'example' && applicationFolders.has(parent) ? 'application' : area;
}

/** `templates/react/package.json` starts a project; `templates/stack.yaml` and `templates/base.html` belong to this one. */
function isProjectTemplate(folder: string, path: string): boolean {
  return path.slice(folder.length + 1).includes('/');
}

function areaOfFile(name: string): Area {
  if (/\.min\.(?:js|css)$|\.(?:js|css)\.map$|\.designer\.cs$|\.pb\.go$|_pb2?\.py$|\.g\.dart$/i.test(name)) return 'generated';
  if (/\.(?:test|spec)\.[cm]?[jt]sx?$|_test\.(?:go|py|rb|exs?)$|^test_.*\.py$|_spec\.rb$|(?:Test|Tests)\.(?:java|kt|cs|php)$|IT\.(?:java|kt)$/.test(name)) return 'test';
  return 'application';
}

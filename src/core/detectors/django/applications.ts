import type { Application, Fact } from '../../model';
import { applicationOf, declared, isLibrary, manifestFolder, withImages } from '../python/applications';
import type { WorkspaceFacts } from '../scope';
import { folderOf, inFolder, isBelow } from '../paths';

const packages = ['django', 'wagtail', 'djangorestframework', 'django-cms', 'django-environ', 'django-ninja', 'django-allauth', 'django-redis', 'mezzanine', 'django-oscar'];

/** `manage.py` beside or below a manifest that requires Django, with settings that are no test's. */
export function djangoApplications(workspace: WorkspaceFacts): readonly Application[] {
  const programs = workspace.files.filter(({ path }) => /(^|\/)manage\.py$/.test(path)).map(({ path }) => path);
  if (programs.length === 0) return [];
  const required = declared(workspace, packages);
  const settings = workspace.all.filter((fact) => fact.origin === 'django-settings' && fact.stage !== 'test' && /^python\.(?:INSTALLED_APPS\[\]|DATABASES|ROOT_URLCONF)$/.test(fact.name));
  const found = new Map<string, Application>();
  for (const program of programs) {
    const folder = folderOf(program);
    const own = settings.filter((fact) => isBelow(fact.at.path, folder));
    const [first] = own;
    if (first === undefined) continue;
    const manifests = required.filter((fact) => isBelow(folder, manifestFolder(fact.at.path)) || isBelow(fact.at.path, folder));
    const nearest = [...manifests].sort((a, b) => distance(a, folder) - distance(b, folder))[0];
    const root = nearest === undefined ? folder : rootOf(nearest, folder, programs);
    if (found.has(root) || (isLibrary(workspace, root) && !own.some((fact) => isServed(workspace, fact.at.path)))) continue;
    const proof = manifests.filter((fact) => manifestFolder(fact.at.path) === (nearest === undefined ? '' : manifestFolder(nearest.at.path))).find((fact) => fact.name === 'pypi:django') ?? nearest;
    found.set(root, applicationOf(workspace, { root, framework: 'django', proof: proof?.name === 'pypi:django' ? proof : undefined, manifest: proof?.at ?? { path: program, range: { start: 0, end: 0 } } }));
  }
  return [...found.values()].map((application) => withImages(workspace, application, found.size === 1));
}

/** A package may be named like an extension of Django and be a site: an entry for a server stands beside its settings. */
function isServed(workspace: WorkspaceFacts, settings: string): boolean {
  if (/(^|\/)(?:tests?|test_?project|\w*_tests?|examples?|\w*_?demo|demos?|sandbox|docs?)\//i.test(settings)) return false;
  const folder = folderOf(settings);
  return [folder, folderOf(folder)].some((place) => ['wsgi.py', 'asgi.py'].some((file) => workspace.hasFile(inFolder(place, file))));
}

/** A manifest in the folder itself, below it, then above it, the nearest first. */
function distance(fact: Fact, folder: string): number {
  const manifest = manifestFolder(fact.at.path);
  const depth = (path: string): number => (path === '.' ? 0 : path.split('/').length);
  return manifest === folder ? 0 : isBelow(manifest, folder) ? depth(manifest) - depth(folder) : depth(folder) - depth(manifest) + 0.5;
}

/** The manifest's folder where it is above the only program; several programs under one manifest are applications each. */
function rootOf(manifest: Fact, folder: string, programs: readonly string[]): string {
  const above = manifestFolder(manifest.at.path);
  if (!isBelow(folder, above)) return folder;
  const shared = programs.filter((program) => isBelow(program, above));
  return shared.length === 1 || shared.includes(inFolder(above, 'manage.py')) && folder === above ? above : folder;
}

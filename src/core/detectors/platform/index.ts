import type { Application, Extraction, Fact, SourceDocument, Stage } from '../../model';
import { emptyExtraction } from '../../model';
import type { FormatId, Formats } from '../../formats';
import { entryOf, type ConfigNode } from '../../formats/node';
import type { SourceFile } from '../../formats/registry';
import { stageOfPath } from '../../workspace/stage';
import type { Detector, FilePattern } from '../detector';
import { problemsAt } from '../facts';
import type { WorkspaceFacts } from '../scope';
import { platformBindings } from './bindings';
import type { Place } from './facts';
import { readCronTable, readHeroku } from './heroku';
import { readApplication, readServices, readUpsun } from './platformSh';
import { readRender } from './render';
import { folderOf } from '../paths';
import { languageOf } from './runtimes';
import { readServerless } from './serverless';
import { readAppRunner, readDigitalOcean, readFly, readRailway } from './simple';
import { readVapor } from './vapor';

type Reader = (place: Place, root: ConfigNode) => readonly Fact[];

interface PlatformFile extends FilePattern {
  readonly read: Reader;
}

const platformFiles: readonly PlatformFile[] = [
  { match: /(^|\/)render\.ya?ml$/, example: 'render.yaml', read: readRender },
  { match: /(^|\/)fly(\.[\w-]+)?\.toml$/, example: 'fly.production.toml', read: readFly },
  { match: /(^|\/)app\.json$/, example: 'app.json', read: readHeroku },
  { match: /(^|\/)cron\.json$/, example: 'clevercloud/cron.json', read: readCronTable },
  { match: /(^|\/)railway\.(json|toml)$|(^|\/)nixpacks\.toml$/, example: 'railway.toml', read: readRailway },
  { match: /(^|\/)\.do\/[\w.-]+\.ya?ml$/, example: '.do/app.yaml', read: readDigitalOcean },
  { match: /(^|\/)apprunner\.yaml$/, example: 'apprunner.yaml', read: readAppRunner },
  { match: /(^|\/)(\.platform\.app|\.magento\.app)\.ya?ml$/, example: '.platform.app.yaml', read: readApplication },
  { match: /(^|\/)\.(platform|magento)\/services\.ya?ml$/, example: '.platform/services.yaml', read: readServices },
  { match: /(^|\/)\.platform\/applications\.ya?ml$/, example: '.platform/applications.yaml', read: (place, root) => (root.kind === 'list' ? root.items.flatMap((item) => readApplication(place, item)) : []) },
  { match: /(^|\/)\.upsun\/[\w-]+\.ya?ml$/, example: '.upsun/config.yaml', read: readUpsun },
  { match: /(^|\/)vapor\.yml$/, example: 'vapor.yml', read: ({ path }, root) => readVapor(path, root) },
  { match: /(^|\/)serverless(\.[\w-]+)?\.(ya?ml|json)$/, example: 'serverless.yml', read: readServerless },
  { match: /(^|\/)serverless\.[jt]s$/, example: 'serverless.ts', read: readServerless },
];

/** Files of hosting platforms: what they set, start, store and attach for the application that they deploy. */
export const platform: Detector = {
  id: 'platform',
  label: 'Hosting platforms',
  files: platformFiles.map(({ match, example }) => ({ match, example })),
  formats: (path) => [formatOf(path)],
  extract,
  priority: -2,
  applications: serverlessApplications,
  bindings: platformBindings,
};

function extract(document: SourceDocument, formats: Formats): Extraction {
  const file = platformFiles.find(({ match }) => match.test(document.path));
  if (file === undefined) return emptyExtraction;
  const place: Place = { path: document.path, stage: stageOf(document.path) };
  const format = formatOf(document.path);
  if (format === 'javascript') return { facts: configurations(formats.javascript(document.text).value).flatMap((root) => file.read(place, root)), problems: [] };
  if (format === 'yaml') {
    const parsed = formats.yaml(document.text);
    return { facts: parsed.value.flatMap((root) => file.read(place, root)), problems: problemsAt(document.path, parsed.problems) };
  }
  const parsed = format === 'toml' ? formats.toml(document.text) : formats.json(document.text);
  return { facts: file.read(place, parsed.value), problems: problemsAt(document.path, parsed.problems) };
}

function formatOf(path: string): FormatId & ('yaml' | 'toml' | 'json' | 'javascript') {
  if (path.endsWith('.toml')) return 'toml';
  if (/\.[jt]s$/.test(path)) return 'javascript';
  return path.endsWith('.json') ? 'json' : 'yaml';
}

/** The object that a module exports as its configuration, under whatever name. */
function configurations(source: SourceFile): readonly ConfigNode[] {
  return source.assignments.flatMap(({ value }) => (value.kind === 'map' && entryOf(value, 'provider') !== undefined && entryOf(value, 'functions') !== undefined ? [value] : [])).slice(0, 1);
}

/** A file of a platform deploys; only its name can say that it deploys something else than production. */
function stageOf(path: string): Stage {
  const named = stageOfPath(path);
  // A button that sets up a copy of the application: what it proposes is a sample.
  if (path === 'app.json' || path.endsWith('/app.json')) return named === 'default' ? 'example' : named;
  return named === 'default' ? 'production' : named;
}

/** A service of functions that no framework claims. */
function serverlessApplications(workspace: WorkspaceFacts): readonly Application[] {
  return workspace.all.filter((fact) => fact.name === 'serverless_service' && fact.kind === 'resource' && fact.stage === 'production').flatMap((fact) => {
    const root = folderOf(fact.at.path);
    const runtime = fact.detail?.['runtime'] ?? workspace.inDocument(fact.at.path).find((other) => other.detail?.['runtime'] !== undefined)?.detail?.['runtime'] ?? '';
    const name = fact.value.kind === 'literal' ? fact.value.text : 'app';
    return [{ root, name, framework: 'serverless', frameworkVersion: null, languages: [languageOf(runtime, root, workspace)], manifest: fact.at }];
  });
}

import type { Application, Fact } from '../../model';
import { emptyExtraction } from '../../model';
import type { Detector } from '../detector';
import type { WorkspaceFacts } from '../scope';
import { laravelBindings } from './bindings';
import { extractConfig, extractMarkers, extractSchedule } from './extract';

// `app/Config` is where an application keeps them that has moved them out of the way of its users.
const configFile = /(^|\/)(?:config|app\/Config)\/(app|broadcasting|cache|database|filesystems|logging|mail|queue|reverb|scout|services|session|sentry)\.php$/;

/** Laravel 5.8 and later, and Lumen: `config/*.php`, the schedule, and markers in code. */
export const laravel: Detector = {
  id: 'laravel',
  label: 'Laravel',
  files: [{ match: configFile, example: 'backend/config/queue.php' }],
  formats: () => ['php'],
  frameworks: new Set(['laravel', 'lumen']),
  extract: (document, formats) => (configFile.test(document.path) ? extractConfig(document, formats) : emptyExtraction),
  sources: [
    { match: /^(routes\/(console|channels)\.php|app\/Console\/Kernel\.php|bootstrap\/app\.php)$/, example: 'routes/console.php' },
    // Folders of classes that can only describe, validate or convert are not worth reading.
    {
      // Filament keeps its forms, and so its uploads, in a folder of that name.
      match: /^(?:app|src|domain|modules|packages)\/(?!(?:.*\/)?(?:Requests|(?<!Filament\/(?:\w+\/)?)Resources|Policies|Rules|Enums?|Exceptions|Transformers|Casts|Contracts|Facades|Middleware|DTOs?|Data|lang|migrations|factories|seeders?|tests?)\/).+\.php$/i,
      example: 'app/Jobs/SendReminder.php',
    },
    { match: /^(resources\/(js|assets|ts)|frontend\/src|assets\/js)\/.+\.(js|ts|vue|jsx|tsx|mjs)$/, example: 'resources/js/echo.js' },
  ],
  extractSource(document, formats) {
    const schedule = scheduleFile.test(document.path) || /Providers\/\w+\.php$/.test(document.path);
    const markers = extractMarkers(document);
    if (!schedule || !/chedule|trustProxies|Artisan::command|withBroadcasting/.test(document.text)) return markers;
    const timetable = extractSchedule(document, formats);
    return { facts: [...markers.facts, ...timetable.facts], problems: timetable.problems };
  },
  applications: laravelApplications,
  bindings: (scope) => (scope.application.framework === 'laravel' || scope.application.framework === 'lumen' ? laravelBindings(scope) : []),
};

const scheduleFile = /(^|\/)(routes\/console\.php|app\/Console\/Kernel\.php|bootstrap\/app\.php)$/;

/** `artisan` beside a manifest that requires the framework: a package that only supports Laravel is no application. */
function laravelApplications(workspace: WorkspaceFacts): readonly Application[] {
  const required = workspace.all.filter((fact) => fact.origin === 'composer' && fact.stage !== 'local' && (fact.name === 'composer:laravel/framework' || fact.name === 'composer:laravel/lumen-framework'));
  return required.flatMap((fact) => {
    const root = fact.at.path === 'composer.json' ? '.' : fact.at.path.replace(/\/composer\.json$/, '');
    const inRoot = (file: string): string => (root === '.' ? file : `${root}/${file}`);
    if (!workspace.hasFile(inRoot('artisan'))) return [];
    const lumen = fact.name === 'composer:laravel/lumen-framework';
    const locked = workspace.inDocument(inRoot('composer.lock')).find((candidate) => candidate.name === fact.name);
    return [
      {
        root,
        name: nameOf(workspace, fact, root),
        framework: lumen ? 'lumen' : 'laravel',
        frameworkVersion: versionOf(locked ?? fact),
        languages: languagesOf(workspace, root),
        manifest: fact.at,
      },
    ];
  });
}

/** `^12.0` → `12`, `12.14.1` → `12`, `>=10 <12` → `10`. */
function versionOf(fact: Fact): string | null {
  if (fact.value.kind !== 'literal') return null;
  const versions = [...fact.value.text.matchAll(/(\d+)(?:\.(\d+))?/g)].map((match) => ({ major: Number(match[1]), minor: match[2] }));
  const [first] = versions;
  if (first === undefined) return null;
  const newest = fact.value.text.includes('||') || fact.value.text.includes('|') ? versions.reduce((a, b) => (b.major > a.major ? b : a)) : first;
  return newest.major < 6 && newest.minor !== undefined ? `${newest.major}.${newest.minor}` : String(newest.major);
}

function nameOf(workspace: WorkspaceFacts, manifest: Fact, root: string): string {
  const name = workspace.inDocument(manifest.at.path).find((fact) => fact.name === 'composer.name');
  const declared = name?.value.kind === 'literal' ? name.value.text : null;
  if (declared !== null && declared !== 'laravel/laravel' && declared !== 'laravel/vue-starter-kit' && !declared.startsWith('laravel/')) return declared.slice(declared.indexOf('/') + 1);
  return root === '.' ? 'app' : root.slice(root.lastIndexOf('/') + 1);
}

function languagesOf(workspace: WorkspaceFacts, root: string): readonly string[] {
  const prefix = root === '.' ? '' : `${root}/`;
  const front = workspace.files.filter((file) => file.path.startsWith(`${prefix}resources/`));
  const typescript = front.some((file) => /\.(ts|tsx)$/.test(file.path)) || workspace.hasFile(`${prefix}tsconfig.json`);
  const javascript = front.some((file) => /\.(js|jsx|vue|mjs)$/.test(file.path));
  return ['php', ...(typescript ? ['typescript'] : javascript ? ['javascript'] : [])];
}

import { emptyExtraction, type Extraction, type Fact, type SourceDocument } from '../../model';
import type { Binding, Detector, FilePattern } from '../detector';
import { imageFile } from '../paths';
import type { ApplicationScope } from '../scope';
import { dotnetApplications, dotnetFrameworkIds } from './applications';
import { abpBindings } from './abp';
import { extractAspire } from './aspire';
import { extractAppSettings } from './configuration';
import { databaseBindings, documentBindings } from './database';
import { assetBindings, fileBindings, mailBindings, searchBindings } from './delivery';
import { queueBindings, realtimeBindings, schedulerBindings, streamingBindings } from './jobs';
import { extractCSharp } from './markers';
import { computeBindings, messageBindings, monitoringBindings, secretBindings } from './operations';
import { extractPackages, extractProject } from './project';
import { dotnetSettings } from './settings';
import { cacheBindings, sessionBindings } from './state';

const project = /\.(?:cs|fs|vb)proj$|(^|\/)Directory\.Build\.props$/;
const packages = /(^|\/)packages\.config$/;
const appSettings = /(^|\/)(?:appsettings(?:\.[\w-]+)*|logging(?:\.\w+)?|serilog(?:\.\w+)?|local\.settings|connectionstrings|dataSettings|config\/appsettings)\.json$/i;
const host = /(^|\/)(?:Program|AppHost)\.cs$/;

/** Interfaces declare what others do; folders of tests, migrations and what is generated decide nothing. */
const outside = String.raw`(?!.*HealthCheck)(?!(?:.*\/)?I[A-Z][a-z]\w*(?<!Extensions?)\.cs$)(?!(?:.*\/)?(?:Migrations|migrations|node_modules|wwwroot|ClientApp|Tests?|Generated|obj|bin|Resources|Localization)\/)`;
/** Words anywhere in a file's name, and at its end: where services are registered and where needs are served. */
const within = 'DependencyInjection|Registration|Setup|Configure|Bootstrap|ServiceCollection|Cache|Caching|Cached|[Mm]ail|Smtp|Storage|Upload|Blob|S3|Attachment|SignalR|WebSocket|Schedul|Queue|Search|Elastic|Rabbit|Kafka|Redis|Valkey|Mongo|Sqs|Logger|Logging|Telemetry|Connection|Sse|Startup';
const ending = 'Program|AppHost|Env|Initiali[sz]er|Extensions?|Dependencies|Module|Installer|Registrar|Configs?|Configurations?|Configurator|Composer|Services?|Factory|Provider|Context|Sender|Notifiers?|Files?|File(?:Store|Manager|Handler|sController|Controller|Upload)|Images?|ImageController|MediaController|Hub|Jobs?|Workers?|HostedService|BackgroundService|Bus|Consumer|Publisher|Producer|Host|StreamController|AccountController|Functions?|Global\\.asax';
const sources: readonly FilePattern[] = [
  { match: new RegExp(String.raw`^${outside}(?:.*\/)?[\w.]*(?:(?:${within})[\w.]*|(?:${ending}))\.cs$`), example: 'Extensions/ServiceCollectionExtensions.cs' },
  { match: new RegExp(String.raw`^${outside}(?:.*\/)?(?:Extensions|Configurations?|Configs?|Infrastructure|Startup|Setup|Hosting|DependencyInjection|Logging|Functions|Hubs|Jobs|BackgroundJobs|Scheduling|App_?Start|Services?|Controllers?|Endpoints|Adapters?|Workers)\/[^/]+\.cs$`), example: 'Configuration/ConfigureCookieSettings.cs' },
];

/** .NET: projects that are deployed, what they are built from, their settings, and what their code registers. */
export const dotnet: Detector = {
  id: 'dotnet',
  label: '.NET',
  files: [
    { match: project, example: 'src/Web/Web.csproj' },
    { match: packages, example: 'Site/packages.config' },
    { match: appSettings, example: 'src/Web/appsettings.Production.json' },
    { match: host, example: 'src/AppHost/Program.cs' },
    { match: imageFile, example: 'src/Web/Dockerfile' },
  ],
  formats: (path) => (project.test(path) || packages.test(path) ? ['xml'] : appSettings.test(path) ? ['json'] : []),
  frameworks: dotnetFrameworkIds,
  extract(document, formats) {
    const { path } = document;
    if (project.test(path)) return extractProject(document, formats);
    if (packages.test(path)) return extractPackages(document, formats);
    if (appSettings.test(path)) return extractAppSettings(document, formats);
    return imageFile.test(path) ? extractImage(document) : extractAspire(document);
  },
  sources,
  extractSource: extractCSharp,
  applications: dotnetApplications,
  bindings: (scope) => (dotnetFrameworkIds.has(scope.application.framework) ? dotnetBindings(scope) : []),
};

/** Projects and assemblies that an image names. */
function extractImage({ path, text }: SourceDocument): Extraction {
  const found = /\bdotnet\b/i.exec(text);
  const copied = /^[ \t]*(?:COPY|ADD)[ \t]+(?:--\S+[ \t]+)*\S+[ \t]+(\S*\bwwwroot\b\S*)/im.exec(text);
  const end = copied === null ? 0 : copied.index + copied[0].length;
  const assets: readonly Fact[] = copied?.[1] === undefined ? [] : [{ kind: 'config', name: 'dotnet.assets', value: { kind: 'none' }, at: { path, range: { start: end - copied[1].length, end } }, stage: 'default', origin: 'dotnet' }];
  if (found === null) return assets.length === 0 ? emptyExtraction : { facts: assets, problems: [] };
  const mentioned = [...new Set([...text.matchAll(/(?<![\w.-])([\w.-]+\.(?:dll|csproj|fsproj))\b/g)].map((match) => match[1] ?? ''))];
  return { facts: [...assets, { kind: 'config', name: 'dotnet.dockerfile', value: { kind: 'literal', text: mentioned.join(' ') }, at: { path, range: { start: found.index, end: found.index + found[0].length } }, stage: 'default', origin: 'dotnet' }], problems: [] };
}

function dotnetBindings(scope: ApplicationScope): readonly Binding[] {
  const settings = dotnetSettings(scope);
  // A program in the browser holds no connection, no secret and no file: its server does.
  if (scope.application.framework === 'blazor') return [...computeBindings(settings), ...assetBindings(settings), ...monitoringBindings(settings)];
  return [
    ...computeBindings(settings),
    ...databaseBindings(settings),
    ...documentBindings(settings),
    ...cacheBindings(settings),
    ...sessionBindings(settings),
    ...queueBindings(settings),
    ...streamingBindings(settings),
    ...schedulerBindings(settings),
    ...realtimeBindings(settings),
    ...fileBindings(settings),
    ...assetBindings(settings),
    ...mailBindings(settings),
    ...messageBindings(settings),
    ...searchBindings(settings),
    ...monitoringBindings(settings),
    ...secretBindings(settings),
    ...abpBindings(settings),
  ];
}

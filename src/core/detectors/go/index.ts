import { emptyExtraction, type Extraction, type SourceDocument } from '../../model';
import type { Binding, Detector, FilePattern } from '../detector';
import { imageFile } from '../paths';
import type { ApplicationScope } from '../scope';
import { goApplications } from './applications';
import { configFormat, extractConfig } from './config';
import { databaseBindings } from './database';
import { assetBindings, fileBindings, mailBindings } from './delivery';
import { goFrameworkIds } from './frameworks';
import { extractGoMod } from './manifest';
import { extractGo, extractProgram } from './markers';
import { computeBindings, libraryNeeds, secretBindings } from './operations';
import { extractRelease, releaseFile } from './released';
import { goSettings } from './settings';
import { cacheBindings, sessionBindings } from './state';

const goMod = /(^|\/)go\.mod$/;
const program = /^[\w.-]+\.go$|(^|\/)(?:main|app|server|httpd|http|serve|web|api)\.go$|(^|\/)cmd\/(?:[\w.-]+\/){0,3}[\w.-]+\.go$/;

const words = 'main|app|server|serve|http|httpd|router|routes|routing|config|conf|setting|settings|flags|env|init|setup|bootstrap|db|database|databases|store|storage|storages|repo|repository|sql|sqlite|sqlite3|postgres|postgresql|pgx|mysql|gorm|xorm|orm|ormer|ent|dao|driver|drivers|dialect|conn|connect|connection|adapter|engine|migrate|migration|migrations|migrator|redis|gredis|cache|caching|queue|worker|workers|job|jobs|task|tasks|cron|crons|crontab|sched|scheduler|schedule|mail|mailer|email|emails|smtp|sender|notification|notify|upload|uploads|uploader|file|files|filesystem|media|attachment|attachments|avatar|image|images|s3|minio|oss|blob|bucket|ws|websocket|websockets|socket|hub|stream|streaming|sse|session|sessions|auth|cookie|log|logs|logger|logging|search|indexer|elastic|es|bleve|metric|metrics|telemetry|tracing|trace|otel|sentry|prometheus|kafka|nats|amqp|rabbitmq|rabbit|mq|broker|pubsub|event|events|eventbus|consumer|producer|messaging|wire|static|statics|assets|frontend|webui|web|ui|root|api|apis|realtime|handlers|handler|middleware|middlewares|infra|data|service|manager|client|provider|providers|public|embed|embedded|route|controllers|observ|observability|stats|monitor|monitoring';
const left = String.raw`(?!(?:.*\/)?(?:examples?|samples?|hack|scripts?|contrib|mocks?|testutils?|testdata|test[-_]?(?:resources|fixtures)|fixtures|node_modules|third_party|e2e|example|vendor)\/)(?!.*_(?:test|mock|gen)\.go$)`;
/** Where programs keep what the needs rest on: files and packages that are named after it. */
const sources: readonly FilePattern[] = [
  { match: new RegExp(String.raw`^${left}(?:[\w.-]+\/){0,8}(?:[a-z0-9]+_)*(?:${words})(?:_[a-z0-9_]+)?\.go$`), example: 'internal/store/db.go' },
  { match: new RegExp(String.raw`^${left}(?:[\w.-]+\/){0,8}(?:${words})\/[\w-]+\.go$`), example: 'internal/config/config_loader.go' },
  { match: new RegExp(String.raw`^${left}(?:[\w.-]+\/){0,6}(?:storage|storages|filesystem|uploads?|media|blob)\/(?:[\w-]+\/){1,2}[\w-]+\.go$`), example: 'internal/storage/driver/disk/put.go' },
  { match: new RegExp(String.raw`^${left}(?:cmd\/)?[\w.-]+\.go$`), example: 'gateway.go' },
  { match: new RegExp(String.raw`^${left}(?:[\w.-]+\/){0,3}(?:[\w-]*(?:config|conf|setting|settings|application|app)[\w.-]*|(?:conf|config|configs|etc|manifest\/config)\/[\w.-]+)\.(?:ya?ml|toml|json|ini)(?:[.-](?:sample|example|dist|tmpl|template))?$`, 'i'), example: 'conf/app.ini' },
  { match: /^(?:[\w.-]+\/){0,2}conf\/app[\w.-]*\.conf$/, example: 'conf/app.conf' },
];
const unrelated = /(?:^|\/)(?:package(?:-lock)?|tsconfig[\w.]*|jsconfig|renovate|\.?golangci|docker-compose[\w.-]*|compose[\w.-]*|mkdocs|_config|codecov|\.goreleaser|dependabot|components|vercel|crowdin|buf[\w.]*|sqlc|lerna|nx|jest\.config|webpack\.config|babel\.config)\.(?:json|ya?ml|toml)$|(?:^|\/)(?:ui|frontend|client|webui|node_modules|locales?|i18n|charts?|helm|k8s|kubernetes|deploy\w*|\.github)\//i;

/** Go: modules with a program that serves, their imports, their configuration files and their environment. */
export const go: Detector = {
  id: 'go',
  label: 'Go',
  files: [
    { match: goMod, example: 'server/go.mod' },
    { match: program, example: 'cmd/server/main.go' },
    { match: imageFile, example: 'build/Dockerfile' },
    { match: releaseFile, example: '.goreleaser.yaml' },
  ],
  formats: (path) => {
    if (releaseFile.test(path)) return ['yaml'];
    const format = configFormat(path);
    return format === null || unrelated.test(path) ? [] : [format];
  },
  frameworks: goFrameworkIds,
  extract(document, formats) {
    if (releaseFile.test(document.path)) return extractRelease(document, formats);
    if (goMod.test(document.path)) return extractGoMod(document);
    return imageFile.test(document.path) ? extractImage(document) : extractProgram(document);
  },
  sources,
  extractSource(document, formats) {
    if (document.path.endsWith('.go')) return extractGo(document);
    return unrelated.test(document.path) ? emptyExtraction : extractConfig(document, formats);
  },
  applications: goApplications,
  bindings: (scope) => (goFrameworkIds.has(scope.application.framework) ? goBindings(scope) : []),
};

/** An image that is built with Go, and the folders that it copies. */
function extractImage({ path, text }: SourceDocument): Extraction {
  const found = /^FROM[^\n]*\bgo(?:lang)?\b[^\n]*|\bgo (?:build|install)\b/im.exec(text);
  if (found === null) return emptyExtraction;
  const folders = [...text.matchAll(/^(?:COPY|ADD|WORKDIR)\s+(?:--\S+\s+)*\.?\/?([\w-]+(?:\/[\w-]+)*)/gm)].map((match) => match[1] ?? '');
  return { facts: [{ kind: 'config', name: 'go.dockerfile', value: { kind: 'literal', text: folders.join(' ') }, at: { path, range: { start: found.index, end: found.index + found[0].length } }, stage: 'default', origin: 'go' }], problems: [] };
}

function goBindings(scope: ApplicationScope): readonly Binding[] {
  const settings = goSettings(scope);
  return [
    ...computeBindings(settings),
    ...databaseBindings(settings),
    ...cacheBindings(settings),
    ...sessionBindings(settings),
    ...fileBindings(settings),
    ...assetBindings(settings),
    ...mailBindings(settings),
    ...libraryNeeds(settings),
    ...secretBindings(settings),
  ];
}

import type { Binding, Detector, FilePattern } from '../detector';
import { functionFrameworks, functionsIn } from '../cloud/functions';
import { imageFile } from '../paths';
import type { ApplicationScope } from '../scope';
import { nodeApplications } from './applications';
import { databaseBindings } from './database';
import { assetBindings, fileBindings, mailBindings, pushBindings, realtimeBindings, searchBindings } from './delivery';
import { configFiles, extractConfig, extractDeno, extractDockerfile, extractPrisma, extractSample, extractVercel } from './extract';
import { nodeFrameworkIds } from './frameworks';
import { queueBindings, schedulerBindings, streamingBindings } from './jobs';
import { extractMarkers } from './markers';
import { computeBindings, monitoringBindings, secretBindings } from './operations';
import { memberServers, plainServers } from './plainServers';
import { nodeSettings } from './settings';
import { cacheBindings, sessionBindings } from './state';
import { markListedElsewhere } from './workspacePackages';

const prisma = /(^|\/)schema\.prisma$|(^|\/)prisma\/(?:[^/]+\/)?[^/]+\.prisma$/;
const deno = /(^|\/)deno\.jsonc?$/;
const vercel = /(^|\/)vercel\.json$/;
const sample = /(^|\/)env-(?:example|sample)(?:-[\w-]+)?$/;

const sourceName = String.raw`[\w.\[\]-]*`;
const extension = String.raw`\.(?:[cm]?[jt]s|tsx)$`;
const words = 'queue|job|worker|task|mail|email|smtp|notifier|notifications?|push-?notif|fcm|firebase|sns|sms|(?<![a-z])ses(?![a-z])|resend|sendgrid|postmark|brevo|socket|websocket|ws|realtime|gateway|pubsub|subscription|resolver|cron|sched|upload|storage|file|s3|bucket|minio|cloudflare|inngest|multer|media|attachment|session|auth|redis|cache|database|datasource|data-source|db|sqlite|knex|sequelize|mongo|prisma|orm|kafka|rabbit|amqp|sqs|sse|stream|event|logger|log|search|typesense|algolia|meili|elastic|opensearch|secret|recording|\\.service';

/** Where servers keep what the needs rest on: start-up files and files or folders that are named after it. */
const sources: readonly FilePattern[] = [
  { match: new RegExp(String.raw`^(?:src\/|server\/|app\/|app\/src\/|lib\/|api\/|src\/server\/|backend\/|bin\/)?(?:index|main|server|[\w-]{1,40}-server|app|app\.module|payload\.config|www|worker|start|init|setup|config)${extension}`, 'i'), example: 'src/main.ts' },
  // The server among the projects of a workspace that has one manifest.
  { match: new RegExp(String.raw`^apps\/[\w-]+\/src\/(?:app\/)?(?:main|server|app|app\.module)\.[cm]?[jt]s$`), example: 'apps/api/src/app/app.module.ts' },
  { match: new RegExp(String.raw`^(?!.*migrat)(?!(?:.*\/)?(?:components?|(?<!\bapi\/)hooks|locales?|i18n|migrations?|styles|public|static|scripts?|extra|tools?|icons?|client|frontend|ui|stories|assets|dist|\.github)\/)(?:[^/]+\/)*[\w.\[\]-]*(?:${words})${sourceName}${extension}`, 'i'), example: 'src/jobs/sendMail.ts' },
  { match: new RegExp(String.raw`^(?!.*migrat)(?!(?:.*\/)?(?:components?|hooks|locales?|i18n|migrations?|public|static|scripts?|extra|tools?|client|frontend|ui|stories|dist)\/)(?:[^/]+\/)*(?:queues?|jobs|workers?|mails?|mailer|emails?|resend|sendgrid|postmark|mailgun|brevo|sockets?|websockets?|ws|push|realtime|gateways?|cron|schedulers?|uploads?|storage|sessions?|redis|cache|database|db|auth|filesystem|pubsub)\/[^/]+${extension}`, 'i'), example: 'server/queues/index.ts' },
  { match: new RegExp(String.raw`^(?:[\w.-]+\/){0,4}(?:config|configs|configuration|env|environment|settings)(?:\/[\w.-]+)?\.[cm]?[jt]s$`, 'i'), example: 'src/config/index.ts' },
  { match: /^(?:[\w.-]+\/){0,4}[\w.-]*(?:schema|session|auth|init)[\w.-]*\.sql$/i, example: 'db/schema.sql' },
  { match: /^(?:src\/|server\/|backend\/|api\/)?(?:utils?|helpers?)(?:\/(?:index|utils?|helpers?))?\.[cm]?[jt]s$/, example: 'utils.js' },
  { match: new RegExp(String.raw`^(?!.*(?:public|static|client|frontend|ui|dist)\/)(?:[\w.-]+\/){0,4}(?:(?:lambdas?|lambda-functions|functions|handlers)\/(?:[\w.-]+\/){0,2}[\w.-]+|handler)\.[cm]?[jt]s$`, 'i'), example: 'src/functions/order/handler.ts' },
];

const examples: Readonly<Record<string, string>> = {
  drizzle: 'drizzle.config.ts', knex: 'knexfile.js', typeorm: 'ormconfig.json', 'mikro-orm': 'src/mikro-orm.config.ts', sequelize: 'config/config.json', database: 'config/database.ts', config: 'config/session.ts', medusa: 'medusa-config.ts', next: 'next.config.mjs', nuxt: 'nuxt.config.ts', vite: 'vite.config.ts',
};

/** Applications of Node, Bun and Deno: by their manifests, their mappers' configuration, their environment, their code. */
export const node: Detector = {
  id: 'node',
  label: 'Node.js, Bun, Deno',
  priority: -10,
  files: [
    { match: prisma, example: 'packages/db/prisma/schema.prisma' },
    { match: deno, example: 'deno.json' },
    { match: imageFile, example: 'docker/Dockerfile' },
    { match: vercel, example: 'vercel.json' },
    { match: sample, example: 'env-example-relational' },
    ...configFiles.map(({ match, id }) => ({ match, example: examples[id] ?? `${id}.config.ts` })),
  ],
  formats: (path) => (deno.test(path) || vercel.test(path) ? ['json'] : sample.test(path) ? ['dotenv'] : []),
  frameworks: new Set([...nodeFrameworkIds, ...functionFrameworks]),
  extract(document, formats) {
    const { path } = document;
    if (prisma.test(path)) return extractPrisma(document);
    if (deno.test(path)) return extractDeno(document, formats);
    if (imageFile.test(path)) return extractDockerfile(document);
    if (vercel.test(path)) return extractVercel(document, formats);
    if (sample.test(path)) return extractSample(document, formats);
    const file = configFiles.find(({ match }) => match.test(path));
    return file === undefined ? { facts: [], problems: [] } : extractConfig(document, file);
  },
  sources,
  resolve: markListedElsewhere,
  extractSource: extractMarkers,
  applications: (workspace) => [...nodeApplications(workspace), ...memberServers(workspace)],
  fallbackApplications: plainServers,
  bindings: (scope) => (nodeFrameworkIds.has(scope.application.framework) || functionsIn(scope, 'javascript', 'typescript') ? nodeBindings(scope) : []),
};

function nodeBindings(scope: ApplicationScope): readonly Binding[] {
  const settings = nodeSettings(scope);
  // Files that a browser loads keep nothing: what packages of the workspace bring is the servers'.
  if (settings.isFiles) {
    return [...computeBindings(settings), ...realtimeBindings(settings), ...assetBindings(settings), ...searchBindings(settings)];
  }
  return [
    // Of functions the tool that declares them says where they run.
    ...(nodeFrameworkIds.has(scope.application.framework) ? computeBindings(settings) : []),
    ...databaseBindings(settings),
    ...cacheBindings(settings),
    ...sessionBindings(settings),
    ...queueBindings(settings),
    ...streamingBindings(settings),
    ...schedulerBindings(settings),
    ...realtimeBindings(settings),
    ...fileBindings(settings),
    ...assetBindings(settings),
    ...mailBindings(settings),
    ...pushBindings(settings),
    ...searchBindings(settings),
    ...monitoringBindings(settings),
    ...secretBindings(settings),
  ];
}

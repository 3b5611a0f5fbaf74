import type { ServiceId } from '../catalog/ids';
import type { Application, Need } from '../model';

/** Services of other companies: they run neither on the server nor on AWS, and may stay where they are. */
const thirdParties: ReadonlySet<string> = new Set([
  'firestore', 'cockroachdb', 'pusher', 'ably', 'twilio', 'agora', 'daily', 'vonage', 'gcs', 'azure', 'cloudinary',
  'smtp', 'mailgun', 'postmark', 'sendgrid', 'resend', 'fcm', 'apns', 'web-push', 'onesignal', 'algolia',
  'vault', 'sentry', 'newrelic', 'datadog', 'bugsnag', 'honeybadger', 'rollbar', 'nightwatch', 'cdn',
]);

export function isThirdParty(technology: string): boolean {
  return thirdParties.has(technology);
}

/** Technologies that are an AWS service already. */
const onAws: Readonly<Record<string, ServiceId>> = {
  s3: 's3',
  ses: 'ses',
  sns: 'sns',
  sqs: 'sqs',
  dynamodb: 'dynamodb',
  kinesis: 'kinesis',
  cloudwatch: 'cloudwatch',
  xray: 'xray',
  secretsmanager: 'secretsmanager',
  ssm: 'parameter-store',
  chime: 'chime-sdk',
};

export function awsServiceOf(technology: string): ServiceId | null {
  return Object.hasOwn(onAws, technology) ? (onAws[technology] ?? null) : null;
}

/** Media servers that forward every stream (SFU). */
const mediaServers: ReadonlySet<string> = new Set(['mediasoup', 'livekit', 'jitsi', 'janus']);

export function isMediaServer(technology: string): boolean {
  return mediaServers.has(technology);
}

/** WebSocket servers that run as a process of their own; the others live inside the web process. */
const realtimeServers: ReadonlySet<string> = new Set(['reverb', 'soketi', 'mercure', 'centrifugo', 'anycable']);

export function hasOwnRealtimeProcess(technology: string): boolean {
  return realtimeServers.has(technology);
}

/** Drivers that need no store of their own: the value travels with the request or is never kept. */
export function isStoreless(technology: string): boolean {
  return ['cookie', 'none', 'sync', 'array', 'null'].includes(technology);
}

/**
 * Libraries whose jobs can go to SQS by configuration alone: Laravel's `sqs` connection and Symfony Messenger's
 * SQS transport. Horizon supervises Redis queues only.
 * Sources: laravel.com/docs/queues, symfony.com/doc/current/messenger.html, checked 2026-11.
 */
export function speaksSqs(application: Application | undefined, need: Need): boolean {
  const library = need.library ?? application?.framework ?? '';
  if (library === 'horizon') return false;
  if (library === 'messenger' || library === 'laravel' || library === 'lumen') return true;
  return need.library === null && (application?.framework === 'laravel' || application?.framework === 'symfony');
}

/** Frameworks whose cache and sessions have a DynamoDB driver of their own. Source: laravel.com/docs/cache, checked 2026-11. */
export function speaksDynamoDb(application: Application | undefined): boolean {
  return application?.framework === 'laravel';
}

/** Schedulers that live inside a worker process or a store with a lock: they need no clock of AWS. */
const insideWorker: ReadonlySet<string> = new Set(['sidekiq-cron', 'sidekiq-scheduler', 'bullmq-repeat', 'solid-queue', 'good-job', 'river']);

export function isScheduledByWorker(technology: string): boolean {
  return insideWorker.has(technology);
}

/** Timers inside the web process: one per copy, unless something outside takes their place. */
const insideWeb: ReadonlySet<string> = new Set(['node-cron', 'node-schedule', 'nestjs-schedule', 'spring-scheduled', 'quartz', 'apscheduler', 'gocron']);

export function isScheduledByWeb(technology: string): boolean {
  return insideWeb.has(technology);
}

/** How a framework's request handler becomes a Lambda function. */
export function lambdaAdapter(application: Application): string {
  const { framework, languages } = application;
  if (framework === 'laravel' || framework === 'symfony' || languages[0] === 'php') return 'Bref';
  if (framework === 'nextjs' || framework === 'next') return 'OpenNext';
  if (framework === 'spring' || framework === 'spring-boot' || languages[0] === 'java') return 'SnapStart';
  return 'Lambda Web Adapter';
}

import type { Application, Fact, Need, NeedId } from '../../../src/core/model';
import type { Domain } from '../../../src/core/architecture/domains';

/** A repository as the earlier stages of the analysis would hand it over. */
export interface FixtureProject {
  readonly name: string;
  readonly applications: readonly Application[];
  readonly needs: readonly Need[];
  readonly declared: readonly Fact[];
  readonly domains: readonly Domain[];
}

export function application(framework: string, languages: readonly string[], options: Partial<Application> = {}): Application {
  return {
    root: '.',
    name: framework,
    framework,
    frameworkVersion: null,
    languages,
    manifest: { path: 'manifest', range: { start: 0, end: 1 } },
    ...options,
  };
}

export function need(id: NeedId, technology: string, options: Partial<Need> = {}): Need {
  return {
    application: '.',
    id,
    technology,
    supported: [],
    library: null,
    confidence: 'certain',
    evidence: [{ at: { path: '.env', range: { start: 10, end: 20 } }, key: id.toUpperCase(), stage: 'production' }],
    stage: 'production',
    servedBy: null,
    ...options,
  };
}

export function resource(type: string, detail: Readonly<Record<string, string>> = {}): Fact {
  return {
    kind: 'resource',
    name: type,
    value: { kind: 'literal', text: 'main' },
    at: { path: 'infra/main.tf', range: { start: 5, end: 25 } },
    stage: 'production',
    origin: 'terraform',
    detail,
  };
}

/** A telemedicine monolith: SQLite, everything in the database, Reverb, calls from browser to browser. */
export const laravelSample: FixtureProject = {
  name: 'laravel-sample',
  applications: [application('laravel', ['php', 'typescript'], { name: 'telemedicina', frameworkVersion: '12.3.1' })],
  needs: [
    need('compute', 'php-fpm'),
    need('relational-database', 'sqlite', { supported: ['mysql', 'postgresql', 'mariadb'] }),
    need('cache', 'database', { supported: ['redis', 'file'] }),
    need('sessions', 'database', { supported: ['redis', 'cookie'] }),
    need('queue', 'database', { library: 'laravel', supported: ['sqs', 'redis'] }),
    need('scheduler', 'laravel-schedule'),
    need('realtime', 'reverb', { supported: ['pusher', 'ably'] }),
    need('video', 'custom'),
    need('file-storage', 'local', { supported: ['s3'] }),
    need('static-assets', 'bundled'),
    need('mail', 'log', { supported: ['smtp', 'ses', 'postmark'] }),
    need('monitoring', 'log-file'),
    need('secrets', 'env'),
  ],
  declared: [],
  domains: ['appointments', 'auth', 'notifications', 'video'].map((name) => ({ application: '.', name, evidence: [] })),
};

export const railsSidekiq: FixtureProject = {
  name: 'rails-sidekiq',
  applications: [application('rails', ['ruby', 'javascript'], { name: 'shop', frameworkVersion: '8.0.2' })],
  needs: [
    need('compute', 'container'),
    need('relational-database', 'postgresql'),
    need('cache', 'redis'),
    need('sessions', 'cookie'),
    need('queue', 'redis', { library: 'sidekiq' }),
    need('scheduler', 'sidekiq-cron'),
    need('realtime', 'action-cable'),
    need('file-storage', 'local', { supported: ['s3'] }),
    need('static-assets', 'bundled'),
    need('mail', 'smtp'),
    need('monitoring', 'sentry'),
    need('secrets', 'encrypted'),
  ],
  declared: [],
  domains: ['orders', 'products'].map((name) => ({ application: '.', name, evidence: [] })),
};

export const djangoCelery: FixtureProject = {
  name: 'django-celery-rabbitmq',
  applications: [application('django', ['python'], { name: 'portal', frameworkVersion: '5.2' })],
  needs: [
    need('compute', 'python'),
    need('relational-database', 'mysql'),
    need('cache', 'redis'),
    need('sessions', 'database'),
    need('queue', 'rabbitmq', { library: 'celery' }),
    need('scheduler', 'celery-beat'),
    need('realtime', 'channels'),
    need('file-storage', 'local'),
    need('static-assets', 'bundled'),
    need('mail', 'sendgrid'),
    need('search', 'elasticsearch'),
    need('monitoring', 'prometheus'),
    need('secrets', 'env'),
  ],
  declared: [],
  domains: [],
};

export const expressMongo: FixtureProject = {
  name: 'express-mongo-socketio',
  applications: [application('express', ['typescript'], { name: 'chat', frameworkVersion: '5.1.0' })],
  needs: [
    need('compute', 'node'),
    need('document-database', 'mongodb'),
    need('sessions', 'memory'),
    need('queue', 'redis', { library: 'bullmq' }),
    need('scheduler', 'bullmq-repeat'),
    need('realtime', 'socket.io'),
    need('video', 'mediasoup'),
    need('file-storage', 'minio'),
    need('mail', 'mailgun'),
    need('sms-push', 'twilio'),
    need('secrets', 'env'),
  ],
  declared: [],
  domains: [],
};

export const nextStatic: FixtureProject = {
  name: 'next-static',
  applications: [application('nextjs', ['typescript'], { name: 'landing', frameworkVersion: '15.4.0' })],
  needs: [need('compute', 'static'), need('static-assets', 'bundled'), need('search', 'algolia')],
  declared: [],
  domains: [],
};

/** Part of it is on AWS already, declared in Terraform. */
export const springKafka: FixtureProject = {
  name: 'spring-kafka',
  applications: [application('spring-boot', ['java'], { name: 'ledger', frameworkVersion: '3.5.0' })],
  needs: [
    need('compute', 'java', { servedBy: 'ec2' }),
    need('relational-database', 'postgresql', { servedBy: 'rds' }),
    need('cache', 'memory'),
    need('sessions', 'redis'),
    need('event-streaming', 'kafka'),
    need('scheduler', 'quartz'),
    need('mail', 'smtp'),
    need('monitoring', 'opentelemetry'),
    need('secrets', 'vault'),
  ],
  declared: [
    resource('aws_instance', { instance_type: 'm7g.large' }),
    resource('aws_db_instance', { engine: 'postgres', instance_class: 'db.m6g.large', allocated_storage: '100', multi_az: 'true' }),
    resource('aws_vpc'),
    resource('aws_security_group'),
    resource('aws_iam_role'),
    resource('aws_budgets_budget'),
  ],
  domains: [],
};

export const goApi: FixtureProject = {
  name: 'go-api',
  applications: [application('gin', ['go'], { name: 'tracker', frameworkVersion: '1.11.0' })],
  needs: [
    need('compute', 'go'),
    need('relational-database', 'mariadb'),
    need('cache', 'memcached'),
    need('queue', 'memory'),
    need('scheduler', 'gocron'),
    need('realtime', 'ws'),
    need('file-storage', 'gcs'),
    need('monitoring', 'datadog'),
    need('secrets', 'ssm'),
  ],
  declared: [],
  domains: [],
};

const api = { application: 'apps/api' } as const;
const web = { application: 'apps/web' } as const;

export const monorepo: FixtureProject = {
  name: 'monorepo-nest-next',
  applications: [
    application('nestjs', ['typescript'], { root: 'apps/api', name: 'api', frameworkVersion: '11.1.0' }),
    application('nextjs', ['typescript'], { root: 'apps/web', name: 'web', frameworkVersion: '15.4.0' }),
  ],
  needs: [
    need('compute', 'node', api),
    need('relational-database', 'postgresql', api),
    need('cache', 'redis', api),
    need('queue', 'sqs', api),
    need('scheduler', 'node-cron', api),
    need('file-storage', 's3', api),
    need('search', 'meilisearch', api),
    need('mail', 'resend', api),
    need('secrets', 'env', api),
    need('compute', 'node', web),
    need('relational-database', 'postgresql', web),
    need('sessions', 'cookie', web),
    need('static-assets', 'bundled', web),
    need('realtime', 'pusher', web),
    need('secrets', 'env', web),
  ],
  declared: [],
  domains: [{ application: 'apps/api', name: 'invoices', evidence: [] }],
};

export const projects: readonly FixtureProject[] = [
  laravelSample,
  railsSidekiq,
  djangoCelery,
  expressMongo,
  nextStatic,
  springKafka,
  goApi,
  monorepo,
];

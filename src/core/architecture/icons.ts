import type { NodeKind } from '../model';

/** Pictures of products and of what has no product, by word; ids of the shipped set (`media/icons`). */
const icons: Readonly<Record<string, string>> = {
  laravel: 'laravel',
  lumen: 'laravel',
  symfony: 'symfony',
  django: 'django-icon',
  fastapi: 'fastapi-icon',
  rails: 'rails',
  spring: 'spring-icon',
  'spring-boot': 'spring-icon',
  aspnet: 'dotnet',
  gin: 'go',
  echo: 'go',
  fiber: 'go',
  chi: 'go',
  php: 'php',
  python: 'python',
  javascript: 'nodejs-icon',
  typescript: 'nodejs-icon',
  java: 'java',
  kotlin: 'java',
  go: 'go',
  csharp: 'dotnet',
  postgresql: 'postgresql',
  mysql: 'mysql-icon',
  mariadb: 'mariadb-icon',
  mongodb: 'mongodb-icon',
  redis: 'redis',
  memcached: 'memcached',
  rabbitmq: 'rabbitmq-icon',
  kafka: 'kafka-icon',
  elasticsearch: 'elasticsearch',
  meilisearch: 'meilisearch',
  prometheus: 'prometheus',
  opentelemetry: 'opentelemetry-icon',
  bugsnag: 'bugsnag',
  cloudinary: 'cloudinary-icon',
  fcm: 'firebase-icon',
  firestore: 'firebase-icon',
  gcs: 'google-cloud',
  azure: 'microsoft-azure',
  livekit: 'livekit',
  mailgun: 'mailgun-icon',
  sendgrid: 'sendgrid-icon',
  resend: 'resend-icon',
  onesignal: 'onesignal',
  twilio: 'twilio-icon',
};

/** Picture of a part by what it does, where its product has none. */
const roles: Readonly<Record<string, string>> = {
  cache: 'cache',
  sessions: 'cache',
  queue: 'queue',
  'event-streaming': 'stream',
  scheduler: 'schedule',
  realtime: 'websocket',
  video: 'video',
  'file-storage': 'folder',
  'static-assets': 'assets',
  mail: 'mail',
  'sms-push': 'phone',
  search: 'search',
  monitoring: 'monitoring',
  secrets: 'secret',
  'relational-database': 'database',
  'document-database': 'database',
};

const kinds: Readonly<Record<NodeKind, string>> = {
  users: 'users',
  application: 'application',
  process: 'worker',
  store: 'database',
  service: 'aws',
  external: 'external',
};

function own(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** Icon of a part that is no AWS service: its product's, else that of what it does, else that of its kind. */
export function partIcon(kind: NodeKind, words: readonly string[]): string {
  for (const word of words) {
    const icon = own(icons, word);
    if (icon !== undefined) return icon;
  }
  for (const word of words) {
    const icon = own(roles, word);
    if (icon !== undefined) return icon;
  }
  return kinds[kind];
}

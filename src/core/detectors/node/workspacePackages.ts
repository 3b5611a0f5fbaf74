import type { Fact } from '../../model';
import { packageName } from '../bindings';
import { drivers } from './drivers';

/**
 * Clients of which an application uses one only where it says so: mail, timetables, signing in. What every application of a
 * workspace must have from a package that they share (a database) is not among them.
 */
const clients: ReadonlySet<string> = new Set([
  'nodemailer', 'resend', '@sendgrid/mail', 'postmark', 'mailgun.js', '@aws-sdk/client-ses', '@aws-sdk/client-sesv2', '@nestjs-modules/mailer',
  'node-schedule', 'node-cron', 'cron', 'croner', 'bree', '@nestjs/schedule', 'agenda',
  'better-auth', 'next-auth', 'lucia', 'web-push', 'twilio', '@upstash/qstash', 'inngest', '@trigger.dev/sdk',
]);

const purpose = /(?:mail|notif|auth|cron|sched|jobs?|queue|sms|push|worker)[\w-]*\/package\.json$/i;

/** Clients of stores, of which an application has a few: by what they speak to. */
const stores: readonly (readonly string[])[] = [
  ...drivers.map(({ packages }) => packages),
  ['mongodb', 'mongoose'], ['@aws-sdk/client-dynamodb', '@aws-sdk/lib-dynamodb'], ['ioredis', 'redis', '@upstash/redis', '@vercel/kv'], ['@elastic/elasticsearch'], ['@opensearch-project/opensearch'], ['cassandra-driver'], ['neo4j-driver'], ['couchbase'],
  ['meilisearch'], ['typesense'], ['algoliasearch'], ['kafkajs'], ['amqplib'], ['@pinecone-database/pinecone'], ['chromadb'], ['@qdrant/js-client-rest', '@qdrant/qdrant-js'], ['weaviate-client', 'weaviate-ts-client'], ['@zilliz/milvus2-sdk-node'], ['snowflake-sdk'], ['@clickhouse/client', 'clickhouse'], ['@google-cloud/bigquery'],
];
const messengers: readonly string[] = ['@aws-sdk/client-sns', 'twilio', '@vonage/server-sdk'];
const catalogued: ReadonlySet<string> = new Set([...stores.flat(), ...messengers]);
/** So many stores of one package are those that its users may connect. */
const catalogueSize = 6;

/** Whether a package lists so many stores that they are the users' own. */
function isCatalogue(listed: ReadonlySet<string>): boolean {
  return stores.filter((packages) => packages.some((name) => listed.has(name))).length >= catalogueSize;
}

/**
 * A package that many applications are built from brings clients that only one of them works with: the one that lists
 * the client for itself as well. Its line in the shared package gets `detail.listedBy`, the folder of that application. A package of
 * integrations brings clients of what the users have (`listedBy: users`).
 */
export function markListedElsewhere(facts: readonly Fact[]): readonly Fact[] {
  const manifests = new Map<string, Set<string>>();
  const names = new Map<string, string>();
  for (const fact of facts) {
    if (fact.origin !== 'npm') continue;
    if (fact.kind === 'dependency' && fact.stage !== 'local') {
      const listed = manifests.get(fact.at.path);
      if (listed === undefined) manifests.set(fact.at.path, new Set([packageName(fact)]));
      else listed.add(packageName(fact));
    } else if (fact.name === 'npm.name' && fact.value.kind === 'literal') names.set(fact.value.text, fact.at.path);
  }
  const users = new Map<string, string[]>();
  for (const [path, listed] of manifests) {
    for (const name of listed) {
      const local = names.get(name);
      if (local !== undefined && local !== path) users.set(local, [...(users.get(local) ?? []), path]);
    }
  }
  if (users.size === 0) return facts;
  const catalogues = new Set([...users.keys()].filter((path) => isCatalogue(manifests.get(path) ?? new Set())));
  const isShared = manifests.size > 2;
  return facts.map((fact) => {
    if (fact.kind === 'dependency' && fact.origin === 'npm' && catalogues.has(fact.at.path) && catalogued.has(packageName(fact))) return { ...fact, detail: { ...fact.detail, listedBy: 'users' } };
    if (!isShared || fact.kind !== 'dependency' || fact.origin !== 'npm' || !clients.has(packageName(fact))) return fact;
    // A package that is for nothing else is used where it is built in.
    if (purpose.test(fact.at.path)) return fact;
    const by = users.get(fact.at.path) ?? [];
    const listing = by.length < 2 ? undefined : by.find((path) => manifests.get(path)?.has(packageName(fact)) === true);
    return listing === undefined ? fact : { ...fact, detail: { ...fact.detail, listedBy: listing.replace(/\/?package\.json$/, '') || '.' } };
  });
}

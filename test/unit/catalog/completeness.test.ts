import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { catalogService, catalogServices, concept, concepts } from '../../../src/core/catalog';
import { conceptIds, pitfallIds, serviceIds, useCaseIds } from '../../../src/core/catalog/ids';
import { serviceIcon, serviceName } from '../../../src/core/catalog/names';
import { needInfo } from '../../../src/core/catalog/needs';
import { phaseInfo } from '../../../src/core/catalog/phases';
import { technologyName } from '../../../src/core/catalog/technologies';
import { needIds, phaseIds } from '../../../src/core/model';

const catalogFolder = new URL('../../../src/core/catalog/', import.meta.url);

function camelCase(id: string): string {
  return id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(new URL(folder, catalogFolder)).sort();
}

function fileNames(ids: readonly string[]): readonly string[] {
  return ids.map((id) => `${camelCase(id)}.ts`).sort();
}

describe('catalog: completeness', () => {
  it('has one entry per service id, and no other', () => {
    assert.deepEqual(catalogServices.map((service) => service.id).sort(), [...serviceIds].sort());
  });

  it('has one entry per concept, pitfall and use case, of that kind', () => {
    const idsOf = (kind: string) => concepts.filter((entry) => entry.kind === kind).map((entry) => entry.id).sort();
    assert.deepEqual(idsOf('concept'), [...conceptIds].sort());
    assert.deepEqual(idsOf('pitfall'), [...pitfallIds].sort());
    assert.deepEqual(idsOf('use-case'), [...useCaseIds].sort());
  });

  it('registers every file and nothing without a file', () => {
    assert.deepEqual(filesOf('services/'), fileNames(serviceIds));
    assert.deepEqual(filesOf('concepts/'), fileNames(conceptIds));
    assert.deepEqual(filesOf('pitfalls/'), fileNames(pitfallIds));
    assert.deepEqual(filesOf('useCases/'), fileNames(useCaseIds));
  });

  it('keeps the registries sorted by file name', () => {
    const order = catalogServices.map((service) => camelCase(service.id));
    assert.deepEqual(order, [...order].sort());
  });

  it('finds entries by id and nothing by an unknown one', () => {
    assert.equal(catalogService('rds')?.id, 'rds');
    assert.equal(concept('video-calls')?.kind, 'use-case');
    assert.equal(catalogService('app-runner'), undefined);
    assert.equal(concept('toString'), undefined);
  });

  it('offers alternatives that exist and differ from the service itself', () => {
    for (const service of catalogServices) {
      assert.ok(service.alternatives.length > 0, `${service.id} has no alternative`);
      for (const other of service.alternatives) {
        assert.ok(catalogService(other.id) !== undefined, `${service.id} → ${other.id}`);
        assert.notEqual(other.id, service.id);
      }
      assert.equal(new Set(service.alternatives.map((other) => other.id)).size, service.alternatives.length, service.id);
    }
  });

  it('names a limit with its source for every service', () => {
    assert.deepEqual(catalogServices.filter((service) => service.limits.length === 0).map((service) => service.id), []);
  });

  it('ties every concept to services and to an official page', () => {
    for (const entry of concepts) {
      assert.ok(entry.services.length > 0, entry.id);
      assert.ok(entry.links.length > 0, entry.id);
      assert.ok(entry.facts.length > 0, entry.id);
      assert.equal(new Set(entry.services).size, entry.services.length, entry.id);
    }
  });

  it('has a service for every need, and the need lists services that say so', () => {
    for (const id of needIds) {
      const info = needInfo(id);
      assert.ok(info.services.length > 0, id);
      const first = catalogService(info.services[0] ?? '');
      assert.ok(first?.serves.includes(id), `${id}: ${first?.id} does not serve it`);
    }
  });

  it('lets no service enter today, and some in every later phase', () => {
    const entering = new Set(catalogServices.map((service) => service.phase));
    assert.deepEqual([...entering].sort(), phaseIds.filter((id) => id !== 'today').sort());
  });

  it('gives phases the durations of the journey', () => {
    assert.deepEqual(
      phaseIds.map((id) => phaseInfo(id).weeks),
      [null, [2, 3], [4, 6], [6, 8], [8, 12]],
    );
  });
});

describe('catalog: names', () => {
  it('shows an unknown id as it is, with the neutral icon', () => {
    assert.deepEqual(serviceName('app-runner'), { en: 'app-runner', 'pt-br': 'app-runner' });
    assert.equal(serviceIcon('app-runner'), 'aws');
    assert.deepEqual(serviceName('constructor'), { en: 'constructor', 'pt-br': 'constructor' });
    assert.deepEqual(technologyName('toString'), { en: 'toString', 'pt-br': 'toString' });
  });

  it('uses icons that ship', () => {
    const shipped = JSON.parse(readFileSync(new URL('../../../media/icons/aws.json', import.meta.url), 'utf8')) as {
      readonly icons: Readonly<Record<string, unknown>>;
    };
    for (const id of serviceIds) assert.ok(Object.hasOwn(shipped.icons, serviceIcon(id)), `${id}: ${serviceIcon(id)}`);
  });

  it('names every technology of the contract', () => {
    const words =
      'php-fpm node python ruby java go dotnet static container serverless ' +
      'postgresql mysql mariadb sqlite sqlserver oracle cockroachdb mongodb dynamodb couchdb firestore ' +
      'redis valkey memcached database file memory none cookie sqs rabbitmq kafka sync beanstalkd redpanda pulsar kinesis ' +
      'laravel-schedule celery-beat sidekiq-cron whenever node-cron bullmq-repeat cron quartz spring-scheduled solid-queue ' +
      'reverb pusher ably soketi socket.io action-cable channels ws mercure sse custom ' +
      'mediasoup livekit jitsi twilio agora daily peerjs chime local s3 minio gcs azure cloudinary bundled cdn ' +
      'smtp ses mailgun postmark sendgrid resend log sendmail vonage sns fcm apns web-push onesignal ' +
      'elasticsearch opensearch meilisearch algolia typesense whoosh solr sphinx manticore ' +
      'sentry prometheus newrelic datadog opentelemetry cloudwatch xray log-file bugsnag secretsmanager ssm vault env encrypted';
    // These are written in lower case by their makers, or are plain words.
    const lowerCase = new Set(['none', 'cookie', 'sidekiq-cron', 'whenever', 'node-cron', 'cron', 'soketi', 'mediasoup', 'sendmail', 'container']);
    const unnamed = words.split(' ').filter((word) => technologyName(word).en === word && !lowerCase.has(word));
    assert.deepEqual(unnamed, []);
    assert.deepEqual(technologyName('sync'), { en: 'in the web request', 'pt-br': 'na própria requisição web' });
    assert.deepEqual(technologyName('postgresql'), { en: 'PostgreSQL', 'pt-br': 'PostgreSQL' });
  });
});

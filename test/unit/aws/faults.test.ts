import { strict as assert } from 'node:assert';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AwsFailure, type FailureKind } from '../../../src/aws/failure';
import { refreshPrices, type RefreshedPrices } from '../../../src/aws/prices';
import type { RequestPolicy } from '../../../src/aws/requestPolicy';
import { localizeMessage } from '../../../src/core/l10n/localized';
import { loadSnapshotPriceBook, pricedServices, queriesOf } from '../../../src/core/pricing';
import type { MeterQuery, PriceBook } from '../../../src/core/pricing/types';
import { fixtureCatalog } from './catalog';
import { fakeKeys, withAwsEnvironment } from './environment';
import { Harness, query, quick } from './harness';
import type { Fault } from './server';

const region = 'sa-east-1';
const load = [query('alb.hours')];
const few: readonly MeterQuery[] = [query('alb.hours'), query('alb.lcu'), query('nat-gateway.hours'), query('nat-gateway.data')];

describe('faults of the price list', () => {
  const aws = new Harness();
  const products = fixtureCatalog();
  let snapshot: PriceBook;

  before(async () => {
    snapshot = await loadSnapshotPriceBook(region);
  });
  beforeEach(() => aws.open());
  afterEach(() => aws.close());

  const passing: readonly Fault[] = ['throttled', 'server-error', 'reset'];
  for (const fault of passing) {
    it(`${fault} that passes is survived`, async () => {
      const connection = await aws.start({ products, fault: (_request, number) => (number <= 2 ? fault : null) });
      const { book, failure } = await aws.refresh(connection, snapshot, load);
      assert.equal(failure, null);
      assert.equal(book.source, 'live');
      assert.equal(aws.server.requests.length, 3);
    });
  }

  const lasting: readonly (readonly [fault: Fault, kind: FailureKind, text: RegExp, requests: number])[] = [
    ['throttled', 'throttled', /slow down/, 4],
    ['server-error', 'server-error', /error of its own/, 4],
    ['hang', 'timed-out', /in time/, 4],
    ['reset', 'no-network', /cannot be reached/, 4],
    ['access-denied', 'access-denied', /permission pricing:GetProducts/, 1],
    ['expired', 'expired-credentials', /have expired/, 1],
    ['bad-keys', 'no-credentials', /no AWS credentials/, 1],
    ['clock-skew', 'clock-skew', /clock/, 1],
    ['not-json', 'malformed', /could not be read/, 1],
    ['bad-document', 'malformed', /could not be read/, 1],
    ['endless', 'malformed', /could not be read/, quick.pageLimit],
  ];
  for (const [fault, kind, text, requests] of lasting) {
    it(`${fault} is named ${kind}, and the snapshot stands in`, async () => {
      const connection = await aws.start({ products, fault: () => fault });
      const { book, failure, older } = await aws.refresh(connection, snapshot, load);
      assert.equal(failure?.kind, kind);
      assert.match(localizeMessage(failure.explanation, 'en'), text);
      assert.notEqual(localizeMessage(failure.explanation, 'pt-br'), localizeMessage(failure.explanation, 'en'));
      assert.equal(aws.server.requests.length, requests);
      assert.equal(book.source, 'snapshot');
      assert.equal(book.asOf, snapshot.asOf);
      assert.deepEqual(older, ['alb.hours']);
      assert.deepEqual(book.price(query('alb.hours')), snapshot.price(query('alb.hours')));
    });
  }

  it('one that would meet every request stops the rest', async () => {
    const connection = await aws.start({ products, fault: () => 'access-denied' });
    const usages = pricedServices.map(({ id }) => ({ service: id, usage: {} }));
    const { failure } = await aws.refresh(connection, snapshot, queriesOf(usages, region), { policy: { ...quick, concurrency: 2 } });
    assert.equal(failure?.permission, 'pricing:GetProducts');
    assert.ok(aws.server.requests.length <= 4, `${aws.server.requests.length} requests`);
  });

  it('one service’s fault costs that service only', async () => {
    const connection = await aws.start({ products, fault: ({ body }) => (body['ServiceCode'] === 'AWSELB' ? 'server-error' : null) });
    const { book, failure, older } = await aws.refresh(connection, snapshot, few);
    assert.equal(failure?.kind, 'server-error');
    assert.deepEqual(older, ['alb.hours', 'alb.lcu']);
    assert.equal(book.source, 'snapshot', 'the oldest that is in use names the whole');
    const gateway = book.price(query('nat-gateway.hours'));
    assert.ok(gateway.status === 'known');
    assert.equal(gateway.source, 'AWS Price List Query API');
  });

  it('a server that is not there is no network', async () => {
    const connection = await aws.start({ products });
    await aws.server.close();
    const { failure, book } = await aws.refresh(connection, snapshot, load);
    assert.equal(failure?.kind, 'no-network');
    assert.equal(book.source, 'snapshot');
  });

  it('without credentials nobody is asked', async () => {
    const connection = await aws.start({ products });
    const { failure, book } = await withAwsEnvironment({}, () => refreshPrices({ region, queries: few, connection, cache: aws.cache, snapshot, policy: quick }));
    assert.equal(failure?.kind, 'no-credentials');
    assert.equal(aws.server.requests.length, 0);
    assert.equal(book.source, 'snapshot');
  });

  it('the profile that is named is taken, and no other', async () => {
    const connection = await aws.start({ products });
    const credentials = join(aws.folder, 'credentials');
    await writeFile(credentials, `[work]\naws_access_key_id = ${fakeKeys.AWS_ACCESS_KEY_ID}\naws_secret_access_key = ${fakeKeys.AWS_SECRET_ACCESS_KEY}\n`);
    const run = (profile: string): Promise<RefreshedPrices> =>
      withAwsEnvironment({ AWS_SHARED_CREDENTIALS_FILE: credentials }, () =>
        refreshPrices({ region, queries: load, connection: { ...connection, profile }, cache: aws.cache, snapshot, policy: quick }),
      );
    assert.equal((await run('work')).failure, null);
    assert.equal((await run('other')).failure?.kind, 'no-credentials');
    assert.equal(aws.server.requests.length, 1);
  });

  it('an SSO session that is over asks for signing in again', async () => {
    const connection = await aws.start({ products });
    const config = join(aws.folder, 'config');
    await writeFile(
      config,
      [
        '[profile work]',
        'sso_session = office',
        'sso_account_id = 123456789012',
        'sso_role_name = reader',
        '[sso-session office]',
        'sso_region = us-east-1',
        'sso_start_url = https://example.awsapps.com/start',
        'sso_registration_scopes = sso:account:access',
        '',
      ].join('\n'),
    );
    const { failure } = await withAwsEnvironment({ AWS_CONFIG_FILE: config }, () =>
      refreshPrices({ region, queries: few, connection: { ...connection, profile: 'work' }, cache: aws.cache, snapshot, policy: quick }),
    );
    assert.equal(failure?.kind, 'expired-credentials');
    assert.equal(aws.server.requests.length, 0);
  });

  it('cancelling ends it at once, and sends nothing afterwards', async () => {
    const controller = new AbortController();
    const connection = await aws.start({
      products,
      fault: () => {
        controller.abort();
        return 'hang';
      },
    });
    const patient: RequestPolicy = { ...quick, requestTimeoutMs: 60_000 };
    const cancelled = (error: unknown): boolean => error instanceof AwsFailure && error.kind === 'cancelled';
    await assert.rejects(aws.refresh({ ...connection, requestTimeoutMs: 60_000 }, snapshot, load, { signal: controller.signal, policy: patient }), cancelled);
    const sent = aws.server.requests.length;
    await assert.rejects(aws.refresh(connection, snapshot, few, { signal: controller.signal }), cancelled);
    assert.equal(aws.server.requests.length, sent);
  });

  it('an answer that never comes ends in a bounded time', async () => {
    const connection = await aws.start({ products, fault: () => 'hang' });
    const { failure, book } = await aws.refresh({ ...connection, requestTimeoutMs: 60_000 }, snapshot, few, { policy: { ...quick, totalTimeoutMs: 150 } });
    assert.equal(failure?.kind, 'timed-out');
    assert.equal(book.source, 'snapshot');
  });

  it('each wait is a random part of a delay that doubles up to the longest', async () => {
    const waits: number[] = [];
    const connection = await aws.start({ products, fault: () => 'throttled' });
    const policy: RequestPolicy = {
      ...quick,
      attempts: 6,
      firstDelayMs: 100,
      longestDelayMs: 500,
      random: () => 0.5,
      wait: (milliseconds) => {
        waits.push(milliseconds);
        return Promise.resolve();
      },
    };
    await aws.refresh(connection, snapshot, load, { policy });
    assert.deepEqual(waits, [50, 100, 200, 250, 250]);
  });
});

import { strict as assert } from 'node:assert';
import { fetchActualSpend, lastFullMonth, type ActualSpend } from '../../../src/aws/costExplorer';
import { profileNames } from '../../../src/aws/credentials';
import { AwsFailure, type FailureKind } from '../../../src/aws/failure';
import { createDayCache } from '../../../src/aws/priceCache';
import type { AwsConnection } from '../../../src/aws/credentials';
import { billedServices, compareSpend, loadSnapshotPriceBook, pricedService, priceService } from '../../../src/core/pricing';
import { fakeKeys, withAwsEnvironment } from './environment';
import { Harness, quick } from './harness';
import type { Fault, SpendGroup } from './server';

const spend: readonly SpendGroup[] = [
  { name: 'Amazon Relational Database Service', amount: '61.32' },
  { name: 'AWS Lambda', amount: '0.0000000012' },
  { name: 'Amazon Simple Storage Service', amount: '2.5' },
  { name: 'Refund', amount: '-1.5' },
];

describe('actual spend', () => {
  const aws = new Harness();

  beforeEach(() => aws.open());
  afterEach(() => aws.close());

  async function fetch(connection: AwsConnection, now = aws.today): Promise<ActualSpend> {
    return withAwsEnvironment(fakeKeys, () => fetchActualSpend({ connection, cache: createDayCache(aws.folder, () => now), now, policy: quick }));
  }

  it('is that of the last full month, by service, largest first', async () => {
    const result = await fetch(await aws.start({ spend }));
    assert.deepEqual(result, {
      from: '2026-09-01',
      to: '2026-10-01',
      currency: 'USD',
      totalUsd: 61.32 + 2.5 + 0.0000000012 - 1.5,
      services: [
        { name: 'Amazon Relational Database Service', usd: 61.32 },
        { name: 'Amazon Simple Storage Service', usd: 2.5 },
        { name: 'AWS Lambda', usd: 0.0000000012 },
        { name: 'Refund', usd: -1.5 },
      ],
      estimated: false,
    });
    const [request] = aws.server.requests;
    assert.equal(request?.target, 'AWSInsightsIndexService.GetCostAndUsage');
    assert.equal(request.contentType, 'application/x-amz-json-1.1');
    assert.equal(request.signed, true);
    assert.deepEqual(request.body, {
      TimePeriod: { Start: '2026-09-01', End: '2026-10-01' },
      Granularity: 'MONTHLY',
      Metrics: ['UnblendedCost'],
      GroupBy: [{ Type: 'DIMENSION', Key: 'SERVICE' }],
    });
  });

  it('is asked for once a day, since each request costs money', async () => {
    const connection = await aws.start({ spend });
    const first = await fetch(connection);
    assert.deepEqual(await fetch(connection), first);
    assert.equal(aws.server.requests.length, 1);
    await fetch(connection, new Date('2026-10-03T00:00:01Z'));
    assert.equal(aws.server.requests.length, 2);
  });

  it('reads every page', async () => {
    const result = await fetch(await aws.start({ spend, pageSize: 1 }));
    assert.equal(result.services.length, 4);
    assert.equal(aws.server.requests.length, 4);
  });

  const faults: readonly (readonly [fault: Fault, kind: FailureKind, requests: number])[] = [
    ['access-denied', 'access-denied', 1],
    ['expired', 'expired-credentials', 1],
    ['throttled', 'throttled', 4],
    ['server-error', 'server-error', 4],
    ['hang', 'timed-out', 4],
    ['not-json', 'malformed', 1],
    // The page leads back to itself: two requests tell.
    ['endless', 'malformed', 2],
  ];
  for (const [fault, kind, requests] of faults) {
    it(`says ${kind} on ${fault}`, async () => {
      const connection = await aws.start({ spend, fault: () => fault });
      await assert.rejects(fetch(connection), (error: unknown) => {
        assert.ok(error instanceof AwsFailure);
        assert.equal(error.kind, kind);
        if (kind === 'access-denied') assert.match(error.message, /ce:GetCostAndUsage/);
        return true;
      });
      assert.equal(aws.server.requests.length, requests);
    });
  }

  it('is no dollars in another currency', async () => {
    const connection = await aws.start({ spend: [{ name: 'AWS Lambda', amount: '1', unit: 'CNY' }] });
    await assert.rejects(fetch(connection), (error: unknown) => error instanceof AwsFailure && error.kind === 'malformed');
  });

  const months: readonly (readonly [now: string, from: string, to: string])[] = [
    ['2026-10-02T12:00:00Z', '2026-09-01', '2026-10-01'],
    ['2026-01-01T00:00:00Z', '2025-12-01', '2026-01-01'],
    ['2026-12-31T23:59:59Z', '2026-11-01', '2026-12-01'],
    ['2024-03-31T00:00:00Z', '2024-02-01', '2024-03-01'],
  ];
  for (const [now, from, to] of months) {
    it(`takes ${from} as the last full month on ${now}`, () => {
      assert.deepEqual(lastFullMonth(new Date(now)), { from, to });
    });
  }

  it('is set beside the estimate, name by name', async () => {
    const book = await loadSnapshotPriceBook('us-east-1');
    const estimate = [
      priceService('ec2', { 'instance-type': 't4g.small' }, book, { freeTier: 'none' }),
      priceService('ebs', { 'storage-gb': 100 }, book, { freeTier: 'none' }),
      priceService('nat-gateway', { gateways: 1 }, book, { freeTier: 'none' }),
      priceService('kms', { keys: 2 }, book, { freeTier: 'none' }),
      priceService('sns', { sms: 5 }, book, { freeTier: 'none' }),
    ];
    const rows = compareSpend(estimate, [
      { name: 'Amazon Elastic Compute Cloud - Compute', usd: 20 },
      { name: 'EC2 - Other', usd: 50 },
      { name: 'Amazon Simple Notification Service', usd: 1 },
      { name: 'Tax', usd: 7 },
    ]);
    const shown = rows.map(({ name, estimatedUsd, actualUsd, differenceUsd }) => [name, estimatedUsd?.toFixed(2) ?? null, actualUsd, differenceUsd?.toFixed(2) ?? null]);
    assert.deepEqual(shown, [
      ['Amazon Elastic Compute Cloud - Compute', '12.26', 20, '-7.74'],
      ['EC2 - Other', '40.85', 50, '-9.15'],
      ['Amazon Simple Notification Service', null, 1, null],
      ['Tax', '0.00', 7, '-7.00'],
      ['AWS Key Management Service', '2.00', null, null],
    ]);
  });

  it('knows the services behind AWS’s names', () => {
    for (const [name, services] of Object.entries(billedServices)) {
      for (const id of services) assert.ok(pricedService(id), `${name}: ${id}`);
    }
  });
});

describe('profiles', () => {
  it('are the headings of the two files', () => {
    assert.deepEqual(profileNames('[default]\nregion = us-east-1\n[profile work]\r\n  [ profile home ]\n[sso-session office]\n# [profile no]\n', true), ['default', 'work', 'home']);
    assert.deepEqual(profileNames('[default]\n[ci]\naws_access_key_id = x\n', false), ['default', 'ci']);
    assert.deepEqual(profileNames('', true), []);
  });
});

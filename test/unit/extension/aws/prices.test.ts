import assert from 'node:assert/strict';
import { AwsFailure } from '../../../../src/aws/failure';
import type { PriceCache } from '../../../../src/aws/priceCache';
import type { UnitPrice } from '../../../../src/core/pricing/types';
import { failureOf, isAboutCredentials } from '../../../../src/extension/aws/awsFailures';
import { connectionOf } from '../../../../src/extension/aws/connection';
import { PriceBooks } from '../../../../src/extension/aws/priceBooks';
import { classifyFailure } from '../../../../src/extension/failures';

const price: UnitPrice = { status: 'known', unit: 'Hrs', tiers: [{ from: 0, to: null, usd: 1 }], sku: 'X', source: 'test', asOf: '2026-10-01' };

class CountingCache implements PriceCache {
  reads = 0;

  constructor(readonly fetched: string | null) {}

  read(region: string): ReturnType<PriceCache['read']> {
    this.reads += 1;
    return Promise.resolve(this.fetched === null ? null : { region, fetched: this.fetched, prices: new Map([['x', price]]) });
  }

  write(): Promise<void> {
    return Promise.reject(new Error('nothing is written here'));
  }
}

function booksWith(cache: PriceCache): PriceBooks {
  return new PriceBooks(() => Promise.resolve(cache));
}

describe('PriceBooks', () => {
  it('starts with what ships', async () => {
    assert.equal((await booksWith(new CountingCache(null)).load('us-east-1')).source, 'snapshot');
  });

  it('prefers what was fetched on an earlier day, unless what ships is newer', async () => {
    const later = await booksWith(new CountingCache('2999-01-01')).load('us-east-1');
    assert.deepEqual([later.source, later.asOf], ['cache', '2999-01-01']);
    assert.equal((await booksWith(new CountingCache('2001-01-01')).load('us-east-1')).source, 'snapshot');
  });

  it('reads the disk once, however often prices are asked for', async () => {
    const cache = new CountingCache('2999-01-01');
    const books = booksWith(cache);
    await Promise.all([books.load('us-east-1'), books.load('us-east-1')]);
    await books.load('us-east-1');
    assert.equal(cache.reads, 1);
  });

  it('uses what was fetched in this session, in its region only', async () => {
    const books = booksWith(new CountingCache(null));
    await books.load('us-east-1');
    const commitment = { years: 1, payment: 'no-upfront', hourlyUsd: 0.02, upfrontUsd: 0 } as const;
    books.use('us-east-1', { source: 'live', region: 'us-east-1', asOf: '2026-11-01', price: () => price }, new Map([['k', [commitment]]]));
    assert.equal((await books.load('us-east-1')).source, 'live');
    assert.equal((await books.load('sa-east-1')).source, 'snapshot');
    assert.deepEqual([books.commitments('us-east-1').get('k'), books.commitments('sa-east-1').size], [[commitment], 0]);
  });

  it('tries again when the prices could not be loaded', async () => {
    let broken = true;
    const books = new PriceBooks(() => (broken ? Promise.reject(new Error('disk')) : Promise.resolve(new CountingCache(null))));
    await assert.rejects(books.load('us-east-1'), /disk/);
    broken = false;
    assert.equal((await books.load('us-east-1')).source, 'snapshot');
  });
});

describe('connectionOf', () => {
  it('names a profile and an address only where the user did', () => {
    assert.deepEqual(Object.keys(connectionOf({ awsProfile: '', awsRegion: '' })), ['requestTimeoutMs']);
    const { profile, priceListRegion } = connectionOf({ awsProfile: 'work', awsRegion: 'eu-central-1' });
    assert.deepEqual([profile, priceListRegion], ['work', 'eu-central-1']);
  });
});

describe('failureOf', () => {
  it('names the permission that is missing, in both languages', () => {
    const failure = classifyFailure(failureOf(new AwsFailure('access-denied', { permission: 'ce:GetCostAndUsage' })));
    assert.equal(failure.kind, 'expected');
    if (failure.kind !== 'expected') return;
    assert.deepEqual(failure.data, {
      reason: {
        en: 'the AWS credentials lack the permission ce:GetCostAndUsage',
        'pt-br': 'as credenciais da AWS não têm a permissão ce:GetCostAndUsage',
      },
    });
  });

  it('is silent when the user cancelled', () => {
    assert.deepEqual(classifyFailure(failureOf(new AwsFailure('cancelled'))), { kind: 'cancelled' });
  });

  it('offers another profile only where it may help', () => {
    const kinds = ['no-credentials', 'expired-credentials', 'access-denied', 'throttled', 'no-network', 'clock-skew'] as const;
    assert.deepEqual(kinds.map((kind) => isAboutCredentials({ kind })), [true, true, true, false, false, false]);
  });
});

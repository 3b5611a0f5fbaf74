import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { allowances, loadSnapshot, loadSnapshotPriceBook, meterDefinition, meterKey, parseMeterKey, snapshotRegions } from '../../../src/core/pricing';
import { unpackTiers, type SnapshotTiers } from '../../../src/core/pricing/snapshot/format';
import { areWellFormed, sameTiers } from '../../../src/core/pricing/tiers';
import type { MeterQuery, PriceBook, UnitPrice } from '../../../src/core/pricing/types';

/** A price that was taken down by hand from AWS's price data, with the query that must answer it. */
interface SourcedPrice {
  readonly service: string;
  readonly what: string;
  readonly region: string;
  readonly usd: number;
  readonly unit: string;
  readonly rateCode?: string;
  readonly sku?: string;
  readonly derived?: boolean;
  readonly meter: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Unit at which the band begins. */
  readonly band: number;
  /** Units of the meter in one unit of the row: a million where the row says “per 1M”. */
  readonly perUnits: number;
}

interface SourcedAllowance {
  readonly freeTier: string;
  readonly quantity: number;
}

const rows = readData<readonly (SourcedPrice | SourcedAllowance)[]>('sourced-prices.json');
const prices = rows.filter((row): row is SourcedPrice => 'meter' in row);
const freeTiers = rows.filter((row): row is SourcedAllowance => 'freeTier' in row);

/** Rows whose source rounded the price: what it printed, and the price that AWS charges. */
const roundedInSource: Readonly<Record<string, number>> = {
  // 730 hours were printed as 16.43, which is 16.425.
  'us-east-1 alb.hours': 0.0225,
  'us-east-1 nlb.hours': 0.0225,
  // Printed with two digits.
  'us-east-1 aurora-serverless.acu?engine=postgresql&storage=io-optimized': 0.156,
  'us-east-1 aurora.storage?engine=postgresql&storage=io-optimized': 0.225,
  // 0.05 a month of 720 hours, as AWS quotes it; per hour it is 0.00006944.
  'us-east-1 parameter-store.advanced': 0.00006944 * 730,
};

function readData<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`./data/${name}`, import.meta.url), 'utf8')) as T;
}

function regionsOf(row: SourcedPrice): readonly string[] {
  return snapshotRegions.includes(row.region) ? [row.region] : snapshotRegions;
}

function known(book: PriceBook, query: MeterQuery): UnitPrice {
  const price = book.price(query);
  assert.equal(price.status, 'known', `${book.region} ${meterKey(query)} has no price`);
  return price as UnitPrice;
}

describe('snapshot and its sources', () => {
  const books = new Map<string, PriceBook>();

  before(async () => {
    for (const region of snapshotRegions) books.set(region, await loadSnapshotPriceBook(region));
  });

  function bookOf(region: string): PriceBook {
    const book = books.get(region);
    assert.ok(book);
    return book;
  }

  it('has every row that was sourced', () => {
    assert.equal(rows.length, 676);
    assert.equal(prices.length, 674);
    assert.equal(freeTiers.length, 2);
  });

  it('agrees with every sourced price', () => {
    const wrong: string[] = [];
    for (const row of prices) {
      for (const region of regionsOf(row)) {
        const query = { meter: row.meter, parameters: row.parameters };
        const price = known(bookOf(region), query);
        const tier = [...price.tiers].reverse().find(({ from }) => from <= row.band);
        const expected = roundedInSource[`${region} ${meterKey(query)}`] ?? row.usd;
        const actual = (tier?.usd ?? NaN) * row.perUnits;
        if (!(Math.abs(actual - expected) <= expected * 1e-9)) wrong.push(`${region} ${row.service} ${row.what}: ${actual}, source ${expected}`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('names the same SKU or rate code as the source', () => {
    const wrong: string[] = [];
    let compared = 0;
    for (const row of prices) {
      const code = row.rateCode ?? row.sku;
      if (code === undefined || row.derived === true) continue;
      for (const region of regionsOf(row)) {
        const { sku } = known(bookOf(region), { meter: row.meter, parameters: row.parameters });
        compared += 1;
        if (sku?.split('.')[0] !== code.split('.')[0]) wrong.push(`${region} ${row.what}: ${sku}, source ${code}`);
      }
    }
    assert.ok(compared > 480, `only ${compared} codes were compared`);
    assert.deepEqual(wrong, []);
  });

  it('grants the free tiers that AWS lists as SKUs of their own', () => {
    for (const { freeTier, quantity } of freeTiers) {
      const allowance = allowances.find(({ meters }) => meters.includes(freeTier));
      assert.equal(allowance?.quantity, quantity, freeTier);
      assert.equal(allowance.kind, 'always', freeTier);
    }
  });

  it('agrees with a second source wherever there is one', () => {
    const second = readData<{
      readonly sources: readonly string[];
      readonly prices: Readonly<Record<string, Readonly<Record<string, readonly (readonly [SnapshotTiers, number])[]>>>>;
    }>('second-sources.json');
    const wrong: string[] = [];
    let compared = 0;
    for (const [region, byKey] of Object.entries(second.prices)) {
      for (const [key, others] of Object.entries(byKey)) {
        const { tiers } = known(bookOf(region), parseMeterKey(key));
        for (const [packed, source] of others) {
          compared += 1;
          if (!sameTiers(tiers, unpackTiers(packed))) wrong.push(`${region} ${key}: ${second.sources[source]}`);
        }
      }
    }
    assert.ok(compared > 900, `only ${compared} prices have a second source`);
    assert.deepEqual(wrong, []);
  });

  for (const region of snapshotRegions) {
    it(`is sound in ${region}`, async () => {
      const file = await loadSnapshot(region as Parameters<typeof loadSnapshot>[0]);
      assert.equal(file.region, region);
      assert.equal(file.currency, 'USD');
      for (const source of file.sources) {
        assert.match(source.text, /AWS/);
        assert.match(source.asOf, /^20\d\d-\d\d-\d\d$/);
      }
      for (const [key, [packed, sku, source]] of Object.entries(file.prices)) {
        const query = parseMeterKey(key);
        assert.equal(meterKey(query), key, 'keys are in canonical order');
        const meter = meterDefinition(query.meter);
        assert.ok(meter, `${key} is a meter`);
        assert.deepEqual([...meter.parameters].sort(), Object.keys(query.parameters).sort(), key);
        assert.ok(areWellFormed(unpackTiers(packed)), `${key} has sound bands`);
        assert.ok(file.sources[source], `${key} has a source`);
        if (sku !== null) assert.match(sku, /^[A-Z0-9]{16}(\.[A-Z0-9]{10}\.[A-Z0-9]{10})?$/, key);
      }
    });
  }
});

import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { meterKey, parseMeterKey } from '../../../src/core/pricing/meters';
import { readPriceListProduct } from '../../../src/core/pricing/priceListProduct';
import { regionInfo, regions } from '../../../src/core/pricing/regions';
import { meters } from '../../../src/core/pricing/meters';
import { packTiers, unpackTiers } from '../../../src/core/pricing/snapshot/format';
import { areWellFormed, chargeTiers, firstChargedUsd, flat, graduated, withoutFreeBand } from '../../../src/core/pricing/tiers';

const transfer = graduated([0, 0.15], [10_240, 0.138], [51_200, 0.126]);

describe('graduated prices', () => {
  const charges: readonly (readonly [quantity: number, usd: number])[] = [
    [0, 0],
    [1, 0.15],
    [10_240, 1536],
    [10_241, 1536 + 0.138],
    [51_200, 1536 + 40_960 * 0.138],
    [60_000, 1536 + 40_960 * 0.138 + 8800 * 0.126],
  ];
  for (const [quantity, usd] of charges) {
    it(`charge ${quantity} at each band’s own price`, () => {
      assert.ok(Math.abs(chargeTiers(transfer, quantity) - usd) < 1e-9);
    });
  }

  it('name the first price that is charged', () => {
    assert.equal(firstChargedUsd(transfer), 0.15);
    assert.equal(firstChargedUsd(graduated([0, 0], [10_240, 0.04])), 0.04);
    assert.equal(firstChargedUsd(flat(0)), 0);
  });

  it('lose a free band, not a price', () => {
    assert.deepEqual(withoutFreeBand(graduated([0, 0], [25, 0.25])), flat(0.25));
    assert.deepEqual(withoutFreeBand([{ from: 1_000_000, to: null, usd: 5e-7 }]), flat(5e-7));
    assert.deepEqual(withoutFreeBand(graduated([0, 0], [5, 2], [10, 1])), graduated([0, 2], [10, 1]));
    assert.deepEqual(withoutFreeBand(flat(0)), flat(0));
    assert.deepEqual(withoutFreeBand(transfer), transfer);
  });

  it('keep MemoryDB’s first 10 TB, which are its price', () => {
    assert.equal(meters.find(({ id }) => id === 'memorydb.written')?.zeroBand, 'price');
    assert.equal(chargeTiers(graduated([0, 0], [10_240, 0.04]), 15_360).toFixed(2), '204.80');
  });

  const unsound = [
    [],
    [{ from: 5, to: null, usd: 1 }],
    [{ from: 0, to: 10, usd: 1 }],
    [{ from: 0, to: 10, usd: 1 }, { from: 11, to: null, usd: 1 }],
    [{ from: 0, to: 10, usd: 1 }, { from: 10, to: 10, usd: 1 }, { from: 10, to: null, usd: 1 }],
    [{ from: 0, to: null, usd: -1 }],
    [{ from: 0, to: null, usd: NaN }],
    [{ from: 0, to: null, usd: 1 }, { from: 10, to: null, usd: 1 }],
  ];
  for (const tiers of unsound) {
    it(`are refused as ${JSON.stringify(tiers)}`, () => {
      assert.equal(areWellFormed(tiers), false);
    });
  }

  it('pack and unpack without loss', () => {
    const bands = fc
      .uniqueArray(fc.integer({ min: 1, max: 1e9 }), { maxLength: 6 })
      .chain((starts) => fc.tuple(fc.constant([0, ...starts.sort((left, right) => left - right)]), fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 7, maxLength: 7 })));
    fc.assert(
      fc.property(bands, ([starts, prices]) => {
        const tiers = graduated(...starts.map((from, index) => [from, prices[index] ?? 0] as const));
        assert.ok(areWellFormed(tiers));
        assert.deepEqual(unpackTiers(packTiers(tiers)), tiers);
      }),
    );
  });
});

describe('meter keys', () => {
  it('are one word whatever the order of the parameters', () => {
    const key = 'rds.instance?deployment=multi-az&engine=mysql&instanceType=db.t4g.small';
    assert.equal(meterKey({ meter: 'rds.instance', parameters: { instanceType: 'db.t4g.small', engine: 'mysql', deployment: 'multi-az' } }), key);
    assert.deepEqual(parseMeterKey(key), { meter: 'rds.instance', parameters: { deployment: 'multi-az', engine: 'mysql', instanceType: 'db.t4g.small' } });
    assert.deepEqual(parseMeterKey('alb.hours'), { meter: 'alb.hours', parameters: {} });
  });

  it('have one definition each', () => {
    const ids = meters.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });
});

describe('selections', () => {
  it('match usage types exactly after the region’s prefix', () => {
    for (const region of regions) {
      for (const meter of meters) {
        const parameters = Object.fromEntries(meter.parameters.map((name) => [name, name === 'edge' ? 'us' : 'x']));
        const selection = meter.select(parameters, region);
        if (selection === null) continue;
        assert.ok(selection.prefixes.every((prefix) => prefix === '' || /^(?:[A-Z]{3}\d|EU|US|SA|AP)-$/.test(prefix)), `${meter.id} ${selection.prefixes.join()}`);
        for (const usage of selection.usageTypes) assert.ok(!/^(Global|Outposts|TS)-/.test(usage), meter.id);
      }
    }
  });

  it('write Ireland as EU and Virginia without a prefix', () => {
    assert.deepEqual(regionInfo('eu-west-1')?.usagePrefixes, ['EU-', 'EUW1-']);
    assert.ok(regionInfo('us-east-1')?.usagePrefixes.includes(''));
    assert.equal(regionInfo('mars'), undefined);
  });
});

describe('products of the price list', () => {
  const product = { sku: 'A', productFamily: 'F', attributes: { usagetype: 'X', broken: 7 } };
  const terms = (dimension: unknown): unknown => ({ 'A.T': { effectiveDate: '2026-08-01T00:00:00Z', priceDimensions: { 'A.T.R': dimension } } });
  const dimension = { rateCode: 'A.T.R', unit: 'Hrs', beginRange: '0', endRange: 'Inf', pricePerUnit: { USD: '0.0340000000' } };

  it('are read with their bands', () => {
    assert.deepEqual(readPriceListProduct(product, terms(dimension), '2026-08-13'), {
      sku: 'A',
      productFamily: 'F',
      attributes: { usagetype: 'X' },
      dimensions: [{ rateCode: 'A.T.R', unit: 'Hrs', begin: 0, end: null, usd: 0.034 }],
      asOf: '2026-08-13',
    });
  });

  it('take the term that is in effect first', () => {
    const later = { effectiveDate: '2026-12-01T00:00:00Z', priceDimensions: { r: { ...dimension, pricePerUnit: { USD: '9' } } } };
    const read = readPriceListProduct(product, { later, ...(terms(dimension) as object) }, '2026-08-13');
    assert.equal(read?.dimensions[0]?.usd, 0.034);
  });

  const unreadable: readonly (readonly [name: string, product: unknown, terms: unknown])[] = [
    ['nothing', null, null],
    ['no SKU', { attributes: {} }, terms(dimension)],
    ['no attributes', { sku: 'A' }, terms(dimension)],
    ['no terms', product, {}],
    ['a dimension without a unit', product, terms({ ...dimension, unit: undefined })],
    ['a range that is no number', product, terms({ ...dimension, beginRange: 'many' })],
  ];
  for (const [name, broken, brokenTerms] of unreadable) {
    it(`are unreadable with ${name}`, () => {
      assert.equal(readPriceListProduct(broken, brokenTerms, '2026-08-13'), null);
    });
  }

  it('have no dollars where there are none', () => {
    for (const usd of ['-1', 'free', '', '1e5', undefined]) {
      const read = readPriceListProduct(product, terms({ ...dimension, pricePerUnit: { USD: usd, CNY: '1' } }), '2026-08-13');
      assert.equal(read?.dimensions[0]?.usd, null, String(usd));
    }
  });
});

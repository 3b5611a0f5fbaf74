import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { PlannedUsage, UsageValue } from '../../../src/core/model';
import { freeTiers } from '../../../src/core/model';
import { estimateUsages, loadSnapshotPriceBook, pricedServices, priceService, snapshotRegions } from '../../../src/core/pricing';
import type { PriceBook, PricedService, UsageDefinition } from '../../../src/core/pricing/types';

const assumption = { text: { en: 'test', 'pt-br': 'teste' } };

/** Quantities as they occur: nothing, a few, and as many as the last band of a price. */
const quantity = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5000 }), fc.double({ min: 0, max: 1e6, noNaN: true }), fc.integer({ min: 0, max: 3e10 }));

function valueOf(definition: UsageDefinition): fc.Arbitrary<UsageValue> {
  if (definition.kind === 'number') return quantity;
  if (definition.kind === 'boolean') return fc.boolean();
  return fc.constantFrom(...(definition.choices ?? [String(definition.default)]));
}

function usageOf(service: PricedService): fc.Arbitrary<Readonly<Record<string, UsageValue>>> {
  const model = Object.fromEntries(service.usages.map((definition) => [definition.name, valueOf(definition)]));
  return fc.record(model, { requiredKeys: [] }).map((usage) => Object.fromEntries(Object.entries(usage).filter((entry): entry is [string, UsageValue] => entry[1] !== undefined)));
}

const anyUsage: fc.Arbitrary<PlannedUsage> = fc
  .constantFrom(...pricedServices)
  .chain((service) => usageOf(service).map((usage) => ({ service: service.id, node: null, serves: [], usage, assumption })));

function close(left: number, right: number, text: string): void {
  assert.ok(Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(left), Math.abs(right)), `${text}: ${left} and ${right}`);
}

describe('any usage', () => {
  const books: PriceBook[] = [];

  before(async () => {
    for (const region of snapshotRegions) books.push(await loadSnapshotPriceBook(region));
  });

  const anyBook = fc.nat().map((index) => books[index % books.length] as PriceBook);

  it('costs its lines, and the phase its services', () => {
    fc.assert(
      fc.property(fc.array(anyUsage, { maxLength: 12 }), anyBook, fc.constantFrom(...freeTiers), (usages, book, freeTier) => {
        const phase = estimateUsages(usages, book, { freeTier });
        assert.equal(phase.services.length, usages.length);
        close(phase.knownUsd, phase.services.reduce((total, service) => total + service.knownUsd, 0), 'phase');
        assert.equal(phase.monthlyUsd === null, phase.services.some((service) => service.monthlyUsd === null));
        assert.equal(phase.monthlyUsd === null, phase.missing.length > 0);
        for (const service of phase.services) {
          close(service.knownUsd, service.lines.reduce((total, line) => total + (line.usd ?? 0), 0), service.service);
          assert.equal(service.monthlyUsd === null, service.lines.some((line) => line.usd === null), service.service);
          if (service.monthlyUsd !== null) close(service.monthlyUsd, service.knownUsd, service.service);
        }
      }),
    );
  });

  it('is never negative and never no number; an unknown price says why', () => {
    fc.assert(
      fc.property(anyUsage, anyBook, fc.constantFrom(...freeTiers), (usage, book, freeTier) => {
        for (const line of priceService(usage.service, usage.usage, book, { freeTier }).lines) {
          assert.ok(Number.isFinite(line.quantity) && line.quantity >= 0);
          if (line.usd === null) {
            assert.ok(line.missing);
            assert.equal(line.unitUsd, null);
          } else {
            assert.ok(Number.isFinite(line.usd) && line.usd >= 0, `${usage.service}: ${line.usd}`);
            assert.equal(line.missing, null);
            assert.ok(line.source && line.asOf);
          }
        }
      }),
    );
  });

  it('costs no less when a quantity grows', () => {
    const withNumbers = pricedServices.filter((service) => service.usages.some(({ kind }) => kind === 'number'));
    fc.assert(
      fc.property(
        fc.constantFrom(...withNumbers).chain((service) => {
          const names = service.usages.filter(({ kind }) => kind === 'number').map(({ name }) => name);
          return fc.tuple(fc.constant(service), usageOf(service), fc.constantFrom(...names), quantity, quantity);
        }),
        anyBook,
        fc.constantFrom(...freeTiers),
        ([service, usage, name, some, more], book, freeTier) => {
          // More storage brings RDS more IOPS, so that fewer of the same total are paid for.
          if (service.id === 'rds' && name === 'storage-gb' && 'iops' in usage) return;
          const price = (value: number): number => priceService(service.id, { ...usage, [name]: value }, book, { freeTier }).knownUsd;
          const low = price(Math.min(some, more));
          const high = price(Math.max(some, more));
          assert.ok(high >= low - 1e-9 * Math.max(1, low), `${service.id} --${name} ${some} and ${more}: ${low} and ${high}`);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('costs the sum of its parts without a free tier', () => {
    fc.assert(
      fc.property(fc.array(anyUsage, { maxLength: 10 }), fc.array(anyUsage, { maxLength: 10 }), anyBook, (first, second, book) => {
        const known = (usages: readonly PlannedUsage[]): number => estimateUsages(usages, book, { freeTier: 'none' }).knownUsd;
        close(known([...first, ...second]), known(first) + known(second), 'two applications');
      }),
    );
  });

  it('costs no more with a larger free tier', () => {
    fc.assert(
      fc.property(fc.array(anyUsage, { maxLength: 8 }), anyBook, (usages, book) => {
        const [none, legacy, credits] = freeTiers.map((freeTier) => estimateUsages(usages, book, { freeTier }).knownUsd);
        assert.ok(none !== undefined && legacy !== undefined && credits !== undefined);
        assert.ok(legacy <= credits + 1e-9 * Math.max(1, credits), `legacy ${legacy}, credits ${credits}`);
        assert.ok(credits <= none + 1e-9 * Math.max(1, none), `credits ${credits}, none ${none}`);
      }),
    );
  });
});

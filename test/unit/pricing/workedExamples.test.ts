import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import type { FreeTier, UsageValue } from '../../../src/core/model';
import { loadSnapshotPriceBook, pricedService, priceService } from '../../../src/core/pricing';
import { evaluate } from './arithmetic';

interface WorkedExample {
  readonly service: string;
  readonly region: string;
  readonly usage: Readonly<Record<string, UsageValue>>;
  readonly freeTier?: FreeTier;
  /** The sum as one would do it on paper, with AWS's published prices. */
  readonly arithmetic: string;
  readonly usd: number;
  readonly why?: string;
}

const examples = JSON.parse(readFileSync(new URL('./data/worked-examples.json', import.meta.url), 'utf8')) as readonly WorkedExample[];

describe('worked examples', () => {
  it('are many, in three regions and more', () => {
    assert.ok(examples.length >= 100, `${examples.length} examples`);
    for (const region of ['us-east-1', 'sa-east-1', 'eu-west-1']) {
      assert.ok(examples.filter((example) => example.region === region).length >= 10, region);
    }
  });

  for (const { service, region, usage, freeTier = 'none', arithmetic, usd, why } of examples) {
    const given = Object.entries(usage).map(([name, value]) => `${name} ${value}`);
    it(`${service} ${region} ${freeTier}: ${given.join(', ')}${why === undefined ? '' : ` (${why})`}`, async () => {
      assert.equal(evaluate(arithmetic).toFixed(2), usd.toFixed(2), 'the arithmetic of the example');
      for (const name of Object.keys(usage)) {
        assert.ok(pricedService(service)?.usages.some((definition) => definition.name === name), `${service} takes --${name}`);
      }
      const estimate = priceService(service, usage, await loadSnapshotPriceBook(region), { freeTier });
      assert.equal(estimate.monthlyUsd?.toFixed(2), usd.toFixed(2));
    });
  }
});

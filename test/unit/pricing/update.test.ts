import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { meterKey } from '../../../src/core/pricing/meters';
import { factRows } from '../../../src/tools/prices/factRows';
import { offerRows } from '../../../src/tools/prices/offerRows';
import { newestRows, type PriceRow } from '../../../src/tools/prices/priceRow';
import { snapshotRows, snapshotText } from '../../../src/tools/prices/snapshotFiles';
import { readSourceFiles, type FactsFile, type OfferFile, type UnitMapFile } from '../../../src/tools/prices/sourceFiles';
import { unitMapRows } from '../../../src/tools/prices/unitMapRows';
import { fixtureCatalog } from '../aws/catalog';

/** The fixtures of one service as AWS's bulk offer file would hold them. */
function offerFile(serviceCode: string): Readonly<Record<string, unknown>> {
  const products: Record<string, unknown> = {};
  const onDemand: Record<string, unknown> = {};
  for (const { document } of fixtureCatalog().filter((product) => product.serviceCode === serviceCode)) {
    const { product, terms } = JSON.parse(document) as { product: { sku: string }; terms: { OnDemand: unknown } };
    products[product.sku] = product;
    onDemand[product.sku] = terms.OnDemand;
  }
  return { formatVersion: 'v1.0', offerCode: serviceCode, publicationDate: '2026-08-13T19:03:19Z', products, terms: { OnDemand: onDemand } };
}

const unitMap = {
  manifest: { serviceId: 'lambda', source: 'lambda', hawkFilePublicationDate: '2025-10-30T18:28:01Z' },
  sets: {},
  regions: {
    'South America (Sao Paulo)': {
      'Lambda Requests': { rateCode: '7TZ969MZND3Z6HD7.JRTCKXETXF.6YS6EN2CT7', price: '0.0000002000' },
      'Lambda Duration': { rateCode: 'JNXN2GCNDMDR7JAF.JRTCKXETXF.CUKFZ388N3', price: '0.0000166667' },
      'Lambda Duration Tier2': { rateCode: 'JNXN2GCNDMDR7JAF.JRTCKXETXF.QZE2SB4KVB', price: '0.0000150000' },
      'Lambda Duration Tier3': { rateCode: 'JNXN2GCNDMDR7JAF.JRTCKXETXF.V7R92EXG27', price: '0.0000133334' },
      'Lambda Duration-ARM': { rateCode: 'HTQZ78UWV8DFX49Y.JRTCKXETXF.6NBUNBXSC3', price: '0.0000133334' },
    },
  },
};

const facts = { source: 'AWS Price List', asOf: '2024-07-01', rows: [{ region: 'sa-east-1', meter: 'ecr.storage', usd: 0.1 }] };

describe('building the snapshot', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'skylift-offers-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function write(name: string, content: unknown): void {
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  }

  it('recognises each kind of file and names what it cannot read', () => {
    write('1-offer.json', offerFile('AWSELB'));
    write('2-archive.json', { url: 'https://…', publicationDate: '2026-07-20T18:49:50Z', content: { products: {}, terms: { OnDemand: {} } } });
    write('3-map.json', unitMap);
    write('4-facts.json', facts);
    write('5-other.json', { hello: 'world' });
    write('6-broken.json', '{');
    write('readme.txt', 'not read');
    const { files, unread } = readSourceFiles(folder);
    assert.deepEqual(files.map(({ kind, name }) => [kind, name]), [['offer', '1-offer.json'], ['offer', '2-archive.json'], ['unit-map', '3-map.json'], ['facts', '4-facts.json']]);
    assert.deepEqual(unread.map(({ name }) => name), ['5-other.json', '6-broken.json']);
    assert.equal((files[1] as OfferFile).publicationDate, '2026-07-20');
    assert.equal((files[2] as UnitMapFile).map, 'lambda');
  });

  function first<T>(content: unknown): T {
    write('source.json', content);
    const [file] = readSourceFiles(folder).files;
    assert.ok(file);
    return file as T;
  }

  function keys(rows: readonly PriceRow[]): readonly string[] {
    return rows.map(({ query }) => meterKey(query)).sort();
  }

  it('takes from an offer file what a live query would, and nothing of the traps', () => {
    const rows = offerRows(first<OfferFile>(offerFile('AWSELB')), 'sa-east-1');
    assert.deepEqual(keys(rows), ['alb.hours', 'alb.lcu']);
    const hours = rows.find(({ query }) => query.meter === 'alb.hours');
    assert.deepEqual(hours, {
      region: 'sa-east-1',
      query: { meter: 'alb.hours', parameters: {} },
      tiers: [{ from: 0, to: null, usd: 0.034 }],
      sku: '4AJP3GA9ECKSCY5M',
      source: 'AWS Price List bulk file AWSELB sa-east-1',
      asOf: '2026-08-13',
    });
  });

  it('finds types and engines in the products themselves', () => {
    const rows = offerRows(first<OfferFile>(offerFile('AmazonElastiCache')), 'sa-east-1');
    assert.ok(keys(rows).includes('elasticache.node?engine=valkey&nodeType=cache.m7g.large'));
    assert.ok(keys(rows).includes('elasticache-serverless.ecpu?engine=redis'));
    assert.equal(rows.find(({ query }) => meterKey(query) === 'elasticache.node?engine=redis&nodeType=cache.t4g.micro')?.tiers[0]?.usd, 0.03);
  });

  it('reads the bands of a unit map, and leaves out a price that lacks one', () => {
    const rows = unitMapRows(first<UnitMapFile>(unitMap), 'sa-east-1');
    assert.deepEqual(keys(rows), ['lambda.duration?arch=x86', 'lambda.requests?arch=x86']);
    const duration = rows.find(({ query }) => query.meter === 'lambda.duration');
    assert.deepEqual(duration?.tiers, [
      { from: 0, to: 6e9, usd: 0.0000166667 },
      { from: 6e9, to: 15e9, usd: 0.000015 },
      { from: 15e9, to: null, usd: 0.0000133334 },
    ]);
    assert.equal(duration.sku, 'JNXN2GCNDMDR7JAF');
    assert.deepEqual(unitMapRows(first<UnitMapFile>(unitMap), 'us-east-1'), []);
  });

  it('reads single facts, and refuses one that is no price of a meter', () => {
    assert.deepEqual(keys(factRows(first<FactsFile>(facts), 'sa-east-1')), ['ecr.storage']);
    assert.deepEqual(factRows(first<FactsFile>(facts), 'us-east-1'), []);
    const wrong: readonly Readonly<Record<string, unknown>>[] = [
      { region: 'sa-east-1', meter: 'teleport.trips', usd: 1 },
      { region: 'sa-east-1', meter: 'ecr.storage' },
      { region: 'sa-east-1', meter: 'ecr.storage', usd: -1 },
      { region: 'sa-east-1', meter: 'ecr.storage', usd: 1, parameters: { colour: 'red' } },
      { region: 'sa-east-1', meter: 'sqs.requests', usd: 1 },
      { region: 'sa-east-1', meter: 'ecr.storage', tiers: [[5, 1]] },
    ];
    for (const row of wrong) {
      assert.throws(() => factRows(first<FactsFile>({ ...facts, rows: [row] }), 'sa-east-1'), /source\.json: row 0/, JSON.stringify(row));
    }
  });

  it('keeps the newest price of each meter', () => {
    const row = (usd: number, asOf: string): PriceRow => ({ region: 'sa-east-1', query: { meter: 'ecr.storage', parameters: {} }, tiers: [{ from: 0, to: null, usd }], sku: null, source: 'AWS', asOf });
    assert.equal(newestRows([row(1, '2025-01-01'), row(2, '2024-01-01')]).get('ecr.storage')?.tiers[0]?.usd, 1);
    assert.equal(newestRows([row(1, '2025-01-01'), row(2, '2026-01-01')]).get('ecr.storage')?.tiers[0]?.usd, 2);
    assert.equal(newestRows([row(1, '2025-01-01'), row(2, '2025-01-01')]).get('ecr.storage')?.tiers[0]?.usd, 2);
  });

  it('writes the same file from what it wrote', async () => {
    const rows = snapshotRows('sa-east-1');
    assert.ok(rows.length > 1000);
    const text = snapshotText('sa-east-1', [...rows].reverse());
    const { loadSnapshot } = await import('../../../src/core/pricing');
    assert.deepEqual((JSON.parse(text) as { prices: unknown }).prices, JSON.parse(JSON.stringify((await loadSnapshot('sa-east-1')).prices)));
    assert.equal(snapshotText('sa-east-1', rows), text, 'the order of the rows does not matter');
    assert.ok(text.split('\n').length > rows.length, 'one price a line');
  });
});

import { strict as assert } from 'node:assert';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createDayCache, createPriceCache } from '../../../src/aws/priceCache';
import { cachedPriceBook } from '../../../src/aws/prices';
import { loadSnapshotPriceBook } from '../../../src/core/pricing';
import type { PriceBook } from '../../../src/core/pricing/types';
import { fixtureCatalog } from './catalog';
import { fakeKeys } from './environment';
import { Harness, query } from './harness';

const region = 'sa-east-1';
const load = [query('alb.hours')];

describe('price cache', () => {
  const aws = new Harness();
  let snapshot: PriceBook;

  before(async () => {
    snapshot = await loadSnapshotPriceBook(region);
  });
  beforeEach(() => aws.open());
  afterEach(() => aws.close());

  it('stands in when AWS does not answer, labelled as such', async () => {
    const dearer = fixtureCatalog().map((product) => ({ ...product, document: product.document.replace('0.0340000000', '0.0360000000') }));
    const connection = await aws.start({ products: dearer });
    await aws.refresh(connection, snapshot, load);
    await aws.server.close();
    const { book, failure, older } = await aws.refresh(connection, snapshot, load);
    assert.equal(failure?.kind, 'no-network');
    assert.deepEqual(older, ['alb.hours']);
    assert.equal(book.source, 'cache');
    assert.equal(book.asOf, '2026-10-02');
    const price = book.price(query('alb.hours'));
    assert.ok(price.status === 'known');
    assert.equal(price.tiers[0]?.usd, 0.036);
  });

  it('opens as a price book of its own, with the snapshot behind it', async () => {
    assert.equal(await cachedPriceBook(region, aws.cache, snapshot), null);
    await aws.refresh(await aws.start({ products: fixtureCatalog() }), snapshot, load);
    const book = await cachedPriceBook(region, aws.cache, snapshot);
    assert.ok(book);
    assert.equal(book.source, 'cache');
    assert.equal(book.asOf, '2026-10-02');
    const kept = book.price(query('alb.hours'));
    assert.ok(kept.status === 'known');
    assert.equal(kept.source, 'AWS Price List Query API');
    assert.deepEqual(book.price(query('alb.lcu')), snapshot.price(query('alb.lcu')));
    assert.equal(await cachedPriceBook('us-east-1', aws.cache, snapshot), null, 'each region has its own');
  });

  it('grows with each fetch', async () => {
    const connection = await aws.start({ products: fixtureCatalog() });
    await aws.refresh(connection, snapshot, load);
    await aws.refresh(connection, snapshot, [query('nat-gateway.hours')]);
    assert.deepEqual([...((await aws.cache.read(region))?.prices.keys() ?? [])].sort(), ['alb.hours', 'nat-gateway.hours']);
  });

  const broken: readonly (readonly [name: string, text: string])[] = [
    ['half a file', '{"schema":1,"region":"sa-east-1","pri'],
    ['nothing', ''],
    ['another version', '{"schema":99,"region":"sa-east-1","fetched":"2026-10-01","prices":{}}'],
    ['another region', '{"schema":1,"region":"us-east-1","fetched":"2026-10-01","prices":{}}'],
    ['no date', '{"schema":1,"region":"sa-east-1","fetched":7,"prices":{}}'],
    ['a list', '[]'],
  ];
  for (const [name, text] of broken) {
    it(`survives ${name}`, async () => {
      await writeFile(join(aws.folder, 'prices-sa-east-1.json'), text);
      assert.equal(await aws.cache.read(region), null);
      const { book } = await aws.refresh(await aws.start({ products: fixtureCatalog() }), snapshot, load);
      assert.equal(book.source, 'live');
      assert.equal((await aws.cache.read(region))?.prices.size, 1, 'it is written anew');
    });
  }

  it('leaves out single prices that make no sense', async () => {
    const good = { status: 'known', unit: 'Hrs', tiers: [{ from: 0, to: null, usd: 1 }], sku: null, source: 'test', asOf: '2026-10-01' };
    const prices = { good, negative: { ...good, tiers: [{ from: 0, to: null, usd: -1 }] }, gap: { ...good, tiers: [{ from: 5, to: null, usd: 1 }] }, text: 'x', empty: { ...good, tiers: [] } };
    await writeFile(join(aws.folder, 'prices-sa-east-1.json'), JSON.stringify({ schema: 1, region, fetched: '2026-10-01', prices }));
    assert.deepEqual([...((await aws.cache.read(region))?.prices.keys() ?? [])], ['good']);
  });

  it('holds prices and nothing of the account', async () => {
    await aws.refresh(await aws.start({ products: fixtureCatalog() }), snapshot, load);
    assert.deepEqual(await readdir(aws.folder), ['prices-sa-east-1.json']);
    const text = await readFile(join(aws.folder, 'prices-sa-east-1.json'), 'utf8');
    assert.ok(!text.includes(fakeKeys.AWS_ACCESS_KEY_ID) && !text.includes(fakeKeys.AWS_SECRET_ACCESS_KEY));
  });

  it('does not stand in the way when its folder cannot be written', async () => {
    const blocked = join(aws.folder, 'file');
    await writeFile(blocked, '');
    const cache = createPriceCache(join(blocked, 'inside'), () => aws.today);
    const { book, failure } = await aws.refresh(await aws.start({ products: fixtureCatalog() }), snapshot, load, { cache });
    assert.equal(failure, null);
    assert.equal(book.source, 'live');
  });

  it('keeps a day’s answer for that day', async () => {
    let now = new Date('2026-10-02T23:59:00Z');
    const cache = createDayCache(aws.folder, () => now);
    await cache.write('spend of work', { usd: 12 });
    assert.deepEqual(await cache.read('spend of work'), { usd: 12 });
    assert.equal(await cache.read('spend of home'), null);
    now = new Date('2026-10-03T00:01:00Z');
    assert.equal(await cache.read('spend of work'), null);
    assert.ok((await readdir(aws.folder)).every((name) => !name.includes('work')), 'a profile’s name is in no file name');
  });
});

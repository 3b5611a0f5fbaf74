import { strict as assert } from 'node:assert';
import { localizeMessage } from '../../../src/core/l10n/localized';
import type { PlannedUsage, UsageValue } from '../../../src/core/model';
import { estimateUsages, loadSnapshot, loadSnapshotPriceBook, originOf, pricedServices, queriesOf } from '../../../src/core/pricing';
import type { MeterQuery, PriceBook } from '../../../src/core/pricing/types';
import { liveRows } from '../../../src/tools/prices/liveRows';
import { snapshotRows } from '../../../src/tools/prices/snapshotFiles';
import { fakeKeys, withAwsEnvironment } from './environment';
import { fixtureCatalog, snapshotCatalog, withReservedTerms, type CatalogProduct } from './catalog';
import { Harness, query, quick } from './harness';
import { machineFactor } from '../support/machine';

const region = 'sa-east-1';
const few: readonly MeterQuery[] = [query('alb.hours'), query('alb.lcu'), query('nat-gateway.hours'), query('nat-gateway.data')];

/** More services than any phase of one application has. */
const architecture =
  'alb apigateway-http apigateway-websocket cloudfront cloudwatch cognito data-transfer-az data-transfer-out dynamodb ebs ec2 ecr elasticache eventbridge fargate kms lambda nat-gateway opensearch public-ipv4 rds route53 s3 secretsmanager ses sns sqs stepfunctions vpc-endpoint waf xray'.split(
    ' ',
  );

function planned(service: string, usage: Readonly<Record<string, UsageValue>>): PlannedUsage {
  return { service, node: null, serves: [], usage, assumption: { text: { en: 'test', 'pt-br': 'teste' } } };
}

function usdOf(book: PriceBook, wanted: MeterQuery): number | string {
  const price = book.price(wanted);
  return price.status === 'known' ? (price.tiers[0]?.usd ?? NaN) : price.cause;
}

function ofUsage(usageType: string): CatalogProduct {
  const product = fixtureCatalog().find((candidate) => candidate.fields['usagetype'] === usageType);
  assert.ok(product, usageType);
  return product;
}

describe('live prices', () => {
  const aws = new Harness();
  let snapshot: PriceBook;

  before(async () => {
    snapshot = await loadSnapshotPriceBook(region);
  });
  beforeEach(() => aws.open());
  afterEach(() => aws.close());

  it('come from AWS’s own protocol, signed and shared', async () => {
    const { book, failure, older } = await aws.refresh(await aws.start({ products: fixtureCatalog() }), snapshot, few);
    assert.equal(failure, null);
    assert.deepEqual(older, []);
    assert.equal(book.source, 'live');
    assert.deepEqual(few.map((wanted) => usdOf(book, wanted)), [0.034, 0.011, 0.093, 0.093]);
    assert.deepEqual(book.price(query('alb.hours')), {
      status: 'known',
      unit: 'Hrs',
      tiers: [{ from: 0, to: null, usd: 0.034 }],
      sku: '4AJP3GA9ECKSCY5M',
      source: 'AWS Price List Query API',
      asOf: '2026-07-20',
    });
    assert.equal(book.asOf, '2026-09-01');
    // Hours and capacity units share one request, hours and data of the gateway another.
    assert.equal(aws.server.requests.length, 2);
    for (const request of aws.server.requests) {
      assert.equal(request.target, 'AWSPriceListService.GetProducts');
      assert.equal(request.contentType, 'application/x-amz-json-1.1');
      assert.equal(request.signed, true);
      assert.equal(request.body['FormatVersion'], 'aws_v1');
    }
  });

  const traps: readonly (readonly [name: string, wanted: MeterQuery, usd: number])[] = [
    ['a free SKU beside Lambda requests', query('lambda.requests', { arch: 'x86' }), 2e-7],
    ['a free SKU beside Lambda duration', query('lambda.duration', { arch: 'x86' }), 0.0000166667],
    ['ARM in the same group', query('lambda.requests', { arch: 'arm' }), 2e-7],
    ['a free SKU beside transfer out', query('data-transfer.out'), 0.15],
    ['a free SKU beside transfer between zones', query('data-transfer.az'), 0.01],
    ['Outposts and trust stores beside a load balancer', query('alb.hours'), 0.034],
    ['reserved and Outposts capacity units', query('alb.lcu'), 0.011],
    ['extended support of a Redis node', query('elasticache.node', { engine: 'redis', nodeType: 'cache.m7g.large' }), 0.225],
    ['synchronous durability of a Valkey node', query('elasticache.node', { engine: 'valkey', nodeType: 'cache.m7g.large' }), 0.18],
    ['annotation requests of S3', query('s3.puts'), 0.000007],
    ['throughput by GiB/s', query('ebs.throughput'), 77.824],
    ['a free band inside DynamoDB storage', query('dynamodb.storage'), 0.375],
    ['the engine of RDS storage', query('rds.storage', { engine: 'postgresql', volume: 'gp3', deployment: 'multi-az' }), 0.438],
  ];
  for (const [name, wanted, usd] of traps) {
    it(`do not fall for ${name}`, async () => {
      const { book, failure } = await aws.refresh(await aws.start({ products: fixtureCatalog() }), snapshot, [wanted]);
      assert.equal(failure, null);
      const price = book.price(wanted);
      assert.ok(price.status === 'known');
      assert.equal(price.source, 'AWS Price List Query API');
      assert.deepEqual([price.tiers[0]?.from, price.tiers[0]?.usd], [0, usd]);
    });
  }

  it('keep the graduated bands', async () => {
    const { book } = await aws.refresh(await aws.start({ products: fixtureCatalog() }), snapshot, [query('data-transfer.out')]);
    const price = book.price(query('data-transfer.out'));
    assert.ok(price.status === 'known');
    assert.deepEqual(price.tiers, [
      { from: 0, to: 10240, usd: 0.15 },
      { from: 10240, to: 51200, usd: 0.138 },
      { from: 51200, to: 153600, usd: 0.126 },
      { from: 153600, to: null, usd: 0.114 },
    ]);
  });

  it('are unknown when AWS lists two prices, whatever older sources say', async () => {
    const product = ofUsage('SAE1-LoadBalancerUsage');
    const dearer = { ...product, document: product.document.replaceAll('4AJP3GA9ECKSCY5M', '4AJP3GA9ECKSCY5N').replace('0.0340000000', '0.0350000000') };
    const { book } = await aws.refresh(await aws.start({ products: [product, dearer] }), snapshot, [query('alb.hours')]);
    const price = book.price(query('alb.hours'));
    assert.ok(price.status === 'unknown');
    assert.equal(price.cause, 'ambiguous');
    assert.match(localizeMessage(price.reason, 'en'), /2 different prices .*4AJP3GA9ECKSCY5M, 4AJP3GA9ECKSCY5N/);
    assert.equal(estimateUsages([planned('alb', { 'load-balancers': 1 })], book, { freeTier: 'none' }).monthlyUsd, null);
  });

  it('are one price when AWS lists the same twice', async () => {
    const product = ofUsage('SAE1-LoadBalancerUsage');
    const twin = { ...product, document: product.document.replaceAll('4AJP3GA9ECKSCY5M', '4AJP3GA9ECKSCY5N') };
    const { book } = await aws.refresh(await aws.start({ products: [twin, product] }), snapshot, [query('alb.hours')]);
    assert.equal(usdOf(book, query('alb.hours')), 0.034);
  });

  it('are unknown in a unit that was not expected', async () => {
    const product = ofUsage('SAE1-LoadBalancerUsage');
    const daily = { ...product, document: product.document.replace('"unit":"Hrs"', '"unit":"Days"') };
    const { book } = await aws.refresh(await aws.start({ products: [daily] }), snapshot, [query('alb.hours')]);
    assert.equal(usdOf(book, query('alb.hours')), 'unreadable');
  });

  it('are unknown in another currency', async () => {
    const product = ofUsage('SAE1-LoadBalancerUsage');
    const yuan = { ...product, document: product.document.replace('"USD":', '"CNY":') };
    const { book } = await aws.refresh(await aws.start({ products: [yuan] }), snapshot, [query('alb.hours')]);
    assert.equal(usdOf(book, query('alb.hours')), 'unreadable');
  });

  it('fall back, named, where AWS lists nothing, and are unknown where nobody does', async () => {
    const { book, older, failure } = await aws.refresh(await aws.start({ products: [] }), snapshot, [query('alb.hours'), query('sqs.requests', { type: 'standard' })]);
    assert.equal(failure, null);
    assert.deepEqual(older, ['alb.hours']);
    const load = book.price(query('alb.hours'));
    assert.ok(load.status === 'known');
    assert.equal(load.source, 'AWS Price List bulk file AWSELB sa-east-1');
    const queue = book.price(query('sqs.requests', { type: 'standard' }));
    assert.ok(queue.status === 'unknown');
    assert.equal(localizeMessage(queue.reason, 'en'), 'AWS lists no such price in this region');
  });

  it('read every page', async () => {
    const { book } = await aws.refresh(await aws.start({ products: fixtureCatalog(), pageSize: 1 }), snapshot, [query('alb.hours'), query('alb.lcu')]);
    assert.deepEqual([usdOf(book, query('alb.hours')), usdOf(book, query('alb.lcu'))], [0.034, 0.011]);
    // Six products of load balancers in São Paulo, one a page.
    assert.deepEqual(aws.server.requests.map(({ body }) => 'NextToken' in body), [false, true, true, true, true, true]);
  });

  it('name commitments as information, beside the price', async () => {
    const product = withReservedTerms(ofUsage('SAE1-BoxUsage:m7g.large'), {
      one: {
        termAttributes: { LeaseContractLength: '1yr', OfferingClass: 'standard', PurchaseOption: 'No Upfront' },
        priceDimensions: { a: { unit: 'Hrs', pricePerUnit: { USD: '0.0820000000' } } },
      },
      three: {
        termAttributes: { LeaseContractLength: '3yr', OfferingClass: 'standard', PurchaseOption: 'All Upfront' },
        priceDimensions: { a: { unit: 'Quantity', pricePerUnit: { USD: '1314' } }, b: { unit: 'Hrs', pricePerUnit: { USD: '0' } } },
      },
      convertible: {
        termAttributes: { LeaseContractLength: '3yr', OfferingClass: 'convertible', PurchaseOption: 'No Upfront' },
        priceDimensions: { a: { unit: 'Hrs', pricePerUnit: { USD: '0.01' } } },
      },
    });
    const wanted = query('ec2.instance', { instanceType: 'm7g.large' });
    const { book, commitments } = await aws.refresh(await aws.start({ products: [product] }), snapshot, [wanted]);
    assert.equal(usdOf(book, wanted), 0.1301);
    assert.deepEqual(commitments.get('ec2.instance?instanceType=m7g.large'), [
      { years: 1, payment: 'no-upfront', upfrontUsd: 0, hourlyUsd: 0.082 },
      { years: 3, payment: 'all-upfront', upfrontUsd: 1314, hourlyUsd: 1314 / (3 * 8760) },
    ]);
  });

  it('price a whole architecture in under three seconds at 100 ms per request', async () => {
    const connection = await aws.start({ products: snapshotCatalog(await loadSnapshot(region), 1.01), delayMs: 100 });
    const usages = architecture.map((id) => planned(id, {}));
    const queries = queriesOf(usages, region);
    assert.ok(queries.length > 70, `${queries.length} prices`);
    const progress: (readonly [number, number])[] = [];
    const started = performance.now();
    const { book, failure } = await aws.refresh(connection, snapshot, queries, {
      connection: { ...connection, requestTimeoutMs: 5000 },
      onProgress: (done, total) => progress.push([done, total]),
    });
    const milliseconds = performance.now() - started;
    assert.equal(failure, null);
    assert.equal(book.source, 'live');
    assert.ok(milliseconds < 3000 * machineFactor(), `took ${milliseconds.toFixed(0)} ms`);
    assert.ok(aws.server.mostAtOnce() <= quick.concurrency, 'concurrency is bounded');
    assert.ok(aws.server.mostAtOnce() > 1, 'requests run beside each other');
    assert.deepEqual(progress.map(([done]) => done), progress.map((_, index) => index + 1), 'progress counts up');
    assert.deepEqual(progress.at(-1), [progress.length, progress.length]);
    assert.ok(progress.length < queries.length, 'requests are shared');
    const bodies = aws.server.requests.map(({ body }) => JSON.stringify(body));
    assert.equal(new Set(bodies).size, bodies.length, 'no request was sent twice');
    const estimate = estimateUsages(usages, book, { freeTier: 'none' });
    assert.equal(originOf(book, estimate.services).source, 'live');
  });

  it('find by the same selection what the snapshot was built with', async () => {
    const file = await loadSnapshot(region);
    const connection = await aws.start({ products: snapshotCatalog(file, 1.01) });
    const usages = pricedServices.map((service) => planned(service.id, {}));
    const { book } = await aws.refresh(connection, snapshot, queriesOf(usages, region), { connection: { ...connection, requestTimeoutMs: 5000 } });
    const wrong: string[] = [];
    let live = 0;
    for (const wanted of queriesOf(usages, region)) {
      const bundled = snapshot.price(wanted);
      const price = book.price(wanted);
      if (bundled.status === 'unknown' || price.status === 'unknown' || price.source !== 'AWS Price List Query API') continue;
      live += 1;
      const same = bundled.tiers.every((tier, index) => Math.abs((price.tiers[index]?.usd ?? NaN) - tier.usd * 1.01) < 1e-11);
      if (!same) wrong.push(`${wanted.meter} ${JSON.stringify(wanted.parameters)}`);
    }
    assert.ok(live > 80, `${live} prices were live`);
    assert.deepEqual(wrong, []);
  });

  it('rebuild a region of the snapshot, all of it or nothing', async () => {
    const known = snapshotRows(region).filter(({ query: { meter } }) => /^(alb|nlb|sqs|lambda)\./.test(meter));
    const connection = await aws.start({ products: snapshotCatalog(await loadSnapshot(region), 1.01) });
    const patient = { ...connection, requestTimeoutMs: 5000 };
    const rows = await withAwsEnvironment(fakeKeys, () => liveRows(region, known, patient, quick));
    const load = rows.find((row) => row.query.meter === 'alb.hours');
    assert.ok(load);
    assert.equal(load.asOf, '2026-10-01');
    assert.equal(load.source, 'AWS Price List Query API');
    assert.equal(load.tiers[0]?.usd, 0.03434);
    assert.ok(rows.length >= known.length, `${rows.length} rows`);
    const faulty = await aws.start({ products: [], fault: ({ body }) => (body['ServiceCode'] === 'awskms' ? 'server-error' : null) });
    await assert.rejects(withAwsEnvironment(fakeKeys, () => liveRows(region, known, faulty, quick)), /error of its own/);
  });
});

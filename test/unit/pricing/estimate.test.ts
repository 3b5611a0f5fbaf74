import { strict as assert } from 'node:assert';
import { serviceIds } from '../../../src/core/catalog/ids';
import { localizeMessage } from '../../../src/core/l10n/localized';
import type { PlannedUsage, UsageValue } from '../../../src/core/model';
import { allowances, estimateUsages, loadSnapshotPriceBook, meterDefinition, originOf, parseUsage, pricedService, pricedServices, priceService } from '../../../src/core/pricing';
import type { PriceBook, PricedService } from '../../../src/core/pricing/types';

const assumption = { text: { en: 'plan', 'pt-br': 'plano' } };

function planned(service: string, usage: Readonly<Record<string, UsageValue>>): PlannedUsage {
  return { service, node: `${service}-node`, serves: ['compute'], usage, assumption };
}

function serviceOf(id: string): PricedService {
  const service = pricedService(id);
  assert.ok(service, id);
  return service;
}

describe('price catalog', () => {
  let book: PriceBook;

  before(async () => {
    book = await loadSnapshotPriceBook('us-east-1');
  });

  it('knows every service of the catalog, and no other', () => {
    assert.deepEqual(pricedServices.map(({ id }) => id).sort(), [...serviceIds].sort());
  });

  it('asks only for meters that are defined, with their parameters', () => {
    for (const service of pricedServices) {
      for (const { query } of service.meters({}, 'us-east-1')) {
        const meter = meterDefinition(query.meter);
        assert.ok(meter, `${service.id} asks for ${query.meter}`);
        assert.deepEqual(Object.keys(query.parameters).sort(), [...meter.parameters].sort(), query.meter);
      }
    }
  });

  it('says something about every service, even with no usage', () => {
    for (const { id } of pricedServices) {
      assert.ok(priceService(id, {}, book, { freeTier: 'none' }).lines.length > 0, id);
    }
  });

  it('keeps the usage names of the contract', () => {
    const contract: Readonly<Record<string, string>> = {
      lambda: 'requests duration-ms memory-mb arch',
      'apigateway-http': 'requests',
      'apigateway-rest': 'requests',
      'apigateway-websocket': 'messages connection-minutes',
      fargate: 'tasks vcpu memory-gb hours arch',
      ec2: 'instance-type instances hours',
      ebs: 'storage-gb iops throughput-mibps',
      rds: 'engine instance-type multi-az instances storage-gb hours',
      'aurora-serverless': 'acu-hours storage-gb io-requests',
      elasticache: 'engine node-type nodes hours',
      sqs: 'requests fifo',
      sns: 'publishes http-deliveries email-deliveries sms',
      s3: 'storage-gb put-requests get-requests',
      cloudfront: 'data-out-gb https-requests edge',
      alb: 'load-balancers lcus hours',
      nlb: 'load-balancers lcus hours',
      'nat-gateway': 'gateways data-gb hours',
      'data-transfer-out': 'gb',
      'public-ipv4': 'addresses hours',
      dynamodb: 'reads writes storage-gb',
      cloudwatch: 'log-ingest-gb log-stored-gb metrics alarms dashboards',
      xray: 'traces-recorded traces-retrieved',
      route53: 'zones queries',
      waf: 'web-acls rules requests',
      secretsmanager: 'secrets requests',
      kms: 'keys requests',
      ses: 'emails attachment-gb',
      ecr: 'storage-gb',
      eventbridge: 'events scheduler-invocations',
      stepfunctions: 'transitions',
      opensearch: 'instance-type instances storage-gb',
      codepipeline: 'pipelines',
    };
    for (const [id, names] of Object.entries(contract)) {
      const known = serviceOf(id).usages.map(({ name }) => name);
      assert.deepEqual(names.split(' ').filter((name) => !known.includes(name)), [], id);
    }
    const choicesOf = (id: string, name: string): readonly string[] | undefined => serviceOf(id).usages.find((usage) => usage.name === name)?.choices;
    assert.deepEqual(choicesOf('lambda', 'arch'), ['x86', 'arm']);
    assert.deepEqual(choicesOf('rds', 'engine'), ['postgresql', 'mysql', 'mariadb']);
    assert.deepEqual(choicesOf('elasticache', 'engine'), ['valkey', 'redis', 'memcached']);
    for (const edge of ['us', 'eu', 'south-america']) assert.ok(choicesOf('cloudfront', 'edge')?.includes(edge), edge);
    for (const { id, usages } of pricedServices) {
      for (const usage of usages) if (usage.name === 'hours') assert.equal(usage.default, 730, id);
    }
  });

  it('speaks both languages', () => {
    for (const { id, usages } of pricedServices) {
      for (const { name, meaning } of usages) {
        assert.ok(meaning.en.length > 0 && meaning['pt-br'].length > 0, `${id} --${name}`);
      }
    }
  });

  it('names allowances of meters that exist', () => {
    for (const { pool, meters, only } of allowances) {
      for (const id of meters) {
        const meter = meterDefinition(id);
        assert.ok(meter, `${pool} is an allowance of ${id}`);
        for (const name of Object.keys(only ?? {})) assert.ok(meter.parameters.includes(name), `${id} has ${name}`);
      }
    }
  });
});

describe('estimate', () => {
  let book: PriceBook;

  before(async () => {
    book = await loadSnapshotPriceBook('us-east-1');
  });

  it('gives each free allowance once, however many applications draw on it', () => {
    const usage = { requests: 800_000, 'duration-ms': 100, 'memory-mb': 128 };
    const phase = estimateUsages([planned('lambda', usage), planned('lambda', { ...usage, arch: 'arm' })], book, { freeTier: 'credits' });
    const requests = phase.services.map(({ lines }) => lines[0]);
    assert.equal(requests[0]?.usd, 0);
    // 200,000 of the million were left for the second.
    assert.equal(requests[1]?.usd?.toFixed(4), (600_000 * 2e-7).toFixed(4));
    const text = requests[1] === undefined ? '' : localizeMessage(requests[1].assumption, 'en');
    assert.equal(text, 'plan · monthly quantity as given · 200,000 Requests free of charge (free tier)');
  });

  it('deducts nothing without a free tier, not even what is free for ever', () => {
    const usd = (freeTier: 'none' | 'credits' | 'legacy', service: string, usage: Readonly<Record<string, UsageValue>>): number | null =>
      priceService(service, usage, book, { freeTier }).monthlyUsd;
    assert.equal(usd('none', 'dynamodb', { 'storage-gb': 25 }), 6.25);
    assert.equal(usd('credits', 'dynamodb', { 'storage-gb': 25 }), 0);
    assert.equal(usd('none', 'cloudfront', { 'data-out-gb': 1024, edge: 'us' })?.toFixed(2), '87.04');
    assert.equal(usd('credits', 'cloudfront', { 'data-out-gb': 1024, edge: 'us' }), 0);
    assert.equal(usd('credits', 'ec2', { 'instance-type': 't3.micro' })?.toFixed(2), '7.59');
    assert.equal(usd('legacy', 'ec2', { 'instance-type': 't3.micro' }), 0);
    assert.equal(usd('none', 'sqs', { requests: 1_000_000 })?.toFixed(2), '0.40');
  });

  it('never lends an allowance to another type', () => {
    const estimate = priceService('ec2', { 'instance-type': 't3.small' }, book, { freeTier: 'legacy' });
    assert.equal(estimate.monthlyUsd?.toFixed(2), '15.18');
    const multiAz = priceService('rds', { 'instance-type': 'db.t3.micro', 'multi-az': true }, book, { freeTier: 'legacy' });
    assert.ok((multiAz.monthlyUsd ?? 0) > 25);
  });

  it('keeps an unknown price out of the total and says so', async () => {
    const ohio = await loadSnapshotPriceBook('us-east-2');
    const phase = estimateUsages([planned('alb', { 'load-balancers': 1 }), planned('ec2', { 'instance-type': 't4g.small' })], ohio, { freeTier: 'none' });
    assert.equal(phase.monthlyUsd, null);
    assert.equal(phase.knownUsd.toFixed(3), '12.264');
    assert.deepEqual(phase.missing, ['alb: Load balancer hours']);
    const [line] = phase.services[0]?.lines ?? [];
    assert.ok(line);
    assert.equal(line.usd, null);
    assert.equal(line.unitUsd, null);
    assert.equal(line.unit, 'Hrs');
    assert.match(line.missing === null ? '' : localizeMessage(line.missing, 'en'), /no sourced price of alb\.hours in us-east-2/);
  });

  it('leaves out lines that nobody asked for, and keeps a zero that was asked for', () => {
    const what = (usage: Readonly<Record<string, UsageValue>>): readonly string[] =>
      priceService('ebs', usage, book, { freeTier: 'none' }).lines.map((line) => line.what.en);
    assert.deepEqual(what({ 'storage-gb': 10 }), ['gp3 storage']);
    assert.deepEqual(what({ 'storage-gb': 10, iops: 3000 }), ['gp3 storage', 'IOPS above 3,000']);
    assert.deepEqual(what({ 'storage-gb': 0 }), ['gp3 storage']);
  });

  it('shows unit prices when no usage is given', () => {
    const { lines, monthlyUsd } = priceService('kms', {}, book, { freeTier: 'none' });
    assert.deepEqual(lines.map(({ unitUsd, quantity }) => [unitUsd, quantity]), [[1, 0], [3e-6, 0]]);
    assert.equal(monthlyUsd, 0);
  });

  it('says openly what costs nothing', () => {
    for (const id of ['iam', 'vpc', 'acm', 'auto-scaling', 'codedeploy', 'shield']) {
      const { lines, monthlyUsd } = priceService(id, {}, book, { freeTier: 'none' });
      assert.equal(monthlyUsd, 0, id);
      assert.equal(lines.length, 1, id);
      assert.match(lines[0]?.source ?? '', /^https:\/\/aws\.amazon\.com\//, id);
    }
    const { lines } = priceService('parameter-store', { 'advanced-parameters': 2 }, book, { freeTier: 'none' });
    assert.deepEqual(lines.map(({ usd }) => usd?.toFixed(2)), ['0.00', '0.10']);
  });

  it('does not invent a service', () => {
    const phase = estimateUsages([planned('quantum-toaster', {})], book, { freeTier: 'none' });
    assert.equal(phase.monthlyUsd, null);
    assert.deepEqual(phase.missing, ['quantum-toaster: quantum-toaster']);
  });

  it('dates an estimate by its oldest price', () => {
    const rds = priceService('rds', { 'instance-type': 'db.m6g.large', 'storage-gb': 20 }, book, { freeTier: 'none' });
    assert.deepEqual(originOf(book, [rds]), { source: 'snapshot', asOf: '2023-03-01', region: 'us-east-1', currency: 'USD' });
    assert.equal(originOf(book, []).asOf, book.asOf);
  });

  it('answers for a region of which no prices ship', async () => {
    const mumbai = await loadSnapshotPriceBook('ap-south-1');
    const { lines, monthlyUsd } = priceService('s3', { 'storage-gb': 1 }, mumbai, { freeTier: 'none' });
    assert.equal(monthlyUsd, null);
    assert.match(lines[0]?.missing ? localizeMessage(lines[0].missing, 'pt-br') : '', /não traz preços de ap-south-1/);
  });
});

describe('usage as written', () => {
  const accepted: readonly (readonly [service: string, name: string, text: string, value: UsageValue])[] = [
    ['s3', 'storage-gb', '100', 100],
    ['s3', 'storage-gb', '1.5', 1.5],
    ['s3', 'storage-gb', '.5', 0.5],
    ['s3', 'storage-gb', '1e3', 1000],
    ['s3', 'storage-gb', ' 7 ', 7],
    ['s3', 'storage-gb', '0', 0],
    ['sqs', 'fifo', 'true', true],
    ['sqs', 'fifo', 'false', false],
    ['lambda', 'arch', 'arm', 'arm'],
    ['rds', 'instance-type', 'db.t4g.micro', 'db.t4g.micro'],
  ];
  for (const [service, name, text, value] of accepted) {
    it(`takes ${service} --${name} "${text}"`, () => {
      assert.deepEqual(parseUsage(serviceOf(service), { [name]: text }), { value: { [name]: value } });
    });
  }

  const refused: readonly (readonly [service: string, name: string, text: string, error: RegExp])[] = [
    ['s3', 'storage-gb', '-1', /must be a number of 0 or more, not “-1”/],
    ['s3', 'storage-gb', 'NaN', /not “NaN”/],
    ['s3', 'storage-gb', 'Infinity', /not “Infinity”/],
    ['s3', 'storage-gb', '1e999', /not “1e999”/],
    ['s3', 'storage-gb', '1,000', /not “1,000”/],
    ['s3', 'storage-gb', '0x10', /not “0x10”/],
    ['s3', 'storage-gb', '10GB', /not “10GB”/],
    ['s3', 'storage-gb', '', /needs a value/],
    ['s3', 'storage-gb', '  ', /needs a value/],
    ['sqs', 'fifo', 'yes', /one of true, false, not “yes”/],
    ['lambda', 'arch', 'mips', /one of x86, arm, not “mips”/],
    ['s3', 'storage', '1', /s3 has no usage --storage; it takes --storage-gb --put-requests/],
    ['iam', 'users', '1', /iam takes no usage, so not --users/],
  ];
  for (const [service, name, text, error] of refused) {
    it(`refuses ${service} --${name} "${text}"`, () => {
      const parsed = parseUsage(serviceOf(service), { [name]: text });
      assert.ok('error' in parsed);
      assert.match(localizeMessage(parsed.error, 'en'), error);
      assert.notEqual(localizeMessage(parsed.error, 'pt-br'), localizeMessage(parsed.error, 'en'));
    });
  }
});

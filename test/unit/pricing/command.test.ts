import { strict as assert } from 'node:assert';
import { runPrice } from '../../../src/cli/price';
import type { Language } from '../../../src/core/l10n/localized';
import { pricedServices } from '../../../src/core/pricing';

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function run(command: string, language: Language = 'en'): Promise<Run> {
  return runArguments(command === '' ? [] : command.split(' '), language);
}

async function runArguments(args: readonly string[], language: Language = 'en'): Promise<Run> {
  let stdout = '';
  let stderr = '';
  const code = await runPrice(args, { stdout: (text) => (stdout += text), stderr: (text) => (stderr += text), language });
  return { code, stdout, stderr };
}

async function json(command: string): Promise<Record<string, unknown>> {
  const { code, stdout, stderr } = await run(`${command} --json`);
  assert.equal(stderr, '');
  assert.equal(code, 0);
  return JSON.parse(stdout) as Record<string, unknown>;
}

describe('skylift price', () => {
  it('prints the contract’s JSON', async () => {
    assert.deepEqual(await json('lambda --requests 3000000 --duration-ms 1000 --memory-mb 512'), {
      service: 'lambda',
      region: 'us-east-1',
      monthlyUsd: 25.60005,
      lines: [
        {
          what: 'Requests',
          quantity: 3000000,
          unit: 'Requests',
          unitUsd: 2e-7,
          usd: 0.6,
          assumption: 'monthly quantity as given',
          sku: 'GU2ZS9HVP6QTQ7KE.JRTCKXETXF.6YS6EN2CT7',
          source: 'AWS metered unit map lambda',
          asOf: '2025-10-30',
        },
        {
          what: 'Duration (x86)',
          quantity: 1500000,
          unit: 'Lambda-GB-Second',
          unitUsd: 0.0000166667,
          usd: 25.00005,
          assumption: '3,000,000 requests × 1,000 ms × 512 MB',
          sku: 'TG3M4CAGBA3NYQBH',
          source: 'AWS metered unit map lambda',
          asOf: '2025-10-30',
        },
      ],
      prices: { source: 'snapshot', asOf: '2025-10-30', region: 'us-east-1', currency: 'USD' },
      missing: [],
    });
  });

  it('takes --flag=value and --flag value alike, in any order', async () => {
    const spaced = await json('s3 --storage-gb 100 --region sa-east-1 --free-tier legacy');
    const joined = await json('--region=sa-east-1 --free-tier=legacy --storage-gb=100 s3');
    assert.deepEqual(joined, spaced);
    assert.equal(spaced['monthlyUsd'], 95 * 0.0405);
  });

  it('deducts nothing unless it is asked to', async () => {
    assert.equal((await json('sqs --requests 1000000'))['monthlyUsd'], 0.4);
    assert.equal((await json('sqs --requests 1000000 --free-tier credits'))['monthlyUsd'], 0);
    assert.equal((await json('ec2 --instance-type t3.micro --free-tier credits'))['monthlyUsd'], 7.592);
    assert.equal((await json('ec2 --instance-type t3.micro --free-tier legacy'))['monthlyUsd'], 0);
  });

  it('prints null, with the reason, for a price that no source has', async () => {
    const report = await json('alb --load-balancers 1 --lcus 1 --region eu-central-1');
    assert.equal(report['monthlyUsd'], null);
    const lines = report['lines'] as readonly { readonly usd: unknown; readonly unitUsd: unknown; readonly missing: string }[];
    assert.deepEqual(lines.map(({ usd, unitUsd }) => [usd, unitUsd]), [[null, null], [null, null]]);
    assert.match(lines[0]?.missing ?? '', /no sourced price of alb\.hours in eu-central-1/);
    assert.equal((report['missing'] as readonly string[]).length, 2);
  });

  it('knows a type that has no price here from one that AWS does not have', async () => {
    assert.equal((await json('rds --instance-type db.r7g.4xlarge --region us-west-2'))['monthlyUsd'], null);
    assert.equal((await json('opensearch --instance-type r6g.large.search'))['monthlyUsd'], null);
    assert.equal((await json('ec2 --instance-type m5.metal'))['monthlyUsd'], null);
  });

  it('prints the total and where every price is from as text', async () => {
    const { code, stdout } = await run('ebs --storage-gb 100 --iops 4000');
    assert.equal(code, 0);
    assert.equal(
      stdout,
      [
        'ebs · us-east-1 · free tier: none',
        '',
        'gp3 storage           100 GB-Mo   × $0.08   $8.00  monthly quantity as given',
        'IOPS above 3,000  1,000 IOPS-Mo  × $0.005   $5.00  monthly quantity as given',
        'Total a month                              $13.00',
        '',
        'Prices: bundled snapshot as of 2024-07-01. Sources: AWS Price List AmazonEC2 (2024-07-01).',
        'List prices before taxes and discounts.',
        '',
      ].join('\n'),
    );
  });

  it('speaks Portuguese', async () => {
    const { stdout } = await run('kms --keys 2', 'pt-br');
    assert.match(stdout, /Chaves\s+2 Keys\s+× US\$\s1,00\s+US\$\s2,00/);
    assert.match(stdout, /Preços: instantâneo embutido de 2025-08-28\./);
    const { stderr } = await run('nada', 'pt-br');
    assert.equal(stderr, 'skylift: não existe o serviço “nada”; skylift price --list mostra todos\n');
  });

  it('shows what an unknown price is, and the part that is known', async () => {
    const { stdout } = await run('opensearch --instance-type r6g.large.search --storage-gb 10');
    assert.match(stdout, /r6g\.large\.search\s+730 Hrs\s+unknown/);
    assert.match(stdout, /Known part a month\s+\$1\.22/);
    assert.match(stdout, /Without a price:\n {2}r6g\.large\.search: no sourced price/);
  });

  it('lists every service with its usage, unit and default', async () => {
    const { stdout, code } = await run('--list');
    assert.equal(code, 0);
    for (const { id, usages } of pricedServices) {
      assert.match(stdout, new RegExp(`^${id}$`, 'm'));
      for (const { name } of usages) assert.ok(stdout.includes(`--${name} `), `${id} --${name}`);
    }
    assert.match(stdout, /--hours h .*\(default 730\)/);
    const list = JSON.parse((await run('--list --json')).stdout) as readonly { readonly service: string; readonly usage: readonly { readonly name: string; readonly default: unknown }[] }[];
    assert.deepEqual(list.map(({ service }) => service), pricedServices.map(({ id }) => id));
    assert.equal(list.find(({ service }) => service === 'alb')?.usage.find(({ name }) => name === 'hours')?.default, 730);
  });

  const wrong: readonly (readonly [command: string, stderr: RegExp])[] = [
    ['', /price takes a service/],
    ['bogus', /there is no service “bogus”/],
    ['s3 sqs', /one service at a time, not s3 sqs/],
    ['s3 --storage-gb -1', /--storage-gb must be a number of 0 or more, not “-1”/],
    ['s3 --storage-gb=-1', /not “-1”/],
    ['s3 --storage-gb NaN', /not “NaN”/],
    ['s3 --storage-gb Infinity', /not “Infinity”/],
    ['s3 --storage-gb=', /--storage-gb needs a value/],
    ['s3 --storage-gb', /--storage-gb needs a value/],
    ['s3 --storage-gb --json', /--storage-gb needs a value/],
    ['s3 --storage-gb 1 --storage-gb 2', /--storage-gb is given twice/],
    ['s3 --colour red', /s3 has no usage --colour; it takes --storage-gb/],
    ['s3 --region mars', /“mars” is no AWS region code; there are prices of us-east-1/],
    ['s3 --region ap-south-1', /no prices of ap-south-1 are bundled/],
    ['s3 --region us-east-1a', /“us-east-1a” is no AWS region code/],
    ['s3 --region US-EAST-1', /“US-EAST-1” is no AWS region code/],
    ['s3 --free-tier forever', /--free-tier is one of none, legacy, credits/],
    ['sqs --fifo maybe', /one of true, false/],
    ['lambda --arch sparc', /one of x86, arm/],
    ['ec2 --instance-type t9.micro', /AWS has no ec2 type “t9\.micro”; did you mean t1\.micro, t2\.micro, t3\.micro\?/],
    ['rds --instance-type t3.micro', /AWS has no rds type “t3\.micro”; did you mean db\.t3\.micro/],
    ['elasticache --node-type cache.t9.micro', /did you mean cache\.t2\.micro, cache\.t3\.micro/],
    ['memorydb --node-type db.t9.small', /AWS has no memorydb type “db\.t9\.small”; did you mean db\.t/],
  ];
  for (const [command, stderr] of wrong) {
    it(`refuses "${command}" in one line`, async () => {
      const result = await run(command);
      assert.equal(result.code, 2);
      assert.equal(result.stdout, '');
      assert.match(result.stderr, stderr);
      assert.match(result.stderr, /^skylift: [^\n]+\n$/);
    });
  }

  it('refuses an empty value and one with a line break in one line', async () => {
    for (const value of ['', ' ', 'a\nb']) {
      const result = await runArguments(['s3', '--storage-gb', value]);
      assert.equal(result.code, 2, JSON.stringify(value));
      assert.match(result.stderr, /^skylift: [^\n]+\n$/, JSON.stringify(value));
    }
  });
});

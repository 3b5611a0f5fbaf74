import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { needIds, phaseIds } from '../../../src/core/model';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const sample = join(root, 'test/fixtures/telemedicina');

function skylift(...args: readonly string[]): { readonly code: number | null; readonly out: string; readonly error: string } {
  const run = spawnSync(process.execPath, ['--import', 'tsx', join(root, 'src/cli/main.ts'), ...args], { cwd: root, encoding: 'utf8', env: { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '' } });
  return { code: run.status, out: run.stdout, error: run.stderr };
}

interface Scan {
  readonly schema: number;
  readonly applications: readonly Readonly<Record<string, unknown>>[];
  readonly needs: readonly { readonly id: string; readonly technology: string; readonly evidence: readonly { readonly file: string; readonly line: number; readonly column: number; readonly key: string; readonly stage: string }[] }[];
  readonly findings: readonly Readonly<Record<string, unknown>>[];
  readonly phases: readonly { readonly id: string; readonly mermaid: string; readonly services: readonly { readonly id: string; readonly serves: readonly string[]; readonly monthlyUsd: number | null; readonly lines: readonly Readonly<Record<string, unknown>>[] }[]; readonly monthlyUsd: number | null; readonly capacity: Readonly<Record<string, unknown>> }[];
  readonly prices: Readonly<Record<string, unknown>>;
  readonly skipped: readonly { readonly file: string; readonly why: string }[];
  readonly stats: Readonly<Record<string, number>>;
}

function scan(folder: string, ...args: readonly string[]): Scan {
  const run = skylift('scan', folder, '--format', 'json', ...args);
  assert.equal(run.error, '');
  return JSON.parse(run.out) as Scan;
}

describe('skylift', function () {
  this.timeout(60_000);

  describe('--workload', () => {
    const folder = mkdtempSync(join(tmpdir(), 'skylift-cli-'));
    const file = (name: string, text: string): string => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    };
    after(() => rmSync(folder, { recursive: true }));

    it('takes a file as skylift.yaml states it', () => {
      const own = scan(sample, '--workload', file('own.yaml', 'workload:\n  preset: learning\n  emails: 5000\n'));
      const learning = scan(sample, '--workload', 'learning');
      const total = (result: Scan): number => result.phases[3]?.monthlyUsd ?? 0;
      assert.ok(total(own) > total(learning), `${total(own)} ${total(learning)}`);
    });

    it('says what is wrong, and where', () => {
      assert.deepEqual(skylift('scan', sample, '--workload', 'huge'), { code: 2, out: '', error: 'skylift: --workload is one of learning, current, growth or a file with the key "workload" as in skylift.yaml, not "huge"\n' });
      const path = file('wrong.yaml', 'workload:\n  emials: 3\n');
      assert.deepEqual(skylift('scan', sample, '--workload', path), { code: 2, out: '', error: `skylift: ${path}:2:3: Unknown name “emials”. Did you mean “emails”?\n` });
      const empty = file('empty.yaml', 'region: us-east-1\n');
      assert.equal(skylift('scan', sample, '--workload', empty).code, 2);
    });
  });

  describe('--currency', () => {
    it('shows a second currency beside the dollar, with the day of its rate', () => {
      const { code, out, error } = skylift('scan', sample, '--format', 'markdown', '--fail-on', 'never', '--currency', 'BRL=5.38@2026-11-01');
      assert.equal(error, '');
      assert.equal(code, 0);
      const [, usd, brl] = /\| Lift and shift \| \$([\d.,]+) \(≈ R\$([\d.,]+)\)\/month/.exec(out) ?? [];
      const number = (text: string | undefined): number => Number((text ?? '').replaceAll(',', ''));
      assert.ok(number(usd) > 0, out.slice(0, 3000));
      assert.ok(Math.abs(number(brl) - number(usd) * 5.38) < 0.05, `${usd} ${brl}`);
      assert.match(out, /US\$ 1 = R\$5\.3800, rate of Nov 1, 2026/);
      assert.match(skylift('scan', sample, '--fail-on', 'never', '--currency', 'brl=5.38').out, /≈ R\$.*\n[^]*US\$ 1 = R\$5\.3800\n/);
    });

    for (const wrong of ['BRL', 'BRL=0', 'USD=1', 'BRL=5,38', 'BRL=5.38@2026-13-40', 'BRL=5.38@yesterday']) {
      it(`refuses ${wrong}`, () => {
        const { code, out, error } = skylift('scan', sample, '--currency', wrong);
        assert.deepEqual([code, out], [2, '']);
        assert.match(error, /^skylift: --currency .*\n$/);
      });
    }
  });

  describe('--lang', () => {
    for (const { name, args, said } of [
      { name: 'an unknown command', args: ['scna'], said: 'comando desconhecido "scna"; veja skylift --help' },
      { name: 'an unknown option', args: ['explain', 'rds', '--colour', 'x'], said: 'opção desconhecida --colour; valem --lang' },
      { name: 'a folder that does not exist', args: ['scan', '/nowhere-at-all'], said: 'esta pasta não existe: /nowhere-at-all' },
    ]) {
      it(`says in Portuguese what is wrong with ${name}`, () => {
        assert.deepEqual(skylift(...args, '--lang', 'pt-br'), { code: 2, out: '', error: `skylift: ${said}\n` });
      });
    }

    it('explains itself in both languages', () => {
      assert.match(skylift('--help', '--lang', 'pt-br').out, /Nenhum comando precisa de rede/);
      assert.match(skylift('--help').out, /No command needs a network/);
    });
  });

  describe('scan --format json', () => {
    const result = scan(sample);

    it('has the keys of the contract', () => {
      assert.deepEqual(Object.keys(result).filter((key) => !['problems', 'assessment', 'assumptions'].includes(key)), ['schema', 'tool', 'applications', 'needs', 'findings', 'phases', 'prices', 'roadmap', 'skipped', 'stats']);
      assert.equal(result.schema, 1);
      assert.deepEqual(result.applications, [{ root: '.', name: 'para-todos', framework: 'laravel', frameworkVersion: '12', languages: ['php', 'typescript'] }]);
      assert.deepEqual(Object.keys(result.findings[0] ?? {}), ['rule', 'severity', 'application', 'file', 'line', 'column', 'endLine', 'endColumn', 'message', 'need', 'service', 'help', 'fixes']);
      assert.deepEqual(Object.keys(result.prices), ['source', 'asOf', 'region', 'currency', 'missing']);
    });

    it('names every need that a service answers, shared ones too', () => {
      const cloudNative = result.phases[3]?.services.map((service) => [service.id, service.serves] as const) ?? [];
      const serves = Object.fromEntries(cloudNative);
      assert.deepEqual([...(serves['elasticache'] ?? [])].sort(), ['cache', 'realtime', 'sessions']);
      assert.ok(serves['alb']?.includes('realtime'), String(serves['alb']));
      assert.deepEqual(serves['rds'], ['relational-database']);
    });

    it('names the needs of the sample with the line that proves each', () => {
      assert.deepEqual(
        result.needs.map((need) => [need.id, need.technology, `${need.evidence[0]?.file}:${need.evidence[0]?.line}:${need.evidence[0]?.column}`]),
        [
          ['compute', 'php-fpm', 'composer.json:9:10'],
          ['relational-database', 'sqlite', '.env.example:17:15'],
          ['cache', 'database', '.env.example:31:13'],
          ['sessions', 'database', '.env.example:24:16'],
          ['queue', 'database', '.env.example:29:18'],
          ['scheduler', 'laravel-schedule', 'routes/console.php:6:1'],
          ['realtime', 'reverb', '.env.example:27:22'],
          ['video', 'custom', 'resources/js/composables/useCall.ts:7:18'],
          ['file-storage', 'local', '.env.example:28:17'],
          ['static-assets', 'bundled', 'package.json:11:10'],
          ['mail', 'log', '.env.example:39:13'],
          ['monitoring', 'log-file', '.env.example:12:13'],
          ['secrets', 'env', '.env.example:3:1'],
        ],
      );
      assert.ok(result.needs.every((need) => (needIds as readonly string[]).includes(need.id)));
    });

    it('has the five phases in order, and nothing of AWS today', () => {
      assert.deepEqual(result.phases.map((phase) => phase.id), [...phaseIds]);
      assert.deepEqual([result.phases[0]?.services, result.phases[0]?.monthlyUsd], [[], null]);
      assert.ok(result.phases.every((phase) => phase.mermaid.startsWith('flowchart ')));
      assert.deepEqual(result.phases[0]?.capacity['requestsPerSecond'], [50, 100]);
      assert.deepEqual(result.phases[3]?.capacity['concurrentUsers'], [10_000, 50_000]);
    });

    it('adds up', () => {
      for (const phase of result.phases.slice(1)) {
        for (const service of phase.services) {
          if (service.monthlyUsd === null) continue;
          const sum = service.lines.reduce((total, line) => total + Number(line['usd']), 0);
          assert.ok(Math.abs(sum - service.monthlyUsd) < 0.01, `${phase.id} ${service.id}: ${sum} is not ${service.monthlyUsd}`);
        }
        if (phase.monthlyUsd === null) continue;
        const sum = phase.services.reduce((total, service) => total + (service.monthlyUsd ?? 0), 0);
        assert.ok(Math.abs(sum - phase.monthlyUsd) < 0.05, `${phase.id}: ${sum} is not ${phase.monthlyUsd}`);
      }
    });

    it('never prices the unknown with 0', () => {
      for (const line of result.phases.flatMap((phase) => phase.services.flatMap((service) => service.lines))) {
        assert.equal(line['unitUsd'] === null, line['usd'] === null, JSON.stringify(line));
      }
    });
  });

  it('stays silent where there is no application', () => {
    const folder = mkdtempSync(join(tmpdir(), 'skylift-'));
    try {
      writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'left-pad', version: '1.0.0', main: 'index.js', dependencies: {} }));
      writeFileSync(join(folder, '.env.example'), 'DB_CONNECTION=sqlite\n');
      const result = scan(folder);
      assert.deepEqual([result.applications, result.needs, result.findings], [[], [], []]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('survives what it cannot read, and names it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'skylift-'));
    try {
      writeFileSync(join(folder, 'artisan'), '');
      writeFileSync(join(folder, 'composer.json'), JSON.stringify({ require: { 'laravel/framework': '^12.0' } }));
      mkdirSync(join(folder, 'config'));
      mkdirSync(join(folder, 'closed'));
      writeFileSync(join(folder, 'config/queue.php'), "<?php return ['default' => env('QUEUE_CONNECTION', 'sync'), 'connections' => [");
      writeFileSync(join(folder, 'config/cache.php'), Buffer.from([0x3c, 0x3f, 0, 0, 1]));
      writeFileSync(join(folder, 'config/mail.php'), `<?php // ${'x'.repeat(1_100_000)}`);
      writeFileSync(join(folder, '.env'), 'QUEUE_CONNECTION="redis\nDB_CONNECTION=mysql\n');
      symlinkSync(folder, join(folder, 'loop'));
      chmodSync(join(folder, 'closed'), 0);
      const result = scan(folder);
      assert.equal(result.applications.length, 1);
      assert.deepEqual(result.skipped.filter(({ file }) => file !== 'closed').map(({ file, why }) => [file, why]).sort(), [['config/cache.php', 'not a text file'], ['config/mail.php', 'larger than 1 MiB']]);
    } finally {
      chmodSync(join(folder, 'closed'), 0o700);
      rmSync(folder, { recursive: true });
    }
  });

  it('never prints a secret', () => {
    const folder = mkdtempSync(join(tmpdir(), 'skylift-'));
    const secret = ['hunter', '2'].join('');
    try {
      writeFileSync(join(folder, 'artisan'), '');
      writeFileSync(join(folder, 'composer.json'), JSON.stringify({ require: { 'laravel/framework': '^12.0' } }));
      writeFileSync(join(folder, '.env'), `APP_ENV=production\nAPP_KEY=${secret}\nDB_CONNECTION=mysql\nDB_PASSWORD=${secret}\nDB_URL=mysql://root:${secret}@db/app\nAWS_SECRET_ACCESS_KEY=${secret}\nREDIS_URL=redis://:${secret}@cache\n`);
      for (const format of ['json', 'text', 'sarif', 'markdown']) {
        const run = skylift('scan', folder, '--format', format);
        assert.ok(!`${run.out}${run.error}`.includes(secret), `--format ${format} prints a secret`);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  describe('exit codes', () => {
    const cases: readonly (readonly [readonly string[], number, RegExp])[] = [
      [['scan', sample], 0, /^$/],
      [['scan', sample, '--fail-on', 'hint'], 1, /^$/],
      [['scan', sample, '--fail-on', 'never'], 0, /^$/],
      [['scan', join(root, 'no-such-folder')], 2, /^skylift: no such folder: .*\n$/],
      [['scan', sample, '--format', 'xml'], 2, /^skylift: --format is one of text, json, sarif, markdown, not "xml"\n$/],
      [['scan', sample, '--region', 'mars-1'], 2, /^skylift: .*mars-1.*\n$/],
      [['scan', sample, '--nonsense', '1'], 2, /^skylift: unknown option --nonsense.*\n$/],
      [['scan', sample, '--format'], 2, /^skylift: --format needs a value\n$/],
      [['diagram', sample, '--phase', 'tomorrow'], 2, /^skylift: --phase is one of .*\n$/],
      [['explain', 'nothing-like-it'], 2, /^skylift: nothing is known by the name .*\n$/],
      [['frobnicate'], 2, /^skylift: unknown command .*\n$/],
      [['mcp'], 2, /^skylift: "mcp" is not available yet.*\n$/],
    ];
    for (const [args, code, error] of cases) {
      it(args.join(' ').replaceAll(root, ''), () => {
        const run = skylift(...args);
        assert.deepEqual([run.code, error.test(run.error)], [code, true], run.error);
        if (code === 2) assert.equal(run.out, '');
      });
    }
  });

  it('draws Mermaid and SVG, in both languages', () => {
    assert.match(skylift('diagram', sample).out, /^flowchart /);
    assert.match(skylift('diagram', sample, '--phase', 'cloud-native', '--format', 'svg', '--lang', 'pt-br').out, /^<svg [\s\S]*<\/svg>\s*$/);
  });

  it('explains rules, services, needs and concepts in both languages', () => {
    for (const id of ['db/sqlite-in-production', 'rds', 'queue', 'multi-az', 'giant-server', 'video-calls']) {
      const [english, portuguese] = [skylift('explain', id).out, skylift('explain', id, '--lang', 'pt-br').out];
      assert.match(english, /^# /);
      assert.match(portuguese, /^# /);
      assert.notEqual(english, portuguese);
    }
  });

  it('generates a folder of Terraform and overwrites nothing', () => {
    const folder = mkdtempSync(join(tmpdir(), 'skylift-'));
    try {
      const args = ['infra', sample, '--phase', 'cloud-native', '--dialect', 'terraform', '--need', 'queue', '--out', join(folder, 'infra')];
      const run = skylift(...args);
      assert.equal(run.code, 0, run.error);
      const written = run.out.trim().split('\n');
      assert.ok(written.some((path) => readFileSync(path, 'utf8').includes('resource "aws_sqs_queue"')), run.out);
      const again = skylift(...args);
      assert.deepEqual([again.code, again.out], [2, '']);
      assert.match(again.error, /exists; name an empty folder/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('writes SARIF with positions', () => {
    const report = JSON.parse(skylift('scan', sample, '--format', 'sarif').out) as { runs: { results: { ruleId: string; locations: { physicalLocation: { region: object } }[] }[] }[] };
    const result = report.runs[0]?.results.find((candidate) => candidate.ruleId === 'db/sqlite-in-production');
    assert.deepEqual(result?.locations[0]?.physicalLocation.region, { startLine: 17, startColumn: 15, endLine: 17, endColumn: 21 });
  });
});

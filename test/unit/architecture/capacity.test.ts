import assert from 'node:assert/strict';
import fc from 'fast-check';
import { buildArchitecture } from '../../../src/core/architecture/build';
import { estimateCapacity } from '../../../src/core/architecture/capacity';
import { coefficientSources } from '../../../src/core/architecture/coefficientSources';
import { defaultCoefficients, requestsPerVcpu, type CapacityCoefficients } from '../../../src/core/architecture/coefficients';
import { defaultWorkload, deriveWorkload } from '../../../src/core/architecture/workload';
import { localizeMessage } from '../../../src/core/l10n/localized';
import type { Capacity, Need, PhaseId, Workload } from '../../../src/core/model';
import { application, laravelSample, need, nextStatic, resource, type FixtureProject } from './fixtures';

function capacityOf(project: FixtureProject, phase: PhaseId, options: { workload?: Workload; coefficients?: CapacityCoefficients } = {}): Capacity | null {
  const workload = options.workload ?? defaultWorkload.workload;
  const coefficients = options.coefficients ?? defaultCoefficients;
  const architecture = buildArchitecture({ ...project, phase, workload, region: 'us-east-1', coefficients });
  return estimateCapacity({ ...project, phase, architecture, workload, coefficients });
}

function withNeeds(...needs: readonly Need[]): FixtureProject {
  return { ...laravelSample, needs: [need('compute', 'php-fpm'), ...needs] };
}

describe('estimateCapacity', () => {
  it('gives the telemedicine monolith 50 to 100 requests/s and 100 to 500 users today', () => {
    const capacity = capacityOf(laravelSample, 'today');
    assert.deepEqual(capacity?.requestsPerSecond, [50, 100]);
    assert.deepEqual(capacity?.concurrentUsers, [100, 500]);
    assert.equal(
      localizeMessage(capacity.bottleneck, 'en'),
      'SQLite lets one writer in at a time, and a request makes about 3 writes (sessions, cache, jobs among them).',
    );
    assert.equal(localizeMessage(capacity.next, 'pt-br'), 'Um servidor de banco de dados, e sessões, cache e jobs fora do banco.');
  });

  it('gives it 1,000 to 5,000 requests/s and 10,000 to 50,000 users cloud-native', () => {
    const capacity = capacityOf(laravelSample, 'cloud-native');
    assert.deepEqual(capacity?.requestsPerSecond, [1000, 5000]);
    assert.deepEqual(capacity?.concurrentUsers, [10_000, 50_000]);
    assert.match(localizeMessage(capacity.bottleneck, 'en'), /^The database: 4 vCPU of PostgreSQL/);
  });

  it('never falls from phase to phase', () => {
    const order = ['today', 'foundations', 'lift-and-shift', 'cloud-native', 'serverless'] as const;
    const users = order.map((phase) => capacityOf(laravelSample, phase)?.concurrentUsers ?? [0, 0]);
    for (let index = 1; index < users.length; index += 1) {
      assert.ok(users[index]![0] >= users[index - 1]![0] && users[index]![1] >= users[index - 1]![1], `${order[index]!}: ${users[index]!.join('-')}`);
    }
  });

  const stacks: readonly (readonly [string, string, readonly [number, number]])[] = [
    ['laravel', 'mysql', [45, 83]],
    ['django', 'postgresql', [54, 97]],
    ['express', 'postgresql', [140, 250]],
    ['gin', 'postgresql', [310, 400]],
    ['nextjs', 'mongodb', [38, 100]],
  ];
  for (const [framework, engine, expected] of stacks) {
    it(`differs by framework and engine: ${framework} with ${engine} on one server`, () => {
      const id = engine === 'mongodb' ? 'document-database' : 'relational-database';
      const project = { ...laravelSample, applications: [application(framework, [])], needs: [need('compute', 'container'), need(id, engine)] };
      assert.deepEqual(capacityOf(project, 'today')?.requestsPerSecond, expected);
    });
  }

  it('depends on the drivers that live in the database', () => {
    const rps = (...needs: readonly Need[]): readonly [number, number] | undefined => capacityOf(withNeeds(need('relational-database', 'sqlite'), ...needs), 'today')?.requestsPerSecond;
    assert.deepEqual(rps(need('sessions', 'database'), need('cache', 'database'), need('queue', 'database')), [50, 100]);
    // 150 to 300 writes ÷ 1.3: more than the processors serve, so those are the limit.
    assert.deepEqual(rps(need('sessions', 'database')), [50, 100]);
    const bottleneck = capacityOf(withNeeds(need('relational-database', 'sqlite'), need('sessions', 'cookie')), 'today')?.bottleneck;
    assert.match(localizeMessage(bottleneck!, 'en'), /^The processors of the server: 2 vCPU of 25 to 50 requests\/s each \(Laravel\)/);
  });

  it('counts the machine that infrastructure code declares', () => {
    const project = { ...withNeeds(need('relational-database', 'postgresql', { servedBy: 'rds' })), declared: [resource('aws_instance', { instance_type: 'm7g.2xlarge' })] };
    assert.deepEqual(capacityOf(project, 'today')?.requestsPerSecond, [200, 400]);
  });

  it('grows with a database that is planned larger', () => {
    const large = capacityOf(laravelSample, 'cloud-native', { workload: deriveWorkload(50_000) });
    assert.deepEqual(large?.requestsPerSecond, [5000, 10_000]);
  });

  it('can be overridden, coefficient by coefficient', () => {
    const coefficients = { ...defaultCoefficients, requestsPerVcpu: { ...defaultCoefficients.requestsPerVcpu, laravel: [100, 200] as const }, serverVcpus: 4 };
    assert.deepEqual(capacityOf(withNeeds(), 'today', { coefficients })?.requestsPerSecond, [400, 800]);
    const cached = { ...defaultCoefficients, cacheHitShare: [0.5, 0.9] as const };
    assert.deepEqual(capacityOf(laravelSample, 'cloud-native', { coefficients: cached })?.requestsPerSecond, [2000, 10_000]);
  });

  it('has no number where only files are served', () => {
    for (const phase of ['today', 'lift-and-shift', 'serverless'] as const) assert.equal(capacityOf(nextStatic, phase), null);
  });

  it('is limited by the functions of the account where no database is', () => {
    const capacity = capacityOf({ ...laravelSample, applications: [application('rails', ['ruby'])], needs: [need('compute', 'ruby')] }, 'serverless');
    assert.deepEqual(capacity?.requestsPerSecond, [9900, 9900]);
    assert.match(localizeMessage(capacity.bottleneck, 'en'), /^Functions at once: the account runs 1,000, and a request takes 101 ms\.$/);
  });
});

describe('coefficients', () => {
  it('all have a dated source', () => {
    assert.deepEqual(Object.keys(coefficientSources).sort(), Object.keys(defaultCoefficients).sort());
    for (const [name, { text, source, checked }] of Object.entries(coefficientSources)) {
      assert.ok(text.en.length > 20 && text['pt-br'].length > 20 && text.en !== text['pt-br'], name);
      assert.match(source, /^https:\/\//, name);
      assert.match(checked, /^\d{4}-\d{2}-\d{2}$/, name);
    }
  });

  it('fall back from framework to language to the careful default', () => {
    const of = (framework: string, languages: readonly string[]): readonly [number, number] => requestsPerVcpu({ framework, languages }, defaultCoefficients);
    assert.deepEqual(of('laravel', ['php']), [25, 50]);
    assert.deepEqual(of('slim', ['php']), [25, 50]);
    assert.deepEqual(of('axum', ['rust']), [400, 1000]);
    assert.deepEqual(of('unheard-of', ['cobol']), [25, 50]);
    assert.deepEqual(of('constructor', ['toString']), [25, 50]);
  });

  it('are ranges from low to high', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(defaultCoefficients.requestsPerVcpu), ...Object.values(defaultCoefficients.queriesPerVcpu), ...Object.values(defaultCoefficients.writesPerSecond)), ([low, high]) => {
        assert.ok(low > 0 && low <= high);
      }),
    );
  });
});

import { strict as assert } from 'node:assert';
import { createAnalysisSession, type Analysis, type AnalysisOptions, type AnalysisSession } from '../../../src/core/analysis';
import { defaultWorkload, findWorkloadPreset } from '../../../src/core/architecture/workload';
import { localizeMessage } from '../../../src/core/l10n/localized';
import { defaultSizing } from '../../../src/core/model';
import { loadSnapshotPriceBook } from '../../../src/core/pricing';
import { withAssumptions, withStepDone } from '../../../src/core/settingsEdit';
import { memoryReader } from '../support/workspace';

const application = {
  'composer.json': '{ "require": { "laravel/framework": "^12.0" } }',
  artisan: '',
  '.env.example': 'DB_CONNECTION=mysql\nQUEUE_CONNECTION=database\n',
  'app/Http/Controllers/BillingController.php': '<?php class BillingController {}',
  'app/Jobs/Send.php': '<?php class Send implements ShouldQueue {}',
};
const options: AnalysisOptions = { region: 'us-east-1', workload: defaultWorkload, evaluation: 'local', freeTier: 'none', ruleSeverities: {}, exclude: [], include: [] };

function session(settings: string | null, own: Partial<AnalysisOptions> = {}): AnalysisSession {
  const files = settings === null ? application : { ...application, 'skylift.yaml': settings };
  return createAnalysisSession({ reader: memoryReader(files), loadPriceBook: loadSnapshotPriceBook, now: () => 0 }, { ...options, ...own });
}

function monthly(analysis: Analysis, phase: string): number | null | undefined {
  return analysis.phases.find(({ id }) => id === phase)?.estimate.monthlyUsd;
}

describe('skylift.yaml in an analysis', () => {
  it('decides region, workload and free tier where the user states nothing', async () => {
    const analysis = await session('region: eu-west-1\nworkload: growth\nfreeTier: credits\n').scan();
    assert.equal(analysis.settingsFile, 'skylift.yaml');
    assert.deepEqual(analysis.assumptions, { region: 'eu-west-1', workload: findWorkloadPreset('growth'), freeTier: 'credits', sizing: defaultSizing });
    assert.equal(analysis.prices.region, 'eu-west-1');
  });

  it('decides each size where the user states nothing, and names what it does not know', async () => {
    const text = 'sizing:\n  multiAz: true\n  architecture: arm64\n  serverClass: general\n  disk: 10\n';
    const file = await session(text, { stated: new Set(['serverClass']), sizing: { ...defaultSizing, serverClass: 'memory', databaseClass: 'general' } }).scan();
    assert.deepEqual(file.assumptions.sizing, { multiAz: 'on', architecture: 'auto', serverClass: 'memory', databaseClass: 'general' });
    assert.deepEqual(file.problems.map(({ at, message }) => [text.slice(at.range.start, at.range.end), localizeMessage(message, 'en')]), [
      ['disk', 'Unknown name “disk”. Known here: multiAz, architecture, serverClass, databaseClass.'],
      ['arm64', '“arm64” is not one of: auto, arm, x86.'],
    ]);
  });

  it('gives way to what the user states for this run', async () => {
    const analysis = await session('region: eu-west-1\nworkload: growth\n', { stated: new Set(['region']) }).scan();
    assert.equal(analysis.assumptions.region, 'us-east-1');
    assert.equal(analysis.assumptions.workload.name, 'growth');
  });

  it('takes single values of a workload', async () => {
    const analysis = await session('workload:\n  preset: learning\n  emails: 12\n').scan();
    assert.deepEqual(analysis.assumptions.workload, { name: 'custom', workload: { ...findWorkloadPreset('learning')?.workload, emails: 12 } });
  });

  it('changes capacity and the decided services', async () => {
    const plain = await session(null).scan();
    const decided = await session('decisions:\n  relational-database: aurora\ncapacity:\n  queriesPerRequest: 90\n').scan();
    const service = (analysis: Analysis): string | undefined => analysis.phases[3]?.architecture.decisions.find(({ need }) => need === 'relational-database')?.service;
    assert.deepEqual([service(plain), service(decided)], ['rds', 'aurora']);
    assert.notDeepEqual(decided.phases[0]?.capacity?.requestsPerSecond, plain.phases[0]?.capacity?.requestsPerSecond);
  });

  it('ticks steps by hand', async () => {
    const step = async (settings: string | null): Promise<unknown> => {
      const found = (await session(settings).scan()).roadmap.flatMap((week) => week.steps).find(({ id }) => id === 'budget');
      return [found?.done, found?.byHand];
    };
    assert.deepEqual(await step(null), [false, false]);
    assert.deepEqual(await step('roadmap:\n  done: [budget]\n'), [true, true]);
  });

  it('names what it does not understand at the place, and the rest holds', async () => {
    const text = 'regoin: sa-east-1\nworkload: huge\nfreeTier: legacy\n';
    const analysis = await session(text).scan();
    assert.deepEqual(
      analysis.problems.map(({ at, message }) => [at.path, text.slice(at.range.start, at.range.end), localizeMessage(message, 'en')]),
      [
        ['skylift.yaml', 'regoin', 'Unknown name “regoin”. Did you mean “region”?'],
        ['skylift.yaml', 'huge', '“huge” is not one of: learning, current, growth.'],
      ],
    );
    assert.equal(analysis.assumptions.freeTier, 'legacy');
  });

  it('follows an unsaved buffer, and its removal', async () => {
    const running = session(null);
    const before = await running.scan();
    const growing = await running.update('skylift.yaml', 'workload: growth\n');
    assert.equal(growing?.assumptions.workload.name, 'growth');
    assert.ok((monthly(growing, 'cloud-native') ?? 0) > (monthly(before, 'cloud-native') ?? 0));
    assert.equal(running.textOf('skylift.yaml'), 'workload: growth\n');
    assert.equal(await running.update('skylift.yaml', 'workload: growth\n'), null);
    const after = await running.update('skylift.yaml', null);
    assert.equal(after?.settingsFile, null);
    assert.equal(after?.assumptions.workload.name, 'current');
    assert.equal(await running.update('skylift.yaml', null), null);
  });

  it('suggests domains of the serverless phase from the layout, and says where the application stands', async () => {
    const analysis = await session(null).scan();
    const functions = analysis.phases[4]?.architecture.nodes.filter(({ service }) => service === 'lambda').flatMap(({ evidence }) => evidence.map(({ at }) => at.path));
    assert.ok(functions?.includes('app/Http/Controllers/BillingController.php'), JSON.stringify(functions));
    assert.deepEqual(analysis.assessment.limitations.filter(({ need }) => need === 'queue').map(({ evidence }) => evidence[0]?.at.path), ['.env.example']);
  });
});

describe('edits of skylift.yaml', () => {
  const growth = { region: 'sa-east-1', workload: findWorkloadPreset('growth') ?? defaultWorkload, freeTier: 'none', sizing: defaultSizing } as const;

  it('state assumptions beside what is there, with its comments', () => {
    const text = '# ours\nregion: us-east-1 # for now\nroadmap:\n  done: [budget]\n';
    assert.equal(withAssumptions(text, growth), '# ours\nregion: sa-east-1 # for now\nroadmap:\n  done: [budget]\nworkload: growth\nfreeTier: none\n');
  });

  it('begin a file, and keep the comment of one that has nothing else', () => {
    assert.equal(withAssumptions('', growth), 'region: sa-east-1\nworkload: growth\nfreeTier: none\n');
    assert.equal(withAssumptions('# nothing yet\n', growth), '# nothing yet\n\nregion: sa-east-1\nworkload: growth\nfreeTier: none\n');
  });

  it('write every value of a workload of one’s own', async () => {
    const workload = { name: '2000', workload: { ...growth.workload.workload, peakConcurrentUsers: 2000 } };
    const analysis = await session(withAssumptions('', { ...growth, workload })).scan();
    assert.deepEqual(analysis.assumptions.workload.workload, workload.workload);
    assert.deepEqual(analysis.problems, []);
  });

  it('write the sizes that are asked for, and keep a line that the file has', async () => {
    const asked = withAssumptions('', { ...growth, sizing: { ...defaultSizing, multiAz: 'off', databaseClass: 'memory' } });
    assert.equal(asked, 'region: sa-east-1\nworkload: growth\nfreeTier: none\nsizing:\n  multiAz: off\n  databaseClass: memory\n');
    const analysis = await session(asked).scan();
    assert.deepEqual([analysis.assumptions.sizing, analysis.problems], [{ ...defaultSizing, multiAz: 'off', databaseClass: 'memory' }, []]);
    assert.equal(withAssumptions('sizing:\n  multiAz: on # ours\n', growth), 'sizing:\n  multiAz: auto # ours\nregion: sa-east-1\nworkload: growth\nfreeTier: none\n');
    assert.equal(withAssumptions('sizing: large\n', growth), 'region: sa-east-1\nworkload: growth\nfreeTier: none\n');
  });

  it('tick a step and take the tick back', () => {
    const ticked = withStepDone('region: us-east-1\n', 'budget', true);
    assert.equal(ticked, 'region: us-east-1\nroadmap:\n  done:\n    - budget\n');
    assert.equal(withStepDone(ticked, 'budget', true), ticked);
    const both = withStepDone(ticked, 'iam-users', true);
    assert.equal(withStepDone(both, 'iam-users', false), ticked);
  });

  it('refuse a file that is no map', () => {
    assert.throws(() => withStepDone('- a\n', 'budget', true), { name: 'SettingsNotEditable' });
    assert.throws(() => withStepDone('a: [\n', 'budget', true), { name: 'SettingsNotEditable' });
  });
});

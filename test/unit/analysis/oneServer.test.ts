import assert from 'node:assert/strict';
import { createAnalysisSession, type Analysis, type AnalysisSession } from '../../../src/core/analysis';
import { defaultWorkload, deriveWorkload } from '../../../src/core/architecture/workload';
import { compareWithOneServer } from '../../../src/core/oneServer';
import { defaultSizing, phaseIds, type NamedWorkload, type PhaseId, type Sizing } from '../../../src/core/model';
import { loadSnapshotPriceBook } from '../../../src/core/pricing';
import { clinic, memoryReader } from '../panel/clinic';

const base = { region: 'us-east-1', workload: defaultWorkload, evaluation: 'local', freeTier: 'none', ruleSeverities: {}, exclude: [], include: [] } as const;

describe('a phase against staying on one server', () => {
  let session: AnalysisSession;
  before(async () => {
    session = createAnalysisSession({ reader: memoryReader(clinic), loadPriceBook: loadSnapshotPriceBook, now: () => 0 }, base);
    await session.scan();
  });

  function analyse(sizing: Partial<Sizing> = {}, workload: NamedWorkload = defaultWorkload): Promise<Analysis> {
    return session.configure({ ...base, workload, sizing: { ...defaultSizing, ...sizing } });
  }
  const compare = (analysis: Analysis, id: PhaseId): ReturnType<typeof compareWithOneServer> => compareWithOneServer(analysis.phases, id, analysis.assumptions.workload.workload);

  it('is asked of phases that leave the server', async () => {
    const analysis = await analyse();
    assert.deepEqual(phaseIds.map((id) => compare(analysis, id) !== null), [false, false, true, true, true]);
  });

  it('takes both sums from the estimates that are shown', async () => {
    const analysis = await analyse();
    const known = (id: PhaseId): number => analysis.phases.find((phase) => phase.id === id)?.estimate.knownUsd ?? 0;
    for (const id of ['lift-and-shift', 'cloud-native'] as const) {
      const found = compare(analysis, id);
      assert.deepEqual([found?.server.knownUsd, found?.phase.knownUsd, found?.differenceUsd], [known('foundations'), known(id), known(id) - known('foundations')]);
      assert.ok(known(id) > known('foundations'));
    }
  });

  for (const [id, sizing, expected] of [
    ['lift-and-shift', {}, { application: 'machine', data: 'managed' }],
    ['lift-and-shift', { multiAz: 'on' }, { application: 'machine', data: 'zones' }],
    ['cloud-native', {}, { application: 'zones', data: 'zones' }],
    ['cloud-native', { multiAz: 'off' }, { application: 'zones', data: 'managed' }],
    ['serverless', {}, { application: 'zones', data: 'zones' }],
  ] as const) {
    it(`says what survives a failure in ${id} under ${JSON.stringify(sizing)}`, async () => {
      const found = compare(await analyse(sizing), id);
      assert.deepEqual(found?.phase.availability, expected);
      assert.deepEqual(found.server.availability, { application: 'machine', data: 'machine' });
    });
  }

  it('knows no difference where a price is unknown', async () => {
    const found = compare(await analyse({ databaseClass: 'memory', architecture: 'x86' }), 'cloud-native');
    assert.deepEqual([found?.phase.monthlyUsd, found?.differenceUsd], [null, null]);
  });

  it('says that a machine does not carry what is too much for the largest', async () => {
    assert.equal(compare(await analyse(), 'cloud-native')?.carries, true);
    assert.equal(compare(await analyse({}, { name: 'custom', workload: deriveWorkload(1_000_000) }), 'cloud-native')?.carries, false);
  });
});

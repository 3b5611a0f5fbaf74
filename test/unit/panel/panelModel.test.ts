import assert from 'node:assert/strict';
import { createAnalysisSession, type Analysis, type AnalysisSession } from '../../../src/core/analysis';
import { defaultWorkload } from '../../../src/core/architecture/workload';
import { defaultSizing, phaseIds } from '../../../src/core/model';
import { loadSnapshotPriceBook } from '../../../src/core/pricing';
import { buildPanelModel, type PanelInput } from '../../../src/extension/panel/panelModel';
import { isPanelModel, type PanelModel } from '../../../src/protocol/panelModel';
import { clinic, memoryReader } from './clinic';

describe('buildPanelModel', () => {
  let session: AnalysisSession;
  let analysis: Analysis;
  before(async () => {
    session = createAnalysisSession(
      { reader: memoryReader(clinic), loadPriceBook: loadSnapshotPriceBook, now: () => 0 },
      { region: 'sa-east-1', workload: defaultWorkload, evaluation: 'local', freeTier: 'none', ruleSeverities: {}, exclude: [], include: [] },
    );
    analysis = await session.scan();
  });

  function build(overrides: Partial<PanelInput> = {}): PanelModel {
    const folder = { id: 'file:///clinic', name: 'clinic' };
    return buildPanelModel({
      analysis,
      textOf: (path) => session.textOf(path),
      language: 'en',
      settings: { workload: 'current', region: 'sa-east-1', evaluateAs: 'local', freeTier: 'none', sizing: defaultSizing, secondCurrency: null, diagramLayout: 'elk' },
      folders: [folder],
      folder,
      ...overrides,
    });
  }

  it('is what the panel accepts, in both languages', () => {
    assert.equal(isPanelModel(JSON.parse(JSON.stringify(build()))), true);
    assert.equal(isPanelModel(JSON.parse(JSON.stringify(build({ language: 'pt-br' })))), true);
  });

  it('has the five phases in order with titles of the language', () => {
    assert.deepEqual(build().phases.map(({ id }) => id), [...phaseIds]);
    assert.deepEqual(build({ language: 'pt-br' }).phases.map(({ title }) => title), ['Hoje', 'Fundamentos', 'Lift and shift', 'Cloud-native', 'Serverless']);
  });

  it('names lines as a reader counts them, and only by number', () => {
    const database = build().phases[0]?.nodes.find(({ needs }) => needs.includes('relational database') && needs.length === 1);
    assert.deepEqual(database?.evidence[0], { index: 0, label: '.env.example:3', key: 'DB_CONNECTION', stage: 'example' });
    for (const [phaseIndex, phase] of build().phases.entries()) {
      for (const [nodeIndex, node] of phase.nodes.entries()) {
        const source = analysis.phases[phaseIndex]?.architecture.nodes[nodeIndex];
        assert.deepEqual([node.id, node.evidence.length, node.evidence.map(({ index }) => index)], [source?.id, source?.evidence.length, source?.evidence.map((_, index) => index)]);
      }
    }
  });

  it('draws every node and boundary under the id that it names', () => {
    for (const { mermaid, nodes, groups, id } of build().phases) {
      assert.equal(new Set(nodes.map(({ domId }) => domId)).size, nodes.length, id);
      for (const { domId } of nodes) assert.match(mermaid, new RegExp(`^\\s*${domId}[@(\\[]`, 'm'), `${id} ${domId}`);
      for (const { domId, label } of groups) assert.match(mermaid, new RegExp(`subgraph ${domId}\\["`), `${id} ${label}`);
      assert.doesNotMatch(mermaid, /classDef/, 'colours are the theme’s');
    }
  });

  it('carries the estimate to the cent: lines, services, total', () => {
    for (const [index, phase] of build().phases.entries()) {
      const estimate = analysis.phases[index]?.estimate;
      assert.equal(phase.total.knownUsd, estimate?.knownUsd);
      assert.equal(phase.total.usd, estimate?.monthlyUsd);
      assert.deepEqual(phase.services.map(({ id, usd, lines }) => [id, usd, lines.length]), estimate?.services.map(({ service, monthlyUsd, lines }) => [service, monthlyUsd, lines.length]));
      assert.equal(phase.total.text === null, estimate?.services.length === 0, phase.id);
      for (const node of phase.nodes) if (node.cost !== null) assert.ok(phase.services.some((service) => service.node === node.id), node.id);
    }
  });

  it('never calls an unknown price nothing', () => {
    const line = { what: { en: 'x', 'pt-br': 'x' }, quantity: 1, unit: 'Hrs', unitUsd: null, usd: null, assumption: { text: { en: 'a', 'pt-br': 'a' } }, sku: null, source: null, asOf: null, missing: { text: { en: 'no such region', 'pt-br': 'região sem preço' } } };
    const [today, ...others] = analysis.phases;
    assert.ok(today !== undefined);
    const unpriced: Analysis = { ...analysis, phases: [{ ...today, estimate: { services: [{ service: 'rds', node: null, serves: [], lines: [line], monthlyUsd: null, knownUsd: 0 }], monthlyUsd: null, knownUsd: 0, missing: ['rds'] } }, ...others] };
    const shown = build({ analysis: unpriced, language: 'pt-br' }).phases[0];
    assert.deepEqual(shown?.services[0]?.cost, null);
    assert.deepEqual([shown?.services[0]?.lines[0]?.unitPrice, shown?.services[0]?.lines[0]?.cost, shown?.services[0]?.lines[0]?.missing], [null, null, 'região sem preço']);
    assert.deepEqual(shown?.missing, ['Amazon RDS: x']);
    assert.equal(shown?.total.incomplete, true);
    assert.match(shown?.total.text ?? '', /^≥ /);
  });

  it('shows a second currency where the reader set a rate', () => {
    const { phases, prices } = build({ language: 'pt-br', settings: { workload: 'current', region: 'sa-east-1', evaluateAs: 'local', freeTier: 'none', sizing: defaultSizing, secondCurrency: { code: 'BRL', rate: 5, date: '2026-11-20' }, diagramLayout: 'elk' } });
    const total = phases[1]?.total;
    assert.equal(total?.converted, `≈ ${new Intl.NumberFormat('pt-BR', { style: 'currency', currency: 'BRL' }).format((total?.knownUsd ?? 0) * 5)}`);
    assert.match(prices.label, /US\$ 1 = R\$\s5,0000, cotação de 20\/11\/2026/);
    const onOneServer = phases[2]?.oneServer?.rows[0];
    assert.match(onOneServer?.server ?? '', /^US\$\s[\d.,]+ \(≈ R\$\s[\d.,]+\)/);
    assert.match(onOneServer?.phase ?? '', /≈ R\$/);
    assert.equal(build().phases[1]?.total.converted, null);
  });

  it('offers the what-if questions with what holds now', () => {
    const ids = build().controls.map(({ id, value }) => [id, value]);
    assert.deepEqual(ids, [['workload', 'current'], ['region', 'sa-east-1'], ['evaluateAs', 'local'], ['freeTier', 'none'], ['sizing.multiAz', 'auto'], ['sizing.architecture', 'auto'], ['sizing.serverClass', 'auto'], ['sizing.databaseClass', 'auto']]);
    for (const { id, value, options } of build().controls) assert.ok(options.some((option) => option.value === value), id);
    const own = build({ settings: { workload: '2000', region: 'af-south-1', evaluateAs: 'production', freeTier: 'legacy', sizing: defaultSizing, secondCurrency: null, diagramLayout: 'dagre' } });
    assert.deepEqual(own.controls.map(({ value, options }) => options.some((option) => option.value === value)), own.controls.map(() => true));
    assert.equal(own.controls[0]?.options.at(-1)?.label, '2,000 users');
    assert.equal(own.layout, 'dagre');
  });

  it('lets choose among several folders', () => {
    const folders = [{ id: 'a', name: 'api' }, { id: 'b', name: 'web' }] as const;
    const [control] = build({ folders, folder: folders[1] }).controls;
    assert.deepEqual(control, { id: 'folder', label: 'Folder', value: 'b', options: [{ value: 'a', label: 'api' }, { value: 'b', label: 'web' }] });
  });

  it('has nothing to draw without an application or a folder', () => {
    const empty = build({ analysis: { ...analysis, applications: [] } });
    assert.deepEqual([empty.phases, empty.applications, empty.controls.length], [[], [], 8]);
    const closed = build({ analysis: null });
    assert.deepEqual([closed.phases, closed.controls, closed.prices], [[], [], { label: '', region: '' }]);
    assert.equal(isPanelModel(closed), true);
  });

  it('says why each service is there, beside the node that it became', () => {
    const phase = build().phases.find(({ id }) => id === 'cloud-native');
    const decision = phase?.decisions.find(({ service }) => service.startsWith('Amazon RDS'));
    assert.equal(decision?.need, 'relational database');
    assert.ok(phase?.nodes.some(({ id }) => id === decision?.node));
    assert.ok((decision?.reason.length ?? 0) > 20);
  });

  it('holds no value of a setting that can be a secret', () => {
    assert.doesNotMatch(JSON.stringify(build()), /hunter2/);
  });
});

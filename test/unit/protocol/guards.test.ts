import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isFromArchitecture, isToArchitecture, maximumSvgLength } from '../../../src/protocol/architecture';
import { isPanelModel, type PanelModel } from '../../../src/protocol/panelModel';
import { model } from '../../webview/fixture';

describe('messages to the extension', () => {
  const valid: readonly unknown[] = [
    { type: 'ready' },
    { type: 'openEvidence', phase: 'today', nodeId: 'web:.', index: 0 },
    { type: 'setOption', name: 'region', value: 'sa-east-1' },
    { type: 'copyMermaid', phase: 'cloud-native' },
    { type: 'saveSvg', phase: 'serverless', svg: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
    { type: 'problem', text: 'diagram failed' },
  ];
  const invalid: readonly unknown[] = [
    undefined,
    null,
    'ready',
    ['ready'],
    {},
    { type: 'Ready' },
    { type: 'openFile', path: '/etc/passwd' },
    { type: 'openEvidence', phase: 'tomorrow', nodeId: 'web', index: 0 },
    { type: 'openEvidence', phase: 'today', nodeId: 7, index: 0 },
    { type: 'openEvidence', phase: 'today', nodeId: 'web', index: -1 },
    { type: 'openEvidence', phase: 'today', nodeId: 'web', index: 0.5 },
    { type: 'openEvidence', phase: 'today', nodeId: 'web', index: '0' },
    { type: 'openEvidence', phase: 'today', nodeId: 'web' },
    { type: 'setOption', name: 'region' },
    { type: 'copyMermaid' },
    { type: 'copyMermaid', phase: 'constructor' },
    { type: 'saveSvg', phase: 'today', svg: '<html>' },
    { type: 'saveSvg', phase: 'today', svg: `<svg>${'x'.repeat(maximumSvgLength)}` },
    { type: 'problem', text: 'x'.repeat(5000) },
  ];
  for (const message of valid) it(`takes ${JSON.stringify(message)}`, () => { assert.equal(isFromArchitecture(message), true); });
  for (const message of invalid) it(`refuses ${JSON.stringify(message)?.slice(0, 80)}`, () => { assert.equal(isFromArchitecture(message), false); });
});

describe('messages to the panel', () => {
  it('takes what the extension says', () => {
    for (const message of [
      { type: 'state', sequence: 1, model: model() },
      { type: 'reveal', phase: 'today', nodeId: null },
      { type: 'reveal', phase: 'today', nodeId: 'web' },
      { type: 'failed', text: 'why' },
      { type: 'notice', text: 'copied' },
    ]) assert.equal(isToArchitecture(message), true, message.type);
  });

  it('refuses everything else', () => {
    for (const message of [null, {}, { type: 'state', sequence: -1, model: model() }, { type: 'state', sequence: 1 }, { type: 'state', sequence: 1, model: {} }, { type: 'reveal', phase: 'today' }, { type: 'failed' }]) {
      assert.equal(isToArchitecture(message), false, JSON.stringify(message));
    }
  });
});

describe('isPanelModel', () => {
  /** Every place of a value, as a path of keys. */
  function places(value: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
    if (typeof value !== 'object' || value === null) return [path];
    const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value) ? value.map((item, index) => [index, item] as const) : Object.entries(value);
    return [...(path.length === 0 ? [] : [path]), ...entries.flatMap(([key, item]) => places(item, [...path, key]))];
  }

  function replaced(value: unknown, [key, ...rest]: readonly (string | number)[], change: unknown): unknown {
    if (key === undefined) return change;
    if (Array.isArray(value)) return value.map((item: unknown, index) => (index === key ? replaced(item, rest, change) : item));
    return Object.fromEntries(Object.entries(value as object).map(([name, item]: [string, unknown]) => [name, name === key ? replaced(item, rest, change) : item]));
  }

  const whole: PanelModel = model();

  it('takes a model, also after its way through JSON, and one without phases', () => {
    assert.equal(isPanelModel(whole), true);
    assert.equal(isPanelModel(JSON.parse(JSON.stringify(whole))), true);
    assert.equal(isPanelModel(model({ phases: [], applications: [], controls: [] })), true);
  });

  it('refuses a model with any one value of another kind', () => {
    const all = places(whole);
    assert.ok(all.length > 500);
    fc.assert(
      fc.property(fc.nat(all.length - 1), (index) => {
        // A function is a value of no kind that a message can carry.
        const place = all[index] ?? [];
        assert.equal(isPanelModel(replaced(whole, place, () => undefined)), false, place.join('.'));
      }),
      { numRuns: 600, seed: 7 },
    );
  });

  it('refuses a model with a key missing', () => {
    for (const key of Object.keys(whole)) {
      assert.equal(isPanelModel(Object.fromEntries(Object.entries(whole).filter(([name]) => name !== key))), false, key);
    }
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.anything(), (value) => typeof isPanelModel(value) === 'boolean' && typeof isToArchitecture(value) === 'boolean' && typeof isFromArchitecture(value) === 'boolean'), { seed: 7 });
  });
});

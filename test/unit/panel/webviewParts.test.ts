import assert from 'node:assert/strict';
import fc from 'fast-check';
import { blend, contrast, hex, luminance, parseColor, readable, type Color } from '../../../webviews/architecture/colors';
import { initialUiState, readUiState } from '../../../webviews/architecture/uiState';

const rgb = (red: number, green: number, blue: number, alpha = 1): Color => ({ red, green, blue, alpha });

describe('colors', () => {
  it('reads what a browser computes', () => {
    assert.deepEqual(parseColor('rgb(31, 31, 31)'), rgb(31, 31, 31));
    assert.deepEqual(parseColor('rgba(255, 0, 0, 0.5)'), rgb(255, 0, 0, 0.5));
    assert.deepEqual(parseColor('rgb(10 20 30 / 25%)'), rgb(10, 20, 30, 0.25));
    assert.deepEqual(parseColor('color(srgb 1 0.5 0)'), rgb(255, 127.5, 0));
    assert.equal(parseColor('transparent'), undefined);
    assert.equal(parseColor('hsl(0 0% 0%)'), undefined);
  });

  it('measures contrast as WCAG does', () => {
    assert.equal(contrast(rgb(0, 0, 0), rgb(255, 255, 255)), 21);
    assert.equal(contrast(rgb(119, 119, 119), rgb(255, 255, 255)).toFixed(2), '4.48');
    assert.equal(luminance(rgb(255, 255, 255)), 1);
  });

  it('lays one over another', () => {
    assert.equal(hex(blend(rgb(0, 0, 0), rgb(255, 255, 255), 0.5)), '#808080');
    assert.equal(hex(blend(rgb(255, 255, 255), rgb(0, 0, 0, 0.2))), '#cccccc');
  });

  it('makes a colour readable wherever the text colour of the theme is', () => {
    const channel = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(channel, channel, channel, fc.boolean(), (red, green, blue, dark) => {
        const background = dark ? rgb(31, 31, 31) : rgb(255, 255, 255);
        const text = dark ? rgb(204, 204, 204) : rgb(59, 59, 59);
        assert.ok(contrast(readable(rgb(red, green, blue), background, text, 4.5), background) >= 4.5);
      }),
      { seed: 7 },
    );
  });
});

describe('readUiState', () => {
  it('keeps what it wrote', () => {
    const state = { phase: 'serverless', layout: 'dagre', views: { today: { scale: 1.5, x: -20, y: 3 } }, open: { costs: false }, compare: ['today', 'serverless'] } as const;
    assert.deepEqual(readUiState(JSON.parse(JSON.stringify(state))), state);
  });

  it('begins anew where there is nothing or nonsense', () => {
    for (const value of [undefined, null, 'x', 7, [], {}, { phase: 'x', layout: 'x', views: 1, open: 'x', compare: ['x', 'today'] }]) {
      assert.deepEqual(readUiState(value), initialUiState, JSON.stringify(value));
    }
  });

  it('drops single parts that make no sense', () => {
    const { views, open } = readUiState({ views: { today: { scale: 0, x: 0, y: 0 }, serverless: { scale: 1, x: 0, y: Number.NaN }, foundations: { scale: 2, x: 1, y: 1 } }, open: { costs: 'yes', notes: true } });
    assert.deepEqual(views, { foundations: { scale: 2, x: 1, y: 1 } });
    assert.deepEqual(open, { notes: true });
  });
});

import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { createAnalysisSession, type Analysis, type AnalysisSession } from '../../src/core/analysis';
import { defaultWorkload } from '../../src/core/architecture/workload';
import { languages, type Language } from '../../src/core/l10n/localized';
import { defaultSizing, type Sizing } from '../../src/core/model';
import { loadSnapshotPriceBook } from '../../src/core/pricing';
import { buildPanelModel } from '../../src/extension/panel/panelModel';
import type { PanelModel } from '../../src/protocol/panelModel';
import { clinic, memoryReader } from '../unit/panel/clinic';
import { PanelBrowser } from './harness';

describe('architecture panel of a real analysis', function () {
  // Each test draws all five phases, in a browser that shares its processors.
  this.timeout(60_000);

  const browser = new PanelBrowser();
  const options = { region: 'sa-east-1', workload: defaultWorkload, evaluation: 'local', freeTier: 'none', ruleSeverities: {}, exclude: [], include: [] } as const;
  let session: AnalysisSession;
  let analysis: Analysis;
  before(async () => {
    await browser.start();
    session = createAnalysisSession(
      { reader: memoryReader(clinic), loadPriceBook: loadSnapshotPriceBook, now: () => performance.now() },
      options,
    );
    analysis = await session.scan();
  });
  after(() => browser.stop());
  afterEach(() => browser.closePages());

  function build(of: Analysis, language: Language, sizing: Sizing = defaultSizing): PanelModel {
    const folder = { id: 'file:///clinic', name: 'clinic' };
    return buildPanelModel({
      analysis: of,
      textOf: (path) => session.textOf(path),
      language,
      settings: { workload: 'current', region: 'sa-east-1', evaluateAs: 'local', freeTier: 'none', sizing, secondCurrency: null, diagramLayout: 'elk' },
      folders: [folder],
      folder,
    });
  }

  for (const language of languages) {
    it(`draws all of each phase, every picture known, in ${language}`, async () => {
      const model = build(analysis, language);
      const panel = await browser.open({ model });
      for (const { id, nodes, edges, groups } of model.phases) {
        await panel.page.locator(`#tab-${id}`).click();
        await panel.page.locator(`.diagram[data-phase="${id}"][aria-busy="false"]`).waitFor();
        const drawn = await panel.page.evaluate(() => ({
          nodes: [...document.querySelectorAll<SVGElement>('.layer [data-node]')].map((element) => element.dataset['node']).sort(),
          names: [...document.querySelectorAll('.layer .skylift-name')].length,
          costs: [...document.querySelectorAll('.layer .skylift-cost')].map((element) => element.textContent).sort(),
          edges: document.querySelectorAll('.layer path[data-edge]').length,
          groups: document.querySelectorAll('.layer .cluster[class*="skylift-"]').length,
          unknownPictures: document.querySelectorAll('.layer tspan').length,
        }));
        assert.deepEqual(drawn, {
          nodes: nodes.map((node) => node.id).sort(),
          names: nodes.length,
          costs: nodes.flatMap(({ cost }) => (cost === null ? [] : [cost])).sort(),
          edges: edges.length,
          groups: groups.length,
          unknownPictures: 0,
        }, id);
      }
    });
  }

  it('shows the text that a developer is typing', async () => {
    const panel = await browser.open({ model: build(analysis, 'en') });
    const named = (name: string): Locator => panel.page.locator('.layer .skylift-name', { hasText: name });
    assert.equal(await named('SQLite').count(), 1);
    const edited = await session.update('.env.example', (clinic['.env.example'] ?? '').replace('DB_CONNECTION=sqlite', 'DB_CONNECTION=pgsql'));
    assert.ok(edited !== null);
    await panel.show(build(edited, 'en'));
    await named('PostgreSQL').waitFor();
    assert.equal(await named('SQLite').count(), 0);
  });

  it('says what a choice of sizes does to the bill of the phase on screen, and what one server would cost', async () => {
    // Every price of the phase is known there, so that sums can be compared.
    const known = { ...options, region: 'us-east-1' } as const;
    const panel = await browser.open({ model: build(await session.configure(known), 'en'), state: { phase: 'cloud-native' } });
    const before = await panel.page.locator('.figure-total strong').textContent();
    await panel.page.getByRole('combobox', { name: 'Multi-AZ' }).selectOption('off');
    assert.deepEqual(await panel.waitForMessage('setOption'), { type: 'setOption', name: 'sizing.multiAz', value: 'off' });
    const sizing = { ...defaultSizing, multiAz: 'off' } as const;
    const answer = await session.configure({ ...known, sizing });
    await panel.show(build(answer, 'en', sizing));
    const change = panel.page.locator('.change');
    await change.waitFor();
    const after = await panel.page.locator('.figure-total strong').textContent();
    assert.notEqual(after, before);
    assert.equal(await change.locator('span').textContent(), `Multi-AZ: In one zone: ${String(before)} → ${String(after)} a month`);
    assert.match((await change.locator('strong').textContent()) ?? '', /^-\$\d+\.\d\d$/);
    assert.match((await panel.page.locator('[aria-live]:not([role])').textContent()) ?? '', /^Multi-AZ: In one zone: .* a month, -\$/);
    const rows = await panel.page.locator('.one-server tbody tr').evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
    assert.equal(rows.length, 5);
    assert.equal(rows[0]?.[2], after);
    assert.deepEqual(rows[3], ['The application when its machine or zone fails', 'stands still until it is repaired', 'goes on in the other zone']);
    await panel.page.locator('#tab-foundations').click();
    await panel.page.locator('.diagram[data-phase="foundations"][aria-busy="false"]').waitFor();
    assert.equal(await change.locator('span').textContent(), `Multi-AZ: In one zone: this phase still costs ${String(await panel.page.locator('.figure-total strong').textContent())} a month`);
    assert.equal(await panel.page.locator('#section-oneServer').isVisible(), false);
    // What changes by itself afterwards is no answer any more.
    await panel.show(build(await session.configure(options), 'en'));
    await panel.page.locator('#tab-cloud-native').click();
    await change.waitFor({ state: 'detached' });
  });
});

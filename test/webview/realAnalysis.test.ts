import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { createAnalysisSession, type Analysis, type AnalysisSession } from '../../src/core/analysis';
import { defaultWorkload } from '../../src/core/architecture/workload';
import { languages, type Language } from '../../src/core/l10n/localized';
import { defaultSizing } from '../../src/core/model';
import { loadSnapshotPriceBook } from '../../src/core/pricing';
import { buildPanelModel } from '../../src/extension/panel/panelModel';
import type { PanelModel } from '../../src/protocol/panelModel';
import { clinic, memoryReader } from '../unit/panel/clinic';
import { PanelBrowser } from './harness';

describe('architecture panel of a real analysis', function () {
  // Each test draws all five phases, in a browser that shares its processors.
  this.timeout(60_000);

  const browser = new PanelBrowser();
  let session: AnalysisSession;
  let analysis: Analysis;
  before(async () => {
    await browser.start();
    session = createAnalysisSession(
      { reader: memoryReader(clinic), loadPriceBook: loadSnapshotPriceBook, now: () => performance.now() },
      { region: 'sa-east-1', workload: defaultWorkload, evaluation: 'local', freeTier: 'none', ruleSeverities: {}, exclude: [], include: [] },
    );
    analysis = await session.scan();
  });
  after(() => browser.stop());
  afterEach(() => browser.closePages());

  function build(of: Analysis, language: Language): PanelModel {
    const folder = { id: 'file:///clinic', name: 'clinic' };
    return buildPanelModel({
      analysis: of,
      textOf: (path) => session.textOf(path),
      language,
      settings: { workload: 'current', region: 'sa-east-1', evaluateAs: 'local', freeTier: 'none', sizing: defaultSizing, secondCurrency: null, diagramLayout: 'elk' },
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
});

import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { model, phase, todayPhase, withPhase } from './fixture';
import { PanelBrowser, type PanelPage } from './harness';

describe('architecture panel', function () {
  // A browser starts and draws in each test, on processors that others use too.
  this.timeout(60_000);
  const browser = new PanelBrowser();
  before(() => browser.start());
  after(() => browser.stop());
  afterEach(() => browser.closePages());

  const node = ({ page }: PanelPage, id: string): Locator => page.locator(`[data-node="${id}"]`);
  const tab = ({ page }: PanelPage, id: string): Locator => page.locator(`#tab-${id}`);
  const status = ({ page }: PanelPage): Locator => page.locator('[role="status"][aria-live]');
  const transform = ({ page }: PanelPage): Promise<string> => page.locator('.layer').evaluate((layer) => layer.style.transform);

  describe('draws', () => {
    it('each phase, with what it costs on its tab', async () => {
      const panel = await browser.open({ model: model() });
      assert.deepEqual(await panel.page.locator('.tab-title').allTextContents(), ['Today', 'Foundations', 'Lift and shift', 'Cloud-native', 'Serverless']);
      assert.deepEqual(await panel.page.locator('.tab-cost').allTextContents(), ['no AWS bill', '$39.82', '$63.18', '$109.90', '$16.46']);
      for (const { id, nodes, edges } of model().phases) {
        await tab(panel, id).click();
        await panel.page.locator(`.diagram[data-phase="${id}"][aria-busy="false"]`).waitFor();
        assert.equal(await tab(panel, id).getAttribute('aria-selected'), 'true');
        assert.equal(await panel.page.locator('.layer [data-node]').count(), nodes.length);
        assert.equal(await panel.page.locator('.layer path[data-edge]').count(), edges.length);
        for (const { id: nodeId, label } of nodes) assert.match((await node(panel, nodeId).textContent()) ?? '', new RegExp(label));
      }
    });

    it('boundaries, costs and the kinds of connections so that the style sheet finds them', async () => {
      const panel = await browser.open({ model: model(), state: { phase: 'cloud-native' } });
      assert.deepEqual(await panel.page.locator('.cluster').evaluateAll((all) => all.map((one) => one.getAttribute('class')).sort()), ['cluster skylift-edge', 'cluster skylift-region']);
      assert.deepEqual(await node(panel, 'database').locator('.nodeLabel span').evaluateAll((all) => all.map((one) => [one.className, one.textContent])), [
        ['skylift-name', 'Amazon RDS'],
        ['skylift-detail', 'db.t4g.small'],
        ['skylift-cost', '$93.44/month'],
      ]);
      assert.equal(await panel.page.locator('path.skylift-kind-request').count(), 2);
      assert.equal(await panel.page.locator('path.skylift-kind-data').count(), 1);
    });

    it('icons out of the shipped set', async () => {
      const panel = await browser.open({ model: model(), state: { phase: 'cloud-native' } });
      assert.ok((await node(panel, 'database').locator('svg linearGradient').count()) > 0);
      assert.ok((await node(panel, 'users').locator('svg path').count()) > 0);
    });

    it('with straight connections where the settings or the reader want them', async () => {
      const panel = await browser.open({ model: model({ layout: 'elk' }) });
      const layout = panel.page.locator('[data-tool="layout"]');
      assert.equal(await layout.getAttribute('aria-label'), 'Curved connections');
      assert.equal(await panel.page.locator('.layer [data-node]').count(), 4);
      assert.equal(await panel.page.locator('path.skylift-kind-event').count(), 1);
      const before = await panel.page.locator('.layer > svg').getAttribute('id');
      await layout.click();
      await panel.page.waitForFunction((old) => document.querySelector('.layer > svg')?.id !== old, before);
      assert.equal(await layout.getAttribute('aria-label'), 'Straight connections');
      await panel.page.waitForFunction(() => (window as unknown as { skyliftState: { layout?: string } | null }).skyliftState?.layout === 'dagre');
    });

    it('nothing but an explanation where there is no application', async () => {
      const panel = await browser.open({ model: model({ phases: [], applications: [], strengths: [], limitations: [] }) });
      await panel.page.getByText('No application found here yet').waitFor();
      assert.equal(await panel.page.locator('.tabs').isVisible(), false);
      await panel.show(model());
      await panel.drawn();
      assert.equal(await panel.page.locator('.empty').isVisible(), false);
    });
  });

  describe('hostile text', () => {
    const hostile = [
      '<img src=x onerror="window.hacked=1">', '<script>window.hacked=1</script>', '<b>bold</b>', '`code`', '"]; click n0 "javascript:window.hacked=1"', '%%{init: {"securityLevel":"loose"}}%%',
      'end', 'a;b:c', '**strong** and _slanted_', 'fa:fa-user', '&lt;i&gt; &amp; #35;', '$$x^2$$', '[x](javascript:window.hacked=1)', "O'Brien \\ {}|()", 'ação 漢字 🚑',
    ];

    it('is shown letter by letter, in the diagram and beside it', async () => {
      const bad = phase({
        id: 'today',
        nodes: hostile.map((label, index) => ({ id: `h${index}`, label, lines: [`${label}:1`] })),
        edges: hostile.slice(1).map((label, index) => [`h${index}`, `h${index + 1}`, 'data', label] as const),
        groups: [{ id: 'g', kind: 'vpc', label: hostile[0] ?? '', parent: null }],
      });
      const panel = await browser.open({ model: model({ title: hostile[0] ?? '', applications: [{ name: hostile[1] ?? '', framework: hostile[2] ?? '', icon: null }], phases: [{ ...bad, title: hostile[0] ?? '', notes: hostile }] }) });
      for (const [index, label] of hostile.entries()) assert.equal(((await node(panel, `h${index}`).textContent()) ?? '').trim(), label);
      assert.deepEqual(await panel.page.locator('.notes li').allTextContents(), hostile);
      assert.equal(await panel.page.locator('h1').textContent(), hostile[0]);
      assert.equal(await panel.page.locator('img, script:not([src]), iframe, a').count(), 0);
      assert.equal(await panel.page.evaluate(() => 'hacked' in window), false);
    });

    it('in a message of an unknown form changes nothing', async () => {
      const panel = await browser.open({ model: model() });
      const before = await panel.page.locator('#app').innerHTML();
      for (const message of [null, 7, 'state', {}, { type: 'state' }, { type: 'state', sequence: 9, model: { ...model(), phases: [{}] } }, { type: 'reveal', phase: 'nowhere', nodeId: null }, { type: 'notice' }]) {
        await panel.page.evaluate((data) => { window.postMessage(data, '*'); }, message);
      }
      await panel.page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
      assert.equal(await panel.page.locator('#app').innerHTML(), before);
    });
  });

  describe('opens', () => {
    it('the one line of a node at a click', async () => {
      const panel = await browser.open({ model: model() });
      await node(panel, 'database').click();
      assert.deepEqual(await panel.waitForMessage('openEvidence'), { type: 'openEvidence', phase: 'today', nodeId: 'database', index: 0 });
    });

    it('a choice where several lines prove a node', async () => {
      const panel = await browser.open({ model: model() });
      await node(panel, 'web').click();
      const dialog = panel.page.getByRole('dialog', { name: 'Laravel 12' });
      await dialog.waitFor();
      assert.deepEqual(await dialog.locator('.evidence-line').allTextContents(), ['composer.json:9', 'artisan:1']);
      await dialog.getByText('artisan:1').click();
      assert.deepEqual(await panel.waitForMessage('openEvidence'), { type: 'openEvidence', phase: 'today', nodeId: 'web', index: 1 });
    });

    it('the reason where no line asks for a node', async () => {
      const panel = await browser.open({ model: model(), state: { phase: 'cloud-native' } });
      await node(panel, 'cdn').click();
      await panel.page.getByRole('dialog', { name: 'Amazon CloudFront' }).getByText('the phase brings it').waitFor();
      assert.equal((await panel.sent()).some(({ type }) => type === 'openEvidence'), false);
    });

    it('nothing when the click ends a drag', async () => {
      const panel = await browser.open({ model: model() });
      const box = await node(panel, 'database').boundingBox();
      assert.ok(box !== null);
      const before = await transform(panel);
      await panel.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await panel.page.mouse.down();
      await panel.page.mouse.move(box.x + box.width / 2 + 60, box.y + box.height / 2 + 40, { steps: 4 });
      await panel.page.mouse.up();
      assert.notEqual(await transform(panel), before);
      assert.equal((await panel.sent()).some(({ type }) => type === 'openEvidence'), false);
    });

    it('lines from the tables too', async () => {
      const panel = await browser.open({ model: model() });
      await panel.page.locator('#section-outline > summary').click();
      await panel.page.locator('.outline').first().getByRole('button', { name: 'artisan:1' }).click();
      assert.deepEqual(await panel.waitForMessage('openEvidence'), { type: 'openEvidence', phase: 'today', nodeId: 'web', index: 1 });
    });
  });

  describe('by keyboard', () => {
    it('goes from the tabs over the elements to the line that proves one', async () => {
      const panel = await browser.open({ model: model() });
      await tab(panel, 'today').focus();
      await panel.page.keyboard.press('ArrowRight');
      await panel.page.locator('.diagram[data-phase="foundations"][aria-busy="false"]').waitFor();
      assert.equal(await panel.page.evaluate(() => document.activeElement?.id), 'tab-foundations');
      const focused = (): Promise<string | undefined> => panel.page.evaluate(() => (document.activeElement as SVGElement | null)?.dataset['node']);
      for (let presses = 0; presses < 12 && (await focused()) === undefined; presses += 1) await panel.page.keyboard.press('Tab');
      assert.equal(await focused(), 'users');
      for (const step of ['cdn', 'web', 'database']) {
        await panel.page.keyboard.press('ArrowDown');
        assert.equal(await focused(), step);
      }
      await panel.page.keyboard.press('Enter');
      assert.deepEqual(await panel.waitForMessage('openEvidence'), { type: 'openEvidence', phase: 'foundations', nodeId: 'database', index: 0 });
    });

    it('explains the focused element, and Escape sends the explanation away', async () => {
      const panel = await browser.open({ model: model(), state: { phase: 'foundations' } });
      await panel.page.locator('.frame').focus();
      await panel.page.keyboard.press('Tab');
      await panel.page.keyboard.press('ArrowDown');
      await panel.page.keyboard.press('ArrowDown');
      await panel.page.keyboard.press('ArrowDown');
      const tooltip = panel.page.getByRole('tooltip');
      assert.match((await tooltip.textContent()) ?? '', /Amazon RDS.*730 Hrs × \$0\.0712.*\$23\.36/);
      assert.equal(await node(panel, 'database').getAttribute('aria-describedby'), await tooltip.getAttribute('id'));
      await panel.page.keyboard.press('Escape');
      await tooltip.waitFor({ state: 'hidden' });
      assert.equal(await panel.page.evaluate(() => (document.activeElement as SVGElement | null)?.dataset['node']), 'database');
    });

    it('chooses among several lines and comes back to the element', async () => {
      const panel = await browser.open({ model: model() });
      await panel.page.locator('.frame').focus();
      await panel.page.keyboard.press('Tab');
      await panel.page.keyboard.press('ArrowDown');
      await panel.page.keyboard.press('Enter');
      await panel.page.keyboard.press('ArrowDown');
      await panel.page.keyboard.press('Enter');
      assert.deepEqual(await panel.waitForMessage('openEvidence'), { type: 'openEvidence', phase: 'today', nodeId: 'web', index: 1 });
      await panel.page.keyboard.press('Escape');
      assert.equal(await panel.page.evaluate(() => (document.activeElement as SVGElement | null)?.dataset['node']), 'web');
    });

    it('zooms, pans and fits', async () => {
      const panel = await browser.open({ model: model() });
      await panel.page.locator('.frame').focus();
      const first = await transform(panel);
      await panel.page.keyboard.press('+');
      const zoomed = await transform(panel);
      assert.notEqual(zoomed, first);
      await panel.page.keyboard.press('ArrowRight');
      assert.notEqual(await transform(panel), zoomed);
      await panel.page.keyboard.press('-');
      await panel.page.keyboard.press('0');
      const fitted = await transform(panel);
      await panel.page.keyboard.press('+');
      await panel.page.keyboard.press('0');
      assert.equal(await transform(panel), fitted);
    });

    it('has one stop for the toolbar', async () => {
      const panel = await browser.open({ model: model() });
      await panel.page.locator('[data-tool="zoomOut"]').focus();
      await panel.page.keyboard.press('ArrowLeft');
      assert.equal(await panel.page.evaluate(() => (document.activeElement as HTMLElement).dataset['tool']), 'saveSvg');
      assert.equal(await panel.page.locator('.toolbar button[tabindex="0"]').count(), 1);
    });

    it('can skip the diagram', async () => {
      const panel = await browser.open({ model: model() });
      const skip = panel.page.getByRole('button', { name: 'Skip the diagram' });
      await skip.focus();
      await panel.page.keyboard.press('Enter');
      assert.equal(await panel.page.evaluate(() => document.activeElement?.id), 'details');
    });
  });

  describe('with a mouse', () => {
    it('zooms around the pointer with Ctrl and scrolls the page without', async () => {
      const panel = await browser.open({ model: model(), height: 500 });
      const box = await node(panel, 'users').boundingBox();
      assert.ok(box !== null);
      const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      await panel.page.mouse.move(at.x, at.y);
      await panel.page.keyboard.down('Control');
      await panel.page.mouse.wheel(0, -200);
      await panel.page.keyboard.up('Control');
      await panel.page.waitForFunction((old) => (document.querySelector('[data-node="users"]')?.getBoundingClientRect().width ?? 0) > old * 1.2, box.width);
      const zoomed = await node(panel, 'users').boundingBox();
      assert.ok(zoomed !== null && zoomed.x < at.x && zoomed.x + zoomed.width > at.x, 'what was under the pointer stays there');
      await panel.page.locator('[data-tool="fit"]').click();
      await panel.page.mouse.move(at.x, at.y);
      await panel.page.mouse.wheel(0, 300);
      await panel.page.waitForFunction(() => window.scrollY > 0);
    });

    it('explains what it points at and lets the rest step back', async () => {
      const panel = await browser.open({ model: model() });
      await node(panel, 'database').hover();
      await panel.page.getByRole('tooltip').getByText('SQLite').waitFor();
      assert.equal(await panel.page.locator('.layer.emphasis [data-node].near').count(), 2);
      await panel.page.mouse.move(2, 2);
      await panel.page.getByRole('tooltip').waitFor({ state: 'hidden' });
      assert.equal(await panel.page.locator('.layer.emphasis').count(), 0);
    });
  });

  describe('follows the extension', () => {
    it('and keeps what the reader zoomed to', async () => {
      const panel = await browser.open({ model: model() });
      for (let times = 0; times < 3; times += 1) await panel.page.locator('[data-tool="zoomIn"]').click();
      const before = await transform(panel);
      await panel.show(withPhase(model(), 'today', (today) => ({ ...today, ...phase({ id: 'today', title: 'Today', nodes: [{ id: 'users', label: 'Users' }, { id: 'database', label: 'PostgreSQL', lines: ['.env:3'] }], edges: [['users', 'database', 'data']] }) })));
      await node(panel, 'database').getByText('PostgreSQL').waitFor();
      assert.equal(await transform(panel), before);
      assert.equal(await node(panel, 'web').count(), 0);
      assert.equal(await status(panel).textContent(), 'Diagram updated: Today, no AWS bill');
    });

    it('and keeps the focus on an element that is still there', async () => {
      const panel = await browser.open({ model: model() });
      await panel.page.locator('.frame').focus();
      await panel.page.keyboard.press('Tab');
      await panel.page.keyboard.press('ArrowDown');
      await panel.show(withPhase(model(), 'today', (today) => ({ ...today, mermaid: today.mermaid.replace('PHP-FPM', 'Octane') })));
      await node(panel, 'web').getByText('Octane').waitFor();
      assert.equal(await panel.page.evaluate(() => (document.activeElement as SVGElement | null)?.dataset['node']), 'web');
    });

    it('without drawing again what did not change', async () => {
      const panel = await browser.open({ model: model() });
      await panel.page.locator('.layer > svg').evaluate((svg) => svg.setAttribute('data-mark', 'same'));
      await panel.show(withPhase(model(), 'today', (today) => ({ ...today, nodes: today.nodes.map((one) => (one.id === 'database' ? { ...one, evidence: [{ index: 0, label: '.env.example:99', key: 'DB', stage: 'example' }] } : one)) })));
      await panel.page.locator('[data-node="database"][aria-label*=".env.example:99"]').waitFor();
      assert.equal(await panel.page.locator('.layer > svg[data-mark="same"]').count(), 1);
    });

    it('and ignores a snapshot that comes too late', async () => {
      const panel = await browser.open({ model: model() });
      await panel.send({ type: 'state', sequence: 9, model: model({ title: 'newest' }) });
      await panel.send({ type: 'state', sequence: 8, model: model({ title: 'stale' }) });
      await panel.page.getByRole('heading', { name: 'newest' }).waitFor();
      assert.equal(await panel.page.getByRole('heading', { name: 'stale' }).count(), 0);
    });

    it('and keeps the last good drawing when one fails, with the reason beside it', async () => {
      const panel = await browser.open({ model: model() });
      panel.tolerate(/^diagram of phase today: /);
      await panel.show(withPhase(model(), 'today', (today) => ({ ...today, mermaid: 'flowchart TB\n  n0[[[' })));
      await panel.page.locator('.diagram .problem').waitFor();
      assert.match((await panel.page.locator('.diagram .problem').textContent()) ?? '', /could not be drawn; the last good one stays\. Parse error/);
      assert.equal(await panel.page.locator('.layer [data-node]').count(), 4);
      assert.equal((await panel.waitForMessage('problem')).type, 'problem');
      await panel.show(model());
      await panel.page.locator('.diagram .problem').waitFor({ state: 'hidden' });
    });

    it('and says when the analysis failed, until it works again', async () => {
      const panel = await browser.open({ model: model() });
      await panel.send({ type: 'failed', text: 'The log has the details.' });
      const alert = panel.page.getByRole('alert').first();
      await alert.waitFor();
      assert.match((await alert.textContent()) ?? '', /last good state. The log has the details/);
      assert.equal(await panel.page.locator('.layer [data-node]').count(), 4);
      await panel.show(model({ title: 'again' }));
      await alert.waitFor({ state: 'hidden' });
    });

    it('to a phase and a node that it names', async () => {
      const panel = await browser.open({ model: model() });
      await panel.send({ type: 'reveal', phase: 'serverless', nodeId: 'database' });
      await panel.page.locator('[data-node="database"]:focus').waitFor();
      assert.equal(await tab(panel, 'serverless').getAttribute('aria-selected'), 'true');
    });

    it('within half a second', async () => {
      const panel = await browser.open({ model: model() });
      // The machine may be busy with other things: the best of several is what the panel can do.
      let best = Number.POSITIVE_INFINITY;
      for (let round = 0; round < 8 && best >= 500; round += 1) {
        const name = `PostgreSQL ${round}`;
        const next = withPhase(model(), 'today', () => ({ ...todayPhase(), mermaid: todayPhase().mermaid.replace('SQLite', name) }));
        const milliseconds = await panel.page.evaluate(({ data, text, sequence }) => new Promise<number>((resolve) => {
          const started = performance.now();
          const observer = new MutationObserver(() => {
            if (document.querySelector('[data-node="database"]')?.textContent?.includes(text) !== true) return;
            observer.disconnect();
            resolve(performance.now() - started);
          });
          observer.observe(document.body, { childList: true, subtree: true });
          window.postMessage({ type: 'state', sequence, model: data }, '*');
        }), { data: next, text: name, sequence: 50 + round });
        best = Math.min(best, milliseconds);
      }
      assert.ok(best < 500, `${best} ms`);
    });
  });

  describe('asks the extension', () => {
    it('for another assumption, and shows that it is waiting', async () => {
      const panel = await browser.open({ model: model() });
      await panel.page.getByLabel('Region').selectOption('sa-east-1');
      assert.deepEqual(await panel.waitForMessage('setOption'), { type: 'setOption', name: 'region', value: 'sa-east-1' });
      assert.equal(await panel.page.locator('#app').getAttribute('aria-busy'), 'true');
      await panel.show(model());
      await panel.page.locator('#app[aria-busy="false"]').waitFor();
      assert.equal(await panel.page.getByLabel('Region').inputValue(), 'us-east-1', 'a refused choice goes back');
    });

    it('to copy the text and to save the drawing', async () => {
      const panel = await browser.open({ model: model() });
      await panel.page.getByRole('button', { name: 'Copy as Mermaid text' }).click();
      assert.deepEqual(await panel.waitForMessage('copyMermaid'), { type: 'copyMermaid', phase: 'today' });
      await panel.page.getByRole('button', { name: 'Save as SVG' }).click();
      const saved = await panel.waitForMessage('saveSvg');
      assert.ok(saved.type === 'saveSvg');
      const problems = await panel.page.evaluate((svg) => {
        const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
        const own = ['tabindex', 'data-node', 'aria-describedby'].filter((name) => parsed.querySelector(`[${name}]`) !== null);
        return [parsed.querySelector('parsererror')?.textContent ?? null, parsed.documentElement.getAttribute('style')?.includes('background-color') ?? false, own];
      }, saved.svg);
      assert.deepEqual(problems, [null, true, []]);
      await panel.send({ type: 'notice', text: 'Mermaid text copied' });
      await panel.page.locator('.toast').getByText('Mermaid text copied').waitFor();
      assert.equal(await status(panel).textContent(), 'Mermaid text copied');
    });
  });

  describe('beside the diagram', () => {
    it('shows the bill, the dearest service first, each line with its arithmetic and source', async () => {
      const panel = await browser.open({ model: model(), state: { phase: 'cloud-native' } });
      assert.deepEqual(await panel.page.locator('.service-name').allTextContents(), ['Amazon RDS', 'Amazon EC2', 'Amazon CloudFront']);
      assert.equal(await panel.page.locator('.costs .line').count(), 0);
      await panel.page.getByRole('button', { name: 'Amazon RDS', exact: true }).click();
      assert.equal(await panel.page.evaluate(() => document.activeElement?.textContent), 'Amazon RDS', 'the focus stays');
      const line = (await panel.page.locator('.costs .line').textContent()) ?? '';
      for (const part of ['Amazon RDS hours', '730', '$0.0712', '$93.44', 'One instance, all month.', 'SKU SKU123 · AWS Price List · valid on Aug 17, 2026']) assert.ok(line.includes(part), part);
      await panel.page.getByRole('button', { name: 'Expand all' }).click();
      assert.equal(await panel.page.locator('.costs .line').count(), 3);
      assert.deepEqual(await panel.page.locator('.costs tfoot tr').allTextContents(), ['Total$109.90']);
      assert.match((await panel.page.locator('.left-out').textContent()) ?? '', /^No estimate contains taxes, support plans/);
    });

    it('names a price that is unknown and never calls it nothing', async () => {
      const panel = await browser.open({ model: model(), state: { phase: 'serverless' } });
      assert.match((await panel.page.locator('.summary .warning').textContent()) ?? '', /Known prices only\. Unknown: Amazon RDS\./);
      await panel.page.getByRole('button', { name: 'Amazon RDS', exact: true }).click();
      const line = (await panel.page.locator('.costs .line').textContent()) ?? '';
      assert.ok(line.includes('price unknown') && line.includes('no price in this region'));
      assert.doesNotMatch(line, /\$0\.00/);
    });

    it('compares two phases service by service', async () => {
      const panel = await browser.open({ model: model(), state: { phase: 'cloud-native', open: { comparison: true } } });
      const rows = (): Promise<string[][]> => panel.page.locator('.comparison tbody tr, .comparison tfoot tr:first-child').evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
      assert.deepEqual(await rows(), [
        ['Amazon CloudFront', '$4.20', '$4.20', '$0.00'],
        ['Amazon EC2', '$12.26', '$12.26', '$0.00'],
        ['Amazon RDS', '$23.36', '$93.44', '+$70.08'],
        ['Total', '$39.82', '$109.90', '+$70.08'],
      ]);
      await panel.page.locator('#compare-from').selectOption('today');
      assert.deepEqual((await rows()).at(-2), ['Amazon RDS', 'not used', '$93.44', '+$93.44']);
      await panel.page.locator('#compare-to').selectOption('serverless');
      assert.deepEqual((await rows()).slice(-2), [['Amazon RDS', 'not used', 'price unknown', '—'], ['Total', 'no AWS bill', '$16.46', '—']]);
    });

    it('says the diagram in tables', async () => {
      const panel = await browser.open({ model: model(), state: { phase: 'cloud-native', open: { outline: true } } });
      const table = (index: number): Promise<string[][]> => panel.page.locator('.outline').nth(index).locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
      assert.deepEqual(await table(0), [
        ['Users', 'outside', '—', '—'],
        ['Amazon CloudFront', 'Edge', '$4.20/month', '—'],
        ['Laravel 12t4g.small', 'AWS Region us-east-1', '$12.26/month', 'composer.json:9artisan:1'],
        ['Amazon RDSdb.t4g.small', 'AWS Region us-east-1', '$93.44/month', '.env.example:23'],
      ]);
      assert.deepEqual(await table(1), [['Users', 'Amazon CloudFront', 'HTTPS'], ['Amazon CloudFront', 'Laravel 12', 'HTTPS'], ['Laravel 12', 'Amazon RDS', 'SQL']]);
    });

    it('says where the prices come from, why a service is there, and what limits the phase', async () => {
      const panel = await browser.open({ model: model(), state: { phase: 'cloud-native' } });
      const text = await panel.page.locator('#app').innerText();
      for (const part of ['Bundled, Aug 17, 2026 · us-east-1', 'PostgreSQL without its upkeep.', 'Also considered: Amazon Aurora', 'SQLite takes one write at a time.', 'Uploads stay on the disk of one server.', 'Reverb speaks']) assert.ok(text.includes(part), part);
    });
  });

  describe('restores', () => {
    it('phase, zoom, open parts and comparison after it was hidden', async () => {
      const first = await browser.open({ model: model() });
      await tab(first, 'cloud-native').click();
      await first.page.locator('.diagram[data-phase="cloud-native"][aria-busy="false"]').waitFor();
      await first.page.locator('[data-tool="zoomIn"]').click();
      await first.page.locator('#section-comparison > summary').click();
      await first.page.locator('#section-costs > summary').click();
      await first.page.locator('#compare-to').selectOption('serverless');
      const before = await transform(first);
      await first.page.waitForFunction(() => ((window as unknown as { skyliftState: { compare?: unknown } | null }).skyliftState?.compare ?? null) !== null);
      const second = await browser.open({ model: model(), state: await first.state() });
      assert.equal(await tab(second, 'cloud-native').getAttribute('aria-selected'), 'true');
      assert.equal(await transform(second), before);
      assert.equal(await second.page.locator('#section-comparison').getAttribute('open'), '');
      assert.equal(await second.page.locator('#section-costs').getAttribute('open'), null);
      assert.equal(await second.page.locator('#compare-to').inputValue(), 'serverless');
    });

    it('what it can of a state that it does not know', async () => {
      for (const state of ['nonsense', { phase: 'nowhere', views: { today: { scale: 'big' } }, open: 7, compare: ['today'] }]) {
        const panel = await browser.open({ model: model(), state });
        assert.equal(await tab(panel, 'today').getAttribute('aria-selected'), 'true');
      }
    });
  });
});

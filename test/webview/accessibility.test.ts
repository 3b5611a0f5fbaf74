import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { languages } from '../../src/core/l10n/localized';
import { contrast, parseColor } from '../../webviews/architecture/colors';
import { model } from './fixture';
import { PanelBrowser, themeNames, type PanelPage } from './harness';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('architecture panel for everybody', function () {
  // A browser starts and draws in each test, on processors that others use too.
  this.timeout(60_000);
  const browser = new PanelBrowser();
  before(() => browser.start());
  after(() => browser.stop());
  afterEach(() => browser.closePages());

  const everything = { costs: true, notes: true, decisions: true, comparison: true, assessment: true, outline: true, 'service:rds database': true };

  async function violations({ page }: PanelPage): Promise<readonly string[]> {
    // The browser's own console, not the page: the policy of the page forbids foreign scripts.
    await page.evaluate(axeSource);
    const results = await page.evaluate(() => (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary ?? ''}`).join('\n')}`);
  }

  for (const theme of themeNames) {
    it(`has no fault that axe knows, in ${theme}`, async () => {
      const panel = await browser.open({ theme, model: model(), state: { phase: 'serverless', open: everything } });
      assert.deepEqual(await violations(panel), []);
      await panel.page.locator('[data-node="web"]').click();
      await panel.page.getByRole('dialog').waitFor();
      assert.deepEqual(await violations(panel), []);
    });

    it(`keeps the text of the diagram readable, in ${theme}`, async () => {
      const panel = await browser.open({ theme, model: model(), state: { phase: 'cloud-native' } });
      const colors = await panel.page.evaluate(() => {
        const of = (selector: string): string => getComputedStyle(document.querySelector(selector) ?? document.body).color;
        return { background: getComputedStyle(document.body).backgroundColor, name: of('.skylift-name'), detail: of('.skylift-detail'), cost: of('.skylift-cost'), edge: of('.edgeLabel p') };
      });
      const background = parseColor(colors.background);
      assert.ok(background !== undefined);
      for (const part of ['name', 'detail', 'cost', 'edge'] as const) {
        const color = parseColor(colors[part]);
        assert.ok(color !== undefined && contrast(color, background) >= 4.5, `${part}: ${colors[part]} on ${colors.background}`);
      }
    });
  }

  it('has no fault that axe knows where there is no application, and while the workspace is read', async () => {
    const panel = await browser.open();
    assert.deepEqual(await violations(panel), []);
    await panel.show(model({ phases: [], applications: [] }));
    await panel.page.locator('.empty').waitFor();
    assert.deepEqual(await violations(panel), []);
  });

  // An editor beside another on a small screen, and the narrowest that VS Code makes one.
  for (const [language, width] of languages.flatMap((one) => [[one, 400], [one, 220]] as const)) {
    it(`fits into ${String(width)} pixels, in ${language}`, async () => {
      const panel = await browser.open({ width, model: model({}, language), state: { phase: 'cloud-native', open: everything } });
      for (const phase of ['cloud-native', 'today']) {
        await panel.page.locator(`#tab-${phase}`).click();
        await panel.page.locator(`.diagram[data-phase="${phase}"][aria-busy="false"]`).waitFor();
        assert.deepEqual(
          await panel.page.evaluate(() => {
            const inside = (element: Element): boolean => element.closest('.frame, .scroller, .tabs, .visually-hidden, .stage, .skip') !== null;
            const edge = (element: Element | null): number => element?.getBoundingClientRect().right ?? 0;
            const bar = edge(document.querySelector('.diagram-bar'));
            const wide = [...document.querySelectorAll('#app *')].filter((element) => !inside(element) && edge(element) > (element.closest('.diagram-bar') === null ? window.innerWidth : bar) + 0.5);
            return [document.documentElement.scrollWidth, wide.map((element) => element.className)];
          }),
          [width, []],
        );
      }
    });
  }

  it('speaks Portuguese', async () => {
    const panel = await browser.open({ model: model({}, 'pt-br'), state: { open: everything } });
    assert.equal(await panel.page.getAttribute('html', 'lang'), 'pt-BR');
    const text = await panel.page.locator('#app').innerText();
    for (const part of ['Hoje', 'sem conta AWS', 'requisições por segundo', 'Por que estes serviços', 'Comparar duas fases', 'Diagrama em tabelas', 'Pontos fortes']) assert.ok(text.includes(part), part);
    const labels = await panel.page.locator('[aria-label], [title]').evaluateAll((all) => all.flatMap((one) => [one.getAttribute('aria-label'), one.getAttribute('title')]));
    for (const english of ['Zoom in', 'Fit to view', 'Diagram tools', 'Phases', 'What if', 'Enter or click']) assert.ok(!labels.some((label) => label?.includes(english)), english);
  });

  it('says the price of a language as that language writes it', async () => {
    const panel = await browser.open({ model: model({}, 'pt-br'), state: { phase: 'cloud-native', open: everything } });
    assert.deepEqual(await panel.page.locator('.comparison tbody tr').last().locator('td').allInnerTexts(), ['US$\u00a023,36', 'US$\u00a093,44', '+US$\u00a070,08']);
  });

  it('follows another theme at once, and draws nothing anew when no colour changed', async () => {
    const panel = await browser.open({ theme: 'dark', model: model() });
    const svg = panel.page.locator('.layer > svg');
    const name = panel.page.locator('[data-node="web"] .skylift-name');
    const before = await name.evaluate((element) => getComputedStyle(element).color);
    const id = await svg.getAttribute('id');
    await panel.setTheme('light');
    await panel.page.waitForFunction((old) => document.querySelector('.layer > svg')?.id !== old, id);
    assert.notEqual(await name.evaluate((element) => getComputedStyle(element).color), before);
    const light = await svg.getAttribute('id');
    await panel.setTheme('light');
    await panel.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    assert.equal(await svg.getAttribute('id'), light);
    await panel.setTheme('dark');
    await panel.page.waitForFunction((old) => document.querySelector('.layer > svg')?.id === old, id);
  });

  it('keeps still for those who ask for it', async () => {
    const panel = await browser.open({ model: model(), reducedMotion: true });
    const moving = await panel.page.evaluate(() => [...document.querySelectorAll('*')].filter((element) => {
      const { transitionDuration, animationName } = getComputedStyle(element);
      return animationName !== 'none' || transitionDuration.split(',').some((part) => Number.parseFloat(part) > 0);
    }).length);
    assert.equal(moving, 0);
  });

  it('shows the focus', async () => {
    const panel = await browser.open({ theme: 'high-contrast', model: model() });
    await panel.page.locator('#tab-today').focus();
    for (let stops = 0; stops < 14; stops += 1) {
      await panel.page.keyboard.press('Tab');
      const outline = await panel.page.evaluate(() => {
        const element = document.activeElement;
        if (element === null || element === document.body) return 'left the page';
        const style = getComputedStyle(element);
        return style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0 ? 'seen' : element.outerHTML.slice(0, 120);
      });
      assert.ok(outline === 'seen' || outline === 'left the page', outline);
    }
  });
});

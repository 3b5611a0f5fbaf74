import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { loadSnapshot } from '../../../src/core/pricing';
import { snapshotCatalog } from '../../unit/aws/catalog';
import { fakeKeys } from '../../unit/aws/environment';
import { startFakeAws, type FakeAws, type Fault } from '../../unit/aws/server';
import { useWindow, windowPatienceMilliseconds } from './support';

/** Live prices that cannot be mistaken for the bundled ones. */
const dearer = 2;
const patience = { timeout: 60_000 };

/** `US$ 1,239/month` → 1239. */
async function monthlyDollars(item: Locator): Promise<number> {
  const text = (await item.filter({ hasText: '/month' }).textContent(patience)) ?? '';
  const amount = /US\$\s([\d,.]+)\/month/.exec(text)?.[1];
  assert.ok(amount, `no amount in "${text}"`);
  return Number(amount.replaceAll(',', ''));
}

describe('prices and spend from AWS', function () {
  this.timeout(windowPatienceMilliseconds);
  let aws: FakeAws;
  let fault: Fault | null = null;
  let bundled: number;

  before(async () => {
    aws = await startFakeAws({
      products: snapshotCatalog(await loadSnapshot('us-east-1'), dearer),
      spend: [{ name: 'Amazon Relational Database Service', amount: '48.20' }, { name: 'Tax', amount: '12' }],
      fault: () => fault,
    });
  });
  after(() => aws.close());

  const opened = useWindow('sample', {}, () => ({
    ...fakeKeys,
    AWS_ENDPOINT_URL: aws.endpoint,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/nonexistent/config',
    AWS_SHARED_CREDENTIALS_FILE: '/nonexistent/credentials',
  }));

  it('are not asked for by themselves', async () => {
    bundled = await monthlyDollars(opened.window.statusItem());
    assert.equal(aws.requests.length, 0);
  });

  it('name the permission that is missing, and keep the bundled prices on screen', async () => {
    const { window } = opened;
    fault = 'access-denied';
    await window.runCommand('Skylift: Refresh Prices from AWS');
    const notification = window.page.locator('.notification-list-item', { hasText: 'pricing:GetProducts' });
    await notification.waitFor(patience);
    assert.match((await notification.textContent()) ?? '', /The rest comes from the bundled prices of/);
    assert.equal(await notification.getByRole('button', { name: 'Choose Profile' }).count(), 1);
    assert.equal(await monthlyDollars(window.statusItem()), bundled);
    await window.page.keyboard.press('Escape');
  });

  it('replace the bundled prices everywhere when AWS answers', async () => {
    const { window } = opened;
    fault = null;
    await window.runCommand('Skylift: Refresh Prices from AWS');
    await window.statusItem().filter({ hasNotText: `US$ ${bundled.toLocaleString('en-US')}/month` }).waitFor(patience);
    const live = await monthlyDollars(window.statusItem());
    assert.ok(Math.abs(live - bundled * dearer) <= 2, `${live} for ${bundled}`);
    assert.ok(aws.requests.every(({ signed }) => signed), 'every request is signed');
  });

  it('are kept for the next session, as such', async () => {
    const { window } = opened;
    const asked = aws.requests.length;
    await window.page.reload();
    const item = window.statusItem();
    await item.waitFor(patience);
    assert.ok(Math.abs((await monthlyDollars(item)) - bundled * dearer) <= 2);
    assert.equal(aws.requests.length, asked);
    await item.hover();
    await window.page.getByText('AWS prices from the cache', { exact: false }).first().waitFor(patience);
    await window.page.keyboard.press('Escape');
  });

  it('tell what a question to Cost Explorer costs before it is asked, and ask once a day', async () => {
    const { window } = opened;
    const spendRequests = (): number => aws.requests.filter(({ target }) => target.endsWith('GetCostAndUsage')).length;
    await window.runCommand('Skylift: Show Actual Spend');
    const dialog = window.page.locator('.monaco-dialog-box', { hasText: 'US$ 0.01' });
    await dialog.waitFor(patience);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    assert.equal(spendRequests(), 0);

    await window.runCommand('Skylift: Show Actual Spend');
    await dialog.getByRole('button', { name: 'Ask AWS' }).click();
    const page = await window.webview('.vscode-body table');
    await page.getByText('US$ 48.20').waitFor(patience);
    assert.equal(await page.getByText('not in the estimate').count(), 1);
    assert.equal(spendRequests(), 1);

    const tab = window.page.locator('.tab', { hasText: 'actual-spend.md' });
    await tab.getByRole('button', { name: 'Close' }).click();
    await tab.waitFor({ ...patience, state: 'detached' });
    await window.runCommand('Skylift: Show Actual Spend');
    await (await window.webview('.vscode-body table')).getByText('US$ 48.20').waitFor(patience);
    assert.equal(spendRequests(), 1);
  });
});

describe('AWS in restricted mode', function () {
  this.timeout(windowPatienceMilliseconds);
  const opened = useWindow('restricted');

  it('is out of reach', async () => {
    const { window } = opened;
    await window.statusItem().waitFor(patience);
    await window.page.keyboard.press('F1');
    await window.page.locator('.quick-input-widget input[type="text"]').first().fill('>Skylift: Refresh Prices');
    await window.page.locator('.quick-input-list .monaco-list-row, .quick-input-message', { hasText: /No matching|no matching|similar/ }).first().waitFor(patience);
    assert.equal(await window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Refresh Prices from AWS' }).count(), 0);
    await window.page.keyboard.press('Escape');
  });
});

import assert from 'node:assert/strict';
import { useWindow, windowPatienceMilliseconds } from './support';

describe('an empty window', function () {
  this.timeout(windowPatienceMilliseconds);
  const opened = useWindow('empty');

  it('says why there is nothing to see and offers to open a folder', async () => {
    const { window } = opened;
    await window.openContainer('Skylift');
    const view = window.view('Applications');
    await view.getByText('No folder is open', { exact: false }).waitFor();
    assert.equal(await view.getByRole('button', { name: 'Open Folder' }).count(), 1);
    assert.equal(await window.statusItem().isVisible(), false);
  });
});

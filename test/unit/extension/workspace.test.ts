import assert from 'node:assert/strict';
import { innermost, relativePath } from '../../../src/extension/folderPaths';
import { belowPrefix, gitCandidates, gitDirectoryOf } from '../../../src/extension/gitFolder';
import { viewState } from '../../../src/extension/viewState';
import { scanInsteadOf, WorkQueue } from '../../../src/extension/workQueue';

const file = (path: string) => ({ scheme: 'file', authority: '', path });

describe('relativePath', () => {
  for (const { folder, resource, expected } of [
    { folder: file('/w/app'), resource: file('/w/app/config/app.php'), expected: 'config/app.php' },
    { folder: file('/w/app/'), resource: file('/w/app/.env'), expected: '.env' },
    { folder: file('/'), resource: file('/.env'), expected: '.env' },
    { folder: file('/w/app'), resource: file('/w/app'), expected: undefined },
    { folder: file('/w/app'), resource: file('/w/application/.env'), expected: undefined },
    { folder: file('/w/app'), resource: { ...file('/w/app/.env'), scheme: 'git' }, expected: undefined },
    { folder: { scheme: 'vscode-vfs', authority: 'github', path: '/o/r' }, resource: { scheme: 'vscode-vfs', authority: 'github', path: '/o/r/.env' }, expected: '.env' },
  ]) {
    it(`finds ${resource.scheme}:${resource.path} in ${folder.path} as ${String(expected)}`, () => {
      assert.equal(relativePath(folder, resource), expected);
    });
  }

  it('lets the innermost of nested folders speak', () => {
    const folders = [file('/w'), file('/w/api'), file('/other')];
    assert.deepEqual(innermost(folders, (folder) => folder, file('/w/api/.env')), { folder: folders[1], path: '.env' });
    assert.deepEqual(innermost(folders, (folder) => folder, file('/w/.env')), { folder: folders[0], path: '.env' });
    assert.equal(innermost(folders, (folder) => folder, file('/x/.env')), undefined);
  });
});

describe('git folder', () => {
  it('looks in the folder and then upwards', () => {
    assert.deepEqual(gitCandidates('/w/mono/api'), [
      { gitPath: '/w/mono/api/.git', prefix: '' },
      { gitPath: '/w/mono/.git', prefix: 'api/' },
      { gitPath: '/w/.git', prefix: 'mono/api/' },
      { gitPath: '/.git', prefix: 'w/mono/api/' },
    ]);
  });

  it('follows the file of a worktree or submodule', () => {
    assert.equal(gitDirectoryOf('/w/app/.git', 'gitdir: ../main/.git/worktrees/app\n'), '/w/main/.git/worktrees/app');
    assert.equal(gitDirectoryOf('/w/app/.git', 'gitdir: /srv/git/app'), '/srv/git/app');
    assert.equal(gitDirectoryOf('/w/app/.git', 'gitdir: C:\\git\\app\r\n'), '/C:/git/app');
    assert.equal(gitDirectoryOf('/w/app/.git', 'something else'), undefined);
  });

  it('keeps what lies below the scanned folder', () => {
    assert.deepEqual([...belowPrefix(['api/.env', 'api/src/a.php', 'web/.env', 'api'], 'api/')], ['.env', 'src/a.php']);
    assert.deepEqual([...belowPrefix(['.env'], '')], ['.env']);
  });
});

describe('WorkQueue', () => {
  it('starts empty and says so', () => {
    const queue = new WorkQueue();
    assert.equal(queue.isEmpty, true);
    assert.equal(queue.take(), undefined);
  });

  it('joins the changes of a document and prefers the buffer over the disk', () => {
    const queue = new WorkQueue();
    queue.addChange('.env', 'disk');
    queue.addChange('.env', 'buffer');
    queue.addChange('.env', 'disk');
    queue.addChange('compose.yaml', 'disk');
    queue.addChange('compose.yaml', 'gone');
    assert.deepEqual(queue.take(), { kind: 'update', changes: new Map([['.env', 'buffer'], ['compose.yaml', 'gone']]) });
    assert.equal(queue.isEmpty, true);
  });

  it('makes changes and options needless by a scan', () => {
    const queue = new WorkQueue();
    queue.addChange('.env', 'buffer');
    queue.addConfigure();
    queue.addScan();
    assert.deepEqual([queue.take(), queue.take()], [{ kind: 'scan' }, undefined]);
    queue.addConfigure();
    assert.deepEqual([queue.take(), queue.take()], [{ kind: 'configure' }, undefined]);
  });

  it('reads everything when very many files changed at once', () => {
    const queue = new WorkQueue();
    for (let index = 0; index < scanInsteadOf; index++) queue.addChange(`f${index}`, 'disk');
    queue.addChange('f0', 'disk');
    assert.equal(queue.take()?.kind, 'update');
    for (let index = 0; index <= scanInsteadOf; index++) queue.addChange(`f${index}`, 'disk');
    assert.deepEqual([queue.take(), queue.take()], [{ kind: 'scan' }, undefined]);
  });
});

describe('viewState', () => {
  for (const { folders, expected } of [
    { folders: [], expected: 'no-folder' },
    { folders: [{ state: 'waiting', applications: undefined }], expected: 'waiting' },
    { folders: [{ state: 'ready', applications: 1 }, { state: 'scanning', applications: 2 }], expected: 'scanning' },
    { folders: [{ state: 'failed', applications: undefined }, { state: 'ready', applications: 1 }], expected: 'ready' },
    { folders: [{ state: 'ready', applications: 0 }], expected: 'empty' },
    { folders: [{ state: 'ready', applications: 0 }, { state: 'failed', applications: undefined }], expected: 'failed' },
    { folders: [{ state: 'cancelled', applications: undefined }], expected: 'cancelled' },
    // The last good result stays on screen.
    { folders: [{ state: 'cancelled', applications: 1 }], expected: 'ready' },
  ] as const) {
    it(`is ${expected} for ${JSON.stringify(folders)}`, () => {
      assert.equal(viewState(folders), expected);
    });
  }
});

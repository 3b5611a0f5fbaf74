import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { trackedPaths } from '../../../src/core/workspace/gitIndex';

const paths = ['.env', 'a/b.txt', 'a/b c/ção.txt', 'a/bcd.txt', 'config/app.php', `deep/${'long-name-'.repeat(20)}.txt`, 'z'];

function git(folder: string, ...parameters: string[]): void {
  execFileSync('git', ['-c', 'core.quotePath=false', ...parameters], { cwd: folder, stdio: 'pipe' });
}

function repository(...init: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'skylift-index-'));
  git(folder, 'init', '--quiet', ...init);
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), path);
  }
  git(folder, 'add', '--all');
  return folder;
}

describe('git index', () => {
  let folder: string;
  before(() => {
    folder = repository();
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const indexBytes = (): Buffer => readFileSync(join(folder, '.git', 'index'));

  for (const version of ['2', '4']) {
    it(`reads version ${version}`, () => {
      git(folder, 'update-index', '--index-version', version);
      assert.equal(indexBytes().readUInt32BE(4), Number(version));
      assert.deepEqual([...(trackedPaths(indexBytes()) ?? [])].sort(), [...paths].sort());
    });
  }

  it('reads version 3, which flags that need more bits bring', () => {
    git(folder, 'update-index', '--index-version', '2');
    git(folder, 'update-index', '--skip-worktree', 'a/b.txt');
    assert.equal(indexBytes().readUInt32BE(4), 3);
    assert.deepEqual([...(trackedPaths(indexBytes()) ?? [])].sort(), [...paths].sort());
    git(folder, 'update-index', '--no-skip-worktree', 'a/b.txt');
  });

  it('reads a repository of SHA-256', () => {
    const other = repository('--object-format=sha256');
    try {
      assert.deepEqual([...(trackedPaths(readFileSync(join(other, '.git', 'index'))) ?? [])].sort(), [...paths].sort());
    } finally {
      rmSync(other, { recursive: true, force: true });
    }
  });

  it('does not answer for a split index, whose entries lie elsewhere', () => {
    git(folder, 'update-index', '--split-index');
    assert.equal(trackedPaths(indexBytes()), null);
    git(folder, 'update-index', '--no-split-index');
  });

  it('answers null for bytes that are no index or stop in the middle', () => {
    const bytes = indexBytes();
    for (const other of [Buffer.alloc(0), Buffer.from('DIRC'), Buffer.from('not an index at all'), Buffer.alloc(100)]) assert.equal(trackedPaths(other), null);
    for (let end = 0; end < bytes.length - 60; end += 7) assert.equal(trackedPaths(bytes.subarray(0, end)), null);
  });

  it('never throws on changed bytes', () => {
    const bytes = indexBytes();
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }), (changes) => {
        const changed = Buffer.from(bytes);
        for (const [at, value] of changes) changed[at] = value;
        const tracked = trackedPaths(changed);
        assert.ok(tracked === null || tracked.size <= paths.length);
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});

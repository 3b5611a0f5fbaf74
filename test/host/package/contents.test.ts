import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { root } from '../../../src/tools/host/cache';

const snapshot = join(root, 'test/host/package/contents.txt');

/** Names that change with every build or come in crowds are written as a pattern. */
function patternOf(file: string): string {
  return file
    .replace(/^dist\/(.*\/)?chunks\/.*\.js$/, 'dist/$1chunks/*.js')
    .replace(/^(dist\/webviews\/.*)-[A-Z0-9]{8}(\.\w+)$/, '$1-*$2')
    .replace(/^media\/icons\/.*\.svg$/, 'media/icons/*.svg');
}

describe('contents of the package', () => {
  let files: readonly string[];
  before(async () => {
    files = (await listFiles({ cwd: root, packageManager: PackageManager.None })).map((file) => file.replaceAll('\\', '/'));
  });

  it('are those of the snapshot (UPDATE=1 rewrites it)', () => {
    const actual = `${[...new Set(files.map(patternOf))].sort().join('\n')}\n`;
    if (process.env['UPDATE'] === '1') writeFileSync(snapshot, actual);
    assert.equal(actual, readFileSync(snapshot, 'utf8'));
  });

  it('hold no source, test, sample, source map or settings file', () => {
    const unwanted = /^(src|test|samples|webviews|docs|node_modules|\.vscode|\.ci)\/|\.(ts|map|tsbuildinfo)$|(^|\/)\.env|package-lock|meta\.json$/;
    assert.deepEqual(files.filter((file) => unwanted.test(file)), []);
  });

  it('hold everything that the manifest points to', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly main: string; readonly icon: string };
    const wanted = [manifest.main, manifest.icon, 'package.nls.json', 'package.nls.pt-br.json'].map((path) => path.replace(/^\.\//, ''));
    assert.deepEqual(wanted.filter((path) => !files.includes(path)), []);
  });

  it('stay below the hundred script files above which VS Code is slow to install them', () => {
    const scripts = files.filter((file) => file.endsWith('.js'));
    assert.ok(scripts.length <= 100, `${scripts.length} script files`);
  });
});

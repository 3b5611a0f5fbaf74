import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../src/tools/host/cache';
import { extensionPackage } from '../../../src/tools/host/extensionPackage';

interface Output {
  readonly bytes: number;
  readonly imports: readonly { readonly path: string; readonly kind: string; readonly external?: boolean }[];
  readonly inputs: Readonly<Record<string, unknown>>;
}

interface Metafile {
  readonly outputs: Readonly<Record<string, Output>>;
}

const kilobyte = 1000;
const { outputs } = JSON.parse(readFileSync(join(root, 'dist/meta.json'), 'utf8')) as Metafile;

function output(path: string): Output {
  const found = outputs[path];
  assert.ok(found, `${path} is not built`);
  return found;
}

/** The files that are read before the first line of an entry point runs: itself and what it imports, but not what it imports later. */
function initialFiles(entry: string): readonly string[] {
  const files = new Set<string>();
  const pending = [entry];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (files.has(path)) continue;
    files.add(path);
    for (const { path: imported, kind, external } of output(path).imports) {
      if (kind === 'import-statement' && external !== true) pending.push(imported);
    }
  }
  return [...files];
}

function bytesOf(files: readonly string[]): number {
  return files.reduce((sum, path) => sum + output(path).bytes, 0);
}

function assertWithin(files: readonly string[], budget: number): void {
  const heaviest = [...files].sort((a, b) => output(b).bytes - output(a).bytes).slice(0, 5);
  const detail = heaviest.map((path) => `${path} ${Math.round(output(path).bytes / kilobyte)} KB`).join(', ');
  assert.ok(bytesOf(files) <= budget, `${Math.round(bytesOf(files) / kilobyte)} KB are loaded, ${budget / kilobyte} KB are allowed; the heaviest: ${detail}`);
}

describe('size budgets', () => {
  it('the extension loads at most 300 KB when it is activated', () => {
    assertWithin(initialFiles('dist/extension/main.js'), 300 * kilobyte);
  });

  it('that takes at most 25 files; all others are loaded when they are needed', () => {
    const files = initialFiles('dist/extension/main.js');
    assert.ok(files.length <= 25, `${files.length} files`);
  });

  it('the architecture panel loads at most 1.2 MB before it draws', () => {
    assertWithin(initialFiles('dist/webviews/architecture/main.js'), 1200 * kilobyte);
  });

  for (const entry of ['dist/extension/main.js', 'dist/cli/main.js']) {
    it(`${entry} loads the AWS SDK only when it is asked for prices`, () => {
      const early = initialFiles(entry).filter((path) => Object.keys(output(path).inputs).some((input) => /node_modules\/@(aws-sdk|smithy)\//.test(input)));
      assert.deepEqual(early, []);
    });
  }

  it('the package is at most 3 MB', () => {
    const { size } = statSync(extensionPackage);
    assert.ok(size <= 3000 * kilobyte, `${Math.round(size / kilobyte)} KB`);
  });
});

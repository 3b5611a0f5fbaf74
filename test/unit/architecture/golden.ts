import fs from 'node:fs';
import path from 'node:path';
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'golden');

/** Compares a text with the file of that name; `UPDATE=1` rewrites the file. */
export function matchesGolden(name: string, actual: string): void {
  const file = path.join(folder, name);
  if (process.env['UPDATE'] === '1') {
    fs.writeFileSync(file, actual);
    return;
  }
  assert.ok(fs.existsSync(file), `golden/${name} is missing: run the test with UPDATE=1 and review it`);
  assert.equal(actual, fs.readFileSync(file, 'utf8'), `golden/${name} differs: review the change, then run with UPDATE=1`);
}

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { finding, ready, replace, revert, show, until, valueRange } from '../support';

/** What the project promises for an edit of an unsaved buffer, and how often it is tried. */
const limitMilliseconds = 500;
const tries = 5;

describe('live analysis', () => {
  before(ready);

  it(`follows an unsaved buffer within ${limitMilliseconds} ms (median of ${tries} edits)`, async function () {
    this.timeout(60_000);
    const { document } = await show('.env.example');
    await until('the finding is published', () => finding('.env.example', 'cache/database-driver'));
    const times: number[] = [];
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const toRedis = attempt % 2 === 0;
      await replace(document, valueRange(document, 'CACHE_STORE'), toRedis ? 'redis' : 'database');
      const start = performance.now();
      await until('the diagnostics follow', () => (finding('.env.example', 'cache/database-driver') === undefined) === toRedis);
      times.push(performance.now() - start);
    }
    assert.ok(document.isDirty, 'nothing was saved');
    await revert(document);
    const median = [...times].sort((a, b) => a - b)[Math.floor(tries / 2)] ?? Infinity;
    assert.ok(median <= limitMilliseconds, `${times.map((time) => `${Math.round(time)} ms`).join(', ')}`);
  });

  it('takes a half-written file as far as it can be read, and keeps the rest', async () => {
    const { document } = await show('config/database.php');
    const everything = document.validateRange(new vscode.Range(0, 0, document.lineCount, 0));
    await replace(document, everything, "<?php\n\nreturn [\n    'default' => env('DB_CONNECTION', 'sqlite'),\n    'connections' => [\n");
    const api = await ready();
    assert.deepEqual(api.analysis()?.applications.map(({ framework }) => framework), ['laravel']);
    assert.equal(api.analysis()?.needs.find(({ id }) => id === 'relational-database')?.technology, 'sqlite');
    await revert(document);
  });
});

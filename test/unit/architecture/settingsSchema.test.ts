import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { settingsSchema } from '../../../src/core/architecture/settings/schema';
import { roadmapStepIds } from '../../../src/core/roadmap';

describe('schema of skylift.yaml', () => {
  it('is the file that editors complete from', () => {
    const file = fileURLToPath(new URL('../../../media/skylift.schema.json', import.meta.url));
    const expected = `${JSON.stringify(settingsSchema(roadmapStepIds), null, 2)}\n`;
    if (process.env['UPDATE'] === '1') writeFileSync(file, expected);
    assert.equal(readFileSync(file, 'utf8'), expected, 'media/skylift.schema.json differs: run this test with UPDATE=1');
  });
});

import { strict as assert } from 'node:assert';
import { createAnalysisSession } from '../../../src/core/analysis';
import { defaultWorkload } from '../../../src/core/architecture/workload';
import { localizeMessage } from '../../../src/core/l10n/localized';
import { loadSnapshotPriceBook } from '../../../src/core/pricing';
import { memoryReader, type Files } from '../support/workspace';

/** What is said of the front end. */
async function frontEnd(files: Files): Promise<string | undefined> {
  const host = { reader: memoryReader(files), loadPriceBook: loadSnapshotPriceBook, now: () => 0 };
  const { assessment } = await createAnalysisSession(host, { region: 'us-east-1', workload: defaultWorkload, evaluation: 'local', freeTier: 'none', ruleSeverities: {}, exclude: [], include: [] }).scan();
  const found = assessment.strengths.find(({ id }) => id === 'front-end');
  return found === undefined ? undefined : localizeMessage(found.text, 'en');
}

describe('strength of the front end', () => {
  it('is not that of a server written in TypeScript, nor of one that lays out e-mail with React', async () => {
    const manifest = { scripts: { 'start:prod': 'node dist/main' }, dependencies: { '@nestjs/core': '^11.0.0', '@nestjs/platform-express': '^11.0.0', react: '^19.0.0', '@react-email/components': '^1.0.0' }, devDependencies: { typescript: '^5.0.0' } };
    assert.equal(await frontEnd({ 'package.json': JSON.stringify(manifest), 'src/main.ts': '' }), undefined);
  });

  it('names TypeScript beside a framework of browsers, and alone where assets are built', async () => {
    const laravel = { 'composer.json': '{ "require": { "laravel/framework": "^12.0" } }', artisan: '' };
    const manifest = (dependencies: Readonly<Record<string, string>>): string => JSON.stringify({ scripts: { build: 'vite build' }, devDependencies: { vite: '^7.0.0', 'laravel-vite-plugin': '^2.0.0', ...dependencies } });
    assert.equal(await frontEnd({ ...laravel, 'package.json': manifest({ vue: '^3.5.0', typescript: '^5.0.0' }) }), 'A modern front end: Vue, TypeScript.');
    assert.equal(await frontEnd({ ...laravel, 'package.json': manifest({ typescript: '^5.0.0' }) }), 'A modern front end: TypeScript.');
  });
});

import { strict as assert } from 'node:assert';
import { createAnalysisSession } from '../../../src/core/analysis';
import { defaultWorkload } from '../../../src/core/architecture/workload';
import { loadSnapshotPriceBook } from '../../../src/core/pricing';
import { memoryReader, type Files } from '../support/workspace';

/** Whether a pipeline counts as one that tests, and by which files the roadmap is ticked. */
async function pipelines(files: Files): Promise<{ readonly tests: boolean; readonly deploys: readonly string[]; readonly images: readonly string[] }> {
  const application = { 'composer.json': '{ "require": { "laravel/framework": "^12.0" } }', artisan: '' };
  const host = { reader: memoryReader({ ...application, ...files }), loadPriceBook: loadSnapshotPriceBook, now: () => 0 };
  const { assessment, roadmap } = await createAnalysisSession(host, { region: 'us-east-1', workload: defaultWorkload, evaluation: 'local', freeTier: 'none', ruleSeverities: {}, exclude: [], include: [] }).scan();
  const proof = (step: string): readonly string[] => roadmap.flatMap(({ steps }) => steps).find(({ id }) => id === step)?.evidence.map(({ at }) => at.path) ?? [];
  return { tests: assessment.strengths.some(({ id }) => id === 'pipeline'), deploys: proof('pipeline'), images: proof('container-image') };
}

describe('pipelines', () => {
  it('prove nothing by being there', async () => {
    assert.deepEqual(await pipelines({ '.github/workflows/label.yml': 'on: issues\njobs:\n  label:\n    steps:\n      - uses: actions/labeler@v5\n' }), { tests: false, deploys: [], images: [] });
  });

  it('are a strength where they test, and tick the roadmap where they deploy', async () => {
    const files = { '.github/workflows/ci.yml': 'jobs:\n  a:\n    steps:\n      - run: php artisan test\n', '.github/workflows/release.yml': 'jobs:\n  b:\n    steps:\n      - run: docker push shop\n' };
    assert.deepEqual(await pipelines(files), { tests: true, deploys: ['.github/workflows/release.yml'], images: [] });
  });

  it('find the image that is deployed, not a developer’s', async () => {
    const { images } = await pipelines({ Dockerfile: 'FROM composer AS build\nFROM php:8.4-fpm\nCMD ["php-fpm"]\n', '.devcontainer/Dockerfile': 'FROM php:8.4\n', 'docker/dev/Dockerfile': 'FROM php:8.4\n' });
    assert.deepEqual(images, ['Dockerfile']);
  });
});

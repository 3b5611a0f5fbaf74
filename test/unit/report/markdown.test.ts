import assert from 'node:assert/strict';
import { createAnalysisSession } from '../../../src/core/analysis';
import { defaultWorkload } from '../../../src/core/architecture/workload';
import type { Language } from '../../../src/core/l10n/localized';
import { loadSnapshotPriceBook } from '../../../src/core/pricing';
import { createReportContext } from '../../../src/core/report/context';
import { markdownReport } from '../../../src/core/report/markdown';
import { memoryReader, type Files } from '../support/workspace';

async function report(files: Files, language: Language = 'en'): Promise<string> {
  const host = { reader: memoryReader(files), loadPriceBook: loadSnapshotPriceBook, now: () => 0 };
  const session = createAnalysisSession(host, { region: 'us-east-1', workload: defaultWorkload, evaluation: 'local', freeTier: 'none', ruleSeverities: {}, exclude: [], include: [] });
  return markdownReport(createReportContext({ analysis: await session.scan(), language, version: '0.0.0', textOf: (path) => session.textOf(path) }));
}

const api = (dependencies: Readonly<Record<string, string>>): string => JSON.stringify({ scripts: { start: 'node server.js' }, dependencies: { express: '^5', ...dependencies } });

describe('markdownReport', () => {
  it('calls what stays outside AWS by its name', async () => {
    const text = await report({ 'package.json': api({ '@sentry/node': '^10' }), 'server.js': "import * as Sentry from '@sentry/node';\nSentry.init({ dsn: process.env.SENTRY_DSN });\n" });
    assert.match(text, /\*\*monitoring → Sentry\*\*: Sentry runs outside AWS/);
  });

  it('says once what two applications have in common, and whose the rest is', async () => {
    const files = { 'package.json': '{ "workspaces": ["apps/*"] }', 'apps/one/package.json': api({}), 'apps/one/server.js': 'app.listen(3000)', 'apps/two/package.json': api({}), 'apps/two/server.js': 'app.listen(3001)', 'apps/one/Dockerfile': 'FROM node:22\nCMD ["node", "server.js"]\n', '.github/workflows/ci.yml': 'jobs:\n  a:\n    steps:\n      - run: npm test\n' };
    const text = await report(files);
    assert.equal(text.split('A pipeline checks every change.').length, 2, text);
    assert.match(text, /- \*\*one\*\*: The application is packed as a container image\./);
    assert.match(await report(files, 'pt-br'), /- Um pipeline verifica cada mudança\./);
  });
});

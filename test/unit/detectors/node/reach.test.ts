import { strict as assert } from 'node:assert';
import { moduleFact, moduleOf } from '../../../../src/core/detectors/node-imports/module';
import { readWorkspace, type Files } from '../../support/workspace';

const manifest = (name: string, dependencies: readonly string[], more: Readonly<Record<string, unknown>> = {}): string => JSON.stringify({ name, private: true, dependencies: Object.fromEntries(dependencies.map((dependency) => [dependency, '1'])), ...more });
const site = (dependencies: readonly string[]): string => manifest('web', ['next', 'react-dom', ...dependencies], { scripts: { build: 'next build', start: 'next start' } });

async function needs(files: Files): Promise<readonly string[]> {
  const found = await readWorkspace({ 'package.json': '{ "private": true, "workspaces": ["apps/*", "packages/*"] }', ...files });
  return found.needs.filter(({ application, id }) => application === 'apps/web' && !['compute', 'static-assets'].includes(id)).map(({ id, technology }) => `${id} ${technology}`);
}

describe('imports of a module', () => {
  const importsOf = (text: string): readonly string[] => moduleOf(moduleFact({ path: 'a.ts', text })).imports.map(({ from, names }) => `${from} ${names.join(' ')}`.trim());

  it('are told with their names, without those of types alone', () => {
    assert.deepEqual(importsOf("import db, { pool as p, type Row } from '@shop/db';\nimport type { A } from './types';\nimport { type B } from './b';\nimport './run';\nexport * from './all';\nexport type { C } from './c';"), ['@shop/db db pool', './run', './all *']);
    assert.deepEqual(importsOf("import {\n  // a note\n  one,\n  two,\n} from \"./many\";\nconst three = await import('./three');\nconst four = require('four');"), ['./many one two', './three *', 'four *']);
  });

  it('are those of every line of a file that only hands on', () => {
    assert.deepEqual(importsOf("export * as schema from './schema';\nexport * from 'orm';\nexport { db } from './db';"), ['./schema *', 'orm *', './db db']);
  });

  it('are none in texts and in calls', () => {
    assert.deepEqual(importsOf("const sql = `select a from 'b'`;\n// import x from 'y'\nArray.from('abc');"), []);
  });

  it('cannot be told where their name is made at run time', () => {
    assert.deepEqual([moduleOf(moduleFact({ path: 'a.ts', text: 'import(name)' })).computes, moduleOf(moduleFact({ path: 'a.ts', text: "import('./a')" })).computes], [true, false]);
  });
});

describe('a site in a workspace', () => {
  const lib: Files = {
    'packages/lib/package.json': manifest('@shop/lib', ['ioredis', '@aws-sdk/client-s3', '@sentry/node'], { exports: { './*': './src/*.ts' } }),
    'packages/lib/src/price.ts': 'export const price = (cents: number) => cents / 100;',
    'packages/lib/src/upload.ts': "import { S3Client } from '@aws-sdk/client-s3';\nimport './report';\nexport const client = new S3Client({});",
    'packages/lib/src/report.ts': "import * as Sentry from '@sentry/node';\nSentry.init({});",
    '.env.example': 'REDIS_URL=redis://localhost\nS3_BUCKET=shop\n',
    'apps/web/package.json': site(['@shop/lib']),
  };

  it('has the needs of the modules that its own lead to', async () => {
    assert.deepEqual(await needs({ ...lib, 'apps/web/app/page.tsx': "import { price } from '@shop/lib/price';" }), []);
    assert.deepEqual(await needs({ ...lib, 'apps/web/app/page.tsx': "import { client } from '@shop/lib/upload';" }), ['file-storage s3', 'monitoring sentry']);
  });

  it('has all of them where a name leads to no module that is there', async () => {
    assert.deepEqual(await needs({ ...lib, 'apps/web/app/page.tsx': "import { client } from '@shop/lib/generated/upload';" }), ['cache redis', 'file-storage s3', 'monitoring sentry']);
  });

  const database: Files = {
    'packages/db/package.json': manifest('@shop/db', ['@prisma/client', '@prisma/adapter-pg'], { main: './dist/index.js' }),
    'packages/db/prisma/schema.prisma': 'datasource db {\n  provider = "postgresql"\n}\n',
    'packages/db/src/index.ts': "export * from '../generated/prisma/client';\nexport const db = new PrismaClient();",
    'packages/api/package.json': manifest('@shop/api', ['@shop/db']),
    'packages/api/index.ts': "import { db } from '@shop/db';\nexport class Orders {}",
    'apps/web/package.json': site(['@shop/db', '@shop/api', 'pg']),
  };

  it('opens no connection for types and enumerations', async () => {
    assert.deepEqual(await needs({ ...database, 'apps/web/app/page.tsx': "import { OrderState } from '@shop/db';\nimport type { Orders } from '@shop/api';" }), []);
    assert.deepEqual(await needs({ ...database, 'apps/web/app/page.tsx': "import { db } from '@shop/db';" }), ['relational-database postgresql']);
    assert.deepEqual(await needs({ ...database, 'apps/web/app/page.tsx': "import { Orders } from '@shop/api';" }), ['relational-database postgresql']);
  });

  it('has the secrets of a sample above it that it or its packages ask for', async () => {
    const files: Files = { ...lib, '.env.example': 'SESSION_SECRET=change-me\nSTRIPE_SECRET_KEY=sk\n' };
    assert.deepEqual(await needs({ ...files, 'apps/web/app/page.tsx': "import { price } from '@shop/lib/price';" }), []);
    assert.deepEqual(await needs({ ...files, 'apps/web/app/page.tsx': 'const secret = process.env.SESSION_SECRET;' }), ['secrets env']);
    assert.deepEqual(await needs({ ...files, 'apps/web/package.json': site(['@shop/lib', 'stripe']), 'apps/web/app/page.tsx': "import { price } from '@shop/lib/price';" }), ['secrets env']);
  });
});

import { strict as assert } from 'node:assert';
import { readWorkspace, type Files } from '../../support/workspace';

async function needs(files: Files): Promise<readonly string[]> {
  const found = await readWorkspace(files);
  assert.deepEqual(found.applications.map(({ framework }) => framework), ['sst']);
  return found.needs.map(({ application, id, technology, servedBy }) => `${application} ${id} ${technology} ${servedBy ?? ''}`);
}

describe('SST', () => {
  it('declares functions and what they work with', async () => {
    const infra = `const secret = new sst.Secret('StripeKey');
const uploads = new sst.aws.Bucket('Uploads');
const jobs = new sst.aws.Queue('Jobs');
jobs.subscribe('packages/functions/src/jobs.handler');
new sst.aws.Postgres('Main', { vpc });
new sst.aws.Email('Mail', { sender: 'shop.example' });
new sst.aws.Cron('Nightly', { schedule: 'rate(1 day)', job: 'packages/functions/src/nightly.handler' });
new sst.aws.Function('Api', { url: true, handler: 'packages/functions/src/api.handler' });`;
    assert.deepEqual(
      await needs({ 'sst.config.ts': 'export default $config({})', 'infra/api.ts': infra, 'packages/functions/package.json': '{ "name": "functions" }', 'packages/functions/src/api.ts': '' }),
      ['compute serverless lambda', 'relational-database postgresql rds', 'queue sqs sqs', 'scheduler eventbridge eventbridge', 'file-storage s3 s3', 'mail ses ses', 'secrets ssm parameter-store'].map((need) => `packages/functions ${need}`),
    );
  });

  it('is read in its earlier versions by what a stack imports', async () => {
    const stack = "import { Api, Table } from 'sst/constructs';\nexport function Shop({ stack }) { new Table(stack, 'Orders', {}); const api = new Api(stack, 'Api', { routes: { 'GET /': 'src/list.handler' } }); api.route('POST /', 'src/add.handler'); }";
    assert.deepEqual(await needs({ 'sst.config.ts': '', 'stacks/shop.ts': stack, 'src/list.ts': '', 'package.json': '{}' }), ['. compute serverless lambda', '. document-database dynamodb dynamodb']);
  });

  it('runs the routes of an interface from the folder of sources, beside the site that it builds', async () => {
    const stacks = {
      'stacks/ApiStack.js': "import { Api, Table } from '@serverless-stack/resources';\nexport function ApiStack({ stack }) { new Table(stack, 'Notes', {}); new Api(stack, 'Api', { routes: { 'GET /notes': 'functions/list.main' } }); }",
      'stacks/SiteStack.js': "import { ReactStaticSite } from '@serverless-stack/resources';\nexport function SiteStack({ stack }) { new ReactStaticSite(stack, 'Site', { path: 'frontend' }); }",
    };
    const { applications, needs: found } = await readWorkspace({
      ...stacks, 'sst.json': '{ "name": "notes" }', 'package.json': '{ "name": "notes", "private": true, "workspaces": ["services"] }', 'services/package.json': '{ "name": "services" }', 'services/functions/list.js': '',
      'frontend/public/index.html': '', 'frontend/src/index.js': '', 'frontend/package.json': '{ "name": "frontend", "private": true, "scripts": { "build": "react-scripts build" }, "dependencies": { "react-dom": "18", "react-scripts": "5" } }',
    });
    assert.deepEqual(applications.map(({ root, framework }) => `${root} ${framework}`), ['frontend react', 'services sst']);
    assert.deepEqual(found.filter(({ id }) => id === 'compute').map(({ application, technology }) => `${application} ${technology}`), ['frontend static', 'services serverless']);
  });

  it('names nothing that only sounds like its constructs', async () => {
    const { applications } = await readWorkspace({ 'sst.config.ts': '', 'stacks/shop.ts': "import { Queue } from './queue';\nnew Queue(stack, 'Jobs');", 'package.json': '{}' });
    assert.deepEqual(applications, []);
  });
});

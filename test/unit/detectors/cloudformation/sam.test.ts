import { strict as assert } from 'node:assert';
import { readWorkspace, type Files } from '../../support/workspace';

const template = (functions: string, more = ''): string => `Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Runtime: nodejs22.x
    Tracing: Active
    Environment:
      Variables:
        API_TOKEN: '{{resolve:secretsmanager:shop:SecretString:token}}'
Resources:
  Orders:
    Type: AWS::DynamoDB::Table
${functions}${more}`;

const api = (code: string): string => `  Api:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: ${code}
      Handler: app.handler
      Events:
        Get: { Type: Api, Properties: { Path: /orders, Method: get } }
`;

async function read(files: Files): Promise<{ readonly roots: readonly string[]; readonly needs: readonly string[] }> {
  const { applications, needs } = await readWorkspace(files);
  return { roots: applications.map(({ root, framework, languages }) => `${root} ${framework} ${languages.join()}`), needs: needs.map(({ id, technology, servedBy }) => `${id} ${technology} ${servedBy ?? ''}`) };
}

describe('the Serverless Application Model', () => {
  it('declares an application of functions with the stores beside them', async () => {
    assert.deepEqual(await read({ 'template.yaml': template(api('src/')), 'src/app.ts': '' }), {
      roots: ['. sam typescript'],
      needs: ['compute serverless lambda', 'document-database dynamodb dynamodb', 'monitoring xray xray', 'secrets secretsmanager secretsmanager'],
    });
  });

  it('is given secrets by what its text resolves', async () => {
    const { needs } = await read({ 'template.yaml': template(api('src/')).replace("'{{resolve:secretsmanager:shop:SecretString:token}}'", '!Sub "{{resolve:ssm:shop-token}}"'), 'src/app.ts': 'const token = process.env.API_TOKEN;\n' });
    assert.ok(needs.includes('secrets ssm parameter-store'), needs.join());
  });

  it('tells what calls the functions', async () => {
    const worker = `  Worker:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: worker/
      Events:
        Jobs: { Type: SQS, Properties: { Queue: x } }
        Nightly: { Type: Schedule, Properties: { Schedule: rate(1 day) } }
        Uploaded: { Type: S3, Properties: { Bucket: x } }
        Log: { Type: Kinesis, Properties: { Stream: x } }
`;
    const { needs } = await read({ 'template.yaml': template(worker) });
    assert.deepEqual(needs.filter((need) => /^(queue|scheduler|file-storage|event-streaming) /.test(need)), ['queue sqs sqs', 'event-streaming kinesis kinesis', 'scheduler eventbridge eventbridge-scheduler', 'file-storage s3 s3']);
  });

  it('reads the code of its functions', async () => {
    const { needs } = await read({ 'template.yaml': template(api('src/')), 'src/package.json': '{ "dependencies": { "mongoose": "8", "aws-embedded-metrics": "4" } }', 'src/handlers/app.js': 'mongoose.connect(process.env.MONGODB_URI)' });
    assert.equal(needs.includes('document-database mongodb '), true);
    assert.equal(needs.includes('monitoring cloudwatch '), true);
  });

  it('reads code in Python as well', async () => {
    const { scopes, needs, proof } = await readWorkspace({ 'template.yaml': template(api('src/')).replace('nodejs22.x', 'python3.13'), 'src/requirements.txt': 'boto3\n', 'src/main.py': "import boto3\ntable = boto3.resource('dynamodb').Table('orders')\n" });
    assert.equal(scopes.length, 1);
    assert.deepEqual(needs.filter(({ id }) => id === 'document-database').map(proof), [["src/main.py:resource('dynamodb'", 'src/requirements.txt:boto3', 'template.yaml:AWS::DynamoDB::Table']]);
  });

  it('is called by a state machine of the template', async () => {
    const work = '  Work:\n    Type: AWS::Serverless::Function\n    Properties:\n      CodeUri: src/\n  Steps:\n    Type: AWS::Serverless::StateMachine\n    Properties: { DefinitionUri: steps.asl.json }\n';
    assert.deepEqual((await read({ 'template.yaml': template(work) })).roots, ['. sam javascript']);
  });

  it('reaches from the template to the code that lies elsewhere', async () => {
    assert.deepEqual((await read({ 'backend/infra/template.yaml': template(api('../src/')), 'backend/src/app.py': '' })).roots, ['backend sam javascript']);
  });

  it('serves the front end that a host in front of it hands out, which is no application of its own', async () => {
    const found = await read({ 'template.yaml': template(api('src/'), '  Site:\n    Type: AWS::Amplify::App\n'), 'www/package.json': '{ "private": true, "scripts": { "build": "react-scripts build" }, "dependencies": { "react-dom": "18" } }', 'www/public/index.html': '' });
    assert.deepEqual(found.roots, ['. sam javascript']);
    assert.equal(found.needs.includes('static-assets cdn amplify-hosting'), true);
  });

  it('is part of the application that another framework makes of the same code', async () => {
    const server = JSON.stringify({ private: true, scripts: { start: 'node app.js' }, dependencies: { express: '5' } });
    assert.deepEqual((await read({ 'template.yaml': template(api('src/')), 'src/package.json': server })).roots, ['src express javascript']);
  });

  it('takes what it needs from no bucket of a site, no table of locks and no queue of what failed', async () => {
    const more = '  WebsiteBucket:\n    Type: AWS::S3::Bucket\n  OrdersDLQ:\n    Type: AWS::SQS::Queue\n';
    const { needs } = await read({ 'template.yaml': template(api('src/'), more) });
    assert.deepEqual(needs.filter((need) => /^(queue|file-storage)/.test(need)), []);
  });

  for (const [name, text] of [
    ['whose code lies in a bucket', template(api('s3://code/app.zip'))],
    ['that nothing calls', template('  Macro:\n    Type: AWS::Serverless::Function\n    Properties:\n      CodeUri: src/\n')],
    ['of plain CloudFormation', template(api('src/')).replace('Transform: AWS::Serverless-2016-10-31\n', '')],
  ] as const) {
    it(`finds no application in a template ${name}`, async () => {
      assert.deepEqual((await read({ 'template.yaml': text })).roots, []);
    });
  }
});

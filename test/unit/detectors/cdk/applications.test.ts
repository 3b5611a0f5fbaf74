import { strict as assert } from 'node:assert';
import { readWorkspace, type Files } from '../../support/workspace';

async function read(files: Files): Promise<{ readonly roots: readonly string[]; readonly needs: readonly string[] }> {
  const { applications, needs } = await readWorkspace(files);
  return { roots: applications.map(({ root, framework, languages }) => `${root} ${framework} ${languages.join()}`), needs: needs.map(({ application, id, technology }) => `${application} ${id} ${technology}`) };
}

const stack = (body: string): string => `import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as ecs from 'aws-cdk-lib/aws-ecs';
export class ShopStack extends cdk.Stack {
  constructor(scope: cdk.App, id: string) {
    super(scope, id);
    ${body}
  }
}`;

const functions = "new lambda.Function(this, 'Orders', { runtime: lambda.Runtime.PYTHON_3_13, handler: 'orders.handler', code: lambda.Code.fromAsset('lambda/orders'), tracing: lambda.Tracing.ACTIVE });\n    new dynamodb.Table(this, 'OrdersTable', {});\n    new apigateway.RestApi(this, 'Api', {});";

describe('functions that a program of the CDK declares', () => {
  it('are an application with the stores beside them', async () => {
    assert.deepEqual(await read({ 'cdk.json': '{}', 'lib/shop-stack.ts': stack(functions), 'lambda/orders/orders.py': '' }), { roots: ['. cdk python'], needs: ['. compute serverless', '. document-database dynamodb', '. monitoring xray'] });
  });

  it('read their own secret, whatever else they are given', async () => {
    const body = `${functions.replace('PYTHON_3_13', 'NODEJS_22_X').replace("tracing:", "environment: { API_TOKEN: token.ref }, tracing:")}\n    new secretsmanager.Secret(this, 'Token');`;
    const source = stack(body).replace("import * as ecs", "import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';\nimport * as ecs");
    const { needs } = await read({ 'cdk.json': '{}', 'lib/shop-stack.ts': source, 'lambda/orders/index.js': 'process.env.API_TOKEN' });
    assert.deepEqual(needs.filter((need) => need.includes('secrets')), ['. secrets secretsmanager']);
  });

  it('belong to the folder above one that is for infrastructure', async () => {
    const code = functions.replace("'lambda/orders'", "'../lambda/orders'");
    assert.deepEqual((await read({ 'shop/infra/cdk.json': '{}', 'shop/infra/lib/shop-stack.ts': stack(code), 'shop/lambda/orders/orders.py': '' })).roots, ['shop cdk python']);
  });

  it('are read with the packages of the workspace that their code is built from', async () => {
    const files = {
      'cdk.json': '{}',
      'infra/shop-stack.ts': stack(functions.replace("'lambda/orders'", "'packages/orders/src'")),
      'packages/orders/package.json': '{ "name": "@shop/orders", "dependencies": { "@shop/db": "workspace:*" } }',
      'packages/orders/src/handler.js': '',
      'packages/db/package.json': '{ "name": "@shop/db", "dependencies": { "pg": "8", "drizzle-orm": "1" } }',
    };
    const found = await read({ ...files, 'infra/shop-stack.ts': files['infra/shop-stack.ts'].replace('PYTHON_3_13', 'NODEJS_22_X') });
    assert.deepEqual([found.roots, found.needs.filter((need) => need.includes('relational'))], [['packages/orders cdk javascript'], ['packages/orders relational-database postgresql']]);
  });

  for (const [name, files] of [
    ['where containers run the application', { 'cdk.json': '{}', 'lib/shop-stack.ts': stack(`${functions}\n    new ecs.FargateService(this, 'Web', {});`) }],
    ['of a construct for others to install', { 'cdk.json': '{}', 'package.json': '{ "devDependencies": { "jsii": "5" } }', 'lib/shop-stack.ts': stack(functions) }],
    ['that nothing stands beside', { 'cdk.json': '{}', 'lib/shop-stack.ts': stack(functions.split('\n')[0] ?? '') }],
    ['without a program that is run', { 'lib/shop-stack.ts': stack(functions) }],
  ] as const) {
    it(`are none ${name}`, async () => {
      assert.deepEqual((await read(files)).roots, []);
    });
  }
});

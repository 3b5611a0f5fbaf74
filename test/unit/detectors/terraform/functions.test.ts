import { strict as assert } from 'node:assert';
import { readWorkspace, type Files } from '../../support/workspace';

const functions = `resource "aws_lambda_function" "create" {
  function_name = "shop-create"
  runtime       = "nodejs22.x"
  handler       = "create.handler"
  filename      = "\${path.module}/../lambdas/create.zip"
}
`;
const table = 'resource "aws_dynamodb_table" "items" {\n  name = "items"\n}\n';
const code = { 'lambdas/package.json': '{ "name": "lambdas", "private": true, "dependencies": { "@aws-sdk/client-dynamodb": "3" } }', 'lambdas/create.ts': 'new DynamoDBClient({});\n' };

async function read(files: Files): Promise<{ readonly roots: readonly string[]; readonly needs: readonly string[] }> {
  const { applications, needs } = await readWorkspace(files);
  return { roots: applications.map(({ root, framework, languages }) => `${root} ${framework} ${languages.join()}`), needs: needs.map(({ id, technology }) => `${id} ${technology}`) };
}

describe('functions that Terraform declares', () => {
  it('are an application with what is declared beside them', async () => {
    assert.deepEqual(await read({ 'terraform/main.tf': functions + table, ...code }), { roots: ['. terraform typescript'], needs: ['compute serverless', 'document-database dynamodb'] });
  });

  it('lie above the modules and the environments', async () => {
    assert.deepEqual((await read({ 'infra/modules/api/main.tf': functions, 'infra/environments/prod/main.tf': table, ...code })).roots, ['. terraform typescript']);
  });

  it('are none without their code, in a module for others, or beside what runs the application', async () => {
    assert.deepEqual((await read({ 'terraform/main.tf': functions + table })).roots, []);
    assert.deepEqual((await read({ 'main.tf': functions + table, 'examples/simple/main.tf': 'module "x" {\n  source = "../../"\n}\n', ...code })).roots, []);
    assert.deepEqual((await read({ 'terraform/main.tf': `${functions}${table}resource "aws_ecs_service" "web" {\n  name = "web"\n}\n`, ...code })).roots, []);
  });
});

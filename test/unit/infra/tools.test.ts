import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateFolder } from '../../../src/core/infra';
import { snippetCases, wholeApplication } from './cases';

/** The vendors' own tools, where they are installed. Nothing is downloaded. */
function hasTool(command: string): boolean {
  return spawnSync(command, ['--version'], { encoding: 'utf8' }).status === 0;
}

/** Terraform takes the AWS provider from a mirror on this machine: the user's configuration names one. */
function hasProviderMirror(): boolean {
  const file = process.env['TF_CLI_CONFIG_FILE'];
  return file !== undefined && existsSync(file) && readFileSync(file, 'utf8').includes('filesystem_mirror');
}

function run(command: string, parameters: readonly string[], folder: string): void {
  const { status, stdout, stderr } = spawnSync(command, parameters, { cwd: folder, encoding: 'utf8' });
  assert.equal(status, 0, `${command} ${parameters.join(' ')}\n${stdout}\n${stderr}`);
}

describe('infrastructure code by the vendors’ tools', function () {
  this.timeout(300_000);
  let folder = '';

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'skylift-infra-'));
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('is written as terraform fmt writes it', function () {
    if (!hasTool('terraform')) {
      this.test!.title += ' (skipped: terraform is not on PATH)';
      this.skip();
    }
    writeTerraform(folder);
    run('terraform', ['fmt', '-check', '-recursive', '-diff'], folder);
  });

  it('is valid for Terraform and the AWS provider, and can be planned', function () {
    if (!hasTool('terraform') || !hasProviderMirror()) {
      this.test!.title += ' (skipped: it needs terraform and a TF_CLI_CONFIG_FILE with a filesystem_mirror that holds hashicorp/aws)';
      this.skip();
    }
    writeTerraform(folder);
    run('terraform', ['init', '-backend=false', '-input=false', '-no-color'], folder);
    run('terraform', ['validate', '-no-color'], folder);
    run('terraform', ['test', '-no-color'], folder);
  });

  it('passes cfn-lint', function () {
    if (!hasTool('cfn-lint')) {
      this.test!.title += ' (skipped: cfn-lint is not on PATH)';
      this.skip();
    }
    const files = snippetCases('cloudformation').map(({ name, snippet }) => {
      const file = join(folder, `${name}.yaml`);
      writeFileSync(file, snippet.text);
      return file;
    });
    run('cfn-lint', files, folder);
  });
});

/** One configuration that calls every snippet, and the folder of a whole application, as a module. */
function writeTerraform(folder: string): void {
  const modules = [
    ...snippetCases('terraform').map(({ name, snippet }) => ({ name, files: [snippet] })),
    { name: 'whole-application', files: generateFolder(wholeApplication).files },
  ];
  const calls = modules.map(({ name, files }) => {
    mkdirSync(join(folder, name), { recursive: true });
    for (const { fileName, text } of files) writeFileSync(join(folder, name, fileName), name === 'whole-application' ? text.replace(/provider "aws" \{[^}]*\}\n*/, '') : text);
    return call(name, files.map(({ text }) => text).join('\n'));
  });
  writeFileSync(join(folder, 'main.tf'), `provider "aws" {\n  region = "us-east-1"\n}\n\n${calls.join('\n')}`);
  mkdirSync(join(folder, 'tests'), { recursive: true });
  writeFileSync(join(folder, 'tests', 'plan.tftest.hcl'), mockedPlan);
}

/** A call that answers each input without a default; aligned as `terraform fmt` does. */
function call(name: string, text: string): string {
  const answers: [key: string, value: string][] = [['source', `"./${name}"`]];
  for (const [, variable, body] of text.matchAll(/^variable "(\w+)" \{\n([^]*?)\n\}/gm)) {
    if (variable === undefined || body === undefined || /^ {2}default/m.test(body)) continue;
    answers.push([variable, answerFor(variable, /type\s+= (.+)/.exec(body)?.[1] ?? '')]);
  }
  const width = Math.max(...answers.map(([key]) => key.length));
  return `module "${name}" {\n${answers.map(([key, value]) => `  ${key.padEnd(width)} = ${value}\n`).join('')}}\n`;
}

function answerFor(variable: string, type: string): string {
  const arn = '"arn:aws:acm:us-east-1:123456789012:certificate/x"';
  if (type === 'number') return '1';
  if (type === 'list(string)') return variable.endsWith('_arns') ? `[${arn}]` : '["a", "b"]';
  return variable.endsWith('_arn') ? arn : '"x"';
}

/** A plan without an account: the provider's schema and the expressions are real, its answers are made up. */
const mockedPlan = `mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":[]}"
    }
  }

  mock_data "aws_availability_zones" {
    defaults = {
      names = ["us-east-1a", "us-east-1b", "us-east-1c"]
    }
  }
}

run "plan" {
  command = plan
}
`;

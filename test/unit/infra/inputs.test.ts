import assert from 'node:assert/strict';
import { generateFolder, generateSnippet, phaseInputs, snippetInput } from '../../../src/core/infra';
import { analysis, application, databaseDecision } from '../extension/fixture';

const shared = { dialect: 'terraform', region: 'sa-east-1', phase: 'cloud-native', language: 'en' } as const;

describe('snippetInput', () => {
  it('keeps the technology of today, so that the code need not change', () => {
    assert.deepEqual(snippetInput(analysis(), databaseDecision, shared), { ...shared, application, need: 'relational-database', service: 'rds', technology: 'sqlite', budgetUsd: 80 });
  });

  it('can ask for what nothing serves yet', () => {
    assert.equal(snippetInput(analysis({ needs: [] }), databaseDecision, shared)?.technology, '');
  });

  it('is null for an application that is gone', () => {
    assert.equal(snippetInput(analysis(), { ...databaseDecision, application: 'gone' }, shared), null);
  });
});

describe('phaseInputs', () => {
  it('asks for what the phase decides, application by application', () => {
    const second = { ...application, root: 'api', name: 'api' };
    const plan = phaseInputs(analysis({ applications: [application, second] }), shared);
    assert.deepEqual(plan.map(({ application: { root }, inputs }) => [root, inputs.map(({ service }) => service)]), [['.', ['rds']], ['api', []]]);
  });

  it('leads to code that names the file of each service', () => {
    const [plan] = phaseInputs(analysis(), shared);
    const files = generateFolder(plan?.inputs ?? []).files.map(({ fileName }) => fileName);
    assert.ok(files.includes('clinic-rds.tf'), files.join(', '));
  });
});

describe('the limit of a budget', () => {
  const budget = { ...databaseDecision, service: 'budgets' };

  it('begins a fifth above the estimate of the phase, in whole tens', () => {
    const known = analysis().phases.find(({ id }) => id === shared.phase)?.estimate.knownUsd ?? 0;
    assert.ok(known > 0);
    assert.equal(snippetInput(analysis(), budget, shared)?.budgetUsd, Math.ceil((known * 1.2) / 10) * 10);
  });

  const input = { service: 'budgets', need: 'monitoring', application, technology: '', region: 'us-east-1' } as const;
  for (const [dialect, withLimit, without] of [
    ['terraform', /variable "monthly_limit_usd" \{[^}]*default {5}= 70\n/, /variable "monthly_limit_usd" \{[^}]*default/],
    ['cloudformation', /MonthlyLimitUsd:[^:]*:[^:]*:[^:]*:?[\s\S]*?Default: 70\n/, /Default: \d/],
    ['cdk', /readonly monthlyLimitUsd\?: number;[\s\S]*amount: props\.monthlyLimitUsd \?\? 70,/, /\?\?/],
  ] as const) {
    it(`is the default of the input in ${dialect}, and is asked for where no estimate is known`, () => {
      assert.match(generateSnippet({ ...input, dialect, budgetUsd: 70 })?.text ?? '', withLimit);
      assert.doesNotMatch(generateSnippet({ ...input, dialect })?.text ?? '', without);
    });
  }
});

import assert from 'node:assert/strict';
import { generateFolder } from '../../../src/core/infra';
import { dialectInfos, languageIdOf } from '../../../src/extension/dialects';
import { phaseInputs, snippetInput, writtenText } from '../../../src/extension/infraPlan';
import { analysis, application, databaseDecision } from './fixture';

const shared = { dialect: 'terraform', region: 'sa-east-1', phase: 'cloud-native', language: 'en' } as const;

describe('snippetInput', () => {
  it('keeps the technology of today, so that the code need not change', () => {
    assert.deepEqual(snippetInput(analysis(), databaseDecision, shared), { ...shared, application, need: 'relational-database', service: 'rds', technology: 'sqlite' });
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

describe('writtenText', () => {
  it('lists files, what remains to be done once, and what has no template', () => {
    const note = { text: { en: 'Request the certificate.', 'pt-br': 'Peça o certificado.' } };
    const missing = snippetInput(analysis(), { ...databaseDecision, service: 'msk' }, shared);
    assert.ok(missing);
    const folder = { files: [], notes: [note, note], missing: [missing] };
    assert.equal(
      writtenText(['rds.tf', 'vpc.tf'], [folder, folder], 'cloud-native', 'pt-br'),
      [
        '# Código de infraestrutura da fase Cloud-native',
        '## Arquivos',
        '- `rds.tf`\n- `vpc.tf`',
        '## O que falta fazer',
        '- Peça o certificado.',
        '## Sem modelo',
        '- Amazon MSK',
        '',
      ].join('\n\n'),
    );
  });
});

describe('languageIdOf', () => {
  it('takes the best language that the editor knows', () => {
    assert.equal(languageIdOf('terraform', ['plaintext', 'terraform', 'hcl']), 'terraform');
    assert.equal(languageIdOf('terraform', ['plaintext', 'yaml']), 'plaintext');
    assert.equal(languageIdOf('cloudformation', ['plaintext', 'yaml']), 'yaml');
    for (const { languages } of Object.values(dialectInfos)) assert.equal(languages.at(-1), 'plaintext');
  });
});

import assert from 'node:assert/strict';
import { snippetInput } from '../../../src/core/infra';
import { dialectInfos, languageIdOf } from '../../../src/extension/dialects';
import { writtenText } from '../../../src/extension/infraPlan';
import { analysis, databaseDecision } from './fixture';

const shared = { dialect: 'terraform', region: 'sa-east-1', phase: 'cloud-native', language: 'en' } as const;

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

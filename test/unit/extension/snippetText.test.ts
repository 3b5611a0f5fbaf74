import assert from 'node:assert/strict';
import { snippetText } from '../../../src/extension/snippetText';
import { analysis } from './fixture';

const snippet = {
  fileName: 'rds.tf',
  text: '# Amazon RDS for clinic.\nresource "aws_db_instance" "main" {\n}\n',
  notes: [{ text: { en: 'Create the secret first.\nThen apply.', 'pt-br': 'Crie o segredo antes.\nDepois aplique.' } }],
};
const request = { application: '.', need: 'relational-database', service: 'rds' } as const;

describe('snippetText', () => {
  it('says below the heading what it costs and what remains to be done', () => {
    assert.equal(
      snippetText(snippet, analysis(), request, { phase: 'cloud-native', language: 'en', dialect: 'terraform' }),
      [
        '# Amazon RDS for clinic.',
        '# Estimate, phase Cloud-native: Amazon RDS, US$ 26/month in sa-east-1.',
        '# Create the secret first.',
        '# Then apply.',
        'resource "aws_db_instance" "main" {',
        '}',
        '',
      ].join('\n'),
    );
  });

  it('writes comments as the language has them', () => {
    const cdk = { fileName: 'rds.ts', text: '// Amazon RDS for clinic.\nexport class Rds {}\n', notes: [] };
    assert.match(snippetText(cdk, analysis(), request, { phase: 'cloud-native', language: 'pt-br', dialect: 'cdk' }), /^\/\/ Amazon RDS for clinic\.\n\/\/ Estimativa, fase Cloud-native: /);
  });

  it('gives no price where the phase does not place the service', () => {
    const text = snippetText({ ...snippet, notes: [] }, analysis(), request, { phase: 'serverless', language: 'pt-br', dialect: 'terraform' });
    assert.equal(text, snippet.text);
  });
});

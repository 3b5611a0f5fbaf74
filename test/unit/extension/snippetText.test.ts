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
      snippetText(snippet, analysis(), request, 'cloud-native', 'en'),
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

  it('gives no price where the phase does not place the service', () => {
    const text = snippetText({ ...snippet, notes: [] }, analysis(), request, 'serverless', 'pt-br');
    assert.equal(text, snippet.text);
  });
});

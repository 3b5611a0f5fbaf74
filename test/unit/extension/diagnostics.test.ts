import assert from 'node:assert/strict';
import { diagnosticModels } from '../../../src/extension/diagnosticModel';
import { analysis, finding, lines, place } from './fixture';

const onSqlite = { start: { line: 1, character: 16 }, end: { line: 1, character: 22 } };

describe('diagnosticModels', () => {
  it('puts a finding on its exact range, in the reader’s language, with what is related', () => {
    const related = [{ at: place('composer.json', 'laravel/framework'), message: { text: { en: 'Declared here', 'pt-br': 'Declarado aqui' } } }];
    const models = diagnosticModels(analysis({ findings: [finding({ related })] }), lines, 'pt-br');
    assert.deepEqual([...models], [
      [
        '.env',
        [
          {
            rule: 'db/sqlite-in-production',
            severity: 'warning',
            message: 'SQLite atende clinic',
            range: onSqlite,
            related: [
              {
                path: 'composer.json',
                range: { start: { line: 1, character: 16 }, end: { line: 1, character: 33 } },
                message: 'Declarado aqui',
              },
            ],
          },
        ],
      ],
    ]);
  });

  it('names the place of what could not be read, as information', () => {
    const problems = [{ at: place('infra/main.tf', '{'), message: { text: { en: 'Not closed', 'pt-br': 'Não fechado' } } }];
    const models = diagnosticModels(analysis({ findings: [], problems }), lines, 'en');
    assert.deepEqual([...models], [
      [
        'infra/main.tf',
        [{ rule: null, severity: 'information', message: 'Not closed', range: { start: { line: 0, character: 34 }, end: { line: 0, character: 35 } }, related: [] }],
      ],
    ]);
  });

  it('survives a document whose text is not at hand', () => {
    const models = diagnosticModels(analysis({ findings: [finding({ at: { path: 'gone.env', range: { start: 5, end: 9 } } })] }), lines, 'en');
    assert.deepEqual(models.get('gone.env')?.map(({ range }) => range), [{ start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }]);
  });
});

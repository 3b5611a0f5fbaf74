import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { node } from '../../../../src/core/detectors/node';
import { configFiles } from '../../../../src/core/detectors/node/extract';
import { codeMarkers, extractMarkers } from '../../../../src/core/detectors/node/markers';
import { properties, withoutComments } from '../../../../src/core/detectors/node/text';

describe('Node: reading text', () => {
  for (const { name, match, example } of codeMarkers) {
    it(`${name} matches its example, once, outside comments`, () => {
      assert.match(example, match);
      const places = (text: string): readonly number[] => extractMarkers({ path: 'src/x.ts', text }).facts.filter((fact) => fact.name === name).map((fact) => fact.at.range.start);
      assert.deepEqual(places(`/* ${example.replaceAll('*', '')} */\n`), []);
      assert.equal(places(`\n${example}\n${example}`).length, 1);
    });
  }

  for (const pattern of [...node.files, ...(node.sources ?? [])]) {
    it(`reads ${pattern.example}`, () => {
      assert.match(pattern.example, pattern.match);
    });
  }

  const unread = ['src/components/MailForm.tsx', 'public/worker.js', 'src/migrations/20240101-session.ts', 'client/src/socket.ts', 'README.md', 'src/utils/date.ts', 'scripts/queue.ts'];
  for (const path of unread) {
    it(`leaves ${path} alone`, () => {
      assert.equal((node.sources ?? []).some(({ match }) => match.test(path)), false);
    });
  }

  it('gives a property its value, its place and its section', () => {
    const text = "const x = { test: { client: 'sqlite3' }, 'production': { \"client\": process.env['DB'] ?? 'pg' } }; // client: 'mysql'";
    assert.deepEqual(
      properties(text, ['client']).map(({ value, range, section }) => [section, value, text.slice(range.start, range.end)]),
      [
        ['test', { kind: 'literal', text: 'sqlite3' }, 'sqlite3'],
        ['production', { kind: 'env', key: 'DB', fallback: { kind: 'literal', text: 'pg' } }, 'pg'],
      ],
    );
  });

  const lookups: readonly (readonly [string, string, string | null])[] = [
    ['type: process.env.DB_TYPE', 'DB_TYPE', null],
    ["type: process.env.DB_TYPE || 'mysql'", 'DB_TYPE', 'mysql'],
    ["type: env('DB_TYPE', 'mysql')", 'DB_TYPE', 'mysql'],
    ["type: Env.get('DB_TYPE')", 'DB_TYPE', null],
    ["type: Deno.env.get('DB_TYPE') ?? 'mysql'", 'DB_TYPE', 'mysql'],
    ["type: configService.get('database.type', { infer: true })", 'database.type', null],
  ];
  for (const [text, key, fallback] of lookups) {
    it(`looks up ${text}`, () => {
      assert.deepEqual(properties(text, ['type']).map(({ value }) => value), [{ kind: 'env', key, fallback: fallback === null ? null : { kind: 'literal', text: fallback } }]);
    });
  }

  it('keeps every position when comments go', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('/', '*', '"', "'", '`', '\\', '\n', 'a', ' ') }), (text) => {
      const clean = withoutComments(text);
      assert.equal(clean.length, text.length);
      assert.equal(clean.split('\n').length, text.split('\n').length);
    }));
  });

  it('reads on after a string that is never closed', () => {
    const text = "const a = 'open\nclient: 'pg' // client: 'mysql'";
    assert.equal(withoutComments(text).trimEnd(), "const a = 'open\nclient: 'pg'");
  });

  it('points inside the text, whatever it is', () => {
    const words = fc.constantFrom('type', 'client', ':', ' ', "'", '"', 'pg', 'process.env.', 'DB', '??', '||', 'env(', ')', '{', '}', 'production', ',', '\n', '//');
    fc.assert(fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      for (const { value, range } of properties(text, ['type', 'client'])) {
        assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length);
        if (value.kind === 'literal') assert.equal(text.slice(range.start, range.end), value.text);
      }
    }));
  });

  it('has a name for each configuration file', () => {
    assert.deepEqual(configFiles.map(({ id }) => id).sort(), ['config', 'database', 'drizzle', 'knex', 'medusa', 'mikro-orm', 'next', 'nuxt', 'sequelize', 'typeorm', 'vite']);
  });
});

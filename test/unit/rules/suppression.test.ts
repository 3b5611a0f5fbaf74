import assert from 'node:assert/strict';
import { localizeMessage } from '../../../src/core/l10n/localized';
import { directivesIn } from '../../../src/core/rules/suppression';
import { analyseFiles } from './analyseFiles';
import { filesOf } from './ruleTester';

/** The directives of a text: rules and the line that they speak of. */
function read(text: string): readonly (readonly [readonly string[], string | null])[] {
  return directivesIn(text).map(({ rules, target }) => [rules.map(({ id }) => id), target === null ? null : text.slice(target.start, target.end)]);
}

describe('suppression comments', () => {
  const cases: readonly (readonly [string, string, ReturnType<typeof read>])[] = [
    ['the next line', '# skylift-disable-next-line a/b -- reason\nX=1\nY=2', [[['a/b'], 'X=1']]],
    ['the same line', 'X=1 # skylift-disable-line a/b', [[['a/b'], 'X=1 # skylift-disable-line a/b']]],
    ['several rules', '// skylift-disable-next-line a/b, c/d-e f/g -- x/y is no rule\nX', [[['a/b', 'c/d-e', 'f/g'], 'X']]],
    ['stacked comments and blank lines', '# skylift-disable-next-line a/b\n\n# skylift-disable-next-line c/d\r\nX=1\r\n', [[['a/b'], 'X=1'], [['c/d'], 'X=1']]],
    ['an HTML comment', '<!-- skylift-disable-next-line a/b -- why -->\n<p>', [[['a/b'], '<p>']]],
    ['nothing below', '# skylift-disable-next-line a/b', [[['a/b'], null]]],
    ['no rule', '# skylift-disable-next-line\nX', [[[], 'X']]],
    ['no comment', 'X=skylift-disable-line a/b', []],
    ['another word', '# skylift-disable-lines a/b', []],
  ];
  for (const [name, text, expected] of cases) {
    it(name, () => {
      assert.deepEqual(read(text), expected);
    });
  }

  async function findingsOf(env: string, off: readonly string[] = []): Promise<readonly string[]> {
    const files = filesOf({ files: { '.env.production': env } });
    const severities = Object.fromEntries(['db/sqlite-in-production', 'queue/database-driver', 'obs/file-logging', ...off].map((id) => [id, 'off'] as const));
    const { findings } = await analyseFiles(files, { severities });
    return findings.map((finding) => `${finding.severity} ${finding.rule} ${env.slice(finding.at.range.start, finding.at.range.end)}`);
  }

  it('takes a finding away', async () => {
    assert.deepEqual(await findingsOf('CACHE_STORE=file\n'), ['warning cache/file-driver file']);
    assert.deepEqual(await findingsOf('# skylift-disable-next-line cache/file-driver -- one server\nCACHE_STORE=file\n'), []);
    assert.deepEqual(await findingsOf('CACHE_STORE=file # skylift-disable-line cache/file-driver -- one server\n'), []);
  });

  it('takes away that rule on that line only', async () => {
    assert.deepEqual(await findingsOf('# skylift-disable-next-line session/file-or-memory\nCACHE_STORE=file\nSESSION_DRIVER=file\n'), [
      'hint config/unused-suppression session/file-or-memory',
      'warning cache/file-driver file',
      'warning session/file-or-memory file',
    ]);
  });

  it('says which comments suppress nothing', async () => {
    const env = '# skylift-disable-next-line cache/file-driver, no/such-rule\nCACHE_STORE=redis\n# skylift-disable-line\n';
    const files = filesOf({ files: { '.env.production': env } });
    const { findings } = await analyseFiles(files, { severities: {} });
    assert.deepEqual(
      findings.filter(({ rule }) => rule === 'config/unused-suppression').map(({ at, message }) => [env.slice(at.range.start, at.range.end), localizeMessage(message, 'en')]),
      [
        ['cache/file-driver', 'cache/file-driver does not report anything on that line: the comment can go.'],
        ['no/such-rule', 'There is no rule no/such-rule.'],
        ['# skylift-disable-line', 'The comment names no rule, so it suppresses nothing: name one, as in “skylift-disable-next-line db/sqlite-in-production -- reason”.'],
      ],
    );
  });

  it('does not call a rule unused that is switched off', async () => {
    assert.deepEqual(await findingsOf('# skylift-disable-next-line cache/file-driver\nCACHE_STORE=file\n', ['cache/file-driver']), []);
    assert.deepEqual(await findingsOf('# skylift-disable-next-line cache/file-driver\nCACHE_STORE=redis\n', ['config/unused-suppression']), []);
  });
});

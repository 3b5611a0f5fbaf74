import assert from 'node:assert/strict';
import { localizeMessage } from '../../../src/core/l10n/localized';
import type { ApplicationScope } from '../../../src/core/detectors/scope';
import type { Application, SourceLocation } from '../../../src/core/model';
import { defineRule, type Rule } from '../../../src/core/rules/rule';
import { rules, runRules } from '../../../src/core/rules';
import { runAll, type RuleRunInput } from '../../../src/core/rules/run';
import { analyseFiles } from './analyseFiles';
import { filesOf } from './ruleTester';

const text = 'A=1\nB=2\n';

function at(start: number, path = 'a.env'): SourceLocation {
  return { path, range: { start, end: start + 1 } };
}

function application(root: string): ApplicationScope {
  const described: Application = { root, name: root, framework: 'laravel', frameworkVersion: '12', languages: ['php'], manifest: at(0, `${root}/composer.json`) };
  return { application: described, facts: [], files: [{ path: 'a.env', size: text.length }], find: () => [], hasFile: () => false, path: (relative) => relative };
}

function rule(id: Rule['id'], check: Rule['check'], meta: Partial<Rule> = {}): Rule {
  const base = rules[0];
  assert.ok(base !== undefined);
  return defineRule({ ...base, severity: 'warning', severityMoves: 'by-stage', messages: { bad: { en: 'Bad {what}', 'pt-br': 'Ruim {what}' } }, ...meta, id, check });
}

function input(roots: readonly string[], options: Partial<RuleRunInput> = {}): RuleRunInput {
  return {
    scopes: roots.map((root) => ({ scope: application(root), needs: [] })),
    evaluation: 'local',
    severities: {},
    trackedFiles: null,
    textOf: (path) => (path === 'a.env' ? text : undefined),
    ...options,
  };
}

describe('runAll', () => {
  it('sorts by place and keeps on when a rule breaks', () => {
    const { findings, problems } = runAll(
      [
        rule('db/broken', () => {
          throw new Error('no luck');
        }),
        rule('db/later', ({ report }) => {
          report({ at: at(4), stage: 'production', messageId: 'bad', data: { what: 'B' } });
        }),
        rule('db/earlier', ({ report }) => {
          report({ at: at(0), stage: 'production', messageId: 'bad', data: { what: 'A' } });
        }),
      ],
      input(['api']),
    );
    assert.deepEqual(findings.map(({ rule: id, message, application: root }) => [id, localizeMessage(message, 'en'), root]), [['db/earlier', 'Bad A', 'api'], ['db/later', 'Bad B', 'api']]);
    assert.deepEqual(problems.map(({ at: place, message }) => [place.path, localizeMessage(message, 'en')]), [['api/composer.json', 'The rule db/broken failed and was skipped: no luck']]);
  });

  it('calls a message that a rule does not have its failure', () => {
    const { findings, problems } = runAll([rule('db/odd', ({ report }) => { report({ at: at(0), stage: 'production', messageId: 'other' }); })], input(['api']));
    assert.deepEqual(findings, []);
    assert.equal(problems.length, 1);
  });

  it('merges what two applications say of a shared file and keeps the gravest', () => {
    const shared = rule('db/shared', ({ scope, report }) => {
      report({ at: at(0), stage: scope.application.root === 'web' ? 'production' : 'local', messageId: 'bad', data: { what: 'A' } });
    });
    const { findings } = runAll([shared], input(['api', 'web']));
    assert.deepEqual(findings.map(({ application: root, severity }) => [root, severity]), [['web', 'warning']]);
  });

  it('follows the user’s word on a rule', () => {
    const example = rule('db/example', ({ report }) => {
      report({ at: at(0), stage: 'example', messageId: 'bad', data: { what: 'A' } });
      report({ at: at(4), stage: 'test', messageId: 'bad', data: { what: 'B' } });
    });
    const severityWith = (severities: RuleRunInput['severities']) => runAll([example], input(['api'], { severities })).findings.map(({ severity }) => severity);
    assert.deepEqual(severityWith({}), ['hint']);
    assert.deepEqual(severityWith({ 'db/example': 'error' }), ['error']);
    assert.deepEqual(severityWith({ 'db/example': 'off' }), []);
  });

  it('is at most information before the phase in which a flaw matters', () => {
    const late = rule('db/late', ({ report }) => { report({ at: at(0), stage: 'production', messageId: 'bad', data: { what: 'A' } }); }, { phase: 'cloud-native' });
    assert.deepEqual(runAll([late], input(['api'], { targetPhase: 'foundations' })).findings.map(({ severity }) => severity), ['information']);
  });

  it('leaves an edit out that changes nothing', () => {
    const empty = rule('db/empty', ({ report }) => {
      report({ at: at(0), stage: 'production', messageId: 'bad', data: { what: 'A' }, edits: [{ title: { en: 'Nothing', 'pt-br': 'Nada' }, edits: [] }] });
    });
    assert.deepEqual(runAll([empty], input(['api'])).findings[0]?.fixes, []);
  });

  it('reports nothing where there is no application', () => {
    assert.deepEqual(runRules(input([])), { findings: [], problems: [] });
  });
});

/** The keys of a fresh project's sample that select a technology, per major version. */
const skeletons: Readonly<Record<string, string>> = {
  '8': 'APP_NAME=Laravel\nAPP_ENV=local\nAPP_KEY=\nAPP_DEBUG=true\nAPP_URL=http://localhost\n\nLOG_CHANNEL=stack\nLOG_LEVEL=debug\n\nDB_CONNECTION=mysql\nDB_HOST=127.0.0.1\nDB_PORT=3306\nDB_DATABASE=laravel\nDB_USERNAME=root\nDB_PASSWORD=\n\nBROADCAST_DRIVER=log\nCACHE_DRIVER=file\nFILESYSTEM_DRIVER=local\nQUEUE_CONNECTION=sync\nSESSION_DRIVER=file\n\nMEMCACHED_HOST=127.0.0.1\nREDIS_HOST=127.0.0.1\nREDIS_PASSWORD=null\n\nMAIL_MAILER=smtp\nMAIL_HOST=mailhog\nMAIL_PORT=1025\n\nAWS_ACCESS_KEY_ID=\nAWS_SECRET_ACCESS_KEY=\nAWS_BUCKET=\n',
  '12': 'APP_NAME=Laravel\nAPP_ENV=local\nAPP_KEY=\nAPP_DEBUG=true\nAPP_URL=http://localhost\n\nAPP_MAINTENANCE_DRIVER=file\n\nLOG_CHANNEL=stack\nLOG_STACK=single\nLOG_LEVEL=debug\n\nDB_CONNECTION=sqlite\n# DB_HOST=127.0.0.1\n\nSESSION_DRIVER=database\n\nBROADCAST_CONNECTION=log\nFILESYSTEM_DISK=local\nQUEUE_CONNECTION=database\nCACHE_STORE=database\n\nMEMCACHED_HOST=127.0.0.1\nREDIS_CLIENT=phpredis\nREDIS_HOST=127.0.0.1\nREDIS_PASSWORD=null\n\nMAIL_MAILER=log\nMAIL_HOST=127.0.0.1\nMAIL_PORT=2525\n\nAWS_ACCESS_KEY_ID=\nAWS_SECRET_ACCESS_KEY=\nAWS_BUCKET=\n',
};

describe('a fresh Laravel project', () => {
  const hints: Readonly<Record<string, readonly string[]>> = {
    '8': ['cache/file-driver', 'obs/file-logging', 'queue/sync-driver', 'session/file-or-memory'],
    '12': ['cache/database-driver', 'db/sqlite-in-production', 'obs/file-logging', 'queue/database-driver'],
  };
  for (const [major, env] of Object.entries(skeletons)) {
    const manifest = { 'composer.json': `{"require":{"laravel/framework":"^${major}.0"}}` };
    const sample = filesOf({ files: { ...manifest, '.env.example': env } });
    const created = filesOf({ files: { ...manifest, '.env.example': env, '.env': env.replace('APP_KEY=', 'APP_KEY=set') } });
    for (const [name, files, file] of [['the sample', sample, '.env.example'], ['the project as created', created, '.env']] as const) {
      it(`${major}: ${name} gives one hint per concern, on the deciding line`, async () => {
        const { findings, problems } = await analyseFiles(files, { tracked: ['.env.example', 'composer.json', 'artisan'] });
        assert.deepEqual(findings.map(({ severity, rule: id, at: { path } }) => [severity, id, path]).sort((a, b) => (a[1] ?? '').localeCompare(b[1] ?? '')), (hints[major] ?? []).map((id) => ['hint', id, file]));
        assert.deepEqual(problems, []);
      });
    }
  }

  it('12: evaluated as production it says what production would be told', async () => {
    const { findings } = await analyseFiles(filesOf({ files: { '.env.example': skeletons['12'] ?? '' } }), { evaluation: 'production' });
    assert.deepEqual(findings.map(({ severity, rule: id }) => `${severity} ${id}`), [
      'error config/debug-on',
      'warning obs/file-logging',
      'warning db/sqlite-in-production',
      'information queue/database-driver',
      'information cache/database-driver',
    ]);
  });
});

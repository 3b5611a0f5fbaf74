import assert from 'node:assert/strict';
import { languages, localizeMessage } from '../../../src/core/l10n/localized';
import type { Evaluation, Finding, Severity, TextEdit } from '../../../src/core/model';
import { rulePage } from '../../../src/core/rules/page';
import type { Rule } from '../../../src/core/rules/rule';
import { analyseFiles } from './analyseFiles';

/** A workspace as path → text. What makes it a Laravel application is added where the case does not say otherwise. */
export type Files = Readonly<Record<string, string>>;

interface Case {
  /** Shown in the name of the test; the texts of the files where it is missing. */
  readonly name?: string;
  readonly files: Files;
  readonly evaluation?: Evaluation;
  /** Paths that git tracks; null where git cannot be asked. */
  readonly tracked?: readonly string[] | null;
  /** `laravel` (default) adds `artisan` and a `composer.json`; `none` adds nothing. */
  readonly skeleton?: 'laravel' | 'none';
}

export type ValidCase = Case;

export interface ExpectedFinding {
  readonly messageId: string;
  /** Path and the text that is marked. */
  readonly at: readonly [path: string, marked: string];
  readonly severity: Severity;
  /** Titles of the fixes, in order. */
  readonly fixes?: readonly string[];
}

export interface InvalidCase extends Case {
  readonly findings: readonly ExpectedFinding[];
  /** The changed files after the first edit of every finding was applied; then the rule finds nothing any more. */
  readonly output?: Files;
}

const laravelSkeleton: Files = {
  artisan: '#!/usr/bin/env php\n<?php\n',
  'composer.json': '{\n  "require": {\n    "laravel/framework": "^12.0"\n  }\n}\n',
};

/** Tests one rule over the real analysis: what it accepts, what it reports where, and what its fix writes. */
export function runRuleTests(rule: Rule, cases: { readonly valid: readonly ValidCase[]; readonly invalid: readonly InvalidCase[] }): void {
  describe(rule.id, () => {
    describe('accepts', () => {
      for (const valid of cases.valid) {
        it(nameOf(valid), async () => {
          assert.deepEqual((await check(rule, valid, filesOf(valid))).map(shown), []);
        });
      }
    });
    describe('reports', () => {
      for (const invalid of cases.invalid) {
        it(nameOf(invalid), () => checkInvalid(rule, invalid));
      }
    });
    describe('documentation', () => {
      for (const [kind, examples] of [['bad', rule.docs.bad], ['good', rule.docs.good]] as const) {
        examples.forEach((example, index) => {
          it(`shows a ${kind} example ${index + 1} that is one`, async () => {
            const found = await check(rule, { files: example.files, tracked: Object.keys(example.files) }, filesOf({ ...example, skeleton: isWhole(example.files) ? 'none' : 'laravel' }));
            assert.equal(found.length > 0, kind === 'bad', JSON.stringify(found.map(shown)));
          });
        });
      }
      it('has a page in both languages', () => {
        for (const language of languages) assert.match(rulePage(rule, language), new RegExp(`^# .+\\n\\n\`${rule.id}\``));
      });
    });
  });
}

async function checkInvalid(rule: Rule, invalid: InvalidCase): Promise<void> {
  const files = filesOf(invalid);
  const found = await check(rule, invalid, files);
  assert.deepEqual(
    found.map((finding) => ({
      messageId: messageIdOf(rule, finding),
      at: [finding.at.path, files[finding.at.path]?.slice(finding.at.range.start, finding.at.range.end)],
      severity: finding.severity,
    })),
    invalid.findings.map(({ messageId, at, severity }) => ({ messageId, at, severity })),
  );
  for (const [index, expected] of invalid.findings.entries()) {
    const finding = found[index];
    assert.ok(finding !== undefined);
    for (const language of languages) assert.doesNotMatch(localizeMessage(finding.message, language), /\{\w+\}/, 'a placeholder without a value');
    if (expected.fixes !== undefined) assert.deepEqual(finding.fixes.map(({ title }) => localizeMessage(title, 'en')), expected.fixes);
  }
  if (invalid.output === undefined) return;
  const fixed = applyEdits(files, found.flatMap(firstEdits));
  const changed = Object.fromEntries(Object.entries(fixed).filter(([path, text]) => files[path] !== text));
  assert.deepEqual(changed, invalid.output);
  assert.deepEqual((await check(rule, invalid, fixed)).map(shown), [], 'still found after the fix');
}

async function check(rule: Rule, { evaluation = 'local', tracked = [] }: Case, files: Files): Promise<readonly Finding[]> {
  const analysis = await analyseFiles(files, { evaluation, tracked });
  assert.deepEqual(analysis.problems.filter(({ message }) => message.data?.rule !== undefined).map(({ message }) => localizeMessage(message, 'en')), []);
  return analysis.findings.filter((finding) => finding.rule === rule.id);
}

export function filesOf({ files, skeleton = 'laravel' }: Pick<Case, 'files' | 'skeleton'>): Files {
  return skeleton === 'laravel' ? { ...laravelSkeleton, ...files } : files;
}

/** An example of another framework brings the manifest that makes it an application. */
function isWhole(files: Files): boolean {
  return Object.entries(files).some(([path, text]) => /^(?:Gemfile|manage\.py|pom\.xml|requirements\.txt|\w[\w.]*\.csproj)$/.test(path) || (path === 'package.json' && text.includes('"dependencies"')));
}

function firstEdits(finding: Finding): readonly TextEdit[] {
  const edit = finding.fixes.find((fix) => fix.kind === 'edit');
  return edit?.kind === 'edit' ? edit.edits : [];
}

/** Applies edits of several files at once, as an editor does: ranges are of the text before. */
export function applyEdits(files: Files, edits: readonly TextEdit[]): Files {
  const result: Record<string, string> = { ...files };
  const fromTheEnd = [...edits].sort((a, b) => b.range.start - a.range.start || b.range.end - a.range.end);
  for (const { path, range, newText } of fromTheEnd) {
    const text = result[path];
    assert.ok(text !== undefined, `an edit of ${path}, which does not exist`);
    result[path] = text.slice(0, range.start) + newText + text.slice(range.end);
  }
  return result;
}

function messageIdOf(rule: Rule, finding: Finding): string | undefined {
  return Object.entries(rule.messages).find(([, text]) => text === finding.message.text)?.[0];
}

function shown(finding: Finding): string {
  return `${finding.severity} ${finding.at.path}:${finding.at.range.start} ${localizeMessage(finding.message, 'en')}`;
}

function nameOf({ name, files, evaluation }: Case): string {
  const text = name ?? Object.entries(files).map(([path, content]) => `${path}: ${content.trim().replace(/\s+/g, ' ').slice(0, 60)}`).join(' | ');
  return evaluation === 'production' ? `${text} (as production)` : text;
}

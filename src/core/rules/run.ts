import { message, type Localized, type Message } from '../l10n/localized';
import { serviceName } from '../catalog/names';
import type { ApplicationScope } from '../detectors/scope';
import {
  severities,
  type Evaluation,
  type Finding,
  type Fix,
  type Need,
  type PhaseId,
  type Problem,
  type Severity,
} from '../model';
import type { Report, Rule, RuleContext } from './rule';
import { atMost, severityAt, severityForPhase } from './severity';
import { directivesIn, type Directive } from './suppression';
import { factAt, repeatsSample } from './support';

export interface RuleScope {
  readonly scope: ApplicationScope;
  readonly needs: readonly Need[];
}

export interface RuleRunInput {
  readonly scopes: readonly RuleScope[];
  readonly evaluation: Evaluation;
  /** The user's word per rule: `off` silences it, a severity stands whatever the evidence. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly trackedFiles: ReadonlySet<string> | null;
  /** Text of a document that was read. */
  textOf(path: string): string | undefined;
  /** Region that generated values name; `us-east-1` where none is given. */
  readonly region?: string;
  /** The phase that a team aims at: what matters later is at most information. */
  readonly targetPhase?: PhaseId;
}

export interface RuleRun {
  /** By path and position. */
  readonly findings: readonly Finding[];
  /** Rules that broke, at the manifest of the application they broke on. The others ran. */
  readonly problems: readonly Problem[];
}

/** Id of the rule that `run` itself reports. */
export const unusedSuppressionId = 'config/unused-suppression';

const brokenRule: Localized = {
  en: 'The rule {rule} failed and was skipped: {error}',
  'pt-br': 'A regra {rule} falhou e foi ignorada: {error}',
};
const generateInfrastructure: Localized = {
  en: 'Generate infrastructure code for {service}',
  'pt-br': 'Gerar código de infraestrutura para {service}',
};

/** Runs rules over every application. One that throws is named in `problems`; the others go on. */
export function runAll(rules: readonly Rule[], input: RuleRunInput): RuleRun {
  const findings: Finding[] = [];
  const problems: Problem[] = [];
  for (const ruleScope of input.scopes) {
    for (const rule of rules) {
      if (input.severities[rule.id] === 'off') continue;
      try {
        findings.push(...check(rule, ruleScope, input));
      } catch (error) {
        problems.push({
          at: ruleScope.scope.application.manifest,
          message: message(brokenRule, { rule: rule.id, error: error instanceof Error ? error.message : String(error) }),
        });
      }
    }
  }
  const kept = applySuppressions(mergeDuplicates(findings), rules, input);
  return { findings: [...kept].sort(byPlace), problems };
}

function check(rule: Rule, { scope, needs }: RuleScope, input: RuleRunInput): readonly Finding[] {
  const findings: Finding[] = [];
  const context: RuleContext = {
    scope,
    needs,
    evaluation: input.evaluation,
    region: input.region ?? 'us-east-1',
    trackedFiles: input.trackedFiles,
    textOf: (path) => input.textOf(path),
    unserved: (id) => needs.find((need) => need.id === id && need.servedBy === null),
    report(report) {
      const severity = severityOf(rule, report, scope, input);
      if (severity !== null) findings.push(toFinding(rule, report, severity, scope));
    },
  };
  rule.check(context);
  return findings;
}

function severityOf(rule: Rule, report: Report, scope: ApplicationScope, input: RuleRunInput): Severity | null {
  const base = { severity: report.severity ?? rule.severity, severityMoves: rule.severityMoves };
  const moved = severityAt(base, report.stage, input.evaluation);
  if (moved === null) return null;
  const chosen = input.severities[rule.id];
  if (chosen !== undefined && chosen !== 'off') return chosen;
  const severity = severityForPhase(moved, rule, input.targetPhase);
  const isUndecided = input.evaluation === 'local' && rule.severityMoves === 'by-stage' && nobodyDecided(scope, report);
  return isUndecided ? atMost(severity, 'hint') : severity;
}

/** A local value that only repeats the sample, or what the framework assumes when no file says anything. */
function nobodyDecided(scope: ApplicationScope, { stage, at }: Report): boolean {
  return (stage === 'local' && repeatsSample(scope, at)) || (stage === 'default' && factAt(scope, at)?.kind === 'dependency');
}

function toFinding(rule: Rule, report: Report, severity: Severity, scope: ApplicationScope): Finding {
  return {
    rule: rule.id,
    severity,
    application: scope.application.root,
    at: report.at,
    message: ruleMessage(rule, report.messageId, report.data),
    need: report.need ?? rule.need,
    service: report.service ?? rule.service,
    related: (report.related ?? []).map(({ at, messageId, data }) => ({ at, message: ruleMessage(rule, messageId, data) })),
    fixes: fixesOf(report),
  };
}

function ruleMessage(rule: Rule, messageId: string, data: Report['data']): Message {
  const text = rule.messages[messageId];
  if (text === undefined) throw new Error(`no message "${messageId}"`);
  return message(text, data);
}

function fixesOf(report: Report): readonly Fix[] {
  const edits = (report.edits ?? [])
    .filter((edit) => edit.edits.length > 0)
    .map((edit): Fix => ({ kind: 'edit', title: message(edit.title, edit.data), edits: edit.edits, safe: edit.safe ?? false }));
  const infra = (report.infra ?? []).map(
    ({ need, service }): Fix => ({
      kind: 'infra',
      title: message(generateInfrastructure, { service: serviceName(service) }),
      need,
      service,
    }),
  );
  return [...edits, ...infra];
}

/** The same rule at the same place, seen from two applications that share the file, is one finding: the gravest. */
function mergeDuplicates(findings: readonly Finding[]): readonly Finding[] {
  const merged = new Map<string, Finding>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.rule, finding.at.path, finding.at.range.start, finding.at.range.end]);
    const earlier = merged.get(key);
    if (earlier === undefined || rank(finding) < rank(earlier)) merged.set(key, finding);
  }
  return [...merged.values()];
}

function applySuppressions(findings: readonly Finding[], rules: readonly Rule[], input: RuleRunInput): readonly Finding[] {
  const unused = rules.find((rule) => rule.id === unusedSuppressionId);
  const kept = new Set(findings);
  const reported: Finding[] = [];
  for (const { path, scope } of readDocuments(input)) {
    const directives = directivesIn(input.textOf(path) ?? '');
    if (directives.length === 0) continue;
    const inDocument = findings.filter((finding) => finding.at.path === path);
    for (const directive of directives) {
      const left = suppress(directive, inDocument, kept, rules, input);
      if (unused === undefined || input.severities[unused.id] === 'off') continue;
      for (const report of left) {
        const at = { path, range: report.range };
        const severity = input.severities[unused.id];
        reported.push(
          toFinding(unused, { at, stage: 'production', messageId: report.messageId, data: { rule: report.rule } }, severity === undefined || severity === 'off' ? unused.severity : severity, scope),
        );
      }
    }
  }
  return [...kept, ...reported];
}

interface LeftOver {
  readonly messageId: 'unused' | 'unknown' | 'empty';
  readonly rule: string;
  readonly range: Directive['range'];
}

/** Takes what a directive names out of `kept` and returns what it named in vain. */
function suppress(
  directive: Directive,
  findings: readonly Finding[],
  kept: Set<Finding>,
  rules: readonly Rule[],
  input: RuleRunInput,
): readonly LeftOver[] {
  if (directive.rules.length === 0) return [{ messageId: 'empty', rule: '', range: directive.range }];
  const leftOver: LeftOver[] = [];
  for (const { id, range } of directive.rules) {
    if (!rules.some((rule) => rule.id === id)) {
      leftOver.push({ messageId: 'unknown', rule: id, range });
      continue;
    }
    const { target } = directive;
    const hit = findings.filter(
      ({ rule, at }) => target !== null && rule === id && at.range.start >= target.start && at.range.start <= target.end,
    );
    for (const finding of hit) kept.delete(finding);
    if (hit.length === 0 && input.severities[id] !== 'off') leftOver.push({ messageId: 'unused', rule: id, range });
  }
  return leftOver;
}

/** Every document that was read, once, with the first application that may speak of it. */
function readDocuments(input: RuleRunInput): readonly { readonly path: string; readonly scope: ApplicationScope }[] {
  const documents = new Map<string, ApplicationScope>();
  for (const { scope } of input.scopes) {
    for (const { path } of scope.files) {
      if (!documents.has(path) && input.textOf(path) !== undefined) documents.set(path, scope);
    }
  }
  return [...documents].map(([path, scope]) => ({ path, scope }));
}

function rank(finding: Finding): number {
  return severities.indexOf(finding.severity);
}

function byPlace(a: Finding, b: Finding): number {
  return (
    compare(a.at.path, b.at.path) || a.at.range.start - b.at.range.start || rank(a) - rank(b) || compare(a.rule, b.rule)
  );
}

/** By code unit: the same on every machine. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

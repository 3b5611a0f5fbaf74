import type { Analysis } from '../core/analysis';
import type { Language } from '../core/l10n/localized';
import { localizeMessage } from '../core/l10n/localized';
import type { Finding, Severity, SourceLocation } from '../core/model';
import type { LineRange } from './lines';
import { LineIndex } from './lines';

/** A diagnostic as plain data. `rule` is null for a place that could not be read. */
export interface DiagnosticModel {
  readonly rule: string | null;
  readonly severity: Severity;
  readonly message: string;
  readonly range: LineRange;
  readonly related: readonly { readonly path: string; readonly range: LineRange; readonly message: string }[];
}

export type TextOf = (path: string) => string | undefined;

/** Converts locations to lines; each document is indexed once. */
export class Lines {
  readonly #textOf: TextOf;
  readonly #indexes = new Map<string, LineIndex>();

  constructor(textOf: TextOf) {
    this.#textOf = textOf;
  }

  of(path: string): LineIndex {
    let index = this.#indexes.get(path);
    if (index === undefined) {
      index = new LineIndex(this.#textOf(path) ?? '');
      this.#indexes.set(path, index);
    }
    return index;
  }

  range(location: SourceLocation): LineRange {
    return this.of(location.path).range(location.range);
  }
}

/** Diagnostics by document: findings, then places that were not understood. */
export function diagnosticModels(
  analysis: Analysis,
  lines: Lines,
  language: Language,
): ReadonlyMap<string, readonly DiagnosticModel[]> {
  const byPath = new Map<string, DiagnosticModel[]>();
  function add(path: string, model: DiagnosticModel): void {
    const list = byPath.get(path);
    if (list === undefined) byPath.set(path, [model]);
    else list.push(model);
  }
  for (const finding of analysis.findings) add(finding.at.path, findingModel(finding, lines, language));
  for (const problem of analysis.problems) {
    add(problem.at.path, {
      rule: null,
      severity: 'information',
      message: localizeMessage(problem.message, language),
      range: lines.range(problem.at),
      related: [],
    });
  }
  return byPath;
}

function findingModel(finding: Finding, lines: Lines, language: Language): DiagnosticModel {
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: localizeMessage(finding.message, language),
    range: lines.range(finding.at),
    related: finding.related.map((related) => ({
      path: related.at.path,
      range: lines.range(related.at),
      message: localizeMessage(related.message, language),
    })),
  };
}

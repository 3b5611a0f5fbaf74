import * as vscode from 'vscode';
import type { Severity } from '../core/model';
import type { DiagnosticModel } from './diagnosticModel';
import { diagnosticModels, Lines } from './diagnosticModel';
import { Disposable } from './lifecycle';
import type { LineRange } from './lines';
import type { FolderAnalysis, Services } from './services';

export const diagnosticSource = 'Skylift';

const severityOf: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Findings in the Problems view and under the text that they are about. */
export class Diagnostics extends Disposable {
  readonly #services: Services;
  readonly #collection = this._register(vscode.languages.createDiagnosticCollection('skylift'));
  #generation = 0;

  constructor(services: Services) {
    super();
    this.#services = services;
    const publish = (): void => void services.guard.run('publish diagnostics', () => this.#publish());
    this._register(services.analyses.onDidChangeAnalysis(publish));
    this._register(
      services.settings.onDidChange((event) => {
        if (event.affectsConfiguration('skylift.language')) publish();
      }),
    );
  }

  async #publish(): Promise<void> {
    const generation = ++this.#generation;
    // Pages are looked up in the rules, which are loaded with the first analysis and not before.
    const { ruleHelpUrl } = await import('../core/rules');
    if (generation !== this.#generation) return;
    const byUri = new Map<string, { readonly uri: vscode.Uri; readonly diagnostics: readonly vscode.Diagnostic[] }>();
    for (const folder of this.#services.analyses.folders) {
      for (const [path, diagnostics] of this.#ofFolder(folder, ruleHelpUrl)) {
        const uri = folder.uriOf(path);
        // In nested workspace folders the innermost one speaks for a document.
        if (this.#services.analyses.locate(uri)?.folder === folder) byUri.set(uri.toString(), { uri, diagnostics });
      }
    }
    const gone: [vscode.Uri, undefined][] = [];
    this.#collection.forEach((uri) => {
      if (!byUri.has(uri.toString())) gone.push([uri, undefined]);
    });
    this.#collection.set([...gone, ...[...byUri.values()].map(({ uri, diagnostics }): [vscode.Uri, readonly vscode.Diagnostic[]] => [uri, diagnostics])]);
  }

  #ofFolder(folder: FolderAnalysis, helpUrl: (rule: string) => string): ReadonlyMap<string, readonly vscode.Diagnostic[]> {
    const result = new Map<string, readonly vscode.Diagnostic[]>();
    if (folder.analysis === undefined) return result;
    const lines = new Lines((path) => folder.textOf(path));
    for (const [path, models] of diagnosticModels(folder.analysis, lines, this.#services.language())) {
      result.set(path, models.map((model) => toDiagnostic(model, folder, helpUrl)));
    }
    return result;
  }
}

function toDiagnostic(model: DiagnosticModel, folder: FolderAnalysis, helpUrl: (rule: string) => string): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(toRange(model.range), model.message, severityOf[model.severity]);
  diagnostic.source = diagnosticSource;
  if (model.rule !== null) diagnostic.code = { value: model.rule, target: vscode.Uri.parse(helpUrl(model.rule)) };
  if (model.related.length > 0) {
    diagnostic.relatedInformation = model.related.map(
      (related) =>
        new vscode.DiagnosticRelatedInformation(
          new vscode.Location(folder.uriOf(related.path), toRange(related.range)),
          related.message,
        ),
    );
  }
  return diagnostic;
}

export function toRange(range: LineRange): vscode.Range {
  return new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
}

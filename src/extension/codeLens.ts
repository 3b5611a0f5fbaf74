import * as vscode from 'vscode';
import { commandIds } from './commandIds';
import { isCurrent } from './current';
import { Lines } from './diagnosticModel';
import { lensesOf } from './lensText';
import { Disposable } from './lifecycle';
import type { Services } from './services';

/** Monthly cost above the lines that decide it. */
export class CostLenses extends Disposable implements vscode.CodeLensProvider {
  readonly #services: Services;
  readonly #changed = this._register(new vscode.EventEmitter<void>());
  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(services: Services) {
    super();
    this.#services = services;
    this._register(services.analyses.onDidChangeAnalysis(() => this.#changed.fire()));
    this._register(services.settings.onDidChange(() => this.#changed.fire()));
    this._register(vscode.languages.registerCodeLensProvider({ pattern: '**/*' }, this));
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    return (await this.#services.guard.run('code lenses', () => this.#lenses(document))) ?? [];
  }

  async #lenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const settings = this.#services.settings.for(document.uri);
    const located = this.#services.analyses.locate(document.uri);
    if (!settings.codeLens || located === undefined || !(await isCurrent(located.folder, located.path, document))) return [];
    const { analysis } = located.folder;
    if (analysis === undefined) return [];
    const lines = new Lines((path) => located.folder.textOf(path));
    return lensesOf(analysis, located.path, settings.phase, lines, this.#services.language()).map(
      ({ line, title }) =>
        new vscode.CodeLens(new vscode.Range(line, 0, line, 0), {
          title,
          command: commandIds.changeAssumptions,
          arguments: [document.uri],
        }),
    );
  }
}

import * as vscode from 'vscode';
import { localize } from '../core/l10n/localized';
import { commandIds } from './commandIds';
import { Disposable } from './lifecycle';
import type { Services } from './services';
import { workloadLabel } from './menuModel';
import { statusOf, statusStrings } from './statusText';
import { settingsInEffect } from './options';

/** The one item: what the chosen phase costs a month, how many findings there are. A click opens the menu. */
export class StatusBar extends Disposable {
  readonly #services: Services;
  readonly #item = this._register(vscode.window.createStatusBarItem('skylift.status', vscode.StatusBarAlignment.Left, 20));

  constructor(services: Services) {
    super();
    this.#services = services;
    this.#item.name = 'Skylift';
    this.#item.command = commandIds.menu;
    const update = (): void => void services.guard.run('status bar', () => this.#update());
    this._register(services.analyses.onDidChangeAnalysis(update));
    this._register(services.settings.onDidChange(update));
    this._register(vscode.window.onDidChangeActiveTextEditor(update));
    update();
  }

  #update(): void {
    const folder = this.#services.analyses.active();
    const language = this.#services.language();
    if (folder === undefined) return this.#item.hide();
    if (folder.analysis === undefined) {
      if (folder.state !== 'scanning') return this.#item.hide();
      this.#item.text = '$(loading~spin) Skylift';
      this.#item.tooltip = localize(statusStrings.scanning, language);
      this.#item.accessibilityInformation = { label: localize(statusStrings.scanning, language) };
      return this.#item.show();
    }
    const settings = settingsInEffect(this.#services.settings.for(folder.folder.uri), folder.analysis);
    const model = statusOf(folder.analysis, {
      phase: settings.phase,
      workload: workloadLabel(settings.workload, language),
      evaluateAs: settings.evaluateAs,
      money: { language, second: settings.secondCurrency },
    });
    if (model === null) return this.#item.hide();
    this.#item.text = model.text;
    this.#item.tooltip = new vscode.MarkdownString(model.tooltip);
    this.#item.accessibilityInformation = { label: model.accessibleLabel, role: 'button' };
    this.#item.show();
  }
}

import * as vscode from 'vscode';
import { Disposable } from './lifecycle';
import type { Services } from './services';
import { viewState } from './viewState';

/** What `when` clauses of views, menus and welcome texts look at. */
export class ContextKeys extends Disposable {
  #state: string | undefined;

  constructor(services: Services) {
    super();
    const update = (): void => {
      const state = viewState(
        services.analyses.folders.map(({ state, analysis }) => ({ state, applications: analysis?.applications.length })),
      );
      if (state === this.#state) return;
      this.#state = state;
      void vscode.commands.executeCommand('setContext', 'skylift.state', state);
      void vscode.commands.executeCommand('setContext', 'skylift.scanning', state === 'scanning');
    };
    this._register(services.analyses.onDidChangeAnalysis(update));
    update();
  }
}

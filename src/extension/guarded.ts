import * as vscode from 'vscode';
import { classifyFailure } from './failures';
import type { Language } from '../core/l10n/localized';
import { localize } from '../core/l10n/localized';
import { guardedStrings } from './guardedStrings';

/** The one boundary at which failures of commands, events, providers and webview messages end. */
export interface Guard {
  /** Runs `action`; undefined when it failed or was cancelled. `label` names it in the log. */
  run<T>(label: string, action: () => T | PromiseLike<T>): Promise<T | undefined>;
}

export function createGuard(log: vscode.LogOutputChannel, language: () => Language): Guard {
  // One notification per failing label: a broken provider would otherwise speak at every keystroke.
  const announced = new Set<string>();

  function announce(label: string): void {
    if (announced.has(label)) return;
    announced.add(label);
    const showLog = localize(guardedStrings.showLog, language());
    void vscode.window.showErrorMessage(localize(guardedStrings.internal, language()), showLog).then((choice) => {
      if (choice === showLog) log.show();
    });
  }

  return {
    async run(label, action) {
      try {
        return await action();
      } catch (error) {
        const failure = classifyFailure(error);
        switch (failure.kind) {
          case 'cancelled':
            return undefined;
          case 'expected':
            log.warn(`${label}: ${failure.logText}`);
            void vscode.window.showWarningMessage(localize(failure.text, language(), failure.data));
            return undefined;
          case 'bug':
            log.error(`${label} failed: ${failure.logText}`);
            announce(label);
            return undefined;
        }
      }
    },
  };
}

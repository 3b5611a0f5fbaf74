import * as vscode from 'vscode';
import type { Language } from '../core/l10n/localized';
import { localize } from '../core/l10n/localized';
import { Disposable } from './lifecycle';
import { commandStrings } from './commandStrings';

export const pageScheme = 'skylift-page';

/** Pages that are made on request and live as long as the window: nothing of them is written to disk. */
export class Pages extends Disposable implements vscode.TextDocumentContentProvider {
  readonly #language: () => Language;
  readonly #texts = new Map<string, string>();
  readonly #changed = this._register(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.#changed.event;

  constructor(language: () => Language) {
    super();
    this.#language = language;
    this._register(vscode.workspace.registerTextDocumentContentProvider(pageScheme, this));
  }

  put(name: string, markdown: string): vscode.Uri {
    const uri = vscode.Uri.from({ scheme: pageScheme, path: `/${name}.md` });
    this.#texts.set(uri.path, markdown);
    this.#changed.fire(uri);
    return uri;
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.path) ?? localize(commandStrings.pageGone, this.#language());
  }
}

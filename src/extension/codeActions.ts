import * as vscode from 'vscode';
import { localize } from '../core/l10n/localized';
import type { Finding, TextEdit } from '../core/model';
import type { ActionModel } from './codeActionModel';
import { actionsFor, findingsIn, fixAllEdits } from './codeActionModel';
import { codeActionStrings } from './codeActionStrings';
import { commandIds, internalCommandIds } from './commandIds';
import { isCurrent } from './current';
import { Lines } from './diagnosticModel';
import { diagnosticSource, toRange } from './diagnostics';
import { Disposable } from './lifecycle';
import { sameLines } from './lines';
import type { FolderAnalysis, Services } from './services';

export const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('skylift');

/** The light bulb: fixes of findings, and one action that applies all safe ones of a document. */
export class CodeActions extends Disposable implements vscode.CodeActionProvider {
  readonly #services: Services;

  constructor(services: Services) {
    super();
    this.#services = services;
    this._register(
      vscode.languages.registerCodeActionsProvider({ pattern: '**/*' }, this, {
        providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind],
      }),
    );
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    return (await this.#services.guard.run('code actions', () => this.#actions(document, range, context))) ?? [];
  }

  async #actions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    const located = this.#services.analyses.locate(document.uri);
    if (located === undefined || !(await isCurrent(located.folder, located.path, document))) return [];
    const { folder, path } = located;
    const { analysis } = folder;
    if (analysis === undefined) return [];
    const lines = new Lines((other) => folder.textOf(other));
    const actions: vscode.CodeAction[] = [];
    if (wants(context, vscode.CodeActionKind.QuickFix)) {
      for (const finding of findingsIn(analysis.findings, path, range, lines)) {
        const diagnostic = matchingDiagnostic(finding, lines, context.diagnostics);
        for (const model of actionsFor(finding, lines, this.#services.language(), this.#services.settings.for(document.uri).dialect)) {
          const action = this.#quickFix(model, folder, lines);
          if (action === undefined) continue;
          if (diagnostic !== undefined) action.diagnostics = [diagnostic];
          actions.push(action);
        }
      }
    }
    // Only when asked for by name: as an entry of every light bulb it would be noise.
    if (context.only !== undefined && wants(context, fixAllKind)) {
      const edits = fixAllEdits(analysis.findings, path);
      if (edits.length > 0) {
        const action = new vscode.CodeAction(localize(codeActionStrings.fixAll, this.#services.language()), fixAllKind);
        action.edit = workspaceEdit(edits, folder, lines);
        actions.push(action);
      }
    }
    return actions;
  }

  #quickFix(model: ActionModel, folder: FolderAnalysis, lines: Lines): vscode.CodeAction | undefined {
    const action = new vscode.CodeAction(model.title, vscode.CodeActionKind.QuickFix);
    switch (model.kind) {
      case 'edit':
        if (!model.edits.every((edit) => isUnchanged(folder, edit.path))) return undefined;
        action.edit = workspaceEdit(model.edits, folder, lines);
        action.isPreferred = model.preferred;
        return action;
      case 'infra':
        action.command = {
          command: internalCommandIds.generateSnippet,
          title: model.title,
          arguments: [folder.folder.uri, model.finding.application, model.need, model.service],
        };
        return action;
      case 'command':
        action.command = { command: model.command, title: model.title, arguments: [...model.arguments] };
        return action;
      case 'explain':
        action.command = { command: commandIds.explain, title: model.title, arguments: [model.finding.rule] };
        return action;
      case 'disable': {
        const reason = localize(codeActionStrings.reason, this.#services.language());
        const snippet = new vscode.SnippetString()
          .appendText(model.comment.before)
          .appendPlaceholder(reason)
          .appendText(`${model.comment.after}\n`);
        action.edit = new vscode.WorkspaceEdit();
        action.edit.set(folder.uriOf(model.finding.at.path), [
          vscode.SnippetTextEdit.insert(new vscode.Position(model.line, 0), snippet),
        ]);
        return action;
      }
      case 'turn-off':
        action.command = {
          command: internalCommandIds.turnOffRule,
          title: model.title,
          arguments: [folder.folder.uri, model.finding.rule],
        };
        return action;
    }
  }
}

/** One edit, however many documents it touches: one step to undo. */
function workspaceEdit(edits: readonly TextEdit[], folder: FolderAnalysis, lines: Lines): vscode.WorkspaceEdit {
  const result = new vscode.WorkspaceEdit();
  for (const edit of edits) result.replace(folder.uriOf(edit.path), toRange(lines.range(edit)), edit.newText);
  return result;
}

/** False where a buffer has moved on since the analysis, so that its offsets are no longer right. */
function isUnchanged(folder: FolderAnalysis, path: string): boolean {
  const analysed = folder.textOf(path);
  if (analysed === undefined) return false;
  const uri = folder.uriOf(path).toString();
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
  return open === undefined || sameLines(analysed, open.getText());
}

function wants(context: vscode.CodeActionContext, kind: vscode.CodeActionKind): boolean {
  return context.only === undefined || context.only.contains(kind);
}

function matchingDiagnostic(finding: Finding, lines: Lines, diagnostics: readonly vscode.Diagnostic[]): vscode.Diagnostic | undefined {
  const range = toRange(lines.range(finding.at));
  return diagnostics.find(
    (diagnostic) =>
      diagnostic.source === diagnosticSource &&
      typeof diagnostic.code === 'object' &&
      diagnostic.code.value === finding.rule &&
      diagnostic.range.isEqual(range),
  );
}

import * as vscode from 'vscode';
import type { ChangedBill } from './changeText';
import { changeText, editsAt } from './changeText';
import { commandIds } from './commandIds';
import { isCurrent } from './current';
import { Lines } from './diagnosticModel';
import { toRange } from './diagnostics';
import type { HoverOptions } from './hoverText';
import { hoverAt } from './hoverText';
import { Disposable } from './lifecycle';
import { workloadLabel } from './menuModel';
import { phaseOf } from './needCost';
import type { FolderAnalysis, Services } from './services';
import type { Settings } from './settingsModel';
import { settingsInEffect } from './options';

const trustedCommands = [commandIds.explain, commandIds.showArchitecture, commandIds.changeAssumptions];

/** What a driver line means, which AWS service answers it, and what that costs. */
export class Hovers extends Disposable implements vscode.HoverProvider {
  readonly #services: Services;

  constructor(services: Services) {
    super();
    this.#services = services;
    this._register(vscode.languages.registerHoverProvider({ pattern: '**/*' }, this));
  }

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    return this.#services.guard.run('hover', () => this.#hover(document, position));
  }

  /** What the fixes of this line would do to the bill. */
  async #changes(folder: FolderAnalysis, path: string, line: number, settings: Settings): Promise<string | null> {
    const { analysis } = folder;
    const before = analysis === undefined ? undefined : phaseOf(analysis, settings.phase)?.estimate;
    if (analysis === undefined || before === undefined) return null;
    const changes: ChangedBill[] = [];
    for (const fix of editsAt(analysis, path, line, new Lines((other) => folder.textOf(other)))) {
      const after = await folder.billAfter(fix.edits, settings.phase);
      if (after !== null) changes.push({ fix, after });
    }
    return changeText(before, changes, settings.phase, { language: this.#services.language(), second: settings.secondCurrency });
  }

  async #commitments(region: string): Promise<Pick<HoverOptions, 'commitmentsOf'>> {
    const commitments = this.#services.books.commitments(region);
    if (commitments.size === 0) return {};
    const { meterKey, queriesOf } = await import('../core/pricing');
    return { commitmentsOf: (usage) => queriesOf([usage], region).flatMap((query) => commitments.get(meterKey(query)) ?? []) };
  }

  async #hover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    const located = this.#services.analyses.locate(document.uri);
    if (located === undefined || !(await isCurrent(located.folder, located.path, document))) return undefined;
    const { analysis } = located.folder;
    if (analysis === undefined) return undefined;
    const settings = settingsInEffect(this.#services.settings.for(document.uri), analysis);
    const language = this.#services.language();
    const model = hoverAt(analysis, located.path, position.line, new Lines((path) => located.folder.textOf(path)), {
      phase: settings.phase,
      workload: workloadLabel(settings.workload, language),
      money: { language, second: settings.secondCurrency },
      ...(await this.#commitments(analysis.prices.region)),
    });
    if (model === null) return undefined;
    const change = await this.#changes(located.folder, located.path, position.line, settings);
    const parts = [...model.parts, ...(change === null ? [] : [change])].map((part) => {
      const markdown = new vscode.MarkdownString(part);
      markdown.isTrusted = { enabledCommands: trustedCommands };
      return markdown;
    });
    return new vscode.Hover(parts, toRange(model.range));
  }
}

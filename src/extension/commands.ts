import * as vscode from 'vscode';
import { localize } from '../core/l10n/localized';
import type { NeedId } from '../core/model';
import { commandIds, internalCommandIds } from './commandIds';
import { commandStrings } from './commandStrings';
import { explainTopic, explainUri } from './explainDocuments';
import { ExpectedFailure } from './failures';
import { generateForNeed, pickAndGenerate } from './infraDocuments';
import { Disposable } from './lifecycle';
import { Pickers } from './pickers';
import type { Services } from './services';
import { settingKeys } from './settingsModel';
import { markStep, saveAssumptions } from './teamFile';
import type { Topic } from './topics';
import { allTopics } from './topics';
import type { TreeEntry } from './trees';

/** Every command that is not a surface's own. */
export class Commands extends Disposable {
  readonly #services: Services;

  constructor(services: Services) {
    super();
    this.#services = services;
    const pickers = new Pickers(services);
    this.#command(commandIds.scan, () => services.analyses.scan());
    this.#command(commandIds.cancelScan, () => services.analyses.cancel());
    this.#command(commandIds.menu, () => pickers.menu());
    this.#command(commandIds.changeAssumptions, () => pickers.changeAssumptions());
    this.#command(commandIds.evaluateAs, () => pickers.evaluateAs());
    this.#command(commandIds.selectPhase, () => pickers.phase());
    this.#command(commandIds.selectWorkload, () => pickers.workload());
    this.#command(commandIds.selectRegion, () => pickers.region());
    this.#command(commandIds.selectFreeTier, () => pickers.freeTier());
    this.#command(commandIds.selectSizing, () => pickers.sizing());
    this.#command(commandIds.showLog, () => services.log.show());
    this.#command(commandIds.explain, (topic) => this.#explain(topic));
    this.#command(commandIds.showReport, () => this.#showReport());
    this.#command(commandIds.saveAssumptions, () => this.#saveAssumptions());
    this.#command(commandIds.markStepDone, (entry) => this.#markStep(entry, true));
    this.#command(commandIds.markStepOpen, (entry) => this.#markStep(entry, false));
    this.#command(commandIds.generateInfrastructure, (entry) => this.#generate(entry));
    this.#command(internalCommandIds.generateSnippet, (...snippet) => this.#generateSnippet(snippet));
    this.#command(internalCommandIds.turnOffRule, (folder, rule) => this.#turnOffRule(folder, rule));
  }

  #command(id: string, action: (...commandArguments: readonly unknown[]) => unknown): void {
    this._register(
      vscode.commands.registerCommand(id, (...commandArguments: readonly unknown[]) =>
        this.#services.guard.run(id, async () => action(...commandArguments)),
      ),
    );
  }

  async #explain(topic: unknown): Promise<void> {
    const id = typeof topic === 'string' ? topic : isTreeEntry(topic) ? topic.node.topic : await this.#pickTopic();
    if (id === undefined) return;
    const language = this.#services.language();
    if ((await explainTopic(id, language)) === null) throw new ExpectedFailure(commandStrings.unknownTopic, { id });
    await vscode.commands.executeCommand('markdown.showPreview', explainUri(id, language));
  }

  async #pickTopic(): Promise<string | undefined> {
    const language = this.#services.language();
    const [{ rules }, { concept }] = await Promise.all([import('../core/rules'), import('../core/catalog')]);
    const topics = allTopics({ rules, conceptTitle: (id) => concept(id)?.title }, language);
    const items: (vscode.QuickPickItem & { readonly topic?: Topic })[] = [];
    let group: Topic['group'] | undefined;
    for (const topic of topics) {
      if (topic.group !== group) items.push({ label: localize(commandStrings[topic.group], language), kind: vscode.QuickPickItemKind.Separator });
      group = topic.group;
      items.push({ label: topic.label, description: topic.id, topic });
    }
    const title = localize(commandStrings.explainTitle, language);
    const picked = await vscode.window.showQuickPick(items, { title, matchOnDescription: true });
    return picked?.topic?.id;
  }

  async #generate(entry: unknown): Promise<void> {
    await this.#services.analyses.whenReady();
    const folder = isTreeEntry(entry) ? entry.folder : this.#services.analyses.active();
    if (folder?.analysis === undefined || folder.analysis.applications.length === 0) {
      throw new ExpectedFailure(commandStrings.noApplication);
    }
    await pickAndGenerate(this.#services, folder, isTreeEntry(entry) ? entry.node.generates : undefined);
  }

  async #showReport(): Promise<void> {
    const { analyses, pages, context } = this.#services;
    await analyses.whenReady();
    const folder = analyses.active();
    if (folder?.analysis === undefined || folder.analysis.applications.length === 0) throw new ExpectedFailure(commandStrings.noApplication);
    const [{ createReportContext }, { markdownReport }] = await Promise.all([import('../core/report/context'), import('../core/report/markdown')]);
    const { version } = context.extension.packageJSON as { readonly version: string };
    const about = createReportContext({
      analysis: folder.analysis,
      language: this.#services.language(),
      version,
      second: this.#services.settings.for(folder.folder.uri).secondCurrency,
      textOf: (path) => folder.textOf(path),
    });
    await vscode.commands.executeCommand('markdown.showPreview', pages.put('report', markdownReport(about)));
  }

  async #saveAssumptions(): Promise<void> {
    await this.#services.analyses.whenReady();
    const folder = this.#services.analyses.active();
    if (folder?.analysis === undefined) throw new ExpectedFailure(commandStrings.noApplication);
    await saveAssumptions(this.#services, folder);
  }

  async #markStep(entry: unknown, done: boolean): Promise<void> {
    if (!isTreeEntry(entry) || entry.node.step === undefined) return;
    await markStep(this.#services, entry.folder, entry.node.step.id, done);
  }

  async #generateSnippet([folderUri, application, need, service]: readonly unknown[]): Promise<void> {
    if (!(folderUri instanceof vscode.Uri) || typeof application !== 'string' || typeof need !== 'string' || typeof service !== 'string') return;
    const folder = this.#services.analyses.folders.find((candidate) => candidate.folder.uri.toString() === folderUri.toString());
    if (folder !== undefined) await generateForNeed(this.#services, folder, { application, need: need as NeedId, service });
  }

  async #turnOffRule(folder: unknown, rule: unknown): Promise<void> {
    if (!(folder instanceof vscode.Uri) || typeof rule !== 'string') return;
    const severities = { ...this.#services.settings.for(folder).ruleSeverities, [rule]: 'off' };
    await this.#services.settings.write(settingKeys.ruleSeverities, severities, folder);
  }
}

function isTreeEntry(value: unknown): value is TreeEntry {
  return typeof value === 'object' && value !== null && 'node' in value && 'folder' in value;
}

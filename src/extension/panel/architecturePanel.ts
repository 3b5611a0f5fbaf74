import * as vscode from 'vscode';
import { intlLocale, localize, type Localized, type MessageData } from '../../core/l10n/localized';
import { sizingNames, type PhaseId } from '../../core/model';
import { isFromArchitecture, type FromArchitecture, type ToArchitecture } from '../../protocol/architecture';
import { commandIds } from '../commandIds';
import { Debouncer } from '../debounce';
import { Lines } from '../diagnosticModel';
import { toRange } from '../diagnostics';
import { Disposable, MutableDisposable } from '../lifecycle';
import type { FolderAnalysis, Services } from '../services';
import { settingKeys } from '../settingsModel';
import type { SettingKey } from '../settings';
import { hostStrings } from './hostStrings';
import { createNonce, renderHtml } from './html';
import { PanelState } from './panelState';
import { settingsInEffect } from '../options';

/** Declared in `package.json` as activation event, so that VS Code can restore the panel. */
export const architectureViewType = 'skylift.architecture';

/** Edits arrive already calmed; this only joins what comes at the same moment. */
const quietMilliseconds = 20;
const atMostMilliseconds = 100;

export interface ArchitecturePanels extends vscode.Disposable {
  /** Opens the panel, or brings it to the front, at a phase and a node of it if asked. */
  show(phase?: PhaseId, nodeId?: string): void;
}

/** The command, the panel and its return after a restart of VS Code. */
export function registerArchitecturePanel(context: vscode.ExtensionContext, services: Services): ArchitecturePanels {
  const panels = new Panels(context, services);
  context.subscriptions.push(panels);
  return panels;
}

class Panels extends Disposable implements ArchitecturePanels, vscode.WebviewPanelSerializer {
  readonly #context: vscode.ExtensionContext;
  readonly #services: Services;
  readonly #current = this._register(new MutableDisposable<Panel>());

  constructor(context: vscode.ExtensionContext, services: Services) {
    super();
    this.#context = context;
    this.#services = services;
    this._register(vscode.window.registerWebviewPanelSerializer(architectureViewType, this));
    this._register(
      vscode.commands.registerCommand(commandIds.showArchitecture, () => services.guard.run(commandIds.showArchitecture, () => { this.show(); })),
    );
  }

  show(phase?: PhaseId, nodeId?: string): void {
    const open = this.#current.value;
    if (open === undefined) {
      const column = vscode.window.activeTextEditor === undefined ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
      this.#attach(vscode.window.createWebviewPanel(architectureViewType, localize(hostStrings.title, this.#services.language()), column));
    } else {
      open.bringToFront();
    }
    if (phase !== undefined) this.#current.value?.reveal(phase, nodeId ?? null);
  }

  deserializeWebviewPanel(panel: vscode.WebviewPanel): Promise<void> {
    this.#attach(panel);
    return Promise.resolve();
  }

  #attach(webviewPanel: vscode.WebviewPanel): void {
    const panel = new Panel(webviewPanel, this.#context.extensionUri, this.#services);
    this.#current.value = panel;
    webviewPanel.onDidDispose(() => {
      if (this.#current.value === panel) this.#current.clear();
    });
  }
}

/** One open panel. It sends whole snapshots and opens only what it sent. */
class Panel extends Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #services: Services;
  readonly #state = new PanelState();
  readonly #pushing = this._register(new Debouncer(quietMilliseconds, atMostMilliseconds, () => void this.#push()));
  /** Once the reader chose a folder, or one was shown, the panel stays with it. */
  #folder: string | undefined;
  #pendingReveal: ToArchitecture | undefined;

  constructor(panel: vscode.WebviewPanel, extensionUri: vscode.Uri, services: Services) {
    super();
    this.#panel = this._register(panel);
    this.#services = services;
    const app = vscode.Uri.joinPath(extensionUri, 'dist', 'webviews', 'architecture');
    const { webview } = panel;
    webview.options = { enableScripts: true, localResourceRoots: [app] };
    panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.png');
    this._register(webview.onDidReceiveMessage((message: unknown) => void services.guard.run('architecture panel', () => this.#receive(message))));
    this._register(services.analyses.onDidChangeAnalysis(() => { this.#pushing.schedule(); }));
    this._register(services.settings.onDidChange(() => { this.#pushing.schedule(); }));
    const language = services.language();
    webview.html = renderHtml({
      cspSource: webview.cspSource,
      nonce: createNonce(),
      scriptUri: webview.asWebviewUri(vscode.Uri.joinPath(app, 'main.js')).toString(),
      styleUri: webview.asWebviewUri(vscode.Uri.joinPath(app, 'main.css')).toString(),
      lang: intlLocale(language),
      title: localize(hostStrings.title, language),
      loading: localize(hostStrings.loading, language),
    });
  }

  bringToFront(): void {
    const active = this.#services.analyses.active();
    if (active !== undefined && vscode.window.activeTextEditor !== undefined) this.#folder = active.folder.uri.toString();
    this.#panel.reveal(undefined, false);
    this.#pushing.schedule();
  }

  reveal(phase: PhaseId, nodeId: string | null): void {
    this.#pendingReveal = { type: 'reveal', phase, nodeId };
    this.#pushing.schedule();
  }

  #current(): FolderAnalysis | undefined {
    const { analyses } = this.#services;
    const chosen = analyses.folders.find(({ folder }) => folder.uri.toString() === this.#folder);
    const folder = chosen ?? analyses.active();
    if (folder?.analysis !== undefined) this.#folder = folder.folder.uri.toString();
    return folder;
  }

  async #push(): Promise<void> {
    await this.#services.guard.run('show the architecture', async () => {
      if (!this.#state.listens || !this.#panel.visible) return;
      const { buildPanelModel } = await import('./panelModel');
      const folder = this.#current();
      const { analyses, settings } = this.#services;
      if (folder !== undefined && folder.analysis === undefined) {
        // Nothing to show yet: the page says that the workspace is being read.
        if (folder.state === 'failed' || folder.state === 'cancelled') this.#send({ type: 'failed', text: this.#text(hostStrings[folder.state]) });
        return;
      }
      const shown = { id: folder?.folder.uri.toString() ?? '', name: folder?.folder.name ?? this.#text(hostStrings.title) };
      const message = this.#state.next(
        buildPanelModel({
          analysis: folder?.analysis ?? null,
          textOf: (path) => folder?.textOf(path),
          language: this.#services.language(),
          settings: settingsInEffect(settings.for(folder?.folder.uri), folder?.analysis),
          folders: analyses.folders.map(({ folder: { uri, name } }) => ({ id: uri.toString(), name })),
          folder: shown,
        }),
      );
      if (message !== undefined) this.#send(message);
      if (folder?.state === 'failed') this.#send({ type: 'failed', text: this.#text(hostStrings.failed) });
      if (this.#pendingReveal !== undefined) this.#send(this.#pendingReveal);
      this.#pendingReveal = undefined;
    });
  }

  #send(message: ToArchitecture): void {
    void this.#panel.webview.postMessage(message);
  }

  async #receive(message: unknown): Promise<void> {
    if (!isFromArchitecture(message)) {
      this.#services.log.warn('the architecture panel sent a message of an unknown form');
      return;
    }
    switch (message.type) {
      case 'ready':
        this.#state.restart();
        await this.#push();
        return;
      case 'openEvidence':
        return this.#openEvidence(message);
      case 'setOption':
        return this.#setOption(message);
      case 'copyMermaid':
        return this.#copyMermaid(message.phase);
      case 'saveSvg':
        return this.#saveSvg(message);
      case 'problem':
        this.#services.log.warn(`architecture panel: ${message.text}`);
        return;
    }
  }

  /** The panel names a line by phase, node and number; what it can open is what the analysis found. */
  async #openEvidence({ phase, nodeId, index }: Extract<FromArchitecture, { type: 'openEvidence' }>): Promise<void> {
    const folder = this.#current();
    const node = folder?.analysis?.phases.find(({ id }) => id === phase)?.architecture.nodes.find(({ id }) => id === nodeId);
    const location = node?.evidence[index]?.at;
    if (folder === undefined || location === undefined) return;
    const selection = toRange(new Lines((path) => folder.textOf(path)).range(location));
    // Beside the panel, so that both stay in sight.
    const other = vscode.window.tabGroups.all.find(({ viewColumn }) => viewColumn !== this.#panel.viewColumn);
    await vscode.window.showTextDocument(folder.uriOf(location.path), { selection, viewColumn: other?.viewColumn ?? vscode.ViewColumn.Beside });
  }

  async #setOption({ name, value }: Extract<FromArchitecture, { type: 'setOption' }>): Promise<void> {
    const folder = this.#current();
    const { analyses, settings } = this.#services;
    if (this.#state.offers(name, value)) {
      const key = panelSettings.find((known) => known === name);
      if (key === undefined) this.#folder = value;
      else await settings.write(key, value, folder?.folder.uri);
    }
    await analyses.whenReady();
    // Also when nothing changed: the page waits for an answer.
    this.#state.forget();
    await this.#push();
  }

  async #copyMermaid(phase: PhaseId): Promise<void> {
    const found = this.#current()?.analysis?.phases.find(({ id }) => id === phase);
    if (found === undefined) return;
    const { renderMermaid } = await import('../../core/architecture/mermaid');
    const text = renderMermaid(found.architecture, { language: this.#services.language(), estimate: found.estimate, costs: true, icons: false });
    await vscode.env.clipboard.writeText(text);
    this.#send({ type: 'notice', text: this.#text(hostStrings.copied) });
  }

  async #saveSvg({ phase, svg }: Extract<FromArchitecture, { type: 'saveSvg' }>): Promise<void> {
    const root = this.#current()?.folder.uri;
    const target = await vscode.window.showSaveDialog({
      title: this.#text(hostStrings.saveTitle),
      filters: { [this.#text(hostStrings.svg)]: ['svg'] },
      ...(root === undefined ? {} : { defaultUri: vscode.Uri.joinPath(root, `architecture-${phase}.svg`) }),
    });
    if (target === undefined) return;
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(svg));
    this.#send({ type: 'notice', text: this.#text(hostStrings.saved, { file: target.path.slice(target.path.lastIndexOf('/') + 1) }) });
  }

  #text(text: Localized, data?: MessageData): string {
    return localize(text, this.#services.language(), data);
  }
}

/** Settings that the panel may change. */
const panelSettings: readonly SettingKey[] = [settingKeys.workload, settingKeys.region, settingKeys.evaluateAs, settingKeys.freeTier, ...sizingNames.map((name) => settingKeys[name])];

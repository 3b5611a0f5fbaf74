import * as vscode from 'vscode';
import { formatNumber, localize } from '../core/l10n/localized';
import { Lines } from './diagnosticModel';
import { Disposable } from './lifecycle';
import type { FolderAnalysis, Services } from './services';
import type { TreeNode } from './treeModel';
import { roadmapTree } from './roadmapTree';
import { applicationTree, findingTree, folderNode } from './treeModel';
import { toRange } from './diagnostics';

/** A node together with the folder that its location lies in. */
export interface TreeEntry {
  readonly node: TreeNode;
  readonly folder: FolderAnalysis;
}

type Build = (folder: FolderAnalysis) => Promise<readonly TreeNode[]>;

/** The views of the activity bar. */
export class Trees extends Disposable {
  constructor(services: Services) {
    super();
    this._register(
      new ModelTree('skylift.applications', services, async (folder) => {
        if (folder.analysis === undefined) return [];
        return applicationTree(folder.analysis, linesOf(folder), services.language());
      }),
    );
    const findings = this._register(
      new ModelTree('skylift.findings', services, async (folder) => {
        const { analysis } = folder;
        if (analysis === undefined) return [];
        const { ruleById } = await import('../core/rules');
        const language = services.language();
        return findingTree(analysis, linesOf(folder), language, (id) => {
          const rule = ruleById(id);
          return rule === undefined ? id : localize(rule.title, language);
        });
      }),
    );
    this._register(
      new ModelTree('skylift.roadmap', services, async (folder) => {
        if (folder.analysis === undefined || folder.analysis.applications.length === 0) return [];
        return roadmapTree(folder.analysis, services.language());
      }),
    );
    findings.showCount((folder) => folder.analysis?.findings.length ?? 0);
  }
}

function linesOf(folder: FolderAnalysis): Lines {
  return new Lines((path) => folder.textOf(path));
}

/** Shows plain nodes. Ids are stable, so what is unfolded stays unfolded over edits. */
class ModelTree extends Disposable implements vscode.TreeDataProvider<TreeEntry> {
  readonly #services: Services;
  readonly #build: Build;
  readonly #view: vscode.TreeView<TreeEntry>;
  readonly #changed = this._register(new vscode.EventEmitter<void>());
  readonly onDidChangeTreeData = this.#changed.event;
  #count: ((folder: FolderAnalysis) => number) | undefined;

  constructor(id: string, services: Services, build: Build) {
    super();
    this.#services = services;
    this.#build = build;
    this.#view = this._register(vscode.window.createTreeView(id, { treeDataProvider: this, showCollapseAll: true }));
    this._register(services.analyses.onDidChangeAnalysis(() => this.#refresh()));
    this._register(
      services.settings.onDidChange((event) => {
        if (event.affectsConfiguration('skylift.language')) this.#refresh();
      }),
    );
  }

  /** A number beside the view's title. No badge: a badge asks for attention that findings do not need all day. */
  showCount(count: (folder: FolderAnalysis) => number): void {
    this.#count = count;
    this.#refresh();
  }

  async getChildren(parent?: TreeEntry): Promise<TreeEntry[]> {
    if (parent !== undefined) return parent.node.children.map((node) => ({ node, folder: parent.folder }));
    return (await this.#services.guard.run('tree', () => this.#roots())) ?? [];
  }

  getTreeItem({ node, folder }: TreeEntry): vscode.TreeItem {
    const state =
      node.children.length === 0
        ? vscode.TreeItemCollapsibleState.None
        : node.expanded
          ? vscode.TreeItemCollapsibleState.Expanded
          : vscode.TreeItemCollapsibleState.Collapsed;
    const item = new vscode.TreeItem(node.label, state);
    item.id = `${folder.folder.index}:${node.id}`;
    item.iconPath = new vscode.ThemeIcon(node.icon, node.color === undefined ? undefined : new vscode.ThemeColor(node.color));
    item.contextValue = [node.kind, ...(node.topic === undefined ? [] : ['explainable']), ...(node.generates === undefined ? [] : ['generatable']), ...(node.step === undefined ? [] : [node.step.state])].join(' ');
    if (node.description !== undefined) item.description = node.description;
    if (node.tooltip !== undefined) item.tooltip = new vscode.MarkdownString(node.tooltip);
    if (node.accessibleLabel !== undefined) item.accessibilityInformation = { label: node.accessibleLabel };
    if (node.location !== undefined && node.children.length === 0) {
      const { path } = node.location;
      const selection = toRange(linesOf(folder).range(node.location));
      const options: vscode.TextDocumentShowOptions = { selection, preserveFocus: true };
      item.command = { command: 'vscode.open', title: node.label, arguments: [folder.uriOf(path), options] };
    }
    return item;
  }

  async #roots(): Promise<TreeEntry[]> {
    const { folders } = this.#services.analyses;
    const several = folders.length > 1;
    const entries: TreeEntry[] = [];
    for (const folder of folders) {
      const nodes = await this.#build(folder);
      if (!several) entries.push(...nodes.map((node) => ({ node, folder })));
      else if (nodes.length > 0) entries.push({ node: folderNode(folder.folder.name, nodes), folder });
    }
    return entries;
  }

  #refresh(): void {
    this.#changed.fire();
    if (this.#count === undefined) return;
    const value = this.#services.analyses.folders.reduce((sum, folder) => sum + (this.#count?.(folder) ?? 0), 0);
    this.#view.description = value === 0 ? '' : formatNumber(value, this.#services.language());
  }
}

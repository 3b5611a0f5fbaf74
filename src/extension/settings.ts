import * as vscode from 'vscode';
import { Disposable } from './lifecycle';
import type { Settings } from './settingsModel';
import { settingsFrom, type settingKeys } from './settingsModel';

export const settingsSection = 'skylift';

/** The user's settings, per resource where they can differ by folder. */
export interface SettingsSource {
  for(resource: vscode.Uri | undefined): Settings;
  readonly onDidChange: vscode.Event<vscode.ConfigurationChangeEvent>;
  /** Writes where the value is decided already, else for the workspace. */
  write(key: SettingKey, value: unknown, resource: vscode.Uri | undefined): Promise<void>;
}

export type SettingKey = (typeof settingKeys)[keyof typeof settingKeys];

export class ConfigurationSettings extends Disposable implements SettingsSource {
  readonly #changed = this._register(new vscode.EventEmitter<vscode.ConfigurationChangeEvent>());
  readonly onDidChange = this.#changed.event;

  constructor() {
    super();
    this._register(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(settingsSection)) this.#changed.fire(event);
      }),
    );
  }

  for(resource: vscode.Uri | undefined): Settings {
    const configuration = vscode.workspace.getConfiguration(settingsSection, resource ?? null);
    return settingsFrom((key) => configuration.get(key), vscode.env.language, (key) => isSet(configuration.inspect(key)));
  }

  async write(key: SettingKey, value: unknown, resource: vscode.Uri | undefined): Promise<void> {
    const configuration = vscode.workspace.getConfiguration(settingsSection, resource ?? null);
    const decided = configuration.inspect(key);
    await configuration.update(key, value, targetOf(decided));
  }
}

function isSet(inspected: ReturnType<vscode.WorkspaceConfiguration['inspect']>): boolean {
  const { globalValue, workspaceValue, workspaceFolderValue } = inspected ?? {};
  return [globalValue, workspaceValue, workspaceFolderValue].some((value) => value !== undefined);
}

function targetOf(decided: { readonly workspaceFolderValue?: unknown; readonly workspaceValue?: unknown } | undefined): vscode.ConfigurationTarget {
  if (decided?.workspaceFolderValue !== undefined && (vscode.workspace.workspaceFolders?.length ?? 0) > 1) {
    return vscode.ConfigurationTarget.WorkspaceFolder;
  }
  if (vscode.workspace.workspaceFolders === undefined) return vscode.ConfigurationTarget.Global;
  return vscode.ConfigurationTarget.Workspace;
}

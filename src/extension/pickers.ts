import * as vscode from 'vscode';
import { workloadPresets } from '../core/architecture/workload';
import { phaseInfo } from '../core/catalog/phases';
import type { Localized, MessageData } from '../core/l10n/localized';
import { formatNumber, localize } from '../core/l10n/localized';
import { evaluations, freeTiers, phaseIds, sizingChoices, sizingNames } from '../core/model';
import { regions } from '../core/pricing/regions';
import type { MenuItem } from './menuModel';
import { assumptionItems, menuItems, workloadLabel } from './menuModel';
import { isUserCount, settingsInEffect } from './options';
import { pickStrings } from './pickStrings';
import type { Services } from './services';
import type { SettingKey } from './settings';
import type { Settings } from './settingsModel';
import { settingKeys } from './settingsModel';
import { sizingChoiceLabel, sizingChoiceDetail, sizingLabel } from './sizingText';

interface Choice extends vscode.QuickPickItem {
  readonly value: string;
}

/** Asks for one value of a setting and writes it. The current one stands first in sight. */
export class Pickers {
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  async menu(): Promise<void> {
    const folder = this.#services.analyses.active();
    await this.#run(menuItems(this.#settings(), { scanning: folder?.state === 'scanning', trusted: vscode.workspace.isTrusted }, this.#services.language()), 'Skylift');
  }

  async changeAssumptions(): Promise<void> {
    await this.#run(assumptionItems(this.#settings(), this.#services.language()), 'Skylift');
  }

  async evaluateAs(): Promise<void> {
    const choices = evaluations.map((value) => ({
      value,
      label: this.#text(pickStrings[`evaluate-${value}`]),
      detail: this.#text(pickStrings[`evaluate-${value}-detail`]),
    }));
    await this.#choose(settingKeys.evaluateAs, pickStrings.evaluateTitle, choices, this.#settings().evaluateAs);
  }

  async phase(): Promise<void> {
    const choices = phaseIds.map((value) => ({
      value,
      label: this.#text(phaseInfo(value).title),
      detail: this.#text(phaseInfo(value).goal),
    }));
    await this.#choose(settingKeys.phase, pickStrings.phaseTitle, choices, this.#settings().phase);
  }

  async freeTier(): Promise<void> {
    const choices = freeTiers.map((value) => ({
      value,
      label: this.#text(pickStrings[`freeTier-${value}`]),
      detail: this.#text(pickStrings[`freeTier-${value}-detail`]),
    }));
    await this.#choose(settingKeys.freeTier, pickStrings.freeTierTitle, choices, this.#settings().freeTier);
  }

  /** Which choice, then what: both with what holds now. */
  async sizing(): Promise<void> {
    const language = this.#services.language();
    const { sizing } = this.#settings();
    const questions = sizingNames.map((value) => ({ value, label: sizingLabel(value, language), description: sizingChoiceLabel(value, sizing[value], language) }));
    const asked = await vscode.window.showQuickPick(questions, { title: this.#text(pickStrings.sizingTitle) });
    if (asked === undefined) return;
    const choices = sizingChoices[asked.value].map((value) => ({
      value,
      label: sizingChoiceLabel(asked.value, value, language),
      detail: sizingChoiceDetail(asked.value, value, language),
    }));
    await this.#choose(settingKeys[asked.value], { en: asked.label, 'pt-br': asked.label }, choices, sizing[asked.value]);
  }

  async region(): Promise<void> {
    const choices = regions.map(({ code, location }) => ({ value: code, label: code, description: location }));
    await this.#choose(settingKeys.region, pickStrings.regionTitle, choices, this.#settings().region);
  }

  async workload(): Promise<void> {
    const language = this.#services.language();
    const other = '';
    const choices: Choice[] = workloadPresets.map(({ name, workload }) => ({
      value: name,
      label: workloadLabel(name, language),
      detail: [
        this.#text(pickStrings.users, { users: workload.peakConcurrentUsers }),
        this.#text(pickStrings.requests, { requests: formatNumber(workload.requests, language, 0) }),
      ].join(' · '),
    }));
    const current = this.#settings().workload;
    if (isUserCount(current)) choices.push({ value: current, label: workloadLabel(current, language) });
    choices.push({ value: other, label: this.#text(pickStrings.otherUsers) });
    const picked = await this.#pick(pickStrings.workloadTitle, choices, current);
    if (picked === undefined) return;
    const value = picked === other ? await this.#askUsers() : picked;
    if (value !== undefined) await this.#write(settingKeys.workload, value);
  }

  async #askUsers(): Promise<string | undefined> {
    const answer = await vscode.window.showInputBox({
      title: this.#text(pickStrings.workloadTitle),
      prompt: this.#text(pickStrings.usersPrompt),
      validateInput: (text) => (isUserCount(text.trim()) ? undefined : this.#text(pickStrings.usersInvalid)),
    });
    return answer?.trim();
  }

  async #run(items: readonly MenuItem[], title: string): Promise<void> {
    const picked = await vscode.window.showQuickPick(items, { title, matchOnDescription: true });
    if (picked !== undefined) await vscode.commands.executeCommand(picked.command);
  }

  async #choose(key: SettingKey, title: Localized, choices: readonly Choice[], current: string): Promise<void> {
    const picked = await this.#pick(title, choices, current);
    if (picked !== undefined && picked !== current) await this.#write(key, picked);
  }

  async #pick(title: Localized, choices: readonly Choice[], current: string): Promise<string | undefined> {
    const marked = choices.map((choice) =>
      choice.value === current
        ? { ...choice, description: [choice.description, this.#text(pickStrings.current)].filter(Boolean).join(' · ') }
        : choice,
    );
    marked.sort((a, b) => Number(b.value === current) - Number(a.value === current));
    const picked = await vscode.window.showQuickPick(marked, { title: this.#text(title), matchOnDescription: true });
    return picked?.value;
  }

  async #write(key: SettingKey, value: string): Promise<void> {
    await this.#services.settings.write(key, value, this.#services.analyses.active()?.folder.uri);
  }

  #settings(): Settings {
    const folder = this.#services.analyses.active();
    return settingsInEffect(this.#services.settings.for(folder?.folder.uri), folder?.analysis);
  }

  #text(text: Localized, data?: MessageData): string {
    return localize(text, this.#services.language(), data);
  }
}

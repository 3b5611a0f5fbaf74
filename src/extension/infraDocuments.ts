import * as vscode from 'vscode';
import type { Analysis } from '../core/analysis';
import { serviceName } from '../core/catalog/names';
import { needInfo } from '../core/catalog/needs';
import { phaseInfo } from '../core/catalog/phases';
import { technologyName } from '../core/catalog/technologies';
import type { SharedInput } from '../core/infra';
import { localize, type Language } from '../core/l10n/localized';
import { commandStrings } from './commandStrings';
import { languageIdOf } from './dialects';
import { ExpectedFailure } from './failures';
import { writePhase } from './infraFolder';
import { phaseOf } from './needCost';
import type { FolderAnalysis, Services } from './services';
import type { SnippetRequest } from './snippetText';
import { snippetText } from './snippetText';
import { capitalized } from './treeModel';
import { settingsInEffect } from './options';

/** Offers what the chosen phase places (for one need, where one is given) and opens the code for it. */
export async function pickAndGenerate(services: Services, folder: FolderAnalysis, need: string | undefined): Promise<void> {
  const { analysis } = folder;
  if (analysis === undefined) return;
  const shared = sharedOf(services, folder);
  const { phase, language } = shared;
  const { snippetServices } = await import('../core/infra');
  const generated = new Set(snippetServices(shared.dialect));
  const requests = (phaseOf(analysis, phase)?.architecture.decisions ?? []).filter(
    (decision) => generated.has(decision.service) && (need === undefined || decision.need === need),
  );
  if (requests.length === 0) throw new ExpectedFailure(commandStrings.nothingToGenerate, { phase: phaseInfo(phase).title });
  const [only, ...others] = requests;
  if (need !== undefined && only !== undefined && others.length === 0) return generateForNeed(services, folder, only);
  const whole = {
    label: `$(folder) ${localize(commandStrings.wholePhase, language)}`,
    detail: localize(commandStrings.wholePhaseDetail, language, { count: new Set(requests.map(({ service }) => service)).size, phase: phaseInfo(phase).title }),
    request: undefined,
  };
  const items = requests.map((request) => ({
    label: localize(serviceName(request.service), language),
    description: describe(analysis, request, shared),
    request,
  }));
  const title = localize(commandStrings.infrastructureTitle, language);
  const picked = await vscode.window.showQuickPick(need === undefined ? [whole, ...items] : items, { title, matchOnDescription: true });
  if (picked === undefined) return;
  await (picked.request === undefined ? writePhase(services, folder, shared) : generateForNeed(services, folder, picked.request));
}

/** Opens the code as an untitled document: nothing is written until the user saves it where it belongs. */
export async function generateForNeed(services: Services, folder: FolderAnalysis, request: SnippetRequest): Promise<void> {
  const { analysis } = folder;
  if (analysis === undefined) return;
  const { generateSnippet, snippetInput } = await import('../core/infra');
  const shared = sharedOf(services, folder);
  const input = snippetInput(analysis, request, shared);
  const snippet = input === null ? null : generateSnippet(input);
  if (snippet === null) throw new ExpectedFailure(commandStrings.noSnippet, { service: serviceName(request.service) });
  const document = await vscode.workspace.openTextDocument({
    content: snippetText(snippet, analysis, request, shared),
    language: languageIdOf(shared.dialect, await vscode.languages.getLanguages()),
  });
  await vscode.window.showTextDocument(document, { preview: false });
}

function sharedOf(services: Services, folder: FolderAnalysis): SharedInput & { readonly language: Language } {
  const { dialect, region, phase } = settingsInEffect(services.settings.for(folder.folder.uri), folder.analysis);
  return { dialect, region, phase, language: services.language() };
}

function describe(analysis: Analysis, request: SnippetRequest, { language }: { readonly language: Language }): string {
  const need = analysis.needs.find((candidate) => candidate.id === request.need && candidate.application === request.application);
  const parts = [capitalized(localize(needInfo(request.need).title, language))];
  if (need !== undefined) parts.push(localize(technologyName(need.technology), language));
  if (analysis.applications.length > 1) parts.push(request.application);
  return parts.join(' · ');
}

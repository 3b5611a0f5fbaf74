import * as vscode from 'vscode';
import type { Analysis } from '../core/analysis';
import { serviceName } from '../core/catalog/names';
import { needInfo } from '../core/catalog/needs';
import { phaseInfo } from '../core/catalog/phases';
import { technologyName } from '../core/catalog/technologies';
import { localize } from '../core/l10n/localized';
import type { NeedId } from '../core/model';
import { commandStrings } from './commandStrings';
import { ExpectedFailure } from './failures';
import { phaseOf } from './needCost';
import type { FolderAnalysis, Services } from './services';
import { capitalized } from './treeModel';

export interface SnippetRequest {
  readonly application: string;
  readonly need: NeedId;
  readonly service: string;
}

/** Offers what the chosen phase places (for one need, where one is given) and opens the code for it. */
export async function pickAndGenerate(services: Services, folder: FolderAnalysis, need: string | undefined): Promise<void> {
  const { analysis } = folder;
  if (analysis === undefined) return;
  const language = services.language();
  const phaseId = services.settings.for(folder.folder.uri).phase;
  const requests = (phaseOf(analysis, phaseId)?.architecture.decisions ?? []).filter(
    (decision) => need === undefined || decision.need === need,
  );
  if (requests.length === 0) {
    throw new ExpectedFailure(commandStrings.nothingToGenerate, { phase: phaseInfo(phaseId).title });
  }
  if (requests.length === 1 && requests[0] !== undefined) return generateForNeed(services, folder, requests[0]);
  const items = requests.map((request) => ({
    label: localize(serviceName(request.service), language),
    description: describe(analysis, request, language),
    request,
  }));
  const title = localize(commandStrings.infrastructureTitle, language);
  const picked = await vscode.window.showQuickPick(items, { title, matchOnDescription: true });
  if (picked !== undefined) await generateForNeed(services, folder, picked.request);
}

/** Opens the code as an untitled document: nothing is written until the user saves it where it belongs. */
export async function generateForNeed(services: Services, folder: FolderAnalysis, request: SnippetRequest): Promise<void> {
  const { analysis } = folder;
  if (analysis === undefined) return;
  const { generateSnippet } = await import('../core/infra');
  const settings = services.settings.for(folder.folder.uri);
  const content = generateSnippet({ analysis, ...request, phase: settings.phase, dialect: 'terraform', region: settings.region, language: services.language() });
  if (content === null) throw new ExpectedFailure(commandStrings.noSnippet, { service: serviceName(request.service) });
  const known = await vscode.languages.getLanguages();
  const language = known.includes('terraform') ? 'terraform' : 'plaintext';
  const document = await vscode.workspace.openTextDocument({ content, language });
  await vscode.window.showTextDocument(document, { preview: false });
}

function describe(analysis: Analysis, request: SnippetRequest, language: 'en' | 'pt-br'): string {
  const need = analysis.needs.find((candidate) => candidate.id === request.need && candidate.application === request.application);
  const parts = [capitalized(localize(needInfo(request.need).title, language))];
  if (need !== undefined) parts.push(localize(technologyName(need.technology), language));
  if (analysis.applications.length > 1) parts.push(request.application);
  return parts.join(' · ');
}

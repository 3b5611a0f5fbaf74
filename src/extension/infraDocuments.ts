import * as vscode from 'vscode';
import type { Analysis } from '../core/analysis';
import { serviceName } from '../core/catalog/names';
import { needInfo } from '../core/catalog/needs';
import { phaseInfo } from '../core/catalog/phases';
import { technologyName } from '../core/catalog/technologies';
import { localize } from '../core/l10n/localized';
import { commandStrings } from './commandStrings';
import { ExpectedFailure } from './failures';
import { phaseOf } from './needCost';
import type { FolderAnalysis, Services } from './services';
import type { SnippetRequest } from './snippetText';
import { snippetText } from './snippetText';
import { capitalized } from './treeModel';

/** Offers what the chosen phase places (for one need, where one is given) and opens the code for it. */
export async function pickAndGenerate(services: Services, folder: FolderAnalysis, need: string | undefined): Promise<void> {
  const { analysis } = folder;
  if (analysis === undefined) return;
  const { snippetServices } = await import('../core/infra');
  const generated = new Set(snippetServices('terraform'));
  const language = services.language();
  const phaseId = services.settings.for(folder.folder.uri).phase;
  const requests = (phaseOf(analysis, phaseId)?.architecture.decisions ?? []).filter(
    (decision) => generated.has(decision.service) && (need === undefined || decision.need === need),
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
  const { phase, region } = services.settings.for(folder.folder.uri);
  const language = services.language();
  const application = analysis.applications.find(({ root }) => root === request.application);
  const need = analysis.needs.find(({ id, application: root }) => id === request.need && root === request.application);
  // A finding can ask for what nothing serves yet (events that are broadcast nowhere): then there is no technology to keep.
  const technology = need?.technology ?? '';
  const snippet =
    application === undefined
      ? null
      : generateSnippet({ dialect: 'terraform', service: request.service, need: request.need, application, technology, region, phase, language });
  if (snippet === null) throw new ExpectedFailure(commandStrings.noSnippet, { service: serviceName(request.service) });
  const known = await vscode.languages.getLanguages();
  const document = await vscode.workspace.openTextDocument({
    content: snippetText(snippet, analysis, request, phase, language),
    language: known.includes('terraform') ? 'terraform' : 'plaintext',
  });
  await vscode.window.showTextDocument(document, { preview: false });
}

function describe(analysis: Analysis, request: SnippetRequest, language: 'en' | 'pt-br'): string {
  const need = analysis.needs.find((candidate) => candidate.id === request.need && candidate.application === request.application);
  const parts = [capitalized(localize(needInfo(request.need).title, language))];
  if (need !== undefined) parts.push(localize(technologyName(need.technology), language));
  if (analysis.applications.length > 1) parts.push(request.application);
  return parts.join(' · ');
}

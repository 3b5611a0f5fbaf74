import * as vscode from 'vscode';
import type { ActualSpend, SpendRequest } from '../../aws/costExplorer';
import type { DayCache } from '../../aws/priceCache';
import { localize } from '../../core/l10n/localized';
import { CancelledError, ExpectedFailure } from '../failures';
import { dollars } from '../../core/l10n/money';
import { phaseOf } from '../needCost';
import type { Services } from '../services';
import { signalOf } from './abort';
import { failureOf } from './awsFailures';
import { awsStrings } from './awsStrings';
import { connectionOf } from './connection';
import { spendText } from './spendText';
import { requireTrust } from './trust';

/** Shows what AWS billed for the last full month beside the estimate, after a word about what the question costs. */
export async function showActualSpend(services: Services, openCache: () => Promise<DayCache>): Promise<void> {
  requireTrust();
  await services.analyses.whenReady();
  const folder = services.analyses.active();
  if (folder?.analysis === undefined || folder.analysis.applications.length === 0) throw new ExpectedFailure(awsStrings.nothingToPrice);
  const settings = services.settings.for(folder.folder.uri);
  const spend = await spendOf(services, { connection: connectionOf(settings), cache: await openCache(), now: new Date() });
  const phase = phaseOf(folder.analysis, settings.phase);
  if (phase === undefined) return;
  const { compareSpend } = await import('../../core/pricing/actualSpend');
  const page = spendText({
    spend,
    rows: compareSpend(phase.estimate.services, spend.services),
    phase: settings.phase,
    estimate: phase.estimate,
    money: { language: services.language(), second: settings.secondCurrency },
  });
  await vscode.commands.executeCommand('markdown.showPreview', services.pages.put('actual-spend', page));
}

async function spendOf(services: Services, request: SpendRequest): Promise<ActualSpend> {
  const language = services.language();
  const [{ fetchActualSpend, keptActualSpend, spendRequestUsd }, { AwsFailure }] = await Promise.all([
    import('../../aws/costExplorer'),
    import('../../aws/failure'),
  ]);
  const kept = await keptActualSpend(request);
  if (kept !== null) return kept;
  const ask = localize(awsStrings.askAnyway, language);
  const warning = localize(awsStrings.spendWarning, language, { amount: dollars(spendRequestUsd, language) });
  const detail = localize(awsStrings.spendWarningDetail, language);
  if ((await vscode.window.showWarningMessage(warning, { modal: true, detail }, ask)) !== ask) throw new CancelledError();
  const options = { location: vscode.ProgressLocation.Notification, title: localize(awsStrings.fetchingSpend, language), cancellable: true };
  return vscode.window.withProgress(options, async (_progress, token) => {
    try {
      return await fetchActualSpend({ ...request, signal: signalOf(token) });
    } catch (error) {
      throw error instanceof AwsFailure ? failureOf(error) : error;
    }
  });
}

import * as vscode from 'vscode';
import type { RefreshedPrices } from '../../aws/prices';
import { localize } from '../../core/l10n/localized';
import type { MeterQuery } from '../../core/pricing/types';
import { ExpectedFailure } from '../failures';
import { formatDay } from '../../core/l10n/money';
import type { Services } from '../services';
import { signalOf } from './abort';
import { failureOf, isAboutCredentials, reasonOf } from './awsFailures';
import { awsStrings } from './awsStrings';
import { connectionOf } from './connection';
import { selectProfile } from './profiles';
import { requireTrust } from './trust';

/** How long a short word about success stays in the status bar. */
const noticeMilliseconds = 8000;

/** Fetches the prices that the open folders need, at the user's request, and prices everything anew. */
export async function refreshPrices(services: Services): Promise<void> {
  requireTrust();
  await services.analyses.whenReady();
  const wanted = await queriesByRegion(services);
  if (wanted.size === 0) throw new ExpectedFailure(awsStrings.nothingToPrice);
  for (const [region, queries] of wanted) {
    const refreshed = await fetchRegion(services, region, queries);
    services.books.use(region, refreshed.book, refreshed.commitments);
    await services.analyses.reprice();
    report(services, region, refreshed);
  }
}

async function queriesByRegion(services: Services): Promise<ReadonlyMap<string, readonly MeterQuery[]>> {
  const { queriesOf } = await import('../../core/pricing');
  const usages = new Map<string, Parameters<typeof queriesOf>[0][number][]>();
  for (const { analysis } of services.analyses.folders) {
    if (analysis === undefined || analysis.applications.length === 0) continue;
    const list = usages.get(analysis.prices.region) ?? [];
    list.push(...analysis.phases.flatMap(({ architecture }) => architecture.usages));
    usages.set(analysis.prices.region, list);
  }
  return new Map([...usages].map(([region, list]) => [region, queriesOf(list, region)]));
}

async function fetchRegion(services: Services, region: string, queries: readonly MeterQuery[]): Promise<RefreshedPrices> {
  const language = services.language();
  const [{ refreshPrices: refresh }, { AwsFailure }, cache, snapshot] = await Promise.all([
    import('../../aws/prices'),
    import('../../aws/failure'),
    services.books.cache(),
    services.books.snapshot(region),
  ]);
  const title = localize(awsStrings.fetchingPrices, language, { region });
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, async (progress, token) => {
    let before = 0;
    try {
      return await refresh({
        region,
        queries,
        connection: connectionOf(services.settings.for(undefined)),
        cache,
        snapshot,
        signal: signalOf(token),
        onProgress: (done, total) => {
          progress.report({ message: localize(awsStrings.progress, language, { done, total }), increment: ((done - before) / total) * 100 });
          before = done;
        },
      });
    } catch (error) {
      throw error instanceof AwsFailure ? failureOf(error) : error;
    }
  });
}

/** Success is worth a word, older prices a sentence: which, of which day, and why. */
function report(services: Services, region: string, { book, failure, older }: RefreshedPrices): void {
  const language = services.language();
  services.log.info(`prices of ${region}: source ${book.source}, as of ${book.asOf}, ${older.length} from older sources, failure ${failure?.kind ?? 'none'}`);
  if (failure === null) {
    vscode.window.setStatusBarMessage(localize(awsStrings.pricesLive, language, { region }), noticeMilliseconds);
    return;
  }
  const text = localize(awsStrings.pricesPartly, language, {
    region,
    reason: reasonOf(failure),
    source: book.source === 'cache' ? awsStrings.fromCache : awsStrings.fromSnapshot,
    day: formatDay(book.asOf, language),
  });
  const choose = localize(awsStrings.chooseProfile, language);
  void vscode.window.showWarningMessage(text, ...(isAboutCredentials(failure) ? [choose] : [])).then((choice) => {
    if (choice === choose) void services.guard.run('choose AWS profile', () => selectProfile(services));
  });
}

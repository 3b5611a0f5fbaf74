import type * as vscode from 'vscode';
import type { Analysis } from '../core/analysis';
import type { Language } from '../core/l10n/localized';
import { AwsCommands } from './aws/awsCommands';
import { PriceBooks } from './aws/priceBooks';
import { CodeActions } from './codeActions';
import { CostLenses } from './codeLens';
import { Commands } from './commands';
import { ContextKeys } from './contextKeys';
import { Diagnostics } from './diagnostics';
import { ExplainDocuments } from './explainDocuments';
import { useGrammars } from './grammars';
import { createGuard } from './guarded';
import { Hovers } from './hovers';
import { createLog } from './log';
import { Pages } from './pages';
import { registerArchitecturePanel } from './panel/architecturePanel';
import type { Services } from './services';
import { Sessions } from './sessions';
import { ConfigurationSettings } from './settings';
import { StatusBar } from './statusBar';
import { Trees } from './trees';

/** What other extensions and the tests in a real VS Code can ask. */
export interface SkyliftApi {
  /** The newest result of a workspace folder (the first one by default); undefined before the first scan ends. */
  analysis(folder?: vscode.Uri): Analysis | undefined;
  /** Resolves when no scan or change is under way. */
  whenReady(): Promise<void>;
  /** How long `activate` took by the clock. */
  readonly activationMilliseconds: number;
  /** Processor time meanwhile, which other programs on the machine do not lengthen. */
  readonly activationProcessorMilliseconds: number;
}

/** Builds, registers and returns. Whatever is heavy (parsers, rules, prices, the AWS SDK) is loaded after that. */
export function activate(context: vscode.ExtensionContext): SkyliftApi {
  const started = performance.now();
  const processorStarted = process.cpuUsage();
  const log = own(context, createLog());
  useGrammars(context.extensionUri);
  const settings = own(context, new ConfigurationSettings());
  const language = (): Language => settings.for(undefined).language;
  const guard = createGuard(log, language);
  const books = new PriceBooks(async () => {
    const { createPriceCache } = await import('../aws/priceCache');
    return createPriceCache(context.globalStorageUri.fsPath, () => new Date());
  });
  const sessions = own(
    context,
    new Sessions({
      guard,
      log,
      settings,
      loadPriceBook: (region) => books.load(region),
    }),
  );
  const services: Services = { context, analyses: sessions, settings, books, pages: own(context, new Pages(language)), guard, log, language };

  own(context, new ContextKeys(services));
  own(context, new Diagnostics(services));
  own(context, new CodeActions(services));
  own(context, new Hovers(services));
  own(context, new CostLenses(services));
  own(context, new StatusBar(services));
  own(context, new Trees(services));
  own(context, new ExplainDocuments());
  own(context, new Commands(services));
  own(context, new AwsCommands(services));
  registerArchitecturePanel(context, services);

  const firstScan = setTimeout(() => sessions.start(), 0);
  own(context, { dispose: () => clearTimeout(firstScan) });
  const activationMilliseconds = performance.now() - started;
  const { user, system } = process.cpuUsage(processorStarted);
  log.info(`activated in ${activationMilliseconds.toFixed(1)} ms`);
  return {
    analysis: (folder) =>
      (folder === undefined ? sessions.folders[0] : sessions.folders.find(({ folder: { uri } }) => uri.toString() === folder.toString()))?.analysis,
    whenReady: () => sessions.whenReady(),
    activationMilliseconds,
    activationProcessorMilliseconds: (user + system) / 1000,
  };
}

function own<T extends { dispose(): unknown }>(context: vscode.ExtensionContext, value: T): T {
  context.subscriptions.push(value);
  return value;
}

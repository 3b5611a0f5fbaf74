import type { Language } from '../l10n/localized';
import { cacheDatabaseDriver } from './cache/databaseDriver';
import { cacheFileDriver } from './cache/fileDriver';
import { cacheNullOrArray } from './cache/nullOrArray';
import { noCdn } from './cdn/noCdn';
import { devServerInProd } from './compute/devServerInProd';
import { giantServer } from './compute/giantServer';
import { debugOn } from './config/debugOn';
import { unusedSuppression } from './config/unusedSuppression';
import { wrongEnvMode } from './config/wrongEnvMode';
import { inMemoryDatabase } from './db/inMemoryDatabase';
import { localhostInProduction } from './db/localhostInProduction';
import { noBackup } from './db/noBackup';
import { publicOrUnencrypted } from './db/publicOrUnencrypted';
import { schemaAutoUpdate } from './db/schemaAutoUpdate';
import { sqliteInProduction } from './db/sqliteInProduction';
import { mailDevCatcher } from './mail/devCatcher';
import { mailLogOrNull } from './mail/logOrNull';
import { actuatorExposed } from './net/actuatorExposed';
import { openDataPorts } from './net/openDataPorts';
import { openSecurityGroup } from './net/openSecurityGroup';
import { fileLogging } from './obs/fileLogging';
import { rulePage } from './page';
import { queueDatabaseDriver } from './queue/databaseDriver';
import { noWorkerProcess } from './queue/noWorkerProcess';
import { queueSyncDriver } from './queue/syncDriver';
import { actioncableAsyncAdapter } from './realtime/actioncableAsyncAdapter';
import { broadcastLogOrNull } from './realtime/broadcastLogOrNull';
import { channelsInmemoryLayer } from './realtime/channelsInmemoryLayer';
import { reverbSingleNode } from './realtime/reverbSingleNode';
import { socketioNoAdapter } from './realtime/socketioNoAdapter';
import type { Rule } from './rule';
import { runAll, type RuleRun, type RuleRunInput } from './run';
import { cronOnEveryInstance } from './sched/cronOnEveryInstance';
import { lockNeedsSharedCache } from './sched/lockNeedsSharedCache';
import { envFileCommitted } from './secrets/envFileCommitted';
import { settingsFileCommitted } from './secrets/settingsFileCommitted';
import { weakAppKey } from './secrets/weakAppKey';
import { sessionFileOrMemory } from './session/fileOrMemory';
import { storageLocalDisk } from './storage/localDisk';
import { publicAcl } from './storage/publicAcl';
import { staticAwsKeys } from './storage/staticAwsKeys';

export { ruleHelpUrl } from './page';
export type { RuleRun, RuleRunInput, RuleScope } from './run';
export { severityAt } from './severity';

/** Every rule, sorted by id. A test compares the list with the folders. */
export const rules: readonly Rule[] = [
  cacheDatabaseDriver,
  cacheFileDriver,
  cacheNullOrArray,
  noCdn,
  devServerInProd,
  giantServer,
  debugOn,
  unusedSuppression,
  wrongEnvMode,
  inMemoryDatabase,
  localhostInProduction,
  noBackup,
  publicOrUnencrypted,
  schemaAutoUpdate,
  sqliteInProduction,
  mailDevCatcher,
  mailLogOrNull,
  actuatorExposed,
  openDataPorts,
  openSecurityGroup,
  fileLogging,
  queueDatabaseDriver,
  noWorkerProcess,
  queueSyncDriver,
  actioncableAsyncAdapter,
  broadcastLogOrNull,
  channelsInmemoryLayer,
  reverbSingleNode,
  socketioNoAdapter,
  cronOnEveryInstance,
  lockNeedsSharedCache,
  envFileCommitted,
  settingsFileCommitted,
  weakAppKey,
  sessionFileOrMemory,
  storageLocalDisk,
  publicAcl,
  staticAwsKeys,
];

export function ruleById(id: string): Rule | undefined {
  return rules.find((rule) => rule.id === id);
}

/** Runs all rules that are not switched off. */
export function runRules(input: RuleRunInput): RuleRun {
  return runAll(rules, input);
}

/** The page of a rule as Markdown, or null for an id that no rule has. */
export function explainRule(id: string, language: Language): string | null {
  const rule = ruleById(id);
  return rule === undefined ? null : rulePage(rule, language);
}

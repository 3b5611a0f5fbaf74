import { isOfFunctions } from '../cloud/functions';
import type { Binding } from '../detector';
import { computeBindings, secretBindings } from '../python/runtime';
import { pythonSettings } from '../python/settings';
import type { ApplicationScope } from '../scope';
import { databaseBindings, documentBindings } from './database';
import { assetBindings, fileBindings, mailBindings, realtimeBindings, searchBindings, textBindings } from './delivery';
import { jobBindings, monitoringBindings, streamingBindings, timetableBindings } from './operations';
import { cacheBindings, sessionBindings } from './state';

const origins: ReadonlySet<string> = new Set(['python-settings']);

/** All needs of one application of Flask, FastAPI or their like. */
export function webBindings(scope: ApplicationScope): readonly Binding[] {
  const settings = pythonSettings(scope, origins);
  return [
    ...databaseBindings(settings),
    ...documentBindings(settings),
    ...cacheBindings(settings),
    ...sessionBindings(settings),
    ...jobBindings(settings),
    ...timetableBindings(settings),
    ...streamingBindings(settings),
    ...realtimeBindings(settings),
    ...fileBindings(settings),
    ...assetBindings(settings),
    ...mailBindings(settings),
    ...textBindings(settings),
    ...searchBindings(settings),
    ...monitoringBindings(settings),
    ...secretBindings(settings),
    // Of functions the tool that declares them says where they run.
    ...(isOfFunctions(scope) ? [] : computeBindings(scope)),
  ];
}

import type { Binding } from '../detector';
import type { ApplicationScope } from '../scope';
import { fileBindings, mailBindings } from '../ruby/delivery';
import { queueBindings, schedulerBindings, streamingBindings } from '../ruby/jobs';
import { assetBindings, computeBindings, monitoringBindings, realtimeBindings, searchBindings, secretBindings, textBindings } from '../ruby/operations';
import { rubySettings } from '../ruby/settings';
import { cacheBindings, databaseBindings, sessionBindings } from './data';

/** All needs of one Rails application, each decided by the setting that holds in production. */
export function railsBindings(scope: ApplicationScope): readonly Binding[] {
  const settings = rubySettings(scope);
  return [
    ...databaseBindings(settings),
    ...cacheBindings(settings),
    ...sessionBindings(settings),
    ...queueBindings(settings),
    ...streamingBindings(settings),
    ...schedulerBindings(settings),
    ...realtimeBindings(settings),
    ...fileBindings(settings),
    ...assetBindings(settings),
    ...mailBindings(settings),
    ...textBindings(settings),
    ...searchBindings(settings),
    ...monitoringBindings(settings),
    ...secretBindings(settings),
    ...computeBindings(scope),
  ];
}

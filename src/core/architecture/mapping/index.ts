import type { NeedId } from '../../model';
import { cache } from './cache';
import { documentDatabase } from './documentDatabase';
import { eventStreaming } from './eventStreaming';
import { fileStorage } from './fileStorage';
import { mail } from './mail';
import type { NeedMapping } from './mapping';
import { monitoring } from './monitoring';
import { queue } from './queue';
import { realtime } from './realtime';
import { relationalDatabase } from './relationalDatabase';
import { scheduler } from './scheduler';
import { search } from './search';
import { secrets } from './secrets';
import { sessions } from './sessions';
import { smsPush } from './smsPush';
import { staticAssets } from './staticAssets';
import { video } from './video';

/** Where each need goes. `compute` is placed by the phases themselves: everything else hangs on it. */
export const mappings: Readonly<Record<Exclude<NeedId, 'compute'>, NeedMapping>> = {
  'relational-database': relationalDatabase,
  'document-database': documentDatabase,
  cache,
  sessions,
  queue,
  'event-streaming': eventStreaming,
  scheduler,
  realtime,
  video,
  'file-storage': fileStorage,
  'static-assets': staticAssets,
  mail,
  'sms-push': smsPush,
  search,
  monitoring,
  secrets,
};

import { needIds, type Need, type NeedId } from '../model';

/**
 * Needs in the order in which they can be drawn: stores before what keeps rows in them, queues before the
 * processes that watch them. Stable, so that the same repository always gives the same picture.
 */
const sequence: readonly NeedId[] = [
  'compute',
  'relational-database',
  'document-database',
  'queue',
  'event-streaming',
  'cache',
  'sessions',
  'scheduler',
  'realtime',
  'video',
  'file-storage',
  'static-assets',
  'mail',
  'sms-push',
  'search',
  'monitoring',
  'secrets',
];

export function needOrder(needs: readonly Need[]): readonly Need[] {
  return [...needs].sort(
    (a, b) => sequence.indexOf(a.id) - sequence.indexOf(b.id) || needIds.indexOf(a.id) - needIds.indexOf(b.id),
  );
}

import { binding, evidenceOf } from '../bindings';
import type { Binding } from '../detector';
import type { ApplicationScope } from '../scope';

/** A timetable that calls the framework's own scheduler is that scheduler's clock. */
const frameworkClock = /schedule:run|\bcelery\b|rqscheduler|runcrons|\bwhenever\b/;
/** Housekeeping of the cluster and of servers. */
const housekeeping = /\b(pg_dump|mysqldump|mongodump|pg_basebackup|velero|restic|backup|kubectl|etcdctl|certbot|aws s3 sync|redis-cli)\b/;

/** What a cluster does for the application beside running it: timetables, and where secrets come from. */
export function kubernetesBindings(scope: ApplicationScope): readonly Binding[] {
  const timetables = scope.find('process', 'scheduler').filter(
    (fact) => fact.detail?.['workload'] === 'CronJob' && !/(^|[-_])backups?([-_]|$)/.test(fact.detail['service'] ?? '') && !(fact.value.kind === 'literal' && (frameworkClock.test(fact.value.text) || housekeeping.test(fact.value.text))),
  );
  const [store] = scope.find('config', 'kubernetes.secrets').filter((fact) => fact.stage === 'production' || fact.stage === 'staging');
  return [
    ...(timetables.length === 0 ? [] : [binding({ need: 'scheduler', technology: 'cron', evidence: timetables.map((fact) => evidenceOf(fact, 'CronJob')), basis: 'code', confidence: 'likely' })]),
    ...(store?.value.kind !== 'literal' ? [] : [binding({ need: 'secrets', technology: store.value.text, evidence: [evidenceOf(store, 'SecretStore')], basis: 'resource' })]),
  ];
}

import type { Fact, NeedId } from '../../model';
import { binding } from '../bindings';
import type { Binding } from '../detector';
import { proof, type DotnetSettings } from './settings';

interface AbpModule {
  readonly module: string;
  readonly need: NeedId;
  readonly technology: string;
  /** Names of which the application's own code uses one; templates depend on more modules than applications need. */
  readonly uses?: readonly string[];
}

const jobs = ['IBackgroundJobManager', 'AsyncBackgroundJob'];
const blobs = ['IBlobContainer'];

/** Modules of the ABP framework, in the order in which the stronger comes first. */
const modules: readonly AbpModule[] = [
  { module: 'AbpEventBusRabbitMqModule', need: 'queue', technology: 'rabbitmq' },
  { module: 'AbpEventBusAzureModule', need: 'queue', technology: 'azure-service-bus' },
  { module: 'AbpBackgroundJobsRabbitMqModule', need: 'queue', technology: 'rabbitmq', uses: jobs },
  { module: 'AbpBackgroundJobsEntityFrameworkCoreModule', need: 'queue', technology: 'database', uses: jobs },
  { module: 'AbpBackgroundJobsMongoDbModule', need: 'queue', technology: 'mongodb', uses: jobs },
  { module: 'AbpEventBusKafkaModule', need: 'event-streaming', technology: 'kafka' },
  { module: 'AbpBackgroundWorkersHangfireModule', need: 'scheduler', technology: 'hangfire' },
  { module: 'AbpBackgroundWorkersQuartzModule', need: 'scheduler', technology: 'quartz' },
  { module: 'AbpBackgroundWorkersModule', need: 'scheduler', technology: 'custom', uses: ['AsyncPeriodicBackgroundWorkerBase', 'PeriodicBackgroundWorkerBase'] },
  { module: 'AbpBlobStoringAwsModule', need: 'file-storage', technology: 's3', uses: blobs },
  { module: 'AbpBlobStoringMinioModule', need: 'file-storage', technology: 'minio', uses: blobs },
  { module: 'AbpBlobStoringAzureModule', need: 'file-storage', technology: 'azure', uses: blobs },
  { module: 'AbpBlobStoringGoogleModule', need: 'file-storage', technology: 'gcs', uses: blobs },
  { module: 'AbpBlobStoringFileSystemModule', need: 'file-storage', technology: 'local', uses: blobs },
  { module: 'BlobStoringDatabaseEntityFrameworkCoreModule', need: 'file-storage', technology: 'database', uses: blobs },
  { module: 'BlobStoringDatabaseDomainModule', need: 'file-storage', technology: 'database', uses: blobs },
  { module: 'AbpMailKitModule', need: 'mail', technology: 'smtp' },
  { module: 'AbpEmailingModule', need: 'mail', technology: 'smtp', uses: ['IEmailSender'] },
  { module: 'AbpAspNetCoreSignalRModule', need: 'realtime', technology: 'signalr', uses: ['AbpHub'] },
];

/** What modules of the ABP framework serve: an application depends on them by type (`[DependsOn(typeof(AbpMailKitModule))]`). */
export function abpBindings(settings: DotnetSettings): readonly Binding[] {
  if (settings.packageLike(/^volo\.abp\./) === undefined) return [];
  const found = new Map<NeedId, Binding>();
  for (const { module, need, technology, uses } of modules) {
    const depended = settings.use(module);
    const used: Fact | undefined = uses === undefined ? undefined : settings.use(...uses);
    if (depended === undefined || found.has(need) || (uses !== undefined && used === undefined)) continue;
    found.set(need, binding({ need, technology, library: 'abp', evidence: proof(depended, used), basis: 'driver', confidence: 'likely' }));
  }
  return [...found.values()];
}

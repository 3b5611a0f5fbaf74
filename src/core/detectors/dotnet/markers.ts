import type { Extraction, Fact, SourceDocument } from '../../model';
import { maskSource } from '../maskedSource';
import { choicesOf } from './choices';
import { hostFacts } from './hosted';
import { callFacts, extensionMethods, methodAt } from './methods';
import { withoutDevelopment } from './development';

/**
 * Names of methods and types of the framework and its common libraries that show a use. Each becomes a fact
 * `dotnet.<name>`; what they mean is the bindings' matter.
 */
const names = new Set(`
UseNpgsql AddNpgsqlDbContext AddNpgsqlDataSource AddAzureNpgsqlDbContext AddAzureNpgsqlDataSource NpgsqlConnection NpgsqlDataSourceBuilder UsePostgreSQL UsePostgreSql AddMarten AddPooledDbContextFactory
UseSqlServer AddSqlServerDbContext AddSqlServerClient SqlConnection UseAzureSql MsSqlConfiguration MsSql2012
UseMySql UseMySQL AddMySqlDbContext AddMySqlDataSource MySqlConnection UseSqlite UseSQLite SqliteConnection SQLiteConnection SQLiteFactory SqliteFactory AddSqliteConnection UseOracle OracleConnection LiteDatabase UseInMemoryDatabase
MongoClient IMongoClient IMongoDatabase AddMongoDBClient UseMongoDB CosmosClient UseCosmos AddAzureCosmosClient DocumentStore IDocumentStore AddRavenDbDocStore IAmazonDynamoDB AmazonDynamoDBClient IDynamoDBContext DynamoDBContext FirestoreDb
AddStackExchangeRedisCache AddRedisDistributedCache AddRedisOutputCache AddRedisClient AddKeyedRedisClient ConnectionMultiplexer IConnectionMultiplexer AddStackExchangeRedisOutputCache AddStackExchangeRedisExtensions UseRedis UseCSRedis RedisCacheOptions
AddDistributedMemoryCache AddDistributedSqlServerCache AddDistributedPostgresCache AddEnyimMemcached AddMemoryCache AddHybridCache AddFusionCache AddEasyCaching AddLazyCache IMemoryCache IDistributedCache HybridCache IFusionCache IEasyCachingProvider IEasyCachingProviderFactory IAppCache UseInMemory MemoryCache
AddSession UseSession AddCookie AddIdentityCookies AddIdentity AddDefaultIdentity AddIdentityApiEndpoints ConfigureApplicationCookie AddMicrosoftIdentityWebApp AddOpenIdConnect AddJwtBearer ITicketStore AddIdentityServer UseCookieAuthentication AddMicrosoftIdentityWebAppAuthentication
AddHangfire AddHangfireServer UseHangfireServer UsePostgreSqlStorage UseSqlServerStorage UseMySqlStorage UseSQLiteStorage UseRedisStorage UseMongoStorage UseMemoryStorage UseInMemoryStorage PostgreSqlStorage SqlServerStorage MySqlStorage SQLiteStorage RedisStorage MongoStorage MemoryStorage InMemoryStorage RecurringJob IRecurringJobManager BackgroundJob IBackgroundJobClient
AddMassTransit UsingRabbitMq UsingAzureServiceBus UsingAmazonSqs UsingInMemory UsingKafka UsingActiveMq UsingPostgres UsingSqlServer UsingEventHub UsingGrpc
UseNServiceBus RabbitMQTransport SqsTransport AzureServiceBusTransport SqlServerTransport LearningTransport MsmqTransport PostgreSqlTransport
AddRebus UseRabbitMq UseAzureServiceBus UseAmazonSQS UseAmazonSqs UseInMemoryTransport UseWolverine UseAmazonSqsTransport UseKafka AddCap UseRabbitMQ UseInMemoryMessageQueue UseAzureServiceBusTopology PersistMessagesWithPostgresql
ConnectionFactory IConnectionFactory AddRabbitMQClient RabbitHutch AddEasyNetQ RegisterEasyNetQ AmazonSQSClient IAmazonSQS ServiceBusClient AddAzureServiceBusClient QueueClient QueueServiceClient AddAzureQueueClient AddAzureQueueServiceClient ProducerBuilder ConsumerBuilder AddKafkaProducer AddKafkaConsumer AddNatsClient NatsConnection EventHubProducerClient AddSilverback AddDaprClient AddQueue
ListLeftPop ListLeftPopAsync ListRightPop ListRightPopAsync ListRightPopLeftPush ListRightPopLeftPushAsync
AddQuartz AddQuartzHostedService AddQuartzServer StdSchedulerFactory SchedulerBuilder AddScheduler UseScheduler AddTickerQ CronExpression CrontabSchedule TimerTrigger AddNCronJob FluentScheduler JobManager
AddSignalR MapHub AddAzureSignalR MapBlazorHub AddInteractiveServerComponents AddInteractiveServerRenderMode AddServerSideBlazor AcceptWebSocketAsync ServerSentEvents PusherServer
IAmazonS3 AmazonS3Client TransferUtility BlobServiceClient BlobContainerClient AddAzureBlobClient AddAzureBlobServiceClient AddBlobServiceClient StorageClient MinioClient IMinioClient AddMinio Cloudinary ICloudinary
IFormFile IFormFileCollection IBrowserFile FileStream CopyToAsync OpenReadStream WriteAllBytesAsync WriteAllBytes WebRootPath SaveAs
UseStaticFiles MapStaticAssets UseFileServer UseBlazorFrameworkFiles MapFallbackToFile UseSpa AddSpaStaticFiles UseSpaStaticFiles AddControllersWithViews AddRazorPages AddRazorComponents AddMvc AddUmbraco CreateUmbracoBuilder AddOrchardCms
SmtpClient AddSmtpSender AddMailKitSender AddSendGridSender AddMailGunSender AddFluentEmail SendGridClient ISendGridClient AddSendGrid IAmazonSimpleEmailService IAmazonSimpleEmailServiceV2 AmazonSimpleEmailServiceClient AmazonSimpleEmailServiceV2Client PostmarkClient IResend AddResend EmailClient AddMailKit MailgunClient MailjetClient
ElasticClient IElasticClient ElasticsearchClient AddElasticsearchClient OpenSearchClient IOpenSearchClient MeilisearchClient AddMeilisearchClient SearchClient SearchIndexClient AddAzureSearchClient ISearchClient IndexWriter AddTypesenseClient ITypesenseClient AddTypesense
AddOpenTelemetry AddApplicationInsightsTelemetry AddApplicationInsightsTelemetryWorkerService UseAzureMonitor UseSentry AddSentry MapMetrics UseHttpMetrics UseMetricServer AddPrometheusExporter MapPrometheusScrapingEndpoint UseMetricsEndpoints UseAllElasticApm AddAllElasticApm AddElasticApm AddXRayTraceId UseXRay UseRollbar AddRollbar AddRaygun AddBugsnag UseSerilogRequestLogging AddLog4Net UseNLog AddElmah AddSkyApmExtensions UseDatadog
AddAzureKeyVault AddSecretsManager AddSystemsManager IAmazonSecretsManager AmazonSecretsManagerClient VaultClient IVaultClient AddVault
AddFile RedisQueue AzureStorageQueue AzureServiceBusQueue SQSQueue InMemoryQueue FolderFileStorage LocalStorageProvider DirectoryFiles S3FileStorage AzureFileStorage ElasticConfiguration AddCronJob
AbpEventBusRabbitMqModule AbpEventBusKafkaModule AbpEventBusAzureModule AbpEventBusRebusModule AbpBackgroundJobsHangfireModule AbpBackgroundJobsQuartzModule AbpBackgroundJobsRabbitMqModule AbpBackgroundJobsEntityFrameworkCoreModule AbpBackgroundJobsMongoDbModule AbpBackgroundWorkersHangfireModule AbpBackgroundWorkersQuartzModule AbpCachingStackExchangeRedisModule AbpMailKitModule AbpEmailingModule IEmailSender IBackgroundJobManager AsyncBackgroundJob AbpBlobStoringFileSystemModule AbpBlobStoringMinioModule AbpBlobStoringAwsModule AbpBlobStoringAzureModule AbpBlobStoringAliyunModule AbpBlobStoringGoogleModule BlobStoringDatabaseEntityFrameworkCoreModule BlobStoringDatabaseDomainModule IBlobContainer AsyncPeriodicBackgroundWorkerBase PeriodicBackgroundWorkerBase AbpBackgroundWorkersModule AbpAspNetCoreSignalRModule AbpHub AbpAccountWebModule AbpAccountWebOpenIddictModule AbpAccountWebIdentityServerModule MapAbpStaticAssets
NotificationClient IAsyncNotificationClient TwilioClient FirebaseMessaging AddWebPush PushServiceClient IAmazonSimpleNotificationService
`.trim().split(/\s+/));

const identifiers = new RegExp(String.raw`\b(?:${[...names].sort().reverse().join('|')})\b`, 'g');
const anyName = new RegExp(identifiers.source);
/** Where services are registered: such a file is part of the way to what is in use. */
const registers = /\b(?:IServiceCollection|IHostApplicationBuilder|HostApplicationBuilder|WebApplication|WebApplicationBuilder|IApplicationBuilder|IHostBuilder|IEndpointRouteBuilder|WriteTo|CreateDefaultBuilder)\b|\b(?:services|Services)\s*\.|text\/event-stream|\b(?:IHostedService|BackgroundService)\b/;
const sinks = /\bWriteTo\s*\.\s*(\w+)\s*\(|\.\s*(File|Seq|Elasticsearch|Sentry|ApplicationInsights|DatadogLogs|GrafanaLoki|AmazonCloudWatch|AwsCloudWatch|NewRelicLogs|OpenTelemetry|Graylog|MSSqlServer|RollingFile|BetterStack)\s*\(/g;

const fileCreated = /\bFile\s*\.\s*(?:Create|OpenWrite)\s*\(/;

/** `class FileLogger : ILogger` whose entries go to a file: .NET brings no such provider along, so that many write one. */
const ownLogger = /[\w)>]\s{0,20}:\s{0,20}(?:\w{1,60},\s{0,9}){0,4}ILogger(?:Provider)?\s{0,20}[,{]/;
const fileAppended = /\bnew\s{1,9}StreamWriter\s*\(|\bFile\s*\.\s*Append(?:All)?(?:Text|Lines)(?:Async)?\s*\(/;

/** `DEFAULT_DATABASE_PROVIDER = "sqlite"`, `configuration["Provider"] ?? "Npgsql"`; a comparison names what could be. */
const defaultEngine = /\b\w*provider\w*\b(?:[^\n;=!]{0,60}(?:\?\?|(?<![=!<>])=(?![=>]))\s*)"(sqlite|sqlserver|mssql|npgsql|postgres(?:ql)?|mysql)"/gi;

/** `var provider = DatabaseProviders.SqlServer;`, `public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;`: what holds where nobody chooses. */
const initialEngine = /\b(?:var|[A-Z]\w{0,60})\s{1,9}\w{0,60}[Pp]rovider\s{0,9}(?:\{[^{}]{0,60}\}\s{0,9})?=\s{0,9}[A-Z]\w{0,60}\.(Sqlite|SQLite|SqlServer|MsSql|MSSQL|Npgsql|Postgres|Postgresql|PostgreSql|PostgreSQL|MySql|MySQL)\s{0,9};/g;

/** `Environment.GetEnvironmentVariable("JWT_SECRET")`, `configuration["Jwt:SecretKey"]`: a credential that the deployment hands over. */
const secretLookup = /\b(?:GetEnvironmentVariable\s*\(\s*|[Cc]onfig(?:uration)?\s*\[\s*)"([A-Za-z0-9_:]{0,60}(?:_CONN_STR|CONNECTION_?STRING|DATABASE_URL|SECRET(?:_?KEY)?|PASSWORD|API_?KEY|SIGNING_?KEY|PRIVATE_?KEY|ACCESS_?TOKEN|AUTH_?TOKEN|JWT_?KEY|JWT:KEY))"/gi;

/** What a file of C# calls and names: one fact for each known name, where it stands first. */
export function extractCSharp(document: SourceDocument): Extraction {
  const { path, text } = document;
  // A factory for the tools of migrations never runs in production.
  if (text.includes('IDesignTimeDbContextFactory') || text.includes('<auto-generated')) return { facts: [], problems: [] };
  if (!registers.test(text) && !anyName.test(text) && !text.includes('GetEnvironmentVariable') && !text.includes('ILogger')) return { facts: [], problems: [] };
  const code = withoutDevelopment(maskSource(text, 'csharp'));
  const methods = extensionMethods(code, path);
  const choices = choicesOf(code, text);
  const found = new Map<string, Fact>();
  const add = (name: string, start: number, value = ''): void => {
    const method = methodAt(methods, start);
    const choice = choices.find((branch) => start >= branch.start && start < branch.end);
    const detail = { ...(method === '' ? {} : { method }), ...(choice === undefined ? {} : { choice: choice.word, among: choice.among.join(' ') }) };
    const key = `${name} ${method} ${choice?.word ?? ''}`;
    if (!found.has(key)) found.set(key, { kind: 'code', name, value: { kind: 'literal', text: value }, at: { path, range: { start, end: start + (value === '' ? name.length - 'dotnet.'.length : value.length) } }, stage: 'default', origin: 'csharp', ...(Object.keys(detail).length === 0 ? {} : { detail }) });
  };
  for (const match of code.matchAll(identifiers)) {
    const [name] = match;
    if (!isDefinition(code, match.index, name) && !isNamespace(code, match.index)) add(`dotnet.${name}`, match.index);
  }
  // `System.IO.File.Create(path)` beside `CopyToAsync`, as the documentation of ASP.NET stores what a form sends.
  const kept = code.includes('CopyTo') ? fileCreated.exec(code) : null;
  if (kept !== null) add('dotnet.FileCreate', kept.index, kept[0].slice(0, -1).trimEnd());
  const appended = ownLogger.test(code) ? fileAppended.exec(code) : null;
  if (appended !== null) add('dotnet.FileLogger', appended.index, appended[0].slice(0, -1).trimEnd());
  for (const match of code.matchAll(sinks)) {
    const name = match[1] ?? match[2] ?? '';
    if (match[1] !== undefined || code.includes('WriteTo')) add(`dotnet.sink.${name}`, match.index + match[0].lastIndexOf(name), name);
  }
  for (const match of text.matchAll(defaultEngine)) {
    const end = match.index + match[0].length - 1;
    if (code[end] === '"') add('dotnet.default-engine', end - (match[1] ?? '').length, match[1] ?? '');
  }
  for (const match of code.matchAll(initialEngine)) {
    const engine = match[1] ?? '';
    add('dotnet.default-engine', match.index + match[0].lastIndexOf(engine), engine);
  }
  for (const match of text.matchAll(secretLookup)) {
    const start = match.index + match[0].length - 1 - (match[1] ?? '').length;
    // Masked code keeps quotes and blanks what stands between them; a comment keeps neither.
    if (code[start - 1] === '"') add('dotnet.secret', start, match[1] ?? '');
  }
  const stream = text.indexOf('text/event-stream');
  if (stream >= 0 && code[stream] === ' ' && /\bFlushAsync\b|ContentType/.test(code)) add('dotnet.event-stream', stream, 'text/event-stream');
  return { facts: [...found.values(), ...callFacts(path, code, methods), ...hostFacts(path, code, methods)], problems: [] };
}

/** `using Shop.Mail.SmtpClient;`, `namespace Shop.Mail.SmtpClient;`: a folder that is called like what others use. */
function isNamespace(code: string, index: number): boolean {
  if (code[index - 1] !== '.') return false;
  const before = code.slice(Math.max(0, index - 200), index);
  return /^\W{0,40}(?:(?:global[ \t]{1,9})?using[ \t]{1,9}(?:static[ \t]{1,9}|\w{1,60}[ \t]{0,9}=[ \t]{0,9})?|namespace[ \t]{1,9})[\w.]{1,200}$/.test(before.slice(before.lastIndexOf('\n') + 1));
}

/** `public static IServiceCollection AddSession(this …`, `class SmtpClient`, `track.AddSession(speaker)`: one's own. */
function isDefinition(code: string, index: number, name: string): boolean {
  if (/\b(?:class|interface|record|struct|enum|namespace)\s+$/.test(code.slice(Math.max(0, index - 12), index))) return true;
  const rest = code.slice(index + name.length, index + name.length + 80);
  // A conference has sessions, too: the framework's method takes nothing or a function.
  if (name === 'AddSession') return !/^\s*\(\s*(?:\)|\w+\s*=>|\(|\w*[oO]ptions\b)/.test(rest);
  return /^\s*(?:<[^>]*>\s*)?\(\s*this\b/.test(rest);
}

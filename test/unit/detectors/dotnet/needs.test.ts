import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { extractAspire } from '../../../../src/core/detectors/dotnet/aspire';
import { connectionEngine } from '../../../../src/core/detectors/dotnet/configuration';
import { extractCSharp } from '../../../../src/core/detectors/dotnet/markers';
import type { NeedId } from '../../../../src/core/model';
import { readWorkspace, type Files } from '../../support/workspace';
import { machineFactor, processorMilliseconds } from '../../support/machine';

function application(packages: readonly string[], program: string, files: Files = {}): Files {
  const references = packages.map((name) => `<PackageReference Include="${name}" Version="1.0.0" />`).join('');
  return { 'Web/Web.csproj': `<Project Sdk="Microsoft.NET.Sdk.Web"><ItemGroup>${references}</ItemGroup></Project>`, 'Web/Program.cs': `var builder = WebApplication.CreateBuilder(args);\n${program}\n`, ...files };
}

const settings = (value: object): string => JSON.stringify(value, null, 2);

async function technologies(files: Files, id: NeedId): Promise<readonly string[]> {
  const { needs } = await readWorkspace(files);
  return needs.filter((need) => need.id === id && need.application === 'Web').map(({ technology, library, supported }) => [technology, library ?? '', supported.join('|')].join(' ').trim());
}

const npgsql = 'Npgsql.EntityFrameworkCore.PostgreSQL';
const sqlserver = 'Microsoft.EntityFrameworkCore.SqlServer';
const redisCache = 'Microsoft.Extensions.Caching.StackExchangeRedis';
const both = 'if (provider == "Npgsql") o.UseNpgsql(c); else o.UseSqlServer(c);';

const cases: readonly (readonly [string, NeedId, Files, readonly string[]])[] = [
  ['the provider in use', 'relational-database', application([npgsql], 'o.UseNpgsql(c);'), ['postgresql']],
  ['a setting of several providers', 'relational-database', application([npgsql, sqlserver], both, { 'Web/appsettings.json': settings({ DatabaseOptions: { Provider: 'Npgsql' } }) }), ['postgresql  sqlserver']],
  ['production before the general file', 'relational-database', application([npgsql, sqlserver], both, { 'Web/appsettings.json': settings({ Database: { Provider: 'Npgsql' } }), 'Web/appsettings.Production.json': settings({ Database: { Provider: 'SqlServer' } }) }), ['sqlserver  postgresql']],
  ['no word of development', 'relational-database', application([npgsql, sqlserver], both, { 'Web/appsettings.json': settings({ Database: { Provider: 'Npgsql' } }), 'Web/appsettings.Development.json': settings({ Database: { Provider: 'SqlServer' } }) }), ['postgresql  sqlserver']],
  ['a variable before the files', 'relational-database', application([npgsql, sqlserver], both, { 'Web/appsettings.json': settings({ Database: { Provider: 'Npgsql' } }), 'Web/Dockerfile': 'FROM mcr.microsoft.com/dotnet/aspnet:8.0\nENV Database__Provider=SqlServer\n' }), ['sqlserver  postgresql']],
  ['a connection string of several providers', 'relational-database', application([npgsql, sqlserver], both, { 'Web/appsettings.json': settings({ ConnectionStrings: { Default: 'Host=db;Database=x;Username=u;Password=p' } }) }), ['postgresql  sqlserver']],
  ['nothing of a developer’s branch', 'relational-database', application([npgsql, 'Microsoft.EntityFrameworkCore.Sqlite'], 'if (builder.Environment.IsDevelopment()) { o.UseSqlite(c); } else { o.UseNpgsql(c); }'), ['postgresql']],
  ['the provider that the code falls back to', 'relational-database', application([npgsql, sqlserver], `var provider = config["Provider"] ?? "Npgsql"; ${both}`), ['postgresql  sqlserver']],
  ['nothing of a comment', 'relational-database', application([], '// o.UseSqlServer(c);'), []],
  ['no database in memory', 'relational-database', application(['Microsoft.EntityFrameworkCore.InMemory'], 'o.UseInMemoryDatabase("x");'), []],
  ['no tables where the store is chosen to be documents', 'relational-database', application([npgsql, sqlserver, 'MongoDB.Driver'], `${both} services.AddSingleton(new MongoClient(x));`, { 'Web/appsettings.json': settings({ Store: { Type: 'MongoDb', MongoDb: { Configuration: 'mongodb://db' }, Sql: { Provider: 'Postgres' } } }) }), []],
  ['tables of the section that is chosen', 'relational-database', application([npgsql, sqlserver], both, { 'Web/appsettings.json': settings({ Store: { Type: 'Sql', MongoDb: { Provider: 'SqlServer' }, Sql: { Provider: 'Postgres' } } }) }), ['postgresql  sqlserver']],
  ['the folder that is chosen beside a bucket', 'file-storage', application(['AWSSDK.S3'], 'services.AddAWSService<IAmazonS3>();', { 'Web/appsettings.json': settings({ AssetStore: { Type: 'Folder', Folder: { Path: 'Assets' }, AmazonS3: { Bucket: 'files' } } }) }), ['local  s3']],
  ['messages of a library that a setting leads to a store', 'queue', application(['Shop.Messaging.All'], '', { 'Web/appsettings.json': settings({ Messaging: { Type: 'MongoDb' } }) }), ['mongodb']],
  ['queues of Foundatio in the Redis of the host', 'queue', application(['Foundatio.Redis', 'Foundatio.AWS'], 'new RedisQueue<Mail>(o); new SQSQueue<Mail>(o); new InMemoryQueue<Mail>(o);', { 'AppHost/Program.cs': 'var builder = DistributedApplication.CreateBuilder(args);\nvar redis = builder.AddRedis("Redis");\nbuilder.AddProject<Projects.Web>("web").WithReference(redis);\n' }), ['redis foundatio sqs|memory']],
  ['an engine behind repositories of Foundatio', 'search', application(['Foundatio.Repositories.Elasticsearch'], 'sealed class Shop : ElasticConfiguration {}'), ['elasticsearch']],
  ['no traces where the exporter is switched off', 'monitoring', application(['OpenTelemetry.Extensions.Hosting'], 'services.AddOpenTelemetry();', { 'Web/appsettings.json': settings({ Logging: { Otlp: { Enabled: false } } }) }), []],
  ['documents', 'document-database', application(['MongoDB.Driver'], 'services.AddSingleton(new MongoClient(x));', { 'Web/appsettings.json': settings({ Mongo: { ConnectionString: 'mongodb://db' } }) }), ['mongodb']],
  ['no documents without an address', 'document-database', application(['MongoDB.Driver'], 'services.AddSingleton(new MongoClient(x));', { 'Web/appsettings.json': settings({ Mongo: { ConnectionString: '' } }) }), []],
  ['a cache in Redis', 'cache', application([redisCache], 'services.AddStackExchangeRedisCache(o => {});', { 'Web/appsettings.json': settings({ ConnectionStrings: { Redis: 'redis:6379' } }) }), ['redis']],
  ['a cache in memory where Redis has no address', 'cache', application([redisCache], 'if (x) services.AddStackExchangeRedisCache(o => {}); else services.AddDistributedMemoryCache(); class A(IDistributedCache cache) {}', { 'Web/appsettings.json': settings({ Caching: { Redis: '' } }) }), ['memory  redis']],
  ['no cache of a Redis that is switched off', 'cache', application([redisCache], 'services.AddStackExchangeRedisCache(o => {});', { 'Web/appsettings.json': settings({ Redis: { Enabled: false, Configuration: 'redis:6379' } }) }), []],
  ['no cache that nobody asks', 'cache', application([], 'services.AddMemoryCache();'), []],
  ['sessions in the cache', 'sessions', application([redisCache], 'services.AddSession(); services.AddStackExchangeRedisCache(o => {});', { 'Web/appsettings.json': settings({ Redis: { Host: 'redis' } }) }), ['redis']],
  ['the cache that pages bring along', 'cache', application([], 'services.AddControllersWithViews();', { 'Web/Services/PriceService.cs': 'class PriceService(IMemoryCache cache) {}' }), ['memory']],
  ['no cache of an API without pages', 'cache', application([], 'services.AddControllers();', { 'Web/Services/PriceService.cs': 'class PriceService(IMemoryCache cache) {}' }), []],
  ['the engine that needs no address where none is set', 'relational-database', application(['FluentMigrator.Runner.SQLite'], '', { 'Web/Data/DbFactory.cs': 'class DbFactory { DbConnection Open() => isPostgres ? new NpgsqlConnection(c) : SQLiteFactory.Instance.CreateConnection(); }' }), ['sqlite  postgresql']],
  ['sessions in memory', 'sessions', application([], 'services.AddDistributedMemoryCache(); services.AddSession();'), ['memory']],
  ['a cookie of authentication', 'sessions', application([], 'services.AddAuthentication().AddCookie();'), ['cookie']],
  ['no session of tokens', 'sessions', application([], 'services.AddIdentity<User, Role>(); services.AddAuthentication().AddJwtBearer();'), []],
  ['jobs of Hangfire', 'queue', application(['Hangfire', 'Hangfire.PostgreSql'], 'services.AddHangfire(c => c.UsePostgreSqlStorage(s));'), ['database hangfire']],
  ['a list of Redis that the program empties', 'queue', application(['StackExchange.Redis'], 'var next = redis.ListLeftPopAsync("votes").Result;'), ['redis']],
  ['no queue in a list that is only read', 'queue', application(['StackExchange.Redis'], 'var last = redis.ListRange("votes");'), []],
  ['jobs of Hangfire in Redis', 'queue', application(['Hangfire'], 'services.AddHangfire(c => c.UseRedisStorage(s));'), ['redis hangfire']],
  ['a bus', 'queue', application(['MassTransit.RabbitMQ'], 'services.AddMassTransit(x => x.UsingRabbitMq());'), ['rabbitmq masstransit']],
  ['the transport that a setting names', 'queue', application(['MassTransit'], 'services.AddMassTransit(x => { x.UsingRabbitMq(); x.UsingAmazonSqs(); });', { 'Web/appsettings.json': settings({ MessageBroker: { Transport: 'AmazonSqs' } }) }), ['sqs masstransit rabbitmq']],
  ['a client with an address', 'queue', application(['RabbitMQ.Client'], 'new ConnectionFactory();', { 'Web/appsettings.json': settings({ RabbitMQ: { Host: 'mq' } }) }), ['rabbitmq']],
  ['no client without an address', 'queue', application(['RabbitMQ.Client'], 'new ConnectionFactory();'), []],
  ['a timetable of Quartz', 'scheduler', application(['Quartz.Extensions.Hosting'], 'services.AddQuartz();'), ['quartz']],
  ['a timetable of Hangfire', 'scheduler', application(['Hangfire'], 'RecurringJob.AddOrUpdate("a", () => x(), Cron.Daily);'), ['hangfire']],
  ['a hub', 'realtime', application([], 'services.AddSignalR(); app.MapHub<ChatHub>("/chat");'), ['signalr signalr']],
  ['sockets', 'realtime', application([], 'var socket = await context.WebSockets.AcceptWebSocketAsync();'), ['ws']],
  ['a bucket', 'file-storage', application(['AWSSDK.S3'], 'services.AddAWSService<IAmazonS3>();', { 'Web/appsettings.json': settings({ AWS: { BucketName: 'files' } }) }), ['s3']],
  ['a store that is chosen', 'file-storage', application(['AWSSDK.S3'], 'services.AddAWSService<IAmazonS3>();', { 'Web/appsettings.json': settings({ Storage: { Provider: 'local', S3: { Bucket: 'files' } } }) }), ['local  s3']],
  ['a MinIO behind the interface of S3', 'file-storage', application(['AWSSDK.S3'], 'services.AddAWSService<IAmazonS3>();', { 'Web/appsettings.json': settings({ Storage: { Provider: 's3', S3: { ServiceUrl: 'http://minio:9000' } } }) }), ['minio  local']],
  ['uploads on the disk', 'file-storage', application([], 'app.MapPost("/f", async (IFormFile file) => { using var s = new FileStream(p, FileMode.Create); await file.CopyToAsync(s); });'), ['local']],
  ['files of wwwroot', 'static-assets', application([], 'app.UseStaticFiles();', { 'Web/wwwroot/css/site.css': '' }), ['bundled']],
  ['no files of an interface alone', 'static-assets', application([], 'app.UseStaticFiles();'), []],
  ['SMTP where the service has no key', 'mail', application(['MailKit', 'SendGrid'], 'new SmtpClient(); new SendGridClient(k);', { 'Web/appsettings.json': settings({ Mail: { Smtp: { Host: 'mail' }, SendGrid: { ApiKey: '' } } }) }), ['smtp  sendgrid']],
  ['the service that has a key', 'mail', application(['MailKit', 'SendGrid'], 'new SmtpClient(); new SendGridClient(k);', { 'Web/appsettings.json': settings({ SendGrid: { ApiKey: 'x' } }) }), ['sendgrid  smtp']],
  ['search', 'search', application(['Elastic.Clients.Elasticsearch'], 'new ElasticsearchClient(s);', { 'Web/appsettings.json': settings({ Elasticsearch: { Url: 'http://es:9200' } }) }), ['elasticsearch']],
  ['traces and a log file', 'monitoring', application(['OpenTelemetry.Extensions.Hosting', 'Serilog.Sinks.File'], 'services.AddOpenTelemetry();', { 'Web/appsettings.json': settings({ Serilog: { WriteTo: [{ Name: 'Console' }, { Name: 'File', Args: { path: 'logs/x' } }] } }) }), ['opentelemetry', 'log-file serilog']],
  ['no log file of production’s own list', 'monitoring', application(['Serilog.Sinks.File'], '', { 'Web/appsettings.json': settings({ Serilog: { WriteTo: [{ Name: 'File' }] } }), 'Web/appsettings.Production.json': settings({ Serilog: { WriteTo: [{ Name: 'Console' }] } }) }), []],
  ['a sink in code', 'monitoring', application(['Serilog.Sinks.Seq'], 'Log.Logger = new LoggerConfiguration().WriteTo.Seq("http://seq").CreateLogger();'), ['seq serilog']],
  ['a vault', 'secrets', application(['Azure.Extensions.AspNetCore.Configuration.Secrets'], 'builder.Configuration.AddAzureKeyVault(u, c);'), ['keyvault  env']],
  ['a Vault that is switched on', 'secrets', application(['VaultSharp'], 'new VaultClient(s);', { 'Web/appsettings.json': settings({ HashiCorpVault: { IsEnabled: true, Address: 'http://vault' } }) }), ['vault  env']],
  ['no Vault that is switched off', 'secrets', application(['VaultSharp'], 'new VaultClient(s);', { 'Web/appsettings.json': settings({ HashiCorpVault: { IsEnabled: false, Address: 'http://vault' } }) }), []],
  ['a key of the settings', 'secrets', application([], '', { 'Web/appsettings.json': settings({ Jwt: { SigningKey: '' } }) }), ['env']],
  ['no key in a rule for passwords', 'secrets', application([], '', { 'Web/appsettings.json': settings({ PasswordPolicy: { HistoryCount: 5 } }) }), []],
  ['an image', 'compute', application([], '', { 'Web/Dockerfile': 'FROM mcr.microsoft.com/dotnet/sdk:8.0 AS b\nFROM mcr.microsoft.com/dotnet/aspnet:8.0\n' }), ['container  dotnet']],
  ['a server', 'compute', application([], ''), ['dotnet']],
  ['what an extension registers', 'relational-database', application([npgsql], 'builder.Services.AddData();', { 'Web/DataExtensions.cs': 'static class X { public static void AddData(this IServiceCollection s) { s.AddDbContext<A>(o => o.UseNpgsql(c)); } }' }), ['postgresql']],
  ['no Redis whose switches are off', 'cache', application(['StackExchange.Redis'], 'var m = ConnectionMultiplexer.Connect(c);', { 'Web/appsettings.json': settings({ Redis: { RedisPubSubEnabled: false, RedisPubSubConnectionString: '127.0.0.1:6379' } }) }), []],
  ['documents whose address an installer writes', 'document-database', application(['MongoDB.Driver', 'LiteDB'], 'new MongoClient(c); new LiteDatabase(d);', { 'Web/appsettings.json': settings({ ConnectionStrings: { Mongodb: '' }, Database: { UseLiteDb: false, LiteDbConnectionString: 'Filename=a.db' } }) }), ['mongodb']],
  ['no bucket in the name of a key ring', 'file-storage', application(['Azure.Storage.Blobs'], 'new BlobContainerClient(c, n);', { 'Web/appsettings.json': settings({ Azure: { AzureBlobStorageConnectionString: '', DataProtectionBlobName: 'keys.xml' } }) }), []],
  ['Redis that EasyCaching is told to use', 'cache', application(['EasyCaching.Redis'], 'builder.Services.AddEasyCaching(o => o.UseRedis(c => c.DBConfig.Endpoints.Add(e), "shop"));'), ['redis']],
  ['no connection that only a shared library can open', 'relational-database', application([], '', { 'Web/Web.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web"><ItemGroup><ProjectReference Include="..\\Common\\Common.csproj" /></ItemGroup></Project>', 'Common/Common.csproj': `<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="${sqlserver}" /></ItemGroup></Project>`, 'Common/DbConnectionFactory.cs': 'class DbConnectionFactory { IDbConnection Open() => new SqlConnection(connectionString); }' }), []],
  ['no database of a gateway that a shared library can open', 'relational-database', { ...application(['Yarp.ReverseProxy'], '', { 'Web/appsettings.json': settings({ ConnectionStrings: { Default: 'Server=db;Database=x;Trusted_Connection=True' } }) }), 'Web/Web.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web"><ItemGroup><PackageReference Include="Yarp.ReverseProxy" Version="2.1.0" /><ProjectReference Include="..\\Common\\Common.csproj" /></ItemGroup></Project>', 'Common/Common.csproj': '<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="Microsoft.Data.SqlClient" Version="6.0.2" /></ItemGroup></Project>', 'Common/Context.cs': 'class Context { IDbConnection Open() => new SqlConnection(connectionString); }' }, []],
  ['the database that a gateway registers itself', 'relational-database', application(['Yarp.ReverseProxy', npgsql], 'o.UseNpgsql(c);'), ['postgresql']],
  ['nothing that nobody calls', 'realtime', application([], '', { 'Web/ChatExtensions.cs': 'static class X { public static void MapChat(this WebApplication a) { a.MapHub<H>("/c"); } }' }), []],
  ['a resource of the host', 'cache', application(['Aspire.StackExchange.Redis'], 'builder.AddRedisClient("cache");', { 'AppHost/AppHost.cs': 'var builder = DistributedApplication.CreateBuilder(args);\nvar cache = builder.AddRedis("cache");\nbuilder.AddProject<Projects.Web>("web").WithReference(cache);' }), ['redis']],
  ['mail of a service that no registration names', 'mail', application(['MailKit'], 'builder.Services.AddScoped<IEmailService, EmailService>();', { 'Web/Messages/EmailService.cs': 'class EmailService { void Send() { using var client = new SmtpClient(); } }' }), ['smtp']],
  ['an upload that is kept as the documentation does it', 'file-storage', application([], 'app.MapPost("/f", async (IFormFile file) => { using var s = System.IO.File.Create(path); await file.CopyToAsync(s); });'), ['local']],
  ['no file that only code writes', 'file-storage', application([], 'using var s = File.Create(path); await source.CopyToAsync(s);'), []],
  ['a front end that the image brings in', 'static-assets', application([], 'app.UseStaticFiles();', { Dockerfile: 'FROM ubuntu\nCOPY web/dist /app/wwwroot\nCOPY Web /app\n' }), ['bundled']],
  ['an upload that a controller keeps', 'file-storage', application([], '', { 'Web/Controllers/DishesController.cs': 'class DishesController { Task Add(IFormFile image) { using var s = new FileStream(p, FileMode.Create); return image.CopyToAsync(s); } }' }), ['local']],
  ['a store behind an abstraction of stores', 'file-storage', application(['TwentyTwenty.Storage.Local'], '', { 'Web/Disk/DiskService.cs': 'class DiskService { object Open() => new LocalStorageProvider(path); }' }), ['local']],
  ['a logger of its own that appends to a file', 'monitoring', application([], '', { 'Web/Logging/FileLogger.cs': 'public class FileLogger : ILogger\n{ public void Log() { using (var w = new StreamWriter(path, true)) w.WriteLine(entry); } }' }), ['log-file']],
  ['no file of what only asks for a logger', 'monitoring', application([], '', { 'Web/Services/ReportService.cs': 'class ReportService(ILogger logger) : IReports { void Write() { using var w = new StreamWriter(path); } }' }), []],
  ['methods that extend an interface, in a file that is named after it', 'cache', application([], 'services.AddShop();', { 'Web/IServiceCollectionExtensions.cs': 'static class X { public static void AddShop(this IServiceCollection services) { services.AddMemoryCache(); } }', 'Web/Services/PriceService.cs': 'class PriceService(IMemoryCache cache) {}' }), ['memory']],
  ['what is hosted once a day', 'scheduler', application([], 'services.AddHostedService<CleanupService>();', { 'Web/Services/CleanupService.cs': 'class CleanupService : BackgroundService { async Task ExecuteAsync(CancellationToken t) { using var timer = new PeriodicTimer(TimeSpan.FromDays(1)); } }' }), ['hosted-service']],
  ['what is hosted and keeps the time of its next run', 'scheduler', application([], '', { 'Web/Jobs/JobBase.cs': 'abstract class JobBase : IHostedService, IDisposable { async Task Run(Job job) { if (job.NextExecution <= now) Do(); await Task.Delay(TimeSpan.FromMinutes(1), t); } }' }), ['hosted-service']],
  ['no timetable of what polls', 'scheduler', application([], '', { 'Web/Services/OutboxService.cs': 'class OutboxService : BackgroundService { async Task ExecuteAsync(CancellationToken t) { await Task.Delay(TimeSpan.FromSeconds(5), t); cache.Set(x, TimeSpan.FromHours(1)); } }' }), []],
  ['no timetable of what is not hosted', 'scheduler', application([], '', { 'Web/Services/RetryService.cs': 'class RetryService { IServiceCollection s; async Task Wait() { await Task.Delay(TimeSpan.FromHours(5), t); } }' }), []],
  ['a service that only has its times read by Quartz', 'scheduler', application(['Quartz'], '', { 'Web/Workers/CronWorker.cs': 'class CronWorker : BackgroundService { async Task ExecuteAsync(CancellationToken t) { var next = new CronExpression(Cron).GetNextValidTimeAfter(now); await Task.Delay(1000, t); } }' }), ['custom']],
  ['timetables of what starts a module', 'scheduler', application(['Hangfire'], '', { 'Web/ModuleInitializer.cs': 'class ModuleInitializer { void Start() { RecurringJob.AddOrUpdate("a", () => x(), Cron.Daily); } }' }), ['hangfire']],
  ['no client in the name of a namespace', 'mail', application(['MailKit'], '', { 'Web/Mail/SmtpClient/QuietSender.cs': 'using Shop.Mail.SmtpClient;\nglobal using Client = Shop.Mail.SmtpClient;\nnamespace Shop.Mail.SmtpClient;\nclass QuietSender { }' }), []],
  ['a client under its whole name', 'mail', application(['MailKit'], 'using (var client = new System.Net.Mail.SmtpClient()) { }'), ['smtp']],
  ['GOV.UK Notify', 'mail', application(['GovukNotify'], 'new NotificationClient(key);'), ['govuk-notify']],
  ['a credential that code asks the environment for', 'secrets', application([], '', { 'Web/Utils/Env.cs': 'class Env { string Key => Environment.GetEnvironmentVariable("CRM_CLIENT_SECRET"); }' }), ['env']],
  ['a credential that code asks the configuration for', 'secrets', application([], 'var key = builder.Configuration["Jwt:Key"];'), ['env']],
  ['no credential of a comment or a plain setting', 'secrets', application([], '// Environment.GetEnvironmentVariable("API_KEY")\nvar a = Environment.GetEnvironmentVariable("PORT");'), []],
  ['a module of ABP that brings a broker', 'queue', application(['Volo.Abp.EventBus.RabbitMQ'], '[DependsOn(typeof(AbpEventBusRabbitMqModule))] class Shop : AbpModule {}'), ['rabbitmq abp']],
  ['no jobs of a module of ABP that nobody gives one', 'queue', application(['Volo.Abp.BackgroundJobs.EntityFrameworkCore'], '[DependsOn(typeof(AbpBackgroundJobsEntityFrameworkCoreModule))] class Shop : AbpModule {}'), []],
  ['jobs of ABP in its tables', 'queue', application(['Volo.Abp.BackgroundJobs.EntityFrameworkCore'], '[DependsOn(typeof(AbpBackgroundJobsEntityFrameworkCoreModule))] class Shop : AbpModule {} class Bill : AsyncBackgroundJob<Order> {}'), ['database abp']],
  ['a domain’s own sessions as none of the framework', 'sessions', application([], 'talk.AddSession(\n  id, title);'), []],
  ['a session with options', 'sessions', application([], 'services.AddSession(options => { });'), ['memory']],
  ['workers of ABP on a timetable', 'scheduler', application(['Volo.Abp.BackgroundWorkers'], '[DependsOn(typeof(AbpBackgroundWorkersModule))] class Shop : AbpModule {} class Bills : AsyncPeriodicBackgroundWorkerBase {}'), ['custom abp']],
  ['a helper that a registration calls', 'queue', application(['MassTransit.RabbitMQ'], 'builder.Services.AddBus();', { 'Web/BusExtensions.cs': 'public static class X { public static void AddBus(this IServiceCollection s) { s.AddMassTransit(Setup); } private static void Setup(IBus b) { b.UsingRabbitMq(); } }' }), ['rabbitmq masstransit']],
  ['nothing of a helper that nobody calls', 'monitoring', application(['OpenTelemetry.Exporter.Prometheus.AspNetCore'], '', { 'Web/MetricsExtensions.cs': 'public static class X { public static void AddMetrics(this IServiceCollection s) { Setup(s); } private static void Setup(object b) { b.AddPrometheusExporter(); } }' }), []],
  ['a scheduler of Quartz that code builds', 'scheduler', application(['Quartz'], '', { 'Web/Jobs/JobsService.cs': 'class JobsService { object Start() => SchedulerBuilder.Create().Build(); }' }), ['quartz']],
  ['a provider of the logger that writes files', 'monitoring', application(['Serilog.Extensions.Logging.File'], 'builder.Logging.AddFile("logs/{Date}.txt");'), ['log-file serilog.extensions.logging.file']],
  ['no file of a list that code adds one to', 'monitoring', application([], 'archive.AddFile("a.txt");'), []],
  ['the provider that a variable begins with', 'relational-database', application([npgsql, sqlserver], `var provider = DatabaseProviders.SqlServer; switch (word) { case "pg": provider = DatabaseProviders.Postgres; break; } ${both}`), ['sqlserver  postgresql']],
  ['the provider that a property begins with', 'relational-database', application([npgsql, sqlserver], both, { 'Web/DataConfig.cs': 'class DataConfig { IServiceCollection s; public DbProvider Provider { get; set; } = DbProvider.SqlServer; }' }), ['sqlserver  postgresql']],
  ['a queue of a storage account', 'queue', application(['Azure.Storage.Queues'], 'new QueueClient(c, "events");', { 'Web/appsettings.json': settings({ azureStorageConnectionString: 'SECRET' }) }), ['azure-queue-storage']],
  ['the key in a storage account’s address', 'secrets', application([], '', { 'Web/appsettings.json': settings({ azureStorageConnectionString: 'SECRET' }) }), ['env']],
  ['no key of an emulator', 'secrets', application([], '', { 'Web/appsettings.json': settings({ azureStorageConnectionString: 'UseDevelopmentStorage=true' }) }), []],
  ['a bucket whose address stands in a section', 'file-storage', application(['Azure.Storage.Blobs'], 'new BlobServiceClient(c);', { 'Web/appsettings.json': settings({ App: { Storage: { ConnectionString: 'SECRET' } } }) }), ['azure']],
  ['what a host of the older kind is told by an extension', 'monitoring', application(['Serilog.Extensions.Logging.File'], '', { 'Web/Program.cs': 'Host.CreateDefaultBuilder(args).AddFileLogging().Build().Run();', 'Web/LoggingExtensions.cs': 'static class X { public static IHostBuilder AddFileLogging(this IHostBuilder b) => b.ConfigureLogging(l => l.AddFile("logs/x")); }' }), ['log-file serilog.extensions.logging.file']],
  ['no module of ABP without ABP', 'mail', application([], 'typeof(AbpMailKitModule)'), []],
];

/** A program beside another that compose builds, and an env file that compose reads. */
function composed(service: string, env: string): Files {
  return {
    ...application(['RabbitMQ.Client', 'AWSSDK.S3', sqlserver], 'new ConnectionFactory(); services.AddAWSService<IAmazonS3>();', { 'Web/appsettings.json': settings({ Storage: { Provider: 's3', S3: { Bucket: 'files' } } }) }),
    'Web/Dockerfile': 'FROM mcr.microsoft.com/dotnet/aspnet:8.0\nENTRYPOINT ["dotnet", "Web.dll"]\n',
    'compose.yml': `services:\n  web:\n    build:\n      context: .\n      dockerfile: Web/Dockerfile\n${service}`,
    '.env': env,
  };
}

const stores = 'if (options.Distributed.Provider == "InMemory") { services.AddDistributedMemoryCache(); } else if (options.Distributed.Provider == "SqlServer") { services.AddDistributedSqlServerCache(o => {}); }';
const enums = stores.replace('"InMemory"', 'Stores.InMemory').replace('"SqlServer"', 'Stores.SqlServer');
const methods = 'if (options.UsedInMemory()) { services.AddDistributedMemoryCache(); } else if (options.UsedSqlServer()) { services.AddDistributedSqlServerCache(o => {}); }';

/** A program on a method that registers one of several stores. */
function choosing(code: string, value: object): Files {
  return application([], 'builder.Services.AddCaches(options); class A(IDistributedCache cache) {}', { 'Web/appsettings.json': settings(value), 'Web/Caching/CachingExtensions.cs': `static class X { public static void AddCaches(this IServiceCollection services, Options options) { ${code} } }` });
}

const chosen: readonly (readonly [string, Files, readonly string[]])[] = [
  ['the word of a setting', choosing(stores, { Caching: { Distributed: { Provider: 'SqlServer' } } }), ['database']],
  ['a member of an enumeration', choosing(enums, { Caching: { Kind: 'InMemory' } }), ['memory']],
  ['a method that compares', choosing(methods, { Caching: { Kind: 'InMemory' } }), ['memory']],
  ['the setting of its own section, of several', choosing(stores, { Tables: { Provider: 'SqlServer' }, Caching: { Shared: { Provider: 'InMemory' } } }), ['memory']],
  ['nothing where settings of other sections disagree', choosing(stores, { Tables: { Provider: 'SqlServer' }, Rows: { Provider: 'InMemory' } }), ['database']],
  ['what is always registered where no setting says a word', choosing(`services.AddMemoryCache(); ${stores}`, { Tables: { Provider: 'Oracle' } }), ['memory']],
  ['the only store that there is, though no setting says its word', choosing(stores, {}), ['database']],
];

const told: readonly (readonly [string, NeedId, Files, readonly string[]])[] = [
  ['no variable of an env file that compose keeps to itself', 'queue', composed('    environment:\n      A: b\n', 'Messaging__RabbitMQ__HostName=mq\n'), []],
  ['a variable that compose passes on', 'queue', composed('    environment:\n      Messaging__RabbitMQ__HostName: ${Messaging__RabbitMQ__HostName}\n', 'Messaging__RabbitMQ__HostName=mq\n'), ['rabbitmq']],
  ['all variables of a file that a service is started with', 'queue', composed('    env_file: .env\n', 'Messaging__RabbitMQ__HostName=mq\n'), ['rabbitmq']],
  ['the word of the env file where compose passes it on', 'file-storage', composed('    environment:\n      Storage__Provider: ${STORE_PROVIDER}\n', 'STORE_PROVIDER=local\n'), ['local  s3']],
];

/** Two programs on one library: one registers its documents and tables, the other neither. */
const library: Files = {
  'A/A.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web"><ItemGroup><ProjectReference Include="../Blocks/Blocks.csproj" /></ItemGroup></Project>',
  'A/Program.cs': 'var builder = WebApplication.CreateBuilder(args); builder.AddDocuments(); builder.AddTables();',
  'B/B.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web"><ItemGroup><ProjectReference Include="../Blocks/Blocks.csproj" /></ItemGroup></Project>',
  'B/Program.cs': 'app.Run();',
  'Blocks/Blocks.csproj': '<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="MongoDB.Driver" Version="3.0.0" /><PackageReference Include="Npgsql.EntityFrameworkCore.PostgreSQL" Version="9.0.0" /></ItemGroup></Project>',
  'Blocks/Mongo/Extensions.cs': 'static class Extensions { public static void AddDocuments(this WebApplicationBuilder b) { b.Services.AddScoped<DocumentContext>(); } }',
  'Blocks/Mongo/DocumentContext.cs': 'class DocumentContext { object Client = new MongoClient(); }',
  'Blocks/Tables/Extensions.cs': 'static class Extensions { public static void AddTables(this WebApplicationBuilder b) { b.Services.AddDbContext<X>(o => o.UseNpgsql(c)); } }',
};

/** A program on a library of services that run in the background, and what it says of them. */
function onLibrary(program: string, service: string, files: Files = {}): Files {
  return {
    'Web/Web.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web"><ItemGroup><ProjectReference Include="../Core/Core.csproj" /></ItemGroup></Project>',
    'Web/Program.cs': `var builder = WebApplication.CreateBuilder(args);\n${program}\n`,
    'Web/appsettings.json': settings({ ServiceBus: { ConnectionString: 'SECRET' } }),
    'Core/Core.csproj': '<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="Azure.Messaging.ServiceBus" Version="7.0.0" /></ItemGroup></Project>',
    'Core/CacheHostedService.cs': service,
    ...files,
  };
}

const listener = 'public class CacheHostedService : IHostedService, IDisposable { readonly ServiceBusClient client; }';
const hosted: readonly (readonly [string, Files, readonly string[]])[] = [
  ['gives a program the service of a library that it registers', onLibrary('builder.Services.AddHostedService<Core.CacheHostedService>();', listener), ['azure-service-bus']],
  ['leaves out one beside which it registers others', onLibrary('builder.Services.AddHostedService<Beat>();', listener), []],
  ['keeps one that may be registered in another manner', onLibrary('builder.Services.AddAll();', listener), ['azure-service-bus']],
  ['leaves out an abstract one that nothing derives from', onLibrary('builder.Services.AddHostedService<Beat>();', listener.replace('class', 'abstract class')), []],
  ['leaves out an abstract one that nothing derives from, where it registers none', onLibrary('app.Run();', listener.replace('class', 'abstract class')), []],
  ['gives a program an abstract one from which it derives', onLibrary('builder.Services.AddHostedService<Own>();', listener.replace('class', 'abstract class'), { 'Web/OwnService.cs': 'class Own : CacheHostedService { IServiceCollection s; }' }), ['azure-service-bus']],
  ['leaves out a class that only a method makes available which it does not call', onLibrary('', 'class CacheHostedService : ICache { ServiceBusClient client; }', { 'Core/More/CacheExtensions.cs': 'static class X { public static void AddCaches(this IServiceCollection s) { s.TryAddSingleton<ICache, CacheHostedService>(); } }' }), []],
  ['leaves out a class that only such a method makes itself', onLibrary('', 'class CacheHostedService<T> : ICache { ServiceBusClient client; }', { 'Core/More/CacheExtensions.cs': 'static class X { public static void AddCaches<T>(this IServiceCollection s, Options o) { s.AddSingleton<ICache>(new Core.CacheHostedService<T>(o.Address)); } }' }), []],
  ['keeps one that other code makes, too', onLibrary('var cache = new CacheHostedService();', 'class CacheHostedService : ICache { ServiceBusClient client; }', { 'Core/More/CacheExtensions.cs': 'static class X { public static void AddCaches(this IServiceCollection s) { s.AddSingleton<ICache>(new CacheHostedService()); } }' }), ['azure-service-bus']],
  ['keeps one that other code registers by its type', onLibrary('services.AddScoped(typeof(ICache), typeof(CacheHostedService));', 'class CacheHostedService : ICache { ServiceBusClient client; }', { 'Core/More/CacheExtensions.cs': 'static class X { public static void AddCaches(this IServiceCollection s) { s.AddSingleton<ICache>(new CacheHostedService()); } }' }), ['azure-service-bus']],
  ['gives a program a class of a method that it calls', onLibrary('builder.Services.AddCaches();', 'class CacheHostedService : ICache { ServiceBusClient client; }', { 'Core/More/CacheExtensions.cs': 'static class X { public static void AddCaches(this IServiceCollection s) { s.TryAddSingleton<ICache, CacheHostedService>(); } }' }), ['azure-service-bus']],
];

describe('.NET: needs', () => {
  for (const [name, files, expected] of hosted) {
    it(name, async () => {
      assert.deepEqual(await technologies(files, 'queue'), expected);
    });
  }

  for (const [name, files, expected] of chosen) {
    it(`follows a chain over providers to ${name}`, async () => {
      assert.deepEqual(await technologies(files, 'cache'), expected);
    });
  }

  for (const [name, id, files, expected] of told) {
    it(`is told ${name}`, async () => {
      assert.deepEqual(await technologies(files, id), expected);
    });
  }

  it('gives a program in the browser nothing that only a server can hold', async () => {
    const { needs } = await readWorkspace({ 'Web/Web.csproj': `<Project Sdk="Microsoft.NET.Sdk.BlazorWebAssembly"><ItemGroup><PackageReference Include="${sqlserver}" Version="9.0.0" /></ItemGroup></Project>`, 'Web/Program.cs': 'WebAssemblyHostBuilder.CreateDefault(args);', '.env': 'ConnectionStrings__Default=Server=db\nJWT_SECRET=x\n' });
    assert.deepEqual(needs.map(({ id }) => id), ['compute', 'static-assets']);
  });

  it('gives each program of a solution what it registers of a shared library', async () => {
    const { needs } = await readWorkspace(library);
    const of = (root: string): readonly string[] => needs.filter(({ application: owner, id }) => owner === root && id !== 'compute').map(({ technology }) => technology);
    assert.deepEqual([of('A'), of('B')], [['postgresql', 'mongodb'], []]);
  });

  for (const [name, id, files, expected] of cases) {
    it(`${id}: ${name}`, async () => {
      assert.deepEqual(await technologies(files, id), expected);
    });
  }

  it('points at the value that decides, and keeps no credential', async () => {
    const { needs, proof, scopes } = await readWorkspace(application([npgsql, sqlserver], both, { 'Web/appsettings.json': settings({ ConnectionStrings: { Default: 'Host=db;Username=u;Password=s3cr3t' }, Database: { Provider: 'Npgsql' }, Jwt: { Key: 's3cr3t' }, Smtp: { Password: 's3cr3t', UserName: 's3cr3t' } }) }));
    const database = needs.find(({ id }) => id === 'relational-database');
    assert.ok(database !== undefined);
    assert.equal(proof(database)[0], 'Web/appsettings.json:Npgsql');
    assert.doesNotMatch(JSON.stringify(scopes.map(({ facts }) => facts)), /s3cr3t/);
  });

  it('knows connection strings by the words of their clients', () => {
    const strings: readonly (readonly [string, string | undefined])[] = [
      ['Host=localhost;Database=x;Username=postgres', 'postgresql'], ['Server=(localdb)\\mssqllocaldb;Database=x', 'sqlserver'], ['Server=db;Port=3306;Uid=root', 'mysql'], ['Data Source=app.db', 'sqlite'],
      ['amqp://guest:guest@mq', 'rabbitmq'], ['localhost:6379', 'redis'], ['mongodb://db', 'mongodb'], ['Endpoint=sb://x.servicebus.windows.net/;SharedAccessKey=k', 'azure-service-bus'], ['UseDevelopmentStorage=true', 'azure-storage'], ['whatever', undefined],
    ];
    assert.deepEqual(strings.map(([text]) => connectionEngine(text)), strings.map(([, engine]) => engine));
  });

  it('never throws and points inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('if (', 'env.IsDevelopment()', ')', '{', '}', 'else', 'o.UseNpgsql(', ';', 'static void A(this B b)', '=>', 'WriteTo.File(', '"', '//', '#if X\n', '#endif\n', 'DistributedApplication.CreateBuilder', 'var a = b.AddRedis("x")', 'AddProject<Projects.W>("w").WithReference(a)') }), (text) => {
        for (const extract of [extractCSharp, extractAspire]) {
          for (const { at } of extract({ path: 'Program.cs', text }).facts) assert.ok(at.range.start >= 0 && at.range.start <= at.range.end && at.range.end <= text.length);
        }
      }),
    );
  });

  it('reads hostile code in linear time', () => {
    for (const piece of ['class A : ', 'class A(', 'if (x == A.B) { } else ', 'if (a == "b") {', 'new A<', 'typeof(A.', 'using A.SmtpClient', 'abstract ', '.AddSingleton<A,', '.AddHostedService<A.', 'var provider = A.', 'A provider {', 'GetEnvironmentVariable("A', 'config["', 'if (IsDevelopment()) {', 'static x A(this ', 'o.UseNpgsql(', 'if (', 'static a<b>', '.Add<', 'WriteTo.']) {
      const milliseconds = processorMilliseconds(() => extractCSharp({ path: 'Program.cs', text: `IServiceCollection ${piece.repeat(20_000)}` }));
      assert.ok(milliseconds < 3_000 * machineFactor(), piece);
    }
  });
});

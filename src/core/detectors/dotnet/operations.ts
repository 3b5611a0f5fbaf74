import type { Fact } from '../../model';
import { binding, evidenceOf, packageName } from '../bindings';
import type { Binding } from '../detector';
import { isSecretKey, isServerSecretKey } from '../facts';
import { isSet, proof, textOf, type DotnetSettings } from './settings';

/** What a sink of Serilog writes to; the console is nobody's. */
const sinks: Readonly<Record<string, string>> = {
  File: 'log-file', RollingFile: 'log-file', Seq: 'seq', Elasticsearch: 'elasticsearch', Sentry: 'sentry', ApplicationInsights: 'applicationinsights', DatadogLogs: 'datadog',
  GrafanaLoki: 'loki', AmazonCloudWatch: 'cloudwatch', AwsCloudWatch: 'cloudwatch', NewRelicLogs: 'newrelic', OpenTelemetry: 'opentelemetry',
};

interface Agent {
  readonly technology: string;
  readonly names: readonly string[];
  readonly packages: RegExp;
  /** Where such settings exist and are empty, it is off. */
  readonly setting: RegExp;
}

const agents: readonly Agent[] = [
  { technology: 'opentelemetry', names: ['AddOpenTelemetry'], packages: /^opentelemetry|^aspire\./, setting: /(?:^|:)(?:otlp|open_?telemetry|otel)\w*:(?:is)?enabled?$/i },
  { technology: 'applicationinsights', names: ['AddApplicationInsightsTelemetry', 'AddApplicationInsightsTelemetryWorkerService', 'UseAzureMonitor'], packages: /applicationinsights|azure\.monitor/, setting: /application_?insights:?_?(?:connection_?string|instrumentation_?key|is_?enabled|enabled)/i },
  { technology: 'sentry', names: ['UseSentry', 'AddSentry'], packages: /^sentry/, setting: /sentry:?_*dsn/i },
  { technology: 'prometheus', names: ['MapPrometheusScrapingEndpoint', 'AddPrometheusExporter', 'UseMetricServer', 'MapMetrics', 'UseHttpMetrics', 'UseMetricsEndpoints'], packages: /prometheus|app\.metrics/, setting: /(?:enable|use)\w*metrics$|metrics:enabled$|prometheus:enabled$/i },
  { technology: 'elastic-apm', names: ['UseAllElasticApm', 'AddAllElasticApm', 'AddElasticApm'], packages: /elastic\.apm/, setting: /elasticapm:(?:serverurl|enabled)/i },
  { technology: 'xray', names: ['AddXRayTraceId', 'UseXRay'], packages: /^awsxray|xray/, setting: /(?!)/ },
  { technology: 'rollbar', names: ['UseRollbar', 'AddRollbar'], packages: /^rollbar/, setting: /rollbar.*token/i },
  { technology: 'raygun', names: ['AddRaygun'], packages: /raygun/, setting: /raygun.*key/i },
  { technology: 'bugsnag', names: ['AddBugsnag'], packages: /^bugsnag/, setting: /bugsnag.*key/i },
];

export function monitoringBindings(settings: DotnetSettings): readonly Binding[] {
  const found = agents.flatMap(({ technology, names, packages, setting }) => {
    const use = settings.use(...names);
    const client = settings.packageLike(packages);
    const configured = settings.configured(setting);
    if (use === undefined || client === undefined || configured === 'off') return [];
    return [binding({ need: 'monitoring', technology, evidence: proof(use, client), basis: 'driver' })];
  });
  const names = new Set(found.map(({ technology }) => technology));
  return [...found, ...[...sinkBindings(settings), ...fileBindings(settings)].filter(({ technology }, index, all) => !names.has(technology) && all.findIndex((other) => other.technology === technology) === index)];
}

/** Providers of `ILogger` that write to files, since .NET brings none along: `logging.AddFile(…)`. */
function fileBindings(settings: DotnetSettings): readonly Binding[] {
  const use = settings.use('AddFile');
  const client = settings.packageLike(/^serilog\.extensions\.logging\.file$|^nreco\.logging\.file$|^karambolo\.extensions\.logging\.file|^netescapades\.extensions\.logging\.rollingfile$/);
  if (use !== undefined && client !== undefined) return [binding({ need: 'monitoring', technology: 'log-file', library: packageName(client), evidence: proof(use, client), basis: 'driver' })];
  const own = settings.use('FileLogger');
  return own === undefined ? [] : [binding({ need: 'monitoring', technology: 'log-file', evidence: proof(own), basis: 'code', confidence: 'likely' })];
}

/** Sinks in settings (production's list stands in the place of the general one) and in code. */
function sinkBindings(settings: DotnetSettings): readonly Binding[] {
  const client = settings.packageLike(/^serilog/);
  if (client === undefined) return [];
  const listed = settings.settings(/^Serilog:WriteTo(?:Async|:[\w-]+)?(?::[\w-]+)*:Name$|^Serilog:WriteTo:\d+$/i).map(({ fact }) => fact);
  const coded = settings.scope.find('code').filter((fact) => fact.name.startsWith('dotnet.sink.'));
  const found = new Map<string, Binding>();
  for (const fact of [...listed, ...coded]) {
    const name = textOf(fact);
    const technology = Object.hasOwn(sinks, name) ? sinks[name] : undefined;
    if (technology !== undefined && !found.has(technology)) found.set(technology, binding({ need: 'monitoring', technology, library: 'serilog', evidence: proof(fact, settings.package(`serilog.sinks.${name.toLowerCase()}`) ?? client), basis: 'driver' }));
  }
  return [...found.values()];
}

const managers: readonly (readonly [string, readonly string[], RegExp])[] = [
  ['keyvault', ['AddAzureKeyVault'], /^azure\.(?:extensions\.aspnetcore\.configuration\.secrets|security\.keyvault)|azurekeyvault|aspire\.azure\.security/],
  ['secretsmanager', ['AddSecretsManager', 'IAmazonSecretsManager', 'AmazonSecretsManagerClient'], /secretsmanager/],
  ['ssm', ['AddSystemsManager'], /systemsmanager|simplesystemsmanagement/],
  ['vault', ['VaultClient', 'IVaultClient', 'AddVault'], /vaultsharp|hashicorp/],
];

const sections: Readonly<Record<string, RegExp>> = { keyvault: /key_?vault/i, vault: /(?:^|:)\w*(?:hashicorp|vault)\w*:/i, secretsmanager: /secrets?_?manager/i, ssm: /systems_?manager|parameter_?store/i };

const publicKey = /PUBLIC_?KEY|KEY_?PREFIX|EXPIR|TTL$|LENGTH$|ENABLED$|HEADER$|LIFETIME|PasswordPolicy|Password:?Require|PasswordHistory|PasswordOptions|Lockout|TokenValidation|TokenMinutes|TokenDays|ApiKeyHeader|:Issuer$|Cancellation/i;

/** A manager that the configuration asks, else variables and settings that carry credentials. */
export function secretBindings(settings: DotnetSettings): readonly Binding[] {
  for (const [technology, names, packages] of managers) {
    const use = settings.use(...names);
    const client = settings.packageLike(packages);
    const configured = settings.configured(sections[technology] ?? /(?!)/);
    // A client of Vault is one of the sources that may be switched on; its section says that it is.
    if (use !== undefined && client !== undefined && configured !== 'off' && (technology !== 'vault' || configured !== undefined)) return [binding({ need: 'secrets', technology, evidence: proof(configured, use, client), basis: 'driver', supported: ['env'] })];
  }
  const variables = settings.scope.find('env').filter((fact) => (isServerSecretKey(fact.name) || /ConnectionString|SigningKey/i.test(fact.name)) && !publicKey.test(fact.name));
  const files = settings.settings(/./).filter(({ path, fact }) => fact.origin === 'appsettings' && !publicKey.test(path) && (fact.detail?.['credential'] === 'true' || (isSecretKey(path.slice(path.lastIndexOf(':') + 1)) && fact.value.kind === 'secret'))).map(({ fact }) => fact);
  const strong = variables[0] ?? files.find(isSet) ?? files[0] ?? settings.use('secret');
  return strong === undefined ? [] : [binding({ need: 'secrets', technology: 'env', evidence: proof(strong), basis: 'library' })];
}

/** Functions where the project says so, an image where one is built, else .NET on a server. */
export function computeBindings(settings: DotnetSettings): readonly Binding[] {
  const { scope } = settings;
  const manifest = { at: scope.application.manifest, key: scope.application.framework, stage: 'default' as const };
  if (['azure-functions', 'aws-lambda-dotnet'].includes(scope.application.framework)) return [binding({ need: 'compute', technology: 'serverless', library: scope.application.framework, evidence: [manifest], basis: 'driver' })];
  const lambda = settings.packageLike(/^amazon\.lambda\.aspnetcoreserver/);
  const declared = ['serverless.template', 'template.yaml', 'aws-lambda-tools-defaults.json', 'serverless.yml'].some((file) => scope.hasFile(file));
  if (lambda !== undefined && declared) return [binding({ need: 'compute', technology: 'serverless', library: 'amazon.lambda.aspnetcoreserver', evidence: [...proof(lambda), manifest], basis: 'driver' })];
  const image = imageOf(settings);
  if (image !== undefined) return [binding({ need: 'compute', technology: 'container', evidence: [evidenceOf(image, 'FROM'), manifest], basis: 'driver', supported: ['dotnet'] })];
  return [binding({ need: 'compute', technology: scope.application.framework === 'blazor' ? 'static' : 'dotnet', evidence: [manifest], basis: 'library' })];
}

function imageOf(settings: DotnetSettings): Fact | undefined {
  const froms = settings.scope.find('config', 'dockerfile.from').filter((fact) => fact.stage === 'production' && fact.detail?.['final'] === 'true');
  const other = /^(?:--\S+\s+)?(?:\S*\/)?(?:node|python|ruby|php|postgres|redis)\b/;
  const own = froms.filter((fact) => !other.test(textOf(fact)));
  return [...own].sort((a, b) => rank(a) - rank(b))[0];
}

function rank(fact: Fact): number {
  return Number(!/dotnet|aspnet/.test(textOf(fact))) * 100 + fact.at.path.split('/').length * 2 + Number(!/(^|\/)Dockerfile$/.test(fact.at.path));
}

const messages: readonly (readonly [string, readonly string[], RegExp])[] = [
  ['twilio', ['TwilioClient'], /^twilio/],
  ['fcm', ['FirebaseMessaging'], /^firebaseadmin/],
  ['web-push', ['AddWebPush', 'PushServiceClient'], /webpush|lib\.net\.http\.webpush/],
  ['sns', ['IAmazonSimpleNotificationService'], /^awssdk\.simplenotificationservice/],
];

export function messageBindings(settings: DotnetSettings): readonly Binding[] {
  return messages.flatMap(([technology, names, packages]) => {
    const use = settings.use(...names);
    const client = settings.packageLike(packages);
    if (use === undefined || client === undefined || settings.configured(new RegExp(technology, 'i')) === 'off') return [];
    return [binding({ need: 'sms-push', technology, evidence: proof(use, client), basis: 'driver', confidence: 'likely' })];
  });
}

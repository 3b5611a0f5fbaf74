import type { Fact } from '../../model';
import { binding, evidenceOf, packageName } from '../bindings';
import type { Binding } from '../detector';
import { isServerSecretKey } from '../facts';
import { meaningsOf } from '../libraries';
import { withoutClientsOfOthers } from './connectors';
import { databaseBindings } from './database';
import { isSecretName } from './placeholders';
import { proof } from './proof';
import type { JvmSettings } from './settings';

const functions = /^com\.amazonaws\.serverless:aws-serverless-java-container|spring-cloud-function-adapter-aws$|quarkus-amazon-lambda(?:-http|-rest)?$|micronaut-function-aws(?:-api-proxy|-web)?$|quarkus-funqy-amazon-lambda$/;
const imagePlugins = /jib|docker-maven-plugin|dockerfile-maven-plugin|com\.palantir\.docker|com\.bmuschko\.docker|^DockerPlugin$/;

/** Lambda by its adapter, an image where one is built, else Java on a server. */
export function computeBindings(settings: JvmSettings): readonly Binding[] {
  const { scope } = settings;
  const manifest = { at: scope.application.manifest, key: scope.application.framework, stage: 'default' as const };
  const adapter = settings.dependencies(functions)[0];
  if (adapter !== undefined) return [binding({ need: 'compute', technology: 'serverless', library: packageName(adapter).split(':')[1] ?? null, evidence: [...proof(adapter), manifest], basis: 'driver' })];
  const image = imageOf(settings);
  if (image !== undefined) return [binding({ need: 'compute', technology: 'container', evidence: [evidenceOf(image, 'FROM'), manifest], basis: 'driver', supported: ['java'] })];
  const plugin = scope.find('config', 'jvm.plugin').find((fact) => fact.value.kind === 'literal' && imagePlugins.test(fact.value.text) && fact.detail?.['skip'] !== 'true');
  const extension = settings.dependencies(/quarkus-container-image-(?:docker|jib|buildpack|podman|openshift)$/)[0];
  if (plugin !== undefined || extension !== undefined) return [binding({ need: 'compute', technology: 'container', evidence: [...proof(plugin ?? extension), manifest], basis: 'library', confidence: 'likely', supported: ['java'] })];
  return [binding({ need: 'compute', technology: 'java', evidence: [manifest], basis: 'library' })];
}

function imageOf(settings: JvmSettings): Fact | undefined {
  const { scope } = settings;
  const own = new Set(scope.find('code', 'jvm.dockerfile').map((fact) => fact.at.path));
  const froms = scope.find('config', 'dockerfile.from').filter((fact) => fact.stage === 'production' && fact.detail?.['final'] === 'true' && own.has(fact.at.path));
  return [...froms].sort((a, b) => rank(a.at.path) - rank(b.at.path))[0];
}

/** `Dockerfile` and `Dockerfile.jvm` before the images of parts. */
function rank(path: string): number {
  return path.split('/').length * 2 + Number(!/(^|\/)Dockerfile(?:\.jvm)?$/.test(path));
}

const registries: readonly (readonly [RegExp, string, string])[] = [
  [/micrometer-registry-prometheus(?:-simpleclient)?$|^io\.prometheus:|ktor-server-metrics-micrometer-prometheus/, 'prometheus', 'prometheus'],
  [/micrometer-registry-datadog$|^com\.datadoghq:dd-trace/, 'datadog', 'datadog'],
  [/micrometer-registry-new-relic$|^com\.newrelic\.agent\.java:|micrometer-registry-newrelic$/, 'newrelic', 'newrelic'],
  [/micrometer-registry-cloudwatch2?$/, 'cloudwatch', 'cloudwatch2?'],
  [/aws-xray-recorder-sdk/, 'xray', 'xray'],
  [/micrometer-registry-(?:influx|graphite|elastic|dynatrace|statsd|signalfx|wavefront|stackdriver|azure-monitor|atlas)$/, '', ''],
  [/micrometer-registry-otlp$|micrometer-tracing-bridge-otel$|spring-boot-starter-opentelemetry$|opentelemetry-spring-boot-starter$|quarkus-opentelemetry$|quarkus-micrometer-opentelemetry$|micronaut-tracing-opentelemetry(?:-http)?$|^io\.opentelemetry:opentelemetry-(?:sdk|exporter-otlp)$|opentelemetry-ktor/, 'opentelemetry', 'otlp|otel|opentelemetry'],
  [/starter-zipkin$|^io\.zipkin\.reporter2:zipkin-reporter(?:-brave)?$|zipkin-reporter-brave$|zipkin-sender|spring-cloud-sleuth-zipkin$|micronaut-tracing-zipkin|micronaut-tracing-brave/, 'zipkin', String.raw`zipkin|\w*tracing`],
  [/^io\.jaegertracing:jaeger-(?:client|thrift)$|quarkus-jaeger$/, 'jaeger', 'jaeger'],
  [/apm-toolkit-(?:trace|logback)/, 'skywalking', 'skywalking'],
];
const agents: readonly (readonly [RegExp, string])[] = [[/newrelic[\w./-]*\.jar/, 'newrelic'], [/dd-java-agent[\w.-]*\.jar/, 'datadog'], [/opentelemetry-javaagent[\w.-]*\.jar|aws-opentelemetry-agent[\w.-]*\.jar/, 'opentelemetry'], [/elastic-apm-agent[\w.-]*\.jar/, 'elastic-apm'], [/applicationinsights-agent[\w.-]*\.jar/, 'applicationinsights'], [/skywalking-agent[\w.-]*\.jar/, 'skywalking'], [/jmx_prometheus_javaagent[\w.-]*\.jar/, 'prometheus']];

const appenders: Readonly<Record<string, string>> = { sentry: 'sentry', file: 'log-file', graphite: 'graphite', datadog: 'datadog', 'cloudwatch-metrics': 'cloudwatch' };

/** Brings Sentry's own library along; without an address that library sends nothing. */
const sentryPlugin = /^io\.sentry\.jvm\.gradle$|^sentry-maven-plugin$/;

/** Registries and exporters that no switch turns off, agents of the start command, log files. */
export function monitoringBindings(settings: JvmSettings): readonly Binding[] {
  const { scope } = settings;
  const found = new Map<string, Binding>();
  for (const [pattern, word, switches] of registries) {
    const dependency = settings.dependencies(pattern)[0];
    if (dependency === undefined) continue;
    // A registry that code makes is there whatever the framework's own endpoint is told.
    const made = word === 'prometheus' ? settings.marker('jvm.prometheus.use') : undefined;
    if (made === undefined && switches !== '' && settings.isOff(new RegExp(`^(?:${switches})$`)) || word === 'opentelemetry' && exportsNothing(settings)) continue;
    const technology = word === '' ? (/registry-([\w-]+)$/.exec(dependency.name)?.[1] ?? '') : word;
    if (!found.has(technology)) found.set(technology, binding({ need: 'monitoring', technology, evidence: proof(made, dependency), basis: 'library' }));
  }
  for (const process of scope.find('process')) {
    if (process.value.kind !== 'literal' || process.stage === 'local') continue;
    const text = process.value.text;
    for (const [pattern, technology] of agents) if (text.includes('-javaagent') && pattern.test(text) && !found.has(technology)) found.set(technology, binding({ need: 'monitoring', technology, evidence: [evidenceOf(process, 'javaagent')], basis: 'driver' }));
  }
  const sentry = scope.find('config', 'jvm.plugin').find((fact) => fact.value.kind === 'literal' && sentryPlugin.test(fact.value.text));
  const address = settings.offered(/^sentry\.dsn$/)[0];
  if (sentry !== undefined && address !== undefined) found.set('sentry', binding({ need: 'monitoring', technology: 'sentry', evidence: proof(address, sentry), basis: 'driver' }));
  // What a catalogue names is known only here.
  for (const fact of settings.dependencies(/./).filter((dependency) => dependency.detail?.['catalog'] === 'true')) {
    for (const meaning of meaningsOf(fact.name)) if (meaning.need === 'monitoring' && !found.has(meaning.technology)) found.set(meaning.technology, binding({ need: 'monitoring', technology: meaning.technology, evidence: proof(fact), basis: 'library', confidence: meaning.confidence }));
  }
  // Dropwizard names its appenders and reporters by type.
  for (const key of settings.keys(/^(?:logging\.appenders|metrics\.reporters)\.\d+\.type$/)) {
    const type = settings.read(key);
    const technology = type?.text == null ? undefined : appenders[type.text.toLowerCase()];
    if (type !== undefined && technology !== undefined && !found.has(technology)) found.set(technology, binding({ need: 'monitoring', technology, evidence: type.evidence, basis: 'driver' }));
  }
  const file = settings.read('logging.file.name', 'logging.file.path', 'logging.file', 'logging.path');
  const quarkus = settings.read('quarkus.log.file.enable', 'quarkus.log.file.enabled');
  const appender = settings.marker('jvm.log-file');
  if (file !== undefined) found.set('log-file', binding({ need: 'monitoring', technology: 'log-file', evidence: [...file.evidence, ...proof(appender)], basis: 'driver' }));
  else if (quarkus?.text === 'true') found.set('log-file', binding({ need: 'monitoring', technology: 'log-file', evidence: quarkus.evidence, basis: 'driver' }));
  else if (appender !== undefined) found.set('log-file', binding({ need: 'monitoring', technology: 'log-file', evidence: proof(appender), basis: 'code' }));
  return [...found.values()];
}

/** The SDK is switched off, or every exporter that is named is `none`: something else must be set before a trace leaves. */
function exportsNothing(settings: JvmSettings): boolean {
  if (settings.read('otel.sdk.disabled')?.text === 'true') return true;
  const named = ['otel.traces.exporter', 'otel.metrics.exporter', 'otel.logs.exporter'].flatMap((key) => settings.read(key) ?? []);
  if (named.length > 0) return named.every(({ text }) => text === 'none');
  return settings.marker('jvm.otel.none') !== undefined && settings.read('otel.exporter.otlp.endpoint') === undefined;
}

const managers: readonly (readonly [string, RegExp, string | null, RegExp])[] = [
  ['secretsmanager', /spring-cloud-(?:starter-)?aws-(?:starter-)?secrets-manager(?:-config)?$|quarkus-amazon-secretsmanager|aws-secretsmanager-(?:jdbc|caching-java)|^software\.amazon\.awssdk:secretsmanager$|aws-java-sdk-secretsmanager$|micronaut-aws-secretsmanager/, 'jvm.secrets.secretsmanager', /aws-secretsmanager:/],
  ['ssm', /spring-cloud-(?:starter-)?aws-(?:starter-)?parameter-store(?:-config)?$|quarkus-amazon-ssm|^software\.amazon\.awssdk:ssm$|micronaut-aws-parameter-store/, 'jvm.secrets.ssm', /aws-parameterstore:/],
  ['vault', /spring-cloud-starter-vault-config$|spring-vault-core$|quarkus-vault$|micronaut-discovery-client-vault/, null, /vault:/],
  ['keyvault', /azure-spring-boot-starter-keyvault|starter-keyvault-secrets?$|spring-cloud-azure-starter-keyvault/, null, /azure-keyvault/],
  ['secretmanager', /gcp-starter-secretmanager|google-cloud-secretmanager/, null, /sm@|gcp-secret/],
  ['encrypted', /jasypt-spring-boot(?:-starter)?$/, null, /^$/],
];

/** `shop.secret-management.provider=database`: a manager of the application's own making. */
const ownManager = /^(?!spring\.|quarkus\.|micronaut\.)(?:[\w-]+\.)*(?:secrets?|secret(?:management|manager|store))\.(?:provider|type|store|backend)$/;
const ownManagers: Readonly<Record<string, string>> = { database: 'database', jdbc: 'database', file: 'file', env: 'env', environment: 'env', vault: 'vault', 'aws-secrets-manager': 'secretsmanager', secretsmanager: 'secretsmanager', ssm: 'ssm' };

const publicNames = /PUBLIC|_TOKENS$|_MAX_|_MIN_|SITE_KEY|PUBLISHABLE|KEY_PREFIX|EXPIR|_TTL$|_LENGTH$|_ENABLED$|_HEADER$|_URL$|KEY_?STORE_TYPE|KEY_ALIAS|_NAME$|KEY_ID$/;

/** A manager that the configuration imports from, else variables that carry credentials. */
export function secretBindings(settings: JvmSettings): readonly Binding[] {
  const { scope } = settings;
  const imports = settings.keys(/^spring\.config\.import(?:\.\d+)?$/).flatMap((key) => settings.read(key) ?? []);
  for (const [technology, pattern, marker, source] of managers) {
    const client = settings.dependencies(pattern)[0];
    if (client === undefined || settings.isOff(new RegExp(`^${technology === 'ssm' ? 'parameterstore' : technology}$`))) continue;
    const imported = imports.find((setting) => source.source !== '^$' && source.test(setting.text ?? ''));
    const use = marker === null ? undefined : settings.marker(marker);
    const isClientOnly = /awssdk|aws-java-sdk|google-cloud/.test(client.name);
    if (isClientOnly && use === undefined && imported === undefined) continue;
    return [binding({ need: 'secrets', technology, evidence: [...(imported?.evidence ?? []), ...proof(use, client)], basis: 'driver', supported: ['env'] })];
  }
  const own = settings.keys(ownManager).flatMap((key) => settings.read(key) ?? []).find((setting) => setting.text !== null && Object.hasOwn(ownManagers, setting.text.toLowerCase()));
  if (own?.text != null) return [binding({ need: 'secrets', technology: ownManagers[own.text.toLowerCase()] ?? '', evidence: own.evidence, basis: 'driver', supported: ['env'] })];
  const read = scope.find('config').filter((fact) => fact.origin === 'jvm-config' && fact.value.kind === 'env' && fact.stage !== 'local' && fact.stage !== 'example' && (fact.detail?.['serves'] === undefined || scope.application.includes?.includes(fact.at.path) === true) && isSecretName(fact.detail?.['key'] ?? '') && looksLikeVariable(fact.value.key));
  const lookedUp = new Set(scope.find('config').flatMap((fact) => (fact.origin === 'jvm-config' && fact.value.kind === 'env' ? [fact.value.key] : [])));
  const keepsRows = withoutClientsOfOthers(settings, databaseBindings(settings)).length > 0;
  const isOwn = (fact: Fact): boolean => (keepsRows || !/^SPRING_(?:DATASOURCE|R2DBC)_/.test(fact.name)) && isNear(fact);
  const isNear = (fact: Fact): boolean => scope.application.root === '.' || fact.at.path.startsWith(`${scope.application.root}/`) || lookedUp.has(fact.name) || /^(?:SPRING|QUARKUS|MICRONAUT|DATASOURCES)_/.test(fact.name);
  const variable = scope.find('env').filter((fact) => isServerSecretKey(fact.name) && !publicNames.test(fact.name) && !isEmpty(fact) && isOwn(fact));
  const inFile = read.find((fact) => /secret/i.test(fact.name)) ?? read[0];
  const evidence = proof(inFile, variable.find((fact) => fact.stage === 'production') ?? variable[0], settings.marker('jvm.secrets.env'));
  return evidence.length === 0 ? [] : [binding({ need: 'secrets', technology: 'env', evidence, basis: 'driver' })];
}

/** A look-up of the environment, not of another key of the same configuration. */
function looksLikeVariable(name: string): boolean {
  // Keys have dots and dashes; `${spring_datasource_password}` is what a deployment hands over.
  return /^[A-Z][A-Z0-9_]*$/.test(name) || /^[a-z][a-z0-9]*(?:_[a-z0-9]+)+$/.test(name) || /^env\./i.test(name);
}

function isEmpty(fact: Fact): boolean {
  return fact.value.kind === 'secret' && fact.value.state === 'empty';
}

import { emptyExtraction } from '../../model';
import { functionFrameworks, functionsIn } from '../cloud/functions';
import type { Binding, Detector, FilePattern } from '../detector';
import { imageFile } from '../paths';
import type { ApplicationScope } from '../scope';
import { jvmApplications } from './applications';
import { configFile, extractConfigFile, servedFile } from './configFile';
import { withoutClientsOfOthers } from './connectors';
import { databaseBindings, documentBindings } from './database';
import { assetBindings, fileBindings, mailBindings, realtimeBindings } from './delivery';
import { descriptorFile, extractDescriptor } from './descriptors';
import { extractDockerfile } from './dockerfile';
import { jvmFrameworkIds } from './frameworks';
import { hoconFile, readHocon } from './hocon';
import { queueBindings, schedulerBindings, streamingBindings } from './jobs';
import { extractWebDescriptor, webDescriptor } from './ideProjects';
import { extractLogging, loggingFile } from './logging';
import { extractMainClass, mainClassFile } from './mainClass';
import { extractMarkers } from './markers';
import { computeBindings, monitoringBindings, secretBindings } from './operations';
import { extractOwnConfig, ownConfigFile } from './ownConfig';
import { searchBindings } from './search';
import { jvmSettings } from './settings';
import { cacheBindings, sessionBindings } from './state';


/** Maven and Gradle keep sources below `src/main`; projects of an IDE below `src`, Play's below `app`. */
const kept = String.raw`^(?:.*\/)?(?:src\/(?:main|jvmMain)\/(?:java|kotlin|groovy|scala)|src(?:\/java)?|ejbModule|JavaSource|app)\/(?:[^/]+\/)*`;
const end = String.raw`\.(?:java|kt|groovy|scala)$`;

/** Where the uses stand that configuration cannot tell: classes that are named after what they do, or lie in a package that is. */
const sources: readonly FilePattern[] = [
  { match: new RegExp(String.raw`${kept}\w*(?:App|Application|Config|Configs|Configuration|Configurer|Bootstrap|Beans|Main|Server|Module|Plugins?|Verticle|Environment|Env)\w{0,4}${end}`), example: 'src/main/java/com/acme/shop/config/CacheConfiguration.java' },
  {
    match: new RegExp(String.raw`${kept}\w*(?:Schedul|Cron|Quartz|Mail|Storage|Upload|Attachment|Minio|S3|Oss|Cache|Caching|Redis|Session|Security|Login|WebSocket|Websocket|Socket|Sse|Chat|Stream|Kafka|Rabbit|Amqp|Jms|Sqs|Queue|Listener|Consumer|Producer|Receiver|Elastic|Lucene|Notifi|Media|Avatar|Job|Task|Timer|Mongo|Dynamo|Database|Jdbc|JDBC|DataSource|Connection|Conexao|Conexion|Hikari|Hibernate|EntityManager|Secrets?)\w*${end}`),
    example: 'src/main/kotlin/com/acme/shop/mail/MailSender.kt',
  },
  { match: new RegExp(String.raw`${kept}(?:(?:[A-Z][a-z0-9]*)?File\w*|DB\w*|Db\w*|(?:[A-Z][a-z0-9]*)(?:Service|ServiceImpl|Handler|Repository|Controller|Resource|Endpoint|Routes|Routing|Util|Utils|Cleaner|Cleanup|Worker|Sender|Publisher|Subscriber|Processor|Message\w*|Servlet|Filter|Bean|Action|DAO|Dao|Mapper))${end}`), example: 'src/main/java/com/acme/shop/UserService.java' },
  {
    match: new RegExp(String.raw`${kept}(?:sse|jms|messaging|mq|e?mails?|mailer|websockets?|ws|batch|schedul\w{1,4}|jobs?|tasks?|cron|quartz|uploads?|storage|caches?|redis|kafka|rabbit\w{0,2}|amqp|pulsar|sqs|queues?|search|lucene|index(?:ing)?|elastic\w{0,6}|mongo\w{0,2}|s3|notifications?|sessions?|db|database|jdbc|servlets?|actors)\/\w+${end}`),
    example: 'src/main/java/com/acme/shop/sse/PriceFeed.java',
  },
  { match: descriptorFile, example: 'src/main/resources/META-INF/persistence.xml' },
  { match: ownConfigFile, example: 'src/main/resources/jdbc.properties' },
];

/** Applications of the JVM: Spring Boot, Quarkus, Micronaut, Ktor and others, by build, configuration and code. */
export const jvm: Detector = {
  id: 'jvm',
  label: 'Java, Kotlin, Scala',
  files: [
    { match: configFile, example: 'src/main/resources/application-prod.yml' },
    { match: servedFile, example: 'config/src/main/resources/shared/account-service.yml' },
    { match: hoconFile, example: 'src/main/resources/application.conf' },
    { match: mainClassFile, example: 'src/main/java/com/acme/shop/ShopApplication.java' },
    { match: webDescriptor, example: 'WebContent/WEB-INF/web.xml' },
    { match: loggingFile, example: 'src/main/resources/logback-spring.xml' },
    { match: imageFile, example: 'src/main/docker/Dockerfile.jvm' },
  ],
  formats(path) {
    if (configFile.test(path) || servedFile.test(path)) return path.includes('.properties') ? ['properties'] : ['yaml'];
    if (path.endsWith('.xml')) return ['xml'];
    return /\.(?:ya?ml|json)$/.test(path) ? ['yaml'] : path.endsWith('.properties') ? ['properties'] : [];
  },
  frameworks: new Set([...jvmFrameworkIds, ...functionFrameworks]),
  extract(document, formats) {
    if (configFile.test(document.path) || servedFile.test(document.path)) return extractConfigFile(document, formats);
    if (loggingFile.test(document.path)) return extractLogging(document, formats);
    if (webDescriptor.test(document.path)) return extractWebDescriptor(document, formats);
    const hocon = hoconFile.exec(document.path);
    if (hocon !== null) return { facts: readHocon(document, { path: document.path, profile: hocon[2] ?? '', sample: false, bootstrap: false }), problems: [] };
    if (imageFile.test(document.path)) return extractDockerfile(document);
    return mainClassFile.test(document.path) ? extractMainClass(document) : emptyExtraction;
  },
  sources,
  extractSource(document, formats) {
    if (document.path.endsWith('.xml')) return extractDescriptor(document, formats);
    return /\.(?:java|kt|groovy|scala)$/.test(document.path) ? extractMarkers(document) : extractOwnConfig(document, formats);
  },
  applications: jvmApplications,
  bindings: (scope) => (jvmFrameworkIds.has(scope.application.framework) ? jvmBindings(scope) : functionsIn(scope, 'java', 'kotlin', 'scala') ? storeBindings(scope) : []),
};

/** What functions ask: how they run, what calls them and where their secrets are says their declaration. */
function storeBindings(scope: ApplicationScope): readonly Binding[] {
  const settings = jvmSettings(scope);
  return withoutClientsOfOthers(settings, [databaseBindings, documentBindings, cacheBindings, queueBindings, streamingBindings, fileBindings, mailBindings, searchBindings].flatMap((bindingsOf) => bindingsOf(settings)));
}

function jvmBindings(scope: ApplicationScope): readonly Binding[] {
  const settings = jvmSettings(scope);
  return withoutClientsOfOthers(settings, [
    ...computeBindings(settings),
    ...databaseBindings(settings),
    ...documentBindings(settings),
    ...cacheBindings(settings),
    ...sessionBindings(settings),
    ...queueBindings(settings),
    ...streamingBindings(settings),
    ...schedulerBindings(settings),
    ...realtimeBindings(settings),
    ...fileBindings(settings),
    ...assetBindings(settings),
    ...mailBindings(settings),
    ...searchBindings(settings),
    ...monitoringBindings(settings),
    ...secretBindings(settings),
  ]);
}

import assert from 'node:assert/strict';
import { readWorkspace, type Files } from '../../support/workspace';
import { boot, pom, shop } from './support';

interface Case {
  readonly name: string;
  readonly files: Files;
  /** `need: technology`, with a library behind a slash; `compute` is left out unless named. */
  readonly needs: readonly string[];
}

const postgres = 'org.postgresql:postgresql@runtime';
const mysql = 'com.mysql:mysql-connector-j@runtime';
const h2 = 'com.h2database:h2@runtime';
const jpa = `${boot}-data-jpa`;
const yaml = 'src/main/resources/application.yml';
const properties = 'src/main/resources/application.properties';
const production = 'src/main/resources/application-prod.yml';
const java = (name: string, text: string): Files => ({ [`src/main/java/com/example/shop/${name}.java`]: text });

const jetty = (files: Files): Files => ({
  'build.gradle': 'plugins { id "java" }\ndependencies {\n  implementation "org.eclipse.jetty:jetty-server:$v"\n  implementation "com.rabbitmq:amqp-client:5.31.0"\n  implementation "redis.clients:jedis:7.5.2"\n}\n',
  'src/main/java/a/Main.java': 'class Main { public static void main(String[] args) {} }',
  'src/main/java/a/forward/AmqpClient.java': 'class AmqpClient { ConnectionFactory factory = new ConnectionFactory(); }',
  'src/main/java/a/RedisService.java': 'class RedisService { Jedis jedis = new Jedis(url); }',
  Dockerfile: 'FROM eclipse-temurin:21\nCMD ["java", "-jar", "shop.jar"]\n',
  ...files,
});

const bare: readonly Case[] = [
  { name: 'clients without an address, of a server that configures nothing by itself', files: jetty({}), needs: [] },
  { name: 'a broker with an address', files: jetty({ 'src/main/resources/application.properties': 'rabbitmq.host=mq\n' }), needs: ['queue: rabbitmq'] },
  { name: 'a dependency whose notation is long and holds a variable', files: { 'build.gradle': 'plugins { id "org.springframework.boot" version "3.4.1" }\ndependencies {\n  implementation "org.springframework.boot:spring-boot-starter-web"\n  implementation "io.micrometer:micrometer-registry-prometheus-simpleclient:${revMicrometer}"\n}\n', 'src/main/java/a/ShopApplication.java': '@SpringBootApplication class ShopApplication {}' }, needs: ['monitoring: prometheus'] },
];

const databases: readonly Case[] = [
  { name: 'by the URL', files: shop([jpa, postgres], { [properties]: 'spring.datasource.url=jdbc:postgresql://localhost/shop\n' }), needs: ['relational-database: postgresql'] },
  { name: 'the production profile outranks the general file', files: shop([jpa, postgres, h2], { [yaml]: 'spring:\n  datasource:\n    url: jdbc:h2:mem:shop\n', [production]: 'spring.datasource.url: jdbc:postgresql://db/shop\n' }), needs: ['relational-database: postgresql'] },
  { name: 'a document of one file for production', files: shop([jpa, mysql], { [yaml]: 'spring.datasource.url: jdbc:h2:mem:shop\n---\nspring:\n  config:\n    activate:\n      on-profile: prod\n  datasource:\n    url: jdbc:mysql://db/shop\n' }), needs: ['relational-database: mysql'] },
  { name: 'a document of properties for production', files: shop([jpa, mysql], { [properties]: 'spring.datasource.url=jdbc:h2:mem:a\n#---\nspring.config.activate.on-profile=prod\nspring.datasource.url=jdbc:mysql://db/shop\n' }), needs: ['relational-database: mysql'] },
  { name: 'profiles as before Spring Boot 2.4', files: shop([jpa, mysql], { [yaml]: 'spring.datasource.url: jdbc:h2:mem:shop\n---\nspring:\n  profiles: prod\n  datasource:\n    url: jdbc:mysql://db/shop\n' }), needs: ['relational-database: mysql'] },
  { name: 'a developer profile that the file switches on gives way to production', files: shop([jpa, mysql], { [yaml]: 'spring.profiles.active: dev\n', 'src/main/resources/application-dev.yml': 'spring.datasource.url: jdbc:h2:mem:a\n', [production]: 'spring.datasource.url: jdbc:mysql://db/shop\n' }), needs: ['relational-database: mysql'] },
  { name: 'a profile that the file switches on', files: shop([jpa, mysql], { [yaml]: 'spring.profiles.active: druid\n', 'src/main/resources/application-druid.yml': 'spring:\n  datasource:\n    druid:\n      master:\n        url: jdbc:mysql://db/shop\n' }), needs: ['relational-database: mysql'] },
  { name: 'the profile that the image is started with', files: shop([jpa, mysql], { [yaml]: 'spring.datasource.url: jdbc:h2:mem:a\n', 'src/main/resources/application-docker.yml': 'spring.datasource.url: jdbc:mysql://db/shop\n', Dockerfile: 'FROM eclipse-temurin:21\nENV SPRING_PROFILES_ACTIVE=docker\nCOPY target/shop.jar /\nCMD ["java", "-jar", "shop.jar"]\n' }), needs: ['relational-database: mysql'] },
  { name: 'the profile that the command names', files: shop([jpa, mysql], { [yaml]: 'spring.datasource.url: jdbc:h2:mem:a\n', 'src/main/resources/application-cloud.yml': 'spring.datasource.url: jdbc:mysql://db/shop\n', Procfile: 'web: java -Dspring.profiles.active=cloud -jar target/shop.jar\n' }), needs: ['relational-database: mysql'] },
  { name: 'a variable of compose outranks the file', files: shop([jpa, postgres, mysql], { [properties]: 'spring.datasource.url=jdbc:mysql://localhost/shop\n', 'docker-compose.yml': 'services:\n  shop:\n    build: .\n    restart: always\n    environment:\n      SPRING_DATASOURCE_URL: jdbc:postgresql://db:5432/shop\n' }), needs: ['relational-database: postgresql'] },
  { name: 'the default of a placeholder', files: shop([jpa, mysql], { [yaml]: 'spring.datasource.url: ${DB_URL:jdbc:mysql://localhost/shop}\n' }), needs: ['relational-database: mysql'] },
  { name: 'placeholders inside a URL', files: shop([jpa, mysql], { [yaml]: 'kind: mysql\nspring.datasource.url: jdbc:${kind}://${DB_HOST:localhost}:${DB_PORT:3306}/shop\n' }), needs: ['relational-database: mysql'] },
  { name: 'a placeholder that a variable fills', files: shop([jpa, postgres, mysql], { [yaml]: 'spring.datasource.url: ${DB_URL:jdbc:mysql://localhost/shop}\n', '.env': 'DB_URL=jdbc:postgresql://db/shop\n' }), needs: ['relational-database: postgresql'] },
  { name: 'the driver where only a library falls back to an embedded one', files: { 'pom.xml': pom([], { artifact: 'all', body: '<packaging>pom</packaging>' }), 'base/pom.xml': pom([h2], { artifact: 'base' }), 'base/src/main/resources/META-INF/microprofile-config.properties': 'dt.database.url=jdbc:h2:mem:base\n', ...Object.fromEntries(Object.entries(shop([jpa, postgres, 'a:base'])).map(([path, text]) => [`web/${path}`, text])), 'web/src/main/resources/application.properties': 'spring.datasource.url=${DB_URL}\n' }, needs: ['relational-database: postgresql'] },
  { name: 'the driver where the URL is unknown', files: shop([jpa, mysql], { [yaml]: 'spring.datasource.url: ${DB_URL}\n' }), needs: ['relational-database: mysql'] },
  { name: 'an embedded database that nothing configures', files: shop([jpa, h2, mysql]), needs: ['relational-database: h2'] },
  { name: 'one driver that nothing configures', files: shop([jpa, postgres]), needs: ['relational-database: postgresql'] },
  { name: 'a driver of the tests only', files: shop([jpa, 'com.h2database:h2@test', postgres]), needs: ['relational-database: postgresql'] },
  { name: 'a configuration of the tests only', files: shop([`${boot}-validation`], { 'src/test/resources/application.yml': 'spring.datasource.url: jdbc:h2:mem:a\n' }), needs: [] },
  { name: 'a project below a folder src', files: Object.fromEntries(Object.entries(shop([jpa, mysql], { [yaml]: 'spring.datasource.url: jdbc:mysql://db/shop\n' })).map(([path, text]) => [`src/orders/${path}`, text])), needs: ['relational-database: mysql'] },
  { name: 'R2DBC', files: shop([`${boot}-data-r2dbc`, 'org.postgresql:r2dbc-postgresql'], { [yaml]: 'spring.r2dbc.url: r2dbc:pool:postgresql://db/shop\n' }), needs: ['relational-database: postgresql'] },
  { name: 'MongoDB beside a relational database', files: shop([jpa, postgres, `${boot}-data-mongodb`], { [yaml]: 'spring:\n  datasource:\n    url: jdbc:postgresql://db/shop\n  data:\n    mongodb:\n      uri: mongodb://me:geheim@mongo/shop\n' }), needs: ['relational-database: postgresql', 'document-database: mongodb'] },
];

const common = { 'pom.xml': pom([], { artifact: 'all', body: '<packaging>pom</packaging>' }), 'base/pom.xml': pom([`${boot}-web`], { artifact: 'base' }) };
const inFolder = (folder: string, files: Files): Files => Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
const chosenStore = 'class Store { String url() { return "jdbc:mariadb://" + host; } HikariDataSource source; }';

const shared: readonly Case[] = [
  { name: 'events of a helper that the application does not answer with', files: { ...common, 'base/src/main/java/a/sse/Emitters.java': 'class Emitters { Map<String, SseEmitter> all; }', ...inFolder('web', shop(['a:base'])) }, needs: [] },
  { name: 'events of a controller in a module that it is built from', files: { ...common, 'base/src/main/java/a/sse/Feed.java': '@RestController\nclass Feed { @GetMapping("/feed") SseEmitter feed() {} }', ...inFolder('web', shop(['a:base'])) }, needs: ['realtime: sse'] },
  { name: 'a database that is one choice of several, while memory is what is chosen', files: shop(['org.mariadb.jdbc:mariadb-java-client', 'com.zaxxer:HikariCP'], { [yaml]: 'shop:\n  storage:\n    type: ${STORAGE_TYPE:mem}\n', ...java('DatabaseConfig', chosenStore) }), needs: [] },
  { name: 'a database whose address code puts together', files: shop(['org.mariadb.jdbc:mariadb-java-client', 'com.zaxxer:HikariCP'], { [yaml]: 'shop:\n  storage:\n    type: sql\n', ...java('DatabaseConfig', chosenStore) }), needs: ['relational-database: mariadb'] },
  { name: 'functions, whose stores the framework\'s settings name', files: { 'serverless.yml': 'service: shop\nprovider:\n  name: aws\n  runtime: java21\n  environment:\n    SPRING_DATASOURCE_DRIVER_CLASS_NAME: com.mysql.cj.jdbc.Driver\nfunctions:\n  find:\n    handler: a.FindHandler\n    events:\n      - http: GET /items\n', 'build.gradle': 'dependencies {\n  implementation "org.springframework.boot:spring-boot-starter-data-jpa:3.4.1"\n  implementation "software.amazon.awssdk:sqs:2.31.0"\n}\n', 'src/main/java/a/QueueSender.java': 'class QueueSender { SqsClient client = SqsClient.create(); }' }, needs: ['relational-database: mysql', 'queue: sqs'] },
  { name: 'a password of a database that the application does not have', files: shop([], { 'docker-compose.yml': 'services:\n  shop:\n    build: .\n    environment:\n      SPRING_DATASOURCE_PASSWORD: ${DB_PASSWORD}\n' }), needs: [] },
];

const stores: readonly Case[] = [
  { name: 'caching by Redis', files: shop([`${boot}-data-redis`], { ...java('CacheConfig', '@EnableCaching class CacheConfig {}'), [yaml]: 'spring.data.redis.host: redis\n' }), needs: ['cache: redis'] },
  { name: 'a provider of the application’s own choice', files: shop(['com.github.ben-manes.caffeine:caffeine'], { ...java('PluginCache', 'class PluginCache { Cache c = Caffeine.newBuilder().build(); }'), [properties]: 'shop.cache.provider=database\n' }), needs: ['cache: database'] },
  { name: 'a type that is configured', files: shop([`${boot}-cache`, `${boot}-data-redis`], { ...java('CacheConfig', '@EnableCaching class CacheConfig {}'), [yaml]: 'spring.cache.type: caffeine\n' }), needs: ['cache: memory/caffeine'] },
  { name: 'Ehcache before Redis, as Spring Boot looks', files: shop(['org.ehcache:ehcache', `${boot}-data-redis`], java('CacheConfig', '@EnableCaching class CacheConfig {}')), needs: ['cache: memory/ehcache'] },
  { name: 'a library for caching that nothing uses', files: shop(['com.github.ben-manes.caffeine:caffeine']), needs: [] },
  { name: 'a client of Redis that nothing configures or uses', files: shop([`${boot}-data-redis`]), needs: [] },
  { name: 'sessions in Redis', files: shop(['org.springframework.session:spring-session-data-redis', `${boot}-data-redis`], { [yaml]: 'spring.data.redis.host: redis\n' }), needs: ['sessions: redis/spring-session'] },
  { name: 'sessions in the database', files: shop(['org.springframework.session:spring-session-jdbc']), needs: ['sessions: database/spring-session'] },
  { name: 'sessions in the memory of the server', files: shop([`${boot}-security`], java('SecurityConfig', 'class SecurityConfig { void a() { http.formLogin(); } }')), needs: ['sessions: memory'] },
  { name: 'no sessions where tokens sign in', files: shop([`${boot}-security`], java('SecurityConfig', 'class SecurityConfig { void a() { http.sessionCreationPolicy(SessionCreationPolicy.STATELESS); } }')), needs: [] },
];

const messaging: readonly Case[] = [
  { name: 'RabbitMQ', files: shop([`${boot}-amqp`], { ...java('OrderListener', '@RabbitListener(queues = "a") class OrderListener {}'), [yaml]: 'spring.rabbitmq.host: rabbit\n' }), needs: ['queue: rabbitmq'] },
  { name: 'RabbitMQ that nothing uses', files: shop([`${boot}-amqp`]), needs: [] },
  { name: 'Kafka', files: shop(['org.springframework.kafka:spring-kafka'], { [yaml]: 'spring.kafka.bootstrap-servers: kafka:9092\n' }), needs: ['event-streaming: kafka'] },
  { name: 'Kafka under a library of messages', files: shop(['io.eventuate.tram.core:eventuate-tram-spring-jdbc-kafka'], { [yaml]: 'eventuatelocal.kafka.bootstrap.servers: kafka:9092\n' }), needs: ['event-streaming: kafka'] },
  { name: 'Kafka that a switch turns off', files: shop(['org.springframework.kafka:spring-kafka'], { ...java('KafkaConfig', 'class KafkaConfig { KafkaTemplate t; }'), [yaml]: 'shop.events.kafka.enabled: ${KAFKA_ENABLED:false}\n' }), needs: [] },
  { name: 'ActiveMQ by JMS', files: shop([`${boot}-activemq`], { [yaml]: 'spring.activemq.broker-url: tcp://mq:61616\n' }), needs: ['queue: activemq'] },
  { name: 'SQS', files: shop(['io.awspring.cloud:spring-cloud-aws-starter-sqs'], java('OrderListener', '@SqsListener("orders") class OrderListener {}')), needs: ['queue: sqs'] },
  { name: 'a setting that chooses among brokers', files: shop([`${boot}-amqp`, 'io.awspring.cloud:spring-cloud-aws-starter-sqs'], { ...java('RabbitConfig', 'class RabbitConfig { RabbitTemplate t; }'), ...java('SqsConfig', 'class SqsConfig { SqsTemplate t; }'), [yaml]: 'shop.messaging.provider: ${BROKER:sqs}\n' }), needs: ['queue: sqs'] },
  { name: 'JobRunr', files: shop(['org.jobrunr:jobrunr-spring-boot-3-starter']), needs: ['queue: database/jobrunr'] },
  { name: 'methods on a timetable', files: shop([], { ...java('AppConfig', '@EnableScheduling class AppConfig {}'), ...java('CleanupJob', 'class CleanupJob { @Scheduled(cron = "0 0 * * * *") void run() {} }') }), needs: ['scheduler: spring-scheduled'] },
  { name: 'a method on a timetable that nothing switches on', files: shop([], java('CleanupJob', 'class CleanupJob { @Scheduled(cron = "0 0 * * * *") void run() {} }')), needs: [] },
  { name: 'a timetable in a comment', files: shop([], { ...java('AppConfig', '@EnableScheduling class AppConfig {}'), ...java('CleanupJob', 'class CleanupJob {\n  // @Scheduled(cron = "0 0 * * * *")\n}') }), needs: [] },
  { name: 'Quartz', files: shop([`${boot}-quartz`], { [yaml]: 'spring.quartz.job-store-type: jdbc\n' }), needs: ['scheduler: quartz'] },
  { name: 'messages inside the process, as the application’s own file says', files: shop(['com.rabbitmq:amqp-client', 'org.apache.kafka:kafka-clients'], { ...java('TbRabbitMqNode', 'class TbRabbitMqNode { ConnectionFactory f = new ConnectionFactory(); }'), 'src/main/resources/shop.yml': 'swagger:\n  enabled: true\nspring:\n  datasource:\n    url: jdbc:h2:mem:a\nqueue:\n  type: ${QUEUE_TYPE:in-memory}\n  resources: 4\n' }), needs: ['queue: memory', 'relational-database: h2'] },
  { name: 'a thread that works every few hours', files: shop([], java('CleanupService', 'class CleanupService { void start() { executor.scheduleAtFixedRate(() -> clean(), 1, 6, TimeUnit.HOURS); } }')), needs: ['scheduler: custom'] },
  { name: 'a service of Guava with a timetable', files: shop([], java('FeedService', 'class FeedService extends AbstractScheduledService {}')), needs: ['scheduler: custom'] },
  { name: 'no timetable of what looks every second', files: shop([], java('WatchService', 'class WatchService { void start() { executor.scheduleAtFixedRate(() -> look(), 1, 1, TimeUnit.SECONDS); } }')), needs: [] },
  { name: 'a lock around a timetable of its own', files: shop(['net.javacrumbs.shedlock:shedlock-provider-jdbc-template']), needs: ['scheduler: shedlock'] },
  { name: 'a lock around the timetable', files: shop(['net.javacrumbs.shedlock:shedlock-spring'], { ...java('AppConfig', '@EnableScheduling class AppConfig {}'), ...java('CleanupJob', 'class CleanupJob { @Scheduled(fixedRate = 1) void run() {} }') }), needs: ['scheduler: spring-scheduled/shedlock'] },
];

/** A web archive whose modules bind one of two stores by a switch. */
const switched = (files: Files): Files => ({ 'pom.xml': pom(['jakarta.servlet:jakarta.servlet-api@provided', 'org.redisson:redisson', 'org.ehcache:ehcache'], { parent: '', body: '<packaging>war</packaging>' }), 'src/main/webapp/WEB-INF/web.xml': '<web-app/>', ...files });
const choice = java('CacheModule', 'class CacheModule { void bind() { if (config.isRedisCachingEnabled()) bind(RedissonClient.class); else bind(CacheManager.class); } }');

const waiting: readonly Case[] = [
  { name: 'Redis that waits for a switch, beside a cache in the process', files: switched({ ...choice, ...java('CacheProvider', 'class CacheProvider { Object get() { return Caching.getCachingProvider("org.ehcache.jsr107.EhcacheCachingProvider"); } }') }), needs: ['cache: memory/ehcache'] },
  { name: 'Redis that waits for a switch and has an address', files: switched({ ...choice, [properties]: 'redis.host=cache\n' }), needs: ['cache: redis'] },
  { name: 'Redis without a switch', files: switched(java('CacheModule', 'class CacheModule { void bind() { bind(RedissonClient.class); } }')), needs: ['cache: redis'] },
  { name: 'sessions of Shiro in tables', files: switched({ ...choice, ...java('JdbcSessionDao', 'public class JdbcSessionDao extends CachingSessionDAO {}'), ...java('RedisSessionDao', 'public class RedisSessionDao extends CachingSessionDAO {}') }), needs: ['sessions: database/shiro'] },
  { name: 'sessions of Shiro in Redis', files: switched(java('RedisSessionDao', 'public class RedisSessionDao extends AbstractSessionDAO {}')), needs: ['sessions: redis/shiro'] },
  { name: 'a cache that Guava builds', files: shop([], java('PriceCache', 'class PriceCache { Cache<String, Price> prices = CacheBuilder.newBuilder().build(); }')), needs: ['cache: memory/guava'] },
];

const delivery: readonly Case[] = [
  { name: 'STOMP over WebSockets', files: shop([`${boot}-websocket`], java('WebSocketConfig', '@EnableWebSocketMessageBroker class WebSocketConfig {}')), needs: ['realtime: ws/stomp'] },
  { name: 'events on an open response', files: shop([], java('StreamController', 'class StreamController { SseEmitter open() { return null; } }')), needs: ['realtime: sse'] },
  { name: 'events of what a switch turns off', files: shop([], { ...java('ChatController', 'class ChatController { SseEmitter open() { return null; } }'), [yaml]: 'shop.chat.enabled: false\n' }), needs: [] },
  { name: 'S3', files: shop(['software.amazon.awssdk:s3'], java('S3Storage', 'class S3Storage { S3Client client; }')), needs: ['file-storage: s3'] },
  { name: 'MinIO', files: shop(['io.minio:minio:8'], { ...java('MinioConfig', 'class MinioConfig { MinioClient client; }'), [yaml]: 'minio.endpoint: http://minio:9000\n' }), needs: ['file-storage: minio'] },
  { name: 'files on the disk', files: shop([], java('FileController', 'class FileController { void put(MultipartFile file) { file.transferTo(target); } }')), needs: ['file-storage: local'] },
  { name: 'a setting that chooses among storages', files: shop(['com.aliyun.oss:aliyun-sdk-oss'], { ...java('OssStorage', 'class OssStorage { OSSClient client; }'), ...java('LocalStorage', 'class LocalStorage { void put(MultipartFile f) { Files.copy(f, t); } }'), [yaml]: 'shop.storage.active: local\n' }), needs: ['file-storage: local'] },
  { name: 'mail by SMTP', files: shop([`${boot}-mail`], { [yaml]: 'spring.mail.host: smtp.example.com\n' }), needs: ['mail: smtp'] },
  { name: 'mail by the SMTP interface of SES', files: shop([`${boot}-mail`], { [yaml]: 'spring.mail.host: email-smtp.us-east-1.amazonaws.com\n' }), needs: ['mail: ses'] },
  { name: 'a mail starter that nothing uses', files: shop([`${boot}-mail`]), needs: [] },
  { name: 'Elasticsearch', files: shop([`${boot}-data-elasticsearch`], { [yaml]: 'spring.elasticsearch.uris: http://es:9200\n' }), needs: ['search: elasticsearch'] },
  { name: 'Lucene', files: shop(['org.apache.lucene:lucene-core'], java('LuceneSearch', 'class LuceneSearch { IndexWriter writer; }')), needs: ['search: lucene'] },
  { name: 'templates with files for browsers', files: shop([`${boot}-thymeleaf`], { 'src/main/resources/static/app.css': 'a{}' }), needs: ['static-assets: bundled'] },
  { name: 'a folder of the archive that the settings hand out', files: shop([], { [yaml]: 'spring:\n  web:\n    resources:\n      static-locations:\n        - classpath:/dist/\n' }), needs: ['static-assets: bundled'] },
  { name: 'the folder that is handed out anyway, and one of uploads', files: shop([], { [properties]: 'spring.web.resources.static-locations=classpath:/static/,file:./uploads/\n' }), needs: [] },
  { name: 'a file in which a database keeps its rows is no folder of files', files: shop([], { [yaml]: 'history.store.path: data/history.duckdb\n', ...java('UploadService', 'class UploadService { void take(MultipartFile file) {} }') }), needs: [] },
];

const operations: readonly Case[] = [
  { name: 'a registry of Prometheus', files: shop(['io.micrometer:micrometer-registry-prometheus']), needs: ['monitoring: prometheus'] },
  { name: 'a registry that is switched off', files: shop(['io.micrometer:micrometer-registry-prometheus'], { [production]: 'management.prometheus.metrics.export.enabled: false\n' }), needs: [] },
  { name: 'a registry that code makes, whatever the endpoint is told', files: shop(['io.micrometer:micrometer-registry-prometheus'], { [yaml]: 'management.endpoint.prometheus.enabled: false\n', ...java('MetricsConfiguration', 'class MetricsConfiguration { PrometheusMeterRegistry registry = new PrometheusMeterRegistry(config); }') }), needs: ['monitoring: prometheus'] },
  { name: 'traces by OpenTelemetry that nothing exports', files: shop(['io.opentelemetry.instrumentation:opentelemetry-spring-boot-starter'], { [yaml]: 'otel:\n  traces:\n    exporter: none\n  logs:\n    exporter: none\n' }), needs: [] },
  { name: 'traces by OpenTelemetry whose exporters code switches off', files: shop(['io.opentelemetry.instrumentation:opentelemetry-spring-boot-starter'], java('TracingConfig', 'class TracingConfig { void set() { properties.put("otel.traces.exporter", "none"); } }')), needs: [] },
  { name: 'secrets in the database by a setting of one\'s own', files: shop([], { [properties]: 'shop.secret-management.provider=database\n' }), needs: ['secrets: database'] },
  { name: 'traces by OpenTelemetry', files: shop(['io.micrometer:micrometer-tracing-bridge-otel']), needs: ['monitoring: opentelemetry'] },
  { name: 'Sentry by its plugin and an address', files: { 'build.gradle.kts': 'plugins {\n id("org.springframework.boot") version "4.0.1"\n id("io.sentry.jvm.gradle") version "6.4.0"\n}\ndependencies {\n implementation("org.springframework.boot:spring-boot-starter-web")\n}\n', ...java('ShopApplication', '@SpringBootApplication class ShopApplication {}'), [production]: 'sentry:\n  dsn: ${SENTRY_DSN}\n' }, needs: ['monitoring: sentry', 'secrets: env'] },
  { name: 'no Sentry by its plugin without an address', files: { 'build.gradle.kts': 'plugins {\n id("org.springframework.boot") version "4.0.1"\n id("io.sentry.jvm.gradle") version "6.4.0"\n}\ndependencies {\n implementation("org.springframework.boot:spring-boot-starter-web")\n}\n', ...java('ShopApplication', '@SpringBootApplication class ShopApplication {}') }, needs: [] },
  { name: 'log files by the configuration', files: shop([], { [properties]: 'logging.file.name=logs/shop.log\n' }), needs: ['monitoring: log-file'] },
  { name: 'log files by Logback', files: shop([], { 'src/main/resources/logback-spring.xml': '<configuration><appender name="FILE" class="ch.qos.logback.core.rolling.RollingFileAppender"/><root><appender-ref ref="FILE"/></root></configuration>' }), needs: ['monitoring: log-file'] },
  { name: 'an appender that nothing refers to', files: shop([], { 'src/main/resources/logback-spring.xml': '<configuration><appender name="FILE" class="ch.qos.logback.core.FileAppender"/><root><appender-ref ref="CONSOLE"/></root></configuration>' }), needs: [] },
  { name: 'a log file of developers', files: shop([], { 'src/main/resources/logback-spring.xml': '<configuration><appender name="FILE" class="ch.qos.logback.core.FileAppender"/><springProfile name="dev"><root><appender-ref ref="FILE"/></root></springProfile></configuration>' }), needs: [] },
  { name: 'credentials that the deployment hands over in small letters', files: shop([], { [yaml]: 'shop:\n  jwt:\n    secret: ${shop_jwt_secret}\n' }), needs: ['secrets: env'] },
  { name: 'no credential that another key holds', files: shop([], { [yaml]: 'shop:\n  jwt:\n    secret: ${shop.other.secret}\n' }), needs: [] },
  { name: 'credentials of the environment', files: shop([], { [yaml]: 'shop:\n  jwt:\n    secret: ${JWT_SECRET}\n' }), needs: ['secrets: env'] },
  { name: 'credentials in a manager', files: shop(['io.awspring.cloud:spring-cloud-aws-starter-secrets-manager'], { [yaml]: 'spring.config.import: aws-secretsmanager:/shop\n' }), needs: ['secrets: secretsmanager'] },
  { name: 'Vault', files: shop(['org.springframework.cloud:spring-cloud-starter-vault-config']), needs: ['secrets: vault'] },
];

const quarkusBuild = { parent: '', body: '<build><plugins><plugin><groupId>io.quarkus</groupId><artifactId>quarkus-maven-plugin</artifactId></plugin></plugins></build>' };
const others: readonly Case[] = [
  { name: 'Quarkus: production before the rest', files: { 'pom.xml': pom(['io.quarkus:quarkus-jdbc-postgresql', 'io.quarkus:quarkus-jdbc-h2'], quarkusBuild), [properties]: 'quarkus.datasource.db-kind=h2\n%prod.quarkus.datasource.db-kind=postgresql\n%test.quarkus.datasource.db-kind=h2\n' }, needs: ['relational-database: postgresql'] },
  { name: 'Quarkus: the driver alone', files: { 'pom.xml': pom(['io.quarkus:quarkus-jdbc-mariadb'], quarkusBuild), [properties]: 'quarkus.http.port=1\n' }, needs: ['relational-database: mariadb'] },
  { name: 'Quarkus: channels of messages', files: { 'pom.xml': pom(['io.quarkus:quarkus-messaging-kafka'], quarkusBuild), [yaml]: 'mp:\n  messaging:\n    incoming:\n      orders:\n        connector: smallrye-kafka\n"%test":\n  mp:\n    messaging:\n      incoming:\n        orders:\n          connector: smallrye-in-memory\n' }, needs: ['event-streaming: kafka'] },
  { name: 'Quarkus: channels of AMQP', files: { 'pom.xml': pom(['io.quarkus:quarkus-messaging-amqp'], quarkusBuild), [properties]: 'mp.messaging.incoming.requests.address=quotes\n', ...java('QuoteProcessor', 'class QuoteProcessor { @Incoming("requests") void take(String text) {} }') }, needs: ['queue: activemq'] },
  { name: 'Quarkus: a client of Elasticsearch', files: { 'pom.xml': pom(['io.quarkus:quarkus-elasticsearch-java-client'], quarkusBuild), [properties]: 'a=1\n', ...java('FruitService', 'class FruitService { ElasticsearchClient client; }') }, needs: ['search: elasticsearch'] },
  { name: 'Quarkus: a timetable in the words of Spring', files: { 'pom.xml': pom(['io.quarkus:quarkus-spring-scheduled'], quarkusBuild), [properties]: 'a=1\n', ...java('CleanupJob', 'class CleanupJob { @Scheduled(fixedRate = 1000) void run() {} }') }, needs: ['scheduler: quarkus-scheduler'] },
  { name: 'Quarkus: a timetable', files: { 'pom.xml': pom(['io.quarkus:quarkus-scheduler'], quarkusBuild), [properties]: 'a=1\n', ...java('CleanupJob', 'class CleanupJob { @Scheduled(every = "1h") void run() {} }') }, needs: ['scheduler: quarkus-scheduler'] },
  { name: 'Micronaut', files: { 'build.gradle': 'plugins { id("io.micronaut.application") version "4.4.2" }\ndependencies {\n implementation("io.micronaut:micronaut-http-server-netty")\n implementation("io.micronaut.sql:micronaut-jdbc-hikari")\n runtimeOnly("org.postgresql:postgresql")\n}\n', ...java('Application', 'class Application { void main() { Micronaut.run(Application.class); } }'), [yaml]: 'datasources:\n  default:\n    url: jdbc:postgresql://db/shop\n' }, needs: ['relational-database: postgresql'] },
  { name: 'Ktor: a URL in the code', files: { 'build.gradle.kts': 'plugins { application }\ndependencies {\n  implementation("io.ktor:ktor-server-netty:3.0.0")\n  implementation("org.postgresql:postgresql:42")\n}\n', 'src/main/kotlin/Application.kt': 'fun main() { embeddedServer(Netty) {} }\nval db = Database.connect("jdbc:postgresql://db/shop")\n' }, needs: ['relational-database: postgresql'] },
  { name: 'Ktor: HOCON with a variable over a default', files: { 'build.gradle': 'dependencies {\n  implementation "io.ktor:ktor-server-netty:3.0.0"\n  implementation "org.postgresql:postgresql:42"\n  implementation "com.h2database:h2:2"\n}\n', 'src/main/kotlin/Application.kt': 'fun main(args: Array<String>) = EngineMain.main(args)\n', 'src/main/resources/application.conf': 'ktor {\n  deployment { port = 8080 }\n  application { modules = [ a.ApplicationKt.module ] }\n}\nstorage {\n  jdbcURL = "jdbc:postgresql://localhost/shop" # comment\n  jdbcURL = ${?JDBC_URL}\n}\njwt.secret = ${JWT_SECRET}\n' }, needs: ['relational-database: postgresql', 'secrets: env'] },
  { name: 'what a configuration server hands out', files: {
    'config/pom.xml': pom(['org.springframework.cloud:spring-cloud-config-server'], { artifact: 'config' }), 'config/src/main/java/a/ConfigApplication.java': '@SpringBootApplication class A {}',
    'config/src/main/resources/shared/orders.yml': 'spring.data.mongodb.uri: mongodb://mongo/orders\n',
    'orders/pom.xml': pom(['org.springframework.cloud:spring-cloud-starter-config', `${boot}-data-mongodb`], { artifact: 'orders' }), 'orders/src/main/java/a/OrdersApplication.java': '@SpringBootApplication class A {}',
  }, needs: ['document-database: mongodb'] },
  { name: 'compute by an image', files: shop([], { Dockerfile: 'FROM eclipse-temurin:21-jre\nCOPY target/shop.jar app.jar\n' }), needs: ['compute: container'] },
  { name: 'compute by Lambda', files: shop(['com.amazonaws.serverless:aws-serverless-java-container-springboot3']), needs: ['compute: serverless/aws-serverless-java-container-springboot3'] },
];

describe('JVM needs', () => {
  for (const [title, cases] of Object.entries({ bare, databases, shared, stores, messaging, waiting, delivery, operations, others })) {
    describe(title, () => {
      for (const { name, files, needs } of cases) {
        it(name, async () => {
          const found = (await readWorkspace(files)).needs.filter(({ id }) => id !== 'compute' || needs.some((need) => need.startsWith('compute')));
          assert.deepEqual(found.map(({ id, technology, library }) => `${id}: ${technology}${library === null ? '' : `/${library}`}`).sort(), [...needs].sort());
        });
      }
    });
  }

  it('points at the value that decides, and lists what else is offered', async () => {
    const workspace = await readWorkspace(shop([jpa, mysql, postgres, h2], { [yaml]: 'spring:\n  datasource:\n    url: jdbc:mysql://localhost/shop\n', 'src/main/resources/application-postgres.yml': 'spring.datasource.url: jdbc:postgresql://localhost/shop\n' }));
    const database = workspace.needs.find(({ id }) => id === 'relational-database');
    assert.ok(database !== undefined);
    assert.equal(workspace.proof(database)[0], `${yaml}:jdbc:mysql://localhost/shop`);
    assert.equal(database.evidence[0]?.key, 'spring.datasource.url');
    assert.deepEqual(database.supported, ['postgresql']);
  });

  it('keeps no credential', async () => {
    const { scopes } = await readWorkspace(shop([], { [yaml]: 'spring:\n  datasource:\n    password: geheim1\n    url: jdbc:mysql://ich:geheim2@db/shop?password=geheim3\njwt:\n  secret: geheim4\n  base64-secret: ${JWT:geheim5}\n', [properties]: 'mongo.uri=mongodb://ich:geheim6@db/a\n' }));
    assert.doesNotMatch(JSON.stringify(scopes[0]?.facts), /geheim/);
  });

  it('survives what is malformed', async () => {
    for (const text of ['spring:\n  datasource:\n\turl: [', 'spring.datasource.url: ${${${', ': : :\n- a\n', '\u0000', '%prod']) {
      const { needs } = await readWorkspace(shop([jpa], { [yaml]: text, [properties]: text, 'src/main/resources/logback.xml': `<appender class="FileAppender"${text}` }));
      assert.deepEqual(needs.map(({ id }) => id), ['compute']);
    }
  });
});

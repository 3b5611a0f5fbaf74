import type { Extraction, Fact, SourceDocument } from '../../model';
import { WordIndex } from '../wordIndex';
import { code, firstInCode } from './code';

interface Marker {
  readonly name: string;
  readonly match: RegExp;
}

function marker(name: string, match: RegExp): Marker {
  return { name: `jvm.${name}`, match };
}

/** Uses that configuration cannot tell, each by one linear expression. */
export const markers: readonly Marker[] = [
  marker('cache.enabled', /@EnableCaching\b/),
  marker('cache.use', /@(?:Cacheable|CacheConfig|CachePut|CacheEvict|CacheResult|Cached)\b|\b(?:Async|Sync)CacheApi\b/),
  marker('cache.caffeine', /\bCaffeine\.(?:newBuilder|from)\s*\(|\bCaffeineCacheManager\b/),
  marker('cache.guava', /\bCacheBuilder\s*\.\s*(?:<[^<>;]{1,100}>\s*)?newBuilder\s*\(/),
  marker('cache.cache2k', /\bCache2kBuilder\b/),
  marker('cache.ehcache', /\bCacheManagerBuilder\b|\bEhcacheCachingProvider\b/),
  marker('redis.guarded', /\bif\s*\(\s*!?(?:\w{1,60}\.){0,3}\w{0,40}[rR]edis\w{0,40}(?:Enabled|Active)\b/),
  marker('redis.use', /\b(?:String|Reactive|ReactiveString)?RedisTemplate\b|\bRedissonClient\b|\bJedisPool\b|\bRedisClient\b|\bRedisDataSource\b|@RedisHash\b|\bStatefulRedisConnection\b|\bRedisCacheManager\b|\bReactiveRedisOperations\b/),
  marker('schedule.enabled', /@EnableScheduling\b/),
  marker('schedule.task', /@Scheduled\b|@Schedules\b|\bimplements\s+SchedulingConfigurer\b/),
  marker('schedule.ejb', /@Schedule\s*\(|\bTimerService\b/),
  marker('schedule.executor', /\bextends\s+AbstractScheduledService\b|\.schedule(?:AtFixedRate|WithFixedDelay)\s*\([^;]{1,200}\b(?:MINUTES|HOURS|DAYS)\b/),
  marker('schedule.quartz', /\bextends\s+QuartzJobBean\b|\bimplements\s+(?:\w+,\s*)*(?:org\.quartz\.)?(?:Job|InterruptableJob|StatefulJob)\b|\bSchedulerFactoryBean\b|\bStdSchedulerFactory\b|\bJobDetail\b|\bCronScheduleBuilder\b/),
  marker('schedule.xxl', /@XxlJob\b/),
  marker('jobs.jobrunr', /\bJobScheduler\b|\bBackgroundJob\b|@Recurring\b/),
  marker('jobs.db-scheduler', /\bTasks\.(?:recurring|oneTime|custom)\s*\(|\bSchedulerClient\b/),
  marker('rabbit.use', /@RabbitListener\b|@RabbitHandler\b|\bRabbitTemplate\b|\bAmqpTemplate\b|@RabbitClient\b|\bRabbitMessagingTemplate\b|\bnew\s+ConnectionFactory\s*\(\)/),
  marker('kafka.use', /@KafkaListener\b|@KafkaListeners\b|\bKafkaTemplate\b|\bKafkaConsumer\b|\bKafkaProducer\b|@KafkaClient\b|\bReactiveKafka\w+Template\b|\bStreamsBuilder\b|\bKafkaStreams\b/),
  marker('jms.use', /@JmsListener\b|\bJmsTemplate\b|@JMSDestinationDefinition\b|\bActiveMQConnectionFactory\b|\bMessageDriven\b|\bJMSContext\b|\bQueueConnectionFactory\b/),
  marker('sqs.use', /@SqsListener\b|\bSqsTemplate\b|\bQueueMessagingTemplate\b|\bSqs(?:Async)?Client\b|\bAmazonSQS(?:Async)?\b/),
  marker('pulsar.use', /@PulsarListener\b|\bPulsarTemplate\b|\bPulsarClient\b/),
  marker('rocketmq.use', /@RocketMQMessageListener\b|\bRocketMQTemplate\b|\bDefaultMQProducer\b/),
  marker('kinesis.use', /\bKinesis(?:Async)?Client\b|\bAmazonKinesis\b/),
  marker('stream.use', /@StreamListener\b|@EnableBinding\b|\bStreamBridge\b|@Incoming\b|@Outgoing\b|@Channel\b/),
  marker('websocket', /@EnableWebSocketMessageBroker\b|@EnableWebSocket\b|@EnableRSocket\b|@ServerEndpoint\b|@ServerWebSocket\b|@WebSocket\s*\(|\bWebSocketHandlerAdapter\b|\bServerEndpointExporter\b|\bSimpleUrlHandlerMapping\b[^;]*WebSocketHandler|\bwebSocket\s*\(\s*"|\binstall\s*\(\s*WebSockets\b|\bextends\s+(?:Text|Binary|Abstract)WebSocketHandler\b|\.ws\s*\(\s*"|\bextends\s+JettyWebSocketServlet\b|\bextends\s+WebSocketAdapter\b|\.webSocketHandler\s*\(|\bSockJSHandler\b|\bWebSocket\.accept\w*\b|\bWebSocketRouting\b|\bWsRouting\b|\bimplements\s+Session\.Listener\b/),
  marker('websocket.stomp', /@EnableWebSocketMessageBroker\b|\benableSimpleBroker\s*\(|\benableStompBrokerRelay\s*\(/),
  marker('socketio', /\bSocketIOServer\b/),
  marker('sse', /\bSseEmitter\b|\bTEXT_EVENT_STREAM(?:_VALUE|_TYPE)?\b|\bServerSentEvent\b|\bServerSentEvents\b|\bSERVER_SENT_EVENTS\b|\bSseEventSink\b|\binstall\s*\(\s*SSE\b|\bEventSource\.flow\b/),
  marker('otel.none', /"otel\.(?:traces|metrics|logs)\.exporter"\s*,\s*"none"/),
  marker('prometheus.use', /\bnew\s+PrometheusMeterRegistry\s*\(|\bPrometheusMeterRegistry\s*\(\s*PrometheusConfig\b/),
  marker('static.served', /\bStaticHandler\.create\s*\(|\baddStaticFiles\s*\(|\bstaticFiles\.(?:add|location)\s*\(|\bstaticResources\s*\(|\bsinglePageApplication\s*[({]|\bstaticFileLocation\s*\(/),
  marker('session.use', /\bHttpSession\s+\w+|\b(?:req|request|httpRequest|servletRequest|httpServletRequest|getRequest\(\))\.getSession\s*\(|@SessionAttributes\b|@SessionScope\b|\bWebSession\b|@EnableSpringWebSession\b|\bSessions\)\s*\{|@SessionScoped\b|\bgetSessionMap\s*\(|\bsessionAttribute\s*\(|\b(?:User)?SessionHandler\.create\s*\(|\.withSession\s*\(|\.addingToSession\s*\(|\.withNewSession\b/),
  marker('session.login', /\bformLogin\b|\boauth2Login\b|\bsaml2Login\b|\brememberMe\s*[({]/),
  marker('session.stateless', /\bSessionCreationPolicy\.STATELESS\b|\bSTATELESS\b|\bNoOpServerSecurityContextRepository\b/),
  marker('session.redis', /@EnableRedis(?:Indexed)?(?:Http|Web)Session\b/),
  marker('session.jdbc', /@EnableJdbcHttpSession\b/),
  marker('session.dao.database', /\bclass\s+\w{0,40}(?:Jdbc|JDBC|Db|DB|Database|Jpa|JPA|Sql|SQL|MyBatis)\w{0,40}\s+extends\s+\w{0,40}SessionDAO\b/),
  marker('session.dao.redis', /\bclass\s+\w{0,40}(?:Redis|Jedis)\w{0,40}\s+extends\s+\w{0,40}SessionDAO\b/),
  marker('upload.receive', /\bMultipartFile\b|\bFilePart\b|\bFormDataBodyPart\b|\bFileUpload\b|\bCompletedFileUpload\b|\bStreamingFileUpload\b|\breceiveMultipart\s*\(|\bPartData\.FileItem\b|\bMultipartFormDataInput\b|\bUploadedFile\b|@MultipartConfig\b|\bServletFileUpload\b/),
  marker('upload.write', /\.transferTo\s*\(|\bFiles\.(?:copy|write|newOutputStream|move|createDirectories)\s*\(|\bFileUtils?\.(?:copy\w*|write\w*|upload|openOutputStream)\s*\(|\bnew\s+FileOutputStream\s*\(|\bDataBufferUtils\.write\s*\(|\.writeBytes\s*\(|\.copyTo\s*\(|\bFileCopyUtils\.copy\s*\(|\bFileUploadUtils\.upload\s*\(/),
  marker('s3.use', /\bS3(?:Async)?Client\b|\bAmazonS3(?:Client)?\b|\bS3Template\b|\bS3Presigner\b|\bS3TransferManager\b|\bS3Operations\b/),
  marker('minio.use', /\bMinio(?:Async)?Client\b/),
  marker('oss.use', /\bOSSClient(?:Builder)?\b|\bOSS\s+\w+\s*[=;(]/),
  marker('gcs.use', /\bStorageOptions\b/),
  marker('azure-blob.use', /\bBlobServiceClient\b|\bBlobContainerClient\b|\bCloudBlobContainer\b/),
  marker('cloudinary.use', /\bnew\s+Cloudinary\s*\(|\bCloudinary\s+\w+/),
  marker('mail.use', /\bJavaMailSender\b|\bMailSender\b|\bMimeMessageHelper\b|\bMimeMessage\b|\bSimpleEmail\b|\bHtmlEmail\b|\bMailAccount\b|\bReactiveMailer\b|\bMailer\s+\w+|\bTransport\.send\s*\(|\bEmailSender\b|\bMailBuilder\b/),
  marker('ses.use', /\bSes(?:V2)?(?:Async)?Client\b|\bAmazonSimpleEmailService\b/),
  marker('dynamodb.use', /\bDynamoDb(?:Enhanced)?(?:Async)?Client\b|\bDynamoDBMapper\b|\bAmazonDynamoDB\b|@DynamoDbBean\b|@DynamoDBTable\b/),
  marker('elasticsearch.repository', /\bElasticsearch(?:Rest)?(?:Template|Operations|Repository)\b|\bReactiveElasticsearch\w+\b/),
  marker('elasticsearch.client', /\bElasticsearch(?:Async)?Client\b|\bRestHighLevelClient\b|\bOpenSearchClient\b/),
  marker('lucene.use', /\bIndexWriter(?:Config)?\b|\bFSDirectory\b/),
  marker('hibernate-search', /@Indexed\b|\bSearchSession\b/),
  marker('secrets.secretsmanager', /\bSecretsManager(?:Async)?Client\b|\bAWSSecretsManager\b|\bSecretCache\b/),
  marker('secrets.ssm', /\bSsmClient\b|\bAWSSimpleSystemsManagement\b/),
  marker('secrets.env', /\b(?:getenv|getEnvVar|env|getEnv)\s*\(\s*"[A-Z][A-Z0-9_]{0,60}(?:SECRET|PASSWORD|PASSWD|PASS|TOKEN|API_KEY|PRIVATE_KEY|ACCESS_KEY|SECRET_KEY|JWT_KEY)"|\b(?:getenv\(\)|environment|dotenv)\["[A-Z][A-Z0-9_]{0,60}(?:SECRET|PASSWORD|PASSWD|PASS|TOKEN|API_KEY|PRIVATE_KEY|ACCESS_KEY|SECRET_KEY)"/),
  marker('mongo.use', /\bMongoTemplate\b|\bMongoRepository\b|\bReactiveMongo\w+\b|\bMongoClients?\b|\bPanacheMongo\w+\b|\bKMongo\b/),
  marker('log-file', /\bRollingFileAppender\b/),
];

/** A class that itself answers requests, and no helper that others may use. */
const answers = /@(?:Rest)?Controller\b|@(?:Request|Get|Post)Mapping\b|@Path\s*\(|@(?:Get|Post|Sse)\s*[(\n]|\brouting\s*\{|\b(?:get|sse|route)\s*\(\s*"|\bRouterFunction\b|\bextends\s+HttpServlet\b/;

/** A temporary file is no storage: only what moves it somewhere is. */
const lasting = /\.transferTo\s*\(|\bFiles\.(?:copy|move)\s*\(/;

const index = new WordIndex(markers.map((marker) => ({ pattern: marker.match, value: marker })));

/** First place of each marker in a source file of an application; comments do not count. */
export function extractMarkers({ path, text }: SourceDocument): Extraction {
  const urls = databaseUrls(path, text);
  const facts = index.candidates(text).flatMap(({ name, match }): readonly Fact[] => {
    const found = firstInCode(name === 'jvm.upload.write' && /\bcreateTempFile\s*\(/.test(text) ? lasting : match, text);
    if (found === null) return [];
    const fact = code(path, name, found);
    return [name === 'jvm.sse' && answers.test(text) ? { ...fact, detail: { answers: 'true' } } : fact];
  });
  return { facts: [...facts, ...urls], problems: [] };
}

/** An address in quotes, which is not what another one is compared with: `url.startsWith("jdbc:postgresql:")`. */
const databaseUrl = /["'](?:jdbc|r2dbc):(?<!\b(?:startsWith|contains|equals|equalsIgnoreCase|indexOf|matches|replace|removePrefix|split)\(\s{0,4}["'](?:jdbc|r2dbc):)(?:pool:)?([a-z0-9]+):/;

/** `Database.connect("jdbc:postgresql://…")` where no configuration file says it. */
function databaseUrls(path: string, text: string): readonly Fact[] {
  const match = databaseUrl.exec(text);
  if (match?.[1] === undefined) return [];
  return [code(path, 'jvm.database.url', { start: match.index + 1, end: match.index + match[0].length }, match[1])];
}

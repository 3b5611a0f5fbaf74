import type { NeedId } from '../../model';

/** What configurations, drivers and addresses call an engine → the contract's word. */
const engines: Readonly<Record<string, string>> = {
  postgres: 'postgresql', postgresql: 'postgresql', pgsql: 'postgresql', pgx: 'postgresql', pg: 'postgresql', pgx5: 'postgresql',
  mysql: 'mysql', mariadb: 'mariadb', sqlite: 'sqlite', sqlite3: 'sqlite', libsql: 'sqlite', mssql: 'sqlserver', sqlserver: 'sqlserver',
  oracle: 'oracle', godror: 'oracle', cockroach: 'cockroachdb', cockroachdb: 'cockroachdb', mongodb: 'mongodb', mongo: 'mongodb', 'mongodb+srv': 'mongodb',
};

export function engineOf(text: string): string | undefined {
  const word = text.trim().toLowerCase();
  return Object.hasOwn(engines, word) ? engines[word] : undefined;
}

/** Drivers of relational databases, by the path of their module. */
export const databaseDrivers: readonly (readonly [string, readonly string[]])[] = [
  ['postgresql', ['github.com/lib/pq', 'github.com/jackc/pgx', 'gorm.io/driver/postgres', 'github.com/go-pg/pg', 'github.com/uptrace/bun/driver/pgdriver', 'github.com/uptrace/bun/dialect/pgdialect']],
  ['mysql', ['github.com/go-sql-driver/mysql', 'gorm.io/driver/mysql', 'github.com/uptrace/bun/dialect/mysqldialect']],
  ['sqlite', ['github.com/mattn/go-sqlite3', 'modernc.org/sqlite', 'gorm.io/driver/sqlite', 'github.com/glebarez/sqlite', 'github.com/glebarez/go-sqlite', 'github.com/ncruces/go-sqlite3', 'github.com/uptrace/bun/driver/sqliteshim', 'github.com/uptrace/bun/dialect/sqlitedialect', 'zombiezen.com/go/sqlite', 'crawshaw.io/sqlite', 'github.com/tursodatabase/libsql-client-go', 'github.com/tursodatabase/go-libsql']],
  ['sqlserver', ['github.com/denisenkom/go-mssqldb', 'github.com/microsoft/go-mssqldb', 'gorm.io/driver/sqlserver']],
  ['oracle', ['github.com/godror/godror', 'github.com/sijms/go-ora']],
];

/** Mappers whose drivers may come along as indirect requirements. */
export const mappers = ['gorm.io/gorm', 'github.com/jinzhu/gorm', 'github.com/jmoiron/sqlx', 'xorm.io/xorm', 'github.com/go-xorm/xorm', 'entgo.io/ent', 'github.com/uptrace/bun', 'github.com/volatiletech/sqlboiler', 'github.com/beego/beego', 'github.com/astaxie/beego', 'github.com/gobuffalo/pop', 'github.com/upper/db', 'github.com/pocketbase/dbx', 'github.com/gogf/gf'];

export interface GoLibrary {
  readonly modules: readonly string[];
  readonly need: NeedId;
  readonly technology: string;
  readonly library?: string;
  /** Settings and variables that switch it on; where all that exist are empty, it is off. */
  readonly settings?: RegExp;
  /** Without a setting that is set it is not in use, whatever the code can do. */
  readonly needsSetting?: boolean;
  /** A name in code that shows the use, beside the import. */
  readonly use?: RegExp;
}

/** Packages whose import, in a file of the application, says what serves a need. First of a need wins. */
export const goLibraries: readonly GoLibrary[] = [
  { modules: ['go.mongodb.org/mongo-driver', 'gopkg.in/mgo.v2', 'github.com/qiniu/qmgo', 'github.com/globalsign/mgo'], need: 'document-database', technology: 'mongodb', settings: /mongo/i },
  { modules: ['github.com/aws/aws-sdk-go-v2/service/dynamodb', 'github.com/aws/aws-sdk-go/service/dynamodb', 'github.com/guregu/dynamo'], need: 'document-database', technology: 'dynamodb', settings: /dynamo/i },
  { modules: ['cloud.google.com/go/firestore'], need: 'document-database', technology: 'firestore' },
  { modules: ['github.com/go-kivik/kivik'], need: 'document-database', technology: 'couchdb' },
  { modules: ['github.com/hibiken/asynq'], need: 'queue', technology: 'redis', library: 'asynq' },
  { modules: ['github.com/riverqueue/river'], need: 'queue', technology: 'database', library: 'river' },
  { modules: ['github.com/RichardKnop/machinery'], need: 'queue', technology: 'redis', library: 'machinery' },
  { modules: ['github.com/gocraft/work', 'github.com/taylorchu/work'], need: 'queue', technology: 'redis', library: 'work' },
  { modules: ['github.com/vmihailenco/taskq'], need: 'queue', technology: 'redis', library: 'taskq' },
  { modules: ['github.com/contribsys/faktory_worker_go'], need: 'queue', technology: 'faktory', library: 'faktory' },
  { modules: ['github.com/ThreeDotsLabs/watermill-amqp', 'github.com/rabbitmq/amqp091-go', 'github.com/streadway/amqp', 'github.com/wagslane/go-rabbitmq'], need: 'queue', technology: 'rabbitmq', settings: /rabbit|amqp|(^|[._])r?mq([._]|$)/i },
  { modules: ['github.com/aws/aws-sdk-go-v2/service/sqs', 'github.com/aws/aws-sdk-go/service/sqs', 'github.com/ThreeDotsLabs/watermill-aws'], need: 'queue', technology: 'sqs', settings: /sqs|queue/i },
  { modules: ['github.com/nats-io/nats.go', 'github.com/ThreeDotsLabs/watermill-nats'], need: 'queue', technology: 'nats', settings: /nats/i },
  { modules: ['github.com/nsqio/go-nsq'], need: 'queue', technology: 'nsq', settings: /nsq/i },
  { modules: ['github.com/beanstalkd/go-beanstalk'], need: 'queue', technology: 'beanstalkd' },
  { modules: ['github.com/xhofe/tache'], need: 'queue', technology: 'memory', library: 'tache' },
  { modules: ['cloud.google.com/go/pubsub'], need: 'queue', technology: 'pubsub', settings: /pub[-_]?sub/i },
  { modules: ['github.com/IBM/sarama', 'github.com/Shopify/sarama', 'github.com/segmentio/kafka-go', 'github.com/confluentinc/confluent-kafka-go', 'github.com/twmb/franz-go', 'github.com/ThreeDotsLabs/watermill-kafka'], need: 'event-streaming', technology: 'kafka', settings: /kafka/i },
  { modules: ['github.com/apache/pulsar-client-go'], need: 'event-streaming', technology: 'pulsar', settings: /pulsar/i },
  { modules: ['github.com/aws/aws-sdk-go-v2/service/kinesis'], need: 'event-streaming', technology: 'kinesis' },
  { modules: ['github.com/robfig/cron', 'github.com/gdgvda/cron', 'github.com/gogs/cron', 'github.com/netresearch/go-cron'], need: 'scheduler', technology: 'cron', library: 'robfig-cron' },
  { modules: ['github.com/go-co-op/gocron', 'github.com/jasonlvhit/gocron'], need: 'scheduler', technology: 'gocron', library: 'gocron' },
  { modules: ['github.com/reugn/go-quartz'], need: 'scheduler', technology: 'quartz', library: 'go-quartz' },
  { modules: ['github.com/centrifugal/centrifuge', 'github.com/centrifugal/gocent'], need: 'realtime', technology: 'centrifugo' },
  { modules: ['github.com/googollee/go-socket.io', 'github.com/zishang520/socket.io'], need: 'realtime', technology: 'socket.io' },
  { modules: ['github.com/pusher/pusher-http-go'], need: 'realtime', technology: 'pusher' },
  { modules: ['github.com/ably/ably-go'], need: 'realtime', technology: 'ably' },
  { modules: ['github.com/gorilla/websocket', 'github.com/fasthttp/websocket', 'github.com/gofiber/websocket', 'github.com/gofiber/contrib/websocket'], need: 'realtime', technology: 'ws', use: /\b(?:Upgrader\s*\{|Upgrader\b|websocket\.New\()/ },
  { modules: ['nhooyr.io/websocket', 'github.com/coder/websocket'], need: 'realtime', technology: 'ws', use: /\bwebsocket\.Accept\(/ },
  { modules: ['github.com/gobwas/ws'], need: 'realtime', technology: 'ws', use: /\bUpgradeHTTP\(|\bUpgrader\b/ },
  { modules: ['github.com/olahol/melody'], need: 'realtime', technology: 'ws' },
  { modules: ['github.com/r3labs/sse'], need: 'realtime', technology: 'sse' },
  { modules: ['github.com/livekit/server-sdk-go', 'github.com/livekit/protocol'], need: 'video', technology: 'livekit' },
  { modules: ['github.com/pion/webrtc'], need: 'video', technology: 'custom' },
  { modules: ['github.com/elastic/go-elasticsearch', 'github.com/olivere/elastic'], need: 'search', technology: 'elasticsearch', settings: /elastic|(^|[._])es([._]|$)/i },
  { modules: ['github.com/opensearch-project/opensearch-go'], need: 'search', technology: 'opensearch', settings: /opensearch/i },
  { modules: ['github.com/meilisearch/meilisearch-go'], need: 'search', technology: 'meilisearch', settings: /meili/i },
  { modules: ['github.com/typesense/typesense-go'], need: 'search', technology: 'typesense', settings: /typesense/i },
  { modules: ['github.com/algolia/algoliasearch-client-go'], need: 'search', technology: 'algolia', settings: /algolia/i },
  { modules: ['github.com/blevesearch/bleve'], need: 'search', technology: 'bleve' },
  { modules: ['github.com/getsentry/sentry-go'], need: 'monitoring', technology: 'sentry', settings: /sentry/i },
  { modules: ['github.com/newrelic/go-agent'], need: 'monitoring', technology: 'newrelic', settings: /new_?relic/i },
  { modules: ['gopkg.in/DataDog/dd-trace-go.v1', 'github.com/DataDog/dd-trace-go'], need: 'monitoring', technology: 'datadog', settings: /datadog|(^|_)DD_/i },
  { modules: ['github.com/bugsnag/bugsnag-go'], need: 'monitoring', technology: 'bugsnag', settings: /bugsnag/i },
  { modules: ['github.com/aws/aws-xray-sdk-go'], need: 'monitoring', technology: 'xray' },
  { modules: ['go.opentelemetry.io/otel/sdk', 'go.opentelemetry.io/otel/exporters', 'github.com/uptrace/uptrace-go'], need: 'monitoring', technology: 'opentelemetry', settings: /otel|otlp|tracing|jaeger/i },
  { modules: ['github.com/prometheus/client_golang', 'go.opentelemetry.io/otel/exporters/prometheus', 'github.com/zsais/go-gin-prometheus', 'github.com/labstack/echo-contrib/echoprometheus', 'github.com/VictoriaMetrics/metrics', 'github.com/ansrivas/fiberprometheus'], need: 'monitoring', technology: 'prometheus', settings: /prometheus|metrics/i },
  { modules: ['gopkg.in/natefinch/lumberjack.v2', 'github.com/natefinch/lumberjack', 'github.com/lestrrat-go/file-rotatelogs', 'github.com/lestrrat/go-file-rotatelogs'], need: 'monitoring', technology: 'log-file' },
  { modules: ['github.com/hashicorp/vault/api', 'github.com/hashicorp/vault-client-go'], need: 'secrets', technology: 'vault', settings: /vault/i },
  { modules: ['github.com/aws/aws-sdk-go-v2/service/secretsmanager', 'github.com/aws/aws-sdk-go/service/secretsmanager'], need: 'secrets', technology: 'secretsmanager' },
  { modules: ['github.com/aws/aws-sdk-go-v2/service/ssm', 'github.com/aws/aws-sdk-go/service/ssm'], need: 'secrets', technology: 'ssm' },
  { modules: ['github.com/twilio/twilio-go'], need: 'sms-push', technology: 'twilio', settings: /twilio/i },
  { modules: ['firebase.google.com/go'], need: 'sms-push', technology: 'fcm', use: /\.Messaging\(|messaging\./ },
  { modules: ['github.com/SherClockHolmes/webpush-go'], need: 'sms-push', technology: 'web-push' },
  { modules: ['github.com/sideshow/apns2'], need: 'sms-push', technology: 'apns' },
  { modules: ['github.com/aws/aws-sdk-go-v2/service/sns'], need: 'sms-push', technology: 'sns' },
];

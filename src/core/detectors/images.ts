import type { NeedId } from '../model';

/** What a container image is, when it is a product and not the application itself. */
export interface ImageProduct {
  /** `tool` runs beside an application in development or for operators, and serves no need. */
  readonly role: NeedId | 'proxy' | 'tool' | 'mail-catcher' | 'browser' | 'runtime';
  readonly technology: string;
}

interface ImagePattern extends ImageProduct {
  /** Tested against the image without registry and tag. */
  readonly match: RegExp;
  readonly example: string;
}

function image(match: RegExp, example: string, role: ImageProduct['role'], technology: string): ImagePattern {
  return { match, example, role, technology };
}

/** Order matters: the first match wins. */
export const imagePatterns: readonly ImagePattern[] = [
  image(/(^|\/)(postgres|postgresql|postgis|timescaledb(-ha)?|pgvector|postgres-\w+|pgvecto-rs|spilo-\d+)$/, 'postgis/postgis', 'relational-database', 'postgresql'),
  image(/^(supabase\/postgres|citusdata\/citus|paradedb\/paradedb|tensorchord\/.*)$/, 'supabase/postgres', 'relational-database', 'postgresql'),
  image(/(^|\/)(mysql|mysql-server|percona|percona-server)$/, 'mysql/mysql-server', 'relational-database', 'mysql'),
  image(/(^|\/)mariadb(-galera)?$/, 'bitnami/mariadb', 'relational-database', 'mariadb'),
  image(/(^|\/)mssql\/server$|(^|\/)azure-sql-edge$/, 'mcr.microsoft.com/mssql/server', 'relational-database', 'sqlserver'),
  image(/(^|\/)oracle-(xe|free)$|(^|\/)database\/(free|express|enterprise)$/, 'gvenzl/oracle-free', 'relational-database', 'oracle'),
  image(/(^|\/)cockroach$/, 'cockroachdb/cockroach', 'relational-database', 'cockroachdb'),
  image(/(^|\/)(mongo|mongodb|mongodb-community-server|percona-server-mongodb)$/, 'bitnami/mongodb', 'document-database', 'mongodb'),
  image(/(^|\/)(aws-)?dynamodb(-local)?$/, 'amazon/dynamodb-local', 'document-database', 'dynamodb'),
  image(/(^|\/)couchdb$/, 'apache/couchdb', 'document-database', 'couchdb'),
  image(/(^|\/)(redis|redis-stack|redis-stack-server|keydb|dragonfly|redis-alpine)$/, 'redis/redis-stack', 'cache', 'redis'),
  image(/(^|\/)valkey(-bundle)?$/, 'valkey/valkey', 'cache', 'valkey'),
  image(/(^|\/)memcached$/, 'memcached', 'cache', 'memcached'),
  image(/(^|\/)rabbitmq$/, 'bitnami/rabbitmq', 'queue', 'rabbitmq'),
  image(/(^|\/)(kafka|cp-kafka|cp-server|kafka-native)$/, 'confluentinc/cp-kafka', 'event-streaming', 'kafka'),
  image(/(^|\/)redpanda$/, 'redpandadata/redpanda', 'event-streaming', 'redpanda'),
  image(/(^|\/)pulsar$/, 'apachepulsar/pulsar', 'event-streaming', 'pulsar'),
  image(/(^|\/)nats$/, 'nats', 'queue', 'nats'),
  image(/(^|\/)(beanstalkd|beanstalk)$/, 'schickling/beanstalkd', 'queue', 'beanstalkd'),
  image(/(^|\/)elasticmq(-native)?$/, 'softwaremill/elasticmq-native', 'queue', 'sqs'),
  image(/(^|\/)activemq(-classic|-artemis)?$/, 'apache/activemq-classic', 'queue', 'activemq'),
  image(/(^|\/)soketi$/, 'quay.io/soketi/soketi', 'realtime', 'soketi'),
  image(/(^|\/)mercure$/, 'dunglas/mercure', 'realtime', 'mercure'),
  image(/(^|\/)centrifugo$/, 'centrifugo/centrifugo', 'realtime', 'centrifugo'),
  image(/(^|\/)livekit-server$|(^|\/)livekit$/, 'livekit/livekit-server', 'video', 'livekit'),
  image(/(^|\/)(jvb|jicofo|prosody)$/, 'jitsi/jvb', 'video', 'jitsi'),
  image(/(^|\/)coturn$/, 'coturn/coturn', 'video', 'turn'),
  image(/(^|\/)(minio|rustfs|garage)$/, 'minio/minio', 'file-storage', 'minio'),
  image(/(^|\/)(s3mock|seaweedfs|fake-s3)$/, 'adobe/s3mock', 'file-storage', 's3'),
  image(/(^|\/)azurite$/, 'mcr.microsoft.com/azure-storage/azurite', 'file-storage', 'azure'),
  image(/(^|\/)elasticsearch(-oss)?$/, 'docker.elastic.co/elasticsearch/elasticsearch', 'search', 'elasticsearch'),
  image(/(^|\/)opensearch$/, 'opensearchproject/opensearch', 'search', 'opensearch'),
  image(/(^|\/)meilisearch$/, 'getmeili/meilisearch', 'search', 'meilisearch'),
  image(/(^|\/)typesense$/, 'typesense/typesense', 'search', 'typesense'),
  image(/(^|\/)solr$/, 'solr', 'search', 'solr'),
  image(/(^|\/)manticore$/, 'manticoresearch/manticore', 'search', 'manticore'),
  image(/(^|\/)(mailpit|mailhog|maildev|smtp4dev|mailcatcher|mailcrab|fake-smtp-server|docker-mailhog|inbucket|greenmail|mailslurper)/, 'axllent/mailpit', 'mail-catcher', 'smtp'),
  image(/(^|\/)(prometheus|victoria-metrics)$/, 'prom/prometheus', 'monitoring', 'prometheus'),
  image(/(^|\/)(jaeger|all-in-one|zipkin|opentelemetry-collector(-contrib)?|tempo)$/, 'otel/opentelemetry-collector', 'monitoring', 'opentelemetry'),
  image(/^(datadog|gcr\.io\/datadoghq)\/agent$|(^|\/)datadog-agent$/, 'datadog/agent', 'monitoring', 'datadog'),
  image(/(^|\/)aws-xray-daemon$/, 'amazon/aws-xray-daemon', 'monitoring', 'xray'),
  image(/(^|\/)cloudwatch-agent$/, 'amazon/cloudwatch-agent', 'monitoring', 'cloudwatch'),
  image(/^hashicorp\/vault$|^vault$/, 'hashicorp/vault', 'secrets', 'vault'),
  image(/(^|\/)localstack(-pro)?$/, 'localstack/localstack', 'tool', 'localstack'),
  image(/(^|\/)(nginx|nginx-unprivileged|openresty|caddy|traefik|haproxy|nginx-proxy|nginx-proxy-manager|docker-letsencrypt-nginx-proxy-companion|acme-companion|httpd|envoy|cloudflared|certbot|ngrok|oauth2-proxy)$/, 'caddy', 'proxy', 'proxy'),
  image(
    /(^|\/)(phpmyadmin|adminer|pgadmin4|pgweb|redis-commander|redisinsight|mongo-express|portainer(-ce)?|kafka-ui|akhq|kibana|opensearch-dashboards|grafana|loki|promtail|alloy|cadvisor|node-exporter|postgres-exporter|redis-exporter|flower|asynqmon|zookeeper|cp-zookeeper|etcd|watchtower|ofelia|supercronic|dozzle|swagger-ui|wait-for-it|dockerize|autoheal|pgbouncer|pgcat|pgpool|minio-mc|mc|redis-exporter|mock-server|wiremock|keycloak|selenium.*|standalone-chrom.*|hub|playwright|cypress\/.*|included|busybox|alpine|hello-world|docker|dind|socat|restic|postgres-backup.*|db-backup|busybox-.*|registry|clamav(-debian)?|verdaccio|imgproxy|unleash-server|dex|hydra|kratos|bull-board|ubuntu|debian|curl|git-sync)$/,
    'phpmyadmin/phpmyadmin', 'tool', 'tool'),
  image(/(^|\/)(chrome|chromium|browserless|headless-shell|chrome-headless|gotenberg|splash)$/, 'browserless/chrome', 'browser', 'chromium'),
  image(/(^|\/)(node|php|python|ruby|golang|openjdk|eclipse-temurin|amazoncorretto|dotnet\/.*|elixir|rust|bun|deno|composer|maven|gradle)$|^oven\/bun$/, 'library/node', 'runtime', 'runtime'),
];

/** Repository part of an image reference: `ghcr.io/x/redis:7@sha256:…` → `x/redis`. Variables are cut out. */
export function imageRepository(reference: string): string {
  const withoutDigest = reference.split('@')[0] ?? reference;
  const expanded = withoutDigest.replace(/\$\{[^}:-]*:?-([^}]*)\}/g, '$1').replace(/\$\{[^}]*\}|\$\w+/g, '');
  const slash = expanded.lastIndexOf('/');
  const colon = expanded.indexOf(':', slash + 1);
  const repository = colon < 0 ? expanded : expanded.slice(0, colon);
  const parts = repository.split('/').filter((part) => part !== '');
  if (parts.length > 1 && parts[0] !== undefined && /[.:]|^localhost$/.test(parts[0]) && !/^gcr\.io$|^mcr\.microsoft\.com$/.test(parts[0])) parts.shift();
  return parts.join('/').toLowerCase();
}

export function imageProduct(reference: string): ImageProduct | undefined {
  const repository = imageRepository(reference);
  return imagePatterns.find((pattern) => pattern.match.test(repository));
}

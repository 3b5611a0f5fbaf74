import type { RoadmapContext } from '../context';
import { uploadsMove } from '../moves';
import { commandsFor, fill, fixed, technologyNames } from '../stack';
import type { StepDefinition } from '../step';

/** Whether uploads lie beside the application, or in S3 already. */
function isOnServer(context: RoadmapContext): boolean {
  return context.has('file-storage', 'local', 's3');
}

/** Weeks 5 and 6: what the copies of the application will have to share leaves the server. */
export const optimizationSteps: readonly StepDefinition[] = [
  {
    id: 'uploads-to-s3',
    phase: 'lift-and-shift',
    need: 'file-storage',
    service: 's3',
    hours: [3, 6],
    generates: true,
    applies: (context) => context.decided('lift-and-shift', 'file-storage') === 's3',
    title: (context) =>
      isOnServer(context)
        ? { en: 'Move uploads to S3', 'pt-br': 'Mover os uploads para o S3' }
        : fill({ en: 'Move uploads from {technology} to S3', 'pt-br': 'Mover os uploads do {technology} para o S3' }, { technology: technologyNames(context, 'file-storage') }),
    why: (context) => {
      if (isOnServer(context)) {
        return {
          en: 'A file on the disk of one server is invisible to the second one and gone with the first.',
          'pt-br': 'Um arquivo no disco de um servidor é invisível para o segundo e some com o primeiro.',
        };
      }
      return context.has('file-storage', 'minio')
        ? {
            en: 'MinIO is a server with a disk that somebody has to look after. S3 speaks the same protocol: the address and the keys change, the code hardly.',
            'pt-br': 'O MinIO é um servidor com um disco de que alguém precisa cuidar. O S3 fala o mesmo protocolo: mudam o endereço e as chaves, o código quase nada.',
          }
        : {
            en: 'Files beside the servers cost no traffic out of another cloud, and the role of the application is the only key.',
            'pt-br': 'Arquivos ao lado dos servidores não pagam tráfego de saída de outra nuvem, e o papel da aplicação é a única chave.',
          };
    },
    how: fixed(
      'A private bucket, access by the role of the application, downloads by signed URL; copy the old files once.',
      'Um bucket privado, acesso pelo papel da aplicação, downloads por URL assinada; copie os arquivos antigos uma vez.',
    ),
    commands: (context) => [...(context.has('file-storage', 'minio') ? [] : commandsFor(context, storageCommands)), uploadsMove(context)],
    links: [
      { label: 'Block public access', url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html' },
      { label: 'Presigned URLs', url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html' },
    ],
    proof: (context) => context.served('file-storage', ['s3'], ['s3']),
  },
  {
    id: 'shared-cache',
    phase: 'cloud-native',
    need: 'cache',
    service: 'elasticache',
    hours: [3, 6],
    generates: true,
    applies: (context) => context.decided('cloud-native', 'cache') === 'elasticache',
    title: (context) =>
      context.has('cache', 'redis', 'valkey', 'memcached')
        ? fill({ en: 'Move {technology} to ElastiCache', 'pt-br': 'Mover o {technology} para o ElastiCache' }, { technology: technologyNames(context, 'cache') })
        : { en: 'Put the cache into ElastiCache (Valkey)', 'pt-br': 'Colocar o cache no ElastiCache (Valkey)' },
    why: fixed(
      'All copies must see the same cache, and the database is spared most of its reads.',
      'Todas as cópias precisam ver o mesmo cache, e o banco é poupado da maior parte das leituras.',
    ),
    how: fixed(
      'A replication group with a replica in the other zone, TLS on, one prefix per application.',
      'Um grupo de replicação com réplica na outra zona, TLS ligado, um prefixo por aplicação.',
    ),
    commands: (context) => commandsFor(context, cacheCommands),
    links: [{ label: 'ElastiCache for Valkey', url: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/WhatIs.html' }],
    proof: (context) => [
      ...context.served('cache', ['elasticache', 'elasticache-serverless', 'memorydb', 'dynamodb']),
      ...context.declared('aws_elasticache_replication_group', 'aws_elasticache_cluster', 'aws_elasticache_serverless_cache'),
    ],
  },
  {
    id: 'shared-sessions',
    phase: 'cloud-native',
    need: 'sessions',
    service: null,
    hours: [1, 2],
    applies: (context) => context.decided('cloud-native', 'sessions') === 'elasticache',
    title: fixed('Keep sessions where every copy reads them', 'Guardar as sessões onde todas as cópias as leem'),
    why: fixed(
      'With a second server, sessions in files or memory log people out; in the database they cost a write per request.',
      'Com um segundo servidor, sessões em arquivo ou memória desconectam as pessoas; no banco, custam uma escrita por requisição.',
    ),
    how: fixed(
      'Point the session driver at the same ElastiCache group, in a database number or with a prefix of its own.',
      'Aponte o driver de sessão para o mesmo grupo do ElastiCache, em um número de banco ou prefixo próprio.',
    ),
    commands: (context) => commandsFor(context, sessionCommands),
    links: [{ label: 'Session stores with ElastiCache', url: 'https://aws.amazon.com/caching/session-management/' }],
    proof: (context) => context.served('sessions', ['elasticache', 'elasticache-serverless', 'memorydb', 'dynamodb'], ['cookie']),
  },
  {
    id: 'cdn',
    phase: 'lift-and-shift',
    need: 'static-assets',
    service: 'cloudfront',
    hours: [3, 6],
    generates: true,
    applies: (context) => context.decided('lift-and-shift', 'static-assets') === 'cloudfront' || context.decided('lift-and-shift', 'compute') === 's3',
    title: fixed('Serve the front end through CloudFront', 'Servir o front-end pelo CloudFront'),
    why: fixed(
      'Scripts and pictures reach people from nearby, and the application is left with the pages: each active user costs it two to five times fewer requests.',
      'Scripts e imagens chegam às pessoas de perto, e a aplicação fica só com as páginas: cada usuário ativo custa a ela de duas a cinco vezes menos requisições.',
    ),
    how: fixed(
      'Assets with a hash in the name go to a private bucket with a long cache; CloudFront reads it with origin access control and sends the rest to the application.',
      'Arquivos com hash no nome vão para um bucket privado com cache longo; o CloudFront o lê com origin access control e envia o resto para a aplicação.',
    ),
    commands: (context) => [
      ...commandsFor(context, assetCommands),
      'aws s3 sync <build> s3://<bucket> --cache-control "public, max-age=31536000, immutable"',
    ],
    links: [
      { label: 'Restrict access to an S3 origin', url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html' },
      { label: 'Cache policies', url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-the-cache-key.html' },
    ],
    proof: (context) => [...context.served('static-assets', ['cloudfront'], ['cdn']), ...context.declared('aws_cloudfront_distribution')],
  },
  {
    id: 'monitoring',
    phase: 'lift-and-shift',
    need: 'monitoring',
    service: 'cloudwatch',
    hours: [3, 6],
    generates: true,
    applies: () => true,
    title: fixed('Logs and alarms in CloudWatch', 'Logs e alarmes no CloudWatch'),
    why: fixed(
      'Before there are several copies there must be one place to look, and an alarm that rings before users do.',
      'Antes de haver várias cópias, é preciso um lugar só para olhar, e um alarme que toque antes dos usuários.',
    ),
    how: fixed(
      'Log to standard output, keep log groups for 30 to 90 days, and alarm on errors, latency, disk, database connections and the age of the queue.',
      'Escreva os logs na saída padrão, guarde os grupos de logs de 30 a 90 dias e crie alarmes de erros, latência, disco, conexões do banco e idade da fila.',
    ),
    commands: (context) => commandsFor(context, logCommands),
    links: [
      { label: 'CloudWatch agent', url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Install-CloudWatch-Agent.html' },
      { label: 'Recommended alarms', url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html' },
    ],
    proof: (context) => [
      ...context.served('monitoring', ['cloudwatch'], ['cloudwatch']),
      ...context.declared('aws_cloudwatch_log_group', 'aws_cloudwatch_metric_alarm'),
    ],
  },
];

const storageCommands = {
  laravel: ['composer require league/flysystem-aws-s3-v3 "^3.0"', 'FILESYSTEM_DISK=s3'],
  symfony: ['composer require league/flysystem-bundle league/flysystem-aws-s3-v3'],
  rails: ['bundle add aws-sdk-s3', 'config.active_storage.service = :amazon'],
  django: ['pip install "django-storages[s3]"', 'STORAGES["default"]["BACKEND"] = "storages.backends.s3.S3Storage"'],
  python: ['pip install boto3'],
  javascript: ['npm install @aws-sdk/client-s3 @aws-sdk/s3-request-presigner'],
  typescript: ['npm install @aws-sdk/client-s3 @aws-sdk/s3-request-presigner'],
  java: ['software.amazon.awssdk:s3'],
  go: ['go get github.com/aws/aws-sdk-go-v2/service/s3'],
} as const;

const cacheCommands = {
  laravel: ['CACHE_STORE=redis', 'REDIS_HOST=tls://<endpoint>'],
  rails: ['bundle add redis', 'config.cache_store = :redis_cache_store, { url: ENV["REDIS_URL"] }'],
  django: ['CACHES["default"] = {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": os.environ["REDIS_URL"]}'],
} as const;

const sessionCommands = {
  laravel: ['SESSION_DRIVER=redis'],
  rails: ['config.session_store :cache_store'],
  django: ['SESSION_ENGINE = "django.contrib.sessions.backends.cache"'],
  express: ['npm install connect-redis redis'],
} as const;

const assetCommands = {
  laravel: ['ASSET_URL=https://<distribution>'],
  rails: ['config.asset_host = ENV["CDN_HOST"]'],
  django: ['STATIC_URL = "https://<distribution>/static/"'],
} as const;

const logCommands = {
  laravel: ['LOG_CHANNEL=stderr'],
  rails: ['config.logger = ActiveSupport::TaggedLogging.logger(STDOUT)'],
} as const;

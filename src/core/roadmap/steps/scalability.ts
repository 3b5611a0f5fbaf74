import { commandsFor, fill, fixed, frameworkNames, hasServer, libraryNames, technologyNames } from '../stack';
import type { StepDefinition } from '../step';

/** Weeks 7 and 8: with the state outside, the application can be several. */
export const scalabilitySteps: readonly StepDefinition[] = [
  {
    id: 'queue',
    phase: 'cloud-native',
    need: 'queue',
    service: 'sqs',
    hours: [3, 8],
    generates: true,
    applies: (context) => context.decided('cloud-native', 'queue') === 'sqs',
    title: (context) => fill({ en: 'Move the jobs of {library} to SQS', 'pt-br': 'Mover os jobs de {library} para o SQS' }, { library: libraryNames(context, 'queue') }),
    why: fixed(
      'Jobs leave the database or the one server, failed ones land in a dead-letter queue, and workers scale by the length of the queue.',
      'Os jobs saem do banco ou do servidor único, os que falham caem em uma DLQ, e os workers escalam pelo tamanho da fila.',
    ),
    how: fixed(
      'A queue with a dead-letter queue; visibility longer than the slowest job; no delay over 15 minutes and no message over 1 MiB. Drain the old queue before you switch.',
      'Uma fila com DLQ; visibilidade maior que o job mais lento; nada de atraso acima de 15 minutos nem mensagem acima de 1 MiB. Esvazie a fila antiga antes de trocar.',
    ),
    commands: (context) => commandsFor(context, queueCommands),
    links: [
      { label: 'Dead-letter queues', url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html' },
      { label: 'Visibility timeout', url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html' },
    ],
    proof: (context) => context.served('queue', ['sqs'], ['sqs']),
  },
  {
    id: 'queue-redis',
    phase: 'cloud-native',
    need: 'queue',
    service: 'elasticache',
    hours: [3, 6],
    generates: true,
    applies: (context) => context.decided('cloud-native', 'queue') === 'elasticache',
    title: (context) => fill({ en: 'Move {library} to ElastiCache', 'pt-br': 'Mover o {library} para o ElastiCache' }, { library: libraryNames(context, 'queue') }),
    why: (context) =>
      fill(
        {
          en: '{library} keeps its jobs in Redis: with a replica in the other zone they survive the loss of one, and no eviction may drop them.',
          'pt-br': '{library} guarda os jobs no Redis: com uma réplica na outra zona, eles sobrevivem à perda de uma, e nenhuma política de evicção pode descartá-los.',
        },
        { library: libraryNames(context, 'queue') },
      ),
    how: fixed(
      'Set maxmemory-policy to noeviction for the jobs, point REDIS_URL at the new endpoint with TLS, and run the workers as a service of their own.',
      'Use maxmemory-policy noeviction para os jobs, aponte REDIS_URL para o novo endpoint com TLS e rode os workers como um serviço próprio.',
    ),
    links: [{ label: 'Parameters of Valkey and Redis OSS', url: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/ParameterGroups.Engine.html' }],
    proof: (context) => context.served('queue', ['elasticache', 'memorydb']),
  },
  {
    id: 'queue-broker',
    phase: 'cloud-native',
    need: 'queue',
    service: 'amazon-mq',
    hours: [4, 8],
    generates: true,
    applies: (context) => context.decided('cloud-native', 'queue') === 'amazon-mq',
    title: (context) => fill({ en: 'Move {technology} to Amazon MQ', 'pt-br': 'Mover o {technology} para o Amazon MQ' }, { technology: technologyNames(context, 'queue') }),
    why: fixed(
      'The same broker, run by AWS: exchanges, routing keys and clients stay, only the address and TLS change.',
      'O mesmo broker, operado pela AWS: exchanges, routing keys e clientes ficam; só mudam o endereço e o TLS.',
    ),
    how: fixed(
      'Export the definitions, import them into the new broker, let consumers of both run until the old one is empty.',
      'Exporte as definições, importe no novo broker e deixe consumidores nos dois até o antigo esvaziar.',
    ),
    commands: () => ['rabbitmqadmin export definitions.json'],
    links: [{ label: 'Amazon MQ for RabbitMQ', url: 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/working-with-rabbitmq.html' }],
    proof: (context) => [...context.served('queue', ['amazon-mq']), ...context.declared('aws_mq_broker')],
  },
  {
    id: 'event-streaming',
    phase: 'cloud-native',
    need: 'event-streaming',
    service: 'msk',
    hours: [6, 16],
    generates: true,
    applies: (context) => context.decided('cloud-native', 'event-streaming') === 'msk',
    title: (context) => fill({ en: 'Move {technology} to MSK', 'pt-br': 'Mover o {technology} para o MSK' }, { technology: technologyNames(context, 'event-streaming') }),
    why: fixed(
      'Brokers and disks are the part of Kafka that wakes people at night; topics and clients stay as they are.',
      'Brokers e discos são a parte do Kafka que acorda gente de madrugada; tópicos e clientes ficam como estão.',
    ),
    how: fixed('Mirror the topics, move the consumers, then the producers.', 'Espelhe os tópicos, mova os consumidores e depois os produtores.'),
    links: [{ label: 'Migrating to MSK', url: 'https://docs.aws.amazon.com/msk/latest/developerguide/migration.html' }],
    proof: (context) => [...context.served('event-streaming', ['msk', 'kinesis'], ['kinesis']), ...context.declared('aws_msk_cluster', 'aws_msk_serverless_cluster')],
  },
  {
    id: 'document-database',
    phase: 'cloud-native',
    need: 'document-database',
    service: 'documentdb',
    hours: [6, 16],
    generates: true,
    applies: (context) => context.decided('cloud-native', 'document-database') === 'documentdb',
    title: fixed('Move MongoDB to DocumentDB, or to Atlas', 'Mover o MongoDB para o DocumentDB ou para o Atlas'),
    why: fixed(
      'Documents need backups and a replica as much as tables do. Which of the two depends on the operators that the code uses.',
      'Documentos precisam de backup e réplica tanto quanto tabelas. Qual dos dois depende dos operadores que o código usa.',
    ),
    how: fixed(
      'Run the compatibility tool over the code first; then dump and restore, or replicate with DMS.',
      'Rode antes o verificador de compatibilidade no código; depois faça dump e restore, ou replique com o DMS.',
    ),
    commands: () => ['mongodump --archive=app.archive', 'mongorestore --ssl --host <endpoint> --archive=app.archive'],
    links: [{ label: 'Migrating to DocumentDB', url: 'https://docs.aws.amazon.com/documentdb/latest/developerguide/docdb-migration.html' }],
    proof: (context) => [...context.served('document-database', ['documentdb', 'dynamodb'], ['dynamodb']), ...context.declared('aws_docdb_cluster')],
  },
  {
    id: 'search',
    phase: 'cloud-native',
    need: 'search',
    service: 'opensearch',
    hours: [4, 10],
    generates: true,
    applies: (context) => context.decided('cloud-native', 'search') === 'opensearch',
    title: (context) => fill({ en: 'Move the search from {technology} to OpenSearch Service', 'pt-br': 'Mover a busca do {technology} para o OpenSearch Service' }, { technology: technologyNames(context, 'search') }),
    why: fixed('An index on one server is a search that is down with it.', 'Um índice em um servidor só é uma busca que cai com ele.'),
    how: fixed('Three nodes, an index built afresh from the database, then the switch of the client.', 'Três nós, um índice refeito a partir do banco e depois a troca do cliente.'),
    links: [{ label: 'OpenSearch Service migration', url: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/migration.html' }],
    proof: (context) => [...context.served('search', ['opensearch']), ...context.declared('aws_opensearch_domain')],
  },
  {
    id: 'scheduler',
    phase: 'cloud-native',
    need: 'scheduler',
    service: 'eventbridge-scheduler',
    hours: [2, 4],
    generates: true,
    applies: (context) => context.decided('cloud-native', 'scheduler') === 'eventbridge-scheduler',
    title: (context) => fill({ en: 'Take the timetable of {technology} out of the copies', 'pt-br': 'Tirar os horários do {technology} de dentro das cópias' }, { technology: technologyNames(context, 'scheduler') }),
    why: fixed(
      'With a clock in each copy every reminder goes out as often as there are copies.',
      'Com um relógio em cada cópia, todo lembrete sai tantas vezes quantas forem as cópias.',
    ),
    how: fixed(
      'EventBridge Scheduler starts one task on the timetable; locks such as withoutOverlapping need the shared cache.',
      'O EventBridge Scheduler inicia uma tarefa no horário; travas como withoutOverlapping precisam do cache compartilhado.',
    ),
    links: [{ label: 'Scheduling ECS tasks', url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/tasks-scheduled-eventbridge-scheduler.html' }],
    proof: (context) => [...context.served('scheduler', ['eventbridge-scheduler', 'eventbridge']), ...context.declared('aws_scheduler_schedule', 'aws_cloudwatch_event_rule')],
  },
  {
    id: 'container-image',
    phase: 'cloud-native',
    need: 'compute',
    service: 'ecr',
    hours: [4, 8],
    generates: true,
    applies: (context) => context.uses('cloud-native', 'fargate'),
    title: (context) => fill({ en: 'Build one image of {framework}', 'pt-br': 'Gerar uma imagem do {framework}' }, { framework: frameworkNames(context) }),
    why: fixed(
      'Copies have to be alike: one image, built once, is web, worker and scheduler by its command.',
      'As cópias precisam ser iguais: uma imagem, gerada uma vez, vira web, worker e agendador conforme o comando.',
    ),
    how: fixed(
      'A multi-stage build that runs as a user without rights, logs to standard output, stops on SIGTERM and answers a health check.',
      'Um build em vários estágios que roda com usuário sem privilégios, escreve logs na saída padrão, para com SIGTERM e responde a um health check.',
    ),
    commands: (context) => [
      `docker buildx build --platform linux/${context.processor('cloud-native', 'fargate') === 'x86' ? 'amd64' : 'arm64'} -t <account>.dkr.ecr.<region>.amazonaws.com/app:$GIT_SHA --push .`,
    ],
    links: [{ label: 'Pushing an image to ECR', url: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/docker-push-ecr-image.html' }],
    proof: (context) => [...context.filesLike(/(?:^|\/)(?:[^/]*\.)?(?:Dockerfile|Containerfile)(?:\.[^/]+)?$/), ...context.declared('aws_ecr_repository')],
  },
  {
    id: 'load-balancer',
    phase: 'cloud-native',
    need: 'compute',
    service: 'alb',
    hours: [3, 6],
    generates: true,
    applies: (context) => context.uses('cloud-native', 'alb'),
    title: fixed('Put a load balancer in front', 'Colocar um balanceador na frente'),
    why: fixed(
      'It spreads requests over the copies, takes sick ones out and carries HTTPS and WebSockets.',
      'Ele distribui as requisições entre as cópias, tira as doentes e cuida de HTTPS e WebSockets.',
    ),
    how: fixed(
      'Two zones, a health check on a page that touches no database, and trust in the forwarded headers on the side of the application.',
      'Duas zonas, um health check em uma página que não toca o banco e, na aplicação, confiança nos cabeçalhos encaminhados.',
    ),
    commands: (context) => commandsFor(context, proxyCommands),
    links: [{ label: 'Application Load Balancers', url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/introduction.html' }],
    proof: (context) => context.declared('aws_lb', 'aws_alb', 'aws_lb_listener'),
  },
  {
    id: 'realtime',
    phase: 'cloud-native',
    need: 'realtime',
    service: 'alb',
    hours: [3, 8],
    applies: (context) => context.decided('cloud-native', 'realtime') === 'alb',
    title: (context) => fill({ en: 'Run several copies of {technology} with Redis between them', 'pt-br': 'Rodar várias cópias do {technology} com Redis entre elas' }, { technology: technologyNames(context, 'realtime') }),
    why: fixed(
      'Two people on two copies only hear each other when the copies talk: through Redis pub/sub.',
      'Duas pessoas em duas cópias só se ouvem quando as cópias conversam: pelo pub/sub do Redis.',
    ),
    how: fixed(
      'Turn on the Redis adapter, raise the idle timeout of the load balancer above the ping, and use sticky sessions where the client falls back to polling.',
      'Ligue o adaptador Redis, aumente o idle timeout do balanceador acima do ping e use sticky sessions onde o cliente recua para polling.',
    ),
    commands: (context) => realtimeCommands(context.needsOf('realtime').map((need) => need.technology)),
    links: [{ label: 'WebSockets and stickiness', url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html' }],
    proof: () => [],
  },
  {
    id: 'video-servers',
    phase: 'cloud-native',
    need: 'video',
    service: 'ec2',
    hours: [6, 16],
    generates: true,
    applies: (context) => context.decided('cloud-native', 'video') === 'ec2',
    title: fixed('Give media servers their own instances', 'Dar instâncias próprias aos servidores de mídia'),
    why: fixed(
      'Calls eat processor and traffic: next to the pages they take both from each other.',
      'Chamadas consomem processador e tráfego: ao lado das páginas, um tira do outro.',
    ),
    how: fixed(
      'Instances with public addresses, UDP open for the media ports, TURN over TCP 443 for strict networks; compare the traffic with the price per minute of the Chime SDK.',
      'Instâncias com endereço público, UDP aberto nas portas de mídia, TURN em TCP 443 para redes restritivas; compare o tráfego com o preço por minuto do Chime SDK.',
    ),
    links: [{ label: 'Amazon Chime SDK', url: 'https://docs.aws.amazon.com/chime-sdk/latest/dg/what-is-chime-sdk.html' }],
    proof: (context) => context.served('video', ['ec2', 'chime-sdk', 'kinesis-video-streams'], ['chime']),
  },
  {
    id: 'auto-scaling',
    phase: 'cloud-native',
    need: 'compute',
    service: 'fargate',
    hours: [3, 6],
    generates: true,
    applies: (context) => context.uses('cloud-native', 'alb'),
    title: fixed('Let the number of copies follow the load', 'Deixar o número de cópias acompanhar a carga'),
    why: fixed(
      'Two copies are there for the loss of a zone; more come with the load and go with it.',
      'Duas cópias existem para a perda de uma zona; outras vêm com a carga e vão com ela.',
    ),
    how: fixed(
      'Track processor use at 60 to 70 % for the web, the length of the queue for the workers, with a maximum that the budget can bear.',
      'Acompanhe o uso de processador em 60 a 70 % para a web e o tamanho da fila para os workers, com um máximo que o orçamento aguente.',
    ),
    links: [
      { label: 'Service auto scaling', url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html' },
      { label: 'Auto Scaling groups', url: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-groups.html' },
    ],
    proof: (context) => context.declared('aws_appautoscaling_target', 'aws_appautoscaling_policy', 'aws_autoscaling_policy'),
  },
  {
    id: 'multi-az',
    phase: 'cloud-native',
    need: 'relational-database',
    service: 'rds',
    hours: [1, 2],
    applies: (context) => ['rds', 'aurora'].includes(context.decided('cloud-native', 'relational-database') ?? ''),
    title: fixed('Give the database a standby in another zone', 'Dar ao banco uma réplica em outra zona'),
    why: fixed(
      'Copies in two zones help nobody when the database is in one.',
      'Cópias em duas zonas não ajudam ninguém quando o banco está em uma só.',
    ),
    how: fixed('Turn on Multi-AZ, then force a failover on a quiet evening and watch the application.', 'Ative o Multi-AZ e depois force um failover em uma noite tranquila, observando a aplicação.'),
    commands: () => ['aws rds modify-db-instance --db-instance-identifier <id> --multi-az --apply-immediately', 'aws rds reboot-db-instance --db-instance-identifier <id> --force-failover'],
    links: [{ label: 'Multi-AZ deployments', url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.html' }],
    proof: (context) =>
      context.declaredFacts
        .filter((fact) => fact.name === 'aws_db_instance' && fact.detail?.multi_az === 'true')
        .map((fact) => ({ at: fact.at, key: fact.name, stage: fact.stage })),
  },
  {
    id: 'tune-queries',
    phase: 'cloud-native',
    need: 'relational-database',
    service: null,
    hours: [4, 12],
    applies: (context) => context.has('relational-database'),
    title: fixed('Find and fix the slowest queries', 'Encontrar e corrigir as consultas mais lentas'),
    why: fixed(
      'The database is the limit that copies do not lift: an index is cheaper than a larger instance.',
      'O banco é o limite que mais cópias não aumentam: um índice é mais barato que uma instância maior.',
    ),
    how: fixed(
      'Look at the top statements in CloudWatch Database Insights, add the missing indexes, remove queries in loops, cache what is asked for most.',
      'Veja as consultas mais pesadas no CloudWatch Database Insights, crie os índices que faltam, elimine consultas em laço e guarde em cache o mais pedido.',
    ),
    links: [{ label: 'Database Insights', url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Database-Insights.html' }],
    proof: () => [],
  },
  {
    id: 'waf',
    phase: 'cloud-native',
    need: null,
    service: 'waf',
    hours: [1, 3],
    applies: hasServer,
    title: fixed('Filter attacks before they arrive (WAF)', 'Filtrar ataques antes que cheguem (WAF)'),
    why: fixed(
      'Bots and scanners are a part of every load; filtered at the edge they neither scale nor cost you.',
      'Bots e scanners fazem parte de toda carga; filtrados na borda, não escalam nem custam.',
    ),
    how: fixed('Managed rule groups in counting mode for a week, then blocking, and a limit of requests per address.', 'Grupos de regras gerenciadas em modo de contagem por uma semana, depois bloqueando, e um limite de requisições por endereço.'),
    links: [{ label: 'AWS Managed Rules', url: 'https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups.html' }],
    proof: (context) => context.declared('aws_wafv2_web_acl', 'aws_wafv2_web_acl_association'),
  },
];

const queueCommands = {
  laravel: ['composer require aws/aws-sdk-php', 'QUEUE_CONNECTION=sqs', 'php artisan queue:work sqs'],
  symfony: ['composer require symfony/amazon-sqs-messenger', 'php bin/console messenger:consume async'],
} as const;

const proxyCommands = {
  laravel: ["->withMiddleware(fn (Middleware $middleware) => $middleware->trustProxies(at: '*'))"],
  rails: ['config.assume_ssl = true', 'config.force_ssl = true'],
  django: ['SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")'],
  express: ["app.set('trust proxy', 1)"],
} as const;

function realtimeCommands(technologies: readonly string[]): readonly string[] {
  if (technologies.includes('reverb')) return ['REVERB_SCALING_ENABLED=true'];
  if (technologies.includes('socket.io')) return ['npm install @socket.io/redis-adapter redis'];
  if (technologies.includes('action-cable')) return ['adapter: redis'];
  return technologies.includes('channels') ? ['pip install channels-redis'] : [];
}

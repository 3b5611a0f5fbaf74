import { message, type Localized, type Message } from '../l10n/localized';
import { ecsWorkload } from './ecsWorkload';
import { databaseEngine } from './databaseEngine';
import { cacheLabel, type SnippetContext } from './snippet';

type Notes = (context: SnippetContext) => readonly Message[];

const privateTasks: Localized = {
  en: 'The tasks run in private subnets: they need a NAT gateway, or VPC endpoints for ECR, S3, CloudWatch Logs and Secrets Manager.',
  'pt-br': 'As tarefas rodam em sub-redes privadas: precisam de um NAT gateway ou de VPC endpoints para ECR, S3, CloudWatch Logs e Secrets Manager.',
};

/** How the application gets its rights without an access key. */
function rights({ output }: SnippetContext, policy: string): Message {
  return message(
    {
      en: 'Attach the policy {policy} to the role of the application: it needs no access key then.',
      'pt-br': 'Anexe a política {policy} à role da aplicação: assim ela não precisa de chave de acesso.',
    },
    { policy: output(policy) },
  );
}

/** What the reader has to do or know besides the code, the same in every dialect. */
const notes: Readonly<Record<string, Notes>> = {
  alb: fargateNotes,
  'aurora-serverless': databaseNotes,
  budgets: () => [
    message({ en: 'A budget warns and stops nothing. Cost figures are a few hours old.', 'pt-br': 'Um orçamento avisa e não interrompe nada. Os valores têm algumas horas de atraso.' }),
  ],
  cloudfront: ({ output }) => [
    message(
      {
        en: 'In the deploy, copy the build with aws s3 sync public/build s3://<{bucket}>/build --cache-control "public,max-age=31536000,immutable", then set ASSET_URL to the output {url}.',
        'pt-br': 'No deploy, copie o build com aws s3 sync public/build s3://<{bucket}>/build --cache-control "public,max-age=31536000,immutable" e defina ASSET_URL com a saída {url}.',
      },
      { bucket: output('assets_bucket'), url: output('asset_url') },
    ),
    message({
      en: 'A domain of your own needs a certificate in us-east-1 (ACM) and aliases in the distribution.',
      'pt-br': 'Um domínio próprio exige um certificado em us-east-1 (ACM) e aliases na distribuição.',
    }),
  ],
  cloudwatch: ({ output }) => [
    message(
      {
        en: 'Let the application write to stderr and name {group} in the awslogs options of its container. Give {topic} to the other files as the topic of their alarms.',
        'pt-br': 'Faça a aplicação escrever em stderr e indique {group} nas opções awslogs do contêiner. Passe {topic} aos outros arquivos como tópico dos alarmes.',
      },
      { group: output('log_group'), topic: output('alarm_topic_arn') },
    ),
  ],
  dynamodb: (context) => [
    rights(context, context.need === 'document-database' ? 'documents_policy_arn' : 'cache_policy_arn'),
    ...(context.framework === 'laravel' && context.need !== 'document-database'
      ? [
          message(
            {
              en: 'Set CACHE_STORE=dynamodb (and SESSION_DRIVER=dynamodb) and DYNAMODB_CACHE_TABLE to the output {table}. No VPC is needed.',
              'pt-br': 'Defina CACHE_STORE=dynamodb (e SESSION_DRIVER=dynamodb) e DYNAMODB_CACHE_TABLE com a saída {table}. Não é preciso VPC.',
            },
            { table: context.output('cache_table') },
          ),
        ]
      : []),
  ],
  ec2: () => [
    message({
      en: 'One server is one point of failure: keep database and files outside of it (RDS, S3), so that it can be replaced.',
      'pt-br': 'Um servidor é um ponto único de falha: mantenha banco e arquivos fora dele (RDS, S3), para que possa ser substituído.',
    }),
  ],
  elasticache: ({ technology, framework, need, output }) => {
    if (technology === 'memcached') {
      return [
        message({
          en: 'Memcached keeps nothing when a node is replaced; ElastiCache for Valkey does, and costs less.',
          'pt-br': 'O Memcached perde tudo quando um nó é trocado; o ElastiCache com Valkey não, e custa menos.',
        }),
      ];
    }
    const data = { host: output(`${cacheLabel({ need })}_host`) };
    return [
      framework === 'laravel'
        ? message({ en: 'Connections are encrypted: set REDIS_HOST to tls:// followed by the output {host}.', 'pt-br': 'As conexões são criptografadas: defina REDIS_HOST como tls:// seguido da saída {host}.' }, data)
        : message({ en: 'Connections are encrypted: use a rediss:// address with the output {host}.', 'pt-br': 'As conexões são criptografadas: use um endereço rediss:// com a saída {host}.' }, data),
    ];
  },
  'eventbridge-scheduler': ({ framework }) => [
    framework === 'laravel'
      ? message({
          en: 'A Fargate task takes some seconds to start and is billed for a minute at least: for tasks every minute, one schedule:work service costs less; for a few a day, give each its own schedule with its own command.',
          'pt-br': 'Uma tarefa Fargate leva alguns segundos para iniciar e é cobrada por no mínimo um minuto: para tarefas a cada minuto, um serviço com schedule:work custa menos; para poucas por dia, dê a cada uma o próprio agendamento com o próprio comando.',
        })
      : message({
          en: 'A Fargate task takes some seconds to start and is billed for a minute at least.',
          'pt-br': 'Uma tarefa Fargate leva alguns segundos para iniciar e é cobrada por no mínimo um minuto.',
        }),
  ],
  fargate: fargateNotes,
  'parameter-store': ({ name }) => [
    message(
      {
        en: 'Put each value in with aws ssm put-parameter --overwrite --type SecureString --name {example}, which asks for nothing that ends up in a file.',
        'pt-br': 'Coloque cada valor com aws ssm put-parameter --overwrite --type SecureString --name {example}; assim nada vai parar em um arquivo.',
      },
      { example: `/${name}/APP_KEY` },
    ),
  ],
  rds: databaseNotes,
  s3: (context) => [
    message({
      en: 'Nobody reads the bucket from outside: hand files out with presigned URLs, or put CloudFront before it.',
      'pt-br': 'Ninguém lê o bucket de fora: entregue arquivos com URLs pré-assinadas ou coloque o CloudFront na frente.',
    }),
    rights(context, 'uploads_policy_arn'),
    ...(context.framework === 'laravel'
      ? [
          message(
            {
              en: 'Laravel needs league/flysystem-aws-s3-v3; set AWS_BUCKET to the output {bucket} and leave the access keys empty.',
              'pt-br': 'O Laravel precisa de league/flysystem-aws-s3-v3; defina AWS_BUCKET com a saída {bucket} e deixe as chaves de acesso vazias.',
            },
            { bucket: context.output('uploads_bucket') },
          ),
        ]
      : []),
  ],
  secretsmanager: ({ name }) => [
    message(
      {
        en: 'Store the values as one JSON object: aws secretsmanager put-secret-value --secret-id {secret} --secret-string file://secrets.json, then delete the file. A task definition reads one key with valueFrom = "<arn>:APP_KEY::".',
        'pt-br': 'Guarde os valores como um objeto JSON: aws secretsmanager put-secret-value --secret-id {secret} --secret-string file://secrets.json, e apague o arquivo. Uma definição de tarefa lê uma chave com valueFrom = "<arn>:APP_KEY::".',
      },
      { secret: `${name}/application` },
    ),
  ],
  ses: (context) => [
    message({
      en: 'A new account is in the SES sandbox and may write to verified addresses only: ask for production access in the console.',
      'pt-br': 'Uma conta nova está no sandbox do SES e só escreve para endereços verificados: peça o acesso de produção no console.',
    }),
    rights(context, 'mail_policy_arn'),
  ],
  sqs: (context) => [
    rights(context, 'queue_policy_arn'),
    ...(context.framework === 'laravel'
      ? [
          message(
            {
              en: 'SQS_PREFIX is the output {url} without its last part, SQS_QUEUE that last part. Start workers with --tries below five, or the dead-letter queue takes a job before Laravel gives it up.',
              'pt-br': 'SQS_PREFIX é a saída {url} sem a última parte, SQS_QUEUE é essa última parte. Inicie os workers com --tries menor que cinco, senão a fila de mensagens mortas leva a tarefa antes que o Laravel desista dela.',
            },
            { url: context.output('queue_url') },
          ),
        ]
      : []),
  ],
  vpc: ({ output }) => [
    message(
      {
        en: 'The outputs {vpc}, {publicSubnets} and {privateSubnets} are inputs of the other files.',
        'pt-br': 'As saídas {vpc}, {publicSubnets} e {privateSubnets} são entradas dos outros arquivos.',
      },
      { vpc: output('vpc_id'), publicSubnets: output('public_subnet_ids'), privateSubnets: output('private_subnet_ids') },
    ),
  ],
};

export function notesOf(service: string, context: SnippetContext): readonly Message[] {
  return Object.hasOwn(notes, service) ? (notes[service]?.(context) ?? []) : [];
}

function databaseNotes(context: SnippetContext): readonly Message[] {
  const engine = databaseEngine(context.technology);
  return [
    message(
      {
        en: 'Set the application’s database host to the output {host}, and let the task definition read user name and password from the secret {secret}.',
        'pt-br': 'Use a saída {host} como host do banco na aplicação e deixe a definição da tarefa ler usuário e senha do segredo {secret}.',
      },
      { host: context.output('database_host'), secret: context.output('database_secret_arn') },
    ),
    ...(engine?.port === 3306
      ? [
          message({
            en: 'Give the client the RDS certificate bundle for TLS (MYSQL_ATTR_SSL_CA in Laravel).',
            'pt-br': 'Forneça ao cliente o pacote de certificados do RDS para TLS (MYSQL_ATTR_SSL_CA no Laravel).',
          }),
        ]
      : []),
  ];
}

function fargateNotes(context: SnippetContext): readonly Message[] {
  const { label } = ecsWorkload(context);
  const { output } = context;
  const data = { domain: output(`${label}_balancer_domain`) };
  const own: readonly Message[] =
    label === 'reverb'
      ? [
          message(
            {
              en: 'Give the output {domain} a domain name and set REVERB_HOST of the application to it, REVERB_PORT=443, REVERB_SCHEME=https. The same image runs web and Reverb; only the command differs.',
              'pt-br': 'Dê um nome de domínio à saída {domain} e use-o como REVERB_HOST da aplicação, REVERB_PORT=443, REVERB_SCHEME=https. A mesma imagem roda a web e o Reverb; só o comando muda.',
            },
            data,
          ),
        ]
      : label === 'web' && context.framework === 'laravel'
        ? [message({ en: 'Trust the load balancer’s headers (trustProxies), or links are built with http.', 'pt-br': 'Confie nos cabeçalhos do balanceador (trustProxies), senão os links saem com http.' })]
        : [];
  return [...own, message(privateTasks)];
}

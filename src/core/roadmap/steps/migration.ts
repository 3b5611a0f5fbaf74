import { technologyName } from '../../catalog/technologies';
import type { Localized } from '../../l10n/localized';
import type { RoadmapContext } from '../context';
import { databaseMove, importGuide, targetEngineId } from '../moves';
import { commandsFor, fill, fixed, frameworkNames, hasOwnServer, technologyNames } from '../stack';
import type { StepDefinition } from '../step';

const databaseServices = ['rds', 'aurora', 'aurora-serverless'];

/** Name of the engine that the data goes to. */
function targetEngine(context: RoadmapContext): Localized {
  return technologyName(targetEngineId(context));
}

/** Weeks 3 and 4: the same application, on AWS. */
export const migrationSteps: readonly StepDefinition[] = [
  {
    id: 'managed-database',
    phase: 'lift-and-shift',
    need: 'relational-database',
    service: 'rds',
    hours: [3, 6],
    generates: true,
    applies: (context) => databaseServices.includes(context.decided('lift-and-shift', 'relational-database') ?? ''),
    title: (context) => fill({ en: 'Create the database: {engine} on RDS', 'pt-br': 'Criar o banco de dados: {engine} no RDS' }, { engine: targetEngine(context) }),
    why: fixed(
      'The state that matters most leaves the server first: backups, patches and restores become AWS’s work.',
      'O estado mais importante sai do servidor primeiro: backups, patches e restauração viram trabalho da AWS.',
    ),
    how: fixed(
      'Private subnets, encrypted, backups of at least seven days, deletion protection, reachable only from the application’s security group.',
      'Sub-redes privadas, criptografado, backups de ao menos sete dias, proteção contra exclusão, acessível só pelo security group da aplicação.',
    ),
    links: [
      { label: 'Creating a DB instance', url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_CreateDBInstance.html' },
      { label: 'Best practices for RDS', url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_BestPractices.html' },
    ],
    proof: (context) => [
      ...context.served('relational-database', databaseServices),
      ...context.declared('aws_db_instance', 'aws_rds_cluster'),
    ],
  },
  {
    id: 'move-data',
    phase: 'lift-and-shift',
    need: 'relational-database',
    service: null,
    hours: [4, 12],
    applies: (context) =>
      databaseServices.includes(context.decided('lift-and-shift', 'relational-database') ?? '') &&
      context.served('relational-database', databaseServices).length === 0,
    title: (context) =>
      fill(
        { en: 'Move the data from {from} to {to} on RDS', 'pt-br': 'Migrar os dados de {from} para o {to} no RDS' },
        { from: technologyNames(context, 'relational-database'), to: targetEngine(context) },
      ),
    why: (context) =>
      context.has('relational-database', 'sqlite')
        ? {
            en: 'SQLite is lax about types and dates and the target is not: convert on a copy, run the tests against it, then repeat for real.',
            'pt-br': 'O SQLite é permissivo com tipos e datas, e o destino não é: converta em uma cópia, rode os testes nela e só então repita para valer.',
          }
        : {
            en: 'The same engine takes a plain dump: rehearse it, measure it, and announce the window that it takes.',
            'pt-br': 'O mesmo banco aceita um dump comum: ensaie, meça e avise a janela necessária.',
          },
    how: fixed(
      'Copy, compare row counts per table, point the application at the new address, and keep the old database for a week.',
      'Copie, compare a contagem de linhas por tabela, aponte a aplicação para o novo endereço e guarde o banco antigo por uma semana.',
    ),
    commands: (context) => [...commandsFor(context, migrateCommands), ...databaseMove(context)],
    links: (context) => [importGuide(context), { label: 'AWS Database Migration Service', url: 'https://docs.aws.amazon.com/dms/latest/userguide/Welcome.html' }],
    proof: () => [],
  },
  {
    id: 'install-application',
    phase: 'lift-and-shift',
    need: 'compute',
    service: null,
    hours: [4, 8],
    applies: hasOwnServer,
    title: (context) => fill({ en: 'Install {framework} on the instance', 'pt-br': 'Instalar {framework} na instância' }, { framework: frameworkNames(context) }),
    why: fixed(
      'The same code on another machine: what fails now was tied to the old server, and it is good to learn that early.',
      'O mesmo código em outra máquina: o que falhar agora estava preso ao servidor antigo, e é bom descobrir isso cedo.',
    ),
    how: fixed(
      'Install the runtime, check the code out by a deploy key or a pipeline, set production mode, and let a process manager start everything.',
      'Instale o runtime, baixe o código com uma deploy key ou por um pipeline, ligue o modo de produção e deixe um gerenciador de processos iniciar tudo.',
    ),
    commands: (context) => commandsFor(context, installCommands),
    links: [{ label: 'EC2 user data', url: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html' }],
    proof: () => [],
  },
  {
    id: 'secrets-store',
    phase: 'lift-and-shift',
    need: 'secrets',
    service: 'parameter-store',
    hours: [2, 4],
    generates: true,
    applies: (context) => context.has('secrets'),
    title: fixed('Take passwords and keys out of files', 'Tirar senhas e chaves dos arquivos'),
    why: fixed(
      'A file with passwords is copied with every backup and image. The instance reads them by its role instead.',
      'Um arquivo com senhas vai junto em cada backup e imagem. Em vez disso, a instância os lê por seu papel.',
    ),
    how: fixed(
      'Store each value as a SecureString under one path per environment and read them when the process starts.',
      'Guarde cada valor como SecureString, sob um caminho por ambiente, e leia quando o processo iniciar.',
    ),
    commands: () => ['aws ssm put-parameter --type SecureString --name /app/production/DB_PASSWORD --value file:///dev/stdin'],
    links: [{ label: 'Parameter Store', url: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html' }],
    proof: (context) => [
      ...context.served('secrets', ['parameter-store', 'secretsmanager'], ['ssm', 'secretsmanager']),
      ...context.declared('aws_ssm_parameter', 'aws_secretsmanager_secret'),
    ],
  },
  {
    id: 'domain',
    phase: 'lift-and-shift',
    need: null,
    service: 'route53',
    hours: [1, 3],
    applies: () => true,
    title: fixed('Point the domain at AWS, with HTTPS', 'Apontar o domínio para a AWS, com HTTPS'),
    why: fixed(
      'The name is what lets you change everything behind it later without telling anybody.',
      'O nome é o que permite trocar tudo o que está por trás depois, sem avisar ninguém.',
    ),
    how: fixed(
      'A hosted zone, a certificate of ACM, and a low TTL on the day of the change.',
      'Uma zona hospedada, um certificado do ACM e um TTL baixo no dia da troca.',
    ),
    links: [
      { label: 'Route 53 as DNS service', url: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/MigratingDNS.html' },
      { label: 'Request a public certificate', url: 'https://docs.aws.amazon.com/acm/latest/userguide/acm-public-certificates.html' },
    ],
    proof: (context) => context.declared('aws_route53_zone', 'aws_route53_record', 'aws_acm_certificate'),
  },
  {
    id: 'mail',
    phase: 'lift-and-shift',
    need: 'mail',
    service: 'ses',
    hours: [2, 4],
    generates: true,
    applies: (context) => context.decided('lift-and-shift', 'mail') === 'ses',
    title: fixed('Send e-mail through SES', 'Enviar e-mails pelo SES'),
    why: fixed(
      'EC2 blocks port 25, and mail that is not signed for the domain ends as spam. A new account has to ask for production access: start early.',
      'O EC2 bloqueia a porta 25, e e-mail sem assinatura do domínio vira spam. Uma conta nova precisa pedir acesso de produção: comece cedo.',
    ),
    how: fixed(
      'Verify the domain (DKIM, SPF, DMARC), leave the sandbox, and let bounces come back through SNS.',
      'Verifique o domínio (DKIM, SPF, DMARC), saia do sandbox e receba as devoluções pelo SNS.',
    ),
    commands: (context) => commandsFor(context, mailCommands),
    links: [
      { label: 'Verified identities', url: 'https://docs.aws.amazon.com/ses/latest/dg/verify-addresses-and-domains.html' },
      { label: 'Leaving the sandbox', url: 'https://docs.aws.amazon.com/ses/latest/dg/request-production-access.html' },
    ],
    proof: (context) => [...context.served('mail', ['ses'], ['ses']), ...context.declared('aws_ses_domain_identity', 'aws_sesv2_email_identity')],
  },
];

const migrateCommands = {
  laravel: ['php artisan migrate --force'],
  symfony: ['php bin/console doctrine:migrations:migrate --no-interaction'],
  rails: ['bin/rails db:migrate RAILS_ENV=production'],
  django: ['python manage.py migrate'],
  phoenix: ['bin/app eval "App.Release.migrate"'],
  aspnetcore: ['dotnet ef migrations bundle', './efbundle --connection "<connection string>"'],
} as const;

const installCommands = {
  laravel: ['composer install --no-dev --optimize-autoloader', 'npm ci && npm run build', 'php artisan optimize'],
  symfony: ['composer install --no-dev --optimize-autoloader', 'php bin/console cache:clear --env=prod'],
  rails: ['bundle install --deployment', 'bin/rails assets:precompile RAILS_ENV=production'],
  django: ['pip install -r requirements.txt', 'python manage.py collectstatic --noinput'],
  python: ['pip install -r requirements.txt'],
  javascript: ['npm ci', 'npm run build'],
  typescript: ['npm ci', 'npm run build'],
  java: ['./mvnw -q package', 'java -jar target/app.jar'],
  kotlin: ['./gradlew build -x test'],
  csharp: ['dotnet publish -c Release -o out'],
  elixir: ['mix deps.get --only prod', 'MIX_ENV=prod mix release'],
  rust: ['cargo build --release'],
  go: ['go build -o app ./...'],
} as const;

const mailCommands = {
  laravel: ['composer require aws/aws-sdk-php', 'MAIL_MAILER=ses'],
  rails: ['bundle add aws-actionmailer-ses', 'config.action_mailer.delivery_method = :ses_v2'],
  django: ['pip install django-ses', "EMAIL_BACKEND = 'django_ses.SESBackend'"],
} as const;

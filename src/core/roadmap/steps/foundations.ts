import { fixed, hasOwnServer } from '../stack';
import type { StepDefinition } from '../step';

/** Weeks 1 and 2: an account that is safe to use. */
export const foundationSteps: readonly StepDefinition[] = [
  {
    id: 'aws-account',
    phase: 'foundations',
    need: null,
    service: null,
    hours: [1, 2],
    applies: () => true,
    title: fixed('Create the AWS account and lock the root user away', 'Criar a conta AWS e guardar o usuário root'),
    why: fixed(
      'The root user can do everything, including closing the account: it gets MFA and is then left alone. Accounts opened since 15 July 2025 start with credits instead of the twelve free months.',
      'O usuário root pode tudo, até encerrar a conta: ele recebe MFA e depois é deixado de lado. Contas abertas desde 15 de julho de 2025 começam com créditos em vez dos doze meses gratuitos.',
    ),
    how: fixed(
      'Open the account with an address of the team, turn on MFA for root, create no access key for it, and set the billing contact.',
      'Abra a conta com um e-mail do time, ative MFA no root, não crie chave de acesso para ele e cadastre o contato de faturamento.',
    ),
    links: [
      { label: 'Root user best practices', url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html' },
      { label: 'AWS Free Tier', url: 'https://aws.amazon.com/free/' },
    ],
    proof: () => [],
  },
  {
    id: 'iam',
    phase: 'foundations',
    need: null,
    service: 'iam',
    hours: [2, 4],
    applies: () => true,
    title: fixed('Set up people, roles and permissions (IAM)', 'Configurar pessoas, papéis e permissões (IAM)'),
    why: fixed(
      'People sign in with short-lived credentials and machines use roles: a key that does not exist cannot leak.',
      'Pessoas entram com credenciais de curta duração e máquinas usam papéis: chave que não existe não vaza.',
    ),
    how: fixed(
      'Turn on IAM Identity Center, give the team a permission set, and let the deployment assume a role through OIDC.',
      'Ative o IAM Identity Center, dê ao time um permission set e faça o deploy assumir um papel via OIDC.',
    ),
    commands: () => ['aws configure sso', 'aws sts get-caller-identity'],
    links: [
      { label: 'Security best practices in IAM', url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html' },
      { label: 'Sign in with the AWS CLI', url: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sso.html' },
    ],
    proof: (context) => context.declared('aws_iam_role', 'aws_iam_openid_connect_provider', 'aws_ssoadmin_permission_set'),
  },
  {
    id: 'budget',
    phase: 'foundations',
    need: null,
    service: 'budgets',
    hours: [1, 1],
    applies: () => true,
    title: fixed('Set a budget with an alert', 'Criar um orçamento com alerta'),
    why: fixed(
      'The bill comes at the end of the month, the surprise with it: an alert at half of the amount comes while something can still be done.',
      'A conta chega no fim do mês, e a surpresa com ela: um alerta na metade do valor chega enquanto ainda dá para agir.',
    ),
    how: fixed(
      'Create a monthly cost budget near the estimate of the phase, with e-mail alerts at 50, 80 and 100 % and on the forecast.',
      'Crie um orçamento mensal perto da estimativa da fase, com alertas por e-mail em 50, 80 e 100 % e também na previsão.',
    ),
    links: [{ label: 'Creating a budget', url: 'https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-create.html' }],
    proof: (context) => context.declared('aws_budgets_budget', 'aws_ce_anomaly_monitor'),
  },
  {
    id: 'audit-trail',
    phase: 'foundations',
    need: null,
    service: 'cloudtrail',
    hours: [1, 1],
    applies: () => true,
    title: fixed('Keep a record of who did what (CloudTrail)', 'Registrar quem fez o quê (CloudTrail)'),
    why: fixed(
      'Security starts on the first day: without a record nobody can say what happened. The first trail of management events is free.',
      'Segurança começa no primeiro dia: sem registro, ninguém consegue dizer o que aconteceu. A primeira trilha de eventos de gerenciamento é gratuita.',
    ),
    how: fixed('Create one trail for all Regions into a bucket that nobody may write to by hand.', 'Crie uma trilha para todas as Regiões em um bucket no qual ninguém grava à mão.'),
    links: [{ label: 'Creating a trail', url: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-create-and-update-a-trail.html' }],
    proof: (context) => context.declared('aws_cloudtrail'),
  },
  {
    id: 'network',
    phase: 'foundations',
    need: null,
    service: 'vpc',
    hours: [3, 6],
    applies: () => true,
    title: fixed('Lay out the network: VPC, subnets, security groups', 'Montar a rede: VPC, sub-redes e security groups'),
    why: fixed(
      'Databases belong in private subnets from the start: moving them later means new addresses and downtime.',
      'Bancos de dados ficam em sub-redes privadas desde o início: mover depois significa novos endereços e indisponibilidade.',
    ),
    how: fixed(
      'One VPC with public and private subnets in two zones; security groups that name each other instead of address ranges; no port 22 to the world, Session Manager instead.',
      'Uma VPC com sub-redes públicas e privadas em duas zonas; security groups que citam uns aos outros em vez de faixas de endereço; nada de porta 22 aberta ao mundo, e sim o Session Manager.',
    ),
    links: [
      { label: 'VPC with public and private subnets', url: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-example-private-subnets-nat.html' },
      { label: 'Security groups', url: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html' },
    ],
    proof: (context) => context.declared('aws_vpc', 'aws_security_group'),
  },
  {
    id: 'first-instance',
    phase: 'foundations',
    need: 'compute',
    service: 'ec2',
    hours: [2, 4],
    generates: true,
    applies: hasOwnServer,
    title: fixed('Start the first EC2 instance', 'Criar a primeira instância EC2'),
    why: fixed(
      'A virtual server is the one service that works as what you know: a good place to learn start, stop, disks and addresses.',
      'Um servidor virtual é o único serviço que funciona como o que você já conhece: um bom lugar para aprender a ligar, desligar, discos e endereços.',
    ),
    how: fixed(
      'A Graviton instance with an encrypted gp3 disk, IMDSv2 required and a role for Session Manager. Stop it when you do not use it.',
      'Uma instância Graviton com disco gp3 criptografado, IMDSv2 obrigatório e um papel para o Session Manager. Desligue quando não estiver usando.',
    ),
    commands: () => ['aws ssm start-session --target i-0123456789abcdef0'],
    links: [
      { label: 'Launch an instance', url: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/LaunchingAndUsingInstances.html' },
      { label: 'Session Manager', url: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html' },
    ],
    proof: (context) => context.declared('aws_instance', 'aws_launch_template', 'aws_autoscaling_group'),
  },
];

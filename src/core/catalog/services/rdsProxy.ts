import { checked, defineService } from '../define';

export const rdsProxy = defineService({
  id: 'rds-proxy',
  category: 'database',
  serves: ['relational-database'],
  phase: 'serverless',
  problem: {
    en: 'Hundreds of Lambda functions or PHP processes each open a connection, and the database runs out of them. RDS Proxy keeps a shared pool.',
    'pt-br': 'Centenas de funções Lambda ou processos PHP abrem cada um sua conexão, e o banco fica sem conexões livres. O RDS Proxy mantém um pool compartilhado.',
  },
  cost: {
    en: 'By the hour per vCPU of the database behind it (per ACU for Aurora Serverless), with a minimum.',
    'pt-br': 'Por hora e por vCPU do banco que está atrás (por ACU no Aurora Serverless), com um mínimo.',
  },
  worthIt: {
    en: 'Worth it once functions talk to a relational database, or when failovers must go unnoticed. With a few long-lived containers, the pool of the framework or PgBouncer in a container does the same for less.',
    'pt-br': 'Vale a pena quando funções falam com um banco relacional, ou quando failovers precisam passar despercebidos. Com poucos contêineres duradouros, o pool do framework ou um PgBouncer em contêiner faz o mesmo por menos.',
  },
  notWhen: {
    en: 'When the number of connections is small and steady; or when Aurora Serverless should pause.',
    'pt-br': 'Quando o número de conexões é pequeno e constante; ou quando o Aurora Serverless deve pausar.',
  },
  alternatives: [
    { id: 'fargate', when: { en: 'Long-lived processes keep a pool of their own.', 'pt-br': 'Processos duradouros mantêm o próprio pool.' } },
    { id: 'dynamodb', when: { en: 'Functions need no connections at all.', 'pt-br': 'As funções não precisam de conexão alguma.' } },
  ],
  limits: [
    {
      text: {
        en: 'Session state such as SET statements, temporary tables or some prepared statements pins a client to one connection and undoes the sharing.',
        'pt-br': 'Estado de sessão, como comandos SET, tabelas temporárias ou alguns prepared statements, prende o cliente a uma conexão e desfaz o compartilhamento.',
      },
      source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-pinning.html',
      checked: checked.mirror,
    },
    {
      text: {
        en: 'It is reached from inside the VPC only, never publicly; it reads the password from Secrets Manager, or signs in to the database by IAM without one.',
        'pt-br': 'Ele só é alcançado de dentro da VPC, nunca publicamente; lê a senha do Secrets Manager, ou entra no banco por IAM sem senha.',
      },
      source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html',
      checked: checked.mirror,
    },
    {
      text: {
        en: 'With the pool full, a client waits up to 120 seconds by default (300 at most) before it fails.',
        'pt-br': 'Com o pool cheio, o cliente espera até 120 segundos por padrão (300 no máximo) antes de falhar.',
      },
      source: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ConnectionPoolConfiguration.html',
      checked: checked.apiReference,
    },
  ],
  highAvailability: {
    en: 'Spread over zones by itself; shortens failover because clients keep their connection to the proxy.',
    'pt-br': 'Distribuído entre zonas por conta própria; encurta o failover porque os clientes mantêm a conexão com o proxy.',
  },
  scaling: { en: 'With the database behind it.', 'pt-br': 'Junto com o banco que está atrás.' },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html',
  pricingPage: 'https://aws.amazon.com/rds/proxy/pricing/',
});

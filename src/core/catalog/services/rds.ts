import { checked, defineService } from '../define';

export const rds = defineService({
  id: 'rds',
  category: 'database',
  serves: ['relational-database', 'search'],
  phase: 'lift-and-shift',
  problem: {
    en: 'A database needs backups that somebody has tested, patches, disks that grow and a second copy in another zone. RDS runs MySQL, PostgreSQL, MariaDB, SQL Server or Oracle and does that work.',
    'pt-br': 'Um banco precisa de backups que alguém já testou, atualizações, discos que crescem e uma segunda cópia em outra zona. O RDS roda MySQL, PostgreSQL, MariaDB, SQL Server ou Oracle e faz esse trabalho.',
  },
  cost: {
    en: 'Instance hours (twice with Multi-AZ), GB of disk (also twice), backup storage beyond the size of the database, and Extended Support for old versions.',
    'pt-br': 'Horas de instância (o dobro com Multi-AZ), GB de disco (também o dobro), armazenamento de backup além do tamanho do banco e Extended Support para versões antigas.',
  },
  worthIt: {
    en: 'Costs about twice a database that you install on EC2, and replaces the person who would restore it at night. Worth it from the first data that would hurt to lose. SQLite on the application\'s disk is free and ends with that disk; it also stops you from running a second server.',
    'pt-br': 'Custa cerca do dobro de um banco instalado por você no EC2, e substitui a pessoa que o restauraria de madrugada. Vale a pena desde os primeiros dados cuja perda doeria. SQLite no disco da aplicação é de graça e acaba com o disco; também impede um segundo servidor.',
  },
  notWhen: {
    en: 'When the load is only a few hours a week (Aurora Serverless v2 can pause), or when the data has no relations and is read by key.',
    'pt-br': 'Quando a carga é só de algumas horas por semana (o Aurora Serverless v2 consegue pausar), ou quando os dados não têm relações e são lidos por chave.',
  },
  alternatives: [
    { id: 'aurora', when: {
      en: 'Reads need many replicas, failover must take seconds, or storage grows fast.',
      'pt-br': 'As leituras precisam de muitas réplicas, o failover precisa levar segundos ou o armazenamento cresce rápido.',
    } },
    { id: 'aurora-serverless', when: { en: 'The load varies strongly or pauses at night.', 'pt-br': 'A carga varia muito ou para à noite.' } },
    { id: 'dynamodb', when: {
      en: 'A single table is read and written by key at high rates.',
      'pt-br': 'Uma única tabela é lida e escrita por chave em taxas altas.',
    } },
  ],
  limits: [
    {
      text: {
        en: 'MySQL 8.0 left standard support on 2026-07-31; 8.4 has it until 2029-07-31.',
        'pt-br': 'O MySQL 8.0 saiu do suporte padrão em 31/07/2026; o 8.4 o tem até 31/07/2029.',
      },
      source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/MySQL.Concepts.VersionMgmt.html',
      checked: checked.calendars,
    },
    {
      text: {
        en: 'PostgreSQL 13 left standard support on 2026-02-28 and 14 leaves it on 2027-02-28; 17 has it until 2030-02-28.',
        'pt-br': 'O PostgreSQL 13 saiu do suporte padrão em 28/02/2026 e o 14 sai em 28/02/2027; o 17 o tem até 28/02/2030.',
      },
      source: 'https://docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes/postgresql-release-calendar.html',
      checked: checked.calendars,
    },
    {
      text: {
        en: 'A new database is enrolled in Extended Support by default: after the end of standard support an extra charge per vCPU begins, unless you turn that off.',
        'pt-br': 'Um banco novo entra no Extended Support por padrão: depois do fim do suporte padrão começa uma cobrança extra por vCPU, a menos que você desative.',
      },
      source: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html',
      checked: checked.apiReference,
    },
    {
      text: {
        en: 'The disk grows while in use and shrinks only by a blue/green deployment, that is, a copy: start small with storage autoscaling.',
        'pt-br': 'O disco cresce em uso e só encolhe por um blue/green deployment, ou seja, uma cópia: comece pequeno, com o autoscaling de armazenamento.',
      },
      source: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateBlueGreenDeployment.html',
      checked: checked.apiReference,
    },
    {
      text: {
        en: 'A stopped database starts again by itself after seven days.',
        'pt-br': 'Um banco parado volta a ligar sozinho depois de sete dias.',
      },
      source: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_StopDBInstance.html',
      checked: checked.apiReference,
    },
  ],
  highAvailability: {
    en: 'Multi-AZ keeps a synchronous standby in another zone and fails over in one to two minutes; the standby does not answer reads (the Multi-AZ cluster with two readable ones does).',
    'pt-br': 'O Multi-AZ mantém uma cópia síncrona em outra zona e faz o failover em um a dois minutos; a cópia não responde leituras (o cluster Multi-AZ, com duas cópias legíveis, responde).',
  },
  scaling: {
    en: 'Up by instance class with a short interruption; reads out by replicas, which lag a little behind.',
    'pt-br': 'Para cima pela classe da instância, com uma interrupção curta; leituras para os lados com réplicas, que ficam um pouco atrasadas.',
  },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Welcome.html',
  pricingPage: 'https://aws.amazon.com/rds/pricing/',
});

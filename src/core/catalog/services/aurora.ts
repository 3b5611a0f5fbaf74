import { checked, defineService } from '../define';

export const aurora = defineService({
  id: 'aurora',
  category: 'database',
  serves: ['relational-database'],
  phase: 'cloud-native',
  problem: {
    en: 'MySQL or PostgreSQL whose storage is copied over three zones, grows by itself and carries up to fifteen readers.',
    'pt-br': 'MySQL ou PostgreSQL com armazenamento copiado em três zonas, que cresce sozinho e sustenta até quinze leitores.',
  },
  cost: {
    en: 'Instance hours of each writer and reader, GB stored, and I/O requests (or dearer instances without I/O charge, called I/O-Optimized); backups beyond the size of the data.',
    'pt-br': 'Horas de instância de cada escritor e leitor, GB armazenados e requisições de I/O (ou instâncias mais caras sem cobrança de I/O, o I/O-Optimized); backups além do tamanho dos dados.',
  },
  worthIt: {
    en: 'Dearer than RDS for one small database. Worth it when failover should take under half a minute, when reads need several replicas, or when RDS storage and its speed have become the limit.',
    'pt-br': 'Mais caro que o RDS para um banco pequeno. Vale a pena quando o failover deve levar menos de meio minuto, quando as leituras precisam de várias réplicas ou quando o disco do RDS e sua velocidade viraram o limite.',
  },
  notWhen: {
    en: 'For MariaDB, SQL Server or Oracle, which it does not run; or for a small steady application.',
    'pt-br': 'Para MariaDB, SQL Server ou Oracle, que ele não roda; ou para uma aplicação pequena e constante.',
  },
  alternatives: [
    { id: 'rds', when: { en: 'One instance with a standby is enough.', 'pt-br': 'Uma instância com uma cópia de reserva é suficiente.' } },
    { id: 'aurora-serverless', when: { en: 'The load goes up and down during the day.', 'pt-br': 'A carga sobe e desce ao longo do dia.' } },
  ],
  limits: [
    {
      text: {
        en: 'It speaks MySQL and PostgreSQL but is storage of its own: leaving means a logical export, not a copy of files.',
        'pt-br': 'Ele fala MySQL e PostgreSQL, mas o armazenamento é próprio: sair exige exportação lógica, não cópia de arquivos.',
      },
      source: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/CHAP_AuroraOverview.html',
      checked: checked.guides,
    },
    {
      text: {
        en: 'One writer per cluster: replicas help reads only.',
        'pt-br': 'Um escritor por cluster: réplicas só ajudam leituras.',
      },
      source: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/CHAP_AuroraOverview.html',
      checked: checked.guides,
    },
  ],
  highAvailability: {
    en: 'Six copies of the data in three zones; with one reader in another zone, failover usually takes less than 30 seconds. Use the cluster endpoint, not an instance\'s.',
    'pt-br': 'Seis cópias dos dados em três zonas; com um leitor em outra zona, o failover costuma levar menos de 30 segundos. Use o endpoint do cluster, não o de uma instância.',
  },
  scaling: {
    en: 'Storage by itself to 256 TiB; readers by Auto Scaling; the writer by class.',
    'pt-br': 'Armazenamento sozinho até 256 TiB; leitores por Auto Scaling; o escritor pela classe.',
  },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/CHAP_AuroraOverview.html',
  pricingPage: 'https://aws.amazon.com/rds/aurora/pricing/',
});

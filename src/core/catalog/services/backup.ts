import { checked, defineService } from '../define';

export const backup = defineService({
  id: 'backup',
  category: 'storage',
  serves: ['relational-database', 'file-storage'],
  phase: 'cloud-native',
  problem: {
    en: 'Each service makes backups in its own way, and nobody knows whether all of them do. AWS Backup has one plan for databases, disks and buckets, with copies to another Region or account.',
    'pt-br': 'Cada serviço faz backup do seu jeito, e ninguém sabe se todos fazem. O AWS Backup tem um plano só para bancos, discos e buckets, com cópias em outra Região ou conta.',
  },
  cost: {
    en: 'GB stored per kind of resource, copies between Regions, restores, and restore tests.',
    'pt-br': 'GB armazenados por tipo de recurso, cópias entre Regiões, restaurações e testes de restauração.',
  },
  worthIt: {
    en: 'The automatic backups of RDS are enough at first. Worth it when there are several kinds of data, or when a copy must lie where a stolen administrator password does not reach.',
    'pt-br': 'Os backups automáticos do RDS bastam no começo. Vale a pena quando há vários tipos de dados, ou quando uma cópia precisa ficar onde uma senha de administrador roubada não alcança.',
  },
  notWhen: {
    en: 'As a replacement for testing: a backup that nobody has restored is a hope.',
    'pt-br': 'Como substituto de testar: backup que ninguém restaurou é só esperança.',
  },
  alternatives: [
    { id: 'rds', when: { en: 'Only one database matters: use its own backups.', 'pt-br': 'Só um banco importa: use os backups dele.' } },
    { id: 's3', when: { en: 'Versioning and replication cover the files.', 'pt-br': 'Versionamento e replicação cobrem os arquivos.' } },
  ],
  limits: [
    {
      text: {
        en: 'A vault locked in compliance mode cannot be emptied by anybody, the account\'s owner included, before its time; the way back ends with a grace time of three days or more.',
        'pt-br': 'Um cofre travado em modo compliance não pode ser esvaziado por ninguém antes do prazo, nem pelo dono da conta; a volta atrás termina com uma carência de três dias ou mais.',
      },
      source: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html',
      checked: checked.mirror,
    },
  ],
  highAvailability: {
    en: 'A copy in a second Region survives the loss of the first.',
    'pt-br': 'Uma cópia em uma segunda Região sobrevive à perda da primeira.',
  },
  scaling: { en: 'By tags: whatever carries the tag joins the plan.', 'pt-br': 'Por tags: tudo o que tem a tag entra no plano.' },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/whatisbackup.html',
  pricingPage: 'https://aws.amazon.com/backup/pricing/',
});

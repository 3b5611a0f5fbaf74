import { checked, defineService } from '../define';

export const ebs = defineService({
  id: 'ebs',
  category: 'storage',
  serves: ['compute', 'relational-database'],
  phase: 'foundations',
  problem: {
    en: 'An EC2 instance needs a disk that outlives a restart and can be copied as a snapshot.',
    'pt-br': 'Uma instância EC2 precisa de um disco que sobreviva a um reinício e possa ser copiado como snapshot.',
  },
  cost: {
    en: 'GB provisioned, used or not; IOPS and throughput above what gp3 includes; snapshots by changed GB.',
    'pt-br': 'GB provisionados, usados ou não; IOPS e throughput acima do que o gp3 inclui; snapshots por GB alterado.',
  },
  worthIt: {
    en: 'Every instance has one. Take gp3: cheaper than gp2 and faster without a larger disk. Delete disks that a terminated instance left behind.',
    'pt-br': 'Toda instância tem um. Use gp3: mais barato que gp2 e mais rápido sem um disco maior. Apague discos deixados por instâncias encerradas.',
  },
  notWhen: {
    en: 'For files shared by several servers, or for uploads that should outlive the server.',
    'pt-br': 'Para arquivos compartilhados por vários servidores, ou para uploads que devem sobreviver ao servidor.',
  },
  alternatives: [
    { id: 's3', when: { en: 'Files of users, backups, exports.', 'pt-br': 'Arquivos de usuários, backups, exportações.' } },
    { id: 'efs', when: { en: 'Several servers write to one directory.', 'pt-br': 'Vários servidores escrevem em um diretório.' } },
  ],
  limits: [
    {
      text: {
        en: 'gp3 goes up to 65,536 GiB and 80,000 IOPS (3,000 included); older guides say 16 TiB and 16,000.',
        'pt-br': 'O gp3 vai até 65.536 GiB e 80.000 IOPS (3.000 incluídos); guias antigos dizem 16 TiB e 16.000.',
      },
      source: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolume.html',
      checked: checked.apiReference,
    },
    {
      text: {
        en: 'A volume lives in one zone and serves the instances of that zone only.',
        'pt-br': 'Um volume vive em uma zona e só atende instâncias dessa zona.',
      },
      source: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volumes.html',
      checked: checked.review,
    },
  ],
  highAvailability: {
    en: 'Copied inside its zone; snapshots in S3 are what survives the zone.',
    'pt-br': 'Copiado dentro da própria zona; os snapshots no S3 são o que sobrevive à zona.',
  },
  scaling: {
    en: 'Size, IOPS and throughput can be raised while in use; the size cannot be lowered.',
    'pt-br': 'Tamanho, IOPS e throughput podem subir em uso; o tamanho não pode ser reduzido.',
  },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/ebs/latest/userguide/what-is-ebs.html',
  pricingPage: 'https://aws.amazon.com/ebs/pricing/',
});

import { checked, defineService } from '../define';

export const efs = defineService({
  id: 'efs',
  category: 'storage',
  serves: ['file-storage'],
  phase: 'cloud-native',
  problem: {
    en: 'Old code, a CMS or a search engine insists on a shared directory that all copies see.',
    'pt-br': 'Código antigo, um CMS ou um mecanismo de busca insiste em um diretório compartilhado que todas as cópias enxergam.',
  },
  cost: {
    en: 'GB stored by class, GB read and written (elastic throughput), backups. Per GB several times S3.',
    'pt-br': 'GB armazenados por classe, GB lidos e escritos (throughput elástico), backups. Por GB, várias vezes o S3.',
  },
  worthIt: {
    en: 'Worth it as the bridge that avoids a rewrite: plugins of WordPress, media of an old CMS, a Meilisearch data directory on Fargate. New uploads go to S3.',
    'pt-br': 'Vale a pena como ponte que evita reescrever: plugins do WordPress, mídia de um CMS antigo, um diretório de dados do Meilisearch no Fargate. Uploads novos vão para o S3.',
  },
  notWhen: {
    en: 'For SQLite or any database file: locks over NFS are slow and corrupt it. For many small files read on each request, such as PHP code.',
    'pt-br': 'Para SQLite ou qualquer arquivo de banco: locks sobre NFS são lentos e o corrompem. Para muitos arquivos pequenos lidos a cada requisição, como código PHP.',
  },
  alternatives: [
    { id: 's3', when: { en: 'The framework has an object storage driver.', 'pt-br': 'O framework tem driver de armazenamento de objetos.' } },
    { id: 'ebs', when: { en: 'One server only.', 'pt-br': 'Só um servidor.' } },
  ],
  limits: [
    {
      text: {
        en: 'Each file operation crosses the network: milliseconds, not microseconds, so many small files are slow.',
        'pt-br': 'Cada operação de arquivo atravessa a rede: milissegundos, não microssegundos; muitos arquivos pequenos ficam lentos.',
      },
      source: 'https://docs.aws.amazon.com/efs/latest/ug/performance.html',
      checked: checked.review,
    },
  ],
  highAvailability: {
    en: 'Regional file systems keep data in several zones; mount targets are needed in each zone that uses it. One Zone is cheaper and does not.',
    'pt-br': 'Sistemas de arquivos regionais guardam os dados em várias zonas; é preciso um mount target em cada zona que usa. O One Zone é mais barato e não guarda.',
  },
  scaling: { en: 'Grows and shrinks by itself.', 'pt-br': 'Cresce e encolhe sozinho.' },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/efs/latest/ug/whatisefs.html',
  pricingPage: 'https://aws.amazon.com/efs/pricing/',
});

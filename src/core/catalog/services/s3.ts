import { checked, defineService } from '../define';

export const s3 = defineService({
  id: 's3',
  category: 'storage',
  serves: ['file-storage', 'static-assets'],
  phase: 'lift-and-shift',
  problem: {
    en: 'Files that users send must not live on a server\'s disk. S3 keeps objects of any size in several zones, reachable by every server and by the browser itself.',
    'pt-br': 'Arquivos enviados por usuários não podem viver no disco de um servidor. O S3 guarda objetos de qualquer tamanho em várias zonas, ao alcance de todo servidor e do próprio navegador.',
  },
  cost: {
    en: 'GB stored by class, requests (writes cost more than reads), and data out to the internet. Retrieval and minimum times in the cold classes; old versions count as storage.',
    'pt-br': 'GB armazenados por classe, requisições (escritas custam mais que leituras) e dados que saem para a internet. Resgate e tempo mínimo nas classes frias; versões antigas contam como armazenamento.',
  },
  worthIt: {
    en: 'Costs less per GB than any disk and removes the need to size one. Worth it from the first upload, and it is the condition for a second server. Frameworks only change a driver (Laravel\'s s3 disk, Active Storage, django-storages).',
    'pt-br': 'Custa menos por GB do que qualquer disco e dispensa dimensionar um. Vale a pena desde o primeiro upload, e é a condição para um segundo servidor. Nos frameworks muda só um driver (disco s3 do Laravel, Active Storage, django-storages).',
  },
  notWhen: {
    en: 'As a file system: no append, no rename, no lock. Code that needs those wants EFS or a temporary local file.',
    'pt-br': 'Como sistema de arquivos: não há acrescentar no fim, renomear nem travar. Código que precisa disso pede EFS ou um arquivo local temporário.',
  },
  alternatives: [
    { id: 'efs', when: { en: 'Code insists on a shared directory.', 'pt-br': 'O código insiste em um diretório compartilhado.' } },
    { id: 'ebs', when: { en: 'One server needs a fast disk of its own.', 'pt-br': 'Um servidor precisa de um disco rápido só dele.' } },
  ],
  limits: [
    {
      text: {
        en: 'An object has 50 TB at most; one single upload or copy 5 GB, more goes in parts.',
        'pt-br': 'Um objeto tem no máximo 50 TB; um único envio ou cópia, 5 GB; acima disso, vai em partes.',
      },
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html',
      checked: checked.apiReference,
    },
    {
      text: {
        en: 'A presigned URL lasts seven days at most, and ends earlier with the temporary credentials of a role that signed it.',
        'pt-br': 'Uma URL pré-assinada dura no máximo sete dias, e termina antes junto com as credenciais temporárias da role que a assinou.',
      },
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html',
      checked: checked.mirror,
    },
    {
      text: {
        en: '3,500 writes and 5,500 reads per second and prefix.',
        'pt-br': '3.500 escritas e 5.500 leituras por segundo e prefixo.',
      },
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/optimizing-performance.html',
      checked: checked.mirror,
    },
    {
      text: {
        en: 'New buckets block public access and ACLs: serve public files through CloudFront, not with public-read.',
        'pt-br': 'Buckets novos bloqueiam acesso público e ACLs: sirva arquivos públicos pelo CloudFront, não com public-read.',
      },
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
      checked: checked.guides,
    },
  ],
  highAvailability: {
    en: 'At least three zones for the standard class. Turn on versioning against deletion by mistake.',
    'pt-br': 'Pelo menos três zonas na classe padrão. Ative o versionamento contra exclusões por engano.',
  },
  scaling: {
    en: 'Unlimited; a lifecycle rule moves or deletes what is old, so that the bill does not grow for ever.',
    'pt-br': 'Ilimitada; uma regra de ciclo de vida move ou apaga o que é antigo, para a conta não crescer para sempre.',
  },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html',
  pricingPage: 'https://aws.amazon.com/s3/pricing/',
});

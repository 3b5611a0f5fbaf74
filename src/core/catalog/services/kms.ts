import { checked, defineService } from '../define';

export const kms = defineService({
  id: 'kms',
  category: 'security',
  serves: ['secrets', 'file-storage', 'relational-database'],
  phase: 'foundations',
  problem: {
    en: 'Stored data should be encrypted, and it should be possible to say (and prove) who may decrypt it.',
    'pt-br': 'Dados armazenados devem estar criptografados, e deve ser possível dizer (e provar) quem pode decifrá-los.',
  },
  cost: {
    en: 'Keys of your own per month, and requests. Keys that AWS owns or manages for a service cost nothing per month.',
    'pt-br': 'Chaves próprias por mês e requisições. Chaves que a AWS possui ou gerencia para um serviço não têm custo mensal.',
  },
  worthIt: {
    en: 'The encryption of S3, RDS, EBS and SQS with AWS\'s keys is free and enough to begin. Keys of your own are worth it for health or payment data, or to share encrypted snapshots with another account.',
    'pt-br': 'A criptografia de S3, RDS, EBS e SQS com chaves da AWS é de graça e basta para começar. Chaves próprias valem a pena para dados de saúde ou pagamento, ou para compartilhar snapshots criptografados com outra conta.',
  },
  notWhen: {
    en: 'To encrypt large data directly: it encrypts keys, the keys encrypt data.',
    'pt-br': 'Para criptografar dados grandes diretamente: ele criptografa chaves, e as chaves criptografam os dados.',
  },
  alternatives: [
    { id: 'secretsmanager', when: {
      en: 'Secrets themselves have to be kept, not only encrypted.',
      'pt-br': 'Os próprios segredos precisam ser guardados, não só criptografados.',
    } },
  ],
  limits: [
    {
      text: { en: '4,096 bytes per direct call.', 'pt-br': '4.096 bytes por chamada direta.' },
      source: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_Encrypt.html',
      checked: checked.apiReference,
    },
    {
      text: {
        en: 'A deleted key makes all its data unreadable for ever; the wait is 7 to 30 days.',
        'pt-br': 'Uma chave apagada torna ilegível para sempre tudo o que ela protege; a espera é de 7 a 30 dias.',
      },
      source: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html',
      checked: checked.apiReference,
    },
    {
      text: {
        en: 'An RDS database cannot be encrypted afterwards, only by restoring an encrypted copy: choose on the first day.',
        'pt-br': 'Um banco RDS não pode ser criptografado depois, só restaurando uma cópia criptografada: escolha no primeiro dia.',
      },
      source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html',
      checked: checked.mirror,
    },
  ],
  highAvailability: { en: 'Several zones, built in; multi-Region keys exist.', 'pt-br': 'Várias zonas, já pronta; existem chaves multirregião.' },
  scaling: { en: 'Bucket keys for S3 cut the number of requests.', 'pt-br': 'As bucket keys do S3 reduzem o número de requisições.' },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/kms/latest/developerguide/overview.html',
  pricingPage: 'https://aws.amazon.com/kms/pricing/',
});

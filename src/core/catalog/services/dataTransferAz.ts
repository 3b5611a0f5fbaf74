import { checked, defineService } from '../define';

export const dataTransferAz = defineService({
  id: 'data-transfer-az',
  category: 'network',
  serves: ['relational-database', 'cache'],
  phase: 'cloud-native',
  problem: {
    en: 'Servers in two zones talk to each other, and that traffic is metered in both directions.',
    'pt-br': 'Servidores em duas zonas conversam entre si, e esse tráfego é medido nos dois sentidos.',
  },
  cost: {
    en: 'GB between zones, charged on the sending and on the receiving side. Inside one zone by private address it is free.',
    'pt-br': 'GB entre zonas, cobrados no lado que envia e no que recebe. Dentro de uma zona, por endereço privado, é de graça.',
  },
  worthIt: {
    en: 'It is the price of surviving the loss of a zone, and small for ordinary web traffic. It grows with chatty caches, Kafka and large query results.',
    'pt-br': 'É o preço de sobreviver à perda de uma zona, e é pequeno para tráfego web comum. Cresce com caches muito acessados, Kafka e resultados grandes de consultas.',
  },
  notWhen: {
    en: 'A single-zone test environment does not need to pay it.',
    'pt-br': 'Um ambiente de testes em uma zona só não precisa pagar isso.',
  },
  alternatives: [
    { id: 'vpc-endpoint', when: {
      en: 'The bytes go to S3 or DynamoDB: a gateway endpoint carries them free.',
      'pt-br': 'Os bytes vão para o S3 ou o DynamoDB: um endpoint gateway os leva de graça.',
    } },
  ],
  limits: [
    {
      text: {
        en: 'Replication between the zones of an RDS Multi-AZ deployment is not charged; reading from the application in another zone is.',
        'pt-br': 'A replicação entre as zonas de um RDS Multi-AZ não é cobrada; a leitura pela aplicação em outra zona é.',
      },
      source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_OnDemandDBInstances.html',
      checked: checked.mirror,
    },
  ],
  highAvailability: { en: 'It is the by-product of high availability.', 'pt-br': 'É o subproduto da alta disponibilidade.' },
  scaling: {
    en: 'Keep heavy readers in the zone of their cache node or read replica.',
    'pt-br': 'Mantenha quem lê muito na zona do seu nó de cache ou da sua réplica de leitura.',
  },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/cur/latest/userguide/cur-data-transfers-charges.html',
  pricingPage: 'https://aws.amazon.com/ec2/pricing/on-demand/',
});

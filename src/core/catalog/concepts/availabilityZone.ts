import { checked, markdown } from '../define';
import type { Concept } from '../types';

export const availabilityZone: Concept = {
  id: 'availability-zone',
  kind: 'concept',
  title: { en: 'Availability Zone', 'pt-br': 'Zona de Disponibilidade' },
  summary: {
    en: 'A Region consists of several separate groups of data centres, so that a fire or power cut in one leaves the others running.',
    'pt-br': 'Uma Região é formada por vários grupos separados de data centers, para que um incêndio ou uma queda de energia em um deixe os outros no ar.',
  },
  body: {
    en: markdown(
      'A zone has its own power, cooling and network, some kilometres from the next, close enough that a database can write to two of them at once. São Paulo, Virginia and Ireland have at least three.',
      'What lives in one zone and dies with it: an EC2 instance, an EBS disk, a subnet, an RDS database without Multi-AZ, a cache node, a zonal NAT gateway. What spans zones by itself: S3, SQS, DynamoDB, Lambda, load balancers, EFS. This list tells where your single points of failure are.',
      'Practical rules:',
      '- Plan subnets in two zones from the start, even while only one is used. Adding a zone later to a full network is tedious.\n- Two copies of the application in two zones behind a load balancer come before a larger server.\n- Three zones only where members vote: OpenSearch masters, Kafka, RabbitMQ clusters.\n- Traffic between zones costs a little per GB in each direction. For ordinary web applications it does not matter; for chatty caches and Kafka it does.',
      'The letter at the end (sa-east-1a) names different places in different accounts; compare zones across accounts by their ids.',
      'In Skylift\'s diagrams, the foundations and lift-and-shift phases use one zone on purpose: they are for learning, and cheaper. From cloud-native on, load balancer, tasks and database stand in two, and the estimate shows what the second copy adds.',
    ),
    'pt-br': markdown(
      'Uma zona tem energia, refrigeração e rede próprias, a alguns quilômetros da vizinha, perto o bastante para um banco gravar em duas ao mesmo tempo. São Paulo, Virgínia e Irlanda têm pelo menos três.',
      'O que vive em uma zona e cai com ela: uma instância EC2, um disco EBS, uma sub-rede, um banco RDS sem Multi-AZ, um nó de cache, um NAT gateway zonal. O que cobre várias zonas sozinho: S3, SQS, DynamoDB, Lambda, balanceadores, EFS. Essa lista mostra onde estão seus pontos únicos de falha.',
      'Regras práticas:',
      '- Planeje sub-redes em duas zonas desde o início, mesmo usando só uma. Acrescentar uma zona depois, em uma rede cheia, é trabalhoso.\n- Duas cópias da aplicação em duas zonas atrás de um balanceador vêm antes de um servidor maior.\n- Três zonas só onde os membros votam: mestres do OpenSearch, Kafka, clusters RabbitMQ.\n- O tráfego entre zonas custa um pouco por GB em cada sentido. Para aplicações web comuns não importa; para caches muito acessados e Kafka, importa.',
      'A letra no final (sa-east-1a) indica lugares diferentes em contas diferentes; entre contas, compare as zonas pelos ids.',
      'Nos diagramas do Skylift, as fases de fundamentos e lift and shift usam uma zona de propósito: servem para aprender e custam menos. A partir de cloud-native, balanceador, tarefas e banco ficam em duas, e a estimativa mostra quanto a segunda cópia acrescenta.',
    ),
  },
  services: ['ec2', 'rds', 'alb', 'vpc', 'data-transfer-az'],
  links: [
    { label: { en: 'Availability Zones', 'pt-br': 'Zonas de Disponibilidade' }, url: 'https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html' },
  ],
  facts: [
    {
      text: {
        en: 'Traffic between zones is charged in both directions; the replication of an RDS Multi-AZ deployment is not.',
        'pt-br': 'O tráfego entre zonas é cobrado nos dois sentidos; a replicação de um RDS Multi-AZ não é.',
      },
      source: 'https://docs.aws.amazon.com/cur/latest/userguide/cur-data-transfers-charges.html',
      checked: checked.mirror,
    },
  ],
};

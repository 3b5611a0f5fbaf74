import { checked, defineService } from '../define';

export const msk = defineService({
  id: 'msk',
  category: 'messaging',
  serves: ['event-streaming'],
  phase: 'lift-and-shift',
  problem: {
    en: 'The application speaks Kafka, and running brokers, disks and upgrades is a job of its own. MSK runs Apache Kafka.',
    'pt-br': 'A aplicação fala Kafka, e cuidar de brokers, discos e atualizações é um trabalho à parte. O MSK roda o Apache Kafka.',
  },
  cost: {
    en: 'Broker hours (at least two zones) and GB stored, or in the serverless form cluster hours, partitions and GB in and out; traffic between zones.',
    'pt-br': 'Horas de broker (em pelo menos duas zonas) e GB armazenados ou, na forma serverless, horas de cluster, partições e GB de entrada e saída; tráfego entre zonas.',
  },
  worthIt: {
    en: 'It has a floor price that a small application feels every month. Worth it when Kafka clients, Connect or Streams exist already, or many consumers read large volumes again and again. A single Kafka container is fine for development.',
    'pt-br': 'Tem um preço mínimo que uma aplicação pequena sente todo mês. Vale a pena quando já existem clientes Kafka, Connect ou Streams, ou quando muitos consumidores leem grandes volumes repetidas vezes. Um contêiner Kafka único serve para desenvolvimento.',
  },
  notWhen: {
    en: 'As a job queue, or for a few events per second: SQS, EventBridge or Kinesis cost a fraction.',
    'pt-br': 'Como fila de jobs, ou para poucos eventos por segundo: SQS, EventBridge ou Kinesis custam uma fração.',
  },
  alternatives: [
    { id: 'kinesis', when: {
      en: 'The code may change, and on-demand billing fits better.',
      'pt-br': 'O código pode mudar, e a cobrança sob demanda encaixa melhor.',
    } },
    { id: 'sqs', when: { en: 'Kafka is only used as a queue.', 'pt-br': 'O Kafka é usado só como fila.' } },
  ],
  limits: [
    {
      text: {
        en: 'Kafka 3.6 lost support on 2026-06-01 and 3.7 on 2026-09-01; 3.8, 3.9 and 4.x are current.',
        'pt-br': 'O Kafka 3.6 perdeu suporte em 01/06/2026 e o 3.7 em 01/09/2026; 3.8, 3.9 e 4.x são atuais.',
      },
      source: 'https://docs.aws.amazon.com/msk/latest/developerguide/supported-kafka-versions.html',
      checked: checked.calendars,
    },
    {
      text: {
        en: 'Clients sign in over TLS with SCRAM users, certificates or AWS\'s IAM plug-in; an old plain-text client connects only where the cluster allows plain text without sign-in.',
        'pt-br': 'Os clientes entram por TLS com usuários SCRAM, certificados ou o plug-in IAM da AWS; um cliente antigo em texto puro só conecta onde o cluster permite texto puro sem identificação.',
      },
      source: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html',
      checked: checked.review,
    },
  ],
  highAvailability: {
    en: 'Brokers in three zones with replication factor three and min.insync.replicas two.',
    'pt-br': 'Brokers em três zonas com fator de replicação três e min.insync.replicas igual a dois.',
  },
  scaling: {
    en: 'By broker size and number; Express brokers scale faster than Standard ones. Partitions have to be moved after adding brokers.',
    'pt-br': 'Pelo tamanho e número de brokers; os brokers Express escalam mais rápido que os Standard. As partições precisam ser movidas depois de acrescentar brokers.',
  },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/msk/latest/developerguide/what-is-msk.html',
  pricingPage: 'https://aws.amazon.com/msk/pricing/',
});

import { checked, defineService } from '../define';

export const kinesis = defineService({
  id: 'kinesis',
  category: 'messaging',
  serves: ['event-streaming'],
  phase: 'serverless',
  problem: {
    en: 'A stream of events has to be kept in order for hours or days and read by several consumers, without Kafka to look after.',
    'pt-br': 'Um fluxo de eventos precisa ficar em ordem por horas ou dias e ser lido por vários consumidores, sem um Kafka para cuidar.',
  },
  cost: {
    en: 'On demand: GB in and out and stream hours; provisioned: shard hours and put units. Longer retention and dedicated readers cost extra.',
    'pt-br': 'Sob demanda: GB de entrada e saída e horas de stream; provisionado: horas de shard e unidades de escrita. Retenção maior e leitores dedicados custam à parte.',
  },
  worthIt: {
    en: 'Worth it for click streams, telemetry and change data that two or more systems read. Against MSK it needs no cluster; its API is AWS\'s own, so clients are rewritten.',
    'pt-br': 'Vale a pena para cliques, telemetria e mudanças de dados lidos por dois ou mais sistemas. Contra o MSK, não precisa de cluster; a API é própria da AWS, então os clientes são reescritos.',
  },
  notWhen: {
    en: 'As a job queue: there is no delete, no retry per message and no delay.',
    'pt-br': 'Como fila de jobs: não há como apagar, tentar de novo por mensagem nem atrasar.',
  },
  alternatives: [
    { id: 'msk', when: { en: 'Kafka clients exist already.', 'pt-br': 'Já existem clientes Kafka.' } },
    { id: 'sqs', when: { en: 'Each message is worked on once and forgotten.', 'pt-br': 'Cada mensagem é processada uma vez e esquecida.' } },
  ],
  limits: [
    {
      text: {
        en: 'A shard takes 1 MB or 1,000 records per second in and 2 MB per second out, shared by its readers.',
        'pt-br': 'Um shard recebe 1 MB ou 1.000 registros por segundo e entrega 2 MB por segundo, divididos entre os leitores.',
      },
      source: 'https://docs.aws.amazon.com/kinesis/latest/APIReference/API_CreateStream.html',
      checked: checked.apiReference,
    },
    {
      text: {
        en: 'A record has 10 MiB at most; older guides say 1 MiB.',
        'pt-br': 'Um registro tem no máximo 10 MiB; guias antigos dizem 1 MiB.',
      },
      source: 'https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html',
      checked: checked.apiReference,
    },
    {
      text: {
        en: 'Records are kept for 24 hours by default, 365 days at most.',
        'pt-br': 'Os registros ficam 24 horas por padrão, 365 dias no máximo.',
      },
      source: 'https://docs.aws.amazon.com/streams/latest/dev/kinesis-extended-retention.html',
      checked: checked.guides,
    },
  ],
  highAvailability: { en: 'Three zones, built in.', 'pt-br': 'Três zonas, já pronta.' },
  scaling: {
    en: 'On demand by itself, provisioned by splitting shards; the partition key decides the spread.',
    'pt-br': 'Sob demanda, sozinha; provisionada, dividindo shards; a chave de partição decide a distribuição.',
  },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/streams/latest/dev/introduction.html',
  pricingPage: 'https://aws.amazon.com/kinesis/data-streams/pricing/',
});

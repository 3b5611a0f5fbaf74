import { technologyName } from '../../catalog/technologies';
import { message, verbatim } from '../../l10n/localized';
import { drawPart } from '../parts';
import { placeStoreInstance } from '../placers/instance';
import { placeMsk } from '../placers/messaging';
import { decide, decideOnServer, decideOutside, isOutside, keepOnAws, linkConsumers, type NeedMapping } from './mapping';

export const eventStreaming: NeedMapping = {
  need: 'event-streaming',
  place(plan, need, phase) {
    const kept = keepOnAws(plan, need);
    if (kept !== null) {
      linkConsumers(plan, need, kept, null);
      return;
    }
    if (isOutside(need)) {
      drawPart(plan, need);
      decideOutside(plan, need, ['msk', 'kinesis']);
      return;
    }
    if (phase === 'lift-and-shift') {
      drawPart(plan, need);
      decideOnServer(plan, need, ['msk']);
      return;
    }
    const speaksKafka = need.technology === 'kafka' || need.technology === 'redpanda';
    if (!speaksKafka) {
      linkConsumers(plan, need, placeStoreInstance(plan, need, 't4g.large'), null);
      decide(
        plan,
        need,
        'ec2',
        {
          en: 'No managed service of AWS speaks the protocol of {technology}: it keeps an instance of its own.',
          'pt-br': 'Nenhum serviço gerenciado da AWS fala o protocolo do {technology}: ele mantém uma instância própria.',
        },
        ['msk', 'kinesis'],
        { technology: technologyName(need.technology) },
      );
      return;
    }
    linkConsumers(plan, need, placeMsk(plan, need), verbatim('Kafka'));
    decide(
      plan,
      need,
      'msk',
      {
        en: 'MSK runs Apache Kafka itself: topics, consumer groups and clients stay, and AWS looks after brokers and disks.',
        'pt-br': 'O MSK roda o próprio Apache Kafka: tópicos, consumer groups e clientes ficam, e a AWS cuida dos brokers e dos discos.',
      },
      ['kinesis', 'eventbridge'],
    );
    if (phase === 'serverless') {
      plan.graph.note(
        message({
          en: 'Brokers are billed by the hour even when nothing happens: Kinesis or EventBridge fit a serverless plan better once the consumers can change.',
          'pt-br': 'Brokers são cobrados por hora mesmo parados: Kinesis ou EventBridge combinam mais com um plano serverless quando os consumidores puderem mudar.',
        }),
      );
    }
  },
};

import { drawPart } from '../parts';
import { placeCloudWatch, placeXray } from '../placers/operations';
import { decide, decideOutside, isOutside, keepOnAws, linkConsumers, type NeedMapping } from './mapping';

const scraped = {
  en: 'The CloudWatch agent reads the same Prometheus endpoints, so the metrics in the code stay; logs and alarms come together in one place.',
  'pt-br': 'O agente do CloudWatch lê os mesmos endpoints do Prometheus, então as métricas do código ficam; logs e alarmes se juntam em um lugar só.',
};

/** CloudWatch is part of every phase on AWS; this is about what the repository uses beside it. */
export const monitoring: NeedMapping = {
  need: 'monitoring',
  place(plan, need, phase) {
    const kept = keepOnAws(plan, need);
    if (kept !== null) {
      linkConsumers(plan, need, kept);
      return;
    }
    if (isOutside(need)) {
      drawPart(plan, need);
      decideOutside(plan, need, ['cloudwatch', 'xray']);
      return;
    }
    if (need.technology === 'opentelemetry' && phase !== 'lift-and-shift') {
      linkConsumers(plan, need, placeXray(plan, need), { en: 'traces', 'pt-br': 'traces' });
      decide(
        plan,
        need,
        'xray',
        {
          en: 'The OpenTelemetry collector of AWS sends the traces to X-Ray, next to the logs and metrics in CloudWatch.',
          'pt-br': 'O coletor OpenTelemetry da AWS envia os traces ao X-Ray, junto dos logs e métricas no CloudWatch.',
        },
        ['cloudwatch', 'datadog'],
      );
      return;
    }
    linkConsumers(plan, need, placeCloudWatch(plan, need));
    decide(
      plan,
      need,
      'cloudwatch',
      need.technology === 'prometheus' ? scraped : {
        en: 'Logs on the disk of a copy vanish with it: CloudWatch gathers them, keeps them for as long as you say and raises the alarms.',
        'pt-br': 'Logs no disco de uma cópia somem com ela: o CloudWatch os reúne, guarda pelo tempo que você disser e dispara os alarmes.',
      },
      ['xray', 'sentry', 'datadog'],
    );
  },
};

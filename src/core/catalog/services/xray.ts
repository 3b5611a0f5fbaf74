import { checked, defineService } from '../define';

export const xray = defineService({
  id: 'xray',
  category: 'observability',
  serves: ['monitoring'],
  phase: 'cloud-native',
  problem: {
    en: 'A request is slow, and it passed through a load balancer, the application, a queue and the database: which of them took the time?',
    'pt-br': 'Uma requisição está lenta e passou por balanceador, aplicação, fila e banco: qual deles gastou o tempo?',
  },
  cost: {
    en: 'Traces recorded, retrieved and scanned, after a free number each month.',
    'pt-br': 'Traces gravados, recuperados e examinados, depois de um número gratuito por mês.',
  },
  worthIt: {
    en: 'Worth it from the second service on; inside one monolith a profiler or Sentry\'s tracing tells as much. Instrument with OpenTelemetry (the ADOT distribution or the CloudWatch agent), so that the tool behind can change.',
    'pt-br': 'Vale a pena a partir do segundo serviço; dentro de um monólito, um profiler ou o tracing do Sentry diz o mesmo. Instrumente com OpenTelemetry (a distribuição ADOT ou o agente do CloudWatch), para que a ferramenta de trás possa mudar.',
  },
  notWhen: {
    en: 'With every request sampled at high traffic: a few percent are enough.',
    'pt-br': 'Com toda requisição amostrada em tráfego alto: poucos por cento bastam.',
  },
  alternatives: [
    { id: 'cloudwatch', when: { en: 'Metrics and logs answer the question.', 'pt-br': 'Métricas e logs respondem à pergunta.' } },
  ],
  limits: [
    {
      text: {
        en: 'Traces are kept for 30 days; a segment has 64 KB, and 50 annotations per trace can be searched.',
        'pt-br': 'Os traces ficam 30 dias; um segmento tem 64 KB, e 50 anotações por trace podem ser pesquisadas.',
      },
      source: 'https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html',
      checked: checked.guides,
    },
  ],
  highAvailability: { en: 'Managed, several zones.', 'pt-br': 'Gerenciado, em várias zonas.' },
  scaling: { en: 'By sampling rules.', 'pt-br': 'Por regras de amostragem.' },
  lifecycle: { status: 'available' },
  outdated: [
    {
      text: {
        en: 'The X-Ray SDKs and daemon are in maintenance mode since 2026-02-25 (security fixes only): use OpenTelemetry for new code. The X-Ray service itself goes on.',
        'pt-br': 'Os SDKs e o daemon do X-Ray estão em modo de manutenção desde 25/02/2026 (só correções de segurança): use OpenTelemetry em código novo. O serviço X-Ray continua.',
      },
      source: 'https://docs.aws.amazon.com/xray/latest/devguide/xray-sdk-daemon-timeline.html',
      checked: checked.review,
    },
  ],
  documentation: 'https://docs.aws.amazon.com/xray/latest/devguide/aws-xray.html',
  pricingPage: 'https://aws.amazon.com/xray/pricing/',
});

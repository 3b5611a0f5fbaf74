import { checked, defineService } from '../define';

export const cloudwatch = defineService({
  id: 'cloudwatch',
  category: 'observability',
  serves: ['monitoring'],
  phase: 'foundations',
  problem: {
    en: 'Logs on the server\'s disk are lost with it, and nobody is told when the site is slow. CloudWatch keeps logs and metrics and raises alarms.',
    'pt-br': 'Logs no disco do servidor se perdem com ele, e ninguém é avisado quando o site fica lento. O CloudWatch guarda logs e métricas e dispara alarmes.',
  },
  cost: {
    en: 'GB of logs taken in (the largest part) and stored, own metrics, alarms, dashboards above three, queries. The metrics of AWS services are free.',
    'pt-br': 'GB de logs recebidos (a maior parte) e armazenados, métricas próprias, alarmes, painéis acima de três, consultas. As métricas dos serviços da AWS são de graça.',
  },
  worthIt: {
    en: 'Worth it from the first server: four alarms (errors, latency, disk, queue age) tell more than a bought tool that nobody opens. Sentry shows exceptions better and may stay; Datadog and New Relic show more at a higher price.',
    'pt-br': 'Vale a pena desde o primeiro servidor: quatro alarmes (erros, latência, disco, idade da fila) dizem mais que uma ferramenta comprada que ninguém abre. O Sentry mostra exceções melhor e pode ficar; Datadog e New Relic mostram mais, por um preço maior.',
  },
  notWhen: {
    en: 'As an archive of debug logs: the intake is what costs. Log at info level and keep raw files in S3.',
    'pt-br': 'Como arquivo de logs de debug: o que custa é a entrada. Registre em nível info e guarde arquivos brutos no S3.',
  },
  alternatives: [
    { id: 'xray', when: {
      en: 'You need the path of one request through several services.',
      'pt-br': 'Você precisa do caminho de uma requisição por vários serviços.',
    } },
    { id: 'opensearch', when: { en: 'Full-text analysis of large volumes of logs.', 'pt-br': 'Análise textual de grandes volumes de logs.' } },
  ],
  limits: [
    {
      text: {
        en: 'Log groups keep everything for ever by default: set a retention.',
        'pt-br': 'Grupos de logs guardam tudo para sempre por padrão: defina uma retenção.',
      },
      source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html',
      checked: checked.mirror,
    },
    {
      text: {
        en: 'Each combination of dimensions is a metric of its own: a user id as dimension creates thousands of charged metrics.',
        'pt-br': 'Cada combinação de dimensões é uma métrica à parte: um id de usuário como dimensão cria milhares de métricas cobradas.',
      },
      source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html',
      checked: checked.mirror,
    },
    {
      text: {
        en: 'ECS sends logs in non-blocking mode by default and drops lines when its buffer is full: set blocking where the log is evidence.',
        'pt-br': 'O ECS envia logs em modo non-blocking por padrão e descarta linhas com o buffer cheio: use blocking onde o log é prova.',
      },
      source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html',
      checked: checked.guides,
    },
  ],
  highAvailability: { en: 'Managed, several zones.', 'pt-br': 'Gerenciado, em várias zonas.' },
  scaling: { en: 'Automatic.', 'pt-br': 'Automática.' },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/WhatIsCloudWatch.html',
  pricingPage: 'https://aws.amazon.com/cloudwatch/pricing/',
});

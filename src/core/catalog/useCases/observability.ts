import { checked, markdown } from '../define';
import type { Concept } from '../types';

export const observability: Concept = {
  id: 'observability',
  kind: 'use-case',
  title: { en: 'Monitoring and observability', 'pt-br': 'Monitoramento e observabilidade' },
  summary: {
    en: 'Metrics say that something is wrong, logs say what, traces say where; an alarm says it to a person.',
    'pt-br': 'Métricas dizem que algo está errado, logs dizem o quê, traces dizem onde; um alarme diz isso a uma pessoa.',
  },
  body: {
    en: markdown(
      'The classic trio is CloudWatch, X-Ray and SNS. Still right, with one change: **new code is instrumented with OpenTelemetry**, not with the X-Ray SDK, which only gets security fixes. X-Ray stays as the place where traces are seen.',
      'Build it in this order.',
      '**Logs first.** Write JSON lines to standard output with a request id, at info level; ECS and Lambda carry them to CloudWatch. Set a retention on each log group, since the default is for ever. Never log tokens, passwords or medical texts.',
      '**Five alarms** that are worth waking up for: error rate at the load balancer, latency at the 95th percentile, age of the oldest job, free disk and connections of the database, and the budget. Each goes to an SNS topic with e-mail or chat. An alarm that nobody acts on is deleted.',
      '**A health endpoint** that the load balancer asks, and a check from outside that logs in once a minute.',
      '**Errors with context**: Sentry or Bugsnag may stay; they show the exception better than a log search.',
      '**Traces** when there is a second service: the OpenTelemetry agent of your language, sampling a few percent. Application Signals draws a map and service levels out of it.',
      'Then one dashboard with the four golden signals: traffic, errors, latency, saturation.',
      'Skylift finds log files, debug levels, missing health checks, the old X-Ray SDK and infrastructure code without alarms or retention; tools outside AWS are drawn outside its boundary.',
    ),
    'pt-br': markdown(
      'O trio clássico é CloudWatch, X-Ray e SNS. Continua certo, com uma mudança: **código novo é instrumentado com OpenTelemetry**, não com o SDK do X-Ray, que só recebe correções de segurança. O X-Ray continua como o lugar onde se veem os traces.',
      'Construa nesta ordem.',
      '**Primeiro os logs.** Escreva linhas JSON na saída padrão com um id de requisição, em nível info; ECS e Lambda as levam ao CloudWatch. Defina uma retenção em cada grupo de logs, porque o padrão é para sempre. Nunca registre tokens, senhas ou textos médicos.',
      '**Cinco alarmes** pelos quais vale acordar: taxa de erros no balanceador, latência no percentil 95, idade do job mais antigo, disco livre e conexões do banco, e o orçamento. Cada um vai para um tópico SNS com e-mail ou chat. Alarme sobre o qual ninguém age é apagado.',
      '**Um endpoint de saúde** que o balanceador consulta, e uma verificação de fora que faz login uma vez por minuto.',
      '**Erros com contexto**: Sentry ou Bugsnag podem ficar; mostram a exceção melhor que uma busca em logs.',
      '**Traces** quando existir um segundo serviço: o agente OpenTelemetry da sua linguagem, amostrando poucos por cento. O Application Signals desenha um mapa e níveis de serviço a partir deles.',
      'Depois, um painel com os quatro sinais de ouro: tráfego, erros, latência, saturação.',
      'O Skylift encontra arquivos de log, níveis debug, verificações de saúde ausentes, o SDK antigo do X-Ray e código de infraestrutura sem alarmes ou retenção; ferramentas fora da AWS são desenhadas fora da fronteira dela.',
    ),
  },
  services: ['cloudwatch', 'xray', 'sns', 'budgets', 'cloudtrail'],
  links: [
    { label: { en: 'Application Signals', 'pt-br': 'Application Signals' }, url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Application-Monitoring-Sections.html' },
    { label: { en: 'From the X-Ray SDK to OpenTelemetry', 'pt-br': 'Do SDK do X-Ray para OpenTelemetry' }, url: 'https://docs.aws.amazon.com/xray/latest/devguide/xray-sdk-migration.html' },
  ],
  facts: [
    {
      text: {
        en: 'The X-Ray SDKs and daemon are in maintenance mode since 2026-02-25; AWS recommends OpenTelemetry.',
        'pt-br': 'Os SDKs e o daemon do X-Ray estão em modo de manutenção desde 25/02/2026; a AWS recomenda OpenTelemetry.',
      },
      source: 'https://docs.aws.amazon.com/xray/latest/devguide/xray-sdk-daemon-timeline.html',
      checked: checked.review,
    },
    {
      text: { en: 'Traces are kept for 30 days.', 'pt-br': 'Os traces são guardados por 30 dias.' },
      source: 'https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html',
      checked: checked.guides,
    },
  ],
};

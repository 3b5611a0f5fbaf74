import { checked, defineService } from '../define';

export const stepfunctions = defineService({
  id: 'stepfunctions',
  category: 'messaging',
  serves: ['queue', 'scheduler'],
  phase: 'serverless',
  problem: {
    en: 'A process has several steps with waits, retries and branches (pay, reserve, notify, undo), and its state should be visible.',
    'pt-br': 'Um processo tem várias etapas com esperas, novas tentativas e desvios (pagar, reservar, avisar, desfazer), e seu estado precisa ser visível.',
  },
  cost: {
    en: 'State transitions of standard workflows, retries included; express workflows by requests and duration.',
    'pt-br': 'Transições de estado nos workflows padrão, contando as novas tentativas; workflows express por requisições e duração.',
  },
  worthIt: {
    en: 'Worth it when a chain of jobs has grown conditions that nobody can follow in the log. Job chains of the framework (Laravel\'s chains and batches, Celery canvas) stay simpler for straight lines.',
    'pt-br': 'Vale a pena quando uma cadeia de jobs ganhou condições que ninguém consegue seguir no log. Cadeias de jobs do framework (chains e batches do Laravel, canvas do Celery) continuam mais simples para linhas retas.',
  },
  notWhen: {
    en: 'For one step with a retry, which a queue does, or for loops over millions of items without distributed map.',
    'pt-br': 'Para uma etapa com nova tentativa, que a fila resolve, ou para laços sobre milhões de itens sem o distributed map.',
  },
  alternatives: [
    { id: 'sqs', when: { en: 'Each job is independent.', 'pt-br': 'Cada job é independente.' } },
    { id: 'lambda', when: { en: 'Durable functions keep the steps in ordinary code.', 'pt-br': 'Funções duráveis mantêm as etapas em código comum.' } },
  ],
  limits: [
    {
      text: { en: '256 KiB of data between steps: pass keys of S3.', 'pt-br': '256 KiB de dados entre etapas: passe chaves do S3.' },
      source: 'https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html',
      checked: checked.apiReference,
    },
    {
      text: {
        en: 'A standard execution lasts a year at most with 25,000 history entries; an express one lasts 5 minutes.',
        'pt-br': 'Uma execução padrão dura no máximo um ano com 25.000 entradas de histórico; uma express dura 5 minutos.',
      },
      source: 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html',
      checked: checked.guides,
    },
  ],
  highAvailability: { en: 'Several zones, built in.', 'pt-br': 'Várias zonas, já pronta.' },
  scaling: {
    en: 'Automatic; limit the concurrency of maps that call a database.',
    'pt-br': 'Automática; limite a simultaneidade de maps que chamam um banco.',
  },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/step-functions/latest/dg/welcome.html',
  pricingPage: 'https://aws.amazon.com/step-functions/pricing/',
});

import { checked, defineService } from '../define';

export const eventbridgeScheduler = defineService({
  id: 'eventbridge-scheduler',
  category: 'messaging',
  serves: ['scheduler'],
  phase: 'cloud-native',
  problem: {
    en: 'Work on a timetable must run once, also when there are five copies of the application or none. The scheduler starts a task, a function or a message at the time.',
    'pt-br': 'Trabalho em horário marcado precisa rodar uma vez, também quando há cinco cópias da aplicação ou nenhuma. O agendador dispara uma tarefa, uma função ou uma mensagem na hora certa.',
  },
  cost: {
    en: 'Invocations, after a large free number each month; plus what they start.',
    'pt-br': 'Invocações, depois de um número gratuito grande por mês; mais o que elas disparam.',
  },
  worthIt: {
    en: 'Practically free. Worth it as soon as cron would run on every instance, or the only instance with cron may be replaced. Frameworks with a scheduler of their own (Laravel, Celery beat) keep it: start one small task that runs it.',
    'pt-br': 'Praticamente de graça. Vale a pena assim que o cron rodaria em todas as instâncias, ou a única instância com cron pode ser substituída. Frameworks com agendador próprio (Laravel, Celery beat) o mantêm: dispare uma tarefa pequena que o executa.',
  },
  notWhen: {
    en: 'For intervals below a minute, or for a scheduler inside the process that works with a lock in a shared cache.',
    'pt-br': 'Para intervalos abaixo de um minuto, ou para um agendador dentro do processo que já funciona com um lock em cache compartilhado.',
  },
  alternatives: [
    { id: 'fargate', when: {
      en: 'One always-running scheduler container keeps the framework\'s own timetable.',
      'pt-br': 'Um contêiner agendador sempre ligado mantém os horários do próprio framework.',
    } },
    { id: 'sqs', when: { en: 'A single job should run within the next 15 minutes.', 'pt-br': 'Um único job deve rodar nos próximos 15 minutos.' } },
  ],
  limits: [
    {
      text: {
        en: 'The smallest unit is a minute, and the start may fall anywhere within it.',
        'pt-br': 'A menor unidade é um minuto, e o início pode cair em qualquer ponto dele.',
      },
      source: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html',
      checked: checked.review,
    },
    {
      text: {
        en: 'A failed start is retried up to 185 times within 24 hours, so the work may start twice: make it idempotent and set a dead-letter queue.',
        'pt-br': 'Um disparo que falha é tentado até 185 vezes em 24 horas, e o trabalho pode começar duas vezes: torne-o idempotente e defina uma dead-letter queue.',
      },
      source: 'https://docs.aws.amazon.com/scheduler/latest/APIReference/API_RetryPolicy.html',
      checked: checked.apiReference,
    },
    {
      text: {
        en: '10 million schedules per Region and 1,000 starts per second in the main Regions by default.',
        'pt-br': '10 milhões de agendamentos por Região e 1.000 disparos por segundo nas Regiões principais por padrão.',
      },
      source: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/scheduler-quotas.html',
      checked: checked.review,
    },
  ],
  highAvailability: { en: 'Several zones, built in.', 'pt-br': 'Várias zonas, já pronta.' },
  scaling: {
    en: 'Automatic: one schedule per reminder is a normal use.',
    'pt-br': 'Automática: um agendamento por lembrete é um uso normal.',
  },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/what-is-scheduler.html',
  pricingPage: 'https://aws.amazon.com/eventbridge/pricing/',
});

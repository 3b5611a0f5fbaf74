import { checked, markdown } from '../define';
import type { Concept } from '../types';

export const scheduling: Concept = {
  id: 'scheduling',
  kind: 'use-case',
  title: { en: 'Appointments and scheduling', 'pt-br': 'Agendamentos' },
  summary: {
    en: 'A booking must be saved once and never twice, and its reminders must go out on time even when a server restarts.',
    'pt-br': 'Um agendamento precisa ser gravado uma vez e nunca duas, e os lembretes precisam sair na hora mesmo que um servidor reinicie.',
  },
  body: {
    en: markdown(
      'The classic choice holds: a relational database for the booking, a queue for what follows, and e-mail or SMS from there. Three details make it reliable.',
      '**No double booking.** A check in code is not enough when two people click at once. A unique index on doctor and time, or PostgreSQL\'s exclusion constraint over a time range, decides inside one transaction. DynamoDB can do it with a condition, but the calendar\'s other questions want SQL.',
      '**The message leaves with the booking.** Do not send e-mail inside the request. Write the job in the same transaction (a jobs or outbox table) or after its commit; a worker passes it on to SQS. So a rollback sends no confirmation, and a slow mail service delays nobody.',
      '**Reminders.** A day before is beyond SQS, whose delay ends at 15 minutes. Either one schedule per appointment in EventBridge Scheduler (deleted when it is cancelled), or a scheduled task each few minutes that picks what is due. The second fits frameworks that have a scheduler. It must run once: not in cron on every server.',
      'Make each step repeatable: a reminder that is sent twice annoys, so store that it was sent. Keep times in UTC and the patient\'s zone beside them; Brazil has several zones.',
      'E-mail goes through SES, SMS or WhatsApp through End User Messaging; the Pinpoint of older guides has ended.',
      'Skylift finds the queue driver, scheduler and mail driver, and warns when jobs run inside the request or cron would run on each copy.',
    ),
    'pt-br': markdown(
      'A escolha clássica continua valendo: um banco relacional para o agendamento, uma fila para o que vem depois, e e-mail ou SMS a partir dela. Três detalhes a tornam confiável.',
      '**Sem marcação dupla.** Conferir no código não basta quando duas pessoas clicam ao mesmo tempo. Um índice único em médico e horário, ou a exclusion constraint do PostgreSQL sobre um intervalo, decide dentro de uma transação. O DynamoDB consegue com uma condição, mas as outras perguntas da agenda pedem SQL.',
      '**A mensagem sai junto com o agendamento.** Não envie e-mail dentro da requisição. Grave o job na mesma transação (uma tabela de jobs ou outbox) ou depois do commit; um worker o repassa ao SQS. Assim, um rollback não manda confirmação, e um serviço de e-mail lento não atrasa ninguém.',
      '**Lembretes.** Um dia antes está além do SQS, cujo atraso termina em 15 minutos. Ou um agendamento por consulta no EventBridge Scheduler (apagado quando ela é cancelada), ou uma tarefa agendada a cada poucos minutos que busca o que venceu. A segunda forma combina com frameworks que têm agendador. Ela precisa rodar uma vez: não no cron de cada servidor.',
      'Torne cada etapa repetível: lembrete enviado duas vezes incomoda; por isso, grave que foi enviado. Guarde horários em UTC e o fuso do paciente ao lado; o Brasil tem vários.',
      'E-mail vai pelo SES; SMS ou WhatsApp, pelo End User Messaging; o Pinpoint dos guias antigos acabou.',
      'O Skylift encontra o driver de fila, o agendador e o driver de e-mail, e avisa quando jobs rodam dentro da requisição ou o cron rodaria em cada cópia.',
    ),
  },
  services: ['rds', 'sqs', 'eventbridge-scheduler', 'ses', 'end-user-messaging', 'lambda'],
  links: [
    { label: { en: 'EventBridge Scheduler', 'pt-br': 'EventBridge Scheduler' }, url: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/what-is-scheduler.html' },
  ],
  facts: [
    {
      text: { en: 'SQS delays a message by 15 minutes at most.', 'pt-br': 'O SQS atrasa uma mensagem por no máximo 15 minutos.' },
      source: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html',
      checked: checked.apiReference,
    },
    {
      text: {
        en: 'EventBridge Scheduler holds 10 million schedules per Region by default.',
        'pt-br': 'O EventBridge Scheduler comporta 10 milhões de agendamentos por Região por padrão.',
      },
      source: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/scheduler-quotas.html',
      checked: checked.review,
    },
    {
      text: {
        en: 'Amazon Pinpoint ended on 2026-10-30; its SMS and push APIs continue in AWS End User Messaging.',
        'pt-br': 'O Amazon Pinpoint terminou em 30/10/2026; as APIs de SMS e push continuam no AWS End User Messaging.',
      },
      source: 'https://aws.amazon.com/pinpoint/getting-started/',
      checked: checked.review,
    },
  ],
};

import type { Fact } from '../../model';
import { copiesOf } from '../deployment';
import { laravelDocs, references } from '../references';
import { defineRule, type RuleContext } from '../rule';
import { byDocument, isLive, literalOf } from '../support';

export const cronOnEveryInstance = defineRule({
  id: 'sched/cron-on-every-instance',
  domain: 'sched',
  severity: 'warning',
  severityMoves: 'by-stage',
  phase: 'lift-and-shift',
  since: '0.1.0',
  need: 'scheduler',
  service: 'eventbridge-scheduler',
  fix: 'suggestion',
  title: { en: 'Scheduled tasks run once per instance', 'pt-br': 'Tarefas agendadas rodam uma vez por instância' },
  messages: {
    scheduler: {
      en: 'The scheduler itself runs in several copies, and tasks of the schedule are not limited to one server: each copy runs them.',
      'pt-br': 'O próprio agendador roda em várias cópias, e tarefas do agendamento não são limitadas a um servidor: cada cópia as executa.',
    },
    web: {
      en: 'The process that serves the web also starts the scheduler, and this deployment runs it several times: every scheduled task runs as often.',
      'pt-br': 'O processo que serve a web também inicia o agendador, e este deploy o executa várias vezes: cada tarefa agendada roda a mesma quantidade de vezes.',
    },
    task: { en: 'A task without onOneServer()', 'pt-br': 'Uma tarefa sem onOneServer()' },
  },
  docs: {
    checks: {
      en: 'A process of which several copies run starts the scheduler: a replicated scheduler service, or a replicated start command that runs web server and scheduler together; and at least one task of the schedule has no `onOneServer()`.',
      'pt-br': 'Um processo com várias cópias inicia o agendador: um serviço agendador replicado, ou um comando replicado que inicia servidor web e agendador juntos; e ao menos uma tarefa do agendamento não tem `onOneServer()`.',
    },
    why: {
      en: 'N instances send the invoice N times. Nothing shows it while there is one server; the second one brings it to light in front of customers.',
      'pt-br': 'N instâncias enviam a fatura N vezes. Nada mostra isso enquanto há um só servidor; o segundo revela o problema diante dos clientes.',
    },
    bad: [
      {
        files: {
          'compose.prod.yaml':
            'services:\n  app:\n    image: ghcr.io/clinic/app:1.4\n    restart: always\n  scheduler:\n    image: ghcr.io/clinic/app:1.4\n    command: php artisan schedule:work\n    deploy:\n      replicas: 2\n',
          'routes/console.php': "<?php\n\nuse Illuminate\\Support\\Facades\\Schedule;\n\nSchedule::command('reminders:send')->dailyAt('08:00');\n",
        },
      },
    ],
    good: [
      {
        files: {
          'compose.prod.yaml':
            'services:\n  app:\n    image: ghcr.io/clinic/app:1.4\n    restart: always\n    deploy:\n      replicas: 2\n  scheduler:\n    image: ghcr.io/clinic/app:1.4\n    command: php artisan schedule:work\n',
          'routes/console.php': "<?php\n\nuse Illuminate\\Support\\Facades\\Schedule;\n\nSchedule::command('reminders:send')->dailyAt('08:00');\n",
        },
      },
    ],
    aboutFix: {
      en: 'Run the scheduler as one process of its own, add `->onOneServer()` to tasks that must run once (with a shared cache store), or let EventBridge Scheduler start an ECS task: the infrastructure fix writes that.',
      'pt-br': 'Rode o agendador como um único processo à parte, acrescente `->onOneServer()` às tarefas que devem rodar uma vez (com um cache compartilhado), ou deixe o EventBridge Scheduler iniciar uma tarefa ECS: a correção de infraestrutura escreve isso.',
    },
  },
  references: [references.scheduler, laravelDocs('scheduling#running-tasks-on-one-server', 'running tasks on one server')],
  check(context) {
    const { scope } = context;
    if (!context.needs.some(({ id }) => id === 'scheduler')) return 'not-applicable';
    const task = unlimitedTask(context);
    if (task === null) return;
    const related = [{ at: task.at, messageId: 'task' }];
    const infra = [{ need: 'scheduler', service: 'eventbridge-scheduler' }] as const;
    for (const fact of scope.find('process')) {
      if (!isLive(fact.stage, context.evaluation) || copiesOf(fact) < 2) continue;
      const command = literalOf(fact.value) ?? '';
      const startsScheduler = /schedule:(?:work|run)|\bsupercronic\b|\bcrond?\b/.test(command);
      if (!startsScheduler) continue;
      const servesWeb = /php-fpm|octane|apache2|nginx|frankenphp|artisan\s+serve/.test(command);
      context.report({ at: fact.at, stage: fact.stage, messageId: servesWeb ? 'web' : 'scheduler', related, infra });
    }
  },
});

/** A task in a file that has more tasks than `onOneServer()` calls. */
function unlimitedTask({ scope }: RuleContext): Fact | null {
  const limited = byDocument(scope.find('code', 'laravel.schedule.on-one-server'));
  for (const [path, tasks] of byDocument(scope.find('code', 'laravel.schedule.task'))) {
    if (tasks.length > (limited.get(path)?.length ?? 0)) return tasks[0] ?? null;
  }
  return null;
}

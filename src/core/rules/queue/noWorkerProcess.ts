import type { TextEdit } from '../../model';
import { lineAt, lineBreakOf } from '../lines';
import { laravelDocs, references } from '../references';
import { defineRule, type RuleContext } from '../rule';
import type { Fact } from '../../model';
import { codeMarker, isLaravel } from '../support';

export const noWorkerProcess = defineRule({
  id: 'queue/no-worker-process',
  domain: 'queue',
  severity: 'warning',
  severityMoves: 'by-stage',
  phase: 'foundations',
  since: '0.1.0',
  need: 'queue',
  service: 'sqs',
  fix: 'suggestion',
  title: { en: 'Jobs are queued and nothing works them off', 'pt-br': 'Tarefas são enfileiradas e nada as processa' },
  messages: {
    procfile: {
      en: 'The Procfile starts a web process and no worker, but jobs are queued in {technology}: they pile up and are never run.',
      'pt-br': 'O Procfile inicia um processo web e nenhum worker, mas tarefas são enfileiradas em {technology}: elas se acumulam e nunca rodam.',
    },
    job: { en: 'A job that is queued', 'pt-br': 'Uma tarefa que é enfileirada' },
  },
  docs: {
    checks: {
      en: 'The `Procfile` at the root of the application, which lists all processes of a deployment, has a `web` process and no worker (`queue:work`, `horizon`), while the code queues jobs on a connection other than `sync`.',
      'pt-br': 'O `Procfile` na raiz da aplicação, que lista todos os processos de um deploy, tem um processo `web` e nenhum worker (`queue:work`, `horizon`), enquanto o código enfileira tarefas em uma conexão diferente de `sync`.',
    },
    why: {
      en: 'Queuing always succeeds, so nothing looks wrong: mails are accepted and never leave, exports never finish, and the table or queue grows.',
      'pt-br': 'Enfileirar sempre dá certo, por isso nada parece errado: e-mails são aceitos e nunca saem, exportações nunca terminam, e a tabela ou fila só cresce.',
    },
    bad: [
      {
        files: {
          Procfile: 'web: vendor/bin/heroku-php-apache2 public/\n',
          '.env.production': 'APP_ENV=production\nQUEUE_CONNECTION=redis\nREDIS_HOST=app.abc123.cache.amazonaws.com\n',
          'app/Jobs/SendInvoice.php':
            '<?php\n\nnamespace App\\Jobs;\n\nuse Illuminate\\Contracts\\Queue\\ShouldQueue;\n\nclass SendInvoice implements ShouldQueue\n{\n    public function handle(): void {}\n}\n',
        },
      },
    ],
    good: [
      {
        files: {
          Procfile: 'web: vendor/bin/heroku-php-apache2 public/\nworker: php artisan queue:work --tries=3 --max-time=3600\n',
          '.env.production': 'APP_ENV=production\nQUEUE_CONNECTION=redis\nREDIS_HOST=app.abc123.cache.amazonaws.com\n',
          'app/Jobs/SendInvoice.php':
            '<?php\n\nnamespace App\\Jobs;\n\nuse Illuminate\\Contracts\\Queue\\ShouldQueue;\n\nclass SendInvoice implements ShouldQueue\n{\n    public function handle(): void {}\n}\n',
        },
      },
    ],
    aboutFix: {
      en: 'The edit adds a `worker` process below `web`. On AWS the same command is a second ECS service of the same image, scaled by the depth of the queue.',
      'pt-br': 'A edição acrescenta um processo `worker` abaixo do `web`. Na AWS, o mesmo comando é um segundo serviço ECS da mesma imagem, escalado pela profundidade da fila.',
    },
  },
  references: [laravelDocs('queues#running-the-queue-worker', 'running the queue worker'), references.deadLetterQueues],
  check(context) {
    const { scope } = context;
    const queue = context.needs.find(({ id }) => id === 'queue');
    const job = codeMarker(scope, 'laravel.queue.job', 'laravel.queue.dispatch');
    if (!isLaravel(scope) || queue === undefined || queue.technology === 'sync' || job === undefined) return 'not-applicable';
    const processes = scope.find('process').filter((fact) => fact.stage === 'production');
    const web = processes.find((fact) => fact.at.path === scope.path('Procfile') && fact.name === 'web');
    if (web === undefined || processes.some(({ name }) => name === 'worker')) return;
    context.report({
      at: web.at,
      stage: web.stage,
      messageId: 'procfile',
      data: { technology: queue.technology },
      related: [{ at: job.at, messageId: 'job' }],
      edits: [{ title: { en: 'Add a worker process', 'pt-br': 'Acrescentar um processo worker' }, edits: workerLine(context, web) }],
    });
  },
});

function workerLine(context: RuleContext, web: Fact): readonly TextEdit[] {
  const text = context.textOf(web.at.path);
  if (text === undefined) return [];
  const { end } = lineAt(text, web.at.range.start);
  return [{ path: web.at.path, range: { start: end, end }, newText: `${lineBreakOf(text)}worker: php artisan queue:work --tries=3 --max-time=3600` }];
}

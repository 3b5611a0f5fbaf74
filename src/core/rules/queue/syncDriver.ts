import { laravelDriverEdits, redisSettings, sqsSettings } from '../laravelSettings';
import { laravelDocs, references } from '../references';
import { defineRule } from '../rule';
import { codeMarker, decidingPlace, isLaravel, needsServedBy } from '../support';

export const queueSyncDriver = defineRule({
  id: 'queue/sync-driver',
  domain: 'queue',
  severity: 'warning',
  severityMoves: 'by-stage',
  phase: 'foundations',
  since: '0.1.0',
  need: 'queue',
  service: 'sqs',
  fix: 'suggestion',
  title: { en: 'Background jobs run inside the web request', 'pt-br': 'Tarefas de segundo plano rodam dentro da requisição' },
  messages: {
    jobs: {
      en: 'The application queues jobs, but the “{driver}” driver runs them inside the web request: users wait for them, and a failed one is not retried.',
      'pt-br': 'A aplicação enfileira tarefas, mas o driver “{driver}” as executa dentro da requisição: o usuário espera por elas, e uma que falha não é repetida.',
    },
    none: {
      en: 'The “{driver}” queue driver runs jobs inside the web request: as soon as one is queued, users wait for it and a failure is not retried.',
      'pt-br': 'O driver de fila “{driver}” executa tarefas dentro da requisição: assim que houver uma, o usuário espera por ela e uma falha não é repetida.',
    },
    job: { en: 'A job that is queued', 'pt-br': 'Uma tarefa que é enfileirada' },
  },
  docs: {
    checks: {
      en: 'The queue connection of the default deployment is `sync`, which executes every job at once in the process that queues it. When the code queues jobs, the first such place is shown along; when none was found the finding is information.',
      'pt-br': 'A conexão de fila do deploy padrão é `sync`, que executa cada tarefa na hora, no processo que a enfileira. Quando o código enfileira tarefas, o primeiro ponto é mostrado junto; quando nenhum foi encontrado, o aviso é informativo.',
    },
    why: {
      en: 'The user waits for the mail server, the image conversion and the third-party API. When one of them fails, the request fails; nothing is retried, nothing is recorded as a failed job, and a burst of work takes all web workers. A queue turns that into a short request and a worker that scales by itself.',
      'pt-br': 'O usuário espera pelo servidor de e-mail, pela conversão de imagem e pela API de terceiros. Quando algo falha, a requisição falha; nada é repetido, nada fica registrado como tarefa com falha, e um pico de trabalho ocupa todos os processos web. Uma fila transforma isso em uma requisição curta e um worker que escala sozinho.',
    },
    bad: [
      {
        files: {
          '.env.production': 'APP_ENV=production\nQUEUE_CONNECTION=sync\n',
          'app/Jobs/SendInvoice.php':
            '<?php\n\nnamespace App\\Jobs;\n\nuse Illuminate\\Contracts\\Queue\\ShouldQueue;\n\nclass SendInvoice implements ShouldQueue\n{\n    public function handle(): void {}\n}\n',
        },
      },
    ],
    good: [
      {
        files: {
          '.env.production': 'APP_ENV=production\nQUEUE_CONNECTION=sqs\nSQS_PREFIX=https://sqs.us-east-1.amazonaws.com/your-account-id\nSQS_QUEUE=default\n',
        },
      },
    ],
    aboutFix: {
      en: 'The first edit selects SQS and adds its variables; put your account id into `SQS_PREFIX` and run `composer require aws/aws-sdk-php`. The second selects Redis. Both need a worker process (`php artisan queue:work`). SQS delays a message by 15 minutes at most and carries up to 1 MiB.',
      'pt-br': 'A primeira edição seleciona o SQS e acrescenta as variáveis; coloque o id da sua conta em `SQS_PREFIX` e rode `composer require aws/aws-sdk-php`. A segunda seleciona o Redis. As duas precisam de um processo worker (`php artisan queue:work`). O SQS atrasa uma mensagem em no máximo 15 minutos e carrega até 1 MiB.',
    },
  },
  references: [references.deadLetterQueues, laravelDocs('queues', 'queues')],
  check(context) {
    if (!context.needs.some(({ id }) => id === 'queue')) return 'not-applicable';
    const job = codeMarker(context.scope, 'laravel.queue.job', 'laravel.queue.dispatch');
    const proven = job !== undefined || !isLaravel(context.scope);
    for (const need of needsServedBy(context, 'queue', ['sync'])) {
      const at = decidingPlace(need);
      const expected = ['sync', 'deferred', 'background'];
      const written = context.textOf(at.path)?.slice(at.range.start, at.range.end).toLowerCase() ?? '';
      context.report({
        at,
        stage: need.stage,
        messageId: proven ? 'jobs' : 'none',
        data: { driver: expected.includes(written) ? written : need.technology },
        ...(proven ? {} : { severity: 'information' }),
        ...(job === undefined ? {} : { related: [{ at: job.at, messageId: 'job' }] }),
        edits: [
          {
            title: { en: 'Use Amazon SQS for the queue', 'pt-br': 'Usar Amazon SQS na fila' },
            edits: laravelDriverEdits(context, at, { expected, value: 'sqs', settings: sqsSettings(context.region) }),
          },
          {
            title: { en: 'Use Redis for the queue', 'pt-br': 'Usar Redis na fila' },
            edits: laravelDriverEdits(context, at, { expected, value: 'redis', settings: redisSettings(need.stage) }),
          },
        ],
        infra: [{ need: 'queue', service: 'sqs' }],
      });
    }
  },
});

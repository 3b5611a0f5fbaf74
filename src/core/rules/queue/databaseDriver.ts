import { severalWorkers } from '../deployment';
import { laravelDriverEdits, redisSettings, sqsSettings } from '../laravelSettings';
import { laravelDocs, references } from '../references';
import { defineRule } from '../rule';
import { decidingPlace, needsServedBy } from '../support';

export const queueDatabaseDriver = defineRule({
  id: 'queue/database-driver',
  domain: 'queue',
  severity: 'information',
  severityMoves: 'by-stage',
  phase: 'lift-and-shift',
  since: '0.1.0',
  need: 'queue',
  service: 'sqs',
  fix: 'suggestion',
  title: { en: 'The job queue is a table of the main database', 'pt-br': 'A fila de tarefas é uma tabela do banco principal' },
  messages: {
    database: {
      en: 'The job queue is a table of the database: each worker polls and locks rows of it, so the queue competes with the application for the same database.',
      'pt-br': 'A fila de tarefas é uma tabela do banco: cada worker consulta e trava linhas dela, de modo que a fila disputa o mesmo banco com a aplicação.',
    },
    workers: {
      en: 'The job queue is a table of the database, and several workers poll and lock its rows: expect deadlocks and load that grows with the workers.',
      'pt-br': 'A fila de tarefas é uma tabela do banco, e vários workers consultam e travam as linhas dela: espere deadlocks e uma carga que cresce com os workers.',
    },
    proof: { en: 'The workers', 'pt-br': 'Os workers' },
  },
  docs: {
    checks: {
      en: 'The queue connection of the default deployment is a table of the relational database (`QUEUE_CONNECTION=database`, the default since Laravel 11).',
      'pt-br': 'A conexão de fila do deploy padrão é uma tabela do banco relacional (`QUEUE_CONNECTION=database`, padrão desde o Laravel 11).',
    },
    why: {
      en: 'For a few jobs a minute it is free, transactional and fine: the finding is information. It grows badly: workers poll all the time, row locks collide, the table bloats, and the database must be sized for the queue. With three workers or more the finding is a warning. SQS has no server to size, keeps failed messages in a dead-letter queue, and its depth is the signal by which workers scale.',
      'pt-br': 'Para poucas tarefas por minuto ela é gratuita, transacional e suficiente: o aviso é informativo. Mas cresce mal: os workers consultam o tempo todo, travas de linha colidem, a tabela incha e o banco precisa ser dimensionado para a fila. Com três workers ou mais, vira aviso (warning). O SQS não tem servidor para dimensionar, guarda mensagens com falha em uma fila de mensagens mortas, e a profundidade da fila é o sinal para escalar os workers.',
    },
    bad: [{ files: { '.env.production': 'APP_ENV=production\nQUEUE_CONNECTION=database\n' } }],
    good: [
      {
        files: {
          '.env.production': 'APP_ENV=production\nQUEUE_CONNECTION=sqs\nSQS_PREFIX=https://sqs.us-east-1.amazonaws.com/your-account-id\nSQS_QUEUE=default\n',
        },
      },
    ],
    aboutFix: {
      en: 'The first edit selects SQS and adds its variables; put your account id into `SQS_PREFIX` and run `composer require aws/aws-sdk-php`. SQS delays a message by 15 minutes at most: jobs with a longer `delay()` need EventBridge Scheduler. The second edit selects Redis, the way to keep Horizon. Jobs that are still in the table are worked off by a worker started with `queue:work database`.',
      'pt-br': 'A primeira edição seleciona o SQS e acrescenta as variáveis; coloque o id da sua conta em `SQS_PREFIX` e rode `composer require aws/aws-sdk-php`. O SQS atrasa uma mensagem em no máximo 15 minutos: tarefas com `delay()` maior precisam do EventBridge Scheduler. A segunda edição seleciona o Redis, o caminho para manter o Horizon. Tarefas que ainda estão na tabela são terminadas por um worker iniciado com `queue:work database`.',
    },
  },
  references: [references.deadLetterQueues, laravelDocs('queues', 'queues')],
  check(context) {
    if (!context.needs.some(({ id }) => id === 'queue')) return 'not-applicable';
    const workers = severalWorkers(context.scope, 3);
    for (const need of needsServedBy(context, 'queue', ['database'])) {
      const at = decidingPlace(need);
      context.report({
        at,
        stage: need.stage,
        messageId: workers === null ? 'database' : 'workers',
        ...(workers === null ? {} : { severity: 'warning', related: [{ at: workers.at, messageId: 'proof' }] }),
        edits: [
          {
            title: { en: 'Use Amazon SQS for the queue', 'pt-br': 'Usar Amazon SQS na fila' },
            edits: laravelDriverEdits(context, at, { expected: ['database'], value: 'sqs', settings: sqsSettings(context.region) }),
          },
          {
            title: { en: 'Use Redis for the queue', 'pt-br': 'Usar Redis na fila' },
            edits: laravelDriverEdits(context, at, { expected: ['database'], value: 'redis', settings: redisSettings(need.stage) }),
          },
        ],
        infra: [{ need: 'queue', service: 'sqs' }],
      });
    }
  },
});

import { queueDatabaseDriver } from '../../../src/core/rules/queue/databaseDriver';
import { noWorkerProcess } from '../../../src/core/rules/queue/noWorkerProcess';
import { queueSyncDriver } from '../../../src/core/rules/queue/syncDriver';
import { runRuleTests } from './ruleTester';
import { production, queuedJob } from './support';

const sqs = 'QUEUE_CONNECTION=sqs\nSQS_PREFIX=https://sqs.us-east-1.amazonaws.com/your-account-id\nSQS_QUEUE=default\nAWS_DEFAULT_REGION=us-east-1\n';

runRuleTests(queueSyncDriver, {
  valid: [
    { files: { ...queuedJob, ...production('QUEUE_CONNECTION=redis') } },
    { name: 'tests, which run jobs at once', files: { ...queuedJob, '.env': 'QUEUE_CONNECTION=redis\n', '.env.testing': 'QUEUE_CONNECTION=sync\n' } },
  ],
  invalid: [
    {
      name: 'jobs that are queued',
      files: { ...queuedJob, ...production('QUEUE_CONNECTION=sync') },
      findings: [{ messageId: 'jobs', at: ['.env.production', 'sync'], severity: 'warning', fixes: ['Use Amazon SQS for the queue', 'Use Redis for the queue', 'Generate infrastructure code for Amazon SQS'] }],
      output: { '.env.production': `APP_ENV=production\n${sqs}` },
    },
    { name: 'no job in sight', files: production('QUEUE_CONNECTION=sync'), findings: [{ messageId: 'none', at: ['.env.production', 'sync'], severity: 'information' }] },
    { name: 'another word for the same', files: { ...queuedJob, ...production('QUEUE_CONNECTION=deferred') }, findings: [{ messageId: 'jobs', at: ['.env.production', 'deferred'], severity: 'warning' }] },
    { name: 'a sample', files: { ...queuedJob, '.env.example': 'QUEUE_CONNECTION=sync\n' }, findings: [{ messageId: 'jobs', at: ['.env.example', 'sync'], severity: 'hint' }] },
  ],
});

runRuleTests(queueDatabaseDriver, {
  valid: [{ files: production('QUEUE_CONNECTION=sqs') }],
  invalid: [
    {
      name: 'a line with a comment behind it, and a variable that is set already',
      files: production('SQS_QUEUE=mails', 'QUEUE_CONNECTION=database   # until spring'),
      findings: [{ messageId: 'database', at: ['.env.production', 'database'], severity: 'information' }],
      output: {
        '.env.production':
          'APP_ENV=production\nSQS_QUEUE=mails\nQUEUE_CONNECTION=sqs   # until spring\nSQS_PREFIX=https://sqs.us-east-1.amazonaws.com/your-account-id\nAWS_DEFAULT_REGION=us-east-1\n',
      },
    },
    {
      name: 'three workers',
      files: {
        ...production('QUEUE_CONNECTION=database'),
        'compose.prod.yaml': 'services:\n  worker:\n    image: ghcr.io/clinic/app:1.4\n    command: php artisan queue:work\n    restart: always\n    deploy:\n      replicas: 3\n',
      },
      findings: [{ messageId: 'workers', at: ['.env.production', 'database'], severity: 'warning' }],
    },
    {
      name: 'two workers, which a table carries',
      files: {
        ...production('QUEUE_CONNECTION=database'),
        'compose.prod.yaml': 'services:\n  worker:\n    image: ghcr.io/clinic/app:1.4\n    command: php artisan queue:work\n    restart: always\n    deploy:\n      replicas: 2\n',
      },
      findings: [{ messageId: 'database', at: ['.env.production', 'database'], severity: 'information' }],
    },
    {
      name: 'a compose file with a list of variables',
      files: { 'compose.prod.yaml': 'services:\n  app:\n    image: ghcr.io/clinic/app:1.4\n    restart: always\n    environment:\n      - "QUEUE_CONNECTION=database"\n      - APP_ENV=production\n' },
      findings: [{ messageId: 'database', at: ['compose.prod.yaml', 'database'], severity: 'information' }],
      output: {
        'compose.prod.yaml':
          'services:\n  app:\n    image: ghcr.io/clinic/app:1.4\n    restart: always\n    environment:\n      - "QUEUE_CONNECTION=sqs"\n      - "SQS_PREFIX=https://sqs.us-east-1.amazonaws.com/your-account-id"\n      - "SQS_QUEUE=default"\n      - "AWS_DEFAULT_REGION=us-east-1"\n      - APP_ENV=production\n',
      },
    },
  ],
});

runRuleTests(noWorkerProcess, {
  valid: [
    { name: 'a worker', files: { ...queuedJob, ...production('QUEUE_CONNECTION=redis'), Procfile: 'web: php-fpm\nworker: php artisan horizon\n' } },
    { name: 'nothing that is queued', files: { ...production('QUEUE_CONNECTION=redis'), Procfile: 'web: php-fpm\n' } },
    { name: 'jobs that run at once', files: { ...queuedJob, ...production('QUEUE_CONNECTION=sync'), Procfile: 'web: php-fpm\n' } },
    { name: 'a Procfile inside an image', files: { ...queuedJob, ...production('QUEUE_CONNECTION=redis'), 'docker/nginx/Procfile': 'web: php-fpm\n' } },
    { name: 'a worker elsewhere', files: { ...queuedJob, ...production('QUEUE_CONNECTION=redis'), Procfile: 'web: php-fpm\n', 'compose.prod.yaml': 'services:\n  jobs:\n    image: ghcr.io/clinic/app:1\n    restart: always\n    command: php artisan queue:work\n' } },
  ],
  invalid: [
    {
      files: { ...queuedJob, ...production('QUEUE_CONNECTION=redis'), Procfile: 'web: heroku-php-nginx public/\nrelease: php artisan migrate --force\n' },
      findings: [{ messageId: 'procfile', at: ['Procfile', 'heroku-php-nginx public/'], severity: 'warning', fixes: ['Add a worker process'] }],
      output: { Procfile: 'web: heroku-php-nginx public/\nworker: php artisan queue:work --tries=3 --max-time=3600\nrelease: php artisan migrate --force\n' },
    },
  ],
});

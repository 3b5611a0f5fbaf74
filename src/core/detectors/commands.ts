/** What a started command is for, over all stacks. */
export type ProcessRole = 'web' | 'worker' | 'scheduler' | 'realtime' | 'release' | 'build' | 'other';

const patterns: readonly (readonly [ProcessRole, RegExp])[] = [
  ['scheduler', /schedule:(work|run)|\bcelery\b.*\bbeat\b|\bcelerybeat\b|\bclockwork\b|supercronic|\bcrond?\b\s+-|\bwhenever\b|rqscheduler|sidekiq-cron|\bofelia\b/],
  ['realtime', /reverb:start|websockets:serve|\bsoketi\b|laravel-echo-server|\bdaphne\b|\banycable\b|mercure\s+run|socketi?o?-?server/],
  ['worker', /queue:(work|listen)|\bhorizon\b|\bcelery\b.*\bworker\b|\brq\b\s+worker|\brqworker\b|\bsidekiq\b|\bresque\b|\bgood_job\b|solid_queue|bin\/jobs|\bdelayed_job\b|jobs:work|messenger:consume|\bqcluster\b|\bdramatiq\b|\bhuey\b|\barq\b|taskiq\s+worker|\bworkers?\b|\bconsumer\b|\bfaktory\b/],
  ['release', /\bmigrate\b|db:prepare|db:migrate|alembic\s+upgrade|prisma\s+(migrate|db)|collectstatic|db:setup/],
  ['build', /\b(npm|yarn|pnpm|bun)\b.*\b(build|watch|dev|hot)\b|\bvite\b|webpack/],
  ['web', /artisan\s+serve|octane|php-fpm|apache2|gunicorn|uvicorn|hypercorn|uwsgi|waitress|granian|runserver|\bpuma\b|\bunicorn\b|thruster|\bthrust\b|rails\s+s|rackup|java\b.*\.jar|\bnode\b|npm\s+(run\s+)?start|yarn\s+(run\s+)?start|pnpm\s+(run\s+)?start|next\s+start|dotnet\s+\S+\.dll|mix\s+phx\.server|\bfrankenphp\b|\bnginx\b|\bcaddy\b/],
];

export function processRole(command: string, processName = ''): ProcessRole {
  if (/^web$/i.test(processName)) return 'web';
  if (/^release$/i.test(processName)) return 'release';
  for (const [role, pattern] of patterns) if (pattern.test(command)) return role;
  if (/worker|queue|job|sidekiq|celery/i.test(processName)) return 'worker';
  if (/sched|cron|beat|clock/i.test(processName)) return 'scheduler';
  return 'other';
}

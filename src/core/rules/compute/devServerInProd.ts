import { references } from '../references';
import { defineRule } from '../rule';
import { literalOf } from '../support';

/** Servers that their own documentation keeps out of production, by the words that start them. */
const developmentServers: readonly (readonly [string, RegExp])[] = [
  ['php artisan serve', /\bartisan\s+serve\b/],
  ['php -S', /\bphp\d*(?:\s+-d\s+\S+)*\s+-S\s/],
  ['symfony serve', /\bsymfony\s+(?:local:)?(?:server:start|serve)\b/],
  ['manage.py runserver', /\bmanage\.py\s+runserver\b/],
  ['flask run', /\bflask\s+(?:--\S+\s+)*run\b/],
  ['uvicorn --reload', /\buvicorn\b.*\s--reload\b/],
  ['nodemon', /\bnodemon\b/],
  ['vite dev server', /(?:^|\s|\/)vite(?:\s+(?:dev|serve|--host)\b|\s*$)|\b(?:npm|pnpm|yarn|bun)\s+(?:run\s+)?dev\b/],
  ['next dev', /\bnext\s+dev\b/],
  ['nest start --watch', /\bnest\s+start\s.*--watch\b/],
  ['rails server in development', /\brails\s+s(?:erver)?\b.*-e\s*development\b/],
];

export const devServerInProd = defineRule({
  id: 'compute/dev-server-in-prod',
  domain: 'compute',
  severity: 'error',
  severityMoves: 'by-stage',
  phase: 'foundations',
  since: '0.1.0',
  need: 'compute',
  service: 'fargate',
  fix: 'none',
  title: { en: 'A development server runs in production', 'pt-br': 'Um servidor de desenvolvimento roda em produção' },
  messages: {
    server: {
      en: 'Production is started with “{server}”, a server for development: it handles requests one at a time or with debugging on, and is not hardened.',
      'pt-br': 'A produção é iniciada com “{server}”, um servidor de desenvolvimento: ele atende uma requisição por vez ou com debug ligado, e não é protegido para a internet.',
    },
  },
  docs: {
    checks: {
      en: 'A command of production (the last stage of a Dockerfile, a `Procfile`, a production compose file) starts a development server: `php artisan serve`, `php -S`, `symfony serve`, `manage.py runserver`, `flask run`, `uvicorn --reload`, `nodemon`, `vite`, `next dev`.',
      'pt-br': 'Um comando de produção (o último estágio de um Dockerfile, um `Procfile`, um compose de produção) inicia um servidor de desenvolvimento: `php artisan serve`, `php -S`, `symfony serve`, `manage.py runserver`, `flask run`, `uvicorn --reload`, `nodemon`, `vite`, `next dev`.',
    },
    why: {
      en: 'PHP’s built-in server answers one request at a time, so one slow page stops everybody; others watch files, print stack traces or leave out limits and timeouts. Their manuals all say: not for production.',
      'pt-br': 'O servidor embutido do PHP atende uma requisição por vez, então uma página lenta para todo mundo; outros vigiam arquivos, imprimem pilhas de chamadas ou não têm limites nem timeouts. Todos os manuais dizem: não use em produção.',
    },
    bad: [{ files: { Dockerfile: 'FROM php:8.4-cli\nWORKDIR /app\nCOPY . .\nCMD ["php", "artisan", "serve", "--host=0.0.0.0"]\n' } }],
    good: [{ files: { Dockerfile: 'FROM dunglas/frankenphp:php8.4\nWORKDIR /app\nCOPY . .\nCMD ["php", "artisan", "octane:frankenphp", "--host=0.0.0.0"]\n' } }],
    aboutFix: {
      en: 'No edit: the image needs another server. For Laravel that is PHP-FPM behind nginx, FrankenPHP, or Octane; for Node the compiled application started with `node`; for Python gunicorn or uvicorn without `--reload`.',
      'pt-br': 'Não há edição: a imagem precisa de outro servidor. No Laravel é o PHP-FPM atrás do nginx, o FrankenPHP ou o Octane; no Node, a aplicação compilada iniciada com `node`; no Python, gunicorn ou uvicorn sem `--reload`.',
    },
  },
  references: [references.reliability, { label: 'PHP: built-in web server', url: 'https://www.php.net/manual/en/features.commandline.webserver.php' }],
  check(context) {
    for (const fact of context.scope.find('process')) {
      if (fact.stage !== 'production' && fact.stage !== 'staging') continue;
      const command = literalOf(fact.value);
      const server = command === undefined ? undefined : developmentServers.find(([, pattern]) => pattern.test(command))?.[0];
      if (server !== undefined) context.report({ at: fact.at, stage: fact.stage, messageId: 'server', data: { server } });
    }
  },
});

import { folderOf } from '../../detectors/paths';
import type { ApplicationScope } from '../../detectors/scope';
import type { Fact } from '../../model';
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
  ['fastapi dev', /\bfastapi\s+dev\b/],
  ['uvicorn --reload', /\buvicorn\b.*\s--reload\b/],
  ['gunicorn --reload', /\bgunicorn\b.*\s--reload\b/],
  ['nodemon', /\bnodemon\b/],
  ['ts-node-dev', /\bts-node-dev\b|\btsnd\b/],
  ['tsx watch', /\btsx\s+watch\b/],
  ['node --watch', /\bnode\s+(?:\S+\s+)*--watch\b/],
  ['next dev', /\bnext\s+dev\b/],
  ['nest start --watch', /\bnest\s+start\s.*--watch\b/],
  ['rails server in development', /\brails\s+s(?:erver)?\b.*-e\s*development\b/],
  ['dotnet watch', /\bdotnet\s+watch\b/],
];

/** Those of a front end: they serve nobody where a CDN delivers what was built. */
const frontEndServers: readonly (readonly [string, RegExp])[] = [
  ['vite', /(?:^|[\s/;&])vite(?:\s+(?:dev|serve|--host|--port|-)\b|\s*$)/],
  ['react-scripts start', /\breact-scripts\s+start\b|\bcraco\s+start\b/],
  ['ng serve', /\bng\s+serve\b/],
  ['vue-cli-service serve', /\bvue-cli-service\s+serve\b/],
  ['nuxt dev', /\bnux[ti]i?\s+dev\b/],
  ['astro dev', /\bastro\s+dev\b/],
  ['webpack serve', /\bwebpack\s+serve\b|\bwebpack-dev-server\b/],
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
    script: { en: 'The script that starts it', 'pt-br': 'O script que o inicia' },
  },
  docs: {
    checks: {
      en: 'A command of production (the last stage of a Dockerfile, a `Procfile`, a production compose file) starts a development server: `php artisan serve`, `php -S`, `symfony serve`, `manage.py runserver`, `flask run`, `fastapi dev`, `uvicorn --reload`, `nodemon`, `vite`, `react-scripts start`, `next dev` and their like, itself or through a script of `package.json`. The front end of an application that CloudFront delivers is left alone.',
      'pt-br': 'Um comando de produção (o último estágio de um Dockerfile, um `Procfile`, um compose de produção) inicia um servidor de desenvolvimento: `php artisan serve`, `php -S`, `symfony serve`, `manage.py runserver`, `flask run`, `fastapi dev`, `uvicorn --reload`, `nodemon`, `vite`, `react-scripts start`, `next dev` e semelhantes, diretamente ou por um script do `package.json`. O front-end de uma aplicação entregue pelo CloudFront fica de fora.',
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
  check({ scope, report }) {
    const isDelivered = scope.find('resource', 'aws_cloudfront_distribution').some(({ stage }) => stage !== 'test' && stage !== 'example');
    for (const fact of scope.find('process')) {
      if (fact.stage !== 'production' && fact.stage !== 'staging') continue;
      const command = literalOf(fact.value);
      if (command === undefined) continue;
      const script = scriptOf(scope, fact, command);
      const text = script === undefined ? command : (literalOf(script.value) ?? '');
      const server = [...developmentServers, ...(isDelivered || isAside(fact) ? [] : frontEndServers)].find(([, pattern]) => pattern.test(text))?.[0];
      if (server === undefined) continue;
      report({
        at: fact.at,
        stage: fact.stage,
        messageId: 'server',
        data: { server },
        ...(script === undefined ? {} : { related: [{ at: script.at, messageId: 'script' }] }),
      });
    }
  },
});

/** A platform starts the process `web`; a bundler beside it is for developers, who use the same file. */
function isAside({ origin, detail }: Fact): boolean {
  return origin === 'procfile' && detail?.['process'] !== 'web';
}

/** The script of a manifest that a command runs (`npm start`, `yarn run dev`): the one of the nearest manifest. */
function scriptOf(scope: ApplicationScope, process: Fact, command: string): Fact | undefined {
  const name = /(?:^|[\s;&])(?:npm|pnpm|yarn|bun)\s+(?:--\S+\s+)*(?:run(?:-script)?\s+)?([\w:.-]+)(?:\s+--.*)?$/.exec(command.trim())?.[1];
  if (name === undefined) return undefined;
  const scripts = scope.find('config', `npm.scripts.${name}`);
  const beside = scripts.find(({ at }) => folderOf(at.path) === folderOf(process.at.path));
  return beside ?? (scripts.length === 1 ? scripts[0] : scripts.find(({ at }) => at.path === scope.path('package.json')));
}

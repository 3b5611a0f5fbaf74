import { technologyName } from '../catalog/technologies';
import { verbatim, type Localized } from '../l10n/localized';
import type { Application } from '../model';
import { findNeed, isAlone, type Plan } from './plan';

/** `Laravel 12` where it stands alone, the application's own name where there are several. */
export function applicationLabel(plan: Plan, application: Application): Localized {
  return isAlone(plan) ? frameworkLabel(application) : verbatim(application.name);
}

/** `Laravel 12 · PHP-FPM`, without what the label says already. */
export function applicationDetail(plan: Plan, application: Application): Localized | null {
  const runtime = findNeed(plan, application.root, 'compute')?.technology;
  const parts = [
    ...(isAlone(plan) ? [] : [frameworkLabel(application)]),
    ...(runtime === undefined ? [] : [technologyName(runtime)]),
  ];
  return parts.length === 0 ? null : joined(parts);
}

/** `worker` where one application stands alone, `worker · api` where there are several. */
export function processLabel(plan: Plan, application: Application, process: Localized): Localized {
  return isAlone(plan) ? process : joined([process, verbatim(application.name)]);
}

export function frameworkLabel(application: Application): Localized {
  const name = technologyName(application.framework);
  const version = /^\d+(?:\.\d+)?/.exec(application.frameworkVersion ?? '')?.[0];
  return version === undefined ? name : { en: `${name.en} ${version}`, 'pt-br': `${name['pt-br']} ${version}` };
}

export function joined(parts: readonly Localized[], separator = ' · '): Localized {
  return {
    en: parts.map((part) => part.en).join(separator),
    'pt-br': parts.map((part) => part['pt-br']).join(separator),
  };
}

export const processes = {
  worker: { en: 'Queue worker', 'pt-br': 'Worker da fila' },
  scheduler: { en: 'Scheduler', 'pt-br': 'Agendador' },
  realtime: { en: 'WebSocket server', 'pt-br': 'Servidor WebSocket' },
  users: { en: 'Users', 'pt-br': 'Usuários' },
} as const satisfies Record<string, Localized>;

export const flows = {
  https: verbatim('HTTPS'),
  http: verbatim('HTTP'),
  webSocket: verbatim('WebSocket'),
  sql: verbatim('SQL'),
  redis: verbatim('RESP'),
  dispatch: { en: 'dispatch', 'pt-br': 'despacha' },
  consume: { en: 'jobs', 'pt-br': 'jobs' },
  publish: { en: 'publish', 'pt-br': 'publica' },
  logs: { en: 'logs', 'pt-br': 'logs' },
  read: { en: 'reads', 'pt-br': 'lê' },
  assets: { en: 'assets', 'pt-br': 'arquivos estáticos' },
  files: { en: 'files', 'pt-br': 'arquivos' },
  rows: { en: 'tables', 'pt-br': 'tabelas' },
  runs: { en: 'runs', 'pt-br': 'executa' },
  smtp: verbatim('SMTP'),
  api: { en: 'API calls', 'pt-br': 'chamadas de API' },
  outbound: { en: 'outbound', 'pt-br': 'saída' },
  media: verbatim('WebRTC (UDP)'),
} as const satisfies Record<string, Localized>;

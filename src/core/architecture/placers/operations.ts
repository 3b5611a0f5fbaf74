import { message, verbatim, type Localized } from '../../l10n/localized';
import type { Need } from '../../model';
import { managedGroup } from '../groups';
import { hasServers, planUsage, type Plan } from '../plan';
import { hoursPerMonth } from '../workload';
import { placeService } from './service';
import { placeSns } from './messaging';

/** Alarms that every phase should have: errors, latency, processor, disk, queue age. */
const alarms: Readonly<Record<string, number>> = { 'lift-and-shift': 6, 'cloud-native': 12, serverless: 12 };

export function placeCloudWatch(plan: Plan, need?: Need): string {
  const full = plan.phase !== 'foundations' && hasServers(plan);
  const id = placeService(plan, {
    id: 'cloudwatch',
    service: 'cloudwatch',
    group: managedGroup(plan),
    detail: full ? { en: 'logs, metrics, alarms', 'pt-br': 'logs, métricas, alarmes' } : { en: 'alarms', 'pt-br': 'alarmes' },
    serves: ['monitoring'],
  }, need);
  const logs = full ? plan.workload.logsGb : 0;
  planUsage(plan, {
    service: 'cloudwatch',
    node: id,
    serves: ['monitoring'],
    usage: full
      ? { 'log-ingest-gb': logs, 'log-stored-gb': logs, metrics: 10, alarms: alarms[plan.phase] ?? 0 }
      : { alarms: 3 },
    assumption: full
      ? message(
          { en: '{gb} GB of logs kept for a month; alarms on errors, latency and saturation', 'pt-br': '{gb} GB de logs guardados por um mês; alarmes de erros, latência e saturação' },
          { gb: logs },
        )
      : message(plan.phase === 'foundations' ? instanceAlarms : siteAlarms),
  });
  if (plan.phase !== 'foundations' && plan.phase !== 'today') plan.graph.edge(id, placeSns(plan), 'event', { en: 'alarm', 'pt-br': 'alarme' });
  return id;
}

const instanceAlarms: Localized = { en: 'Alarms on the health, processor and disk of the instance', 'pt-br': 'Alarmes de saúde, processador e disco da instância' };
const siteAlarms: Localized = { en: 'Alarms on errors, requests and traffic of the CDN', 'pt-br': 'Alarmes de erros, requisições e tráfego da CDN' };

/** One trace in a hundred requests shows where time goes. */
const tracedShare = 0.01;

export function placeXray(plan: Plan, need?: Need): string {
  const id = placeService(
    plan,
    { id: 'xray', service: 'xray', group: managedGroup(plan), detail: verbatim('OpenTelemetry'), serves: ['monitoring'] },
    need,
  );
  const traces = Math.round(plan.workload.requests * tracedShare);
  planUsage(plan, {
    service: 'xray',
    node: id,
    serves: ['monitoring'],
    usage: { 'traces-recorded': traces, 'traces-retrieved': Math.round(traces / 10) },
    assumption: message({ en: 'One request in a hundred is traced', 'pt-br': 'Uma requisição em cada cem é rastreada' }),
  });
  return id;
}

/** What costs nothing still belongs on the list: a reader looks for it there. */
function planFree(plan: Plan, service: 'iam' | 'vpc' | 'parameter-store', node: string | null, what: Localized): void {
  planUsage(plan, { service, node, serves: service === 'parameter-store' ? ['secrets'] : [], usage: {}, assumption: message(what) });
}

export function placeBudget(plan: Plan): string {
  const id = placeService(plan, {
    id: 'budgets',
    service: 'budgets',
    group: managedGroup(plan),
    detail: { en: 'alert before the bill', 'pt-br': 'alerta antes da fatura' },
    serves: [],
  });
  planUsage(plan, {
    service: 'budgets',
    node: id,
    serves: [],
    usage: { budgets: 1 },
    assumption: message({ en: 'One monthly cost budget with e-mail alerts', 'pt-br': 'Um orçamento mensal de custo com alertas por e-mail' }),
  });
  return id;
}

export function placeIam(plan: Plan): string {
  const id = placeService(plan, {
    id: 'iam',
    service: 'iam',
    group: managedGroup(plan),
    detail: { en: 'roles instead of keys, MFA', 'pt-br': 'papéis em vez de chaves, MFA' },
  });
  planFree(plan, 'iam', id, { en: 'Roles and permissions', 'pt-br': 'Papéis e permissões' });
  if (hasServers(plan)) planFree(plan, 'vpc', null, { en: 'Network, subnets, routes and security groups', 'pt-br': 'Rede, sub-redes, rotas e security groups' });
  return id;
}

export function placeParameterStore(plan: Plan, need?: Need): string {
  const id = placeService(
    plan,
    { id: 'parameter-store', service: 'parameter-store', group: managedGroup(plan), detail: { en: 'settings and secrets', 'pt-br': 'configurações e segredos' }, serves: ['secrets'] },
    need,
  );
  planFree(plan, 'parameter-store', id, { en: 'Standard parameters', 'pt-br': 'Parâmetros padrão' });
  return id;
}

export function placeSecretsManager(plan: Plan, need?: Need): string {
  const id = placeService(
    plan,
    { id: 'secretsmanager', service: 'secretsmanager', group: managedGroup(plan), detail: { en: 'rotated credentials', 'pt-br': 'credenciais com rotação' }, serves: ['secrets'] },
    need,
  );
  const secrets = 1 + plan.applications.length;
  planUsage(plan, {
    service: 'secretsmanager',
    node: id,
    serves: ['secrets'],
    usage: { secrets, requests: secrets * hoursPerMonth * 12 },
    assumption: message(
      { en: 'One for the database and one per application, read again every five minutes', 'pt-br': 'Um para o banco e um por aplicação, relidos a cada cinco minutos' },
    ),
  });
  planUsage(plan, {
    service: 'kms',
    node: id,
    serves: ['secrets'],
    usage: { keys: 1, requests: secrets * hoursPerMonth * 12 },
    assumption: message({ en: 'One key of your own for secrets and data at rest', 'pt-br': 'Uma chave própria para segredos e dados em repouso' }),
  });
  return id;
}

import { message, verbatim, type Message } from '../../l10n/localized';
import type { NeedId } from '../../model';
import { applicationGroup, edgeGroup, publicGroup } from '../groups';
import { availabilityZones, frontFlow, ids, natGateways, planUsage, type Plan } from '../plan';
import { hoursPerMonth, secondsPerMonth, workloadRatios } from '../workload';
import { placeService } from './service';

/** Scripts, styles and pictures that follow a request to the application, on average. */
const assetRequestsPerRequest = 0.5;

export function placeCloudFront(plan: Plan): string {
  const id = placeService(plan, {
    id: 'cloudfront',
    service: 'cloudfront',
    group: edgeGroup(plan),
    detail: { en: 'CDN, HTTPS', 'pt-br': 'CDN, HTTPS' },
    serves: ['static-assets'],
  });
  plan.graph.edge(ids.users, id, 'request', frontFlow(plan));
  planUsage(plan, {
    service: 'cloudfront',
    node: id,
    serves: ['static-assets', 'compute'],
    usage: {
      'data-out-gb': plan.workload.egressGb,
      'https-requests': Math.round(plan.workload.requests * (1 + assetRequestsPerRequest)),
      // Priced as if the users were near the Region.
      edge: 'region',
    },
    assumption: message(
      {
        en: 'Everything sent to users ({gb} GB) leaves through the CDN: {requests} requests to the application and half as many for assets',
        'pt-br': 'Tudo o que é enviado aos usuários ({gb} GB) sai pela CDN: {requests} requisições à aplicação e metade disso em arquivos estáticos',
      },
      { gb: plan.workload.egressGb, requests: plan.workload.requests },
    ),
  });
  return id;
}

export function placeRoute53(plan: Plan): string {
  const id = placeService(plan, { id: 'route53', service: 'route53', group: edgeGroup(plan), detail: 'DNS', serves: ['compute'] });
  plan.graph.edge(ids.users, id, 'request', verbatim('DNS'));
  planUsage(plan, {
    service: 'route53',
    node: id,
    serves: ['compute'],
    usage: { zones: 1, queries: plan.workload.usersPerMonth * workloadRatios.visitsPerUserAndMonth },
    assumption: message(
      { en: 'One domain, one look-up per visit', 'pt-br': 'Um domínio, uma consulta de DNS por visita' },
    ),
  });
  return id;
}

/** The web ACL of the distribution: the managed rule groups that AWS recommends for every site. */
export function placeWaf(plan: Plan, protects: string): string {
  const id = placeService(plan, {
    id: 'waf',
    service: 'waf',
    group: edgeGroup(plan),
    detail: { en: 'managed rules', 'pt-br': 'regras gerenciadas' },
    serves: ['compute'],
  });
  plan.graph.edge(id, protects, 'request', { en: 'filters', 'pt-br': 'filtra' });
  planUsage(plan, {
    service: 'waf',
    node: id,
    serves: ['compute'],
    usage: { 'web-acls': 1, rules: 4, requests: plan.workload.requests },
    assumption: message(
      {
        en: 'One web ACL with three managed rule groups and a rate limit; {requests} requests inspected',
        'pt-br': 'Uma web ACL com três grupos de regras gerenciadas e um limite de taxa; {requests} requisições inspecionadas',
      },
      { requests: plan.workload.requests },
    ),
  });
  return id;
}

/**
 * Mean load-balancer capacity units: the largest of processed GB per hour, new connections ÷ 25 per second and open
 * connections ÷ 3,000 (a connection carries ten requests; WebSockets stay open).
 */
export function loadBalancerUnits(plan: Plan): number {
  const { workload } = plan;
  const gbPerHour = (workload.requests * workloadRatios.responseKb) / (1024 * 1024) / hoursPerMonth;
  const newConnections = workload.requests / secondsPerMonth / 10 / 25;
  const open = workload.connectionMinutes / (hoursPerMonth * 60) / 3000;
  return Math.max(0.1, Math.round(Math.max(gbPerHour, newConnections, open) * 100) / 100);
}

export function placeLoadBalancer(plan: Plan): string {
  const id = placeService(plan, {
    id: 'alb',
    service: 'alb',
    group: publicGroup(plan),
    detail: { en: 'two zones', 'pt-br': 'duas zonas' },
    serves: ['compute'],
  });
  const lcus = loadBalancerUnits(plan);
  planUsage(plan, {
    service: 'alb',
    node: id,
    serves: ['compute'],
    usage: { 'load-balancers': 1, lcus, hours: hoursPerMonth },
    assumption: message(
      {
        en: 'One load balancer for all applications; {lcus} LCU on average from the requests and their size',
        'pt-br': 'Um balanceador para todas as aplicações; {lcus} LCU em média, pelas requisições e seu tamanho',
      },
      { lcus },
    ),
  });
  planUsage(plan, publicAddresses(id, availabilityZones, { en: 'the load balancer, one per zone', 'pt-br': 'o balanceador, um por zona' }));
  return id;
}

export function publicAddresses(node: string, addresses: number, of: Message['text']): Parameters<typeof planUsage>[1] {
  return {
    service: 'public-ipv4',
    node,
    serves: ['compute'],
    usage: { addresses, hours: hoursPerMonth },
    assumption: message(
      { en: 'Public IPv4 addresses of {of}', 'pt-br': 'Endereços IPv4 públicos para {of}' },
      { of },
    ),
  };
}

/** Calls to services outside in a month, in GB. */
export const outboundGb = 10;

/** Way out of the private subnets. What passes: logs, mail and calls to other services. */
export function placeNat(plan: Plan): string {
  const gateways = natGateways(plan);
  const id = placeService(plan, {
    id: 'nat',
    service: 'nat-gateway',
    group: publicGroup(plan),
    detail: gateways === 1 ? { en: 'one', 'pt-br': 'um' } : { en: 'one per zone', 'pt-br': 'um por zona' },
    serves: ['compute'],
  });
  const gb = Math.ceil(plan.workload.logsGb + (plan.workload.emails * 50) / (1024 * 1024) + outboundGb);
  planUsage(plan, {
    service: 'nat-gateway',
    node: id,
    serves: ['compute'],
    usage: { gateways, 'data-gb': gb, hours: hoursPerMonth },
    assumption: message(
      {
        en: 'Log lines, e-mails and 10 GB of calls to other services pass; S3 goes through a gateway endpoint, which is free',
        'pt-br': 'Passam por ele os logs, os e-mails e 10 GB de chamadas a outros serviços; o S3 vai por um gateway endpoint, que é gratuito',
      },
    ),
  });
  planUsage(plan, publicAddresses(id, gateways, { en: 'the NAT gateways', 'pt-br': 'os NAT gateways' }));
  return id;
}

/** Private doors to AWS services for functions that call nothing outside AWS. */
export function placeEndpoints(plan: Plan, services: readonly string[]): string {
  const id = placeService(plan, {
    id: 'vpc-endpoints',
    service: 'vpc-endpoint',
    group: applicationGroup(plan),
    detail: services.join(', '),
    serves: ['compute'],
  });
  planUsage(plan, {
    service: 'vpc-endpoint',
    node: id,
    serves: ['compute'],
    usage: { endpoints: services.length * availabilityZones, 'data-gb': Math.ceil((plan.workload.jobs * 4) / (1024 * 1024)), hours: hoursPerMonth },
    assumption: message(
      { en: 'Interface endpoints for {services}, one per zone', 'pt-br': 'Interface endpoints para {services}, um por zona' },
      { services: services.join(', ') },
    ),
  });
  return id;
}

/** Half of the calls between application and stores cross zones; each answer is taken as 2 KB. */
export function planCrossZoneTraffic(plan: Plan): void {
  const gb = Math.ceil((plan.workload.requests * plan.coefficients.queriesPerRequest * 2 * 0.5) / (1024 * 1024));
  planUsage(plan, {
    service: 'data-transfer-az',
    node: null,
    serves: ['compute'],
    usage: { gb },
    assumption: message(
      {
        en: '{queries} calls to stores per request, 2 KB each, half of them to the other zone',
        'pt-br': '{queries} chamadas a bancos e caches por requisição, 2 KB cada, metade para a outra zona',
      },
      { queries: plan.coefficients.queriesPerRequest },
    ),
  });
}

export function planInternetTraffic(plan: Plan, gb: number, node: string | null, what: Message['text'], need: NeedId = 'compute'): void {
  planUsage(plan, {
    service: 'data-transfer-out',
    node,
    serves: [need],
    usage: { gb },
    assumption: message({ en: 'Sent to the internet: {what}', 'pt-br': 'Enviado à internet: {what}' }, { what }),
  });
}

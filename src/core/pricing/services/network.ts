import { message, type Localized } from '../../l10n/localized';
import { edges, isEdge, regionInfo, type Edge } from '../regions';
import type { PricedService } from '../types';
import { amount, byTheHour, choice, hoursUsage, line, pricedServiceOf } from './service';

const edgeNames: Readonly<Record<Edge, Localized>> = {
  us: { en: 'United States, Canada, Mexico', 'pt-br': 'Estados Unidos, Canadá e México' },
  eu: { en: 'Europe', 'pt-br': 'Europa' },
  'south-america': { en: 'South America', 'pt-br': 'América do Sul' },
  asia: { en: 'Asia Pacific', 'pt-br': 'Ásia-Pacífico' },
};

/** The zone that was asked for, else that of most readers of an application in the region. */
function edgeOf(given: string, region: string): Edge {
  return isEdge(given) ? given : (regionInfo(region)?.edge ?? 'us');
}

function inZone(text: Localized, edge: Edge): Localized {
  return { en: `${text.en} (${edgeNames[edge].en})`, 'pt-br': `${text['pt-br']} (${edgeNames[edge]['pt-br']})` };
}

function loadBalancer(id: 'alb' | 'nlb', unitName: string): PricedService {
  return pricedServiceOf(id, {
    usages: [
      amount('load-balancers', '', { en: 'number of load balancers', 'pt-br': 'quantidade de balanceadores' }, 1),
      amount('lcus', unitName, { en: 'average capacity units that each uses in an hour', 'pt-br': 'média de unidades de capacidade que cada um usa por hora' }),
      hoursUsage,
    ],
    meters: (usage) => {
      const count = usage.number('load-balancers');
      const hours = usage.number('hours');
      return [
        line({
          meter: `${id}.hours`,
          what: { en: 'Load balancer hours', 'pt-br': 'Horas do balanceador' },
          quantity: count * hours,
          from: ['load-balancers', 'hours'],
          assumption: byTheHour(count, hours),
        }),
        line({
          meter: `${id}.lcu`,
          what: { en: `Capacity units (${unitName})`, 'pt-br': `Unidades de capacidade (${unitName})` },
          quantity: count * usage.number('lcus') * hours,
          from: ['lcus'],
          assumption: message(
            { en: '{count} × {lcus} {unit} × {hours} h', 'pt-br': '{count} × {lcus} {unit} × {hours} h' },
            { count, lcus: usage.number('lcus'), unit: unitName, hours },
          ),
        }),
      ];
    },
  });
}

export const networkServices: readonly PricedService[] = [
  loadBalancer('alb', 'LCU'),
  loadBalancer('nlb', 'NLCU'),
  pricedServiceOf('nat-gateway', {
    usages: [
      amount('gateways', '', { en: 'number of gateways, usually one per zone', 'pt-br': 'quantidade de gateways, em geral um por zona' }, 1),
      amount('data-gb', 'GB', { en: 'data that passes through', 'pt-br': 'dados que passam pelo gateway' }),
      hoursUsage,
    ],
    meters: (usage) => [
      line({
        meter: 'nat-gateway.hours',
        what: { en: 'NAT gateway hours', 'pt-br': 'Horas do NAT gateway' },
        quantity: usage.number('gateways') * usage.number('hours'),
        from: ['gateways', 'hours'],
        assumption: byTheHour(usage.number('gateways'), usage.number('hours')),
      }),
      line({ meter: 'nat-gateway.data', what: { en: 'Data processed', 'pt-br': 'Dados processados' }, quantity: usage.number('data-gb'), from: ['data-gb'] }),
    ],
  }),
  pricedServiceOf('public-ipv4', {
    usages: [amount('addresses', '', { en: 'public IPv4 addresses in use', 'pt-br': 'endereços IPv4 públicos em uso' }, 1), hoursUsage],
    meters: (usage) => [
      line({
        meter: 'public-ipv4.inUse',
        what: { en: 'Public IPv4 address', 'pt-br': 'Endereço IPv4 público' },
        quantity: usage.number('addresses') * usage.number('hours'),
        from: ['addresses', 'hours'],
        assumption: byTheHour(usage.number('addresses'), usage.number('hours')),
      }),
    ],
  }),
  pricedServiceOf('vpc-endpoint', {
    usages: [
      amount('endpoints', '', { en: 'interface endpoints, counted once per zone', 'pt-br': 'endpoints de interface, contados uma vez por zona' }, 1),
      amount('data-gb', 'GB', { en: 'data that passes through', 'pt-br': 'dados que passam pelo endpoint' }),
      hoursUsage,
    ],
    meters: (usage) => [
      line({
        meter: 'vpc-endpoint.hours',
        what: { en: 'Interface endpoint hours', 'pt-br': 'Horas do endpoint de interface' },
        quantity: usage.number('endpoints') * usage.number('hours'),
        from: ['endpoints', 'hours'],
        assumption: byTheHour(usage.number('endpoints'), usage.number('hours')),
      }),
      line({ meter: 'vpc-endpoint.data', what: { en: 'Data processed', 'pt-br': 'Dados processados' }, quantity: usage.number('data-gb'), from: ['data-gb'] }),
    ],
  }),
  pricedServiceOf('data-transfer-out', {
    usages: [amount('gb', 'GB', { en: 'data sent to the internet from the region', 'pt-br': 'dados enviados da região para a internet' })],
    meters: (usage) => [
      line({ meter: 'data-transfer.out', what: { en: 'Data to the internet', 'pt-br': 'Dados para a internet' }, quantity: usage.number('gb'), from: ['gb'] }),
    ],
  }),
  pricedServiceOf('data-transfer-az', {
    usages: [amount('gb', 'GB', { en: 'data sent from one availability zone to another', 'pt-br': 'dados enviados de uma zona de disponibilidade para outra' })],
    meters: (usage) => [
      line({
        meter: 'data-transfer.az',
        what: { en: 'Data between availability zones', 'pt-br': 'Dados entre zonas de disponibilidade' },
        quantity: usage.number('gb') * 2,
        from: ['gb'],
        assumption: message({
          en: 'charged twice: leaving one zone and entering the other',
          'pt-br': 'cobrado duas vezes: na saída de uma zona e na entrada da outra',
        }),
      }),
    ],
  }),
  pricedServiceOf('cloudfront', {
    usages: [
      amount('data-out-gb', 'GB', { en: 'data served to browsers', 'pt-br': 'dados entregues aos navegadores' }),
      amount('https-requests', '', { en: 'HTTPS requests', 'pt-br': 'requisições HTTPS' }),
      choice('edge', ['region', ...edges], 'region', {
        en: 'where the readers are; `region` takes the zone of the chosen region',
        'pt-br': 'onde estão os leitores; `region` usa a zona da região escolhida',
      }),
      amount('http-requests', '', { en: 'HTTP requests without TLS', 'pt-br': 'requisições HTTP sem TLS' }),
      amount('origin-gb', 'GB', { en: 'data sent to the origin (uploads)', 'pt-br': 'dados enviados à origem (uploads)' }),
      amount('invalidations', '', { en: 'invalidated paths', 'pt-br': 'caminhos invalidados' }),
    ],
    meters: (usage, region) => {
      const edge = edgeOf(usage.text('edge'), region);
      return [
        line({
          meter: 'cloudfront.out',
          parameters: { edge },
          what: inZone({ en: 'Data to browsers', 'pt-br': 'Dados para os navegadores' }, edge),
          quantity: usage.number('data-out-gb'),
          from: ['data-out-gb'],
        }),
        line({
          meter: 'cloudfront.https',
          parameters: { edge },
          what: inZone({ en: 'HTTPS requests', 'pt-br': 'Requisições HTTPS' }, edge),
          quantity: usage.number('https-requests'),
          from: ['https-requests'],
        }),
        line({
          meter: 'cloudfront.http',
          parameters: { edge },
          what: inZone({ en: 'HTTP requests', 'pt-br': 'Requisições HTTP' }, edge),
          quantity: usage.number('http-requests'),
          from: ['http-requests'],
        }),
        line({
          meter: 'cloudfront.origin',
          parameters: { edge },
          what: inZone({ en: 'Data to the origin', 'pt-br': 'Dados para a origem' }, edge),
          quantity: usage.number('origin-gb'),
          from: ['origin-gb'],
        }),
        line({
          meter: 'cloudfront.invalidations',
          what: { en: 'Invalidated paths', 'pt-br': 'Caminhos invalidados' },
          quantity: usage.number('invalidations'),
          from: ['invalidations'],
        }),
      ];
    },
  }),
  pricedServiceOf('cloudfront-functions', {
    usages: [amount('invocations', '', { en: 'function invocations', 'pt-br': 'execuções da função' })],
    meters: (usage) => [
      line({ meter: 'cloudfront.functions', what: { en: 'Function invocations', 'pt-br': 'Execuções da função' }, quantity: usage.number('invocations'), from: ['invocations'] }),
    ],
  }),
  pricedServiceOf('route53', {
    usages: [
      amount('zones', '', { en: 'hosted zones', 'pt-br': 'zonas hospedadas' }),
      amount('queries', '', { en: 'standard DNS queries', 'pt-br': 'consultas DNS padrão' }),
      amount('health-checks', '', { en: 'health checks of AWS endpoints', 'pt-br': 'verificações de saúde de endpoints na AWS' }),
    ],
    meters: (usage) => [
      line({ meter: 'route53.zones', what: { en: 'Hosted zones', 'pt-br': 'Zonas hospedadas' }, quantity: usage.number('zones'), from: ['zones'] }),
      line({
        meter: 'route53.queries',
        parameters: { kind: 'standard' },
        what: { en: 'DNS queries', 'pt-br': 'Consultas DNS' },
        quantity: usage.number('queries'),
        from: ['queries'],
      }),
      line({ meter: 'route53.healthChecks', what: { en: 'Health checks', 'pt-br': 'Verificações de saúde' }, quantity: usage.number('health-checks'), from: ['health-checks'] }),
    ],
  }),
  pricedServiceOf('waf', {
    usages: [
      amount('web-acls', '', { en: 'web ACLs', 'pt-br': 'web ACLs' }),
      amount('rules', '', { en: 'rules and managed rule groups, all ACLs together', 'pt-br': 'regras e grupos gerenciados, somando todas as ACLs' }),
      amount('requests', '', { en: 'inspected requests', 'pt-br': 'requisições inspecionadas' }),
    ],
    meters: (usage) => [
      line({ meter: 'waf.webAcls', what: { en: 'Web ACLs', 'pt-br': 'Web ACLs' }, quantity: usage.number('web-acls'), from: ['web-acls'] }),
      line({ meter: 'waf.rules', what: { en: 'Rules', 'pt-br': 'Regras' }, quantity: usage.number('rules'), from: ['rules'] }),
      line({ meter: 'waf.requests', what: { en: 'Requests', 'pt-br': 'Requisições' }, quantity: usage.number('requests'), from: ['requests'] }),
    ],
  }),
  pricedServiceOf('apigateway-rest', {
    usages: [amount('requests', '', { en: 'API calls', 'pt-br': 'chamadas à API' })],
    meters: (usage) => [
      line({ meter: 'apigateway-rest.requests', what: { en: 'REST calls', 'pt-br': 'Chamadas REST' }, quantity: usage.number('requests'), from: ['requests'] }),
    ],
  }),
  pricedServiceOf('apigateway-http', {
    usages: [amount('requests', '', { en: 'API calls, counted by 512 KB', 'pt-br': 'chamadas à API, contadas a cada 512 KB' })],
    meters: (usage) => [
      line({ meter: 'apigateway-http.requests', what: { en: 'HTTP API calls', 'pt-br': 'Chamadas à API HTTP' }, quantity: usage.number('requests'), from: ['requests'] }),
    ],
  }),
  pricedServiceOf('apigateway-websocket', {
    usages: [
      amount('messages', '', { en: 'messages in both directions, counted by 32 KB', 'pt-br': 'mensagens nos dois sentidos, contadas a cada 32 KB' }),
      amount('connection-minutes', 'min', { en: 'minutes that all connections stay open', 'pt-br': 'minutos em que todas as conexões ficam abertas' }),
    ],
    meters: (usage) => [
      line({ meter: 'apigateway-websocket.messages', what: { en: 'Messages', 'pt-br': 'Mensagens' }, quantity: usage.number('messages'), from: ['messages'] }),
      line({
        meter: 'apigateway-websocket.minutes',
        what: { en: 'Connection minutes', 'pt-br': 'Minutos de conexão' },
        quantity: usage.number('connection-minutes'),
        from: ['connection-minutes'],
      }),
    ],
  }),
  pricedServiceOf('appsync-events', {
    usages: [
      amount('operations', '', { en: 'published, delivered and handled events', 'pt-br': 'eventos publicados, entregues e processados' }),
      amount('connection-minutes', 'min', { en: 'minutes that all connections stay open', 'pt-br': 'minutos em que todas as conexões ficam abertas' }),
    ],
    meters: (usage) => [
      line({ meter: 'appsync-events.operations', what: { en: 'Event operations', 'pt-br': 'Operações de eventos' }, quantity: usage.number('operations'), from: ['operations'] }),
      line({
        meter: 'appsync-events.minutes',
        what: { en: 'Connection minutes', 'pt-br': 'Minutos de conexão' },
        quantity: usage.number('connection-minutes'),
        from: ['connection-minutes'],
      }),
    ],
  }),
];

import { verbatim, type Localized } from '../../l10n/localized';
import type { PricedService, UsageDefinition } from '../types';
import { amount, byTheHour, choice, hoursPerMonth, hoursUsage, line, pricedServiceOf, typeName } from './service';

/** A usage whose quantity one meter prices as it is. */
interface Counted {
  readonly usage: UsageDefinition;
  readonly meter: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly what: Localized;
}

function counted(id: string, rows: readonly Counted[]): PricedService {
  return pricedServiceOf(id, {
    usages: rows.map((row) => row.usage),
    meters: (usage) =>
      rows.map((row) =>
        line({
          meter: row.meter,
          ...(row.parameters === undefined ? {} : { parameters: row.parameters }),
          what: row.what,
          quantity: usage.number(row.usage.name),
          from: [row.usage.name],
        }),
      ),
  });
}

const observability: readonly PricedService[] = [
  counted('cloudwatch', [
    {
      usage: amount('log-ingest-gb', 'GB', { en: 'logs received', 'pt-br': 'logs recebidos' }),
      meter: 'cloudwatch.logIngest',
      parameters: { class: 'standard' },
      what: { en: 'Log ingestion', 'pt-br': 'Ingestão de logs' },
    },
    {
      usage: amount('log-stored-gb', 'GB', { en: 'logs kept, compressed', 'pt-br': 'logs mantidos, comprimidos' }),
      meter: 'cloudwatch.logStorage',
      what: { en: 'Log storage', 'pt-br': 'Armazenamento de logs' },
    },
    { usage: amount('metrics', '', { en: 'custom metrics', 'pt-br': 'métricas próprias' }), meter: 'cloudwatch.metrics', what: { en: 'Custom metrics', 'pt-br': 'Métricas próprias' } },
    {
      usage: amount('alarms', '', { en: 'standard-resolution alarms', 'pt-br': 'alarmes de resolução padrão' }),
      meter: 'cloudwatch.alarms',
      parameters: { resolution: 'standard' },
      what: { en: 'Alarms', 'pt-br': 'Alarmes' },
    },
    { usage: amount('dashboards', '', { en: 'dashboards', 'pt-br': 'painéis' }), meter: 'cloudwatch.dashboards', what: { en: 'Dashboards', 'pt-br': 'Painéis' } },
    {
      usage: amount('queried-gb', 'GB', { en: 'logs scanned by Logs Insights', 'pt-br': 'logs varridos pelo Logs Insights' }),
      meter: 'cloudwatch.logQueries',
      what: { en: 'Log queries', 'pt-br': 'Consultas a logs' },
    },
  ]),
  counted('xray', [
    { usage: amount('traces-recorded', '', { en: 'traces recorded', 'pt-br': 'rastreamentos gravados' }), meter: 'xray.recorded', what: { en: 'Traces recorded', 'pt-br': 'Rastreamentos gravados' } },
    {
      usage: amount('traces-retrieved', '', { en: 'traces retrieved or scanned', 'pt-br': 'rastreamentos lidos ou varridos' }),
      meter: 'xray.retrieved',
      what: { en: 'Traces retrieved', 'pt-br': 'Rastreamentos lidos' },
    },
  ]),
];

const security: readonly PricedService[] = [
  counted('secretsmanager', [
    { usage: amount('secrets', '', { en: 'secrets', 'pt-br': 'segredos' }), meter: 'secretsmanager.secrets', what: { en: 'Secrets', 'pt-br': 'Segredos' } },
    { usage: amount('requests', '', { en: 'API requests', 'pt-br': 'requisições à API' }), meter: 'secretsmanager.requests', what: { en: 'Requests', 'pt-br': 'Requisições' } },
  ]),
  counted('kms', [
    { usage: amount('keys', '', { en: 'customer managed keys', 'pt-br': 'chaves gerenciadas pelo cliente' }), meter: 'kms.keys', what: { en: 'Keys', 'pt-br': 'Chaves' } },
    { usage: amount('requests', '', { en: 'symmetric requests', 'pt-br': 'requisições simétricas' }), meter: 'kms.requests', what: { en: 'Requests', 'pt-br': 'Requisições' } },
  ]),
  pricedServiceOf('parameter-store', {
    usages: [
      amount('advanced-parameters', '', { en: 'advanced parameters', 'pt-br': 'parâmetros avançados' }),
      amount('requests', '', { en: 'requests to advanced parameters', 'pt-br': 'requisições a parâmetros avançados' }),
    ],
    noCharge: {
      what: { en: 'Standard parameters', 'pt-br': 'Parâmetros padrão' },
      why: { en: 'standard parameters at standard throughput cost nothing', 'pt-br': 'parâmetros padrão com vazão padrão não custam nada' },
      source: 'https://aws.amazon.com/systems-manager/pricing/',
      asOf: '2025-11-03',
    },
    meters: (usage) => [
      line({
        meter: 'parameter-store.advanced',
        what: { en: 'Advanced parameters', 'pt-br': 'Parâmetros avançados' },
        quantity: usage.number('advanced-parameters') * hoursPerMonth,
        from: ['advanced-parameters'],
        assumption: byTheHour(usage.number('advanced-parameters'), hoursPerMonth),
      }),
      line({ meter: 'parameter-store.requests', what: { en: 'Requests', 'pt-br': 'Requisições' }, quantity: usage.number('requests'), from: ['requests'] }),
    ],
  }),
  counted('cognito', [
    {
      usage: amount('users', '', { en: 'monthly active users, Lite plan', 'pt-br': 'usuários ativos no mês, plano Lite' }),
      meter: 'cognito.users',
      parameters: { plan: 'lite' },
      what: { en: 'Active users', 'pt-br': 'Usuários ativos' },
    },
  ]),
  counted('guardduty', [
    { usage: amount('events', '', { en: 'CloudTrail events analysed', 'pt-br': 'eventos do CloudTrail analisados' }), meter: 'guardduty.events', what: { en: 'Events analysed', 'pt-br': 'Eventos analisados' } },
    {
      usage: amount('flow-log-gb', 'GB', { en: 'flow and DNS logs analysed', 'pt-br': 'logs de fluxo e DNS analisados' }),
      meter: 'guardduty.flowLogs',
      what: { en: 'Flow and DNS logs', 'pt-br': 'Logs de fluxo e DNS' },
    },
  ]),
  counted('config', [
    { usage: amount('items', '', { en: 'configuration items recorded', 'pt-br': 'itens de configuração gravados' }), meter: 'config.items', what: { en: 'Configuration items', 'pt-br': 'Itens de configuração' } },
    { usage: amount('evaluations', '', { en: 'rule evaluations', 'pt-br': 'avaliações de regras' }), meter: 'config.evaluations', what: { en: 'Rule evaluations', 'pt-br': 'Avaliações de regras' } },
  ]),
  pricedServiceOf('cloudtrail', {
    usages: [
      amount('management-events', '', { en: 'management events of a second trail and more', 'pt-br': 'eventos de gerenciamento a partir da segunda trilha' }),
      amount('data-events', '', { en: 'data events', 'pt-br': 'eventos de dados' }),
    ],
    noCharge: {
      what: { en: 'First trail of management events', 'pt-br': 'Primeira trilha de eventos de gerenciamento' },
      why: { en: 'the first copy of management events costs nothing', 'pt-br': 'a primeira cópia dos eventos de gerenciamento não custa nada' },
      source: 'https://aws.amazon.com/cloudtrail/pricing/',
      asOf: '2025-08-28',
    },
    meters: (usage) => [
      line({ meter: 'cloudtrail.managementEvents', what: { en: 'Further management events', 'pt-br': 'Outros eventos de gerenciamento' }, quantity: usage.number('management-events'), from: ['management-events'] }),
      line({ meter: 'cloudtrail.dataEvents', what: { en: 'Data events', 'pt-br': 'Eventos de dados' }, quantity: usage.number('data-events'), from: ['data-events'] }),
    ],
  }),
];

const people: readonly PricedService[] = [
  counted('ses', [
    { usage: amount('emails', '', { en: 'e-mails sent', 'pt-br': 'e-mails enviados' }), meter: 'ses.emails', what: { en: 'E-mails', 'pt-br': 'E-mails' } },
    { usage: amount('attachment-gb', 'GB', { en: 'attachments sent', 'pt-br': 'anexos enviados' }), meter: 'ses.attachments', what: { en: 'Attachments', 'pt-br': 'Anexos' } },
  ]),
  counted('end-user-messaging', [
    { usage: amount('sms', '', { en: 'text messages', 'pt-br': 'mensagens SMS' }), meter: 'end-user-messaging.sms', what: { en: 'Text messages', 'pt-br': 'Mensagens SMS' } },
  ]),
  pricedServiceOf('opensearch', {
    usages: [
      typeName('instance-type', 't3.small.search', { en: 'instance type', 'pt-br': 'tipo de instância' }),
      amount('instances', '', { en: 'number of instances', 'pt-br': 'quantidade de instâncias' }, 1),
      amount('storage-gb', 'GB', { en: 'gp3 storage of each instance', 'pt-br': 'armazenamento gp3 de cada instância' }),
      hoursUsage,
    ],
    meters: (usage) => [
      line({
        meter: 'opensearch.instance',
        parameters: { instanceType: usage.text('instance-type') },
        what: verbatim(usage.text('instance-type')),
        quantity: usage.number('instances') * usage.number('hours'),
        from: ['instance-type', 'instances', 'hours'],
        assumption: byTheHour(usage.number('instances'), usage.number('hours')),
      }),
      line({
        meter: 'opensearch.storage',
        parameters: { volume: 'gp3' },
        what: { en: 'gp3 storage', 'pt-br': 'Armazenamento gp3' },
        quantity: usage.number('instances') * usage.number('storage-gb'),
        from: ['storage-gb'],
      }),
    ],
  }),
  pricedServiceOf('chime-sdk', {
    usages: [
      amount('attendee-minutes', 'min', { en: 'minutes of all attendees together', 'pt-br': 'minutos somados de todos os participantes' }),
      choice('quality', ['hd', 'full-hd'], 'hd', { en: 'video quality', 'pt-br': 'qualidade do vídeo' }),
    ],
    meters: (usage) => [
      line({
        meter: 'chime-sdk.minutes',
        parameters: { quality: usage.text('quality') },
        what: { en: 'Attendee minutes', 'pt-br': 'Minutos de participantes' },
        quantity: usage.number('attendee-minutes'),
        from: ['attendee-minutes', 'quality'],
      }),
    ],
  }),
  counted('kinesis-video-streams', [
    { usage: amount('channels', '', { en: 'signalling channels active in the month', 'pt-br': 'canais de sinalização ativos no mês' }), meter: 'kinesis-video-streams.channels', what: { en: 'Signalling channels', 'pt-br': 'Canais de sinalização' } },
    { usage: amount('messages', '', { en: 'signalling messages', 'pt-br': 'mensagens de sinalização' }), meter: 'kinesis-video-streams.messages', what: { en: 'Signalling messages', 'pt-br': 'Mensagens de sinalização' } },
    { usage: amount('turn-minutes', 'min', { en: 'minutes relayed by TURN', 'pt-br': 'minutos retransmitidos por TURN' }), meter: 'kinesis-video-streams.turnMinutes', what: { en: 'TURN minutes', 'pt-br': 'Minutos de TURN' } },
  ]),
];

const daysPerMonth = 30;

const delivery: readonly PricedService[] = [
  pricedServiceOf('budgets', {
    usages: [
      amount('budgets', '', { en: 'budgets that only notify', 'pt-br': 'orçamentos que só avisam' }),
      amount('action-budgets', '', { en: 'budgets that act', 'pt-br': 'orçamentos com ações' }),
    ],
    meters: (usage) => [
      line({
        meter: 'budgets.budgets',
        what: { en: 'Budgets', 'pt-br': 'Orçamentos' },
        quantity: usage.number('budgets') * daysPerMonth,
        from: ['budgets'],
      }),
      line({
        meter: 'budgets.actions',
        what: { en: 'Budgets with actions', 'pt-br': 'Orçamentos com ações' },
        quantity: usage.number('action-budgets') * daysPerMonth,
        from: ['action-budgets'],
      }),
    ],
  }),
  pricedServiceOf('codepipeline', {
    usages: [
      amount('pipelines', '', { en: 'active pipelines (type V1)', 'pt-br': 'pipelines ativos (tipo V1)' }, 1),
      amount('minutes', 'min', { en: 'minutes of actions (type V2)', 'pt-br': 'minutos de ações (tipo V2)' }),
    ],
    meters: (usage) => [
      line({ meter: 'codepipeline.pipelines', what: { en: 'Active pipelines', 'pt-br': 'Pipelines ativos' }, quantity: usage.number('pipelines'), from: ['pipelines'] }),
      line({ meter: 'codepipeline.minutes', what: { en: 'Action minutes', 'pt-br': 'Minutos de ações' }, quantity: usage.number('minutes'), from: ['minutes'] }),
    ],
  }),
  pricedServiceOf('codebuild', {
    usages: [
      amount('minutes', 'min', { en: 'build minutes', 'pt-br': 'minutos de build' }),
      choice('compute-type', ['general1.small', 'general1.medium', 'general1.large'], 'general1.small', { en: 'size of the build machine', 'pt-br': 'tamanho da máquina de build' }),
    ],
    meters: (usage) => [
      line({
        meter: 'codebuild.minutes',
        parameters: { computeType: usage.text('compute-type') },
        what: verbatim(`Linux ${usage.text('compute-type')}`),
        quantity: usage.number('minutes'),
        from: ['minutes', 'compute-type'],
      }),
    ],
  }),
];

export const operationServices: readonly PricedService[] = [...observability, ...security, ...people, ...delivery];

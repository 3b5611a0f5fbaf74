import { message, verbatim } from '../../l10n/localized';
import type { PricedService } from '../types';
import { amount, archUsage, byTheHour, hoursUsage, line, pricedServiceOf, typeName } from './service';

/** Memory in GB times seconds, as Lambda bills it (1 GB = 1,024 MB, duration by the millisecond). */
function gigabyteSeconds(requests: number, milliseconds: number, megabytes: number): number {
  return requests * (milliseconds / 1000) * (megabytes / 1024);
}

const lambdaRequests = { en: 'requests', 'pt-br': 'requisições' };
const lambdaDuration = { en: 'average duration of a request', 'pt-br': 'duração média de uma requisição' };
const lambdaMemory = { en: 'memory of the function', 'pt-br': 'memória da função' };

/** Storage that each function, and each Fargate task, has without charge. */
const includedLambdaMb = 512;
const includedFargateGb = 20;

function lambdaArithmetic(requests: number, milliseconds: number, megabytes: number) {
  return message(
    { en: '{requests} requests × {milliseconds} ms × {megabytes} MB', 'pt-br': '{requests} requisições × {milliseconds} ms × {megabytes} MB' },
    { requests, milliseconds, megabytes },
  );
}

export const computeServices: readonly PricedService[] = [
  pricedServiceOf('ec2', {
    usages: [
      typeName('instance-type', 't3.micro', { en: 'instance type, Linux on demand', 'pt-br': 'tipo de instância, Linux sob demanda' }),
      amount('instances', '', { en: 'number of instances', 'pt-br': 'quantidade de instâncias' }, 1),
      hoursUsage,
    ],
    meters: (usage) => {
      const instanceType = usage.text('instance-type');
      return [
        line({
          meter: 'ec2.instance',
          parameters: { instanceType },
          what: verbatim(instanceType),
          quantity: usage.number('instances') * usage.number('hours'),
          from: ['instance-type', 'instances', 'hours'],
          assumption: byTheHour(usage.number('instances'), usage.number('hours')),
        }),
      ];
    },
  }),
  pricedServiceOf('fargate', {
    usages: [
      amount('tasks', '', { en: 'tasks that run at the same time', 'pt-br': 'tarefas em execução ao mesmo tempo' }, 1),
      amount('vcpu', 'vCPU', { en: 'processors of a task', 'pt-br': 'processadores por tarefa' }, 0.25),
      amount('memory-gb', 'GB', { en: 'memory of a task', 'pt-br': 'memória por tarefa' }, 0.5),
      hoursUsage,
      archUsage,
      amount('ephemeral-gb', 'GB', { en: 'ephemeral storage of a task; 20 GB come with it', 'pt-br': 'armazenamento efêmero por tarefa; 20 GB já vêm incluídos' }, includedFargateGb),
    ],
    meters: (usage) => {
      const arch = usage.text('arch');
      const taskHours = usage.number('tasks') * usage.number('hours');
      const assumption = byTheHour(usage.number('tasks'), usage.number('hours'));
      return [
        line({
          meter: 'fargate.vcpu',
          parameters: { arch },
          what: { en: `vCPU (${arch})`, 'pt-br': `vCPU (${arch})` },
          quantity: taskHours * usage.number('vcpu'),
          from: ['tasks', 'vcpu', 'hours'],
          assumption,
        }),
        line({
          meter: 'fargate.memory',
          parameters: { arch },
          what: { en: `Memory (${arch})`, 'pt-br': `Memória (${arch})` },
          quantity: taskHours * usage.number('memory-gb'),
          from: ['tasks', 'memory-gb', 'hours'],
          assumption,
        }),
        line({
          meter: 'fargate.ephemeralStorage',
          what: { en: 'Ephemeral storage above 20 GB', 'pt-br': 'Armazenamento efêmero acima de 20 GB' },
          quantity: taskHours * Math.max(0, usage.number('ephemeral-gb') - includedFargateGb),
          from: ['ephemeral-gb'],
          assumption,
        }),
      ];
    },
  }),
  pricedServiceOf('lambda', {
    usages: [
      amount('requests', '', lambdaRequests),
      amount('duration-ms', 'ms', lambdaDuration, 100),
      amount('memory-mb', 'MB', lambdaMemory, 128),
      archUsage,
      amount('ephemeral-mb', 'MB', { en: 'ephemeral storage; 512 MB come with it', 'pt-br': 'armazenamento efêmero; 512 MB já vêm incluídos' }, includedLambdaMb),
    ],
    meters: (usage) => {
      const arch = usage.text('arch');
      const requests = usage.number('requests');
      const milliseconds = usage.number('duration-ms');
      const megabytes = usage.number('memory-mb');
      return [
        line({
          meter: 'lambda.requests',
          parameters: { arch },
          what: { en: 'Requests', 'pt-br': 'Requisições' },
          quantity: requests,
          from: ['requests'],
        }),
        line({
          meter: 'lambda.duration',
          parameters: { arch },
          what: { en: `Duration (${arch})`, 'pt-br': `Duração (${arch})` },
          quantity: gigabyteSeconds(requests, milliseconds, megabytes),
          from: ['requests', 'duration-ms', 'memory-mb'],
          assumption: lambdaArithmetic(requests, milliseconds, megabytes),
        }),
        line({
          meter: 'lambda.ephemeralStorage',
          parameters: { arch },
          what: { en: 'Ephemeral storage above 512 MB', 'pt-br': 'Armazenamento efêmero acima de 512 MB' },
          quantity: gigabyteSeconds(requests, milliseconds, Math.max(0, usage.number('ephemeral-mb') - includedLambdaMb)),
          from: ['ephemeral-mb'],
        }),
      ];
    },
  }),
  pricedServiceOf('lambda-edge', {
    usages: [amount('requests', '', lambdaRequests), amount('duration-ms', 'ms', lambdaDuration, 50), amount('memory-mb', 'MB', lambdaMemory, 128)],
    meters: (usage) => {
      const requests = usage.number('requests');
      const milliseconds = usage.number('duration-ms');
      const megabytes = usage.number('memory-mb');
      return [
        line({ meter: 'lambda-edge.requests', what: { en: 'Requests at the edge', 'pt-br': 'Requisições na borda' }, quantity: requests, from: ['requests'] }),
        line({
          meter: 'lambda-edge.duration',
          what: { en: 'Duration at the edge', 'pt-br': 'Duração na borda' },
          quantity: gigabyteSeconds(requests, milliseconds, megabytes),
          from: ['requests', 'duration-ms', 'memory-mb'],
          assumption: lambdaArithmetic(requests, milliseconds, megabytes),
        }),
      ];
    },
  }),
  pricedServiceOf('amplify-hosting', {
    usages: [
      amount('build-minutes', 'min', { en: 'minutes of builds', 'pt-br': 'minutos de build' }),
      amount('storage-gb', 'GB', { en: 'site files stored', 'pt-br': 'arquivos do site armazenados' }),
      amount('data-out-gb', 'GB', { en: 'data served to browsers', 'pt-br': 'dados entregues aos navegadores' }),
    ],
    meters: (usage) => [
      line({ meter: 'amplify.buildMinutes', what: { en: 'Build minutes', 'pt-br': 'Minutos de build' }, quantity: usage.number('build-minutes'), from: ['build-minutes'] }),
      line({ meter: 'amplify.storage', what: { en: 'Site storage', 'pt-br': 'Armazenamento do site' }, quantity: usage.number('storage-gb'), from: ['storage-gb'] }),
      line({ meter: 'amplify.dataOut', what: { en: 'Data served', 'pt-br': 'Dados entregues' }, quantity: usage.number('data-out-gb'), from: ['data-out-gb'] }),
    ],
  }),
];

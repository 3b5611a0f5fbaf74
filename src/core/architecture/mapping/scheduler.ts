import { technologyName } from '../../catalog/technologies';
import { message, type Localized } from '../../l10n/localized';
import type { Need } from '../../model';
import { drawPart } from '../parts';
import { flows, processLabel, processes } from '../labels';
import { findApplication, hostOf, ids, type Plan } from '../plan';
import { placeFunction, placeTask } from '../placers/compute';
import { placeScheduler } from '../placers/messaging';
import { isScheduledByWorker } from '../stacks';
import { hoursPerMonth } from '../workload';
import { decide, decideOnServer, keepOnAws, type NeedMapping } from './mapping';

/** Frameworks whose timetable is one command that has to run every minute. */
const everyMinute: ReadonlySet<string> = new Set(['laravel-schedule', 'cron', 'whenever', 'symfony-scheduler']);
/** Clocks that are a process of their own and must exist exactly once. */
const singleProcess: ReadonlySet<string> = new Set(['celery-beat']);

export const scheduler: NeedMapping = {
  need: 'scheduler',
  place(plan, need, phase) {
    if (keepOnAws(plan, need) !== null) return;
    if (phase === 'lift-and-shift') {
      drawPart(plan, need);
      decideOnServer(plan, need, ['eventbridge-scheduler']);
      return;
    }
    if (isScheduledByWorker(need.technology) && plan.graph.hasNode(ids.worker(need.application))) {
      markWorker(plan, need);
      return;
    }
    const application = findApplication(plan, need.application);
    const onLambda = application !== undefined && hostOf(plan, application) === 'lambda';
    if (singleProcess.has(need.technology)) placeClock(plan, need);
    else if (onLambda) placeScheduledFunction(plan, need);
    else placeScheduledTask(plan, need);
  },
};

function markWorker(plan: Plan, need: Need): void {
  const worker = ids.worker(need.application);
  plan.graph.node({ id: worker, kind: 'process', label: processes.worker, group: null, needs: ['scheduler'], evidence: need.evidence });
  decide(
    plan,
    need,
    plan.graph.serviceAt(worker) ?? 'fargate',
    {
      en: '{technology} keeps its timetable in a shared store with a lock: it runs once however many workers there are, and needs no clock of AWS.',
      'pt-br': '{technology} guarda os horários em um armazenamento compartilhado com trava: roda uma vez só, por mais workers que haja, e dispensa um relógio da AWS.',
    },
    ['eventbridge-scheduler'],
    { technology: technologyName(need.technology) },
  );
}

/** A clock that has to exist exactly once: a service of one small task that ECS restarts when it dies. */
function placeClock(plan: Plan, need: Need): void {
  const id = placeTask(plan, {
    id: ids.scheduler(need.application),
    label: labelOf(plan, need),
    detail: technologyName(need.technology),
    needs: [need],
    applications: [need.application],
    tasks: 1,
    vcpu: 0.25,
    memoryGb: 0.5,
    assumption: message({ en: 'Exactly one small task, restarted when it dies', 'pt-br': 'Exatamente uma tarefa pequena, reiniciada quando morre' }),
  });
  const worker = ids.worker(need.application);
  plan.graph.edge(id, plan.graph.hasNode(worker) ? worker : ids.web(need.application), 'event', flows.dispatch);
  decide(
    plan,
    need,
    'fargate',
    {
      en: '{technology} is a clock that must exist exactly once: an ECS service of one task keeps it so, apart from the workers that scale.',
      'pt-br': '{technology} é um relógio que precisa existir exatamente uma vez: um serviço ECS de uma tarefa garante isso, separado dos workers que escalam.',
    },
    ['eventbridge-scheduler'],
    { technology: technologyName(need.technology) },
  );
}

function placeScheduledTask(plan: Plan, need: Need): void {
  const minutely = everyMinute.has(need.technology);
  const invocations = minutely ? hoursPerMonth * 60 : hoursPerMonth;
  const clock = placeScheduler(plan, need, invocations, scheduleDetail(minutely));
  const task = placeTask(plan, {
    id: ids.scheduler(need.application),
    label: labelOf(plan, need),
    detail: technologyName(need.technology),
    needs: [need],
    applications: [need.application],
    tasks: minutely ? 1 : 0.1,
    vcpu: 0.25,
    memoryGb: 0.5,
    assumption: minutely
      ? message({
          en: 'One small task a minute; Fargate bills at least a minute of each, so it costs as one that runs always',
          'pt-br': 'Uma tarefa pequena por minuto; o Fargate cobra ao menos um minuto de cada, então custa como uma que roda sempre',
        })
      : message({ en: 'Small tasks that run six minutes of each hour', 'pt-br': 'Tarefas pequenas que rodam seis minutos de cada hora' }),
  });
  plan.graph.edge(clock, task, 'event', flows.runs);
  decide(
    plan,
    need,
    'eventbridge-scheduler',
    {
      en: 'One clock outside the copies starts the task: {technology} inside each of them would run everything once per copy.',
      'pt-br': 'Um relógio fora das cópias inicia a tarefa: com {technology} dentro de cada uma, tudo rodaria uma vez por cópia.',
    },
    ['fargate', 'lambda'],
    { technology: technologyName(need.technology) },
  );
}

function placeScheduledFunction(plan: Plan, need: Need): void {
  const minutely = everyMinute.has(need.technology);
  const invocations = minutely ? hoursPerMonth * 60 : hoursPerMonth;
  const clock = placeScheduler(plan, need, invocations, scheduleDetail(minutely));
  const id = placeFunction(plan, {
    id: ids.scheduler(need.application),
    label: labelOf(plan, need),
    detail: technologyName(need.technology),
    need,
    requests: invocations,
    durationMs: 1000,
    assumption: message({ en: '{count} invocations of a second', 'pt-br': '{count} invocações de um segundo' }, { count: invocations }),
  });
  plan.graph.edge(clock, id, 'event', flows.runs);
  decide(
    plan,
    need,
    'eventbridge-scheduler',
    {
      en: 'EventBridge Scheduler calls a function on the timetable: nothing runs in between. A task of more than 15 minutes belongs on Fargate.',
      'pt-br': 'O EventBridge Scheduler chama uma função no horário: nada roda nos intervalos. Uma tarefa de mais de 15 minutos deve ficar no Fargate.',
    },
    ['fargate', 'stepfunctions'],
  );
}

function scheduleDetail(minutely: boolean): Localized {
  return minutely ? { en: 'every minute', 'pt-br': 'a cada minuto' } : { en: 'on the timetable', 'pt-br': 'nos horários marcados' };
}

function labelOf(plan: Plan, need: Need): Localized {
  const application = findApplication(plan, need.application);
  return application === undefined ? processes.scheduler : processLabel(plan, application, processes.scheduler);
}

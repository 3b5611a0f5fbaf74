import { technologyName } from '../../catalog/technologies';
import { message } from '../../l10n/localized';
import type { Need } from '../../model';
import { flows } from '../labels';
import { drawPart } from '../parts';
import { findApplication, hostOf, type Plan } from '../plan';
import { machineSize } from '../machines';
import { databaseDemand } from '../sizing';
import { lambdaDurationMs } from '../placers/compute';
import { averageAcu, databaseMachine, hasStandby, placeAuroraServerless, placeRds, placeRdsProxy } from '../placers/stores';
import { targetEngine } from '../engines';
import { decide, decideOutside, isOutside, keepOnAws, linkConsumers, type MovingPhase, type NeedMapping } from './mapping';

/** Aurora speaks these two; RDS Proxy these and two more. Source: docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html, checked 2026-11. */
const auroraEngines: ReadonlySet<string> = new Set(['postgresql', 'mysql']);
const proxyEngines: ReadonlySet<string> = new Set(['postgresql', 'mysql', 'mariadb', 'sqlserver']);

/** Functions at once above which each opening a connection of its own exhausts a database. */
const poolingThreshold = 100;

export const relationalDatabase: NeedMapping = {
  need: 'relational-database',
  place(plan, need, phase) {
    if (isOutside(need) && plan.choices['relational-database'] === undefined) {
      drawPart(plan, need);
      decideOutside(plan, need, ['rds', 'aurora']);
      return;
    }
    const database = placeDatabase(plan, need, phase);
    const entry = phase === 'serverless' ? withPooling(plan, need, database) : database;
    linkConsumers(plan, need, entry, flows.sql);
  },
};

function placeDatabase(plan: Plan, need: Need, phase: MovingPhase): string {
  const kept = need.servedBy === null && plan.choices['relational-database'] === undefined ? null : keepOnAws(plan, need);
  if (kept !== null) return kept;
  const engine = targetEngine(need);
  if (phase === 'serverless' && auroraEngines.has(engine)) {
    const id = placeAuroraServerless(plan, need, engine);
    decideAurora(plan, need, engine);
    return id;
  }
  const id = placeRds(plan, need, engine);
  decideRds(plan, need, engine, phase);
  return id;
}

function decideRds(plan: Plan, need: Need, engine: string, phase: MovingPhase): void {
  const data = { technology: technologyName(need.technology), engine: technologyName(engine) };
  if (engine !== need.technology && phase === 'lift-and-shift') {
    decide(
      plan,
      need,
      'rds',
      {
        en: '{technology} is a file of one machine and cannot be shared or backed up while it is written; {engine} on RDS brings backups, patches and connections from several servers.',
        'pt-br': '{technology} é um arquivo de uma máquina só, que não se compartilha nem se copia com segurança durante a escrita; {engine} no RDS traz backups, patches e conexões de vários servidores.',
      },
      ['aurora', 'aurora-serverless', 'ec2'],
      data,
    );
    return;
  }
  if (phase === 'lift-and-shift') {
    decide(
      plan,
      need,
      'rds',
      {
        en: 'The same engine ({engine}) without the work: AWS backs it up, patches it and keeps it off the application server.',
        'pt-br': 'O mesmo banco ({engine}) sem o trabalho: a AWS cuida de backup e patches e o mantém fora do servidor da aplicação.',
      },
      ['aurora', 'ec2'],
      data,
    );
    return;
  }
  if (phase === 'serverless') {
    decide(
      plan,
      need,
      'rds',
      hasStandby(plan, need)
        ? {
            en: '{engine} has no serverless edition on AWS: it stays on RDS, in two Availability Zones.',
            'pt-br': '{engine} não tem edição serverless na AWS: fica no RDS, em duas Zonas de Disponibilidade.',
          }
        : {
            en: '{engine} has no serverless edition on AWS: it stays on RDS, in one Availability Zone as the sizing asks.',
            'pt-br': '{engine} não tem edição serverless na AWS: fica no RDS, em uma Zona de Disponibilidade, como pede o dimensionamento.',
          },
      ['aurora-serverless', 'dynamodb'],
      data,
    );
    return;
  }
  decide(
    plan,
    need,
    'rds',
    hasStandby(plan, need)
      ? {
          en: 'RDS with {engine} in two Availability Zones: a standby takes over in a minute or two when a zone or the primary fails.',
          'pt-br': 'RDS com {engine} em duas Zonas de Disponibilidade: uma réplica em espera assume em um ou dois minutos quando uma zona ou a primária falha.',
        }
      : {
          en: 'RDS with {engine} in one Availability Zone, as the sizing asks: half the price of the instance, and the application stops while RDS replaces it.',
          'pt-br': 'RDS com {engine} em uma Zona de Disponibilidade, como pede o dimensionamento: metade do preço da instância, e a aplicação para enquanto o RDS a substitui.',
        },
    auroraEngines.has(engine) ? ['aurora', 'aurora-serverless'] : ['ec2'],
    data,
  );
}

function decideAurora(plan: Plan, need: Need, engine: string): void {
  decide(
    plan,
    need,
    'aurora-serverless',
    {
      en: 'Aurora speaks {engine}, so the code does not change, and its capacity follows the functions up and down.',
      'pt-br': 'O Aurora fala {engine}, então o código não muda, e a capacidade acompanha as funções para cima e para baixo.',
    },
    ['rds', 'dynamodb'],
    { engine: technologyName(engine) },
  );
}

/** Many functions at once need a pool that outlives them. */
function withPooling(plan: Plan, need: Need, database: string): string {
  const application = findApplication(plan, need.application);
  if (application === undefined || hostOf(plan, application) !== 'lambda') return database;
  const engine = database.slice(database.indexOf(':') + 1);
  const atOnce = (plan.workload.requestsPerSecond * lambdaDurationMs(plan, application)) / 1000;
  if (!proxyEngines.has(engine) || atOnce < poolingThreshold) return database;
  const proxy = placeRdsProxy(plan, database, engine, need, proxyVcpus(plan, engine, database));
  plan.graph.note(
    message(
      {
        en: 'About {count} functions run at once at the peak and each opens a connection: RDS Proxy shares a few among them.',
        'pt-br': 'Cerca de {count} funções rodam ao mesmo tempo no pico e cada uma abre uma conexão: o RDS Proxy compartilha poucas entre elas.',
      },
      { count: Math.max(1, Math.ceil(atOnce)) },
    ),
  );
  return proxy;
}

/** RDS Proxy bills the virtual CPUs of an instance, two at least, or the capacity units of Aurora, eight at least. */
function proxyVcpus(plan: Plan, engine: string, database: string): number {
  if (database.startsWith('aurora:')) return Math.max(8, Math.ceil(averageAcu(plan, engine)));
  const machine = databaseMachine(plan, engine);
  return machineSize(machine)?.vcpus ?? Math.ceil(databaseDemand(plan.workload, engine, true, plan.coefficients).peakVcpus);
}

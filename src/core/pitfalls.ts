import type { pitfallIds } from './catalog/ids';
import { needInfo } from './catalog/needs';
import { localizeMessage, message, type Localized, type Message } from './l10n/localized';
import type { Application, Evidence, Fact, Finding, Need, PhaseEstimate, PhaseId, RoadmapWeek } from './model';
import { budgetFor } from './pricing/budget';

/** A classic mistake, as it stands in this repository. `skylift explain <id>` says more. */
export interface Pitfall {
  readonly id: (typeof pitfallIds)[number];
  readonly text: Message;
  readonly evidence: readonly Evidence[];
}

export interface PitfallInput {
  readonly applications: readonly Application[];
  readonly needs: readonly Need[];
  readonly findings: readonly Finding[];
  readonly phases: readonly { readonly id: PhaseId; readonly estimate: PhaseEstimate }[];
  readonly roadmap: readonly RoadmapWeek[];
  /** Cloud resources of existing infrastructure code. */
  readonly declared: readonly Fact[];
}

/** The pitfalls that the repository's own lines speak of. What it already avoids is not preached. */
export function pitfallsOf(input: PitfallInput): readonly Pitfall[] {
  if (input.applications.length === 0) return [];
  return [giantServer(input), surpriseCost(input), securityLater(input), allServerless(input)].filter((pitfall) => pitfall !== null);
}

/** State and work that share the application's own machine today, need by need. */
const onTheServer: Readonly<Partial<Record<Need['id'], readonly string[]>>> = {
  'relational-database': ['sqlite'],
  cache: ['database', 'file', 'memory'],
  sessions: ['database', 'file', 'memory'],
  queue: ['database', 'sync', 'memory'],
  'file-storage': ['local'],
  realtime: ['reverb', 'soketi', 'socket.io', 'action-cable', 'channels', 'ws'],
  'static-assets': ['bundled'],
  scheduler: ['cron', 'laravel-schedule', 'node-cron', 'spring-scheduled'],
};
/** With this many concerns on one machine, each of them stops when one of them stops it. */
const crowd = 4;

function giantServer({ needs, findings }: PitfallInput): Pitfall | null {
  const found = findings.filter(({ rule }) => rule === 'compute/giant-server');
  const sharing = needs.filter((need) => need.servedBy === null && onTheServer[need.id]?.includes(need.technology) === true);
  if (found.length === 0 && sharing.length < crowd) return null;
  const evidence = found.length > 0 ? found.map(evidenceOfFinding) : sharing.flatMap((need) => need.evidence.slice(0, 1));
  if (sharing.length === 0) return { id: 'giant-server', text: message(texts.giantCompose), evidence };
  // Several applications that share a concern have it once.
  const concerns = [...new Set(sharing.map((need) => need.id))];
  return { id: 'giant-server', text: message(texts.giant, { list: joined(concerns.map((id) => needInfo(id).title)), count: concerns.length }), evidence };
}

function surpriseCost({ phases, declared }: PitfallInput): Pitfall | null {
  if (declared.some(({ name }) => budgetResources.has(name))) return null;
  const phase = phases.find(({ id }) => id === 'cloud-native');
  if (phase === undefined) return null;
  const { knownUsd, monthlyUsd } = phase.estimate;
  const budget = budgetFor(knownUsd);
  if (budget === null) return null;
  const text = monthlyUsd === null ? texts.surpriseAtLeast : texts.surprise;
  return { id: 'surprise-cost', text: message(text, { estimate: Math.round(knownUsd), budget }), evidence: [] };
}

const budgetResources: ReadonlySet<string> = new Set(['aws_budgets_budget', 'AWS::Budgets::Budget']);

/** Rules whose finding is an open door. */
const securityRule = /^(?:secrets|net)\/|^config\/debug-on$/;

function securityLater({ findings }: PitfallInput): Pitfall | null {
  const open = findings.filter(({ rule }) => securityRule.test(rule));
  const [first] = open;
  if (first === undefined) return null;
  return { id: 'security-later', text: message(texts.security, { count: open.length, first: { en: localizeMessage(first.message, 'en'), 'pt-br': localizeMessage(first.message, 'pt-br') } }), evidence: open.map(evidenceOfFinding) };
}

function allServerless({ roadmap, needs, applications }: PitfallInput): Pitfall | null {
  // Where functions run already there is no jump left.
  if (needs.some((need) => need.id === 'compute' && need.technology === 'serverless')) return null;
  const before = roadmap.filter(({ phase }) => phase !== 'serverless').flatMap(({ steps }) => steps);
  const state = before.filter(({ phase, need, done }) => !done && need !== null && need !== 'compute' && phase !== 'foundations');
  if (state.length === 0 || !roadmap.some(({ phase }) => phase === 'serverless')) return null;
  return {
    id: 'all-serverless',
    text: message(texts.serverless, { count: state.length }),
    evidence: applications.map(({ manifest, framework }) => ({ at: manifest, key: framework, stage: 'default' })),
  };
}

function evidenceOfFinding({ at, rule }: Finding): Evidence {
  return { at, key: rule, stage: 'default' };
}

function joined(titles: readonly Localized[]): Localized {
  const inLanguage = (language: 'en' | 'pt-br'): string => [...new Set(titles.map((title) => title[language].toLowerCase()))].join(', ');
  return { en: inLanguage('en'), 'pt-br': inLanguage('pt-br') };
}

const texts = {
  giant: {
    en: 'Giant server: {count} concerns share one machine ({list}); what stops it stops them all. Take the state out first.',
    'pt-br': 'Servidor gigante: {count} responsabilidades dividem uma máquina só ({list}); o que a derruba derruba todas. Comece tirando o estado de lá.',
  },
  giantCompose: {
    en: 'Giant server: the production compose file runs the application and its stores on one host.',
    'pt-br': 'Servidor gigante: o compose de produção roda a aplicação e seus armazenamentos em uma máquina só.',
  },
  surprise: {
    en: 'Surprise cost: the cloud-native phase is estimated at US$ {estimate} a month. Begin with a budget of US$ {budget} and an alert at 80%.',
    'pt-br': 'Custo surpresa: a fase cloud-native está estimada em US$ {estimate} por mês. Comece com um orçamento de US$ {budget} e alerta em 80%.',
  },
  surpriseAtLeast: {
    en: 'Surprise cost: the known prices of the cloud-native phase come to US$ {estimate} a month, others are unknown. Begin with a budget of US$ {budget} and an alert at 80%.',
    'pt-br': 'Custo surpresa: os preços conhecidos da fase cloud-native somam US$ {estimate} por mês, e há outros desconhecidos. Comece com um orçamento de US$ {budget} e alerta em 80%.',
  },
  security: {
    en: 'Security later: open now, by the findings: {count}. First: {first}',
    'pt-br': 'Segurança depois: aberto agora, segundo os achados: {count}. Primeiro: {first}',
  },
  serverless: {
    en: 'All serverless: steps before it that are not done: {count}. Going to functions first would carry along the state that they take out of the server.',
    'pt-br': 'Tudo serverless: passos anteriores ainda não feitos: {count}. Ir direto para funções levaria junto o estado que eles tiram do servidor.',
  },
} as const satisfies Record<string, Localized>;

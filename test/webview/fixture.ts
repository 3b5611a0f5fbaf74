import { escapeLabel } from '../../src/core/architecture/mermaid';
import type { Language } from '../../src/core/l10n/localized';
import { panelStrings } from '../../src/extension/panel/strings';
import type { PanelEdge, PanelGroup, PanelModel, PanelNode, PanelPhase, PanelService, PhaseId } from '../../src/protocol/panelModel';

/** A panel model made by hand: small, and as odd as a test wants it. */

export interface NodeSketch extends Partial<Omit<PanelNode, 'id' | 'domId' | 'evidence'>> {
  readonly id: string;
  /** `path:line` of each line that proves the node. */
  readonly lines?: readonly string[];
}

export interface PhaseSketch {
  readonly id: PhaseId;
  readonly title?: string;
  readonly nodes: readonly NodeSketch[];
  readonly edges?: readonly (readonly [string, string, PanelEdge['kind'], string?])[];
  readonly groups?: readonly Omit<PanelGroup, 'domId'>[];
  readonly services?: readonly PanelService[];
  readonly mermaid?: string;
}

export function phase(sketch: PhaseSketch): PanelPhase {
  const groups = (sketch.groups ?? []).map((group, index) => ({ ...group, domId: `g${index}` }));
  const nodes = sketch.nodes.map(({ lines = [], ...node }, index): PanelNode => ({
    domId: `n${index}`,
    kind: 'service',
    label: node.id,
    detail: null,
    icon: null,
    cost: null,
    needs: [],
    group: null,
    ...node,
    evidence: lines.map((label, line) => ({ index: line, label, key: `KEY_${line}`, stage: 'example' })),
  }));
  const edges = (sketch.edges ?? []).map(([from, to, kind, label]) => ({ from, to, kind, label: label ?? null }));
  const services = sketch.services ?? [];
  const usd = services.some((service) => service.usd === null) ? null : services.reduce((sum, service) => sum + (service.usd ?? 0), 0);
  const knownUsd = services.reduce((sum, service) => sum + service.knownUsd, 0);
  return {
    id: sketch.id,
    title: sketch.title ?? sketch.id,
    goal: `What ${sketch.id} is for.`,
    total: { usd, knownUsd, text: services.length === 0 ? null : `$${knownUsd.toFixed(2)}`, converted: null, incomplete: usd === null },
    capacity: { requestsPerSecond: '50–100', concurrentUsers: '100–500', bottleneck: 'SQLite takes one write at a time.', next: 'A database server of its own.' },
    mermaid: sketch.mermaid ?? mermaidOf(nodes, edges, groups),
    nodes,
    edges,
    groups,
    services,
    missing: services.filter((service) => service.usd === null).map((service) => service.name),
    notes: ['Reverb speaks Pusher’s protocol.'],
    decisions: [
      { need: 'relational database', application: null, service: 'Amazon RDS', icon: 'aws-rds', node: 'database', reason: 'PostgreSQL without its upkeep.', alternatives: ['Amazon Aurora'] },
    ],
    oneServer: null,
  };
}

/** Text as the extension composes it. */
function mermaidOf(nodes: readonly PanelNode[], edges: readonly PanelEdge[], groups: readonly PanelGroup[]): string {
  const line = (node: PanelNode): string => {
    const label = [node.label, node.detail, node.cost].filter((part) => part !== null).map(escapeLabel).join('<br/>');
    return node.icon === null ? `  ${node.domId}["${label}"]` : `  ${node.domId}@{ icon: "logos:${node.icon}", form: "square", label: "${label}", pos: "b", h: 48 }`;
  };
  const domIds = new Map(nodes.map((node) => [node.id, node.domId]));
  return [
    'flowchart TB',
    '  accTitle: A test',
    ...nodes.filter(({ group }) => group === null).map(line),
    ...groups.flatMap((group) => [`  subgraph ${group.domId}["${escapeLabel(group.label)}"]`, ...nodes.filter((node) => node.group === group.label).map(line), '  end']),
    ...edges.map(({ from, to, label, kind }) => `  ${domIds.get(from)} ${kind === 'event' ? '-.->' : '-->'}${label === null ? '' : `|"${escapeLabel(label)}"|`} ${domIds.get(to)}`),
  ].join('\n');
}

export function service(id: string, name: string, node: string | null, usd: number | null): PanelService {
  const cost = usd === null ? null : `$${usd.toFixed(2)}`;
  return {
    id,
    name,
    icon: `aws-${id}`,
    node,
    serves: ['relational database'],
    usd,
    knownUsd: usd ?? 0,
    cost,
    lines: [
      {
        what: `${name} hours`,
        quantity: '730',
        unit: 'Hrs',
        unitPrice: usd === null ? null : '$0.0712',
        cost,
        assumption: 'One instance, all month.',
        sku: 'SKU123',
        source: 'AWS Price List',
        asOf: 'Aug 17, 2026',
        missing: usd === null ? 'no price in this region' : null,
      },
    ],
  };
}

const names: Readonly<Record<PhaseId, Readonly<Record<Language, string>>>> = {
  today: { en: 'Today', 'pt-br': 'Hoje' },
  foundations: { en: 'Foundations', 'pt-br': 'Fundamentos' },
  'lift-and-shift': { en: 'Lift and shift', 'pt-br': 'Lift and shift' },
  'cloud-native': { en: 'Cloud-native', 'pt-br': 'Cloud-native' },
  serverless: { en: 'Serverless', 'pt-br': 'Serverless' },
};

export function todayPhase(language: Language = 'en'): PanelPhase {
  return phase({
    id: 'today',
    title: names.today[language],
    groups: [{ id: 'server', kind: 'server', label: 'Your server', parent: null }],
    nodes: [
      { id: 'users', kind: 'users', label: 'Users', icon: 'users' },
      { id: 'web', kind: 'application', label: 'Laravel 12', detail: 'PHP-FPM', icon: 'laravel', group: 'Your server', needs: ['web application'], lines: ['composer.json:9', 'artisan:1'] },
      { id: 'database', kind: 'store', label: 'SQLite', icon: 'database', group: 'Your server', needs: ['relational database'], lines: ['.env.example:23'] },
      { id: 'queue', kind: 'store', label: 'Job queue', detail: 'database table', group: 'Your server', lines: ['.env.example:38'] },
    ],
    edges: [
      ['users', 'web', 'request', 'HTTPS'],
      ['web', 'database', 'data', 'SQL'],
      ['web', 'queue', 'event', 'dispatch'],
    ],
  });
}

function awsPhase(id: PhaseId, title: string, database: number | null): PanelPhase {
  return phase({
    id,
    title,
    groups: [
      { id: 'region', kind: 'region', label: 'AWS Region us-east-1', parent: null },
      { id: 'edge', kind: 'edge', label: 'Edge', parent: null },
    ],
    nodes: [
      { id: 'users', kind: 'users', label: 'Users', icon: 'users' },
      { id: 'cdn', label: 'Amazon CloudFront', icon: 'aws-cloudfront', cost: '$4.20/month', group: 'Edge' },
      { id: 'web', kind: 'application', label: 'Laravel 12', detail: 't4g.small', icon: 'aws-ec2', cost: '$12.26/month', group: 'AWS Region us-east-1', needs: ['web application'], lines: ['composer.json:9', 'artisan:1'] },
      { id: 'database', label: 'Amazon RDS', detail: 'db.t4g.small', icon: 'aws-rds', cost: database === null ? 'price unknown' : `$${database.toFixed(2)}/month`, group: 'AWS Region us-east-1', needs: ['relational database'], lines: ['.env.example:23'] },
    ],
    edges: [
      ['users', 'cdn', 'request', 'HTTPS'],
      ['cdn', 'web', 'request', 'HTTPS'],
      ['web', 'database', 'data', 'SQL'],
    ],
    services: [service('cloudfront', 'Amazon CloudFront', 'cdn', 4.2), service('ec2', 'Amazon EC2', 'web', 12.26), service('rds', 'Amazon RDS', 'database', database)],
  });
}

export function model(overrides: Partial<PanelModel> = {}, language: Language = 'en'): PanelModel {
  return {
    language: language === 'en' ? 'en-US' : 'pt-BR',
    strings: panelStrings(language),
    title: 'clinic',
    applications: [{ name: 'clinic', framework: 'Laravel 12', icon: 'laravel' }],
    phases: [
      todayPhase(language),
      awsPhase('foundations', names.foundations[language], 23.36),
      awsPhase('lift-and-shift', names['lift-and-shift'][language], 46.72),
      awsPhase('cloud-native', names['cloud-native'][language], 93.44),
      awsPhase('serverless', names.serverless[language], null),
    ],
    prices: { label: 'Bundled, Aug 17, 2026', region: 'us-east-1' },
    controls: [
      { id: 'workload', label: 'Workload', value: 'current', options: [{ value: 'learning', label: 'Learning' }, { value: 'current', label: 'Current' }] },
      { id: 'region', label: 'Region', value: 'us-east-1', options: [{ value: 'us-east-1', label: 'us-east-1' }, { value: 'sa-east-1', label: 'sa-east-1' }] },
    ],
    // The lighter of the two: most tests are not about it.
    layout: 'dagre',
    strengths: ['Sessions are already outside of the process.'],
    limitations: ['Uploads stay on the disk of one server.'],
    ...overrides,
  };
}

/** The same model with one phase changed. */
export function withPhase(base: PanelModel, id: PhaseId, change: (phase: PanelPhase) => PanelPhase): PanelModel {
  return { ...base, phases: base.phases.map((candidate) => (candidate.id === id ? change(candidate) : candidate)) };
}

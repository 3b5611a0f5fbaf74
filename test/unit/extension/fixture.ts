import { defaultWorkload } from '../../../src/core/architecture/workload';
import type { Analysis } from '../../../src/core/analysis';
import type { PhaseAnalysis } from '../../../src/core/conclude';
import { verbatim } from '../../../src/core/l10n/localized';
import { defaultSizing } from '../../../src/core/model';
import type {
  Application,
  ArchitectureNode,
  Decision,
  EstimateLine,
  Evidence,
  Finding,
  Need,
  PhaseId,
  ServiceEstimate,
  SourceLocation,
} from '../../../src/core/model';
import { phaseIds } from '../../../src/core/model';
import { Lines } from '../../../src/extension/diagnosticModel';

/** A small Laravel folder as the core would describe it, for the builders of the surfaces. */
export const texts: Readonly<Record<string, string>> = {
  '.env': 'APP_ENV=local\r\n  DB_CONNECTION=sqlite\r\nQUEUE_CONNECTION=database\r\n',
  'composer.json': '{\n  "require": { "laravel/framework": "^12.0" }\n}\n',
  'infra/main.tf': 'resource "aws_db_instance" "main" {\n}\n',
};

export const lines = new Lines((path) => texts[path]);

/** Where a piece of text stands in a document of the fixture. */
export function place(path: string, text: string): SourceLocation {
  const start = texts[path]?.indexOf(text) ?? -1;
  if (start < 0) throw new Error(`${text} is not in ${path}`);
  return { path, range: { start, end: start + text.length } };
}

export function evidence(path: string, text: string, key: string, stage: Evidence['stage'] = 'local'): Evidence {
  return { at: place(path, text), key, stage };
}

export const application: Application = {
  root: '.',
  name: 'clinic',
  framework: 'laravel',
  frameworkVersion: '12',
  languages: ['php', 'typescript'],
  manifest: place('composer.json', 'laravel/framework'),
};

export function need(values: Partial<Need> & Pick<Need, 'id' | 'technology' | 'evidence'>): Need {
  return {
    application: '.',
    supported: [],
    library: null,
    confidence: 'certain',
    stage: values.evidence[0]?.stage ?? 'local',
    servedBy: null,
    ...values,
  };
}

export const databaseNeed = need({
  id: 'relational-database',
  technology: 'sqlite',
  supported: ['mysql', 'postgresql'],
  evidence: [evidence('.env', 'sqlite', 'DB_CONNECTION'), evidence('composer.json', 'laravel/framework', 'laravel/framework', 'default')],
});
export const queueNeed = need({
  id: 'queue',
  technology: 'database',
  library: 'laravel',
  confidence: 'likely',
  evidence: [evidence('.env', 'database', 'QUEUE_CONNECTION')],
});

export function finding(values: Partial<Finding> = {}): Finding {
  return {
    rule: 'db/sqlite-in-production',
    severity: 'warning',
    application: '.',
    at: place('.env', 'sqlite'),
    message: { text: { en: 'SQLite serves {name}', 'pt-br': 'SQLite atende {name}' }, data: { name: 'clinic' } },
    need: 'relational-database',
    service: 'rds',
    related: [],
    fixes: [],
    ...values,
  };
}

export function line(values: Partial<EstimateLine> = {}): EstimateLine {
  return {
    what: verbatim('db.t4g.small'),
    quantity: 730,
    unit: 'Hrs',
    unitUsd: 0.032,
    usd: 23.36,
    assumption: { text: verbatim('the whole month') },
    sku: 'ABC',
    source: 'AWS',
    asOf: '2026-08-13',
    missing: null,
    ...values,
  };
}

export function serviceEstimate(values: Partial<ServiceEstimate> = {}): ServiceEstimate {
  const all = values.lines ?? [line()];
  const knownUsd = all.reduce((sum, item) => sum + (item.usd ?? 0), 0);
  return {
    service: 'rds',
    node: 'database',
    serves: ['relational-database'],
    lines: all,
    monthlyUsd: all.some((item) => item.usd === null) ? null : knownUsd,
    knownUsd,
    ...values,
  };
}

export const databaseNode: ArchitectureNode = {
  id: 'database',
  kind: 'service',
  label: verbatim('RDS PostgreSQL'),
  detail: verbatim('db.t4g.small'),
  service: 'rds',
  icon: 'aws-rds',
  group: null,
  needs: ['relational-database'],
  applications: ['.'],
  evidence: [evidence('.env', 'sqlite', 'DB_CONNECTION')],
};

export const databaseDecision: Decision = {
  need: 'relational-database',
  application: '.',
  service: 'rds',
  reason: { text: { en: 'Survives the loss of a machine.', 'pt-br': 'Sobrevive à perda de uma máquina.' } },
  alternatives: ['aurora'],
};

export function phase(id: PhaseId, values: { readonly nodes?: readonly ArchitectureNode[]; readonly decisions?: readonly Decision[]; readonly services?: readonly ServiceEstimate[] } = {}): PhaseAnalysis {
  const services = values.services ?? [];
  const knownUsd = services.reduce((sum, service) => sum + service.knownUsd, 0);
  return {
    id,
    architecture: {
      phase: id,
      groups: [],
      nodes: values.nodes ?? [],
      edges: [],
      decisions: values.decisions ?? [],
      usages: [],
      notes: [],
    },
    estimate: {
      services,
      monthlyUsd: services.some((service) => service.monthlyUsd === null) ? null : knownUsd,
      knownUsd,
      missing: [],
    },
    capacity: null,
  };
}

export const cloudNative = phase('cloud-native', {
  nodes: [databaseNode],
  decisions: [databaseDecision],
  services: [
    serviceEstimate({ lines: [line(), line({ what: verbatim('gp3'), quantity: 20, unit: 'GB-Mo', unitUsd: 0.115, usd: 2.3 })] }),
    serviceEstimate({ service: 'nat-gateway', node: null, serves: ['compute'], lines: [line({ what: verbatim('NAT'), usd: 32.85 })] }),
  ],
});

export function analysis(values: Partial<Analysis> = {}): Analysis {
  return {
    applications: [application],
    needs: [databaseNeed, queueNeed],
    findings: [finding()],
    phases: phaseIds.map((id) => (id === 'cloud-native' ? cloudNative : phase(id))),
    prices: { source: 'snapshot', asOf: '2026-08-13', region: 'sa-east-1', currency: 'USD' },
    assumptions: { region: 'sa-east-1', workload: defaultWorkload, freeTier: 'none', sizing: defaultSizing },
    settingsFile: null,
    assessment: { strengths: [], limitations: [] },
    pitfalls: [],
    roadmap: [],
    skipped: [],
    problems: [],
    stats: { filesListed: 3, filesRead: 3, milliseconds: 5 },
    ...values,
  };
}

import type { Localized } from '../l10n/localized';
import type { Plan } from './plan';
import { findNeed } from './plan';

const labels = {
  outside: { en: 'Outside AWS', 'pt-br': 'Fora da AWS' },
  thirdParties: { en: 'Third-party services', 'pt-br': 'Serviços de terceiros' },
  edge: { en: 'AWS edge locations', 'pt-br': 'Borda da AWS (edge)' },
  server: { en: 'Your server', 'pt-br': 'Seu servidor' },
  instance: { en: 'EC2 instance', 'pt-br': 'Instância EC2' },
  vpc: { en: 'VPC', 'pt-br': 'VPC' },
  publicOne: { en: 'Public subnet', 'pt-br': 'Sub-rede pública' },
  publicBoth: { en: 'Public subnets in two zones', 'pt-br': 'Sub-redes públicas em duas zonas' },
  application: { en: 'Private subnets: application', 'pt-br': 'Sub-redes privadas: aplicação' },
  data: { en: 'Private subnets: data', 'pt-br': 'Sub-redes privadas: dados' },
  managed: { en: 'Managed services', 'pt-br': 'Serviços gerenciados' },
} as const satisfies Record<string, Localized>;

/** What other companies run. Before AWS is in the picture, they are merely third parties. */
export function outsideGroup(plan: Plan): string {
  return plan.graph.group('outside', 'outside', plan.phase === 'today' ? labels.thirdParties : labels.outside, null);
}

export function edgeGroup(plan: Plan): string {
  return plan.graph.group('edge', 'edge', labels.edge, null);
}

export function regionGroup(plan: Plan): string {
  const label: Localized = { en: `AWS Region ${plan.region}`, 'pt-br': `Região da AWS ${plan.region}` };
  return plan.graph.group('region', 'region', label, null);
}

export function managedGroup(plan: Plan): string {
  return plan.graph.group('managed', 'managed', labels.managed, regionGroup(plan));
}

export function vpcGroup(plan: Plan): string {
  return plan.graph.group('vpc', 'vpc', labels.vpc, regionGroup(plan));
}

export function publicGroup(plan: Plan): string {
  const single = plan.phase === 'foundations' || plan.phase === 'lift-and-shift' || plan.phase === 'today';
  return plan.graph.group('public', 'public-subnet', single ? labels.publicOne : labels.publicBoth, vpcGroup(plan));
}

export function applicationGroup(plan: Plan): string {
  return plan.graph.group('private-application', 'private-subnet', labels.application, vpcGroup(plan));
}

export function dataGroup(plan: Plan): string {
  return plan.graph.group('private-data', 'private-subnet', labels.data, vpcGroup(plan));
}

/** The machine that everything shares: one's own today, an EC2 instance from the foundations on. */
export function serverGroup(plan: Plan): string {
  if (!serverIsInstance(plan)) return plan.graph.group('server', 'server', labels.server, null);
  return plan.graph.group('server', 'server', labels.instance, publicGroup(plan));
}

export function serverIsInstance(plan: Plan): boolean {
  if (plan.phase !== 'today') return true;
  return plan.applications.some((application) => findNeed(plan, application.root, 'compute')?.servedBy === 'ec2');
}

import { ids, type Plan } from './plan';
import { serverGroup } from './groups';
import { applicationDetail, applicationLabel, flows, processes } from './labels';
import { drawPart } from './parts';
import { partIcon } from './icons';
import { drawDeclared } from './declared';
import { needOrder } from './order';
import { findNeed, needsOf } from './plan';

/** What the repository runs on now: one machine with its parts, and what it calls elsewhere. */
export function drawToday(plan: Plan): void {
  drawUsers(plan);
  for (const application of plan.applications) {
    drawWebProcess(plan, application.root);
    plan.graph.edge(ids.users, ids.web(application.root), 'request', flows.https);
  }
  for (const application of plan.applications) {
    for (const need of needOrder(needsOf(plan, application.root))) {
      if (need.id !== 'compute') drawPart(plan, need);
    }
  }
  drawDeclared(plan);
}

export function drawUsers(plan: Plan): void {
  plan.graph.node({ id: ids.users, kind: 'users', label: processes.users, icon: partIcon('users', []), group: null });
}

/** The web process of an application on the one machine. */
export function drawWebProcess(plan: Plan, root: string): string {
  const application = plan.applications.find((candidate) => candidate.root === root);
  const compute = findNeed(plan, root, 'compute');
  if (application === undefined) return ids.web(root);
  const manifest = { at: application.manifest, key: application.framework, stage: 'default' as const };
  return plan.graph.node({
    id: ids.web(root),
    kind: 'application',
    label: applicationLabel(plan, application),
    detail: applicationDetail(plan, application),
    icon: partIcon('application', [application.framework, ...application.languages]),
    group: serverGroup(plan),
    needs: ['compute'],
    applications: [root],
    evidence: compute?.evidence ?? [manifest],
  });
}

import type { Stage } from '../../model';
import { stageOfPath } from '../../workspace/stage';

export interface Where {
  readonly stage: Stage;
  readonly origin: string;
}

/**
 * What is written for a cluster is what runs: production, unless a file or folder says otherwise. What overlays build
 * on and the defaults of a chart have less authority than what an environment sets.
 */
export function placeOf(path: string): Where {
  const named = stageOfPath(path.replace(/\.tpl$/, '.yaml'));
  if (/(^|[/._-])(minikube|kind|k3d|tilt|skaffold|ci|local|dev|development|sandbox|uat|qa|e2e|preview|review)([/._-]|$)/i.test(path)) return { stage: named === 'test' ? 'test' : 'local', origin: 'kubernetes' };
  if (named !== 'default') return { stage: named, origin: 'kubernetes' };
  if (/(^|\/)base\//.test(path) || /(^|\/)values\.ya?ml$/.test(path)) return { stage: 'production', origin: 'kubernetes-base' };
  return { stage: 'production', origin: 'kubernetes' };
}

import type { Application } from '../model';
import type { Detector } from './detector';
import { isBelow } from './paths';
import type { WorkspaceFacts } from './scope';

/**
 * The applications of a folder. Of two claims on one root the detector of higher priority decides, then the first in the
 * registry. What only infrastructure declares is an application where nothing else in its folder is one.
 */
export function applicationsOf(detectors: readonly Detector[], workspace: WorkspaceFacts): readonly Application[] {
  const claims = detectors.toSorted((a, b) => (b.priority ?? 0) - (a.priority ?? 0));
  const byRoot = new Map<string, Application>();
  for (const application of claims.flatMap((detector) => detector.applications?.(workspace) ?? [])) if (!byRoot.has(application.root)) byRoot.set(application.root, application);
  for (const application of claims.flatMap((detector) => detector.fallbackApplications?.(workspace) ?? [])) {
    if ([...byRoot.keys()].every((root) => !isBelow(root, application.root) && !isBelow(application.root, root))) byRoot.set(application.root, application);
  }
  return [...byRoot.values()].sort((a, b) => (a.root < b.root ? -1 : 1));
}

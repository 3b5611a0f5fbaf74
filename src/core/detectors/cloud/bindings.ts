import type { Fact } from '../../model';
import { binding, evidenceOf } from '../bindings';
import type { Binding } from '../detector';
import type { ApplicationScope } from '../scope';
import { cloudResource } from './resources';

/**
 * What existing infrastructure code serves. Which need a resource really serves is settled where bindings are joined:
 * a queue that no driver of the application can speak to is somebody else's.
 */
export function cloudBindings(scope: ApplicationScope): readonly Binding[] {
  return scope.find('resource').flatMap((fact) => {
    const resource = cloudResource(fact.name);
    if (resource === undefined || isForSomethingElse(fact)) return [];
    const technology = resource.technology(fact.detail ?? {});
    if (technology === '') return [];
    return [
      binding({
        need: resource.need,
        technology,
        evidence: [evidenceOf(fact)],
        basis: 'resource',
        confidence: resource.proves ? 'certain' : 'possible',
        servedBy: resource.service,
      }),
    ];
  });
}

/** Terraform's own state and locks, artefacts of a pipeline, logs of a load balancer. */
function isForSomethingElse(fact: Fact): boolean {
  const name = fact.value.kind === 'literal' ? fact.value.text : '';
  return /(^|[-_.])(tf|terraform|state|lock|locks|artifacts?|codepipeline|codebuild|deploy(ment)?|access-?logs?|alb-?logs?|logs?|cloudtrail|backups?|dlq|dead-?letter.*|failed)([-_.]|$)/i.test(name);
}

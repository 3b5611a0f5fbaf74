import type { Fact } from '../model';

/** The image that a recipe ends with, where it is one that is deployed and not a developer's, a test's or a sample. */
export function isDeployedImage(fact: Fact): boolean {
  return fact.name === 'dockerfile.from' && fact.detail?.['final'] === 'true' && !['local', 'test', 'example'].includes(fact.stage);
}

import { imageProduct, type ImageProduct } from '../detectors/images';
import type { Fact } from '../model';
import { literalOf } from './support';

const dataRoles: readonly ImageProduct['role'][] = ['relational-database', 'document-database', 'cache', 'queue', 'event-streaming', 'search'];

export interface Container {
  readonly fact: Fact;
  readonly role: ImageProduct['role'] | null;
  readonly technology: string | null;
  /** Built from this repository, or an image that is no known product. */
  readonly isApplication: boolean;
}

export function containersOf(facts: readonly Fact[]): readonly Container[] {
  return facts.map((fact) => {
    const product = imageProduct(literalOf(fact.value) ?? '');
    return {
      fact,
      role: product?.role ?? null,
      technology: product?.technology ?? null,
      isApplication: fact.detail?.application === 'true',
    };
  });
}

/** Whether others reach data through its port. */
export function keepsData({ role }: Container): boolean {
  return role !== null && dataRoles.includes(role);
}

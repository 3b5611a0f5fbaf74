import type { Binding } from '../detectors/detector';
import type { ApplicationScope } from '../detectors/scope';
import type { Confidence, Evidence, Need, NeedId } from '../model';
import { confidences, needIds } from '../model';

/** Needs that several technologies serve side by side as a matter of course: an error tracker and log files. */
const coexisting: ReadonlySet<NeedId> = new Set(['monitoring', 'sms-push', 'video', 'event-streaming']);

const basisOrder: readonly Binding['basis'][] = ['driver', 'resource', 'library', 'container', 'code'];

/** Lines per need that are worth showing; the deciding one is first. */
const maximumEvidence = 8;

/**
 * Joins the bindings of all detectors into the needs of one application.
 *
 * For each need the strongest basis decides: a driver value before a library, a library before a container. What agrees
 * adds evidence; what disagrees is not in use here (a container of a developer's machine, a client that is only
 * supported) and is left out, unless its detector says that it runs beside (`additional`) or the need is one that
 * several technologies serve together.
 *
 * Infrastructure code is a statement about production: it outranks a driver that only a sample, a default or a
 * developer's machine selects, when the application can speak to what the infrastructure offers. It makes a need of its
 * own only where its kind leaves no doubt (a database server), and otherwise serves needs that the application shows.
 */
export function joinBindings(scope: ApplicationScope, bindings: readonly Binding[]): readonly Need[] {
  const usable = bindings.filter((binding) => binding.evidence.length > 0 && binding.stage !== 'test' && binding.technology !== '');
  return needIds.flatMap((id) => {
    const candidates = rankedBindings(usable.filter((binding) => binding.need === id));
    const [winner] = candidates;
    if (winner === undefined) return [];
    const technologies = new Map<string, Binding[]>([[winner.technology, []]]);
    for (const candidate of candidates) {
      if (technologies.has(candidate.technology)) technologies.get(candidate.technology)?.push(candidate);
      else if (candidate.additional === true || coexisting.has(id)) technologies.set(candidate.technology, [candidate]);
    }
    return [...technologies].map(([technology, list]) => needOf(scope, id, technology, list));
  });
}

function rankedBindings(bindings: readonly Binding[]): readonly Binding[] {
  const driver = bindings.filter((binding) => binding.basis !== 'resource').sort(byStrength)[0];
  const resources = bindings.filter((binding) => binding.basis === 'resource');
  const usable = resources.filter((resource) => (driver === undefined ? resource.confidence === 'certain' : speaks(driver, resource)));
  const ranked = [...bindings.filter((binding) => binding.basis !== 'resource'), ...usable].sort(byStrength);
  const [production] = usable;
  if (driver === undefined || production === undefined || driver.stage === 'production' || driver.technology === production.technology) return ranked;
  // The sample's driver stays as what else the configuration offers.
  return [{ ...production, library: driver.library, confidence: driver.confidence, supported: [...driver.supported, driver.technology] }, ...ranked];
}

/** Redis clients speak to Valkey; a driver that is configured or offered can speak to its own kind. */
function speaks(driver: Binding, resource: Binding): boolean {
  const spoken = new Set([driver.technology, ...driver.supported]);
  return spoken.has(resource.technology) || (resource.technology === 'valkey' && spoken.has('redis')) || (resource.technology === 'redis' && spoken.has('valkey')) || resource.need === 'static-assets' || resource.need === 'compute' || resource.need === 'secrets' || (resource.need === 'monitoring' && driver.technology === 'log-file');
}

function byStrength(a: Binding, b: Binding): number {
  const additional = Number(a.additional === true) - Number(b.additional === true);
  if (additional !== 0) return additional;
  const basis = basisOrder.indexOf(a.basis) - basisOrder.indexOf(b.basis);
  return basis !== 0 ? basis : confidences.indexOf(a.confidence) - confidences.indexOf(b.confidence);
}

function needOf(scope: ApplicationScope, id: NeedId, technology: string, bindings: readonly Binding[]): Need {
  const evidence = distinct(bindings.flatMap((binding) => binding.evidence)).slice(0, maximumEvidence);
  const supported = new Set(bindings.flatMap((binding) => binding.supported));
  supported.delete(technology);
  return {
    application: scope.application.root,
    id,
    technology,
    supported: [...supported],
    library: bindings.find((binding) => binding.library !== null)?.library ?? null,
    confidence: strongest(bindings),
    evidence,
    stage: evidence[0]?.stage ?? 'default',
    servedBy: bindings.find((binding) => binding.servedBy !== undefined)?.servedBy ?? null,
  };
}

function strongest(bindings: readonly Binding[]): Confidence {
  return confidences.find((confidence) => bindings.some((binding) => binding.confidence === confidence)) ?? 'possible';
}

function distinct(evidence: readonly Evidence[]): readonly Evidence[] {
  const seen = new Set<string>();
  return evidence.filter((item) => {
    const key = `${item.at.path} ${item.at.range.start} ${item.at.range.end}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

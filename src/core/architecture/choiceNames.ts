import { serviceIds } from '../catalog/ids';
import { serviceName } from '../catalog/names';
import { technologyName } from '../catalog/technologies';
import { verbatim, type Localized } from '../l10n/localized';

/** Alternatives that are neither a service of the catalog nor a technology of a need. */
const others: Readonly<Record<string, string>> = {
  lightsail: 'Amazon Lightsail',
  'mongodb-atlas': 'MongoDB Atlas',
};

/** Display name of a decision's `service` or of one of its `alternatives`. */
export function choiceName(id: string): Localized {
  if (serviceIds.some((known) => known === id)) return serviceName(id);
  const other = Object.hasOwn(others, id) ? others[id] : undefined;
  return other === undefined ? technologyName(id) : verbatim(other);
}

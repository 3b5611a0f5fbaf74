import type { ConfigNode } from '../../formats/node';
import { classChoices, processorChoices, sizingNames, zoneChoices, type Sizing, type ZoneChoice } from '../../model';
import type { Reader } from './reader';

/** `sizing: { multiAz: on, architecture: arm, serverClass: general, databaseClass: memory }`, each of them optional. */
export function readSizing(reader: Reader, node: ConfigNode | undefined): Partial<Sizing> {
  const entries = reader.entries(node, sizingNames);
  const stated = {
    multiAz: zonesIn(reader, entries.get('multiAz')?.value),
    architecture: reader.choice(entries.get('architecture')?.value, processorChoices),
    serverClass: reader.choice(entries.get('serverClass')?.value, classChoices),
    databaseClass: reader.choice(entries.get('databaseClass')?.value, classChoices),
  };
  return Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== null));
}

/** What other readers of YAML take `on` and `off` for is understood too. */
function zonesIn(reader: Reader, node: ConfigNode | undefined): ZoneChoice | null {
  if (node?.kind === 'scalar' && typeof node.value === 'boolean') return node.value ? 'on' : 'off';
  return reader.choice(node, zoneChoices);
}

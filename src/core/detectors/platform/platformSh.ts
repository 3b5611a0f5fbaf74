import type { Fact } from '../../model';
import { entryOf, scalarText, valueAt, type ConfigNode } from '../../formats/node';
import { entries, folderIn, items, mount, product, started, textAt, variable, type Place } from './facts';
import { productNamed } from './products';

/** `.platform/services.yaml` (and `.magento/`): what runs beside the application, by type and version. */
export function readServices(place: Place, root: ConfigNode): readonly Fact[] {
  return entries(root).flatMap((entry) => {
    const type = entryOf(entry.value, 'type')?.value;
    const text = scalarText(type);
    const name = text === undefined ? undefined : productNamed(text);
    return type === undefined || text === undefined || name === undefined ? [] : [product(place, name, text, type.range)];
  });
}

/** `.platform.app.yaml`, one application or several in `.platform/applications.yaml`. */
export function readApplication(base: Place, root: ConfigNode): readonly Fact[] {
  const place: Place = { ...base, folder: folderIn(valueAt(root, 'source', 'root') === undefined ? undefined : scalarText(valueAt(root, 'source', 'root'))) };
  return [
    ...entries(valueAt(root, 'variables', 'env')).flatMap((entry) => variable(place, entry.key, entry.keyRange, entry.value)),
    ...entries(entryOf(root, 'mounts')?.value).map((entry) => mount(place, entry.key, entry.keyRange)),
    ...started(place, 'web', valueAt(root, 'web', 'commands', 'start')),
    ...entries(entryOf(root, 'workers')?.value).flatMap((entry) => started(place, entry.key, valueAt(entry.value, 'commands', 'start'))),
    ...entries(entryOf(root, 'crons')?.value).flatMap((entry) => {
      const command = valueAt(entry.value, 'commands', 'start') ?? entryOf(entry.value, 'cmd')?.value;
      return started(place, entry.key, command, { schedule: textAt(entry.value, 'spec') ?? '' });
    }),
  ];
}

/** `.upsun/config.yaml`: applications and services in one file. */
export function readUpsun(place: Place, root: ConfigNode): readonly Fact[] {
  const services = entryOf(root, 'services')?.value;
  const applications = entryOf(root, 'applications')?.value;
  return [...(services === undefined ? [] : readServices(place, services)), ...entries(applications).flatMap((entry) => readApplication(place, entry.value)), ...items(applications).flatMap((item) => readApplication(place, item))];
}

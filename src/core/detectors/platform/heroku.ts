import type { Fact } from '../../model';
import { entryOf, scalarText, type ConfigNode } from '../../formats/node';
import { entries, filled, items, product, started, textAt, variable, type Place } from './facts';
import { productNamed } from './products';

/** `app.json` of Heroku and Dokku: add-ons, variables, formation. Expo and others have files of the same name. */
export function readHeroku(place: Place, root: ConfigNode): readonly Fact[] {
  const keys = new Set(entries(root).map((entry) => entry.key));
  if (keys.has('expo') || !['addons', 'formation', 'buildpacks', 'env', 'stack', 'cron', 'healthchecks'].some((key) => keys.has(key))) return [];
  return [
    ...items(entryOf(root, 'addons')?.value).flatMap((addon) => addonFacts(place, addon)),
    ...entries(entryOf(root, 'env')?.value).flatMap((entry) => {
      const value = entry.value.kind === 'map' ? entryOf(entry.value, 'value')?.value : entry.value;
      // Without a value whoever deploys is asked for one, or it is generated.
      return value === undefined ? (entry.value.kind === 'map' ? [filled(place, entry.key, entry.keyRange, { kind: 'secret', state: 'set' })] : []) : variable(place, entry.key, entry.keyRange, value);
    }),
    ...entries(entryOf(root, 'scripts')?.value).flatMap((entry) => (entry.key === 'postdeploy' ? started(place, 'release', entry.value) : [])),
    // Dokku's timetable.
    ...items(entryOf(root, 'cron')?.value).flatMap((job) => started(place, 'cron', entryOf(job, 'command')?.value, { schedule: scalarText(entryOf(job, 'schedule')?.value) ?? '' })),
  ];
}

/** `cron.json` of Scalingo (`jobs`, each a line of a crontab) and of Clever Cloud (a list of such lines). */
export function readCronTable(place: Place, root: ConfigNode): readonly Fact[] {
  const lines = root.kind === 'list' ? root.items : items(entryOf(root, 'jobs')?.value).flatMap((job) => entryOf(job, 'command')?.value ?? []);
  return lines.flatMap((line) => {
    const schedule = crontabLine.exec(scalarText(line) ?? '')?.[1];
    return schedule === undefined ? [] : started(place, 'cron', line, { schedule });
  });
}

const crontabLine = /^((?:[\d*,/A-Za-z-]+\s+){5})\S/;

function addonFacts(place: Place, addon: ConfigNode): readonly Fact[] {
  const node = addon.kind === 'map' ? entryOf(addon, 'plan')?.value : addon;
  const text = scalarText(node);
  const name = text === undefined ? undefined : productNamed(text);
  if (node === undefined || text === undefined || name === undefined) return [];
  const attached = attachments.find(([pattern]) => pattern.test(text))?.[1];
  const prefix = textAt(addon, 'as') ?? attached?.prefix;
  const told = attached === undefined ? [] : attached.names.map((suffix) => filled(place, `${prefix ?? ''}_${suffix}`, node.range, { kind: 'secret', state: 'set' }, attached.scheme));
  return [product(place, name, text, node.range), ...told];
}

interface Attachment {
  /** What the names of its variables begin with unless `as` says another. */
  readonly prefix: string;
  readonly names: readonly string[];
  readonly scheme?: string;
}

/** Variables that an add-on sets for the application, as its documentation names them. */
const attachments: readonly (readonly [RegExp, Attachment])[] = [
  [/^heroku-postgresql\b/, { prefix: 'DATABASE', names: ['URL'], scheme: 'postgres' }],
  [/^heroku-redis\b/, { prefix: 'REDIS', names: ['URL'], scheme: 'rediss' }],
  [/^cloudamqp\b/, { prefix: 'CLOUDAMQP', names: ['URL'], scheme: 'amqps' }],
  [/^memcachier\b/, { prefix: 'MEMCACHIER', names: ['SERVERS', 'USERNAME', 'PASSWORD'] }],
];

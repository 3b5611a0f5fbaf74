/**
 * Writes `media/icons/aws.json`, the icons that diagrams use: the AWS services and technologies that Skylift can name, out of
 * the `logos` set of Iconify (CC0 1.0), and drawings of our own for the rest. `node --import tsx src/tools/icons.ts`.
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { serviceIds } from '../core/catalog/ids';
import { serviceIcon } from '../core/catalog/names';
import { drawings, strokeBody, tileBody, tiles } from './iconDrawings';

interface Icon {
  readonly body: string;
  readonly width?: number;
  readonly height?: number;
}

interface LogoSet {
  readonly icons: Readonly<Record<string, Icon>>;
  readonly width?: number;
  readonly height?: number;
}

/** What Iconify's tools and Mermaid's `registerIconPacks` read. */
export interface IconSet {
  readonly prefix: string;
  readonly info: { readonly name: string; readonly author: { readonly name: string }; readonly license: { readonly title: string; readonly spdx: string } };
  readonly width: number;
  readonly height: number;
  readonly icons: Readonly<Record<string, Icon>>;
}

/** AWS products that can stand in a diagram without being a service of the catalog. */
const otherServices = ['aws-ecs', 'aws-eks', 'aws-cloudformation', 'aws-elastic-beanstalk', 'aws-lightsail'] as const;

/**
 * Products that a repository can name; the icon keeps its id in `logos`. Left out are the heaviest pictures and those
 * of several colours that vanish on a dark background.
 */
const technologies = [
  'bugsnag', 'cloudinary-icon', 'django-icon', 'docker-icon', 'dotnet', 'elasticsearch', 'fastapi-icon', 'firebase-icon', 'go', 'google-cloud',
  'java', 'laravel', 'mailgun-icon', 'mariadb-icon', 'meilisearch', 'memcached', 'microsoft-azure', 'mongodb-icon', 'nginx', 'nodejs-icon',
  'onesignal', 'opentelemetry-icon', 'php', 'postgresql', 'prometheus', 'python', 'rabbitmq-icon', 'rails', 'redis', 'sendgrid-icon',
  'spring-icon', 'symfony', 'twilio-icon',
] as const;

/** Dark pictures of a single colour: they take the colour of the text, so that every theme shows them. */
const monochrome = ['kafka-icon', 'livekit', 'mysql-icon', 'resend-icon'] as const;

export function buildIconSet(): IconSet {
  const logos = createRequire(import.meta.url)('@iconify-json/logos/icons.json') as LogoSet;
  const icons: Record<string, Icon> = {};
  const services = serviceIds.map(serviceIcon).filter((name) => !Object.hasOwn(tiles, name));
  for (const name of new Set([...services, ...otherServices, ...technologies])) icons[name] = logo(logos, name);
  for (const name of monochrome) {
    const icon = logo(logos, name);
    icons[name] = { ...icon, body: `<g fill="currentColor">${icon.body.replace(/ fill="#[0-9a-f]+"/gi, '')}</g>` };
  }
  for (const [name, drawing] of Object.entries(drawings)) icons[name] = { body: strokeBody(drawing) };
  for (const [name, tile] of Object.entries(tiles)) icons[name] = { body: tileBody(name, tile), width: 256, height: 256 };
  return {
    prefix: 'logos',
    info: { name: 'Skylift icons', author: { name: 'SVG Logos (gilbarbara) and Skylift' }, license: { title: 'CC0 1.0', spdx: 'CC0-1.0' } },
    width: 24,
    height: 24,
    icons: Object.fromEntries(Object.entries(icons).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function logo(logos: LogoSet, name: string): Icon {
  const icon = logos.icons[name];
  if (icon === undefined) throw new Error(`the logos set has no icon ${name}`);
  return { body: icon.body, width: icon.width ?? logos.width ?? 256, height: icon.height ?? logos.height ?? 256 };
}

/** One icon a line, so that a change of one is a change of one line. */
export function printIconSet(set: IconSet): string {
  const { icons, ...head } = set;
  const lines = Object.entries(icons).map(([name, icon]) => `  ${JSON.stringify(name)}: ${JSON.stringify(icon)}`);
  return `${JSON.stringify(head).slice(0, -1)},"icons":{\n${lines.join(',\n')}\n}}\n`;
}

export const iconSetFile = fileURLToPath(new URL('../../media/icons/aws.json', import.meta.url));

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(iconSetFile, printIconSet(buildIconSet()));
}

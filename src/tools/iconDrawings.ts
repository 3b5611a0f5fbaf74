/**
 * Pictures of our own for what the `logos` set does not draw, as SVG bodies on a 24 × 24 grid, in `currentColor`
 * so that they follow the theme. Strokes are 1.5 wide with round ends, the optical size of VS Code's own icons.
 */
export const drawings: Readonly<Record<string, string>> = {
  users: '<circle cx="9" cy="8" r="3.25"/><path d="M2.75 19.25c0-3.3 2.8-5.5 6.25-5.5s6.25 2.2 6.25 5.5"/><path d="M15.25 4.9a3.25 3.25 0 0 1 0 6.2M17.5 14.2c2.3.7 3.75 2.6 3.75 5.05"/>',
  browser: '<rect x="2.75" y="4.25" width="18.5" height="15.5" rx="2"/><path d="M2.75 8.75h18.5M5.75 6.5h.01M8.25 6.5h.01"/>',
  internet: '<circle cx="12" cy="12" r="9.25"/><path d="M2.75 12h18.5M12 2.75c2.6 2.6 3.75 5.7 3.75 9.25s-1.15 6.65-3.75 9.25c-2.6-2.6-3.75-5.7-3.75-9.25S9.4 5.35 12 2.75"/>',
  server: '<rect x="3.25" y="3.75" width="17.5" height="7" rx="1.75"/><rect x="3.25" y="13.25" width="17.5" height="7" rx="1.75"/><path d="M7 7.25h.01M7 16.75h.01M11.5 7.25h5.5M11.5 16.75h5.5"/>',
  application: '<path d="m8.25 8.25-4.5 4 4.5 4M15.75 8.25l4.5 4-4.5 4M13.5 5.5l-3 13.5"/>',
  container: '<path d="m12 2.75 8.25 4.6v9.3L12 21.25l-8.25-4.6v-9.3z"/><path d="M3.75 7.35 12 12l8.25-4.65M12 12v9.25"/>',
  database: '<ellipse cx="12" cy="5.75" rx="7.75" ry="3"/><path d="M4.25 5.75v12.5c0 1.65 3.45 3 7.75 3s7.75-1.35 7.75-3V5.75M4.25 12c0 1.65 3.45 3 7.75 3s7.75-1.35 7.75-3"/>',
  document: '<path d="M6.75 2.75h7l4.5 4.5v12a2 2 0 0 1-2 2h-9.5a2 2 0 0 1-2-2v-14.5a2 2 0 0 1 2-2z"/><path d="M13.75 2.75v4.5h4.5M10 11.5c-1 0-1 .5-1 1.25s0 1.5-1 1.5c1 0 1 .75 1 1.5s0 1.25 1 1.25M13.5 11.5c1 0 1 .5 1 1.25s0 1.5 1 1.5c-1 0-1 .75-1 1.5s0 1.25-1 1.25"/>',
  cache: '<path d="M12.75 2.75 4.75 13.5h6.5l-.75 7.75 8-10.75H12z"/>',
  file: '<path d="M6.75 2.75h7l4.5 4.5v12a2 2 0 0 1-2 2h-9.5a2 2 0 0 1-2-2v-14.5a2 2 0 0 1 2-2z"/><path d="M13.75 2.75v4.5h4.5M8 12.25h7M8 16.25h5"/>',
  folder: '<path d="M2.75 6.25a2 2 0 0 1 2-2h4.5l2.5 3h7.5a2 2 0 0 1 2 2v8.5a2 2 0 0 1-2 2H4.75a2 2 0 0 1-2-2z"/>',
  assets: '<rect x="2.75" y="3.75" width="18.5" height="16.5" rx="2"/><circle cx="8" cy="9" r="1.75"/><path d="m2.75 17 5-4.25 3.5 3 4.5-4.5 5.5 5"/>',
  worker: '<circle cx="12" cy="12" r="2.75"/><path d="M10.05 5.69 10.44 2.93 13.56 2.93 13.95 5.69 15.08 6.16 17.31 4.49 19.51 6.69 17.84 8.92 18.31 10.05 21.07 10.44 21.07 13.56 18.31 13.95 17.84 15.08 19.51 17.31 17.31 19.51 15.08 17.84 13.95 18.31 13.56 21.07 10.44 21.07 10.05 18.31 8.92 17.84 6.69 19.51 4.49 17.31 6.16 15.08 5.69 13.95 2.93 13.56 2.93 10.44 5.69 10.05 6.16 8.92 4.49 6.69 6.69 4.49 8.92 6.16z"/>',
  queue: '<rect x="2.75" y="8" width="4.5" height="8" rx="1"/><rect x="9.75" y="8" width="4.5" height="8" rx="1"/><path d="M17 12h4.25M18.75 9.25 21.5 12l-2.75 2.75"/>',
  stream: '<path d="M2.75 7.25c3.1-2.5 6.2-2.5 9.25 0s6.15 2.5 9.25 0M2.75 12.25c3.1-2.5 6.2-2.5 9.25 0s6.15 2.5 9.25 0M2.75 17.25c3.1-2.5 6.2-2.5 9.25 0s6.15 2.5 9.25 0"/>',
  schedule: '<circle cx="12" cy="12" r="9.25"/><path d="M12 6.5V12l3.75 2.5"/>',
  websocket: '<path d="M7.25 15.9a5.5 5.5 0 0 1 0-7.8M16.75 15.9a5.5 5.5 0 0 0 0-7.8M4.4 19a9.9 9.9 0 0 1 0-14M19.6 19a9.9 9.9 0 0 0 0-14"/><circle cx="12" cy="12" r="1.75"/>',
  video: '<rect x="2.25" y="6.25" width="12.5" height="11.5" rx="2"/><path d="m14.75 10.5 6-3.25v9.5l-6-3.25"/>',
  mail: '<rect x="2.75" y="4.75" width="18.5" height="14.5" rx="2"/><path d="m3.25 6.5 8.75 6.75 8.75-6.75"/>',
  phone: '<rect x="6.25" y="2.25" width="11.5" height="19.5" rx="2.25"/><path d="M10.75 18.25h2.5"/>',
  search: '<circle cx="10.5" cy="10.5" r="6.75"/><path d="m15.5 15.5 5.25 5.25"/>',
  monitoring: '<path d="M2.75 12.5h4l2.5-7 4.5 13.5 2.75-6.5h4.75"/>',
  secret: '<rect x="4.25" y="10.25" width="15.5" height="10.5" rx="2"/><path d="M7.75 10.25V7a4.25 4.25 0 0 1 8.5 0v3.25M12 14.5v2"/>',
  shield: '<path d="M12 2.75 4.25 5.5v5.75c0 4.75 3.1 8.35 7.75 10 4.65-1.65 7.75-5.25 7.75-10V5.5z"/><path d="m8.75 11.75 2.35 2.35 4.4-4.6"/>',
  network: '<rect x="9" y="2.75" width="6" height="5" rx="1.25"/><rect x="2.75" y="16.25" width="6" height="5" rx="1.25"/><rect x="15.25" y="16.25" width="6" height="5" rx="1.25"/><path d="M12 7.75V12M5.75 16.25V14a2 2 0 0 1 2-2h8.5a2 2 0 0 1 2 2v2.25"/>',
  gateway: '<path d="M3.25 8.5h15.5M14.75 4.5l4.25 4-4.25 4M20.75 15.5H5.25M9.25 11.5 5 15.5l4.25 4"/>',
  disk: '<path d="M5.1 4.75h13.8l2.35 9v3.5a2 2 0 0 1-2 2H4.75a2 2 0 0 1-2-2v-3.5z"/><path d="M2.75 13.75h18.5M17.5 16.5h.01M13.75 16.5h.01"/>',
  registry: '<path d="M3.75 9.25h16.5v8.5a2 2 0 0 1-2 2H5.75a2 2 0 0 1-2-2zM5.25 9.25v-3a1.5 1.5 0 0 1 1.5-1.5h10.5a1.5 1.5 0 0 1 1.5 1.5v3M9 13.5h6"/>',
  money: '<circle cx="12" cy="12" r="9.25"/><path d="M14.75 9.25c-.35-1.2-1.4-1.75-2.75-1.75-1.6 0-2.75.85-2.75 2.15 0 3.1 5.75 1.5 5.75 4.6 0 1.4-1.3 2.25-3 2.25-1.5 0-2.65-.65-3-2M12 5.75V7.5M12 16.5v1.75"/>',
  external: '<path d="M10.5 4.75h-4a2 2 0 0 0-2 2v10.75a2 2 0 0 0 2 2h10.75a2 2 0 0 0 2-2v-4M14 4.25h5.75V10M19.5 4.5l-8 8"/>',
  cloud: '<path d="M7 18.75a4.5 4.5 0 0 1-.5-8.95 6 6 0 0 1 11.55 1.35A3.9 3.9 0 0 1 17.5 18.75z"/>',
};

/** Colours of a service tile, dark to light, as the `logos` set shades the services of a family. */
const families = {
  compute: ['#c8511b', '#f90'],
  storage: ['#1b660f', '#6cae3e'],
  database: ['#2e27ad', '#527fff'],
  network: ['#4d27a8', '#a166ff'],
  management: ['#b0084d', '#ff4f8b'],
  security: ['#bd0816', '#ff5252'],
} as const;

interface Tile {
  readonly family: keyof typeof families;
  readonly drawing: string;
}

/** AWS services without a picture in `logos`: one of our drawings on a tile of their family's colour. */
export const tiles: Readonly<Record<string, Tile>> = {
  'aws-ebs': { family: 'storage', drawing: 'disk' },
  'aws-efs': { family: 'storage', drawing: 'folder' },
  'aws-ecr': { family: 'compute', drawing: 'registry' },
  'aws-memorydb': { family: 'database', drawing: 'cache' },
  'aws-guardduty': { family: 'security', drawing: 'shield' },
  'aws-budgets': { family: 'storage', drawing: 'money' },
  'aws-end-user-messaging': { family: 'management', drawing: 'phone' },
  'aws-nat-gateway': { family: 'network', drawing: 'gateway' },
  'aws-public-ipv4': { family: 'network', drawing: 'internet' },
  'aws-vpc-endpoint': { family: 'network', drawing: 'network' },
  'aws-data-transfer': { family: 'network', drawing: 'external' },
  // Neutral: any other service.
  aws: { family: 'compute', drawing: 'cloud' },
};

export function strokeBody(drawing: string): string {
  return `<g fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">${drawing}</g>`;
}

export function tileBody(id: string, { family, drawing }: Tile): string {
  const [from, to] = families[family];
  const glyph = drawings[drawing];
  if (glyph === undefined) throw new Error(`tile ${id} names an unknown drawing: ${drawing}`);
  const gradient = `skylift-${id}`;
  return (
    `<defs><linearGradient id="${gradient}" x1="0%" x2="100%" y1="100%" y2="0%"><stop offset="0%" stop-color="${from}"/>` +
    `<stop offset="100%" stop-color="${to}"/></linearGradient></defs><path fill="url(#${gradient})" d="M0 0h256v256H0z"/>` +
    `<g transform="translate(41.6 41.6) scale(7.2)" fill="none" stroke="#fff" stroke-width="1.1" stroke-linecap="round" stroke-linejoin="round">${glyph}</g>`
  );
}

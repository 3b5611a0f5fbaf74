import iconSet from '../../media/icons/aws.json';

interface Icon {
  readonly body: string;
  readonly width?: number;
  readonly height?: number;
}

export { iconSet };

const namespace = 'http://www.w3.org/2000/svg';
const icons: Readonly<Record<string, Icon>> = iconSet.icons;
let copies = 0;

/** A shipped icon, for decoration: whatever it says stands beside it as text. Unknown ids give the neutral picture. */
export function picture(id: string | null, size: number): SVGSVGElement {
  const icon = (id !== null && Object.hasOwn(icons, id) ? icons[id] : undefined) ?? icons['cloud'];
  const { body = '', width = iconSet.width, height = iconSet.height } = icon ?? {};
  // A gradient's id must be unique in the page.
  const copy = `-${(copies += 1)}`;
  const own = body.replace(/ id="([^"]+)"/g, ` id="$1${copy}"`).replace(/url\(#([^)]+)\)/g, `url(#$1${copy})`);
  return parse(own, `0 0 ${width} ${height}`, size);
}

/** Pictures of buttons, on a 16 × 16 grid. */
const glyphs = {
  'zoom-in': '<circle cx="7" cy="7" r="4.5"/><path d="m10.4 10.4 3.6 3.6M7 5v4M5 7h4"/>',
  'zoom-out': '<circle cx="7" cy="7" r="4.5"/><path d="m10.4 10.4 3.6 3.6M5 7h4"/>',
  fit: '<path d="M2.5 6V3.5a1 1 0 0 1 1-1H6M10 2.5h2.5a1 1 0 0 1 1 1V6M13.5 10v2.5a1 1 0 0 1-1 1H10M6 13.5H3.5a1 1 0 0 1-1-1V10"/>',
  copy: '<rect x="5.5" y="5.5" width="8" height="8" rx="1"/><path d="M10.5 5.5v-2a1 1 0 0 0-1-1h-6a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2"/>',
  save: '<path d="M8 2v8M4.75 7 8 10.25 11.25 7M2.5 11.5v1a1 1 0 0 0 1 1h9a1 1 0 0 0 1-1v-1"/>',
  straight: '<path d="M2 3.5h4.5a1.5 1.5 0 0 1 1.5 1.5v6a1.5 1.5 0 0 0 1.5 1.5H14M11.75 10.25 14 12.5l-2.25 2.25"/>',
  curved: '<path d="M2 3.5c8 0 4 9 12 9M11.75 10.25 14 12.5l-2.25 2.25"/>',
  chevron: '<path d="m6 3.5 4.5 4.5L6 12.5"/>',
  close: '<path d="m4 4 8 8M12 4l-8 8"/>',
  line: '<path d="M9.5 2.5H4a1 1 0 0 0-1 1v9a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1V6zM9.5 2.5V6H13"/>',
  arrow: '<path d="M2.5 8h11M9.5 4l4 4-4 4"/>',
  warning: '<path d="M8 2 14.5 13.5h-13zM8 6.5v3.25M8 11.75v.01"/>',
  check: '<path d="m3 8.5 3.25 3.25L13 4.75"/>',
} as const;
export type GlyphName = keyof typeof glyphs;

export function glyph(name: GlyphName): SVGSVGElement {
  const svg = parse(glyphs[name], '0 0 16 16', 16);
  svg.classList.add('glyph');
  return svg;
}

function parse(body: string, viewBox: string, size: number): SVGSVGElement {
  const source = `<svg xmlns="${namespace}" viewBox="${viewBox}" width="${size}" height="${size}" aria-hidden="true" focusable="false">${body}</svg>`;
  const { documentElement } = new DOMParser().parseFromString(source, 'image/svg+xml');
  const svg = document.importNode(documentElement, true);
  if (!(svg instanceof SVGSVGElement)) throw new Error('a shipped icon is not well-formed');
  return svg;
}

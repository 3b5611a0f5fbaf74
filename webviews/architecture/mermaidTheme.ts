import type { MermaidConfig } from 'mermaid';
import { blend, hex, type Color } from './colors';
import type { Palette } from './palette';

/** How a boundary is drawn: its colour and, so that colour never stands alone, its kind of line. */
interface Boundary {
  readonly kind: string;
  readonly color: (palette: Palette) => Color;
  readonly dash: string;
  readonly fill: number;
}

const boundaries: readonly Boundary[] = [
  { kind: 'region', color: (palette) => palette.blue, dash: '6 4', fill: 0.03 },
  { kind: 'vpc', color: (palette) => palette.purple, dash: 'none', fill: 0.05 },
  { kind: 'public-subnet', color: (palette) => palette.green, dash: 'none', fill: 0.08 },
  { kind: 'private-subnet', color: (palette) => palette.blue, dash: 'none', fill: 0.08 },
  { kind: 'server', color: (palette) => palette.orange, dash: 'none', fill: 0.06 },
  { kind: 'managed', color: (palette) => palette.yellow, dash: '2 3', fill: 0.05 },
  { kind: 'edge', color: (palette) => palette.orange, dash: '2 3', fill: 0.05 },
  { kind: 'outside', color: (palette) => palette.line, dash: '2 4', fill: 0 },
];

/** Sits inside the drawing itself, so that a saved file looks as the panel does. */
function styleSheet(palette: Palette): string {
  const { foreground, muted, background, surface, border, line, cost } = palette;
  const rules = [
    `.nodeLabel p,.cluster-label p,.edgeLabel p{margin:0}`,
    `.node rect,.node .label-container{fill:${hex(surface)};stroke:${hex(border)};rx:6px;ry:6px}`,
    `.node .nodeLabel,.icon-shape .nodeLabel{color:${hex(foreground)};font-weight:600;line-height:1.4}`,
    // Mermaid's own rules come after these and would put a box behind each label.
    `.icon-shape,.icon-shape p,.icon-shape .labelBkg,.icon-shape .label rect{background:transparent !important;fill:transparent !important}`,
    `.icon-shape > g:first-child > path{fill:${hex(blend(background, foreground, palette.highContrast ? 0 : 0.09))};stroke:none;clip-path:inset(0 round 9px)}`,
    `.skylift-tile > g:first-child > path{fill:transparent;stroke:none}`,
    `.skylift-tile svg{clip-path:inset(0 round 14%)}`,
    `.skylift-detail{font-weight:400;color:${hex(muted)};font-size:0.92em}`,
    `.skylift-cost{font-weight:600;color:${hex(cost)};font-size:0.92em;font-variant-numeric:tabular-nums}`,
    `.skylift-name{font-weight:600}`,
    `foreignObject{overflow:visible}`,
    `.cluster rect{rx:8px;ry:8px;stroke-width:${palette.highContrast ? '1.5px' : '1px'}}`,
    `.cluster-label p{background:transparent}`,
    `.cluster .nodeLabel,.cluster-label .nodeLabel,.cluster-label span{color:${hex(palette.highContrast ? foreground : muted)};font-weight:600;font-size:0.92em}`,
    `.flowchart-link{stroke:${hex(line)};stroke-width:1.25px}`,
    `.marker{fill:${hex(line)};stroke:${hex(line)}}`,
    `.edgeLabel,.edgeLabel p,.labelBkg{background-color:${hex(background)}}`,
    `.edgeLabel .label span,.edgeLabel p{color:${hex(muted)};font-size:0.9em}`,
    `.skylift-kind-assets .flowchart-link,.flowchart-link.skylift-kind-assets{stroke-dasharray:6 4}`,
    `.flowchart-link.skylift-kind-event{stroke-dasharray:2 3}`,
    `.flowchart-link.skylift-kind-logs{stroke-dasharray:1 4;opacity:0.8}`,
  ];
  for (const { kind, color, dash, fill } of boundaries) {
    const stroke = color(palette);
    const tint = palette.highContrast || fill === 0 ? 'none' : hex(blend(background, stroke, fill));
    rules.push(`.cluster.skylift-${kind} > rect{stroke:${hex(blend(background, stroke, palette.highContrast ? 1 : 0.75))};stroke-dasharray:${dash};fill:${tint}}`);
  }
  return rules.join('\n');
}

/** Every value that decides the look is set, so that another release of Mermaid does not redraw what users know. */
export function mermaidConfig(palette: Palette, layout: 'elk' | 'dagre'): MermaidConfig {
  const text = hex(palette.foreground);
  const background = hex(palette.background);
  return {
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    deterministicIds: true,
    maxTextSize: 500_000,
    maxEdges: 5_000,
    layout,
    look: 'classic',
    theme: 'base',
    htmlLabels: true,
    fontFamily: palette.fontFamily,
    fontSize: 13,
    themeVariables: {
      darkMode: palette.dark,
      background,
      mainBkg: hex(palette.surface),
      primaryColor: hex(palette.surface),
      primaryTextColor: text,
      primaryBorderColor: hex(palette.border),
      textColor: text,
      titleColor: text,
      nodeTextColor: text,
      // The pictures of our own are drawn in this colour.
      nodeBorder: text,
      lineColor: hex(palette.line),
      arrowheadColor: hex(palette.line),
      clusterBkg: background,
      clusterBorder: hex(palette.border),
      edgeLabelBackground: background,
      fontFamily: palette.fontFamily,
      fontSize: '13px',
    },
    themeCSS: styleSheet(palette),
    flowchart: {
      useMaxWidth: false,
      curve: 'rounded',
      wrappingWidth: 170,
      nodeSpacing: 36,
      rankSpacing: 52,
      padding: 12,
      subGraphTitleMargin: { top: 4, bottom: 8 },
    },
    elk: { mergeEdges: false },
  };
}

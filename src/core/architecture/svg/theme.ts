import type { GroupKind, NodeKind } from '../../model';

export type SvgTheme = 'light' | 'dark';

export interface NodeColors {
  readonly fill: string;
  readonly stroke: string;
}

export interface Colors {
  readonly background: string;
  readonly text: string;
  readonly muted: string;
  readonly cost: string;
  readonly edge: string;
  readonly edgeLabel: string;
  readonly groups: Readonly<Record<GroupKind, NodeColors>>;
  readonly nodes: Readonly<Record<NodeKind, NodeColors>>;
}

/** Text on every fill has a contrast of at least 4.5 : 1. */
export const themes: Readonly<Record<SvgTheme, Colors>> = {
  light: {
    background: '#ffffff',
    text: '#16202c',
    muted: '#52606d',
    cost: '#0b6b3a',
    edge: '#7b8794',
    edgeLabel: '#3e4c59',
    groups: {
      server: { fill: '#fbf7f1', stroke: '#c99a5b' },
      region: { fill: '#f7f9fc', stroke: '#5b8def' },
      vpc: { fill: '#f6f3fb', stroke: '#8b6fd1' },
      'public-subnet': { fill: '#eef8f1', stroke: '#57a773' },
      'private-subnet': { fill: '#eef5fb', stroke: '#4a90c2' },
      managed: { fill: '#fffaf0', stroke: '#d9a441' },
      edge: { fill: '#f3f0fa', stroke: '#7c5cc4' },
      outside: { fill: '#f5f6f7', stroke: '#9aa5b1' },
    },
    nodes: {
      users: { fill: '#e6ebfb', stroke: '#3f5bc4' },
      application: { fill: '#fff1df', stroke: '#d9730d' },
      process: { fill: '#fff8e0', stroke: '#c99700' },
      store: { fill: '#e4f0fb', stroke: '#2b6cb0' },
      service: { fill: '#ffffff', stroke: '#6b7c93' },
      external: { fill: '#ffffff', stroke: '#9aa5b1' },
    },
  },
  dark: {
    background: '#14181f',
    text: '#eef2f6',
    muted: '#a9b4c0',
    cost: '#6fdc9b',
    edge: '#76828f',
    edgeLabel: '#c3ccd5',
    groups: {
      server: { fill: '#211d17', stroke: '#a87f49' },
      region: { fill: '#181f2a', stroke: '#4d79d1' },
      vpc: { fill: '#1e1b29', stroke: '#7b62bb' },
      'public-subnet': { fill: '#17241c', stroke: '#4b9164' },
      'private-subnet': { fill: '#16222d', stroke: '#417fab' },
      managed: { fill: '#252015', stroke: '#b1863a' },
      edge: { fill: '#1e1a2a', stroke: '#7458b4' },
      outside: { fill: '#1c2128', stroke: '#6b7682' },
    },
    nodes: {
      users: { fill: '#24304f', stroke: '#7f97ee' },
      application: { fill: '#40290f', stroke: '#f0923a' },
      process: { fill: '#3a3010', stroke: '#e0b429' },
      store: { fill: '#17304a', stroke: '#5ba4e6' },
      service: { fill: '#262d37', stroke: '#8392a3' },
      external: { fill: '#262b32', stroke: '#7b8794' },
    },
  },
};

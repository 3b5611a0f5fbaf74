import { JSDOM } from 'jsdom';

/** What Mermaid itself understood of a text. */
export interface ParsedFlowchart {
  readonly accTitle: string;
  readonly nodes: ReadonlyMap<string, { readonly label: string; readonly icon: string | null; readonly classes: readonly string[] }>;
  readonly edges: readonly { readonly from: string; readonly to: string; readonly label: string }[];
  readonly groups: ReadonlyMap<string, { readonly title: string; readonly members: readonly string[] }>;
}

interface FlowDb {
  getVertices(): Map<string, { readonly text?: string; readonly icon?: string; readonly classes: string[] }>;
  getEdges(): { readonly start: string; readonly end: string; readonly text: string }[];
  getSubGraphs(): { readonly id: string; readonly title: string; readonly nodes: string[] }[];
  getAccTitle(): string;
}

interface MermaidModule {
  readonly default: {
    initialize(config: unknown): void;
    readonly mermaidAPI: { getDiagramFromText(text: string): Promise<{ readonly db: unknown }> };
  };
}

let loading: Promise<MermaidModule['default']> | undefined;

/** Mermaid sanitizes labels with a DOM: it gets one before it is loaded, once for all tests. */
function loadMermaid(): Promise<MermaidModule['default']> {
  loading ??= (async () => {
    const { window } = new JSDOM('<!DOCTYPE html><body></body>');
    Object.assign(globalThis, { window, document: window.document });
    const { default: mermaid } = (await import('mermaid')) as unknown as MermaidModule;
    mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', maxEdges: 2000, maxTextSize: 500_000 });
    return mermaid;
  })();
  return loading;
}

/** Parses with Mermaid's own grammar; rejects where Mermaid would. */
export async function parseFlowchart(text: string): Promise<ParsedFlowchart> {
  const mermaid = await loadMermaid();
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  const flow = db as FlowDb;
  return {
    accTitle: flow.getAccTitle(),
    nodes: new Map(
      [...flow.getVertices()].map(([id, vertex]) => [id, { label: decode(vertex.text ?? ''), icon: vertex.icon ?? null, classes: vertex.classes }]),
    ),
    edges: flow.getEdges().map((edge) => ({ from: edge.start, to: edge.end, label: decode(edge.text) })),
    groups: new Map(flow.getSubGraphs().map((group) => [group.id, { title: decode(group.title), members: group.nodes }])),
  };
}

function decode(label: string): string {
  return label
    .replace(/ﬂ°°(\d+)¶ß|#(\d+);|&#(\d+);/g, (_, a?: string, b?: string, c?: string) => String.fromCodePoint(Number(a ?? b ?? c)))
    .replace(/ﬂ°(\w+)¶ß/g, '&$1;');
}

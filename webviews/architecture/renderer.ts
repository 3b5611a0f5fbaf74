import mermaid from 'mermaid';
import { h } from './dom';
import { mermaidConfig } from './mermaidTheme';
import { fingerprint, type Palette } from './palette';
import { iconSet } from './pictures';

export interface DrawingRequest {
  readonly text: string;
  readonly layout: 'elk' | 'dagre';
  readonly palette: Palette;
}

/** Turns Mermaid text into SVG text. Equal requests are drawn once. */
export interface Renderer {
  /** Rejects with an `Error` whose message is fit for the reader's eyes. */
  render(request: DrawingRequest): Promise<string>;
  /** What `render` would answer at once. */
  known(request: DrawingRequest): string | undefined;
}

const remembered = 16;

export function createRenderer(): Renderer {
  mermaid.registerIconPacks([{ name: iconSet.prefix, icons: iconSet }]);
  const drawn = new Map<string, string>();
  let count = 0;
  let queue: Promise<unknown> = Promise.resolve();

  async function draw(request: DrawingRequest, key: string): Promise<string> {
    const known = drawn.get(key);
    if (known !== undefined) return known;
    // Mermaid measures text inside the page: the font has to be there, and the place must not move what the reader sees.
    await document.fonts.ready;
    const stage = h('div', { class: 'stage' });
    const clip = h('div', { class: 'stage-clip', 'aria-hidden': 'true', inert: true }, stage);
    document.body.append(clip);
    try {
      mermaid.initialize(mermaidConfig(request.palette, request.layout));
      const { svg } = await mermaid.render(`drawing-${(count += 1)}`, request.text, stage);
      drawn.set(key, svg);
      for (const oldest of drawn.keys()) {
        if (drawn.size <= remembered) break;
        drawn.delete(oldest);
      }
      return svg;
    } catch (error) {
      throw new Error(reasonOf(error), { cause: error });
    } finally {
      clip.remove();
    }
  }

  return {
    known: (request) => drawn.get(keyOf(request)),
    render(request) {
      // One at a time: the configuration is global to Mermaid.
      const result = queue.then(() => draw(request, keyOf(request)));
      queue = result.catch(() => undefined);
      return result;
    },
  };
}

function keyOf({ text, layout, palette }: DrawingRequest): string {
  return [layout, fingerprint(palette), text].join('\n');
}

/** Mermaid rejects with errors and with plain objects `{ str, message }`. */
function reasonOf(error: unknown): string {
  if (error instanceof Error) return firstLine(error.message);
  if (typeof error === 'object' && error !== null) {
    if ('message' in error && typeof error.message === 'string') return firstLine(error.message);
    if ('str' in error && typeof error.str === 'string') return firstLine(error.str);
  }
  return firstLine(String(error));
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]?.slice(0, 300) ?? '';
}

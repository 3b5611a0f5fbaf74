import type { Parsed } from './node';
import { emptyMap } from './node';
import { maximumProblems, problem } from './problems';
import type { FormatId, Formats, HclBlock, SourceFile } from './registry';

export type { FormatId, Formats } from './registry';

interface Format<K extends FormatId> {
  /** For people. */
  readonly label: string;
  /** A chunk of its own in the bundle, fetched on first use. */
  readonly load: () => Promise<Formats[K]>;
  readonly empty: ReturnType<Formats[K]>['value'];
}

const emptySource: SourceFile = { assignments: [], calls: [], imports: [], classes: [], decorators: [] };

const emptyHcl: HclBlock = { type: '', typeRange: { start: 0, end: 0 }, labels: [], attributes: [], blocks: [], range: { start: 0, end: 0 } };

const formats: { readonly [K in FormatId]: Format<K> } = {
  dotenv: { label: '.env', load: async () => (await import('./lineFormats')).parseDotenv, empty: [] },
  json: { label: 'JSON', load: async () => (await import('./json')).parseJson, empty: emptyMap() },
  yaml: { label: 'YAML', load: async () => (await import('./yaml/parse')).parseYaml, empty: [] },
  toml: { label: 'TOML', load: async () => (await import('./toml/parse')).parseToml, empty: emptyMap() },
  php: {
    label: 'PHP',
    load: async () => (await import('./php/parse')).parsePhp,
    empty: { returned: null, calls: [], attributes: [], classes: [], imports: [], assignments: [] },
  },
  dockerfile: { label: 'Dockerfile', load: async () => (await import('./dockerfile')).parseDockerfile, empty: [] },
  procfile: { label: 'Procfile', load: async () => (await import('./lineFormats')).parseProcfile, empty: [] },
  properties: { label: '.properties', load: async () => (await import('./lineFormats')).parseProperties, empty: emptyMap() },
  ini: { label: 'INI', load: async () => (await import('./lineFormats')).parseIni, empty: emptyMap() },
  xml: { label: 'XML', load: async () => (await import('./xml')).parseXml, empty: null },
  python: { label: 'Python', load: async () => (await import('./languages/python')).parsePython, empty: emptySource },
  javascript: { label: 'JavaScript', load: async () => (await import('./languages/javascript')).parseJavaScript, empty: emptySource },
  ruby: { label: 'Ruby', load: async () => (await import('./languages/ruby')).loadRuby(), empty: emptySource },
  gradle: { label: 'Gradle', load: async () => (await import('./gradle/parse')).parseGradle, empty: emptySource },
  elixir: { label: 'Elixir', load: async () => (await import('./languages/elixir')).loadElixir(), empty: emptySource },
  hcl: { label: 'HCL', load: async () => (await import('./hcl')).loadHcl(), empty: emptyHcl },
};

export const formatIds = Object.keys(formats) as readonly FormatId[];

type AnyParser = (text: string) => Parsed<unknown>;

/** Loads the parsers of these formats. Calling another one gives an empty value and a problem that says so. */
export async function loadFormats(ids: readonly FormatId[]): Promise<Formats> {
  const ready: Partial<Record<FormatId, AnyParser>> = {};
  for (const id of formatIds) ready[id] = notLoaded(id);
  await Promise.all([...new Set(ids)].map(async (id) => {
    const parse = await loaded(id);
    if (parse !== null) ready[id] = guarded(id, parse);
  }));
  return ready as unknown as Formats;
}

/** A parser whose parts cannot be read (a grammar file is missing) costs its own format only. */
async function loaded(id: FormatId): Promise<AnyParser | null> {
  try {
    return await formats[id].load();
  } catch {
    return null;
  }
}

function notLoaded(id: FormatId): AnyParser {
  const { label, empty } = formats[id];
  return (text) => ({ value: empty, problems: [problem('notLoaded', { start: 0, end: text.length }, label)] });
}

/** The last line of defence: no input may stop an analysis, not even one that makes a library fail. */
function guarded(id: FormatId, parse: AnyParser): AnyParser {
  const { label, empty } = formats[id];
  return (text) => {
    try {
      const { value, problems } = parse(text);
      return { value, problems: problems.slice(0, maximumProblems) };
    } catch {
      return { value: empty, problems: [problem('failed', { start: 0, end: text.length }, label)] };
    }
  };
}

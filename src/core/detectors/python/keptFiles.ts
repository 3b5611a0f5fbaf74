import type { Fact, SourceDocument } from '../../model';

/** Bytes that are written into a file: what is kept as a text is mostly a report, a configuration or a log. */
const written = /\bopen\(\s*[^()\n]{1,80},\s*(?:mode\s*=\s*)?["']wb["']|\.write_bytes\(|\bshutil\.(?:copyfileobj|move)\(/;
/** `os.path.join(settings.ASSET_FOLDER, …)`, `Path(self.data_dir)`: a folder that is configured, for it outlives the process. */
const folder = /(?:\bos\.path\.join\(|\bPath\()\s*((?:(?:self|settings|config)\.|(?:app|current_app)\.config\[["'])\w{0,40}(?:folder|dir|directory|root|path|store))\b/gi;
/** Folders of what nobody would miss, or that belong to the code. */
const passing = /te?mp|cache|log|cert|template|base_?dir|source|config_dir|static|test|model|plugin|migration|script/i;

/** A module that writes bytes below a folder that is configured: files of the application's own on the machine's disk. */
export function keptFiles({ path, text }: SourceDocument): readonly Fact[] {
  if (!written.test(text)) return [];
  for (const match of text.matchAll(folder)) {
    const [whole, name = ''] = match;
    const line = text.slice(text.lastIndexOf('\n', match.index) + 1, match.index);
    if (passing.test(name) || line.includes('#')) continue;
    const start = match.index + whole.indexOf(name);
    return [{ kind: 'code', name: 'python.file.kept', value: { kind: 'none' }, at: { path, range: { start, end: start + name.length } }, stage: 'default', origin: 'python-code' }];
  }
  return [];
}

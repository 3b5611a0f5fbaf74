import type { Formats } from '../../formats';
import type { ConfigNode } from '../../formats/node';
import { scalarText, valueAt } from '../../formats/node';
import type { Extraction, Fact, SourceDocument } from '../../model';
import { folderOf, joinPath } from '../paths';
import { problemsAt } from '../facts';

/** What GoReleaser builds: it says which program of a module is released, wherever that stands. */
export const releaseFile = /(^|\/)\.?goreleaser[\w.-]{0,40}\.ya?ml$/;

/** `builds: [{ main: ./examples/base }]`: `go.released` facts with the folder of each program. */
export function extractRelease({ path, text }: SourceDocument, formats: Formats): Extraction {
  const { value, problems } = formats.yaml(text);
  const [root] = value;
  const builds = root === undefined ? undefined : valueAt(root, 'builds');
  const items = builds?.kind === 'list' ? builds.items : [];
  return { facts: items.flatMap((build) => releasedBy(build, path)), problems: problemsAt(path, problems) };
}

function releasedBy(build: ConfigNode, path: string): readonly Fact[] {
  const main = valueAt(build, 'main');
  const program = scalarText(main)?.trim() ?? '';
  // A template's folder is known when it runs, and what is skipped is not built.
  if (main === undefined || program === '' || program.includes('{{') || scalarText(valueAt(build, 'skip')) === 'true') return [];
  const base = joinPath(folderOf(path), scalarText(valueAt(build, 'dir')) ?? '.');
  const place = joinPath(base, program.replace(/\/\.?$/, ''));
  const folder = place.endsWith('.go') ? folderOf(place) : place;
  return [{ kind: 'config', name: 'go.released', value: { kind: 'literal', text: folder }, at: { path, range: main.range }, stage: 'default', origin: 'go' }];
}

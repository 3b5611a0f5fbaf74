// Imported as a whole: the bundler shows a dynamic import of this CommonJS package as `default` only.
import { Document, isMap, parseDocument } from 'yaml';
import { defaultSizing, sizingNames, type Sizing } from './model';
import type { Assumptions } from './settingsFile';

/** The text of `skylift.yaml` with these assumptions stated; everything else, comments too, stays. */
export function withAssumptions(text: string, { region, workload, freeTier, sizing }: Assumptions): string {
  return edited(text, (document) => {
    document.set('region', region);
    document.set('workload', isPreset(workload.name) ? workload.name : { ...workload.workload });
    document.set('freeTier', freeTier);
    setSizing(document, sizing);
  });
}

/** Only what is asked for: a choice that is left to the workload needs no line, unless the file has one. */
function setSizing(document: Document, sizing: Sizing): void {
  if (document.has('sizing') && !isMap(document.get('sizing'))) document.delete('sizing');
  for (const name of sizingNames) {
    const path = ['sizing', name];
    if (sizing[name] !== defaultSizing[name] || document.hasIn(path)) document.setIn(path, sizing[name]);
  }
}

/** The text with a roadmap step said to be done by hand, or not any more. */
export function withStepDone(text: string, step: string, done: boolean): string {
  return edited(text, (document) => {
    const present = document.toJS() as { readonly roadmap?: { readonly done?: unknown } } | null;
    const listed = Array.isArray(present?.roadmap?.done) ? present.roadmap.done : [];
    const index = listed.indexOf(step);
    if (done && index < 0) document.setIn(['roadmap', 'done', listed.length], step);
    if (!done && index >= 0) document.deleteIn(['roadmap', 'done', index]);
  });
}

function isPreset(name: string): boolean {
  return name === 'learning' || name === 'current' || name === 'growth';
}

/** Throws when the text is no YAML that can be edited without loss. */
function edited(text: string, change: (document: Document) => void): string {
  const parsed = parseDocument(text);
  if (parsed.errors.length > 0) throw new SettingsNotEditable();
  // An empty file, or one of comments only, has no map to write into yet.
  const isEmpty = parsed.contents === null;
  if (!isEmpty && !isMap(parsed.contents)) throw new SettingsNotEditable();
  const document: Document = isEmpty ? new Document({}) : (parsed as unknown as Document);
  if (isEmpty) document.commentBefore = parsed.commentBefore ?? parsed.comment ?? null;
  change(document);
  // As the file itself writes its lists.
  return document.toString({ lineWidth: 0, flowCollectionPadding: /[[{] /.test(text) });
}

/** The file is no map of settings: an edit would lose what stands there. */
export class SettingsNotEditable extends Error {
  override readonly name = 'SettingsNotEditable';
}

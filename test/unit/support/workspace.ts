import { DocumentStore } from '../../../src/core/documents';
import { applicationsOf } from '../../../src/core/detectors/applications';
import { libraryBindings } from '../../../src/core/detectors/libraryBindings';
import type { ApplicationScope } from '../../../src/core/detectors/scope';
import type { Application, Need } from '../../../src/core/model';
import { joinBindings } from '../../../src/core/needs/join';
import { createScopes, createWorkspaceFacts } from '../../../src/core/needs/scope';
import type { WorkspaceReader } from '../../../src/core/workspace/reader';

export type Files = Readonly<Record<string, string>>;

/** A workspace in memory. */
export function memoryReader(files: Files, tracked: readonly string[] | null = null): WorkspaceReader {
  return {
    list: () => Promise.resolve({ files: Object.entries(files).map(([path, text]) => ({ path, size: text.length })), unreadable: [] }),
    read: (path) => {
      const text = files[path];
      return Promise.resolve(text === undefined ? { ok: false, failure: 'unreadable' } : { ok: true, text });
    },
    trackedFiles: () => Promise.resolve(tracked === null ? null : new Set(tracked)),
  };
}

export interface ReadWorkspace {
  readonly applications: readonly Application[];
  readonly scopes: readonly ApplicationScope[];
  readonly needs: readonly Need[];
  /** `path:the text that the evidence points at`. */
  proof(need: Need): readonly string[];
}

/** Reads files as a scan does, up to the needs. */
export async function readWorkspace(files: Files): Promise<ReadWorkspace> {
  const store = new DocumentStore();
  const { detectors } = store;
  const listed = Object.entries(files).map(([path, text]) => ({ path, size: text.length }));
  await detectors.ensure(Object.keys(files));
  for (const [path, text] of Object.entries(files)) if (detectors.readersOf(path).length > 0) await store.put(path, text, []);
  const applications = applicationsOf(detectors.all, createWorkspaceFacts(listed, store.facts()));
  for (const [path, text] of Object.entries(files)) if (detectors.sourceReadersOf(path, applications).length > 0) await store.put(path, text, applications);
  const scopes = createScopes(applications, createWorkspaceFacts(listed, store.facts()));
  const needs = scopes.flatMap((scope) => joinBindings(scope, [...detectors.all.flatMap((detector) => detector.bindings?.(scope) ?? []), ...libraryBindings(scope)]));
  return {
    applications,
    scopes,
    needs,
    proof: (need) => need.evidence.map(({ at }) => `${at.path}:${files[at.path]?.slice(at.range.start, at.range.end) ?? ''}`),
  };
}

import type { ListedFile, ReadResult } from '../../../src/core/workspace/reader';

/** A folder in memory: path → text. */
export function memoryFiles(texts: Readonly<Record<string, string>>): {
  readonly files: readonly ListedFile[];
  read(path: string): Promise<ReadResult>;
} {
  return {
    files: Object.keys(texts).map((path) => ({ path, size: texts[path]?.length ?? 0 })),
    read: (path) => {
      const text = texts[path];
      return Promise.resolve(text === undefined ? { ok: false, failure: 'unreadable' } : { ok: true, text });
    },
  };
}

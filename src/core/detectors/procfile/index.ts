import { problemsAt } from '../facts';
import { processRole } from '../commands';
import type { Detector } from '../detector';

/** Procfile: the processes of a deployed application. `Procfile.dev` is a developer's. */
export const procfile: Detector = {
  id: 'procfile',
  label: 'Procfile',
  files: [{ match: /(^|\/)Procfile(\.[\w-]+)?$/, example: 'Procfile.dev' }],
  formats: () => ['procfile'],
  extract(document, formats) {
    const parsed = formats.procfile(document.text);
    const development = /\.(dev|local|development)$/.test(document.path);
    return {
      facts: parsed.value.map((entry) => ({
        kind: 'process',
        name: processRole(entry.command, entry.process),
        value: { kind: 'literal', text: entry.command },
        at: { path: document.path, range: entry.commandRange },
        keyRange: entry.processRange,
        stage: development ? 'local' : 'production',
        origin: 'procfile',
        detail: { process: entry.process },
      })),
      problems: problemsAt(document.path, parsed.problems),
    };
  },
};

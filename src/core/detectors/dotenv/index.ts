import type { Fact } from '../../model';
import { stageOfPath, isEnvFile } from '../../workspace/stage';
import { environmentFact, problemsAt } from '../facts';
import type { Detector } from '../detector';

/** Variables that say which mode the process runs in, over the frameworks. */
const modeKeys = new Set(['APP_ENV', 'NODE_ENV', 'RAILS_ENV', 'RACK_ENV', 'DJANGO_ENV', 'FLASK_ENV', 'ENVIRONMENT', 'ASPNETCORE_ENVIRONMENT', 'MIX_ENV']);

/** Env files of any stack. What a variable means is decided by the framework that reads it. */
export const dotenv: Detector = {
  id: 'dotenv',
  label: 'Environment files',
  files: [{ match: /(^|\/)\.env($|[._-][^/]+$)|(^|\/)[^/]+\.env(?:\.[\w-]+)?$|(^|\/)env[._-](?:example|sample|dist|template)$/, example: '.env.example' }],
  formats: () => ['dotenv'],
  extract(document, formats) {
    // A development container is a developer's machine, and what it sets is neither deployed nor secret.
    if (!isEnvFile(document.path) || /(^|\/)\.devcontainer\//.test(document.path)) return { facts: [], problems: [] };
    const parsed = formats.dotenv(document.text);
    const stage = stageOf(document.path, parsed.value);
    const facts: Fact[] = parsed.value.map((entry) => environmentFact(document.path, entry, { stage, origin: 'dotenv' }));
    return { facts, problems: problemsAt(document.path, parsed.problems) };
  },
};

/** A plain `.env` that declares itself production is production. */
function stageOf(path: string, entries: readonly { readonly key: string; readonly value: string }[]): Fact['stage'] {
  const stage = stageOfPath(path);
  if (stage !== 'local') return stage;
  const mode = entries.findLast((entry) => modeKeys.has(entry.key))?.value.toLowerCase();
  if (mode === 'production' || mode === 'prod') return 'production';
  if (mode === 'staging') return 'staging';
  return stage;
}

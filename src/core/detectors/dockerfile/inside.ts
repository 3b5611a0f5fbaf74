import { emptyExtraction, type Extraction, type Fact, type SourceDocument, type Stage } from '../../model';
import { stageOfPath } from '../../workspace/stage';
import { isServerSecretKey } from '../facts';

/** The script that an image starts with. */
export const entryScript = /(^|\/)(?:docker[-_.])?entrypoint(?:[-_.]\w+)?(?:\.sh)?$/;
/** Programs that Supervisor starts inside an image. */
export const programsFile = /(^|\/)(?:[\w.-]*supervisor[\w.-]*\/(?:[\w.-]+\/){0,2}|services?(?:\.\w+)?\/)[\w.-]+\.(?:conf|ini)$|(^|\/)supervisord?(?:[.-]\w+)?\.(?:conf|ini)$/;

const looked = /\$\{?([A-Z][A-Z0-9_]{2,60})\b/g;

/** Credentials that the script takes from the environment, to write a configuration with. */
export function extractEntryScript({ path, text }: SourceDocument): Extraction {
  const stage = deployedStage(path);
  if (stage === null) return emptyExtraction;
  for (const match of text.matchAll(looked)) {
    const [whole, key = ''] = match;
    if (!isServerSecretKey(key) || isComment(text, match.index) || isAssigned(text, key)) continue;
    const start = match.index + whole.length - key.length;
    return { facts: [fact(path, stage, 'image.secret', { kind: 'env', key, fallback: null }, start, key.length)], problems: [] };
  }
  return emptyExtraction;
}

/** `PASSWORD=$(openssl …)`: what the script makes up itself. */
function isAssigned(text: string, key: string): boolean {
  return new RegExp(`^[ \\t]*(?:local |export )?${key}=["']?\\$\\((?!<)`, 'm').test(text);
}

function isComment(text: string, index: number): boolean {
  return /^\s*#/.test(text.slice(text.lastIndexOf('\n', index) + 1, index));
}

const program = /^[ \t]*command[ \t]*=[ \t]*(\S+)/gm;
const timetables = /(?:^|\/)(?:supercronic|crond?)$/;
const servers: Readonly<Record<string, string>> = { centrifugo: 'centrifugo', 'soketi': 'soketi', mercure: 'mercure' };

/** A timetable and servers that run beside the application in its own image. */
export function extractPrograms({ path, text }: SourceDocument): Extraction {
  const stage = deployedStage(path);
  if (stage === null || !text.includes('[program:')) return emptyExtraction;
  const facts = [...text.matchAll(program)].flatMap((match): readonly Fact[] => {
    const [whole, command = ''] = match;
    const start = match.index + whole.length - command.length;
    if (timetables.test(command)) return [fact(path, stage, 'dockerfile.cron', { kind: 'literal', text: command }, start, command.length)];
    const name = command.slice(command.lastIndexOf('/') + 1);
    const technology = Object.hasOwn(servers, name) ? servers[name] : undefined;
    return technology === undefined ? [] : [fact(path, stage, 'image.realtime', { kind: 'literal', text: technology }, start, command.length)];
  });
  return { facts, problems: [] };
}

function deployedStage(path: string): Stage | null {
  const stage = stageOfPath(path);
  return stage === 'default' || stage === 'production' ? 'production' : null;
}

function fact(path: string, stage: Stage, name: string, value: Fact['value'], start: number, length: number): Fact {
  return { kind: 'config', name, value, at: { path, range: { start, end: start + length } }, stage, origin: 'dockerfile' };
}

import type { Fact } from '../../model';
import { processRole } from '../commands';
import { environmentFact, problemsAt } from '../facts';
import { binding, evidenceOf } from '../bindings';
import type { Binding, Detector } from '../detector';
import { imageFile } from '../paths';
import { entryScript, extractEntryScript, extractPrograms, programsFile } from './inside';
import type { ApplicationScope } from '../scope';

/** Dockerfiles: base images, the environment they set, the command they start. The last stage is what runs. */
export const dockerfile: Detector = {
  id: 'dockerfile',
  label: 'Dockerfile',
  files: [
    { match: imageFile, example: 'docker/Dockerfile.prod' },
    { match: entryScript, example: 'docker-entrypoint.sh' },
    { match: programsFile, example: 'docker/supervisor/cron.conf' },
  ],
  formats: (path) => (imageFile.test(path) ? ['dockerfile'] : []),
  extract(document, formats) {
    if (entryScript.test(document.path)) return extractEntryScript(document);
    if (programsFile.test(document.path)) return extractPrograms(document);
    const parsed = formats.dockerfile(document.text);
    const last = parsed.value.reduce((most, instruction) => Math.max(most, instruction.stage), -1);
    const stage = parsed.value.some((instruction) => instruction.keyword === 'FROM' && instruction.stage === last && integration.test(instruction.argumentsText)) ? 'test' : sail.test(document.text) ? 'local' : stageOf(document.path, document.text);
    const facts: Fact[] = [];
    for (const instruction of parsed.value) {
      const at = { path: document.path, range: instruction.argumentsRange };
      const common = { at, stage, origin: 'dockerfile' } as const;
      const text = instruction.argumentsText;
      switch (instruction.keyword) {
        case 'FROM':
          facts.push({ kind: 'config', name: 'dockerfile.from', value: { kind: 'literal', text }, ...common, detail: { final: String(instruction.stage === last) } });
          break;
        case 'ENV':
          if (instruction.stage === last) facts.push(...environment(document.path, inPlace(document.text.slice(at.range.start, at.range.end)), at.range.start, stage));
          break;
        case 'CMD':
        case 'ENTRYPOINT':
          if (instruction.stage === last) {
            facts.push({ kind: 'process', name: processRole(plainCommand(text)), value: { kind: 'literal', text: plainCommand(text) }, ...common });
          }
          break;
        case 'EXPOSE':
        case 'VOLUME':
        case 'USER':
        case 'HEALTHCHECK':
          if (instruction.stage === last) facts.push({ kind: 'config', name: `dockerfile.${instruction.keyword.toLowerCase()}`, value: { kind: 'literal', text }, ...common });
          break;
        case 'COPY':
        case 'ADD':
          if (builtStatic.test(text) && /\s--from=/.test(document.text.slice(instruction.range.start, at.range.start))) facts.push({ kind: 'config', name: 'dockerfile.static', value: { kind: 'literal', text: instruction.keyword }, ...common });
          if (instruction.stage === last && cronFolder.test(text)) facts.push({ kind: 'config', name: 'dockerfile.cron', value: { kind: 'literal', text: instruction.keyword }, ...common });
          break;
        case 'RUN':
          if (instruction.stage === last && writesCrontab(text)) facts.push({ kind: 'config', name: 'dockerfile.cron', value: { kind: 'literal', text: 'RUN' }, ...common });
          if (/apt(-get)?\s|apk\s|yum\s|dnf\s/.test(text)) facts.push({ kind: 'config', name: 'dockerfile.packages', value: { kind: 'literal', text }, ...common });
          break;
        default:
      }
    }
    return { facts, problems: problemsAt(document.path, parsed.problems) };
  },
  bindings: (scope) => [...timetable(scope), ...sockets(scope)],
};

/** Into the folder that Plug serves. */
const builtStatic = /[\s/]priv\/static(?:\/\S*)?\s*$/;

/** Where cron reads its tables. */
const cronFolder = /\s\/(?:etc\/cron(?:\.d|tabs?|\.hourly|\.daily)|var\/spool\/cron)(?:\/\S*)?\s*$/;
const cronLine = /["'\s](?:[\d*][\d*,/-]{0,40}[ \t]+){5}\S/;

/** `echo "*\/5 * * * * php cron.php" > /etc/crontabs/root`; the framework's own timetable is told by its code. */
function writesCrontab(text: string): boolean {
  return text.includes('cron') && cronLine.test(text) && !/schedule:(?:run|work)/.test(text);
}

/** A table of cron in the image that runs, for a framework that has no timetable of its own. */
function timetable(scope: ApplicationScope): readonly Binding[] {
  const own = scope.find('code').some((fact) => /(?:schedule|cron|job)/i.test(fact.name));
  const [table] = scope.find('config', 'dockerfile.cron').filter((fact) => fact.stage === 'production');
  return own || table === undefined ? [] : [binding({ need: 'scheduler', technology: 'cron', evidence: [evidenceOf(table, 'crontab')], basis: 'code', confidence: 'likely' })];
}

/** A server of sockets that the image starts beside the application. */
function sockets(scope: ApplicationScope): readonly Binding[] {
  return scope.find('config', 'image.realtime').slice(0, 1).map((fact) => binding({ need: 'realtime', technology: fact.value.kind === 'literal' ? fact.value.text : '', evidence: [evidenceOf(fact, 'command')], basis: 'container', confidence: 'likely' }));
}

/** Images of services for continuous integration: nothing is deployed on them. */
const integration = /^(?:--platform=\S+\s+)?(?:docker\.io\/)?(?:cimg|circleci|travisci)\//;

/** The runtime of Laravel Sail as it is published into a repository: PHP's built-in server for a developer. */
const sail = /\bSUPERVISOR_PHP_USER="?sail\b|\buseradd\b[^\n]*\ssail\b/;

/** What only an image that is handed out says: it leaves out what developers alone need, or runs in the mode of production. */
const released = /^[ \t]*(?:ENV|ARG)[ \t][^\n]*\b(?:NODE|RAILS|RACK|APP|MIX)_ENV[ =]"?prod|^[ \t]*(?:RUN|&&)[ \t][^\n]*(?:(?:npm|yarn|pnpm)\b[^\n&]*(?:--production\b|--prod\b|--omit[ =]dev)|composer\b[^\n&]*--no-dev\b)/im;

function stageOf(path: string, text: string): Fact['stage'] {
  // A folder for whoever develops also holds how the product is built.
  const file = path.slice(path.lastIndexOf('/') + 1);
  if (/^(?:\.\/)?dev\//.test(path) && /^(?:Docker|Container)file$/.test(file) && released.test(text)) return 'production';
  if (/(^|[./_-])(dev|develop|local|development|devcontainer|cursor|codesandbox|gitpod)([./_-]|$)/i.test(path)) return 'local';
  if (/(^|[./_-])(test|tests|ci|e2e)([./_-]|$)/i.test(path)) return 'test';
  if (/(^|\/)(?:Docker|Container)file[.-](?:coverage|integration|unit|lint|bench|fuzz|debug)\b/i.test(path)) return 'test';
  return 'production';
}

/** `["php", "artisan"]` and `php artisan` are the same command. */
function plainCommand(text: string): string {
  const trimmed = text.trim();
  if (!trimmed.startsWith('[')) return trimmed;
  return [...trimmed.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1] ?? '').join(' ');
}

/** Continued lines on one, every character where it was. */
function inPlace(text: string): string {
  return text.replace(/[\\`][ \t]*\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*/g, (cut) => ' '.repeat(cut.length));
}

/** `KEY=value KEY2="v"` and the older `KEY value`. */
function environment(path: string, text: string, offset: number, stage: Fact['stage']): readonly Fact[] {
  const pairs = [...text.matchAll(/(?<!\w)([A-Za-z_]\w*)=("(?:[^"\\]|\\.)*"|'[^']*'|\S*)/g)];
  const single = pairs.length === 0 ? /^([A-Za-z_]\w*)\s+(\S.*)$/s.exec(text) : null;
  if (single !== null) pairs.push(single);
  return pairs.flatMap((match) => {
    const [whole, key, quoted] = match;
    if (key === undefined || quoted === undefined) return [];
    const start = offset + match.index;
    const unquoted = /^(["'])([\s\S]*)\1$/.exec(quoted);
    const valueStart = start + whole.length - quoted.length + (unquoted === null ? 0 : 1);
    const value = unquoted?.[2] ?? quoted;
    return [
      environmentFact(
        path,
        { key, keyRange: { start, end: start + key.length }, value, valueRange: { start: valueStart, end: valueStart + value.length } },
        { stage, origin: 'dockerfile' },
      ),
    ];
  });
}

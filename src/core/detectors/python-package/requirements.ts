import type { Fact, Stage } from '../../model';

/** `Django==5.2`, `celery[redis]>=5 ; python_version > "3"`, `pkg @ https://…`. */
const requirement = /^([A-Za-z0-9][\w.-]*)\s*(?:\[([^\]]*)\]\s*)?(?:@.*|([=<>!~(].*))?$/;

/** PyPI treats `Django_Redis` and `django-redis` as one name. */
export function normalizedName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

export interface Requirement {
  readonly name: string;
  readonly extras: string;
  readonly constraint: string;
}

/** `; python_version > "3"` follows a constraint directly, an address after a space: a semicolon may be part of one. */
function withoutMarker(text: string): string {
  const marker = text.includes('@') ? text.search(/\s;/) : text.indexOf(';');
  return marker < 0 ? text : text.slice(0, marker);
}

/** One line as PEP 508 writes it; undefined for options, addresses and comments. */
export function readRequirement(text: string): Requirement | undefined {
  const match = requirement.exec(withoutMarker(text).trim());
  if (match?.[1] === undefined) return undefined;
  return { name: normalizedName(match[1]), extras: (match[2] ?? '').replace(/\s/g, ''), constraint: (match[3] ?? '').trim() };
}

export interface DependencyPlace {
  readonly path: string;
  readonly start: number;
  readonly length: number;
  readonly stage: Stage;
  readonly group?: string;
}

export function dependencyFact(read: Requirement, { path, start, length, stage, group }: DependencyPlace): Fact {
  return {
    kind: 'dependency',
    name: `pypi:${read.name}`,
    value: { kind: 'literal', text: read.constraint === '' ? '*' : read.constraint },
    at: { path, range: { start, end: start + length } },
    stage,
    origin: 'python-package',
    detail: { extras: read.extras, ...(group === undefined ? {} : { group }) },
  };
}

/** Groups and files that are not installed where the application runs. */
export const developmentName = /(^|[-_./])(dev|devel|develop|development|test|tests|testing|lint|linting|docs?|ci|typing|types|local|debug|bench|benchmark|check|quality|format|style|mypy|build)([-_./]|$)/i;

/** Clients that an application's own code may open though another package brought them. */
const clients: ReadonlySet<string> = new Set(['boto3', 'aioboto3', 'google-cloud-storage', 'azure-storage-blob', 'redis']);

/** Lines of a `requirements.txt`. A compiled file names what each package came from: only what people asked for counts. */
export function readRequirements(path: string, text: string): readonly Fact[] {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.(txt|in|pip)$/, '');
  const stage: Stage = developmentName.test(name) ? 'local' : 'default';
  const lines = text.split('\n');
  const facts: Fact[] = [];
  let offset = 0;
  for (const [index, raw] of lines.entries()) {
    const line = raw.replace(/\r$/, '');
    const code = line.replace(/(^|\s)#.*$/, '').replace(/(?<!\s)\s+(?:\\$|--hash=.*$)/, '');
    const read = /^\s*-/.test(code) ? undefined : readRequirement(code);
    if (read !== undefined) {
      const place = { path, start: offset + (line.length - line.trimStart().length), length: nameLength(code), stage };
      if (!isTransitive(lines, index)) facts.push(dependencyFact(read, place));
      else if (clients.has(read.name)) facts.push({ ...dependencyFact(read, place), name: `pypi-brought:${read.name}` });
    }
    offset += raw.length + 1;
  }
  return facts;
}

export function nameLength(text: string): number {
  return /^[A-Za-z0-9][\w.-]*/.exec(text.trimStart())?.[0].length ?? 0;
}

/** `# via celery` below a line (or at its end) says that another package brought it. */
function isTransitive(lines: readonly string[], index: number): boolean {
  const own = /#\s*via\s+(\S.*)$/.exec(lines[index] ?? '')?.[1];
  let via = own ?? '';
  let isTold = own !== undefined;
  for (let next = index + 1; next < lines.length && next < index + 60; next += 1) {
    const line = (lines[next] ?? '').trim();
    if (/^--hash=|^\\$/.test(line)) continue;
    if (!line.startsWith('#')) break;
    if (/^#\s*via\b/.test(line)) isTold = true;
    if (isTold) via += ` ${line.replace(/^#\s*(via)?/, '')}`;
  }
  return isTold && !/-r\s|\.in\b|pyproject\.toml|setup\.(py|cfg)|\([^()]*\)/.test(via);
}

import type { Fact, Stage } from '../../model';
import { stages } from '../../model';
import { stageOfPath } from '../../workspace/stage';
import { folderOf, joinPath } from '../paths';
import { environmentValue, isSecretKey } from '../facts';
import { isResolved, substitute } from './expressions';

interface Call {
  readonly folder: string;
  readonly fact: Fact;
}

/** How far references lead from one to the next. */
const maximumDepth = 8;

/**
 * Completes what one file says with what others do: variables with their defaults and values, locals, the arguments of
 * modules of the repository. A resource of a module belongs to the environments that call it; one whose count is
 * nought is none.
 */
export function resolveTerraform(facts: readonly Fact[]): readonly Fact[] {
  if (!facts.some(isUnfinished)) return facts;
  const settings = new Map<string, Fact[]>();
  const calls = new Map<string, Call[]>();
  for (const fact of facts) {
    if (fact.origin !== 'terraform' || fact.value.kind !== 'literal') continue;
    const folder = folderOf(fact.at.path);
    if (fact.name === 'terraform.module') append(calls, joinPath(folder, fact.value.text), { folder, fact });
    else append(settings, `${folder} ${fact.name}`, fact);
  }
  for (const list of settings.values()) list.sort((a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage));

  const look = (folder: string, depth: number) => (kind: 'var' | 'local', name: string): string | undefined => {
    if (depth > maximumDepth) return undefined;
    const read = (text: string, where: string): string => substitute(text, look(where, depth + 1));
    if (kind === 'local') return textOf(settings.get(`${folder} terraform.local.${name}`)?.[0], (text) => read(text, folder));
    const given = textOf(settings.get(`${folder} terraform.tfvars.${name}`)?.[0], (text) => text);
    if (given !== undefined) return given;
    for (const call of calls.get(folder) ?? []) {
      const argument = call.fact.detail?.[`argument.${name}`];
      if (argument !== undefined) return read(argument, call.folder);
    }
    return textOf(settings.get(`${folder} terraform.var.${name}`)?.[0], (text) => read(text, folder));
  };
  const stageOf = (folder: string, own: Stage, depth: number): Stage => {
    const callers = calls.get(folder);
    if (callers === undefined || depth > maximumDepth) return own;
    const found = callers.map((call) => stageOf(call.folder, environmentOfPath(call.fact.at.path), depth + 1));
    return stages.find((stage) => found.includes(stage)) ?? own;
  };
  const isAbsent = (folder: string, detail: Readonly<Record<string, string>>): boolean => {
    const read = (text: string | undefined): string | undefined => (text === undefined ? undefined : substitute(text, look(folder, 0)));
    return read(detail['count']) === '0' || read(detail['create']) === 'false' || (detail['tool'] === 'terraform' && read(detail['enabled']) === 'false');
  };

  return facts.flatMap((fact) => {
    if (!isUnfinished(fact)) return [fact];
    const folder = folderOf(fact.at.path);
    const detail = fact.detail ?? {};
    const callers = calls.get(folder) ?? [];
    if (isAbsent(folder, detail) || (callers.length > 0 && callers.every((call) => isAbsent(call.folder, call.fact.detail ?? {})))) return [];
    const named = stageOfPath(fact.at.path);
    const stage = named === 'default' ? stageOf(folder, fact.stage, 0) : fact.stage;
    if (fact.kind === 'env') return finishedVariable({ ...fact, stage }, look(folder, 0));
    const value = fact.value.kind === 'literal' ? { kind: 'literal' as const, text: substitute(fact.value.text, look(folder, 0)) } : fact.value;
    return [{ ...fact, value, stage, detail: Object.fromEntries(Object.entries(detail).flatMap(([key, text]): readonly [string, string][] => {
      const resolved = substitute(text, look(folder, 0));
      return key === 'runs' || isResolved(resolved) ? [[key, resolved]] : [];
    })) }];
  });
}

/** Infrastructure that is named for no environment is what runs. */
export function environmentOfPath(path: string): Stage {
  const named = stageOfPath(path);
  if (named !== 'default') return named;
  return /(^|[/._-])(sandbox|preview|review|ephemeral|qa|ci|playground)([/._-]|$)/i.test(path) ? 'local' : 'production';
}

function isUnfinished(fact: Fact): boolean {
  return fact.detail?.['tool'] === 'terraform' || (fact.kind === 'env' && fact.detail?.['expression'] !== undefined);
}

/** What cannot be told keeps its scheme; a setting without either says nothing. */
function finishedVariable(fact: Fact, look: (kind: 'var' | 'local', name: string) => string | undefined): readonly Fact[] {
  const { expression = '', reference, ...detail } = fact.detail ?? {};
  const text = substitute(expression, look);
  const read = environmentValue(fact.name, text);
  if (text !== '' && isResolved(text)) return [{ ...fact, value: read.value, detail: { ...detail, ...read.detail } }];
  const scheme = read.detail?.['scheme'];
  if (scheme !== undefined && !scheme.includes('$')) return [{ ...fact, value: { kind: 'secret', state: 'set' }, detail: { ...detail, scheme, host: '' } }];
  return isSecretKey(fact.name) || /(^|_)(URL|URI|DSN)$/i.test(fact.name) ? [{ ...fact, detail: { ...detail, reference: reference ?? 'true' } }] : [];
}

function textOf(fact: Fact | undefined, read: (text: string) => string): string | undefined {
  return fact?.value.kind === 'literal' ? read(fact.value.text) : undefined;
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

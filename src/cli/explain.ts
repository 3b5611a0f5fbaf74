import type { Localized } from '../core/l10n/localized';
import { parseArguments, UsageError } from './arguments';
import type { CommandIo } from './io';

const texts = {
  oneId: { en: 'explain takes one id, for instance: skylift explain rds', 'pt-br': 'explain recebe um nome, por exemplo: skylift explain rds' },
  unknown: {
    en: 'nothing is known by the name "{id}"; name a rule (db/sqlite-in-production), a service (rds), a need (queue) or a concept (multi-az)',
    'pt-br': 'nada é conhecido pelo nome "{id}"; informe uma regra (db/sqlite-in-production), um serviço (rds), uma necessidade (queue) ou um conceito (multi-az)',
  },
} as const satisfies Record<string, Localized>;

/** `skylift explain`: a rule, service, need, phase, concept, pitfall or use case in a page of Markdown. */
export async function runExplain(args: readonly string[], io: CommandIo): Promise<number> {
  const parsed = parseArguments(args, ['lang']);
  const [id, ...rest] = parsed.positional;
  if (id === undefined || rest.length > 0) throw new UsageError(texts.oneId);
  const [{ explain }, { explainRule }] = await Promise.all([import('../core/catalog'), import('../core/rules')]);
  const page = explainRule(id, io.language) ?? explain(id, io.language);
  if (page === null) throw new UsageError(texts.unknown, { id });
  io.stdout(`${page.trimEnd()}\n`);
  return 0;
}

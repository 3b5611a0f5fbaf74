import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dialects, generateFolder, phaseInputs, resourceName } from '../core/infra';
import { localize, localizeMessage, type Localized } from '../core/l10n/localized';
import { needIds, phaseIds } from '../core/model';
import { serviceName } from '../core/catalog/names';
import { analyseFolder, analysisOptionNames } from './analyse';
import { choice, parseArguments, UsageError, type ParsedArguments } from './arguments';
import type { CommandIo } from './io';

const words = {
  out: { en: 'infra needs a folder to write to: --out infra', 'pt-br': 'infra precisa de uma pasta onde escrever: --out infra' },
  noApplication: { en: 'no application was found in this folder, so there is nothing to generate', 'pt-br': 'nenhuma aplicação foi encontrada nesta pasta; não há o que gerar' },
  exists: { en: '{path} exists; name an empty folder with --out, nothing is overwritten', 'pt-br': '{path} já existe; informe uma pasta vazia em --out, nada é sobrescrito' },
  need: { en: '--need is one of {needs}, not "{value}"', 'pt-br': '--need precisa ser um destes: {needs}; não "{value}"' },
  missing: { en: 'no template for {service}; it is left to you', 'pt-br': 'sem modelo para {service}; fica por sua conta' },
} as const satisfies Record<string, Localized>;

/** `skylift infra`: infrastructure code for a phase, in files that do not exist yet. Nothing is overwritten. */
export async function runInfra(args: readonly string[], io: CommandIo): Promise<number> {
  const { args: rest, needs } = takeNeeds(args);
  const parsed = parseArguments(rest, ['phase', 'dialect', 'out', 'lang', ...analysisOptionNames]);
  const phaseId = choice(parsed, 'phase', phaseIds, 'cloud-native');
  const dialect = choice(parsed, 'dialect', dialects, 'terraform');
  const out = required(parsed, 'out', words.out);
  const { analysis } = await analyseFolder(parsed, io.language);
  if (analysis.applications.length === 0) throw new UsageError(words.noApplication);
  const several = analysis.applications.length > 1;
  const planned: { readonly path: string; readonly text: string }[] = [];
  const shared = { dialect, region: analysis.prices.region, language: io.language, phase: phaseId };
  for (const { application, inputs } of phaseInputs(analysis, shared, needs.length === 0 ? null : new Set(needs))) {
    const generated = generateFolder(inputs);
    const folder = several ? join(out, resourceName(application.name)) : out;
    for (const file of generated.files) planned.push({ path: join(folder, file.fileName), text: file.text });
    for (const { service } of generated.missing) io.stderr(`skylift: ${localize(words.missing, io.language, { service: serviceName(service) })}\n`);
    for (const note of generated.notes) io.stderr(`skylift: ${localizeMessage(note, io.language)}\n`);
  }
  const existing = planned.find(({ path }) => existsSync(path));
  if (existing !== undefined) throw new UsageError(words.exists, { path: existing.path });
  for (const { path, text } of planned) {
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, text, { flag: 'wx' });
    io.stdout(`${path}\n`);
  }
  return 0;
}

/** `--need ID` may be given several times. */
function takeNeeds(args: readonly string[]): { readonly args: readonly string[]; readonly needs: readonly string[] } {
  const rest: string[] = [];
  const needs: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? '';
    const value = argument === '--need' ? args[(index += 1)] : argument.startsWith('--need=') ? argument.slice('--need='.length) : null;
    if (value === null) rest.push(argument);
    else if (value !== undefined && (needIds as readonly string[]).includes(value)) needs.push(value);
    else throw new UsageError(words.need, { needs: needIds.join(', '), value: value ?? '' });
  }
  return { args: rest, needs };
}

function required(parsed: ParsedArguments, name: string, otherwise: Localized): string {
  const value = parsed.options.get(name);
  if (value === undefined) throw new UsageError(otherwise);
  return value;
}

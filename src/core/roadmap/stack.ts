import { technologyName } from '../catalog/technologies';
import type { Localized } from '../l10n/localized';
import type { RoadmapContext } from './context';

/** A fixed text, in the shape that steps ask for. */
export function fixed(en: string, inPortuguese: string): () => Localized {
  return () => ({ en, 'pt-br': inPortuguese });
}

/** Frameworks of the folder, for a title: `Laravel`, `Django, Next.js`. */
export function frameworkNames(context: RoadmapContext): Localized {
  const names = [...context.frameworks].map((framework) => technologyName(framework));
  return { en: names.map((name) => name.en).join(', '), 'pt-br': names.map((name) => name['pt-br']).join(', ') };
}

/** Technologies that serve a need today, for a title: `Redis`, `SQLite`. */
export function technologyNames(context: RoadmapContext, need: Parameters<RoadmapContext['needsOf']>[0]): Localized {
  const names = [...new Set(context.needsOf(need).map((one) => one.technology))].map((technology) => technologyName(technology));
  return { en: names.map((name) => name.en).join(', '), 'pt-br': names.map((name) => name['pt-br']).join(', ') };
}

/** Libraries of a need, or its technologies where no library is known: `Sidekiq`, `Celery`. */
export function libraryNames(context: RoadmapContext, need: Parameters<RoadmapContext['needsOf']>[0]): Localized {
  const names = [...new Set(context.needsOf(need).map((one) => one.library ?? one.technology))].map((id) => technologyName(id));
  return { en: names.map((name) => name.en).join(', '), 'pt-br': names.map((name) => name['pt-br']).join(', ') };
}

/** Puts a localized part into a localized text: `{x}`. */
export function fill(text: Localized, parts: Readonly<Record<string, Localized>>): Localized {
  const put = (language: 'en' | 'pt-br'): string =>
    text[language].replace(/\{(\w+)\}/g, (whole, name: string) => parts[name]?.[language] ?? whole);
  return { en: put('en'), 'pt-br': put('pt-br') };
}

type CommandTable = Readonly<Record<string, readonly string[]>>;

/** Commands of the first framework or language of the folder that the table knows. */
export function commandsFor(context: RoadmapContext, table: CommandTable): readonly string[] {
  for (const key of [...context.frameworks, ...context.languages]) {
    const commands = Object.hasOwn(table, key) ? table[key] : undefined;
    if (commands !== undefined) return commands;
  }
  return [];
}

/** Whether anything of the folder serves requests by itself (a site of files only does not). */
export function hasServer(context: RoadmapContext): boolean {
  return context.applications.some(
    (application) => !context.needs.some((need) => need.application === application.root && need.id === 'compute' && need.technology === 'static'),
  );
}

/** Whether a process still runs on a server of one's own: what AWS serves already needs no first instance. */
export function hasOwnServer(context: RoadmapContext): boolean {
  return hasServer(context) && context.architecture('lift-and-shift')?.nodes.some((node) => node.id === 'ec2') === true;
}

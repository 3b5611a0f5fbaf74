import type { Analysis } from '../core/analysis';
import { serviceName } from '../core/catalog/names';
import { phaseInfo } from '../core/catalog/phases';
import type { Language, Localized } from '../core/l10n/localized';
import { localize, localizeMessage } from '../core/l10n/localized';
import type { Dialect, Snippet } from '../core/infra/snippet';
import type { NeedId, PhaseId } from '../core/model';
import { dialectInfos } from './dialects';
import { monthly } from '../core/l10n/money';
import { phaseOf, total } from './needCost';

const strings = {
  cost: {
    en: 'Estimate, phase {phase}: {service}, {amount} in {region}.',
    'pt-br': 'Estimativa, fase {phase}: {service}, {amount} em {region}.',
  },
} as const satisfies Record<string, Localized>;

export interface SnippetRequest {
  readonly application: string;
  readonly need: NeedId;
  readonly service: string;
}

export interface SnippetTextOptions {
  readonly dialect: Dialect;
  readonly phase: PhaseId;
  readonly language: Language;
}

/** The code as it is opened: below its heading, what it costs and what remains to be done, as comments. */
export function snippetText(snippet: Snippet, analysis: Analysis, request: SnippetRequest, options: SnippetTextOptions): string {
  const { phase, language } = options;
  const { comment } = dialectInfos[options.dialect];
  const comments = [costComment(analysis, request, phase, language), ...snippet.notes.map((note) => localizeMessage(note, language))]
    .filter((text) => text !== null)
    .map((text) => `${comment} ${text.replace(/(?<!\s)\s*\n\s*/g, `\n${comment} `)}`);
  if (comments.length === 0) return snippet.text;
  const [heading = '', ...rest] = snippet.text.split('\n');
  return heading.startsWith(comment) ? [heading, ...comments, ...rest].join('\n') : [...comments, '', snippet.text].join('\n');
}

/** What the service costs where the phase places it for this need; silent where it does not. */
function costComment(analysis: Analysis, request: SnippetRequest, phaseId: PhaseId, language: Language): string | null {
  const phase = phaseOf(analysis, phaseId);
  const services = phase?.estimate.services.filter(({ service, serves }) => service === request.service && serves.includes(request.need)) ?? [];
  if (services.length === 0) return null;
  return localize(strings.cost, language, {
    phase: phaseInfo(phaseId).title,
    service: serviceName(request.service),
    amount: monthly(total(services), language),
    region: analysis.prices.region,
  });
}

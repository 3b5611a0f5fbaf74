import { localize, type Language, type Localized } from '../l10n/localized';
import { needIds, phaseIds, type NeedId, type PhaseId } from '../model';
import { concept } from './concepts';
import { serviceName } from './names';
import { needInfo } from './needs';
import { phaseInfo } from './phases';
import { catalogService, catalogServices } from './services';
import type { CatalogService, Concept, Sourced } from './types';

const labels = {
  phase: { en: 'First phase', 'pt-br': 'Primeira fase' },
  serves: { en: 'Serves', 'pt-br': 'Atende' },
  cost: { en: 'What it costs', 'pt-br': 'O que custa' },
  price: { en: 'For your numbers: `skylift price {id}`', 'pt-br': 'Para os seus números: `skylift price {id}`' },
  worthIt: { en: 'When it is worth it', 'pt-br': 'Quando vale a pena' },
  notWhen: { en: 'When not to use it', 'pt-br': 'Quando não usar' },
  alternatives: { en: 'Alternatives', 'pt-br': 'Alternativas' },
  limits: { en: 'Limits that bite', 'pt-br': 'Limites que pegam' },
  highAvailability: { en: 'High availability', 'pt-br': 'Alta disponibilidade' },
  scaling: { en: 'Scaling', 'pt-br': 'Escalonamento' },
  lifecycle: { en: 'Lifecycle', 'pt-br': 'Ciclo de vida' },
  outdated: { en: 'What older guides still say', 'pt-br': 'O que guias antigos ainda dizem' },
  more: { en: 'Read more', 'pt-br': 'Leia mais' },
  documentation: { en: 'Documentation', 'pt-br': 'Documentação' },
  pricing: { en: 'Prices', 'pt-br': 'Preços' },
  services: { en: 'Services', 'pt-br': 'Serviços' },
  facts: { en: 'Facts', 'pt-br': 'Fatos' },
  source: { en: 'source', 'pt-br': 'fonte' },
  goal: { en: 'Goal', 'pt-br': 'Objetivo' },
  learn: { en: 'What you learn', 'pt-br': 'O que você aprende' },
  duration: { en: 'Typical duration', 'pt-br': 'Duração típica' },
  entering: { en: 'Services that enter in this phase', 'pt-br': 'Serviços que entram nesta fase' },
} satisfies Record<string, Localized>;

/** Writes one explanation in one language; headings start at `level`, so that two explanations can share a page. */
class Page {
  readonly #language: Language;
  readonly #level: number;
  readonly #blocks: string[] = [];

  constructor(language: Language, level: number) {
    this.#language = language;
    this.#level = level;
  }

  text(text: Localized, data: Record<string, string> = {}): string {
    return localize(text, this.#language, data);
  }

  title(text: string): void {
    this.#blocks.push(`${'#'.repeat(this.#level)} ${text}`);
  }

  paragraph(text: string): void {
    this.#blocks.push(text);
  }

  section(heading: Localized, text: string): void {
    this.#blocks.push(`${'#'.repeat(this.#level + 1)} ${this.text(heading)}`, text);
  }

  list(heading: Localized, items: readonly string[]): void {
    if (items.length === 0) return;
    this.section(heading, items.map((item) => `- ${item}`).join('\n'));
  }

  sourced(heading: Localized, facts: readonly Sourced[]): void {
    this.list(heading, facts.map((fact) => `${this.text(fact.text)} ([${this.text(labels.source)}](${fact.source}), ${fact.checked})`));
  }

  render(): string {
    return this.#blocks.join('\n\n');
  }
}

function explainService(service: CatalogService, page: Page): void {
  page.title(page.text(service.name));
  page.paragraph(page.text(service.problem));
  const needs = service.serves.map((id) => page.text(needInfo(id).title)).join(', ');
  page.paragraph(
    `**${page.text(labels.phase)}:** ${page.text(phaseInfo(service.phase).title)}  \n**${page.text(labels.serves)}:** ${needs}`,
  );
  page.section(labels.cost, `${page.text(service.cost)}\n\n${page.text(labels.price, { id: service.id })}`);
  page.section(labels.worthIt, page.text(service.worthIt));
  page.section(labels.notWhen, page.text(service.notWhen));
  page.list(labels.alternatives, service.alternatives.map((other) => `**${page.text(serviceName(other.id))}** (\`${other.id}\`): ${page.text(other.when)}`));
  page.sourced(labels.limits, service.limits);
  page.section(labels.highAvailability, page.text(service.highAvailability));
  page.section(labels.scaling, page.text(service.scaling));
  if (service.lifecycle.status !== 'available') page.sourced(labels.lifecycle, [service.lifecycle.note]);
  page.sourced(labels.outdated, service.outdated);
  page.list(labels.more, [
    `[${page.text(labels.documentation)}](${service.documentation})`,
    `[${page.text(labels.pricing)}](${service.pricingPage})`,
  ]);
}

function explainConcept(entry: Concept, page: Page): void {
  page.title(page.text(entry.title));
  page.paragraph(`*${page.text(entry.summary)}*`);
  page.paragraph(page.text(entry.body));
  page.list(labels.services, entry.services.map((id) => `${page.text(serviceName(id))} (\`${id}\`)`));
  page.sourced(labels.facts, entry.facts);
  page.list(labels.more, entry.links.map((link) => `[${page.text(link.label)}](${link.url})`));
}

function serviceLines(ids: readonly string[], page: Page): readonly string[] {
  return ids.flatMap((id) => {
    const service = catalogService(id);
    return service === undefined ? [] : [`**${page.text(service.name)}** (\`${id}\`): ${page.text(service.problem)}`];
  });
}

function explainNeed(id: NeedId, page: Page): void {
  const info = needInfo(id);
  const title = page.text(info.title);
  page.title(title.charAt(0).toUpperCase() + title.slice(1));
  page.paragraph(page.text(info.problem));
  page.list(labels.services, serviceLines(info.services, page));
}

function explainPhase(id: PhaseId, page: Page): void {
  const info = phaseInfo(id);
  page.title(page.text(info.title));
  page.section(labels.goal, page.text(info.goal));
  page.section(labels.learn, page.text(info.learn));
  page.section(labels.duration, page.text(info.duration));
  page.list(labels.entering, serviceLines(catalogServices.filter((service) => service.phase === id).map((service) => service.id), page));
}

/**
 * What the catalog knows under an id, as Markdown; null where it knows nothing. Some words name two things
 * (`iam` is a concept and a service, `cloud-native` a phase and a concept): both are explained, one after the other.
 */
export function explain(id: string, language: Language): string | null {
  const wanted = id.trim().toLowerCase();
  const writers: ((page: Page) => void)[] = [];
  const phase = phaseIds.find((each) => each === wanted);
  if (phase !== undefined) writers.push((page) => explainPhase(phase, page));
  const entry = concept(wanted);
  if (entry !== undefined) writers.push((page) => explainConcept(entry, page));
  const need = needIds.find((each) => each === wanted);
  if (need !== undefined) writers.push((page) => explainNeed(need, page));
  const service = catalogService(wanted);
  if (service !== undefined) writers.push((page) => explainService(service, page));
  if (writers.length === 0) return null;
  return writers
    .map((write, index) => {
      const page = new Page(language, index === 0 ? 1 : 2);
      write(page);
      return page.render();
    })
    .join('\n\n');
}

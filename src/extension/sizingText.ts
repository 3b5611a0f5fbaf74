import { localize, type Language, type Localized } from '../core/l10n/localized';
import { defaultSizing, sizingNames, type Sizing } from '../core/model';

const labels = {
  multiAz: { en: 'Multi-AZ', 'pt-br': 'Multi-AZ' },
  architecture: { en: 'Processors', 'pt-br': 'Processadores' },
  serverClass: { en: 'Servers', 'pt-br': 'Servidores' },
  databaseClass: { en: 'Database and cache', 'pt-br': 'Banco e cache' },
} as const satisfies Record<keyof Sizing, Localized>;

type Choice = { readonly label: Localized; readonly detail: Localized };

const asNeeded: Choice = {
  label: { en: 'As needed', 'pt-br': 'Conforme a carga' },
  detail: { en: 'The smallest machine of any family that carries the workload.', 'pt-br': 'A menor máquina, de qualquer família, que aguenta a carga.' },
};
const classes = {
  auto: asNeeded,
  burstable: {
    label: { en: 'Burstable (T)', 'pt-br': 'Expansível (T)' },
    detail: { en: 't4g or t3: cheap at rest, for learning and quiet hours.', 'pt-br': 't4g ou t3: baratas em repouso, para aprender e horas calmas.' },
  },
  general: {
    label: { en: 'General purpose (M)', 'pt-br': 'Uso geral (M)' },
    detail: { en: '4 GB per vCPU, full speed without end.', 'pt-br': '4 GB por vCPU, velocidade plena sem limite de tempo.' },
  },
  memory: {
    label: { en: 'Memory-optimized (R)', 'pt-br': 'Otimizada para memória (R)' },
    detail: { en: '8 GB per vCPU, for databases and caches with much hot data.', 'pt-br': '8 GB por vCPU, para bancos e caches com muitos dados quentes.' },
  },
} as const satisfies Record<Sizing['serverClass'], Choice>;

const choices = {
  multiAz: {
    auto: {
      label: { en: 'As the phase has it', 'pt-br': 'Conforme a fase' },
      detail: { en: 'In two zones from the cloud-native phase on.', 'pt-br': 'Em duas zonas a partir da fase cloud-native.' },
    },
    on: {
      label: { en: 'In two zones', 'pt-br': 'Em duas zonas' },
      detail: { en: 'A second copy of databases, caches and brokers takes over by itself; a NAT gateway per zone.', 'pt-br': 'Uma segunda cópia de bancos, caches e brokers assume sozinha; um NAT gateway por zona.' },
    },
    off: {
      label: { en: 'In one zone', 'pt-br': 'Em uma zona' },
      detail: { en: 'Half the price of databases and caches; an outage of the zone stops the application.', 'pt-br': 'Metade do preço de bancos e caches; uma falha da zona para a aplicação.' },
    },
  },
  architecture: {
    auto: {
      label: { en: 'ARM, or as declared', 'pt-br': 'ARM, ou como declarado' },
      detail: { en: 'Graviton, unless the infrastructure code names others.', 'pt-br': 'Graviton, a menos que o código de infraestrutura diga outra coisa.' },
    },
    arm: {
      label: { en: 'ARM (Graviton)', 'pt-br': 'ARM (Graviton)' },
      detail: { en: 'Mostly about a fifth cheaper. Images must be built for arm64.', 'pt-br': 'Em geral cerca de um quinto mais barato. As imagens precisam ser feitas para arm64.' },
    },
    x86: {
      label: { en: 'x86 (Intel)', 'pt-br': 'x86 (Intel)' },
      detail: { en: 'For images and libraries that exist for x86 only.', 'pt-br': 'Para imagens e bibliotecas que só existem para x86.' },
    },
  },
  serverClass: classes,
  databaseClass: classes,
} as const satisfies { readonly [Name in keyof Sizing]: Readonly<Record<Sizing[Name], Choice>> };

export function sizingLabel(name: keyof Sizing, language: Language): string {
  return localize(labels[name], language);
}

export function sizingChoiceLabel(name: keyof Sizing, value: string, language: Language): string {
  const choice = choiceOf(name, value);
  return choice === undefined ? value : localize(choice.label, language);
}

export function sizingChoiceDetail(name: keyof Sizing, value: string, language: Language): string {
  const choice = choiceOf(name, value);
  return choice === undefined ? '' : localize(choice.detail, language);
}

/** What is asked for, in one line; that nothing is, where nothing is. */
export function sizingText(sizing: Sizing, language: Language): string {
  const asked = sizingNames.filter((name) => sizing[name] !== defaultSizing[name]);
  if (asked.length === 0) return localize(asNeeded.label, language);
  return asked.map((name) => `${sizingLabel(name, language)}: ${sizingChoiceLabel(name, sizing[name], language)}`).join(' · ');
}

function choiceOf(name: keyof Sizing, value: string): Choice | undefined {
  const known: Readonly<Record<string, Choice>> = choices[name];
  return Object.hasOwn(known, value) ? known[value] : undefined;
}

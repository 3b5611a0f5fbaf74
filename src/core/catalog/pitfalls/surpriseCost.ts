import { checked, markdown } from '../define';
import type { Concept } from '../types';

export const surpriseCost: Concept = {
  id: 'surprise-cost',
  kind: 'pitfall',
  title: { en: 'The surprise bill', 'pt-br': 'A conta surpresa' },
  summary: {
    en: 'Something ran for a month that nobody watched. It is nearly always one of ten known things.',
    'pt-br': 'Algo rodou por um mês sem ninguém olhar. Quase sempre é uma de dez coisas conhecidas.',
  },
  body: {
    en: markdown(
      'The usual suspects, roughly in the order in which small teams meet them:',
      '1. a NAT gateway, by the hour and by every GB that passes it;\n2. a forgotten test database or load balancer;\n3. public IPv4 addresses, each by the hour, also unused ones;\n4. logs at debug level: taking them in costs, not keeping them;\n5. traffic to the internet, from video, backups to another provider, or hot-linked images;\n6. OpenSearch, MSK or a serverless form with a floor price;\n7. a database version in paid Extended Support;\n8. old snapshots, object versions and container images without an end date;\n9. a function that calls itself by the event that it causes;\n10. a stolen access key, and machines in a Region that you never use.',
      'The remedy is cheap. Before the first resource: a **budget** with notices at 50, 80 and 100% and on the forecast, and Cost Anomaly Detection, both free. Then an end date for everything that grows, maximum values for everything that scales, and a tag per environment. Look at Cost Explorer by service every Monday in the first month. CloudWatch, which guides name beside budgets, watches services; the bill needs the other two.',
      'Skylift computes the budget from the estimate of the phase that you choose and can generate it as infrastructure code. The hidden lines (NAT, addresses, logs, traffic) always stand in the estimate, even when small, and infrastructure code without a budget is reported.',
    ),
    'pt-br': markdown(
      'Os suspeitos de sempre, mais ou menos na ordem em que equipes pequenas os encontram:',
      '1. um NAT gateway, por hora e por cada GB que passa por ele;\n2. um banco de testes ou balanceador esquecido;\n3. endereços IPv4 públicos, cada um por hora, inclusive os sem uso;\n4. logs em nível debug: o que custa é receber, não guardar;\n5. tráfego para a internet, de vídeo, de backups para outro provedor ou de imagens usadas por outros sites;\n6. OpenSearch, MSK ou uma forma serverless com preço mínimo;\n7. uma versão de banco no Extended Support pago;\n8. snapshots, versões de objetos e imagens de contêiner antigos sem data de fim;\n9. uma função que se chama de novo pelo evento que ela mesma causa;\n10. uma chave de acesso roubada, e máquinas em uma Região que você nunca usa.',
      'O remédio é barato. Antes do primeiro recurso: um **orçamento** com avisos em 50, 80 e 100% e na previsão, e a detecção de anomalias de custo, ambos gratuitos. Depois, data de fim para tudo o que cresce, valores máximos para tudo o que escala e uma tag por ambiente. Olhe o Cost Explorer por serviço toda segunda-feira no primeiro mês. O CloudWatch, que os guias citam ao lado dos budgets, vigia serviços; a conta precisa dos outros dois.',
      'O Skylift calcula o orçamento a partir da estimativa da fase que você escolher e pode gerá-lo como código de infraestrutura. As linhas escondidas (NAT, endereços, logs, tráfego) estão sempre na estimativa, mesmo pequenas, e código de infraestrutura sem orçamento é apontado.',
    ),
  },
  services: ['budgets', 'nat-gateway', 'data-transfer-out', 'public-ipv4', 'cloudwatch', 'opensearch'],
  links: [
    { label: { en: 'AWS Budgets', 'pt-br': 'AWS Budgets' }, url: 'https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-managing-costs.html' },
    { label: { en: 'Cost Anomaly Detection', 'pt-br': 'Detecção de anomalias de custo' }, url: 'https://docs.aws.amazon.com/cost-management/latest/userguide/manage-ad.html' },
  ],
  facts: [
    {
      text: {
        en: 'Budget figures are refreshed up to three times a day; notices are not a spending limit.',
        'pt-br': 'Os valores do orçamento são atualizados até três vezes por dia; avisos não são um limite de gastos.',
      },
      source: 'https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-managing-costs.html',
      checked: checked.review,
    },
  ],
};

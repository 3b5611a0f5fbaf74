import { checked, markdown } from '../define';
import type { Concept } from '../types';

export const payAsYouGo: Concept = {
  id: 'pay-as-you-go',
  kind: 'concept',
  title: { en: 'Pay as you go', 'pt-br': 'Pague pelo uso' },
  summary: {
    en: 'Each service has meters (hours, GB, requests), and the bill is their sum; nobody asks whether the use was wise.',
    'pt-br': 'Cada serviço tem medidores (horas, GB, requisições), e a conta é a soma deles; ninguém pergunta se o uso foi sensato.',
  },
  body: {
    en: markdown(
      'On a rented server you pay a fixed price and the machine becomes slow when it is full. On AWS you pay for what ran, and it hardly ever becomes slow: it becomes expensive.',
      'There are only a few kinds of meter:',
      '- **time**: hours of an instance, a database, a load balancer, a NAT gateway, an address, whether used or not;\n- **size**: GB stored per month, provisioned (EBS, RDS) or really used (S3, EFS, Aurora);\n- **traffic**: GB to the internet, between zones, through NAT; what comes in is free;\n- **events**: requests, messages, invocations, transitions.',
      'To understand a bill, sort services by the first kind. What costs by time is your floor: it is there at three in the morning with no users. What costs by events grows with them. An architecture of the learning phase should have a low floor; one with steady traffic may have a higher floor and cheaper events.',
      'Three habits: stop test environments at night (EC2 and RDS can be), give logs and backups an end date, and tag everything with its environment, so that the bill can be read.',
      'Skylift lists every line of a phase with quantity, unit and unit price, the assumption behind the quantity, and the day and source of the price. Change the workload in skylift.yaml and see which lines move. A price it does not know is marked as such and never counted as zero.',
    ),
    'pt-br': markdown(
      'Em um servidor alugado você paga um preço fixo e a máquina fica lenta quando enche. Na AWS você paga pelo que rodou, e quase nunca fica lento: fica caro.',
      'Existem poucos tipos de medidor:',
      '- **tempo**: horas de uma instância, de um banco, de um balanceador, de um NAT gateway, de um endereço, em uso ou não;\n- **tamanho**: GB armazenados por mês, provisionados (EBS, RDS) ou realmente usados (S3, EFS, Aurora);\n- **tráfego**: GB para a internet, entre zonas, pelo NAT; o que entra é de graça;\n- **eventos**: requisições, mensagens, invocações, transições.',
      'Para entender uma conta, separe os serviços pelo primeiro tipo. O que custa por tempo é o seu piso: está lá às três da manhã sem nenhum usuário. O que custa por eventos cresce com eles. Uma arquitetura da fase de aprendizado deve ter piso baixo; uma com tráfego constante pode ter piso mais alto e eventos mais baratos.',
      'Três hábitos: desligue ambientes de teste à noite (EC2 e RDS permitem), dê data de fim a logs e backups e marque tudo com a tag do ambiente, para que a conta possa ser lida.',
      'O Skylift lista cada linha de uma fase com quantidade, unidade e preço unitário, a suposição por trás da quantidade e o dia e a fonte do preço. Mude a carga no skylift.yaml e veja quais linhas se movem. Um preço que ele não conhece é marcado assim e nunca contado como zero.',
    ),
  },
  services: ['ec2', 's3', 'data-transfer-out', 'nat-gateway', 'budgets'],
  links: [
    { label: { en: 'How AWS pricing works', 'pt-br': 'Como funcionam os preços da AWS' }, url: 'https://aws.amazon.com/pricing/' },
    { label: { en: 'Cost Explorer', 'pt-br': 'Cost Explorer' }, url: 'https://docs.aws.amazon.com/cost-management/latest/userguide/ce-what-is.html' },
  ],
  facts: [
    {
      text: {
        en: 'Traffic into AWS is free; the first 100 GB a month to the internet are free, over all services together.',
        'pt-br': 'O tráfego que entra na AWS é de graça; os primeiros 100 GB por mês para a internet são de graça, somando todos os serviços.',
      },
      source: 'https://aws.amazon.com/ec2/pricing/on-demand/',
      checked: checked.guides,
    },
  ],
};

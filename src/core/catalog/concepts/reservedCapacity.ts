import { checked, markdown } from '../define';
import type { Concept } from '../types';

export const reservedCapacity: Concept = {
  id: 'reserved-capacity',
  kind: 'concept',
  title: { en: 'Reserved capacity and Savings Plans', 'pt-br': 'Capacidade reservada e Savings Plans' },
  summary: {
    en: 'Whoever promises to use something for one or three years pays clearly less per hour, and pays also when it stands still.',
    'pt-br': 'Quem promete usar algo por um ou três anos paga bem menos por hora, e paga também quando fica parado.',
  },
  body: {
    en: markdown(
      'Guides of some years ago speak of *Reserved Instances*: you reserve an instance type. They still exist, and for most teams two newer forms are better:',
      '- A **Compute Savings Plan** is a promise of an amount per hour. It applies to EC2 of any type and Region, to Fargate and to Lambda, so it survives the move from servers to containers. The discount reaches about two thirds at most.\n- A **Database Savings Plan** does the same over RDS, Aurora, DynamoDB, ElastiCache and more, with about a third at most.\n- **Spot** is the other direction: unused machines at a large discount that AWS takes back with two minutes\' notice. Good for workers that can repeat a job, bad for the only web server.',
      'When to buy: not in the first months. First measure, remove what is idle, choose the right sizes, move to Graviton (ARM) where the code allows it. What has then run without change for two or three months is the base; commit to that base and leave the peaks on demand. One year without payment up front is the careful choice.',
      'A commitment cannot be given back after the first days, and a cheaper architecture does not lower it.',
      'Skylift\'s estimates are on-demand list prices, before tax and discounts. That is the right number to compare phases; the part that runs all month, whatever the traffic, is what a plan could cover.',
    ),
    'pt-br': markdown(
      'Guias de alguns anos atrás falam em *Reserved Instances*: você reserva um tipo de instância. Elas ainda existem e, para a maioria das equipes, duas formas mais novas são melhores:',
      '- Um **Compute Savings Plan** é a promessa de um valor por hora. Vale para EC2 de qualquer tipo e Região, para Fargate e para Lambda; por isso sobrevive à mudança de servidores para contêineres. O desconto chega a cerca de dois terços, no máximo.\n- Um **Database Savings Plan** faz o mesmo com RDS, Aurora, DynamoDB, ElastiCache e outros, com cerca de um terço, no máximo.\n- **Spot** é o caminho oposto: máquinas sem uso com grande desconto, que a AWS toma de volta com dois minutos de aviso. Bom para workers que podem repetir um job, ruim para o único servidor web.',
      'Quando comprar: não nos primeiros meses. Primeiro meça, remova o que está ocioso, escolha os tamanhos certos, passe para Graviton (ARM) onde o código permitir. O que então rodou sem mudança por dois ou três meses é a base; comprometa-se com essa base e deixe os picos sob demanda. Um ano sem pagamento antecipado é a escolha cautelosa.',
      'Um compromisso não pode ser devolvido depois dos primeiros dias, e uma arquitetura mais barata não o reduz.',
      'As estimativas do Skylift são preços de tabela sob demanda, sem impostos e descontos. É o número certo para comparar fases; a parte que roda o mês inteiro, seja qual for o tráfego, é o que um plano poderia cobrir.',
    ),
  },
  services: ['ec2', 'fargate', 'lambda', 'rds', 'elasticache'],
  links: [
    { label: { en: 'What are Savings Plans?', 'pt-br': 'O que são Savings Plans?' }, url: 'https://docs.aws.amazon.com/savingsplans/latest/userguide/what-is-savings-plans.html' },
    { label: { en: 'Spot Instances', 'pt-br': 'Instâncias spot' }, url: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-spot-instances.html' },
  ],
  facts: [
    {
      text: {
        en: 'Compute Savings Plans cover EC2, Fargate and Lambda; Database Savings Plans cover RDS, Aurora, DynamoDB, ElastiCache, DocumentDB, OpenSearch and others.',
        'pt-br': 'Os Compute Savings Plans cobrem EC2, Fargate e Lambda; os Database Savings Plans cobrem RDS, Aurora, DynamoDB, ElastiCache, DocumentDB, OpenSearch e outros.',
      },
      source: 'https://docs.aws.amazon.com/savingsplans/latest/userguide/what-is-savings-plans.html',
      checked: checked.guides,
    },
  ],
};

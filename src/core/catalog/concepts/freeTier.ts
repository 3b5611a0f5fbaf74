import { checked, markdown } from '../define';
import type { Concept } from '../types';

export const freeTier: Concept = {
  id: 'free-tier',
  kind: 'concept',
  title: { en: 'Free tier', 'pt-br': 'Free tier' },
  summary: {
    en: 'What you may use without paying depends on the day on which the account was opened: credits for newer ones, twelve months of allowances for older ones.',
    'pt-br': 'O que dá para usar sem pagar depende do dia em que a conta foi aberta: créditos nas mais novas, doze meses de franquias nas mais antigas.',
  },
  body: {
    en: markdown(
      '"Twelve months free to learn", as guides of 2024 say, is only true for accounts opened **before 15 July 2025**. Those keep it until their first birthday: 750 hours a month of a micro instance, of a small RDS database and of a public IPv4 address, 5 GB of S3 and so on.',
      'Accounts opened **since then** choose a plan instead:',
      '- The **free plan** costs nothing and cannot be charged. You get credits at sign-up and the same amount again for small tasks (starting an instance, setting a budget). It ends after six months or when the credits are gone; some services are closed to it.\n- The **paid plan** opens everything, uses the credits first and then charges the card.',
      'In both worlds there is the **always-free** part, each month and for ever: a million Lambda requests, a million SQS requests, 25 GB of DynamoDB, a terabyte of CloudFront traffic, ten CloudWatch alarms.',
      'What is never free surprises most: NAT gateways, load balancers after the first year, Multi-AZ, most of OpenSearch, MSK and Amazon MQ, support plans. A stopped instance still pays for its disk and its address.',
      'So: open the account when you have time to use it, create a budget first, and delete what an experiment made.',
      'In Skylift the free tier is an option of every estimate: `none` (default), `legacy` for older accounts in their first year, `credits` for newer ones, which deducts the always-free part only.',
    ),
    'pt-br': markdown(
      '"Doze meses grátis para aprender", como dizem os guias de 2024, só vale para contas abertas **antes de 15 de julho de 2025**. Elas o mantêm até completar um ano: 750 horas por mês de uma instância micro, de um banco RDS pequeno e de um endereço IPv4 público, 5 GB de S3 e assim por diante.',
      'Contas abertas **desde então** escolhem um plano:',
      '- O **plano gratuito** não custa nada e não pode ser cobrado. Você recebe créditos no cadastro e outro tanto por pequenas tarefas (iniciar uma instância, criar um orçamento). Ele termina após seis meses ou quando os créditos acabam; alguns serviços ficam fora dele.\n- O **plano pago** abre tudo, usa primeiro os créditos e depois cobra no cartão.',
      'Nos dois mundos existe a parte **sempre gratuita**, todo mês e para sempre: um milhão de requisições do Lambda, um milhão do SQS, 25 GB de DynamoDB, um terabyte de tráfego do CloudFront, dez alarmes do CloudWatch.',
      'O que nunca é de graça é o que mais surpreende: NAT gateways, balanceadores depois do primeiro ano, Multi-AZ, quase tudo em OpenSearch, MSK e Amazon MQ, planos de suporte. Uma instância parada continua pagando o disco e o endereço.',
      'Portanto: abra a conta quando tiver tempo de usá-la, crie um orçamento antes de tudo e apague o que um experimento criou.',
      'No Skylift o free tier é uma opção de toda estimativa: `none` (padrão), `legacy` para contas antigas no primeiro ano, `credits` para as mais novas, que desconta só a parte sempre gratuita.',
    ),
  },
  services: ['ec2', 'rds', 'lambda', 'cloudfront', 'budgets'],
  links: [
    { label: { en: 'AWS Free Tier', 'pt-br': 'Nível gratuito da AWS' }, url: 'https://aws.amazon.com/free/' },
    { label: { en: 'Free Tier in the billing guide', 'pt-br': 'Free Tier no guia de faturamento' }, url: 'https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/free-tier.html' },
  ],
  facts: [
    {
      text: {
        en: 'Accounts opened since 2025-07-15 get credits at sign-up and more for some first activities; the free plan ends after six months or with the credits.',
        'pt-br': 'Contas abertas desde 15/07/2025 recebem créditos no cadastro e mais por algumas primeiras atividades; o plano gratuito termina após seis meses ou com os créditos.',
      },
      source: 'https://aws.amazon.com/free/',
      checked: checked.guides,
    },
    {
      text: {
        en: 'About thirty services have allowances that never end, in every account.',
        'pt-br': 'Cerca de trinta serviços têm franquias que nunca acabam, em qualquer conta.',
      },
      source: 'https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/free-tier.html',
      checked: checked.guides,
    },
  ],
};

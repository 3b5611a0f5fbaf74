import { checked, markdown } from '../define';
import type { Concept } from '../types';

export const serverlessFirst: Concept = {
  id: 'serverless-first',
  kind: 'concept',
  title: { en: 'Serverless first', 'pt-br': 'Serverless primeiro' },
  summary: {
    en: 'For new parts, ask first whether they can be functions and managed pieces; for existing parts, ask what moving them would gain.',
    'pt-br': 'Para partes novas, pergunte primeiro se podem ser funções e peças gerenciadas; para as existentes, pergunte o que se ganha ao movê-las.',
  },
  body: {
    en: markdown(
      '"Do not manage servers, manage code" is a good first question and a bad law. Functions are excellent where work comes in bursts and each piece is short: webhooks, image sizes after an upload, notifications, reports at night, an API that few people call.',
      'They are poor at: connections that stay open, jobs over a quarter of an hour, uploads over six megabytes, steady heavy traffic, code that takes ten seconds to start, and everything that expects a local disk.',
      'What changes in the code:',
      '- no state between calls, and each event may come twice;\n- few database connections: RDS Proxy, the Data API, or DynamoDB;\n- files go directly from the browser to S3 by presigned URL;\n- logs to standard output, configuration from Parameter Store.',
      'Whole frameworks run on Lambda too: Laravel and Symfony with Bref, Rails with Lamby, Express, Django and FastAPI with the Lambda Web Adapter or Mangum. That is the quick way in, a *monolith in a function*; it gives you the bill of Lambda without a new architecture. Split off a domain only when it has its own rhythm.',
      'Beside Lambda, a serverless system is mostly S3, SQS, EventBridge, Scheduler and Step Functions. You may use all of them from containers, and many good systems do.',
      'Skylift draws the serverless phase by the domains found in the repository and notes where a limit (payload, duration, protocol) stands against it.',
    ),
    'pt-br': markdown(
      '"Não gerencie servidores, gerencie código" é uma boa primeira pergunta e uma má lei. Funções são excelentes onde o trabalho chega em rajadas e cada pedaço é curto: webhooks, tamanhos de imagem depois de um upload, notificações, relatórios noturnos, uma API que pouca gente chama.',
      'São ruins em: conexões que ficam abertas, jobs de mais de quinze minutos, uploads acima de seis megabytes, tráfego pesado e constante, código que leva dez segundos para iniciar e tudo o que espera um disco local.',
      'O que muda no código:',
      '- nenhum estado entre chamadas, e cada evento pode chegar duas vezes;\n- poucas conexões ao banco: RDS Proxy, Data API ou DynamoDB;\n- arquivos vão direto do navegador para o S3 por URL pré-assinada;\n- logs na saída padrão, configuração do Parameter Store.',
      'Frameworks inteiros também rodam no Lambda: Laravel e Symfony com Bref, Rails com Lamby, Express, Django e FastAPI com o Lambda Web Adapter ou o Mangum. É o caminho rápido, um *monólito dentro de uma função*; dá a conta do Lambda sem arquitetura nova. Separe um domínio só quando ele tiver ritmo próprio.',
      'Fora o Lambda, um sistema serverless é principalmente S3, SQS, EventBridge, Scheduler e Step Functions. Você pode usar todos eles a partir de contêineres, e muitos bons sistemas fazem isso.',
      'O Skylift desenha a fase serverless pelos domínios encontrados no repositório e avisa onde um limite (tamanho, duração, protocolo) joga contra.',
    ),
  },
  services: ['lambda', 'apigateway-http', 'dynamodb', 'sqs', 'eventbridge', 'stepfunctions'],
  links: [
    { label: { en: 'Serverless applications lens', 'pt-br': 'Lente de aplicações serverless' }, url: 'https://docs.aws.amazon.com/wellarchitected/latest/serverless-applications-lens/welcome.html' },
  ],
  facts: [
    {
      text: { en: 'A Lambda function runs for 15 minutes at most.', 'pt-br': 'Uma função Lambda roda no máximo 15 minutos.' },
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
      checked: checked.review,
    },
    {
      text: {
        en: 'It takes and returns at most 6 MB per synchronous call.',
        'pt-br': 'Ela recebe e devolve no máximo 6 MB por chamada síncrona.',
      },
      source: 'https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html',
      checked: checked.review,
    },
  ],
};

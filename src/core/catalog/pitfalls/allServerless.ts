import { checked, markdown } from '../define';
import type { Concept } from '../types';

export const allServerless: Concept = {
  id: 'all-serverless',
  kind: 'pitfall',
  title: { en: 'Everything serverless at once', 'pt-br': 'Tudo serverless de uma vez' },
  summary: {
    en: 'Rewriting the whole application as functions stops the product for months and often ends dearer and slower.',
    'pt-br': 'Reescrever a aplicação inteira como funções para o produto por meses e muitas vezes termina mais caro e mais lento.',
  },
  body: {
    en: markdown(
      'The plan looks fine on paper: API Gateway, forty functions, DynamoDB. In practice four things happen.',
      '- **The data model breaks.** Joins, reports and transactions over several tables do not move to DynamoDB; they are designed anew, query by query.\n- **Limits appear late**: 15 minutes, 6 MB, 30 seconds at the gateway, connections to a relational database that multiply with each function.\n- **The protocol does not fit.** A Reverb, Socket.IO or Action Cable client cannot talk to API Gateway\'s WebSockets. That is a new client, not a new server.\n- **Nobody can run it any more.** What was one process on a laptop is now twelve services, and a bug crosses five logs.',
      'And with steady traffic it may cost more than two containers.',
      'The other way is to let it grow around the old application. Put the load balancer or CloudFront in front, move **one** domain that gains from it (notifications, image processing, a partner\'s webhook) and send only its paths there. Run it for a month. Compare cost, errors and the time of a change. Then the next, or none.',
      'A good intermediate state that many teams never need to leave: containers for the web, functions for events, PostgreSQL for data.',
      'Skylift warns when a plan jumps: infrastructure code or settings that go from one server straight to functions for all domains are reported, and the serverless phase lists domains as steps, one after the other.',
    ),
    'pt-br': markdown(
      'No papel o plano parece ótimo: API Gateway, quarenta funções, DynamoDB. Na prática acontecem quatro coisas.',
      '- **O modelo de dados quebra.** Joins, relatórios e transações sobre várias tabelas não migram para o DynamoDB; são desenhados de novo, consulta por consulta.\n- **Os limites aparecem tarde**: 15 minutos, 6 MB, 30 segundos no gateway, conexões ao banco relacional que se multiplicam a cada função.\n- **O protocolo não encaixa.** Um cliente Reverb, Socket.IO ou Action Cable não consegue falar com os WebSockets do API Gateway. Isso é um cliente novo, não um servidor novo.\n- **Ninguém consegue mais rodar.** O que era um processo no notebook agora são doze serviços, e um bug atravessa cinco logs.',
      'E, com tráfego constante, pode custar mais que dois contêineres.',
      'O outro caminho é deixar crescer em volta da aplicação antiga. Ponha o balanceador ou o CloudFront na frente, mova **um** domínio que ganhe com isso (notificações, processamento de imagens, o webhook de um parceiro) e mande só os caminhos dele para lá. Rode por um mês. Compare custo, erros e o tempo de uma mudança. Depois o próximo, ou nenhum.',
      'Um bom estado intermediário, do qual muitas equipes nunca precisam sair: contêineres para a web, funções para eventos, PostgreSQL para os dados.',
      'O Skylift avisa quando um plano dá um salto: código de infraestrutura ou configurações que vão de um servidor direto a funções para todos os domínios são apontados, e a fase serverless lista os domínios como etapas, uma depois da outra.',
    ),
  },
  services: ['lambda', 'apigateway-http', 'dynamodb', 'fargate', 'sqs'],
  links: [
    { label: { en: 'Strangler fig pattern', 'pt-br': 'Padrão strangler fig' }, url: 'https://docs.aws.amazon.com/prescriptive-guidance/latest/cloud-design-patterns/strangler-fig.html' },
  ],
  facts: [
    {
      text: {
        en: 'API Gateway\'s WebSockets end after two hours and ten idle minutes, and speak no Pusher, Socket.IO or Action Cable protocol.',
        'pt-br': 'Os WebSockets do API Gateway terminam após duas horas ou dez minutos ociosos, e não falam os protocolos Pusher, Socket.IO ou Action Cable.',
      },
      source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html',
      checked: checked.review,
    },
  ],
};

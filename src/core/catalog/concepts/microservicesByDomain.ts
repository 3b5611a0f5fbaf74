import { checked, markdown } from '../define';
import type { Concept } from '../types';

export const microservicesByDomain: Concept = {
  id: 'microservices-by-domain',
  kind: 'concept',
  title: { en: 'Microservices by domain', 'pt-br': 'Microsserviços por domínio' },
  summary: {
    en: 'A service owns one part of the business with its data and its deploys; it is not a layer and not a table.',
    'pt-br': 'Um serviço é dono de uma parte do negócio, com seus dados e seus deploys; não é uma camada nem uma tabela.',
  },
  body: {
    en: markdown(
      'A telemedicine system is often cut into auth, appointments, video and notifications. That is the right kind of line: by what people do, not by technical layer. "A service for the database" or "one function per controller method" are the wrong kind.',
      'Signs that a part is ready to leave:',
      '- it changes for other reasons than the rest, by other people;\n- it has another load (notifications in bursts, video with UDP, reports at night);\n- it touches few tables of others, and those only by reading;\n- it may fail without stopping the rest.',
      'Notifications nearly always fulfil all four. Authentication seldom does: everything calls it, so it is the last to go.',
      'How to cut: first inside the monolith (modules with clear interfaces and no joins across), then events instead of calls ("appointment booked"), then its own data, at last its own deploy. A part that still needs the others\' tables is a distributed monolith, slower and harder to debug than before.',
      'What it costs: network errors, double delivery, data that agrees only after a moment, tracing, several pipelines. For a team of three, one well-modularised application with workers is usually the better end state.',
      'Skylift proposes domains from what the repository really has (controllers, modules, apps, engines, routes), names the files behind each and calls them suggestions. They appear in the serverless phase and nowhere else.',
    ),
    'pt-br': markdown(
      'Um sistema de telemedicina costuma ser dividido em autenticação, agendamentos, vídeo e notificações. Esse é o tipo certo de linha: pelo que as pessoas fazem, não por camada técnica. "Um serviço para o banco" ou "uma função por método do controller" são o tipo errado.',
      'Sinais de que uma parte está pronta para sair:',
      '- ela muda por outros motivos que o resto, por outras pessoas;\n- tem outra carga (notificações em rajadas, vídeo com UDP, relatórios à noite);\n- toca em poucas tabelas dos outros, e só para ler;\n- pode falhar sem parar o resto.',
      'Notificações quase sempre cumprem os quatro. Autenticação raramente: tudo a chama; por isso é a última a sair.',
      'Como cortar: primeiro dentro do monólito (módulos com interfaces claras e sem joins entre eles), depois eventos em vez de chamadas ("consulta marcada"), depois dados próprios e, por último, deploy próprio. Uma parte que ainda precisa das tabelas dos outros é um monólito distribuído, mais lento e mais difícil de depurar que antes.',
      'O que custa: erros de rede, entrega dupla, dados que só concordam depois de um instante, rastreamento, vários pipelines. Para uma equipe de três pessoas, uma aplicação bem modularizada com workers costuma ser o melhor estado final.',
      'O Skylift propõe domínios a partir do que o repositório realmente tem (controllers, módulos, apps, engines, rotas), cita os arquivos por trás de cada um e os chama de sugestões. Eles aparecem na fase serverless e em nenhum outro lugar.',
    ),
  },
  services: ['eventbridge', 'sqs', 'lambda', 'apigateway-http', 'stepfunctions'],
  links: [
    { label: { en: 'Decomposing monoliths', 'pt-br': 'Decompor monólitos' }, url: 'https://docs.aws.amazon.com/prescriptive-guidance/latest/modernization-decomposing-monoliths/welcome.html' },
  ],
  facts: [
    {
      text: {
        en: 'A request to EventBridge has 1 MB for all its events: they carry identifiers and facts, not documents.',
        'pt-br': 'Uma requisição ao EventBridge tem 1 MB para todos os eventos: eles carregam identificadores e fatos, não documentos.',
      },
      source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html',
      checked: checked.review,
    },
  ],
};

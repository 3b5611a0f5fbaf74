import type { Processor } from '../../model';
import type { RoadmapContext } from '../context';
import { commandsFor, fill, fixed, hasServer, technologyNames } from '../stack';
import type { StepDefinition } from '../step';

/** Whether browsers speak WebSocket without a protocol on top. */
function speaksPlainly(context: RoadmapContext): boolean {
  return context.needsOf('realtime').every(({ technology }) => technology === 'ws' || technology === 'custom');
}

/** Weeks 9 to 12: functions where they fit. */
export const serverlessSteps: readonly StepDefinition[] = [
  {
    id: 'pipeline',
    phase: 'serverless',
    need: 'compute',
    service: 'codepipeline',
    hours: [4, 10],
    generates: true,
    applies: () => true,
    title: fixed('Deploy by pipeline (CI/CD)', 'Publicar por pipeline (CI/CD)'),
    why: fixed(
      'Many small functions by hand are many small mistakes: test, build and release by themselves come first.',
      'Muitas funções pequenas publicadas à mão são muitos erros pequenos: primeiro, teste, build e publicação automáticos.',
    ),
    how: fixed(
      'CodePipeline with CodeBuild, or the pipeline that you have with a role assumed through OIDC: no access keys in either.',
      'CodePipeline com CodeBuild, ou o pipeline que você já tem com um papel assumido via OIDC: em nenhum dos dois, chaves de acesso.',
    ),
    links: [
      { label: 'CodePipeline', url: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/welcome.html' },
      { label: 'OIDC for pipelines', url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html' },
    ],
    proof: (context) => [...context.marked('ci.deploys'), ...context.declared('aws_codepipeline', 'aws_codebuild_project')],
  },
  {
    id: 'first-function',
    phase: 'serverless',
    need: 'compute',
    service: 'lambda',
    hours: [6, 16],
    generates: true,
    applies: (context) => hasServer(context) && context.uses('serverless', 'lambda'),
    title: fixed('Move one function to Lambda', 'Mover uma função para a Lambda'),
    why: fixed(
      'One small, rarely called part first: it teaches cold starts, limits and tracing while the rest stays as it is. Everything at once is the classic mistake.',
      'Primeiro uma parte pequena e pouco chamada: ela ensina cold start, limites e rastreamento enquanto o resto fica como está. Tudo de uma vez é o erro clássico.',
    ),
    how: fixed(
      'Take a handler without sessions (an image, a report, a webhook), pack the code with its adapter, and send it one path.',
      'Escolha um tratamento sem sessão (uma imagem, um relatório, um webhook), empacote o código com seu adaptador e envie um caminho para ele.',
    ),
    commands: (context) => commandsFor(context, functionCommands(context.processor('serverless', 'lambda'))),
    links: [
      { label: 'Lambda quotas', url: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html' },
      { label: 'Best practices for Lambda', url: 'https://docs.aws.amazon.com/lambda/latest/dg/best-practices.html' },
    ],
    proof: (context) => [...context.served('compute', ['lambda']), ...context.declared('aws_lambda_function')],
  },
  {
    id: 'http-api',
    phase: 'serverless',
    need: 'compute',
    service: 'apigateway-http',
    hours: [3, 8],
    generates: true,
    applies: (context) => context.uses('serverless', 'apigateway-http'),
    title: fixed('Route by path with API Gateway', 'Rotear por caminho com o API Gateway'),
    why: fixed(
      'Domains can leave the monolith one path at a time, and the way back is one route.',
      'Os domínios podem sair do monolito um caminho por vez, e a volta é uma rota só.',
    ),
    how: fixed(
      'An HTTP API with the domain’s path to its function and everything else to the application; 30 seconds and 10 MB are its limits.',
      'Uma HTTP API com o caminho do domínio para sua função e todo o resto para a aplicação; 30 segundos e 10 MB são seus limites.',
    ),
    links: [{ label: 'HTTP APIs', url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api.html' }],
    proof: (context) => context.declared('aws_apigatewayv2_api', 'aws_api_gateway_rest_api'),
  },
  {
    id: 'serverless-database',
    phase: 'serverless',
    need: 'relational-database',
    service: 'aurora-serverless',
    hours: [3, 8],
    generates: true,
    applies: (context) => context.decided('serverless', 'relational-database') === 'aurora-serverless',
    title: fixed('Let the database follow the functions (Aurora Serverless v2)', 'Deixar o banco acompanhar as funções (Aurora Serverless v2)'),
    why: fixed(
      'Functions come in bursts; a database of fixed size is either too small for them or idle.',
      'Funções chegam em rajadas; um banco de tamanho fixo ou é pequeno demais para elas ou fica ocioso.',
    ),
    how: fixed('Restore a snapshot into Aurora, set the lower and the upper capacity, and put RDS Proxy in between when connections pile up.', 'Restaure um snapshot no Aurora, defina a capacidade mínima e a máxima e coloque o RDS Proxy no meio quando as conexões se acumularem.'),
    links: [{ label: 'Aurora Serverless v2', url: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.html' }],
    proof: (context) => context.served('relational-database', ['aurora-serverless']),
  },
  {
    id: 'key-value-table',
    phase: 'serverless',
    need: null,
    service: 'dynamodb',
    hours: [4, 10],
    generates: true,
    applies: (context) => context.uses('serverless', 'dynamodb'),
    title: fixed('DynamoDB for data that is read by key', 'DynamoDB para dados lidos por chave'),
    why: fixed(
      'Sessions, caches and open connections are looked up by one key: a table paid per request serves them without a server.',
      'Sessões, caches e conexões abertas são consultados por uma chave: uma tabela paga por requisição os atende sem servidor.',
    ),
    how: fixed(
      'One table per purpose, a TTL attribute for what expires, on-demand capacity. What is joined and summed stays relational.',
      'Uma tabela por finalidade, um atributo TTL para o que expira, capacidade sob demanda. O que se junta e se soma continua relacional.',
    ),
    commands: (context) => commandsFor(context, tableCommands),
    links: [{ label: 'DynamoDB TTL', url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html' }],
    proof: (context) => context.declared('aws_dynamodb_table'),
  },
  {
    id: 'realtime-api',
    phase: 'serverless',
    need: 'realtime',
    service: 'apigateway-websocket',
    hours: [8, 24],
    generates: true,
    applies: (context) => context.decided('serverless', 'realtime') === 'apigateway-websocket',
    title: (context) =>
      speaksPlainly(context)
        ? { en: 'Let API Gateway hold the WebSockets, if it is to be serverless', 'pt-br': 'Deixar o API Gateway segurar os WebSockets, se for para ser serverless' }
        : fill({ en: 'Change the client of {technology}, if it is to be serverless', 'pt-br': 'Trocar o cliente do {technology}, se for para ser serverless' }, { technology: technologyNames(context, 'realtime') }),
    why: (context) =>
      speaksPlainly(context)
        ? {
            en: 'Browsers may stay as they are, the server may not: each message calls a function, and who is connected stands in a table. Connections end after two hours and after ten idle minutes, and a binary frame ends one at once.',
            'pt-br': 'Os navegadores podem ficar como estão; o servidor, não: cada mensagem chama uma função, e quem está conectado fica em uma tabela. Conexões terminam após duas horas e após dez minutos ociosas, e um quadro binário encerra a sua na hora.',
          }
        : fill(
            {
              en: 'API Gateway and AppSync Events do not speak the protocol of {technology}: this is a change of the front end, worth it only when idle servers cost more than the work.',
              'pt-br': 'API Gateway e AppSync Events não falam o protocolo do {technology}: é uma mudança no front-end, que só vale quando servidores ociosos custarem mais que o trabalho.',
            },
            { technology: technologyNames(context, 'realtime') },
          ),
    how: fixed(
      'Try it with one channel first; keep the old server until no client connects to it.',
      'Experimente com um canal primeiro; mantenha o servidor antigo até que nenhum cliente se conecte a ele.',
    ),
    links: [
      { label: 'AppSync Events', url: 'https://docs.aws.amazon.com/appsync/latest/eventapi/event-api-welcome.html' },
      { label: 'WebSocket APIs', url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api.html' },
    ],
    proof: (context) => context.served('realtime', ['apigateway-websocket', 'appsync-events']),
  },
  {
    id: 'tracing',
    phase: 'serverless',
    need: 'monitoring',
    service: 'xray',
    hours: [3, 6],
    applies: hasServer,
    title: fixed('Trace requests across services', 'Rastrear requisições entre os serviços'),
    why: fixed(
      'With several services the question is no longer whether something is slow, but where.',
      'Com vários serviços, a pergunta deixa de ser se algo está lento e passa a ser onde.',
    ),
    how: fixed('OpenTelemetry in the code, the collector of AWS beside it, X-Ray and Application Signals behind; one request in a hundred is enough.', 'OpenTelemetry no código, o coletor da AWS ao lado, X-Ray e Application Signals por trás; uma requisição em cada cem basta.'),
    links: [{ label: 'OpenTelemetry on AWS', url: 'https://docs.aws.amazon.com/xray/latest/devguide/xray-opentelemetry.html' }],
    proof: (context) => context.served('monitoring', ['xray'], ['xray', 'opentelemetry']),
  },
];

function functionCommands(processor: Processor): Readonly<Record<string, readonly string[]>> {
  return {
    laravel: ['composer require bref/bref bref/laravel-bridge --update-with-dependencies'],
    symfony: ['composer require bref/bref bref/symfony-bridge'],
    nextjs: ['npx create-sst@latest'],
    go: [`GOOS=linux GOARCH=${processor === 'x86' ? 'amd64' : 'arm64'} go build -tags lambda.norpc -o bootstrap .`],
  };
}

const tableCommands = {
  laravel: ['CACHE_STORE=dynamodb', 'SESSION_DRIVER=dynamodb'],
} as const;

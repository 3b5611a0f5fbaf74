import type { Sourced } from '../catalog/types';
import type { CapacityCoefficients } from './coefficients';

const checked = '2026-11-24';
const measured = 'https://www.techempower.com/benchmarks/';
const judgement = 'https://docs.aws.amazon.com/wellarchitected/latest/performance-efficiency-pillar/welcome.html';

function sourced(en: string, inPortuguese: string, source: string): Sourced {
  return { text: { en, 'pt-br': inPortuguese }, source, checked };
}

/** Where each coefficient comes from. Rules of thumb say so: they are there to be replaced by measurements. */
export const coefficientSources: Readonly<Record<keyof CapacityCoefficients, Sourced>> = {
  requestsPerVcpu: sourced(
    'Set on pages with about ten queries: 25 to 50 requests/s per vCPU for Laravel on PHP-FPM; the others follow the order of the TechEmpower benchmarks with the distances cut down, because real pages do more than the benchmark. Measure your own.',
    'Calibrado em páginas com cerca de dez consultas: de 25 a 50 requisições/s por vCPU para Laravel em PHP-FPM; os demais seguem a ordem dos benchmarks TechEmpower com as distâncias reduzidas, porque páginas reais fazem mais que o benchmark. Meça as suas.',
    measured,
  ),
  serverVcpus: sourced('A usual small server has two virtual CPUs.', 'Um servidor pequeno comum tem duas CPUs virtuais.', 'https://docs.aws.amazon.com/ec2/latest/instancetypes/gp.html'),
  queriesPerRequest: sourced(
    'Rule of thumb for pages drawn through an ORM.',
    'Regra prática para páginas montadas por um ORM.',
    judgement,
  ),
  cacheHitShare: sourced(
    'From nothing cached to four reads in five answered by the cache, the hit rate that AWS names as healthy.',
    'De nada em cache até quatro de cada cinco leituras respondidas por ele, a taxa de acerto que a AWS considera saudável.',
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheMetrics.WhichShouldIMonitor.html',
  ),
  queriesPerVcpu: sourced(
    'Rule of thumb for indexed reads by key with their share of writes; point look-ups alone reach several times as much.',
    'Regra prática para leituras indexadas por chave com sua parcela de escritas; só consultas pontuais alcançam várias vezes isso.',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_BestPractices.html',
  ),
  writesPerSecond: sourced(
    'SQLite takes one writer at a time and waits for the disk to confirm each transaction: some 60 a second on a spinning disk, a few hundred on a network SSD. Servers group the commits of many connections.',
    'O SQLite aceita um escritor por vez e espera o disco confirmar cada transação: umas 60 por segundo em disco giratório, poucas centenas em SSD de rede. Servidores agrupam as confirmações de muitas conexões.',
    'https://www.sqlite.org/faq.html#q19',
  ),
  writesPerRequest: sourced(
    'A session is written at each request; a cache in the database writes on its misses; a job is a row inserted, reserved and deleted.',
    'Uma sessão é gravada a cada requisição; um cache no banco grava quando erra; um job é uma linha inserida, reservada e apagada.',
    'https://laravel.com/docs/12.x/session',
  ),
  databaseVcpus: sourced(
    'A writer of four virtual CPUs (xlarge) is the usual first step up; beyond it replicas and other designs are worth a look.',
    'Uma instância de escrita de quatro CPUs virtuais (xlarge) é o primeiro degrau comum; acima disso, vale considerar réplicas e outros desenhos.',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.html',
  ),
  maximumTasks: sourced(
    'A ceiling for auto scaling; the account’s Fargate vCPU quota starts much lower and is raised on request.',
    'Um teto para o auto scaling; a cota de vCPU do Fargate da conta começa bem abaixo e aumenta sob pedido.',
    'https://docs.aws.amazon.com/general/latest/gr/ecs-service.html',
  ),
  lambdaConcurrency: sourced('Default quota of an account in a Region.', 'Cota padrão de uma conta em uma Região.', 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html'),
  maximumAcu: sourced(
    'An upper bound that keeps a mistake affordable; four capacity units do the work of one vCPU of a memory-optimized instance.',
    'Um limite superior que mantém um erro pagável; quatro unidades de capacidade fazem o trabalho de uma vCPU de instância otimizada para memória.',
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html',
  ),
  secondsPerRequestWithAssets: sourced(
    'One request in 2 to 5 seconds where the server also sends scripts, styles and pictures.',
    'Uma requisição a cada 2 a 5 segundos quando o servidor também envia scripts, estilos e imagens.',
    'https://httparchive.org/reports/page-weight',
  ),
  secondsPerRequestBehindCdn: sourced(
    'One request in 10 seconds where a CDN sends everything but the pages.',
    'Uma requisição a cada 10 segundos quando uma CDN envia tudo menos as páginas.',
    'https://httparchive.org/reports/page-weight',
  ),
  targetUtilization: sourced(
    'The middle of what AWS recommends for target tracking: room for a burst and for the loss of a zone.',
    'O meio do que a AWS recomenda para target tracking: folga para um pico e para a perda de uma zona.',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html',
  ),
  serverUtilization: sourced('A single server may run hotter at its peak: bursts wait their turn.', 'Um servidor único pode esquentar mais no pico: as rajadas esperam a vez.', judgement),
  connectionsPerVcpu: sourced(
    'Rule of thumb for open and mostly quiet connections; Reverb needs the ev extension above a thousand.',
    'Regra prática para conexões abertas e quase sempre quietas; o Reverb exige a extensão ev acima de mil.',
    'https://laravel.com/docs/12.x/reverb#event-loop',
  ),
  participantsPerVcpu: sourced(
    'A mediasoup worker carries some 500 consumers on one core; in a call of two each participant is two of them, less a margin.',
    'Um worker do mediasoup aguenta cerca de 500 consumers em um núcleo; em uma chamada a dois, cada participante são dois deles, menos uma margem.',
    'https://mediasoup.org/documentation/v3/scalability/',
  ),
  mediaMbPerMinute: sourced('One megabit per second received: video of 720 lines.', 'Um megabit por segundo recebido: vídeo de 720 linhas.', 'https://www.rfc-editor.org/rfc/rfc7478'),
  relayedShare: sourced(
    'Rule of thumb: one call in five cannot be connected directly.',
    'Regra prática: uma chamada em cada cinco não consegue conexão direta.',
    'https://www.rfc-editor.org/rfc/rfc8656',
  ),
  secondsPerJob: sourced('Processor time of a small job such as an e-mail or a thumbnail.', 'Tempo de processador de um job pequeno, como um e-mail ou uma miniatura.', judgement),
};

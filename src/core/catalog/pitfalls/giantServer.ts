import { checked, markdown } from '../define';
import type { Concept } from '../types';

export const giantServer: Concept = {
  id: 'giant-server',
  kind: 'pitfall',
  title: { en: 'The giant server', 'pt-br': 'O servidor gigante' },
  summary: {
    en: 'One large machine does everything: web, database, cache, queue, files and cron. It is simple until the day on which it is not.',
    'pt-br': 'Uma máquina grande faz tudo: web, banco, cache, fila, arquivos e cron. É simples até o dia em que deixa de ser.',
  },
  body: {
    en: markdown(
      'Guides call it wrong without more ado. To be fair: one server is right for the first months, and for many products for years. It becomes a trap when it is enlarged again and again instead of relieved.',
      'How the trap closes:',
      '- a report by one user slows the page for all, because database and web share the CPU;\n- the disk fills with uploads and logs, and the database stops;\n- a restart for a patch means that everything is away;\n- twice the size costs twice as much and helps a little less each time;\n- no second server can be added, as sessions and files are on the first.',
      'The way out is not ten services at once. Take away what hurts most and is easiest: **files to S3, then the database to RDS, then sessions and cache, then jobs.** After these four the remaining server is small and replaceable, and a second one is a matter of an afternoon.',
      'How to see it coming: CPU above 70% at the daily peak, swap in use, disk above 80%, a deploy that people are warned about.',
      'In Skylift this is detected, not preached. A compose file that publishes web, database, cache and worker for production on one host, or a large instance type in infrastructure code that serves all needs, is reported with the lines that show it; the lift-and-shift diagram shows the first relief and its price.',
    ),
    'pt-br': markdown(
      'Os guias chamam isso de errado sem rodeios. Sendo justo: um servidor só é o certo nos primeiros meses, e para muitos produtos durante anos. Vira armadilha quando é aumentado de novo e de novo em vez de aliviado.',
      'Como a armadilha se fecha:',
      '- o relatório de um usuário deixa a página lenta para todos, porque banco e web dividem a CPU;\n- o disco enche de uploads e logs, e o banco para;\n- reiniciar para uma atualização derruba tudo;\n- o dobro do tamanho custa o dobro e ajuda um pouco menos a cada vez;\n- não dá para acrescentar um segundo servidor, porque sessões e arquivos estão no primeiro.',
      'A saída não são dez serviços de uma vez. Tire o que mais dói e é mais fácil: **arquivos para o S3, depois o banco para o RDS, depois sessões e cache, depois os jobs.** Depois desses quatro, o servidor que sobra é pequeno e substituível, e um segundo é questão de uma tarde.',
      'Como perceber antes: CPU acima de 70% no pico do dia, swap em uso, disco acima de 80%, um deploy sobre o qual as pessoas são avisadas.',
      'No Skylift isso é detectado, não pregado. Um arquivo do compose que publica web, banco, cache e worker de produção em um host, ou um tipo de instância grande no código de infraestrutura que atende a todas as necessidades, é apontado com as linhas que o mostram; o diagrama de lift and shift mostra o primeiro alívio e o preço dele.',
    ),
  },
  services: ['ec2', 'rds', 's3', 'elasticache', 'sqs', 'fargate'],
  links: [
    { label: { en: 'Reliability pillar', 'pt-br': 'Pilar de confiabilidade' }, url: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/welcome.html' },
  ],
  facts: [
    {
      text: {
        en: 'A busy T3 or T4g instance is billed for CPU above its baseline, so a large one that works all day costs more than its price per hour.',
        'pt-br': 'Uma instância T3 ou T4g ocupada é cobrada pela CPU acima da linha de base; uma grande que trabalha o dia todo custa mais que seu preço por hora.',
      },
      source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-performance-instances-unlimited-mode.html',
      checked: checked.guides,
    },
  ],
};

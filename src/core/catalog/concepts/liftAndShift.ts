import { checked, markdown } from '../define';
import type { Concept } from '../types';

export const liftAndShift: Concept = {
  id: 'lift-and-shift',
  kind: 'concept',
  title: { en: 'Lift and shift', 'pt-br': 'Lift and shift' },
  summary: {
    en: 'The application moves to AWS nearly as it is; only what would break or be lost there is changed.',
    'pt-br': 'A aplicação vai para a AWS quase como está; só muda o que ali quebraria ou se perderia.',
  },
  body: {
    en: markdown(
      'One server today, one EC2 instance tomorrow. The gain is not in the instance but in what leaves it: the database goes to RDS, uploads to S3, static files to CloudFront, DNS and certificates into managed hands. After that the server may die and be built again.',
      'Why begin like this: few changes mean little risk, the team learns AWS with an application that it knows, and every later phase rests on the same pieces.',
      'The order that avoids double work:',
      '1. Database to RDS, with the same engine. **The engine does not change**: MySQL stays MySQL, PostgreSQL stays PostgreSQL. SQLite has no server form; it becomes PostgreSQL, or MySQL where the code already speaks it.\n2. Uploads to S3: change the driver, copy the old files, then change the links.\n3. Mail through SES, secrets into Parameter Store.\n4. A new instance from a script, not by hand; a rehearsal with a copy of the data.\n5. Lower the DNS time to live, switch at a quiet hour, keep the old server for some days.',
      'Deploying by git pull over SSH, as many guides say, works for the first week. A small pipeline or CodeDeploy is better before the second: it can go back.',
      'What you do not have yet: a second copy, scaling, releases without interruption. That is the next phase.',
      'Skylift draws this phase from your repository, with evidence for each box, and the roadmap lists only the steps that apply to it.',
    ),
    'pt-br': markdown(
      'Um servidor hoje, uma instância EC2 amanhã. O ganho não está na instância, e sim no que sai dela: o banco vai para o RDS, os uploads para o S3, os arquivos estáticos para o CloudFront, DNS e certificados para mãos gerenciadas. Depois disso, o servidor pode morrer e ser refeito.',
      'Por que começar assim: poucas mudanças significam pouco risco, a equipe aprende AWS com uma aplicação que conhece, e toda fase seguinte se apoia nas mesmas peças.',
      'A ordem que evita trabalho dobrado:',
      '1. Banco para o RDS, com o mesmo motor. **O motor não muda**: MySQL continua MySQL, PostgreSQL continua PostgreSQL. SQLite não tem forma de servidor; vira PostgreSQL, ou MySQL quando o código já fala MySQL.\n2. Uploads para o S3: troque o driver, copie os arquivos antigos, depois mude os links.\n3. E-mail pelo SES, segredos no Parameter Store.\n4. Uma instância nova feita por script, não à mão; um ensaio com uma cópia dos dados.\n5. Reduza o TTL do DNS, troque em uma hora calma, mantenha o servidor antigo por alguns dias.',
      'Deploy com git pull por SSH, como dizem muitos guias, serve na primeira semana. Um pipeline pequeno ou o CodeDeploy é melhor antes da segunda: permite voltar atrás.',
      'O que você ainda não tem: segunda cópia, escalonamento, lançamentos sem parada. Isso é a próxima fase.',
      'O Skylift desenha esta fase a partir do seu repositório, com evidência para cada caixa, e o roadmap lista só as etapas que se aplicam a ele.',
    ),
  },
  services: ['ec2', 'rds', 's3', 'cloudfront', 'route53', 'ses'],
  links: [
    { label: { en: 'Migration strategies', 'pt-br': 'Estratégias de migração' }, url: 'https://docs.aws.amazon.com/prescriptive-guidance/latest/large-migration-guide/migration-strategies.html' },
  ],
  facts: [
    {
      text: {
        en: 'MySQL 8.0 left RDS standard support on 2026-07-31: a move now should go straight to 8.4.',
        'pt-br': 'O MySQL 8.0 saiu do suporte padrão do RDS em 31/07/2026: uma mudança agora deve ir direto ao 8.4.',
      },
      source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/MySQL.Concepts.VersionMgmt.html',
      checked: checked.calendars,
    },
  ],
};

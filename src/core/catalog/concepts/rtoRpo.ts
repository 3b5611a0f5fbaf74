import { checked, markdown } from '../define';
import type { Concept } from '../types';

export const rtoRpo: Concept = {
  id: 'rto-rpo',
  kind: 'concept',
  title: { en: 'RTO and RPO', 'pt-br': 'RTO e RPO' },
  summary: {
    en: 'RTO is how long you may be away, RPO how much data you may lose; both are decisions about money, made before the accident.',
    'pt-br': 'RTO é quanto tempo você pode ficar fora do ar, RPO é quantos dados pode perder; os dois são decisões de dinheiro, tomadas antes do acidente.',
  },
  body: {
    en: markdown(
      'Ask two questions about each kind of data. *Recovery time objective*: the database is gone at ten in the morning; when must work go on? *Recovery point objective*: up to which minute must the entries be there? "At once" and "nothing" are answers too; they only cost more.',
      'Four levels, from cheap to dear:',
      '- **Backups**: hours to restore, minutes to a day of loss. RDS backups with point-in-time recovery, versioned buckets, infrastructure as code. Right for nearly everybody at the start.\n- **Multi-AZ**: one to two minutes, no loss, when a machine or a zone fails. Does not help against a wrong DELETE.\n- **A copy in a second Region**: backups copied there (hours), or a replica running small and enlarged on the day (tens of minutes).\n- **Active in two Regions**: seconds, at double the cost and with real work in the code.',
      'Two traps. A backup in the same account with the same administrator is lost with a stolen key: copy it to another account or lock the vault. And a restore that was never tried takes a day longer than planned; put one into the calendar each quarter and write down the time.',
      'For appointments, an hour of interruption is bad and an hour of loss is worse: patients arrive whom nobody knows. So RPO usually decides.',
      'Skylift reports databases in infrastructure code without backups, without deletion protection or in a single zone, and shows in each phase which copies exist.',
    ),
    'pt-br': markdown(
      'Faça duas perguntas sobre cada tipo de dado. *Recovery time objective*: o banco sumiu às dez da manhã; quando o trabalho precisa voltar? *Recovery point objective*: até que minuto os registros precisam estar lá? "Na hora" e "nenhum" também são respostas; só custam mais.',
      'Quatro níveis, do barato ao caro:',
      '- **Backups**: horas para restaurar, de minutos a um dia de perda. Backups do RDS com recuperação point-in-time, buckets versionados, infraestrutura como código. Certo para quase todos no começo.\n- **Multi-AZ**: um a dois minutos, sem perda, quando uma máquina ou zona falha. Não ajuda contra um DELETE errado.\n- **Uma cópia em uma segunda Região**: backups copiados para lá (horas), ou uma réplica pequena, aumentada no dia (dezenas de minutos).\n- **Ativo em duas Regiões**: segundos, pelo dobro do custo e com trabalho de verdade no código.',
      'Duas armadilhas. Um backup na mesma conta, com o mesmo administrador, se perde junto com uma chave roubada: copie para outra conta ou trave o cofre. E uma restauração nunca tentada leva um dia a mais que o previsto; marque uma no calendário a cada trimestre e anote o tempo.',
      'Para agendamentos, uma hora fora do ar é ruim e uma hora de perda é pior: chegam pacientes que ninguém conhece. Por isso, em geral, quem decide é o RPO.',
      'O Skylift aponta bancos em código de infraestrutura sem backup, sem proteção contra exclusão ou em uma única zona, e mostra em cada fase quais cópias existem.',
    ),
  },
  services: ['backup', 'rds', 's3', 'aurora', 'route53'],
  links: [
    { label: { en: 'Disaster recovery options', 'pt-br': 'Opções de recuperação de desastres' }, url: 'https://docs.aws.amazon.com/whitepapers/latest/disaster-recovery-workloads-on-aws/disaster-recovery-options-in-the-cloud.html' },
  ],
  facts: [
    {
      text: {
        en: 'RDS sends its transaction logs to S3 every five minutes: a restore to a point in time loses about that much at most.',
        'pt-br': 'O RDS envia seus logs de transação ao S3 a cada cinco minutos: uma restauração a um ponto no tempo perde no máximo cerca disso.',
      },
      source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIT.html',
      checked: checked.mirror,
    },
  ],
};

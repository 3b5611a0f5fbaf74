import { checked, markdown } from '../define';
import type { Concept } from '../types';

export const multiAz: Concept = {
  id: 'multi-az',
  kind: 'concept',
  title: { en: 'Multi-AZ', 'pt-br': 'Multi-AZ' },
  summary: {
    en: 'A second copy of the database or cache in another zone takes over within a minute or two when the first fails.',
    'pt-br': 'Uma segunda cópia do banco ou do cache em outra zona assume em um ou dois minutos quando a primeira falha.',
  },
  body: {
    en: markdown(
      'With Multi-AZ, RDS writes every change to two zones before it says yes. If the machine, its disk or its zone fails, the name of the database points to the other copy. You pay for two.',
      'What it is not:',
      '- **Not a read replica.** The standby of an ordinary Multi-AZ instance answers no queries. Replicas for reading are something else, are copied with a delay and can lag. (The Multi-AZ *cluster* with two readable standbys is a third, dearer form.)\n- **Not a backup.** A DELETE without WHERE is on both copies at once. Backups with point-in-time recovery stay necessary.\n- **Not invisible.** Open connections break, DNS changes. Code must reconnect: pools with a check, no address cached for ever, jobs that repeat.',
      'For ElastiCache the same word means a replica with automatic failover; a few of the last writes may be lost there. Amazon MQ calls it a cluster, Aurora a reader in another zone.',
      'When: as soon as an outage of an hour would cost more than the second copy does in a month. Also before maintenance gets on your nerves: patches are applied to the standby first. Test environments do not need it.',
      'Skylift keeps one copy in lift-and-shift and switches to two in cloud-native; the line in the estimate tells what that costs. `skylift price rds --multi-az true` shows it for any size. Infrastructure code without Multi-AZ for production is reported.',
    ),
    'pt-br': markdown(
      'Com Multi-AZ, o RDS grava cada mudança em duas zonas antes de confirmar. Se a máquina, o disco ou a zona falha, o nome do banco passa a apontar para a outra cópia. Você paga por duas.',
      'O que ele não é:',
      '- **Não é réplica de leitura.** A reserva de uma instância Multi-AZ comum não responde consultas. Réplicas de leitura são outra coisa, copiadas com atraso. (O *cluster* Multi-AZ com duas reservas legíveis é uma terceira forma, mais cara.)\n- **Não é backup.** Um DELETE sem WHERE está nas duas cópias na mesma hora. Backups com recuperação point-in-time continuam necessários.\n- **Não é invisível.** Conexões abertas caem, o DNS muda. O código precisa reconectar: pools com verificação, nenhum endereço em cache para sempre, jobs que se repetem.',
      'No ElastiCache, a mesma palavra significa uma réplica com failover automático; ali as últimas escritas podem se perder. O Amazon MQ chama de cluster; o Aurora, de leitor em outra zona.',
      'Quando: assim que uma hora fora do ar custar mais do que a segunda cópia custa em um mês. Também antes que as manutenções incomodem: as atualizações são aplicadas primeiro na reserva. Ambientes de teste não precisam.',
      'O Skylift mantém uma cópia em lift and shift e passa a duas em cloud-native; a linha da estimativa diz quanto isso custa. `skylift price rds --multi-az true` mostra para qualquer tamanho. Código de infraestrutura sem Multi-AZ em produção é apontado.',
    ),
  },
  services: ['rds', 'aurora', 'elasticache', 'amazon-mq', 'data-transfer-az'],
  links: [
    { label: { en: 'Multi-AZ deployments of RDS', 'pt-br': 'Implantações Multi-AZ do RDS' }, url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.html' },
  ],
  facts: [
    {
      text: {
        en: 'AWS gives 60 to 120 seconds for the failover of RDS Multi-AZ and under 30 seconds for Aurora with a reader.',
        'pt-br': 'A AWS indica de 60 a 120 segundos para o failover do RDS Multi-AZ e menos de 30 segundos para o Aurora com um leitor.',
      },
      source: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/CHAP_AuroraOverview.html',
      checked: checked.guides,
    },
  ],
};

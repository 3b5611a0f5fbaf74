import { checked, defineService } from '../define';

export const autoScaling = defineService({
  id: 'auto-scaling',
  category: 'compute',
  serves: ['compute'],
  phase: 'cloud-native',
  problem: {
    en: 'Traffic at noon needs four servers and traffic at night needs one. An Auto Scaling group starts and stops EC2 instances by load and replaces the ones that fail.',
    'pt-br': 'O tráfego do meio-dia precisa de quatro servidores e o da madrugada precisa de um. Um grupo de Auto Scaling liga e desliga instâncias EC2 conforme a carga e substitui as que falham.',
  },
  cost: {
    en: 'No charge of its own: you pay for the instances, disks and CloudWatch alarms that it uses.',
    'pt-br': 'Não tem cobrança própria: você paga as instâncias, os discos e os alarmes do CloudWatch que ele usa.',
  },
  worthIt: {
    en: 'Worth it as soon as two instances run, even with a fixed number: a dead one is replaced without a human. Against resizing by hand it pays off when the peak is at least twice the quiet hours.',
    'pt-br': 'Vale a pena assim que duas instâncias rodam, mesmo com número fixo: a que morre é substituída sem ninguém acordar. Contra redimensionar à mão, compensa quando o pico é pelo menos o dobro das horas calmas.',
  },
  notWhen: {
    en: 'While sessions, uploads or cron jobs live on the instance: a new copy would not have them, and a removed one would take them away.',
    'pt-br': 'Enquanto sessões, uploads ou tarefas de cron vivem na instância: uma cópia nova não os teria, e uma cópia removida os levaria embora.',
  },
  alternatives: [
    { id: 'fargate', when: {
      en: 'You would rather scale containers than whole servers.',
      'pt-br': 'Você prefere escalar contêineres em vez de servidores inteiros.',
    } },
    { id: 'lambda', when: {
      en: 'The load jumps within seconds, faster than a server can boot.',
      'pt-br': 'A carga sobe em segundos, mais rápido do que um servidor consegue ligar.',
    } },
  ],
  limits: [
    {
      text: {
        en: 'Use launch templates. Launch configurations do not support current instance types and new accounts cannot create them.',
        'pt-br': 'Use launch templates. As launch configurations não suportam os tipos de instância atuais, e contas novas não conseguem criá-las.',
      },
      source: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/launch-configurations.html',
      checked: checked.guides,
    },
    {
      text: {
        en: 'By default the group only looks at the health of the machine. Turn on the load balancer\'s health check, or a hung application is never replaced.',
        'pt-br': 'Por padrão o grupo só olha a saúde da máquina. Ative a verificação de saúde do balanceador; senão, uma aplicação travada nunca é substituída.',
      },
      source: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html',
      checked: checked.guides,
    },
  ],
  highAvailability: {
    en: 'Give the group subnets in at least two zones and a minimum of two instances: it rebalances by itself when a zone fails.',
    'pt-br': 'Dê ao grupo sub-redes em pelo menos duas zonas e um mínimo de duas instâncias: ele se redistribui sozinho quando uma zona falha.',
  },
  scaling: {
    en: 'Target tracking on CPU or on requests per target is enough for most web applications; scheduled actions cover known peaks.',
    'pt-br': 'Target tracking sobre CPU ou sobre requisições por alvo basta para a maioria das aplicações web; ações agendadas cobrem os picos conhecidos.',
  },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/what-is-amazon-ec2-auto-scaling.html',
  pricingPage: 'https://aws.amazon.com/ec2/autoscaling/pricing/',
});

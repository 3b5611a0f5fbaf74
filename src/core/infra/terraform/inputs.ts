import type { TerraformVariable } from './module';

/** Inputs that several services ask for. */
export const inputs = {
  vpcId: {
    name: 'vpc_id',
    type: 'string',
    description: { en: 'VPC in which the application runs.', 'pt-br': 'VPC em que a aplicação roda.' },
  },
  privateSubnetIds: {
    name: 'private_subnet_ids',
    type: 'list(string)',
    description: {
      en: 'Private subnets in at least two Availability Zones.',
      'pt-br': 'Sub-redes privadas em ao menos duas Zonas de Disponibilidade.',
    },
  },
  publicSubnetIds: {
    name: 'public_subnet_ids',
    type: 'list(string)',
    description: {
      en: 'Public subnets in at least two Availability Zones, for the load balancer.',
      'pt-br': 'Sub-redes públicas em ao menos duas Zonas de Disponibilidade, para o balanceador.',
    },
  },
  applicationSecurityGroupId: {
    name: 'application_security_group_id',
    type: 'string',
    description: {
      en: 'Security group of the application: the one that its stores admit.',
      'pt-br': 'Security group da aplicação: o que os bancos e caches admitem.',
    },
  },
  alarmTopicArns: {
    name: 'alarm_topic_arns',
    type: 'list(string)',
    default: '[]',
    description: { en: 'SNS topics that are told of alarms.', 'pt-br': 'Tópicos SNS avisados dos alarmes.' },
  },
} satisfies Record<string, TerraformVariable>;

export function tagsInput(name: string): TerraformVariable {
  return {
    name: 'tags',
    type: 'map(string)',
    default: `{\n    Application = "${name}"\n    ManagedBy   = "terraform"\n  }`,
    description: { en: 'Tags of every resource; they also split the bill.', 'pt-br': 'Tags de todos os recursos; elas também dividem a fatura.' },
  };
}

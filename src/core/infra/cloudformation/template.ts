import type { Localized } from '../../l10n/localized';
import type { SnippetContext } from '../snippet';

export interface TemplateParameter {
  readonly name: string;
  readonly type: string;
  readonly description: Localized;
  readonly default?: string | number;
}

/** One service as parts of a CloudFormation template, in YAML. */
export interface CloudFormationModule {
  readonly parameters: readonly TemplateParameter[];
  /** Indented as entries of `Resources`. */
  readonly resources: string;
  /** Name of the output in words (`database_host`) and the value in YAML. */
  readonly outputs: readonly (readonly [name: string, value: string])[];
  readonly conditions?: readonly (readonly [name: string, value: string])[];
}

export type CloudFormationTemplate = (context: SnippetContext) => CloudFormationModule | null;

const alarmTopic: TemplateParameter = {
  name: 'AlarmTopicArn',
  type: 'String',
  default: '',
  description: { en: 'SNS topic that is told of alarms; empty for none.', 'pt-br': 'Tópico SNS avisado dos alarmes; vazio para nenhum.' },
};

/** Parameters that several services ask for. */
export const parameters = {
  vpc: { name: 'VpcId', type: 'AWS::EC2::VPC::Id', description: { en: 'VPC in which the application runs.', 'pt-br': 'VPC em que a aplicação roda.' } },
  privateSubnets: {
    name: 'PrivateSubnetIds',
    type: 'List<AWS::EC2::Subnet::Id>',
    description: { en: 'Private subnets in at least two Availability Zones.', 'pt-br': 'Sub-redes privadas em ao menos duas Zonas de Disponibilidade.' },
  },
  publicSubnets: {
    name: 'PublicSubnetIds',
    type: 'List<AWS::EC2::Subnet::Id>',
    description: { en: 'Public subnets in at least two Availability Zones, for the load balancer.', 'pt-br': 'Sub-redes públicas em ao menos duas Zonas de Disponibilidade, para o balanceador.' },
  },
  applicationSecurityGroup: {
    name: 'ApplicationSecurityGroupId',
    type: 'AWS::EC2::SecurityGroup::Id',
    description: { en: 'Security group of the application: the one that its stores admit.', 'pt-br': 'Security group da aplicação: o que os bancos e caches admitem.' },
  },
  alarmTopic,
} satisfies Record<string, TemplateParameter>;

export function renderTemplate(module: CloudFormationModule, heading: string, context: SnippetContext): string {
  const sections = [`# ${heading}`, "AWSTemplateFormatVersion: '2010-09-09'", `Description: ${quoted(`${context.name} (Skylift)`)}`];
  if (module.parameters.length > 0) sections.push(`\nParameters:\n${module.parameters.map((parameter) => renderParameter(parameter, context)).join('\n')}`);
  const conditions = [...(module.conditions ?? [])];
  if (module.parameters.includes(alarmTopic)) conditions.push(['HasAlarmTopic', "!Not [!Equals [!Ref AlarmTopicArn, '']]"]);
  if (conditions.length > 0) sections.push(`\nConditions:\n${conditions.map(([name, value]) => `  ${name}: ${value}`).join('\n')}`);
  sections.push(`\nResources:\n${module.resources.replace(/^\n+/, '').trimEnd()}`);
  if (module.outputs.length > 0) sections.push(`\nOutputs:\n${module.outputs.map(([name, value]) => `  ${context.output(name)}:\n    Value: ${value}`).join('\n')}`);
  return `${sections.join('\n')}\n`;
}

function renderParameter({ name, type, description, default: fallback }: TemplateParameter, { say }: SnippetContext): string {
  const lines = [`  ${name}:`, `    Type: ${type}`, `    Description: ${quoted(say(description))}`];
  if (fallback !== undefined) lines.push(`    Default: ${typeof fallback === 'number' ? String(fallback) : quoted(fallback)}`);
  return lines.join('\n');
}

/** A YAML string in single quotes. */
export function quoted(text: string): string {
  return `'${text.replace(/'/g, "''")}'`;
}

/** `Tags` of a resource; the name splits the bill. */
export function tags(name: string, extra: Readonly<Record<string, string>> = {}): string {
  const entries = Object.entries({ Application: name, ManagedBy: 'cloudformation', ...extra });
  return `      Tags:\n${entries.map(([key, value]) => `        - Key: ${key}\n          Value: ${value}`).join('\n')}`;
}

export interface TemplateAlarm {
  readonly id: string;
  readonly namespace: string;
  readonly metric: string;
  readonly statistic: 'Average' | 'Minimum' | 'Maximum' | 'Sum';
  readonly comparison: 'GreaterThanThreshold' | 'LessThanThreshold';
  readonly threshold: number;
  /** How many periods of five minutes in a row. */
  readonly periods: number;
  readonly dimension: readonly [name: string, value: string];
}

/** A metric alarm that tells the topic of the parameter `AlarmTopicArn`. */
export function alarm(alarm: TemplateAlarm): string {
  return `  ${alarm.id}:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: ${alarm.namespace}
      MetricName: ${alarm.metric}
      Statistic: ${alarm.statistic}
      ComparisonOperator: ${alarm.comparison}
      Threshold: ${alarm.threshold}
      Period: 300
      EvaluationPeriods: ${alarm.periods}
      TreatMissingData: notBreaching
      Dimensions:
        - Name: ${alarm.dimension[0]}
          Value: ${alarm.dimension[1]}
      AlarmActions: !If [HasAlarmTopic, [!Ref AlarmTopicArn], []]
      OKActions: !If [HasAlarmTopic, [!Ref AlarmTopicArn], []]`;
}

/** A security group that the application alone may reach on one port. */
export function applicationOnly(id: string, name: string, what: string, port: number): string {
  return `  ${id}:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: ${what} of ${name}
      VpcId: !Ref VpcId
      SecurityGroupIngress:
        - Description: From the application
          SourceSecurityGroupId: !Ref ApplicationSecurityGroupId
          IpProtocol: tcp
          FromPort: ${port}
          ToPort: ${port}
${tags(name)}`;
}

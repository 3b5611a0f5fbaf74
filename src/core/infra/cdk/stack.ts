import type { Localized } from '../../l10n/localized';
import type { SnippetContext } from '../snippet';

export interface StackProperty {
  readonly name: string;
  readonly type: string;
  readonly description: Localized;
  readonly optional?: boolean;
}

/** One service as the parts of a CDK stack in TypeScript. */
export interface CdkModule {
  /** Name of the class, without `Stack`. */
  readonly className: string;
  /** Names from `aws-cdk-lib`, besides `Stack` and `Tags`. */
  readonly core: readonly string[];
  /** Modules of `aws-cdk-lib` by alias: `{ s3: 'aws-s3' }`. */
  readonly modules: Readonly<Record<string, string>>;
  readonly properties: readonly StackProperty[];
  /** Statements of the constructor, indented by four. */
  readonly body: string;
  /** Name of the output in words (`database_host`) and the expression. */
  readonly outputs: readonly (readonly [name: string, expression: string])[];
}

export type CdkTemplate = (context: SnippetContext) => CdkModule | null;

/** Properties that several services ask for. */
export const properties = {
  vpc: { name: 'vpc', type: 'ec2.IVpc', description: { en: 'VPC in which the application runs, with private subnets.', 'pt-br': 'VPC em que a aplicação roda, com sub-redes privadas.' } },
  applicationSecurityGroup: {
    name: 'applicationSecurityGroup',
    type: 'ec2.ISecurityGroup',
    description: { en: 'Security group of the application: the one that its stores admit.', 'pt-br': 'Security group da aplicação: o que os bancos e caches admitem.' },
  },
  applicationRole: {
    name: 'applicationRole',
    type: 'iam.IRole',
    optional: true,
    description: {
      en: 'Role of the application (and of its workers): gets exactly the rights it needs here.',
      'pt-br': 'Role da aplicação (e dos workers): recebe aqui exatamente os direitos de que precisa.',
    },
  },
  alarmTopic: {
    name: 'alarmTopic',
    type: 'sns.ITopic',
    optional: true,
    description: { en: 'Topic that is told of alarms.', 'pt-br': 'Tópico avisado dos alarmes.' },
  },
} satisfies Record<string, StackProperty>;

export function renderStack(module: CdkModule, heading: string, { name, say, output }: SnippetContext): string {
  const core = [...new Set([...module.core, 'Stack', 'Tags', 'type StackProps', ...(module.outputs.length > 0 ? ['CfnOutput'] : [])])].sort((a, b) => sortKey(a).localeCompare(sortKey(b), 'en'));
  const imports = [
    `import { ${core.join(', ')} } from 'aws-cdk-lib';`,
    ...Object.entries(module.modules).map(([alias, path]) => `import * as ${alias} from 'aws-cdk-lib/${path}';`),
    "import type { Construct } from 'constructs';",
  ];
  const fields = module.properties.map(({ name: field, type, description, optional }) => `  /** ${say(description)} */\n  readonly ${field}${optional === true ? '?' : ''}: ${type};`);
  const stack = `${module.className}Stack`;
  const props = fields.length === 0 ? 'StackProps' : `${stack}Props`;
  const declaration = fields.length === 0 ? '' : `export interface ${props} extends StackProps {\n${fields.join('\n')}\n}\n\n`;
  const outputs = module.outputs.map(([key, expression]) => `    new CfnOutput(this, '${output(key)}', { value: ${expression} });`);
  return `// ${heading}
${imports.join('\n')}

${declaration}export class ${stack} extends Stack {
  constructor(scope: Construct, id: string, props${fields.length === 0 ? '?' : ''}: ${props}) {
    super(scope, id, props);

${module.body.replace(/^\n+/, '').trimEnd()}

${[...outputs, `    Tags.of(this).add('Application', '${name}');`, "    Tags.of(this).add('ManagedBy', 'cdk');"].join('\n')}
  }
}
`;
}

function sortKey(name: string): string {
  return name.replace(/^type /, '').toLowerCase();
}

/** Alarms of a stack tell its topic, where there is one. */
export function alarms(expressions: readonly string[]): string {
  return `    for (const alarm of [
${expressions.map((expression) => `      ${expression},`).join('\n')}
    ]) {
      if (props.alarmTopic !== undefined) alarm.addAlarmAction(new actions.SnsAction(props.alarmTopic));
    }`;
}

/** A policy of this stack for the application's role: a grant to the role itself would tie the role's stack to this one. */
export function policy(name: string, purpose: string): string {
  return `    const access = new iam.ManagedPolicy(this, 'Access', {
      managedPolicyName: '${name}-${purpose}-access',
      roles: props.applicationRole === undefined ? [] : [props.applicationRole],
    });`;
}

export const alarmModules = { actions: 'aws-cloudwatch-actions', sns: 'aws-sns' } as const;

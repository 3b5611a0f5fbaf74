import type { ServiceEstimate } from '../model';

/**
 * Cost Explorer's names of services, and the services of the price catalog whose charges it puts under each.
 * `EC2 - Other` gathers what runs beside instances: volumes, NAT gateways, transfer.
 */
export const billedServices: Readonly<Record<string, readonly string[]>> = {
  'Amazon Elastic Compute Cloud - Compute': ['ec2'],
  'EC2 - Other': ['ebs', 'nat-gateway', 'data-transfer-out', 'data-transfer-az'],
  'Amazon Virtual Private Cloud': ['vpc', 'public-ipv4', 'vpc-endpoint'],
  'Amazon Elastic Load Balancing': ['alb', 'nlb'],
  'Amazon Elastic Container Service': ['fargate'],
  'Amazon EC2 Container Registry (ECR)': ['ecr'],
  'AWS Lambda': ['lambda', 'lambda-edge'],
  'AWS Amplify': ['amplify-hosting'],
  'Amazon CloudFront': ['cloudfront', 'cloudfront-functions'],
  'Amazon Route 53': ['route53'],
  'AWS WAF': ['waf'],
  'AWS Shield': ['shield'],
  'Amazon API Gateway': ['apigateway-rest', 'apigateway-http', 'apigateway-websocket'],
  'AWS AppSync': ['appsync-events'],
  'Amazon Relational Database Service': ['rds', 'rds-proxy', 'aurora', 'aurora-serverless'],
  'Amazon DynamoDB': ['dynamodb'],
  'Amazon DocumentDB (with MongoDB compatibility)': ['documentdb'],
  'Amazon ElastiCache': ['elasticache', 'elasticache-serverless'],
  'Amazon MemoryDB': ['memorydb'],
  'Amazon Simple Queue Service': ['sqs'],
  'Amazon Simple Notification Service': ['sns'],
  'Amazon MQ': ['amazon-mq'],
  'Amazon Managed Streaming for Apache Kafka': ['msk'],
  'Amazon Kinesis': ['kinesis'],
  'Amazon Kinesis Video Streams': ['kinesis-video-streams'],
  'CloudWatch Events': ['eventbridge', 'eventbridge-scheduler'],
  'AWS Step Functions': ['stepfunctions'],
  'Amazon Simple Storage Service': ['s3'],
  'Amazon Elastic File System': ['efs'],
  'AWS Backup': ['backup'],
  'AWS Secrets Manager': ['secretsmanager'],
  'AWS Systems Manager': ['parameter-store'],
  'AWS Key Management Service': ['kms'],
  'Amazon Cognito': ['cognito'],
  'Amazon GuardDuty': ['guardduty'],
  'AWS Config': ['config'],
  'AWS CloudTrail': ['cloudtrail'],
  'Amazon Simple Email Service': ['ses'],
  'AWS End User Messaging': ['end-user-messaging'],
  'Amazon OpenSearch Service': ['opensearch'],
  'Amazon Chime': ['chime-sdk'],
  AmazonCloudWatch: ['cloudwatch'],
  'AWS X-Ray': ['xray'],
  'AWS Budgets': ['budgets'],
  'AWS CodePipeline': ['codepipeline'],
  CodeBuild: ['codebuild'],
  'AWS CodeDeploy': ['codedeploy'],
};

/** One row of estimate beside spend. `estimatedUsd` is null where a price is unknown, `actualUsd` where AWS billed nothing of it. */
export interface SpendComparison {
  /** Name as Cost Explorer has it. */
  readonly name: string;
  readonly services: readonly string[];
  readonly estimatedUsd: number | null;
  readonly actualUsd: number | null;
  /** Estimate less spend; null where one of them is. */
  readonly differenceUsd: number | null;
}

/** Sets what was estimated beside what was billed, name by name; what has no counterpart on the other side stays visible. */
export function compareSpend(estimate: readonly ServiceEstimate[], actual: readonly { readonly name: string; readonly usd: number }[]): readonly SpendComparison[] {
  const rows: SpendComparison[] = [];
  const named = new Set<string>();
  for (const { name, usd } of actual) {
    const services = billedServices[name] ?? [];
    for (const service of services) named.add(service);
    rows.push(row(name, services, estimate, usd));
  }
  for (const [name, services] of Object.entries(billedServices)) {
    const estimated = services.some((service) => !named.has(service) && estimate.some((entry) => entry.service === service));
    if (estimated && !actual.some((entry) => entry.name === name)) rows.push(row(name, services, estimate, null));
  }
  return rows;
}

function row(name: string, services: readonly string[], estimate: readonly ServiceEstimate[], actualUsd: number | null): SpendComparison {
  const entries = estimate.filter((entry) => services.includes(entry.service));
  const estimatedUsd = entries.some((entry) => entry.monthlyUsd === null) ? null : entries.reduce((total, entry) => total + entry.knownUsd, 0);
  return { name, services, estimatedUsd, actualUsd, differenceUsd: estimatedUsd === null || actualUsd === null ? null : estimatedUsd - actualUsd };
}

/** Pages that several rules point to. */
export const references = {
  rds: { label: 'Amazon RDS for PostgreSQL', url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_PostgreSQL.html' },
  elasticache: { label: 'Amazon ElastiCache', url: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/WhatIs.html' },
  deadLetterQueues: {
    label: 'Dead-letter queues in Amazon SQS',
    url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
  },
  stickySessions: {
    label: 'Sticky sessions of an Application Load Balancer',
    url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html',
  },
  s3PublicAccess: {
    label: 'Blocking public access to Amazon S3',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
  },
  taskRoles: { label: 'IAM roles for Amazon ECS tasks', url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html' },
  iamBestPractices: { label: 'Security best practices in IAM', url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html' },
  originAccessControl: {
    label: 'Restricting an Amazon S3 origin to CloudFront',
    url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
  },
  ses: { label: 'Amazon SES', url: 'https://docs.aws.amazon.com/ses/latest/dg/Welcome.html' },
  secretsManager: { label: 'AWS Secrets Manager', url: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/intro.html' },
  cloudWatchLogs: { label: 'Amazon CloudWatch Logs', url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/WhatIsCloudWatchLogs.html' },
  scheduler: { label: 'Amazon EventBridge Scheduler', url: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/what-is-scheduler.html' },
  securityGroups: { label: 'Security groups of a VPC', url: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html' },
  sessionManager: { label: 'AWS Systems Manager Session Manager', url: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html' },
  rdsPublicAccess: { label: 'Hiding a DB instance in a VPC from the internet', url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html' },
  rdsEncryption: { label: 'Encrypting Amazon RDS resources', url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html' },
  rdsBackups: { label: 'Automated backups in Amazon RDS', url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html' },
  reliability: {
    label: 'AWS Well-Architected: reliability pillar',
    url: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/welcome.html',
  },
  twelveFactorConfig: { label: 'The Twelve-Factor App: config', url: 'https://12factor.net/config' },
  twelveFactorProcesses: { label: 'The Twelve-Factor App: processes', url: 'https://12factor.net/processes' },
  twelveFactorLogs: { label: 'The Twelve-Factor App: logs', url: 'https://12factor.net/logs' },
  sqliteUses: { label: 'SQLite: appropriate uses', url: 'https://www.sqlite.org/whentouse.html' },
  dockerPorts: { label: 'Docker: publishing ports', url: 'https://docs.docker.com/engine/network/port-publishing/' },
} as const;

/** A chapter of Laravel's documentation. */
export function laravelDocs(chapter: string, label: string): { readonly label: string; readonly url: string } {
  return { label: `Laravel: ${label}`, url: `https://laravel.com/docs/12.x/${chapter}` };
}

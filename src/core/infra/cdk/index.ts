import { ec2, eventBridgeScheduler, fargate, vpc } from './compute';
import { auroraServerless, dynamodb, elasticache, rds } from './data';
import { budgets, cloudfront, cloudwatch, s3, secretsManager, ses, sqs } from './services';
import type { CdkTemplate } from './stack';

/** Templates by catalog id of the service. CloudFormation, and with it the CDK, creates no SecureString. */
export const cdkTemplates: Readonly<Record<string, CdkTemplate>> = {
  alb: fargate,
  'aurora-serverless': auroraServerless,
  budgets,
  cloudfront,
  cloudwatch,
  dynamodb,
  ec2,
  elasticache,
  'eventbridge-scheduler': eventBridgeScheduler,
  fargate,
  rds,
  s3,
  secretsmanager: secretsManager,
  ses,
  sqs,
  vpc,
};

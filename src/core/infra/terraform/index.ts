import { auroraServerless } from './aurora';
import { budgets } from './budgets';
import { cloudfront } from './cloudfront';
import { cloudwatch } from './cloudwatch';
import { dynamodb } from './dynamodb';
import { ec2 } from './ec2';
import { elasticache } from './elasticache';
import { fargate } from './fargate';
import type { TerraformTemplate } from './module';
import { rds } from './rds';
import { s3 } from './s3';
import { eventBridgeScheduler } from './scheduler';
import { parameterStore, secretsManager } from './secrets';
import { ses } from './ses';
import { sqs } from './sqs';
import { vpc } from './vpc';

/** Templates by catalog id of the service. A load balancer comes with the service behind it. */
export const terraformTemplates: Readonly<Record<string, TerraformTemplate>> = {
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
  'parameter-store': parameterStore,
  rds,
  s3,
  secretsmanager: secretsManager,
  ses,
  sqs,
  vpc,
};

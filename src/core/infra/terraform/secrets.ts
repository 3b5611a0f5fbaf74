import type { SnippetContext } from '../snippet';
import { tagsInput } from './inputs';
import type { TerraformModule } from './module';

/** A secret without a value: nothing secret passes through files or state. */
export function secretsManager(context: SnippetContext): TerraformModule {
  const { name, say } = context;
  return {
    variables: [tagsInput(name)],
    provides: { application_secret_arn: 'aws_secretsmanager_secret.application.arn' },
    body: `
# ${say({ en: 'The value is put in by hand or by the deploy, never by Terraform: a state file would keep it.', 'pt-br': 'O valor é colocado à mão ou pelo deploy, nunca pelo Terraform: o state o guardaria.' })}
resource "aws_secretsmanager_secret" "application" {
  name                    = "${name}/application"
  description             = "Settings of ${name} that nobody else may know"
  recovery_window_in_days = 30
  tags                    = var.tags
}

# ${say({ en: 'For the execution role of the ECS task, which injects the values, or the role of the function.', 'pt-br': 'Para a role de execução da tarefa ECS, que injeta os valores, ou a role da função.' })}
data "aws_iam_policy_document" "application_secret" {
  statement {
    actions   = ["secretsmanager:GetSecretValue"]
    resources = [aws_secretsmanager_secret.application.arn]
  }
}

resource "aws_iam_policy" "application_secret" {
  name   = "${name}-read-secret"
  policy = data.aws_iam_policy_document.application_secret.json
  tags   = var.tags
}

output "application_secret_arn" {
  value = aws_secretsmanager_secret.application.arn
}

output "application_secret_policy_arn" {
  value = aws_iam_policy.application_secret.arn
}
`,
  };
}

/** Parameters cost nothing in the standard tier; the price is that nothing rotates them. */
export function parameterStore(context: SnippetContext): TerraformModule {
  const { name, say } = context;
  return {
    variables: [
      {
        name: 'parameter_names',
        type: 'set(string)',
        default: context.framework === 'laravel' ? '["APP_KEY", "DB_PASSWORD"]' : '["SECRET_KEY", "DATABASE_URL"]',
        description: { en: 'Variables whose values are secrets.', 'pt-br': 'Variáveis cujos valores são segredos.' },
      },
      tagsInput(name),
    ],
    data: ['caller_identity', 'region'],
    body: `
resource "aws_ssm_parameter" "application" {
  for_each = var.parameter_names

  name  = "/${name}/\${each.value}"
  type  = "SecureString"
  value = "set-outside-of-terraform"
  tags  = var.tags

  # ${say({ en: 'The real value is put in afterwards and stays out of Terraform.', 'pt-br': 'O valor real é colocado depois e fica fora do Terraform.' })}
  lifecycle {
    ignore_changes = [value]
  }
}

# ${say({ en: 'For the execution role of the ECS task, or the role of the function.', 'pt-br': 'Para a role de execução da tarefa ECS, ou a role da função.' })}
data "aws_iam_policy_document" "application_parameters" {
  statement {
    actions   = ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"]
    resources = ["arn:aws:ssm:\${data.aws_region.current.name}:\${data.aws_caller_identity.current.account_id}:parameter/${name}/*"]
  }
}

resource "aws_iam_policy" "application_parameters" {
  name   = "${name}-read-parameters"
  policy = data.aws_iam_policy_document.application_parameters.json
  tags   = var.tags
}

output "application_parameters_policy_arn" {
  value = aws_iam_policy.application_parameters.arn
}
`,
  };
}

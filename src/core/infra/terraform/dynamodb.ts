import type { SnippetContext } from '../snippet';
import { tagsInput } from './inputs';
import type { TerraformModule } from './module';

/** A table for cache entries and sessions (key, expiry), or a general one for documents (partition and sort key). */
export function dynamodb(context: SnippetContext): TerraformModule {
  const { name, say } = context;
  const expires = context.need === 'cache' || context.need === 'sessions';
  const label = expires ? 'cache' : 'documents';
  return {
    variables: [tagsInput(name)],
    body: `
resource "aws_dynamodb_table" "${label}" {
  name                        = "${name}-${label}"
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "${expires ? 'key' : 'pk'}"
${expires ? '' : '  range_key                   = "sk"\n'}  deletion_protection_enabled = ${String(!expires)}
  tags                        = var.tags

${
  expires
    ? `  attribute {
    name = "key"
    type = "S"
  }

  # ${say({ en: 'DynamoDB deletes what has expired, free of charge.', 'pt-br': 'O DynamoDB apaga o que expirou, sem custo.' })}
  ttl {
    attribute_name = "expires_at"
    enabled        = true
  }
`
    : `  attribute {
    name = "pk"
    type = "S"
  }

  attribute {
    name = "sk"
    type = "S"
  }
`
}
  server_side_encryption {
    enabled = true
  }

  point_in_time_recovery {
    enabled = ${String(!expires)}
  }
}

# ${say({ en: 'For the role of the application.', 'pt-br': 'Para a role da aplicação.' })}
data "aws_iam_policy_document" "${label}_access" {
  statement {
    actions = [
      "dynamodb:GetItem",
      "dynamodb:BatchGetItem",
      "dynamodb:Query",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
      "dynamodb:DeleteItem",
      "dynamodb:BatchWriteItem",
    ]
    resources = [aws_dynamodb_table.${label}.arn]
  }
}

resource "aws_iam_policy" "${label}_access" {
  name   = "${name}-${label}-access"
  policy = data.aws_iam_policy_document.${label}_access.json
  tags   = var.tags
}

output "${label}_table" {
  value = aws_dynamodb_table.${label}.name
}

output "${label}_policy_arn" {
  value = aws_iam_policy.${label}_access.arn
}
`,
  };
}

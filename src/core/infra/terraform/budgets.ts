import { monthlyLimit } from '../budgetLimit';
import type { SnippetContext } from '../snippet';
import { tagsInput } from './inputs';
import type { TerraformModule } from './module';

export function budgets(context: SnippetContext): TerraformModule {
  const { name, say, budgetUsd } = context;
  return {
    variables: [
      {
        name: 'monthly_limit_usd',
        type: 'number',
        description: monthlyLimit(budgetUsd),
        ...(budgetUsd === null ? {} : { default: String(budgetUsd) }),
      },
      { name: 'budget_email', type: 'string', description: { en: 'Address that is told.', 'pt-br': 'Endereço que recebe o aviso.' } },
      tagsInput(name),
    ],
    body: `
resource "aws_budgets_budget" "monthly" {
  name         = "${name}-monthly"
  budget_type  = "COST"
  limit_amount = tostring(var.monthly_limit_usd)
  limit_unit   = "USD"
  time_unit    = "MONTHLY"
  tags         = var.tags

  # ${say({ en: 'Four fifths are spent.', 'pt-br': 'Quatro quintos foram gastos.' })}
  notification {
    comparison_operator        = "GREATER_THAN"
    threshold                  = 80
    threshold_type             = "PERCENTAGE"
    notification_type          = "ACTUAL"
    subscriber_email_addresses = [var.budget_email]
  }

  # ${say({ en: 'The month will end above the limit.', 'pt-br': 'O mês vai terminar acima do limite.' })}
  notification {
    comparison_operator        = "GREATER_THAN"
    threshold                  = 100
    threshold_type             = "PERCENTAGE"
    notification_type          = "FORECASTED"
    subscriber_email_addresses = [var.budget_email]
  }
}

# ${say({ en: 'A service that suddenly costs more than it used to.', 'pt-br': 'Um serviço que de repente custa mais do que costumava.' })}
resource "aws_ce_anomaly_monitor" "services" {
  name              = "${name}-services"
  monitor_type      = "DIMENSIONAL"
  monitor_dimension = "SERVICE"
  tags              = var.tags
}

resource "aws_ce_anomaly_subscription" "services" {
  name             = "${name}-services"
  frequency        = "DAILY"
  monitor_arn_list = [aws_ce_anomaly_monitor.services.arn]
  tags             = var.tags

  subscriber {
    type    = "EMAIL"
    address = var.budget_email
  }

  threshold_expression {
    dimension {
      key           = "ANOMALY_TOTAL_IMPACT_ABSOLUTE"
      match_options = ["GREATER_THAN_OR_EQUAL"]
      values        = ["10"]
    }
  }
}
`,
  };
}

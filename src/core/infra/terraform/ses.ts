import type { SnippetContext } from '../snippet';
import { inputs, tagsInput } from './inputs';
import type { TerraformModule } from './module';

export function ses(context: SnippetContext): TerraformModule {
  const { name, say } = context;
  return {
    variables: [
      {
        name: 'mail_domain',
        type: 'string',
        description: { en: 'Domain that mail is sent from, such as example.com.', 'pt-br': 'Domínio de onde os e-mails saem, como exemplo.com.br.' },
      },
      {
        name: 'mail_zone_id',
        type: 'string',
        default: '""',
        description: {
          en: 'Hosted zone of that domain in Route 53; leave it empty where DNS is elsewhere and add the records of the outputs there.',
          'pt-br': 'Zona hospedada desse domínio no Route 53; deixe vazio se o DNS está em outro lugar e crie lá os registros das saídas.',
        },
      },
      inputs.alarmTopicArns,
      tagsInput(name),
    ],
    data: ['region'],
    body: `
resource "aws_sesv2_configuration_set" "mail" {
  configuration_set_name = "${name}-mail"
  tags                   = var.tags

  delivery_options {
    tls_policy = "REQUIRE"
  }

  reputation_options {
    reputation_metrics_enabled = true
  }

  sending_options {
    sending_enabled = true
  }

  # ${say({ en: 'Addresses that bounced or complained get no more mail.', 'pt-br': 'Endereços que devolveram ou reclamaram não recebem mais e-mail.' })}
  suppression_options {
    suppressed_reasons = ["BOUNCE", "COMPLAINT"]
  }
}

resource "aws_sesv2_email_identity" "mail" {
  email_identity         = var.mail_domain
  configuration_set_name = aws_sesv2_configuration_set.mail.configuration_set_name
  tags                   = var.tags

  dkim_signing_attributes {
    next_signing_key_length = "RSA_2048_BIT"
  }
}

resource "aws_sesv2_email_identity_mail_from_attributes" "mail" {
  email_identity         = aws_sesv2_email_identity.mail.email_identity
  mail_from_domain       = "bounce.\${var.mail_domain}"
  behavior_on_mx_failure = "USE_DEFAULT_VALUE"
}

locals {
  mail_records = {
    dkim_0 = { name = "\${aws_sesv2_email_identity.mail.dkim_signing_attributes[0].tokens[0]}._domainkey.\${var.mail_domain}", type = "CNAME", value = "\${aws_sesv2_email_identity.mail.dkim_signing_attributes[0].tokens[0]}.dkim.amazonses.com" }
    dkim_1 = { name = "\${aws_sesv2_email_identity.mail.dkim_signing_attributes[0].tokens[1]}._domainkey.\${var.mail_domain}", type = "CNAME", value = "\${aws_sesv2_email_identity.mail.dkim_signing_attributes[0].tokens[1]}.dkim.amazonses.com" }
    dkim_2 = { name = "\${aws_sesv2_email_identity.mail.dkim_signing_attributes[0].tokens[2]}._domainkey.\${var.mail_domain}", type = "CNAME", value = "\${aws_sesv2_email_identity.mail.dkim_signing_attributes[0].tokens[2]}.dkim.amazonses.com" }
    mx     = { name = "bounce.\${var.mail_domain}", type = "MX", value = "10 feedback-smtp.\${data.aws_region.current.name}.amazonses.com" }
    spf    = { name = "bounce.\${var.mail_domain}", type = "TXT", value = "v=spf1 include:amazonses.com ~all" }
    dmarc  = { name = "_dmarc.\${var.mail_domain}", type = "TXT", value = "v=DMARC1; p=quarantine" }
  }
}

resource "aws_route53_record" "mail" {
  for_each = var.mail_zone_id == "" ? {} : local.mail_records

  zone_id = var.mail_zone_id
  name    = each.value.name
  type    = each.value.type
  ttl     = 600
  records = [each.value.value]
}

resource "aws_sesv2_configuration_set_event_destination" "mail_metrics" {
  configuration_set_name = aws_sesv2_configuration_set.mail.configuration_set_name
  event_destination_name = "metrics"

  event_destination {
    enabled              = true
    matching_event_types = ["SEND", "DELIVERY", "BOUNCE", "COMPLAINT", "REJECT"]

    cloud_watch_destination {
      dimension_configuration {
        dimension_name          = "ses:configuration-set"
        dimension_value_source  = "MESSAGE_TAG"
        default_dimension_value = "${name}-mail"
      }
    }
  }
}

# ${say({ en: 'SES pauses an account at a bounce rate of 10 %.', 'pt-br': 'O SES pausa uma conta com taxa de devolução de 10%.' })}
resource "aws_cloudwatch_metric_alarm" "mail_bounces" {
  alarm_name          = "${name}-mail-bounces"
  namespace           = "AWS/SES"
  metric_name         = "Reputation.BounceRate"
  statistic           = "Average"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0.05
  period              = 3600
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.alarm_topic_arns
  tags                = var.tags
}

# ${say({ en: 'For the role of the application.', 'pt-br': 'Para a role da aplicação.' })}
data "aws_iam_policy_document" "mail_access" {
  statement {
    actions   = ["ses:SendEmail", "ses:SendRawEmail"]
    resources = [aws_sesv2_email_identity.mail.arn, aws_sesv2_configuration_set.mail.arn]
  }
}

resource "aws_iam_policy" "mail_access" {
  name   = "${name}-mail-access"
  policy = data.aws_iam_policy_document.mail_access.json
  tags   = var.tags
}

output "mail_records" {
  value = local.mail_records
}

output "mail_policy_arn" {
  value = aws_iam_policy.mail_access.arn
}
`,
  };
}

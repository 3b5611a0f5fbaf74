import type { EcsWorkload } from '../ecsWorkload';
import type { SnippetContext } from '../snippet';

/** A load balancer of its own in front of the tasks: HTTPS, health check, and a name for who asks. */
export function loadBalancer({ name }: SnippetContext, { label, healthCheck, idleTimeout, sticky }: EcsWorkload, port: number): string {
  return `resource "aws_security_group" "${label}_balancer" {
  name_prefix = "${name}-${label}-balancer-"
  description = "Load balancer of ${name} ${label}"
  vpc_id      = var.vpc_id
  tags        = var.tags

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "${label}_balancer" {
  for_each = toset(["80", "443"])

  security_group_id = aws_security_group.${label}_balancer.id
  description       = "Browsers"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = tonumber(each.value)
  to_port           = tonumber(each.value)
  tags              = var.tags
}

resource "aws_vpc_security_group_egress_rule" "${label}_balancer" {
  security_group_id            = aws_security_group.${label}_balancer.id
  description                  = "Tasks"
  referenced_security_group_id = aws_security_group.${label}.id
  ip_protocol                  = "tcp"
  from_port                    = ${port}
  to_port                      = ${port}
  tags                         = var.tags
}

resource "aws_lb" "${label}" {
  name                       = "${name}-${label}"
  load_balancer_type         = "application"
  subnets                    = var.public_subnet_ids
  security_groups            = [aws_security_group.${label}_balancer.id]
  idle_timeout               = ${idleTimeout}
  drop_invalid_header_fields = true
  enable_deletion_protection = true
  tags                       = var.tags
}

resource "aws_lb_target_group" "${label}" {
  name                 = "${name}-${label}"
  vpc_id               = var.vpc_id
  target_type          = "ip"
  protocol             = "HTTP"
  port                 = ${port}
  deregistration_delay = 30
  tags                 = var.tags

  health_check {
    path                = "${healthCheck.path}"
    matcher             = "${healthCheck.matcher}"
    interval            = 15
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }${sticky ? stickiness : ''}
}

resource "aws_lb_listener" "${label}_https" {
  load_balancer_arn = aws_lb.${label}.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  certificate_arn   = var.certificate_arn
  tags              = var.tags

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.${label}.arn
  }
}

resource "aws_lb_listener" "${label}_http" {
  load_balancer_arn = aws_lb.${label}.arn
  port              = 80
  protocol          = "HTTP"
  tags              = var.tags

  default_action {
    type = "redirect"

    redirect {
      port        = "443"
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_vpc_security_group_ingress_rule" "${label}" {
  security_group_id            = aws_security_group.${label}.id
  description                  = "Load balancer"
  referenced_security_group_id = aws_security_group.${label}_balancer.id
  ip_protocol                  = "tcp"
  from_port                    = ${port}
  to_port                      = ${port}
  tags                         = var.tags
}`;
}

const stickiness = `

  stickiness {
    enabled         = true
    type            = "lb_cookie"
    cookie_duration = 86400
  }`;

import type { Fact } from '../../model';
import { references } from '../references';
import { defineRule } from '../rule';
import { literalOf } from '../support';

/** Ports that an operator or the application alone has business with (IANA registry and the products' manuals). */
const guarded: readonly (readonly [number, string])[] = [
  [22, 'SSH'],
  [3389, 'RDP'],
  [5432, 'PostgreSQL'],
  [3306, 'MySQL'],
  [1433, 'SQL Server'],
  [1521, 'Oracle'],
  [27017, 'MongoDB'],
  [6379, 'Redis'],
  [11211, 'Memcached'],
  [9200, 'Elasticsearch'],
  [5439, 'Redshift'],
  [9092, 'Kafka'],
  [5672, 'RabbitMQ'],
  [2049, 'NFS'],
];
const administration: readonly string[] = ['SSH', 'RDP'];

export const openSecurityGroup = defineRule({
  id: 'net/open-security-group',
  domain: 'net',
  severity: 'error',
  severityMoves: 'by-stage',
  phase: 'foundations',
  since: '0.1.0',
  need: null,
  service: 'vpc',
  fix: 'none',
  title: { en: 'A security group lets the internet reach a data store or a shell', 'pt-br': 'Um security group deixa a internet alcançar um banco ou um terminal' },
  messages: {
    port: {
      en: 'The security group “{group}” lets {addresses} reach {product} (port {port}): the whole internet can try to sign in.',
      'pt-br': 'O security group “{group}” deixa {addresses} alcançar {product} (porta {port}): a internet inteira pode tentar entrar.',
    },
    every: {
      en: 'The security group “{group}” lets {addresses} in on every port: only the route of its subnet keeps strangers out.',
      'pt-br': 'O security group “{group}” deixa {addresses} entrar em todas as portas: só a rota da sub-rede segura estranhos.',
    },
  },
  docs: {
    checks: {
      en: 'Terraform, OpenTofu or CloudFormation lets `0.0.0.0/0` or `::/0` into a security group on SSH, RDP or the port of a database, cache, queue or search engine, or on every port. Web ports (80, 443, those of an application) are left alone.',
      'pt-br': 'Terraform, OpenTofu ou CloudFormation deixa `0.0.0.0/0` ou `::/0` entrar em um security group por SSH, RDP ou pela porta de um banco, cache, fila ou busca, ou por todas as portas. Portas web (80, 443, as de uma aplicação) ficam de fora.',
    },
    why: {
      en: 'Scanners find an open port within minutes and try passwords and known flaws for ever. A data store needs one visitor: the application. Name its security group as the source instead of a range of addresses, and keep the store in private subnets. For a shell use Session Manager, which needs no open port, no key and no bastion, and leaves a log.',
      'pt-br': 'Scanners encontram uma porta aberta em minutos e tentam senhas e falhas conhecidas sem parar. Um banco precisa de um só visitante: a aplicação. Use o security group dela como origem em vez de uma faixa de endereços e mantenha o banco em sub-redes privadas. Para um terminal, use o Session Manager, que dispensa porta aberta, chave e bastion, e deixa registro.',
    },
    bad: [{ files: { 'infra/network.tf': 'resource "aws_security_group" "database" {\n  ingress {\n    from_port   = 5432\n    to_port     = 5432\n    protocol    = "tcp"\n    cidr_blocks = ["0.0.0.0/0"]\n  }\n}\n' } }],
    good: [{ files: { 'infra/network.tf': 'resource "aws_security_group" "database" {\n  ingress {\n    from_port       = 5432\n    to_port         = 5432\n    protocol        = "tcp"\n    security_groups = [aws_security_group.app.id]\n  }\n}\n' } }],
    aboutFix: {
      en: 'No edit: which group or address may come in is yours to say. Replace the range with `security_groups = [aws_security_group.app.id]` (`SourceSecurityGroupId` in CloudFormation), or remove the rule and use Session Manager.',
      'pt-br': 'Não há edição: qual grupo ou endereço pode entrar, só você sabe. Troque a faixa por `security_groups = [aws_security_group.app.id]` (`SourceSecurityGroupId` no CloudFormation), ou remova a regra e use o Session Manager.',
    },
  },
  references: [references.securityGroups, references.sessionManager],
  check({ scope, report }) {
    const openings = scope.find('config', 'cloud.ingress');
    if (openings.length === 0) return 'not-applicable';
    for (const fact of openings) {
      const found = reachable(fact);
      if (found === null) continue;
      const data = { group: fact.detail?.['resource'] ?? '', addresses: literalOf(fact.value) ?? '' };
      if (found === 'every') report({ at: fact.at, stage: fact.stage, messageId: 'every', severity: 'warning', data });
      else {
        const [port, product] = found;
        const severity = administration.includes(product) ? ({ severity: 'warning' } as const) : {};
        report({ at: fact.at, stage: fact.stage, messageId: 'port', data: { ...data, product, port: String(port) }, ...severity });
      }
    }
  },
});

/** What a rule opens: every port, else a store (or, without one, a shell) in its range. */
function reachable({ detail }: Fact): 'every' | readonly [number, string] | null {
  const protocol = detail?.['protocol'] ?? 'tcp';
  if (protocol === '-1' || protocol === 'all') return 'every';
  if (!/^(?:tcp|udp|6|17)$/.test(protocol)) return null;
  const [from, to] = [Number(detail?.['from'] ?? Number.NaN), Number(detail?.['to'] ?? Number.NaN)];
  if (Number.isNaN(from) || Number.isNaN(to)) return null;
  if (from <= 1 && to >= 65_535) return 'every';
  return guarded.findLast(([port]) => from <= port && port <= to) ?? null;
}

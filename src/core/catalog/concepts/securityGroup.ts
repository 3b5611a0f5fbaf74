import { checked, markdown } from '../define';
import type { Concept } from '../types';

export const securityGroup: Concept = {
  id: 'security-group',
  kind: 'concept',
  title: { en: 'Security group', 'pt-br': 'Security group' },
  summary: {
    en: 'A security group is the firewall of one server, database or load balancer: a list of who may open a connection to it.',
    'pt-br': 'Um security group é o firewall de um servidor, banco ou balanceador: a lista de quem pode abrir conexão com ele.',
  },
  body: {
    en: markdown(
      'Nothing comes in until a rule allows it: protocol, port, and from whom. Answers to an allowed connection go out by themselves, so you never write rules for them.',
      'The trick worth learning is that the "from whom" can be another security group instead of an address. Then the rules read like the architecture:',
      '- load balancer: 443 from anywhere;\n- application: its port from the load balancer\'s group;\n- database: 5432 or 3306 from the application\'s group;\n- cache: 6379 from the application\'s group.',
      'Copies may come and go by auto scaling and the rules stay true. An address never appears in them.',
      'Mistakes that are found every day:',
      '- port 22 open to 0.0.0.0/0, although Session Manager gives a shell without any open port;\n- a database that is "publicly accessible" because a developer wanted to look into it from home: use Session Manager port forwarding;\n- Redis, Elasticsearch or a broker open to the world, often without a password;\n- one group for everything, so that each server reaches all others.',
      'For media servers (TURN, SFU) a range of UDP ports has to be open to anywhere; that machine then gets a group, and a server, of its own.',
      'Skylift reads published ports in compose files and ingress rules in Terraform and CloudFormation, tells which stores are reachable from outside, and generates groups that refer to each other.',
    ),
    'pt-br': markdown(
      'Nada entra até que uma regra permita: protocolo, porta e de quem. As respostas de uma conexão permitida saem sozinhas; não é preciso escrever regras para elas.',
      'O truque que vale aprender: o "de quem" pode ser outro security group em vez de um endereço. Aí as regras se leem como a arquitetura:',
      '- balanceador: 443 de qualquer lugar;\n- aplicação: a porta dela, vinda do grupo do balanceador;\n- banco: 5432 ou 3306, vindo do grupo da aplicação;\n- cache: 6379, vindo do grupo da aplicação.',
      'As cópias podem ir e vir com o auto scaling e as regras continuam verdadeiras. Nenhum endereço aparece nelas.',
      'Erros encontrados todo dia:',
      '- porta 22 aberta para 0.0.0.0/0, embora o Session Manager dê um shell sem nenhuma porta aberta;\n- um banco "publicamente acessível" porque alguém queria consultá-lo de casa: use o redirecionamento de porta do Session Manager;\n- Redis, Elasticsearch ou um broker abertos para o mundo, muitas vezes sem senha;\n- um grupo só para tudo, e cada servidor alcança todos os outros.',
      'Para servidores de mídia (TURN, SFU), uma faixa de portas UDP precisa ficar aberta para qualquer origem; essa máquina recebe então um grupo, e um servidor, só dela.',
      'O Skylift lê portas publicadas em arquivos do compose e regras de entrada em Terraform e CloudFormation, diz quais bancos são alcançáveis de fora e gera grupos que se referem uns aos outros.',
    ),
  },
  services: ['vpc', 'ec2', 'rds', 'elasticache', 'alb'],
  links: [
    { label: { en: 'Security groups for your VPC', 'pt-br': 'Security groups da sua VPC' }, url: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html' },
  ],
  facts: [
    {
      text: {
        en: 'A security group has allow rules only, and answers to an allowed connection pass by themselves.',
        'pt-br': 'Um security group só tem regras de permissão, e as respostas de uma conexão permitida passam sozinhas.',
      },
      source: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html',
      checked: checked.mirror,
    },
  ],
};

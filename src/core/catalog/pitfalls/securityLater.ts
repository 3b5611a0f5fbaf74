import { checked, markdown } from '../define';
import type { Concept } from '../types';

export const securityLater: Concept = {
  id: 'security-later',
  kind: 'pitfall',
  title: { en: 'Security later', 'pt-br': 'Segurança depois' },
  summary: {
    en: 'First it should run, security comes afterwards: by then the key is in the Git history and the database has been copied.',
    'pt-br': 'Primeiro precisa rodar, a segurança vem depois: até lá a chave já está no histórico do Git e o banco já foi copiado.',
  },
  body: {
    en: markdown(
      'New public addresses are found by scanners within minutes, and a key pushed to a public repository is tried within minutes too. "Later" is after that.',
      'What is dear to repair afterwards and free on the first day:',
      '- **keys in the repository**: removing the line does not remove the history; the key has to be replaced;\n- **an unencrypted database**: needs a copy and an interruption;\n- **everything in public subnets**: moving a database into private ones is a migration;\n- **one account for tests and production**: separating them means rebuilding one;\n- **no log**: what was not recorded cannot be looked up.',
      'What takes an hour in total: second factor for the root user, Identity Center instead of access keys, a trail, a budget, blocked public access on buckets, secrets in Parameter Store, security groups that refer to each other, debug mode off, HTTPS by ACM.',
      'What may wait: WAF rules beyond rate limits, GuardDuty\'s extra plans, Config, penetration tests. They are worth it once there are customers\' data.',
      'For health data it may not wait: the LGPD treats it as sensitive, and an incident that may harm people has to be reported to the ANPD and to them.',
      'Skylift shows what is open **now**: each finding with file and line, the severe ones first, with a fix where one is safe. The value of a secret is never shown, logged or sent anywhere; only that there is one.',
    ),
    'pt-br': markdown(
      'Endereços públicos novos são encontrados por varreduras em minutos, e uma chave enviada a um repositório público também é testada em minutos. "Depois" é depois disso.',
      'O que é caro de consertar depois e de graça no primeiro dia:',
      '- **chaves no repositório**: apagar a linha não apaga o histórico; a chave precisa ser trocada;\n- **um banco sem criptografia**: exige uma cópia e uma parada;\n- **tudo em sub-redes públicas**: levar um banco para as privadas é uma migração;\n- **uma conta só para testes e produção**: separar significa refazer uma delas;\n- **nenhum registro**: o que não foi gravado não pode ser consultado.',
      'O que leva uma hora no total: segundo fator no usuário root, Identity Center em vez de chaves, um trail, um orçamento, acesso público bloqueado nos buckets, segredos no Parameter Store, security groups que se referem uns aos outros, modo debug desligado, HTTPS pelo ACM.',
      'O que pode esperar: regras do WAF além do limite de taxa, os planos extras do GuardDuty, Config, testes de invasão. Valem a pena quando houver dados de clientes.',
      'Para dados de saúde não pode esperar: a LGPD os trata como sensíveis, e um incidente que possa causar dano precisa ser comunicado à ANPD e às pessoas.',
      'O Skylift mostra o que está aberto **agora**: cada problema com arquivo e linha, os graves primeiro, com correção onde ela é segura. O valor de um segredo nunca é mostrado, registrado nem enviado; só o fato de que ele existe.',
    ),
  },
  services: ['iam', 'secretsmanager', 'parameter-store', 'vpc', 'waf', 'cloudtrail'],
  links: [
    { label: { en: 'Startup security baseline', 'pt-br': 'Linha de base de segurança para startups' }, url: 'https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-startup-security-baseline/welcome.html' },
  ],
  facts: [
    {
      text: {
        en: 'An unencrypted RDS database can only become an encrypted one by restoring a copy.',
        'pt-br': 'Um banco RDS sem criptografia só vira criptografado restaurando uma cópia.',
      },
      source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html',
      checked: checked.mirror,
    },
  ],
};

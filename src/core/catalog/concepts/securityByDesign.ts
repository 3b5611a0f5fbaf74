import { checked, markdown } from '../define';
import type { Concept } from '../types';

export const securityByDesign: Concept = {
  id: 'security-by-design',
  kind: 'concept',
  title: { en: 'Security by design', 'pt-br': 'Segurança desde o projeto' },
  summary: {
    en: 'Each decision starts from closed: what is not needed is not reachable, not readable and not stored.',
    'pt-br': 'Toda decisão parte do fechado: o que não é necessário não é alcançável, não é legível e não é guardado.',
  },
  body: {
    en: markdown(
      'Security added at the end is expensive because it changes foundations: a network with everything public, a database without encryption (it has to be copied to get it), keys that are in the Git history for ever. In the first hour the same things cost nothing.',
      'The order in which it pays:',
      '1. Root user with a second factor, people through Identity Center, no access keys.\n2. A budget and CloudTrail: you see spending and deeds.\n3. Data in private subnets, security groups that name each other.\n4. Encryption at rest (one setting at creation) and TLS everywhere.\n5. Secrets in Parameter Store or Secrets Manager, not in .env, images or CI variables.\n6. Buckets closed; public files through CloudFront.\n7. Dependencies and images scanned in the pipeline.\n8. WAF with rate limits in front of login and payment; GuardDuty over the account.',
      'For personal and health data add: know which tables hold it, keep it in one Region, log access, delete on request. That is the LGPD\'s work as well as AWS\'s.',
      'Security groups and IAM protect against outsiders. Most leaks are simpler: debug mode in production, an admin tool reachable by everyone, a forgotten bucket.',
      'Skylift\'s findings begin with exactly these: debug settings, default keys, open ports, literal secrets (it reports the place, never the value), public buckets. The infrastructure that it generates starts closed.',
    ),
    'pt-br': markdown(
      'Segurança acrescentada no fim é cara porque mexe na fundação: uma rede toda pública, um banco sem criptografia (é preciso copiá-lo para ter), chaves que ficam para sempre no histórico do Git. Na primeira hora, as mesmas coisas não custam nada.',
      'A ordem em que compensa:',
      '1. Usuário root com segundo fator, pessoas pelo Identity Center, nenhuma chave de acesso.\n2. Um orçamento e o CloudTrail: você vê gastos e ações.\n3. Dados em sub-redes privadas, security groups que citam uns aos outros.\n4. Criptografia em repouso (uma opção na criação) e TLS em toda parte.\n5. Segredos no Parameter Store ou no Secrets Manager, não em .env, imagens ou variáveis de CI.\n6. Buckets fechados; arquivos públicos pelo CloudFront.\n7. Dependências e imagens verificadas no pipeline.\n8. WAF com limite de taxa na frente de login e pagamento; GuardDuty sobre a conta.',
      'Para dados pessoais e de saúde, acrescente: saiba quais tabelas os contêm, mantenha-os em uma Região, registre acessos, apague quando pedirem. Isso é trabalho da LGPD tanto quanto da AWS.',
      'Security groups e IAM protegem contra quem vem de fora. A maioria dos vazamentos é mais simples: modo debug em produção, uma ferramenta administrativa ao alcance de todos, um bucket esquecido.',
      'Os problemas apontados pelo Skylift começam por aí: configurações de debug, chaves padrão, portas abertas, segredos literais (ele informa o lugar, nunca o valor), buckets públicos. A infraestrutura que ele gera começa fechada.',
    ),
  },
  services: ['iam', 'vpc', 'kms', 'secretsmanager', 'waf', 'guardduty'],
  links: [
    { label: { en: 'Security pillar', 'pt-br': 'Pilar de segurança' }, url: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/welcome.html' },
  ],
  facts: [
    {
      text: {
        en: 'Encryption of an RDS database is chosen at creation and cannot be switched on later.',
        'pt-br': 'A criptografia de um banco RDS é escolhida na criação e não pode ser ligada depois.',
      },
      source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html',
      checked: checked.mirror,
    },
  ],
};

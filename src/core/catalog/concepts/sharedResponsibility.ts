import { checked, markdown } from '../define';
import type { Concept } from '../types';

export const sharedResponsibility: Concept = {
  id: 'shared-responsibility',
  kind: 'concept',
  title: { en: 'Shared responsibility', 'pt-br': 'Responsabilidade compartilhada' },
  summary: {
    en: 'AWS answers for the security of the cloud, you for what you put into it; where the line runs depends on the service.',
    'pt-br': 'A AWS responde pela segurança da nuvem, você pelo que coloca nela; onde passa a linha depende do serviço.',
  },
  body: {
    en: markdown(
      '"It is on AWS, so it is secure" is the sentence before many leaks. AWS guards buildings, machines, the network below and the software of its services. What you configure, write and store is yours.',
      'The line moves with the service:',
      '- **EC2**: the operating system and all above it is yours. Unpatched for a year? Your part.\n- **RDS**: the engine is patched for you; users, passwords, open ports, encryption and the version you stay on are yours.\n- **Fargate**: the host is theirs, the image with its libraries yours.\n- **Lambda**: the runtime is theirs until its end of support; the code, its dependencies and its role are yours.\n- **S3**: that nothing is lost is theirs; that nothing is public, yours.',
      'Always yours: who has access, which data you collect, its backup against your own mistakes, and the reaction when something happens.',
      'For personal data in Brazil the same holds by law. AWS is a processor (operadora) and signs a data processing agreement; you are the controller (controladora) and answer to users and to the ANPD. Health records also fall under rules on keeping them for many years. AWS provides proofs of its part in AWS Artifact, for your auditors.',
      'Skylift looks at your side of the line, since that is what stands in the repository: images and runtimes past support, open stores, plain secrets, missing encryption in infrastructure code.',
    ),
    'pt-br': markdown(
      '"Está na AWS, então está seguro" é a frase que antecede muitos vazamentos. A AWS cuida dos prédios, das máquinas, da rede embaixo e do software dos seus serviços. O que você configura, escreve e guarda é seu.',
      'A linha muda com o serviço:',
      '- **EC2**: o sistema operacional e tudo acima dele é seu. Um ano sem atualizar? Parte sua.\n- **RDS**: o motor é atualizado para você; usuários, senhas, portas abertas, criptografia e a versão em que você fica são seus.\n- **Fargate**: o host é deles; a imagem com suas bibliotecas, sua.\n- **Lambda**: o runtime é deles até o fim do suporte; o código, as dependências e a role são seus.\n- **S3**: que nada se perca é com eles; que nada fique público é com você.',
      'Sempre seus: quem tem acesso, que dados você coleta, o backup contra seus próprios erros e a reação quando algo acontece.',
      'Para dados pessoais no Brasil, a lei diz o mesmo. A AWS é operadora e assina um contrato de tratamento de dados; você é a controladora e responde aos usuários e à ANPD. Prontuários também têm regras de guarda por muitos anos. A AWS fornece provas da parte dela no AWS Artifact, para seus auditores.',
      'O Skylift olha o seu lado da linha, porque é o que está no repositório: imagens e runtimes sem suporte, bancos abertos, segredos em texto puro, criptografia ausente em código de infraestrutura.',
    ),
  },
  services: ['ec2', 'rds', 'lambda', 's3', 'iam'],
  links: [
    { label: { en: 'Shared responsibility model', 'pt-br': 'Modelo de responsabilidade compartilhada' }, url: 'https://aws.amazon.com/compliance/shared-responsibility-model/' },
    { label: { en: 'Data privacy in Brazil', 'pt-br': 'Privacidade de dados no Brasil' }, url: 'https://aws.amazon.com/compliance/brazil-data-privacy/' },
  ],
  facts: [
    {
      text: {
        en: 'Customer data, identities and access rights stay the customer\'s responsibility with every service.',
        'pt-br': 'Dados do cliente, identidades e direitos de acesso continuam responsabilidade do cliente em todos os serviços.',
      },
      source: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/shared-responsibility.html',
      checked: checked.review,
    },
  ],
};

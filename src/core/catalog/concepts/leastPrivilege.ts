import { checked, markdown } from '../define';
import type { Concept } from '../types';

export const leastPrivilege: Concept = {
  id: 'least-privilege',
  kind: 'concept',
  title: { en: 'Least privilege', 'pt-br': 'Menor privilégio' },
  summary: {
    en: 'Everybody and everything gets exactly the rights that the task needs, for as long as it needs them.',
    'pt-br': 'Cada pessoa e cada processo recebe exatamente os direitos que a tarefa exige, pelo tempo que ela exige.',
  },
  body: {
    en: markdown(
      'A web application usually needs very few AWS rights: read and write objects under one prefix of one bucket, send to two queues, read three parameters, send e-mail from one domain. That is a policy of twenty lines. AdministratorAccess does the same work, and also lets whoever breaks in delete the backups.',
      'How to get there without reading a thousand pages:',
      '- **One role per process.** Web, worker and scheduler differ: only the worker deletes messages, only the web task signs upload URLs.\n- **Actions one by one**, s3:GetObject and s3:PutObject instead of s3:*. **Resources by name**, with the bucket\'s ARN instead of a star.\n- **The execution role is not the task role** on ECS: the first pulls images and reads secrets at start, the second is what your code may do.\n- **Begin wide in the test environment, then narrow** from CloudTrail: Access Analyzer proposes the policy that was really used.\n- **Pipelines** may update the service and nothing else; limit their trust to one repository and branch.\n- The **database user** counts too: the application does not connect as root or postgres, and migrations use another user.',
      'A call that is refused with AccessDenied names the missing action. Add that one, not the star.',
      'Skylift derives the actions from the needs found in the repository and writes a role per service into the generated Terraform, CloudFormation or CDK; wildcard policies in existing code are reported.',
    ),
    'pt-br': markdown(
      'Uma aplicação web costuma precisar de pouquíssimos direitos na AWS: ler e gravar objetos sob um prefixo de um bucket, enviar para duas filas, ler três parâmetros, mandar e-mail por um domínio. Isso é uma política de vinte linhas. AdministratorAccess faz o mesmo trabalho e também permite que quem invadir apague os backups.',
      'Como chegar lá sem ler mil páginas:',
      '- **Uma role por processo.** Web, worker e agendador são diferentes: só o worker apaga mensagens, só a tarefa web assina URLs de upload.\n- **Ações uma a uma**, s3:GetObject e s3:PutObject em vez de s3:*. **Recursos pelo nome**, com o ARN do bucket em vez de um asterisco.\n- **A role de execução não é a role da tarefa** no ECS: a primeira baixa imagens e lê segredos no início; a segunda é o que o seu código pode fazer.\n- **Comece amplo no ambiente de testes e depois reduza** a partir do CloudTrail: o Access Analyzer propõe a política que foi realmente usada.\n- **Pipelines** podem atualizar o serviço e nada mais; limite a confiança a um repositório e um branch.\n- O **usuário do banco** também conta: a aplicação não se conecta como root ou postgres, e as migrações usam outro usuário.',
      'Uma chamada recusada com AccessDenied informa a ação que falta. Acrescente essa, não o asterisco.',
      'O Skylift deduz as ações das necessidades encontradas no repositório e escreve uma role por serviço no Terraform, CloudFormation ou CDK gerado; políticas com curinga em código existente são apontadas.',
    ),
  },
  services: ['iam', 'kms', 's3', 'cloudtrail'],
  links: [
    { label: { en: 'Security best practices in IAM', 'pt-br': 'Boas práticas de segurança no IAM' }, url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html' },
    { label: { en: 'IAM Access Analyzer', 'pt-br': 'IAM Access Analyzer' }, url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/what-is-access-analyzer.html' },
  ],
  facts: [
    {
      text: {
        en: 'IAM Access Analyzer can write a policy out of the calls that CloudTrail has recorded.',
        'pt-br': 'O IAM Access Analyzer consegue escrever uma política a partir das chamadas registradas pelo CloudTrail.',
      },
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/what-is-access-analyzer.html',
      checked: checked.review,
    },
  ],
};

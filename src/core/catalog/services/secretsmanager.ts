import { checked, defineService } from '../define';

export const secretsmanager = defineService({
  id: 'secretsmanager',
  category: 'security',
  serves: ['secrets'],
  phase: 'lift-and-shift',
  problem: {
    en: 'Database passwords and API keys should be neither in the repository nor in the image, and should change without a deploy.',
    'pt-br': 'Senhas de banco e chaves de API não devem estar no repositório nem na imagem, e devem mudar sem um deploy.',
  },
  cost: { en: 'Secrets per month, and calls.', 'pt-br': 'Segredos por mês e chamadas.' },
  worthIt: {
    en: 'Worth it for database passwords: RDS creates and rotates them here by itself. Parameter Store keeps ordinary settings and third-party keys free. A .env file on the server is the local alternative: readable by whoever gets in, and forgotten in backups.',
    'pt-br': 'Vale a pena para senhas de banco: o RDS as cria e troca aqui sozinho. O Parameter Store guarda de graça configurações comuns e chaves de terceiros. Um arquivo .env no servidor é a alternativa local: legível por quem entrar e esquecido nos backups.',
  },
  notWhen: {
    en: 'For dozens of values that are not secret: the price is per secret; group related ones in one JSON secret.',
    'pt-br': 'Para dezenas de valores que não são segredo: o preço é por segredo; agrupe os relacionados em um segredo JSON.',
  },
  alternatives: [
    { id: 'parameter-store', when: { en: 'No rotation is needed.', 'pt-br': 'Não é preciso rotação.' } },
    { id: 'iam', when: {
      en: 'The other side is AWS: use a role and no secret at all.',
      'pt-br': 'O outro lado é a AWS: use uma role e nenhum segredo.',
    } },
  ],
  limits: [
    {
      text: { en: 'A secret has 64 KB at most.', 'pt-br': 'Um segredo tem no máximo 64 KB.' },
      source: 'https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html',
      checked: checked.apiReference,
    },
    {
      text: {
        en: 'ECS reads a secret when the task starts: after a rotation the service must be deployed again, unless the code fetches it.',
        'pt-br': 'O ECS lê o segredo quando a tarefa inicia: depois de uma rotação o serviço precisa de novo deploy, a menos que o código o busque.',
      },
      source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html',
      checked: checked.guides,
    },
    {
      text: {
        en: 'A deleted secret stays 7 to 30 days, and its name cannot be used again meanwhile.',
        'pt-br': 'Um segredo apagado fica de 7 a 30 dias, e o nome não pode ser reutilizado nesse tempo.',
      },
      source: 'https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html',
      checked: checked.apiReference,
    },
  ],
  highAvailability: {
    en: 'Several zones, built in; can be copied to other Regions.',
    'pt-br': 'Várias zonas, já pronta; pode ser copiado para outras Regiões.',
  },
  scaling: {
    en: 'Cache in the process: thousands of calls per second cost money and may be throttled.',
    'pt-br': 'Guarde em cache no processo: milhares de chamadas por segundo custam dinheiro e podem ser limitadas.',
  },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/intro.html',
  pricingPage: 'https://aws.amazon.com/secrets-manager/pricing/',
});

import { placeParameterStore, placeSecretsManager } from '../placers/operations';
import { decide, keepOnAws, linkConsumers, type NeedMapping } from './mapping';

export const secrets: NeedMapping = {
  need: 'secrets',
  place(plan, need, phase) {
    const kept = keepOnAws(plan, need);
    if (kept !== null) {
      linkConsumers(plan, need, kept);
      return;
    }
    if (phase === 'lift-and-shift') {
      linkConsumers(plan, need, placeParameterStore(plan, need));
      decide(
        plan,
        need,
        'parameter-store',
        {
          en: 'Encrypted parameters that the instance reads by its role: no file with passwords on the disk, and standard ones cost nothing.',
          'pt-br': 'Parâmetros criptografados que a instância lê por seu papel: nenhum arquivo com senhas no disco, e os padrão não custam nada.',
        },
        ['secretsmanager'],
      );
      return;
    }
    linkConsumers(plan, need, placeSecretsManager(plan, need));
    decide(
      plan,
      need,
      'secretsmanager',
      {
        en: 'Each copy receives its secrets when it starts, and the password of the database is rotated without a deploy.',
        'pt-br': 'Cada cópia recebe seus segredos ao iniciar, e a senha do banco é trocada sem precisar de deploy.',
      },
      ['parameter-store'],
    );
  },
};

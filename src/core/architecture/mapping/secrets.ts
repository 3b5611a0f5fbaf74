import { placeParameterStore, placeSecretsManager } from '../placers/operations';
import { drawPart } from '../parts';
import { decide, decideOutside, isOutside, keepOnAws, linkConsumers, type NeedMapping } from './mapping';

/** The encrypted file may stay in the repository: only what opens it has to be kept elsewhere. */
const masterKey = {
  en: 'The encrypted file stays in the repository; its master key and the password of the database are read from here when a process starts.',
  'pt-br': 'O arquivo criptografado fica no repositório; a chave mestra e a senha do banco são lidas daqui quando um processo inicia.',
};

export const secrets: NeedMapping = {
  need: 'secrets',
  place(plan, need, phase) {
    if (isOutside(need) && plan.choices.secrets === undefined) {
      drawPart(plan, need);
      decideOutside(plan, need, ['secretsmanager', 'parameter-store']);
      return;
    }
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
        need.technology === 'encrypted' ? masterKey : {
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
      need.technology === 'encrypted' ? masterKey : {
        en: 'Each copy receives its secrets when it starts, and the password of the database is rotated without a deploy.',
        'pt-br': 'Cada cópia recebe seus segredos ao iniciar, e a senha do banco é trocada sem precisar de deploy.',
      },
      ['parameter-store'],
    );
  },
};

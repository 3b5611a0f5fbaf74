import { technologyName } from '../catalog/technologies';
import { message, type Localized } from '../l10n/localized';
import type { Application, Fact, Need, NeedId } from '../model';
import { hearsOtherCopies } from './betweenCopies';
import type { Trait } from './strengths';

interface Limitation {
  readonly need: NeedId;
  readonly technologies: readonly string[];
  readonly text: Localized;
}

const limitations: readonly Limitation[] = [
  {
    need: 'relational-database',
    technologies: ['sqlite', 'h2'],
    text: {
      en: '{technology} is the database: one writer at a time and a file of one machine, not fit for a large production.',
      'pt-br': '{technology} é o banco de dados: um escritor por vez e um arquivo de uma máquina só, inadequado para produção em grande escala.',
    },
  },
  {
    need: 'cache',
    technologies: ['database'],
    text: {
      en: 'The cache lives in the database: it costs the very queries that it should spare.',
      'pt-br': 'O cache vive no banco de dados: custa justamente as consultas que deveria poupar.',
    },
  },
  {
    need: 'cache',
    technologies: ['file', 'memory'],
    text: {
      en: 'Each copy of the application has a cache of its own ({technology}): they will not agree.',
      'pt-br': 'Cada cópia da aplicação tem seu próprio cache ({technology}): elas não vão concordar entre si.',
    },
  },
  {
    need: 'sessions',
    technologies: ['file', 'memory'],
    text: {
      en: 'Sessions are kept on one machine ({technology}): a second server logs people out.',
      'pt-br': 'As sessões ficam em uma máquina só ({technology}): um segundo servidor desconecta as pessoas.',
    },
  },
  {
    need: 'sessions',
    technologies: ['database'],
    text: { en: 'Sessions cost the database a write per request.', 'pt-br': 'As sessões custam ao banco uma escrita por requisição.' },
  },
  {
    need: 'queue',
    technologies: ['database'],
    text: {
      en: 'The job queue is a table: workers that poll it become a bottleneck as jobs grow.',
      'pt-br': 'A fila de jobs é uma tabela: os workers que a consultam viram gargalo conforme os jobs crescem.',
    },
  },
  {
    need: 'queue',
    technologies: ['sync', 'memory'],
    text: {
      en: 'Slow work runs inside the web request, and is lost with it.',
      'pt-br': 'O trabalho demorado roda dentro da requisição web, e se perde com ela.',
    },
  },
  {
    need: 'file-storage',
    technologies: ['local'],
    text: {
      en: 'Uploads lie on the disk of one machine: lost with it, and unseen by the next one.',
      'pt-br': 'Os uploads ficam no disco de uma máquina: perdem-se com ela e não são vistos pela próxima.',
    },
  },
  {
    need: 'static-assets',
    technologies: ['bundled'],
    text: {
      en: 'No CDN: the application sends every script and picture itself, from one place.',
      'pt-br': 'Não há CDN: a própria aplicação envia todos os scripts e imagens, de um lugar só.',
    },
  },
  {
    need: 'mail',
    technologies: ['log', 'mailpit'],
    text: { en: 'E-mail does not leave the machine ({technology}).', 'pt-br': 'Os e-mails não saem da máquina ({technology}).' },
  },
  {
    need: 'monitoring',
    technologies: ['log-file'],
    text: { en: 'Logs are files of one machine: nobody is told when something breaks.', 'pt-br': 'Os logs são arquivos de uma máquina: ninguém é avisado quando algo quebra.' },
  },
  {
    need: 'secrets',
    technologies: ['env'],
    text: {
      en: 'Secrets come from a file or the environment: they are copied with every backup and cannot be rotated.',
      'pt-br': 'Os segredos vêm de arquivo ou do ambiente: são copiados com cada backup e não têm rotação.',
    },
  },
  {
    need: 'realtime',
    technologies: ['reverb', 'soketi', 'socket.io', 'ws', 'action-cable', 'channels', 'mercure'],
    text: {
      en: '{technology} runs as one process: several need Redis between them.',
      'pt-br': '{technology} roda em um processo só: vários precisam de Redis entre eles.',
    },
  },
];

/** What the drivers of an application say about its limits. What AWS serves already is none. */
export function limitationsOf(application: Application, needs: readonly Need[], facts: readonly Fact[]): readonly Trait[] {
  return needs
    .filter((need) => need.application === application.root && need.servedBy === null)
    .filter((need) => need.id !== 'realtime' || !hearsOtherCopies(need, facts))
    .flatMap((need) =>
      limitations
        .filter((limitation) => limitation.need === need.id && limitation.technologies.includes(need.technology))
        .map((limitation) => ({
          id: `limit-${need.id}`,
          application: application.root,
          need: need.id,
          text: message(limitation.text, { technology: capital(technologyName(need.technology)) }),
          evidence: need.evidence,
        })),
    );
}

/** First letter in upper case, for the start of a sentence. */
export function capital(text: Localized): Localized {
  const raise = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  return { en: raise(text.en), 'pt-br': raise(text['pt-br']) };
}

import { defineRule } from '../rule';
import { unusedSuppressionId } from '../run';

/** Reported when the other rules are through: its check has nothing to look at. */
export const unusedSuppression = defineRule({
  id: unusedSuppressionId,
  domain: 'config',
  severity: 'hint',
  severityMoves: 'fixed',
  phase: 'foundations',
  since: '0.1.0',
  need: null,
  service: null,
  fix: 'none',
  title: { en: 'A suppression comment suppresses nothing', 'pt-br': 'Um comentário de supressão não suprime nada' },
  messages: {
    unused: {
      en: '{rule} does not report anything on that line: the comment can go.',
      'pt-br': '{rule} não aponta nada nessa linha: o comentário pode sair.',
    },
    unknown: { en: 'There is no rule {rule}.', 'pt-br': 'Não existe a regra {rule}.' },
    empty: {
      en: 'The comment names no rule, so it suppresses nothing: name one, as in “skylift-disable-next-line db/sqlite-in-production -- reason”.',
      'pt-br': 'O comentário não cita nenhuma regra, por isso não suprime nada: cite uma, como em “skylift-disable-next-line db/sqlite-in-production -- motivo”.',
    },
  },
  docs: {
    checks: {
      en: 'A comment `skylift-disable-next-line <rule> -- reason` or `skylift-disable-line <rule> -- reason` names a rule that reports nothing on that line, a rule that does not exist, or no rule at all. Several rules are separated by commas. A rule that the settings switch off is not counted as unused.',
      'pt-br': 'Um comentário `skylift-disable-next-line <regra> -- motivo` ou `skylift-disable-line <regra> -- motivo` cita uma regra que não aponta nada nessa linha, uma regra que não existe ou nenhuma regra. Várias regras são separadas por vírgulas. Uma regra desligada nas configurações não conta como não usada.',
    },
    why: {
      en: 'A suppression is a decision with a reason. Once the reason is gone, the comment only hides the next real finding on that line.',
      'pt-br': 'Uma supressão é uma decisão com um motivo. Quando o motivo deixa de existir, o comentário só esconde o próximo problema real nessa linha.',
    },
    bad: [{ files: { '.env.production': 'APP_ENV=production\n# skylift-disable-next-line cache/file-driver -- one server\nCACHE_STORE=redis\n' } }],
    good: [{ files: { '.env.production': 'APP_ENV=production\n# skylift-disable-next-line cache/file-driver -- one server until spring\nCACHE_STORE=file\n' } }],
    aboutFix: {
      en: 'Delete the comment, or correct the name of the rule.',
      'pt-br': 'Apague o comentário ou corrija o nome da regra.',
    },
  },
  references: [],
  check: () => 'not-applicable',
});

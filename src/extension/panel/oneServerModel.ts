import type { Analysis } from '../../core/analysis';
import type { Survival } from '../../core/architecture/availability';
import { formatMoney, formatRange, intlLocale, localize, type Localized } from '../../core/l10n/localized';
import { withSecond, type MoneyStyle } from '../../core/l10n/money';
import type { PhaseId } from '../../core/model';
import { compareWithOneServer, type ServerSide } from '../../core/oneServer';
import type { PanelOneServer } from '../../protocol/panelModel';

const labels = {
  cost: { en: 'Monthly cost', 'pt-br': 'Custo mensal' },
  known: { en: '{cost} known', 'pt-br': '{cost} conhecidos' },
  requests: { en: 'Requests per second', 'pt-br': 'Requisições por segundo' },
  users: { en: 'Simultaneous users', 'pt-br': 'Usuários simultâneos' },
  application: { en: 'The application when its machine or zone fails', 'pt-br': 'A aplicação quando a máquina ou a zona falha' },
  data: { en: 'The database when its machine or zone fails', 'pt-br': 'O banco quando a máquina ou a zona falha' },
} as const satisfies Record<string, Localized>;

const survival = {
  application: {
    machine: { en: 'stands still until it is repaired', 'pt-br': 'fica parada até ser reparada' },
    managed: { en: 'starts again on another machine', 'pt-br': 'reinicia em outra máquina' },
    zones: { en: 'goes on in the other zone', 'pt-br': 'continua na outra zona' },
  },
  data: {
    machine: { en: 'stands still; the last daily copy remains', 'pt-br': 'fica parado; resta a última cópia diária' },
    managed: { en: 'AWS replaces the machine; of a lost zone it comes back from backups', 'pt-br': 'a AWS troca a máquina; se a zona se perde, volta dos backups' },
    zones: { en: 'goes on in another zone', 'pt-br': 'continua em outra zona' },
  },
} as const satisfies Record<string, Readonly<Record<Survival, Localized>>>;

/** What staying on one server costs, beside a phase; null where that is no question. */
export function panelOneServer(analysis: Analysis, phase: PhaseId, money: MoneyStyle): PanelOneServer | null {
  const { language } = money;
  const found = compareWithOneServer(analysis.phases, phase, analysis.assumptions.workload.workload);
  if (found === null) return null;
  const row = (label: keyof typeof labels, of: (side: ServerSide) => string | null): PanelOneServer['rows'] => {
    const [server, other] = [of(found.server), of(found.phase)];
    return server === null && other === null ? [] : [{ label: localize(labels[label], language), server: server ?? '—', phase: other ?? '—' }];
  };
  const survives = (kind: 'application' | 'data') => (side: ServerSide): string | null => {
    const of = side.availability[kind];
    return of === null ? null : localize(survival[kind][of], language);
  };
  const signed = new Intl.NumberFormat(intlLocale(language), { style: 'currency', currency: 'USD', signDisplay: 'exceptZero' });
  return {
    difference: found.differenceUsd === null ? null : signed.format(found.differenceUsd),
    carries: found.carries,
    rows: [
      ...row('cost', (side) => costText(side, money)),
      ...row('requests', ({ capacity }) => (capacity === null ? null : formatRange(capacity.requestsPerSecond, language, 0))),
      ...row('users', ({ capacity }) => (capacity === null ? null : formatRange(capacity.concurrentUsers, language, 0))),
      ...row('application', survives('application')),
      ...row('data', survives('data')),
    ],
  };
}

function costText({ monthlyUsd, knownUsd }: ServerSide, money: MoneyStyle): string {
  const cost = withSecond(formatMoney(knownUsd, money.language), knownUsd, money);
  return monthlyUsd === null ? localize(labels.known, money.language, { cost }) : cost;
}

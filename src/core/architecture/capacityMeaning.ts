import type { Localized } from '../l10n/localized';

/** What stands beside a capacity, wherever one is shown next to a cost. */
export const capacityMeaning: Localized = {
  en: 'Capacity is what the phase sustains once it has grown as far as its design goes; the cost is that of the chosen workload, and grows with it.',
  'pt-br': 'A capacidade é o que a fase sustenta depois de crescer até onde o desenho permite; o custo é o da carga escolhida, e cresce com ela.',
};

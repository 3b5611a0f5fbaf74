import type { Localized } from '../l10n/localized';

/** What a bill can show and no estimate contains, so that nobody is surprised by it. */
export const leftOut: Localized = {
  en: 'No estimate contains taxes, support plans, Savings Plans and reserved capacity, credits of T instances beyond their baseline, extended support of old engine versions, text messages (priced by country and carrier), data between regions, and charges of the AWS Marketplace.',
  'pt-br': 'Nenhuma estimativa contém impostos, planos de suporte, Savings Plans e capacidade reservada, créditos de instâncias T além da linha de base, suporte estendido de versões antigas de motores, SMS (o preço depende do país e da operadora), dados entre regiões e cobranças do AWS Marketplace.',
};

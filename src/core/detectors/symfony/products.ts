/** Products that bring Doctrine, Messenger and Mailer along. */
export const products = ['composer:sylius/sylius', 'composer:shopware/core', 'composer:pimcore/pimcore'];

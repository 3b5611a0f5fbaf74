/** A framework or product on PHP, and how an application of it is told. */
export interface PhpFramework {
  readonly id: string;
  /** Composer packages, one of which an application requires. */
  readonly packages: readonly string[];
  /** Files, one of which an application has, relative to its root. None: the manifest says it. */
  readonly files: readonly string[];
  /** The engine of a product that speaks to one only. */
  readonly database?: string;
}

/** In this order: a product stands before the framework that it is built on. */
export const phpFrameworks: readonly PhpFramework[] = [
  { id: 'drupal', packages: ['drupal/core', 'drupal/core-recommended', 'drupal/drupal'], files: [] },
  { id: 'magento', packages: ['magento/product-community-edition', 'magento/product-enterprise-edition', 'magento/magento-cloud-metapackage', 'magento/magento2-base', 'mage-os/product-community-edition'], files: [] },
  { id: 'craft', packages: ['craftcms/cms'], files: ['craft', 'web/index.php'] },
  { id: 'typo3', packages: ['typo3/cms-core', 'typo3/minimal', 'typo3/cms'], files: ['public/index.php', 'config/system/settings.php', 'config/sites', 'composer.lock'] },
  { id: 'silverstripe', packages: ['silverstripe/recipe-cms', 'silverstripe/framework', 'silverstripe/recipe-core'], files: ['public/index.php', 'app/_config.php'] },
  { id: 'flarum', packages: ['flarum/core'], files: ['flarum', 'site.php', 'public/index.php'], database: 'mysql' },
  { id: 'concrete', packages: ['concrete5/core', 'concretecms/core'], files: ['public/index.php', 'index.php', 'web/index.php'], database: 'mysql' },
  { id: 'codeigniter', packages: ['codeigniter4/framework', 'codeigniter4/codeigniter4', 'codeigniter/framework'], files: ['spark', 'public/index.php', 'app/Config/App.php', 'application/config/config.php'] },
  { id: 'cakephp', packages: ['cakephp/cakephp'], files: ['bin/cake', 'bin/cake.php', 'webroot/index.php', 'app/webroot/index.php'] },
  { id: 'yii', packages: ['yiisoft/yii2', 'yiisoft/yii', 'yiisoft/yii-runner-http'], files: ['yii', 'protected/yii', 'web/index.php', 'public/index.php', 'frontend/web/index.php', 'index.php', 'init'] },
  { id: 'laminas', packages: ['laminas/laminas-mvc', 'zendframework/zend-mvc', 'mezzio/mezzio'], files: ['public/index.php'] },
  { id: 'hyperf', packages: ['hyperf/http-server'], files: ['bin/hyperf.php'] },
  { id: 'slim', packages: ['slim/slim'], files: ['public/index.php', 'index.php', 'web/index.php', 'api/index.php'] },
  { id: 'flight', packages: ['mikecao/flight', 'flightphp/core'], files: ['public/index.php', 'index.php'] },
  { id: 'fatfree', packages: ['bcosca/fatfree', 'bcosca/fatfree-core'], files: ['public/index.php', 'index.php'] },
];

/** Where a web server enters an application, relative to its root. */
export const entryFiles = ['index.php', 'public/index.php', 'web/index.php', 'webroot/index.php', 'www/index.php', 'htdocs/index.php', 'html/index.php', 'public_html/index.php', 'Web/index.php', 'wwwroot/index.php', 'src/index.php', 'p/index.php', 'admin/index.php', 'upload/index.php'];

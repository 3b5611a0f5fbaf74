import assert from 'node:assert/strict';
import { readWorkspace, type Files } from '../../support/workspace';

async function read(files: Files): Promise<{ readonly applications: readonly string[]; readonly needs: Readonly<Record<string, string>>; readonly supported: readonly string[] }> {
  const { applications, needs } = await readWorkspace(files);
  return {
    applications: applications.map((application) => `${application.root} ${application.framework}`),
    needs: Object.fromEntries(needs.map((need) => [need.id, need.technology])),
    supported: needs.find((need) => need.id === 'relational-database')?.supported ?? [],
  };
}

function bedrock(packages: Readonly<Record<string, string>> = {}): Files {
  return { 'composer.json': JSON.stringify({ type: 'project', require: { 'roots/wordpress': '6.7', ...packages } }), 'config/application.php': "<?php use Roots\\WPConfig\\Config; Config::define('DB_HOST', env('DB_HOST') ?: 'localhost'); Config::define('DB_NAME', env('DB_NAME')); Config::define('DISABLE_WP_CRON', env('DISABLE_WP_CRON') ?: false);", '.env.example': "DB_NAME='x'\nDB_PASSWORD='y'\nAUTH_KEY='generateme'\n" };
}

const config = "<?php define('DB_NAME', 'shop'); define('DB_PASSWORD', 'x'); define('DB_HOST', 'localhost');";

const image = (more: string): string => `services:\n  wordpress:\n    image: wordpress:6\n    restart: always\n    environment:\n      WORDPRESS_DB_HOST: db\n      WORDPRESS_DB_PASSWORD: x\n${more}  db:\n    image: mariadb:11\n`;

describe('what is a site of WordPress', () => {
  const cases: readonly (readonly [string, Files, readonly string[]])[] = [
    ['Bedrock', bedrock(), ['. wordpress']],
    ['its own files with a configuration', { 'wp-config.php': config }, ['. wordpress']],
    ['its own files with the sample', { 'wp-config-sample.php': config, 'wp-load.php': '' }, ['. wordpress']],
    ['a sample alone', { 'wp-config-sample.php': config }, []],
    ['its image with a theme beside it', { 'docker-compose.yml': image(''), 'wp-content/themes/shop/functions.php': '<?php' }, ['. wordpress']],
    ['an image of its own', { 'docker-compose.yml': image(''), '.docker/wordpress/Dockerfile': 'FROM wordpress:6-fpm\n' }, ['. wordpress']],
    ['a theme that its image tries out', { 'docker-compose.yml': image('    volumes:\n      - .:/var/www/html/wp-content/themes/shop\n'), 'wordpress/Dockerfile': 'FROM wordpress:6\n', 'style.css': '', 'functions.php': '<?php' }, []],
    ['a plugin that its image tries out', { 'docker-compose.yml': image('    volumes:\n      - .:/var/www/html/wp-content/plugins/shop\n'), 'wordpress/Dockerfile': 'FROM wordpress:6\n', 'shop.php': '<?php' }, []],
    ['plugins for a host that brings WordPress along', { 'composer.json': JSON.stringify({ type: 'project', require: { 'wpackagist-plugin/redis-cache': '^2' } }) }, ['. wordpress']],
    ['plugins below the image that takes them in', { Dockerfile: 'FROM acme/bedrock:web\n', 'site/composer.json': JSON.stringify({ type: 'project', require: { 'wpackagist-plugin/redis-cache': '^2' } }) }, ['. wordpress']],
    ['a plugin that tests with another', { 'composer.json': JSON.stringify({ type: 'wordpress-plugin', require: { 'wpackagist-plugin/woocommerce': '^9' } }) }, []],
    ['a plugin', { 'composer.json': JSON.stringify({ type: 'wordpress-plugin', require: { 'roots/wordpress': '*' } }), 'readme.txt': '' }, []],
    ['a theme that tests with WordPress', { 'composer.json': JSON.stringify({ 'require-dev': { 'johnpbloch/wordpress': '*' } }), 'style.css': '', 'functions.php': '<?php' }, []],
  ];
  for (const [name, files, expected] of cases) {
    it(`${name}: ${expected.length === 0 ? 'none' : expected.join()}`, async () => {
      assert.deepEqual((await read(files)).applications, expected);
    });
  }
});

describe('needs of a site of WordPress', () => {
  it('are a database, a folder of uploads and what the environment keeps, with nothing installed', async () => {
    const { needs, supported } = await read(bedrock());
    assert.deepEqual(needs, { compute: 'php-fpm', 'relational-database': 'mysql', scheduler: 'wp-cron', 'file-storage': 'local', secrets: 'env' });
    assert.deepEqual(supported, ['mariadb']);
  });

  const plugins: readonly (readonly [Readonly<Record<string, string>>, string, string])[] = [
    [{ 'wpackagist-plugin/redis-cache': '^2' }, 'cache', 'redis'],
    [{ 'wpackagist-plugin/w3-total-cache': '^2' }, 'cache', 'file'],
    [{ 'wp-plugin/redis-cache': '^2', 'wp-plugin/wp-super-cache': '^1' }, 'cache', 'redis'],
    [{ 'wpackagist-plugin/amazon-s3-and-cloudfront': '^3' }, 'file-storage', 's3'],
    [{ 'humanmade/s3-uploads': '^3' }, 'file-storage', 's3'],
    [{ 'wpackagist-plugin/wp-mail-smtp': '^4' }, 'mail', 'smtp'],
    [{ 'wpackagist-plugin/wp-ses': '^1' }, 'mail', 'ses'],
    [{ 'wpackagist-plugin/elasticpress': '^5' }, 'search', 'elasticsearch'],
    [{ 'wpackagist-plugin/sqlite-database-integration': '^2' }, 'relational-database', 'sqlite'],
  ];
  for (const [packages, need, technology] of plugins) {
    it(`with ${Object.keys(packages).join(' and ')}: ${need} is ${technology}`, async () => {
      assert.equal((await read(bedrock(packages))).needs[need], technology);
    });
  }

  it('of its own files, in the image that compose deploys', async () => {
    assert.equal((await read({ 'wp/wp-config.php': config, 'docker-compose.yml': image('    volumes:\n      - ./wp:/var/www/html\n') })).needs['compute'], 'container');
  });

  it('take no notice of what a plugin is tried out with', async () => {
    const { needs } = await read({ 'wp-config.php': config, 'wp-content/plugins/wp-gatsby/docker/app.Dockerfile': 'FROM wordpress:6-php8.2-apache\nENV WORDPRESS_DB_PASSWORD=x\n' });
    assert.deepEqual([needs['compute'], needs['secrets']], ['php-fpm', undefined]);
  });

  it('of a site that only compose tells of', async () => {
    const { needs } = await read({ 'docker-compose.yml': image(''), 'wp-content/themes/shop/functions.php': '<?php' });
    assert.deepEqual(needs, { compute: 'container', 'relational-database': 'mariadb', 'file-storage': 'local', secrets: 'env' });
  });

  it('take no notice of what WordPress brings built', async () => {
    const theme = JSON.stringify({ devDependencies: { '@wordpress/scripts': '^27' } });
    assert.equal((await read({ 'wp-config.php': config, 'wp-content/themes/twentytwenty/package.json': theme })).needs['static-assets'], undefined);
    assert.equal((await read({ 'wp-config.php': config, 'wp-content/themes/shop/package.json': JSON.stringify({ dependencies: { vite: '^6' } }) })).needs['static-assets'], 'bundled');
  });

  it('tell a plugin by its folder, Redis by its constant, cron by the switch that turns visits off', async () => {
    const { needs } = await read({ 'wp-config.php': `${config} define('WP_REDIS_HOST', 'redis'); define('DISABLE_WP_CRON', true); define('WP_DEBUG_LOG', true);`, 'wp-content/plugins/wp-mail-smtp/wp-mail-smtp.php': '<?php' });
    assert.deepEqual(needs, { compute: 'php-fpm', 'relational-database': 'mysql', cache: 'redis', scheduler: 'cron', 'file-storage': 'local', mail: 'smtp', monitoring: 'log-file' });
  });
});

import type { NeedId } from '../../model';

/** What an installed plugin serves a need of the site with. */
export interface PluginMeaning {
  readonly need: NeedId;
  readonly technology: string;
  /** Slugs of the plugin directory; `vendor/name` for a package of its own. */
  readonly plugins: readonly string[];
}

/** In order: of a need the first that is installed decides. Slugs as in wordpress.org/plugins, read 2026-11. */
export const pluginMeanings: readonly PluginMeaning[] = [
  { need: 'cache', technology: 'redis', plugins: ['redis-cache', 'wp-redis', 'object-cache-pro', 'rhubarbgroup/object-cache-pro', 'pantheon-systems/wp-redis', 'humanmade/wp-redis'] },
  { need: 'cache', technology: 'memcached', plugins: ['memcached', 'memcached-redux', 'wpackagist-plugin/object-cache-4-everyone', 'humanmade/wordpress-pecl-memcached-object-cache'] },
  { need: 'cache', technology: 'file', plugins: ['w3-total-cache', 'wp-super-cache', 'wp-fastest-cache', 'litespeed-cache', 'cache-enabler', 'wp-rocket', 'wp-media/wp-rocket', 'docket-cache', 'comet-cache', 'hummingbird-performance', 'breeze'] },
  { need: 'file-storage', technology: 's3', plugins: ['amazon-s3-and-cloudfront', 'wp-offload-media', 'deliciousbrains-plugin/wp-offload-media', 'humanmade/s3-uploads', 's3-uploads', 'ilab-media-tools', 'advanced-media-offloader', 'media-cloud'] },
  { need: 'file-storage', technology: 'gcs', plugins: ['wp-stateless', 'wpcloud/wp-stateless', 'gcs'] },
  { need: 'file-storage', technology: 'azure', plugins: ['windows-azure-storage'] },
  { need: 'file-storage', technology: 'cloudinary', plugins: ['cloudinary-image-management-and-manipulation-in-the-cloud-cdn', 'cloudinary'] },
  { need: 'mail', technology: 'ses', plugins: ['wp-ses', 'wp-offload-ses', 'humanmade/aws-ses-wp-mail', 'aws-ses-wp-mail'] },
  { need: 'mail', technology: 'mailgun', plugins: ['mailgun'] },
  { need: 'mail', technology: 'postmark', plugins: ['postmark-approved-wordpress-plugin'] },
  { need: 'mail', technology: 'sendgrid', plugins: ['sendgrid-email-delivery-simplified'] },
  { need: 'mail', technology: 'brevo', plugins: ['mailin'] },
  { need: 'mail', technology: 'smtp', plugins: ['wp-mail-smtp', 'post-smtp', 'easy-wp-smtp', 'fluent-smtp', 'smtp-mailer', 'wp-smtp', 'bws-smtp', 'wp-mail-smtp-pro'] },
  { need: 'search', technology: 'elasticsearch', plugins: ['elasticpress', '10up/elasticpress'] },
  { need: 'search', technology: 'algolia', plugins: ['wp-search-with-algolia', 'algolia'] },
  { need: 'search', technology: 'meilisearch', plugins: ['yuto', 'meilisearch'] },
  { need: 'monitoring', technology: 'sentry', plugins: ['wp-sentry-integration', 'stayallive/wp-sentry'] },
  { need: 'sms-push', technology: 'onesignal', plugins: ['onesignal-free-web-push-notifications'] },
  { need: 'static-assets', technology: 'cdn', plugins: ['cdn-enabler', 'bunnycdn', 'assets-cdn'] },
];

const vendors = ['wpackagist-plugin', 'wp-plugin', 'wpengine-plugin', 'premium-plugin', 'wp-premium', 'wordpress-plugin'];

/** How a plugin can stand in a Composer manifest. */
export function packagesOf(plugin: string): readonly string[] {
  return plugin.includes('/') ? [`composer:${plugin}`] : vendors.map((vendor) => `composer:${vendor}/${plugin}`);
}

import { emptyExtraction } from '../../model';
import type { Detector, FilePattern } from '../detector';
import { extractMarkers } from '../python/markers';
import { extractSettings } from '../python/settingsFile';
import { djangoApplications } from './applications';
import { djangoBindings } from './bindings';

const sample = String.raw`(?:\.(?:example|sample|dist|tpl|template)|\.(?:prod|production|dev)\.(?:example|sample|dist))?`;
const settings = new RegExp(String.raw`(^|\/)(?:(?:\w*_)?settings(?:_\w+)?|configuration(?:_\w+)?|settings\/(?:[\w-]+\/)?[\w-]+(?:\.dist)?|(?:conf|config|docker)\/(?:settings\/)?[\w-]+)\.py${sample}$`);
/** What only settings of Django have. */
const hint = /\b(?:INSTALLED_APPS|DATABASES|CACHES|STORAGES|DEFAULT_FILE_STORAGE|EMAIL_BACKEND|EMAIL_HOST|CELERY_BROKER_URL|ROOT_URLCONF|SESSION_ENGINE|CHANNEL_LAYERS|LOGGING|\w+_LOGGING)\b/;

const sources: readonly FilePattern[] = [
  { match: /^(?!(?:.*\/)?(?:migrations|management|locale|static|node_modules)\/)(?:[\w.-]+\/){0,4}(?:models|consumers|asgi|routing|tasks|jobs|scheduler|main|mails?|emails?|mailers?|notifications?|storages?|services|files|uploads?|attachments?|secrets|signals|search|celery|celery_app|celeryconfig|\w*utils|\w*_handler|\w*_?downloader)\.py$/, example: 'shop/orders/models.py' },
  { match: /^(?!(?:.*\/)?migrations\/)(?:[\w.-]+\/){0,4}(?:models|tasks|jobs|emails?|notifications?|mail|services|storages?|files|uploads|attachments)\/\w+\.py$/, example: 'shop/orders/models/order.py' },
];
const celery = /(^|\/)(celery|celery_app|celeryconfig)\.py$/;

/** Django: settings packages, the libraries that read the environment for them, and what the installed apps bring. */
export const django: Detector = {
  id: 'django',
  label: 'Django',
  files: [{ match: settings, example: 'config/settings/production.py' }],
  formats: (path) => (settings.test(path) || celery.test(path) ? ['python'] : []),
  extract(document, formats) {
    return hint.test(document.text) ? extractSettings(document, formats, 'django-settings') : emptyExtraction;
  },
  sources,
  extractSource(document, formats) {
    const markers = extractMarkers(document);
    if (!celery.test(document.path)) return markers;
    const configured = extractSettings(document, formats, 'django-celery');
    return { facts: [...configured.facts, ...markers.facts], problems: configured.problems };
  },
  applications: djangoApplications,
  bindings: (scope) => (scope.application.framework === 'django' ? djangoBindings(scope) : []),
};

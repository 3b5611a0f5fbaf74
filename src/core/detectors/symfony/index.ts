import type { Fact } from '../../model';
import type { Detector } from '../detector';
import { symfonyApplications } from './applications';
import { symfonyBindings } from './bindings';
import { extractPackages } from './extract';
import { extractEnvDefaults, extractPhpArrays, extractPhpPackages, holdsArrays, servicesFile } from './phpPackages';

/** `config/packages`, also of a product (`app/config/shop/packages`), and the single files before Symfony 4. */
const packageFile = /(^|\/)config\/(?:\w+\/)?packages\/(?:[\w-]+\/)?[\w-]+\.ya?ml$|(^|\/)app\/config\/(?:config|parameters)(?:_[a-z]+)?\.ya?ml(?:\.dist)?$/;
const phpPackageFile = /(^|\/)config\/(?:\w+\/)?packages\/(?:[\w-]+\/)?[\w-]+\.php$|(^|\/)app\/config\/config(?:_[a-z]+)?\.php$/;
const schedule = /#\[As(?:CronTask|PeriodicTask|Schedule)\b|\bZenstruck\\ScheduleBundle\\Schedule\\ScheduleBuilder\b/;

/** An uploaded file that is moved to a folder of the machine. */
const upload = /->move\(\s*(?:\$this->(?:getParameter\(|get\w*(?:Directory|Dir|Folder|Path)\(|\w*(?:[dD]irectory|[dD]ir|[fF]older|[pP]ath)\b)|\$\w*(?:[dD]irectory|[dD]ir|[fF]older|[pP]ath)\b)/;

function marker(path: string, name: string, match: RegExpExecArray | null): readonly Fact[] {
  if (match === null) return [];
  return [{ kind: 'code', name, value: { kind: 'none' }, at: { path, range: { start: match.index, end: match.index + match[0].length } }, stage: 'default', origin: 'symfony-code' }];
}

/** Symfony: DSN variables, `config/packages/**`, `when@prod`, and the single configuration before version 4. */
export const symfony: Detector = {
  id: 'symfony',
  label: 'Symfony',
  files: [
    { match: packageFile, example: 'config/packages/prod/cache.yaml' },
    { match: phpPackageFile, example: 'config/packages/prod/framework.php' },
    { match: servicesFile, example: 'config/services.yaml' },
  ],
  formats: (path, text) => (packageFile.test(path) ? ['yaml'] : phpPackageFile.test(path) && holdsArrays(text) ? ['php'] : []),
  extract(document, formats) {
    if (servicesFile.test(document.path)) return extractEnvDefaults(document);
    if (!phpPackageFile.test(document.path)) return extractPackages(document, formats);
    return holdsArrays(document.text) ? extractPhpArrays(document, formats) : extractPhpPackages(document);
  },
  sources: [
    { match: /^src\/(?:.*\/)?\w*(?:Schedule|Cron|Task|Command|Scheduler)\w*(?:\/\w+)*\.php$/, example: 'src/Scheduler/MainSchedule.php' },
    { match: /^src\/(?:[\w-]+\/){1,4}\w*(?:Controller|Upload|Uploader|File|Image|Media|Photo|Avatar)\w*\.php$/, example: 'src/Service/FileUploader.php' },
  ],
  extractSource: ({ path, text }) => ({ facts: [...marker(path, 'symfony.schedule', schedule.exec(text)), ...(text.includes('UploadedFile') || text.includes('->getData()') ? marker(path, 'symfony.upload', upload.exec(text)) : [])], problems: [] }),
  applications: symfonyApplications,
  bindings: (scope) => (scope.application.framework === 'symfony' ? symfonyBindings(scope) : []),
};

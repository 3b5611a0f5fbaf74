import type { Detector } from '../detector';
import { problemsAt } from '../facts';
import { readCatalog } from './catalog';
import { readScript } from './script';

const script = /(^|\/)[\w.-]+\.gradle(?:\.kts)?$/;
const catalog = /(^|\/)gradle\/[\w.-]+\.versions\.toml$/;

/** Gradle's scripts in Groovy and Kotlin, and version catalogues: dependencies, plugins, projects. */
export const gradlePackage: Detector = {
  id: 'gradle-package',
  label: 'Gradle',
  files: [
    { match: script, example: 'services/orders/build.gradle.kts' },
    { match: catalog, example: 'gradle/libs.versions.toml' },
  ],
  formats: (path) => (catalog.test(path) ? ['toml'] : ['gradle']),
  extract(document, formats) {
    if (catalog.test(document.path)) {
      const parsed = formats.toml(document.text);
      return { facts: readCatalog(document.path, parsed.value), problems: problemsAt(document.path, parsed.problems) };
    }
    const parsed = formats.gradle(document.text);
    return { facts: readScript(document, parsed.value), problems: problemsAt(document.path, parsed.problems) };
  },
};

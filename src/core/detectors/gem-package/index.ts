import { problemsAt } from '../facts';
import type { Detector } from '../detector';
import { imageFile } from '../paths';
import { readGemfile, readLock } from './gemfile';
import { readImage } from './image';

const manifest = /(^|\/)(?:Gemfile|gems\.rb)$/;
const lock = /(^|\/)(?:Gemfile|gems)\.(?:lock|locked)$/;
const specification = /(^|\/)[\w.-]+\.gemspec$/;

/** Manifests of Ruby: direct dependencies. Which of them makes an application is the frameworks' matter. */
export const gemPackage: Detector = {
  id: 'gem-package',
  label: 'Ruby gems',
  files: [
    { match: manifest, example: 'Gemfile' },
    { match: lock, example: 'Gemfile.lock' },
    { match: specification, example: 'my_library.gemspec' },
    { match: imageFile, example: 'docker/Dockerfile' },
  ],
  formats: (path) => (manifest.test(path) ? ['ruby'] : []),
  extract(document, formats) {
    const { path, text } = document;
    if (lock.test(path)) return { facts: readLock(path, text), problems: [] };
    if (imageFile.test(path)) return { facts: readImage(document), problems: [] };
    if (specification.test(path)) return { facts: specificationFacts(path, text), problems: [] };
    const parsed = formats.ruby(text);
    return { facts: readGemfile(path, parsed.value), problems: problemsAt(path, parsed.problems) };
  },
};

/** A package for others to install. */
function specificationFacts(path: string, text: string): ReturnType<Detector['extract']>['facts'] {
  const match = /Gem::Specification\.new/.exec(text);
  if (match === null) return [];
  return [{ kind: 'config', name: 'ruby.gemspec', value: { kind: 'none' }, at: { path, range: { start: match.index, end: match.index + match[0].length } }, stage: 'default', origin: 'gem-package' }];
}

import { problemsAt } from '../facts';
import type { Detector } from '../detector';
import { imageFile } from '../paths';
import { readImage } from './image';
import { readPipfile, readPyproject } from './pyproject';
import { readRequirements } from './requirements';

const requirements = /(^|\/)(?:[\w.-]*requirements[\w.-]*|requirements\/[\w.-]+)\.(?:txt|in|pip)$/;
const pyproject = /(^|\/)pyproject\.toml$/;
const pipfile = /(^|\/)Pipfile$/;
/** Configuration of the standard library's logging as a file. */
const logging = /(^|\/)log(?:ging|ger|s)?[_-]?conf(?:ig)?[\w.-]*\.(?:json|ya?ml|ini|conf)$|(^|\/)logging\.(?:json|ya?ml|ini|conf)(?:\.(?:sample|example|dist))?$/;

/** Manifests of Python: direct dependencies. Which of them makes an application is the frameworks' matter. */
export const pythonPackage: Detector = {
  id: 'python-package',
  label: 'Python packages',
  files: [
    { match: requirements, example: 'requirements/production.txt' },
    { match: pyproject, example: 'backend/pyproject.toml' },
    { match: pipfile, example: 'Pipfile' },
    { match: imageFile, example: 'docker/Dockerfile' },
    { match: logging, example: 'app/logging_config.json' },
  ],
  formats: (path) => (pyproject.test(path) || pipfile.test(path) ? ['toml'] : []),
  extract(document, formats) {
    const { path, text } = document;
    if (imageFile.test(path)) return { facts: readImage(document), problems: [] };
    if (logging.test(path)) return { facts: logFile(path, text), problems: [] };
    if (requirements.test(path)) return { facts: readRequirements(path, text), problems: [] };
    const parsed = formats.toml(text);
    const facts = pyproject.test(path) ? readPyproject(path, parsed.value) : readPipfile(path, parsed.value);
    return { facts, problems: problemsAt(path, parsed.problems) };
  },
};

function logFile(path: string, text: string): ReturnType<Detector['extract']>['facts'] {
  const match = /\blogging\.handlers\.\w*FileHandler|\blogging\.FileHandler|\bclass\s*=\s*\w*FileHandler/.exec(text);
  if (match === null || /[._-](dev|development|test|local)\b/.test(path)) return [];
  return [{ kind: 'code', name: 'python.log-file', value: { kind: 'none' }, at: { path, range: { start: match.index, end: match.index + match[0].length } }, stage: 'default', origin: 'python-package' }];
}

import type { Stage } from '../model/document';

type Words = Readonly<Record<string, Stage>>;

/** Words that mean the same in any file or folder name. Compared in lower case, Portuguese ones included. */
const commonWords: Words = {
  prod: 'production', production: 'production', prd: 'production', producao: 'production',
  staging: 'staging', stg: 'staging', homolog: 'staging', homologacao: 'staging', hml: 'staging', uat: 'staging',
  preprod: 'staging', preproduction: 'staging',
  local: 'local', dev: 'local', develop: 'local', development: 'local', desenvolvimento: 'local', devcontainer: 'local',
  test: 'test', tests: 'test', testing: 'test', e2e: 'test',
  example: 'example', examples: 'example', sample: 'example', samples: 'example', exemplo: 'example', exemplos: 'example',
};

/** Behind `.env` more words are unmistakable, and a copy that somebody left has no more authority than an example. */
const envFileWords: Words = {
  ...commonWords,
  live: 'production',
  stage: 'staging', hom: 'staging', qa: 'staging', preview: 'staging', sandbox: 'staging', beta: 'staging',
  ci: 'test', travis: 'test', circleci: 'test', github: 'test', gitlab: 'test', drone: 'test', jenkins: 'test', phpunit: 'test', dusk: 'test', panther: 'test', build: 'test', cypress: 'test', playwright: 'test', spec: 'test',
  dist: 'example', template: 'example', tpl: 'example', tmpl: 'example', defaults: 'example', default: 'example', modelo: 'example', stub: 'example',
  bak: 'example', backup: 'example', old: 'example', orig: 'example', copy: 'example',
};

const folderWords: Words = {
  ...commonWords,
  stage: 'staging',
  __tests__: 'test', __mocks__: 'test', spec: 'test', specs: 'test', cypress: 'test', playwright: 'test',
  benchmark: 'test', benchmarks: 'test', fixture: 'test', fixtures: 'test', __fixtures__: 'test', testdata: 'test',
  demo: 'example', demos: 'example', docs: 'example', doc: 'example', stubs: 'example', skeleton: 'example',
  '.github': 'test', '.gitlab': 'test', '.gitlab-ci': 'test', '.circleci': 'test', '.travis': 'test', '.buildkite': 'test', '.semaphore': 'test',
  '.devcontainer': 'local', '.ddev': 'local', '.lando': 'local', '.docksal': 'local', '.gitpod': 'local', '.cursor': 'local', '.codesandbox': 'local', '.idx': 'local', '.vscode': 'local',
};

/** Several words in one name: a sample for tests speaks of tests, an example of production stays one, and `.env.production.local` is production on one machine. */
const authority = ['test', 'example', 'production', 'staging', 'local'] as const satisfies readonly Stage[];

const envFileName = /^(?:\.env(?:[._-].*)?|[^.].*\.env(?:\..*)?|\.(?:example|sample|template)\.env|env[._-](?:example|sample|dist|template))$/i;
const otherKinds =
  /\.(?:[cm]?[jt]sx?|php|py|rb|go|sh|json5?|ya?ml|toml|md|html?|vue|svelte|enc|encrypted|vault|keys|schema|gpg|age|asc|sw[op])$|^\.env-cmdrc|~$/i;

/** `.env`, `.env.production`, `docker.env`, `env.example`; not the code, the encrypted and the schema files named like them. */
export function isEnvFile(path: string): boolean {
  const name = baseName(path);
  return envFileName.test(name) && !otherKinds.test(name);
}

/**
 * The deployment that a file speaks of, by its name, else by the nearest folder that says it. A file that says nothing
 * is `default`; an env file that says nothing is what the machine at hand runs with: `local`.
 */
export function stageOfPath(path: string): Stage {
  const name = baseName(path).toLowerCase();
  if (isEnvFile(path)) return strongest(wordsOf(name), envFileWords) ?? stageOfFolders(path) ?? 'local';
  if (/^(?:phpunit|pest|behat|codeception|jest|vitest|cypress|playwright|karma|pytest|tox)\b/.test(name)) return 'test';
  if (/^(?:docker-)?compose[._-]override\b/.test(name)) return 'local';
  if (/\.(?:dist|tpl|tmpl|stub)$/.test(name)) return 'example';
  return strongest(wordsOf(name), commonWords) ?? stageOfFolders(path) ?? 'default';
}

/** `config-sample/`: a folder of what others copy; `test-environments/`, `integration-tests/`: what only tests start. */
const composed: readonly (readonly [RegExp, Stage])[] = [
  [/[._-](?:examples?|samples?|exemplos?)$/, 'example'],
  [/^(?:tests?|testing|e2e)[._-](?:env|envs|environments?|setup|stack|infra|infrastructure|data|config|docker|compose|deployments?|fixtures?)$|[._-](?:tests|e2e)$/, 'test'],
  [/^(?:dev|local|development)[._-](?:env|envs|environments?|setup|stack)$/, 'local'],
];

function stageOfFolders(path: string): Stage | undefined {
  const folders = path.toLowerCase().split('/').slice(0, -1);
  for (const folder of folders.reverse()) {
    const stage = lookup(folderWords, folder) ?? composed.find(([pattern]) => pattern.test(folder))?.[1];
    if (stage !== undefined) return stage;
  }
  return undefined;
}

function strongest(words: readonly string[], meanings: Words): Stage | undefined {
  const found = new Set(words.map((word) => lookup(meanings, word)));
  return authority.find((stage) => found.has(stage));
}

function lookup(meanings: Words, word: string): Stage | undefined {
  return Object.hasOwn(meanings, word) ? meanings[word] : undefined;
}

function wordsOf(name: string): readonly string[] {
  return name.split(/[^\p{L}\p{N}]+/u);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

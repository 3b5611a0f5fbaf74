import type { Evidence, Fact } from '../../model';
import { evidenceOf, packageName } from '../bindings';
import { environmentOf, type Environment } from '../environment';
import type { ApplicationScope } from '../scope';
import { brokers, helperFolder } from './applications';

/** What one service compiles, configures and does, without the tools and examples beside it. */
export interface RustSettings {
  readonly scope: ApplicationScope;
  readonly dependencies: readonly Fact[];
  readonly environment: Environment;
  crate(...names: readonly string[]): Fact | undefined;
  /** Features of a crate wherever the service's packages or their own features name it. */
  features(name: string): readonly string[];
  /** Uses in code by marker, the same technology once. */
  uses(name: string, value?: string): Fact | undefined;
  /** Every file that has a marker. */
  all(name: string): readonly Fact[];
  /** A setting of a configuration file that is in force. */
  setting(value: string): Fact | undefined;
}

/** Uses that belong to one server's routes. */
const answers = /^rust\.(?:realtime|upload|static|front|session)$|^cargo:(?:socketioxide|rocket_ws|actix-ws|actix-web-actors|axum|tower-sessions-\w[\w-]*)$/;

/** Crates that connect to what users have: `bridge-plugin-kafka/`, `connectors/`. */
const pluggedIn = /(?:^|[/_-])(?:plugins?|connectors?|integrations?)(?:[_-][\w-]+)?\//;

export function rustSettings(scope: ApplicationScope): RustSettings {
  const { root } = scope.application;
  /** What a server answers with is its own; a library that several are compiled with may serve another one's routes. */
  const isInside = (fact: Fact): boolean => root === '.' || fact.at.path.startsWith(`${root}/`);
  const ownFirst = (facts: readonly Fact[]): readonly Fact[] => [...facts.filter(isInside), ...facts.filter((fact) => !isInside(fact) && !answers.test(fact.name))];
  const isForOthers = (fact: Fact): boolean => !isInside(fact) && brokers.test(fact.name) && fact.detail?.['listedBy']?.split(' ').every((folder) => folder !== root && !folder.startsWith(`${root}/`)) === true;
  const dependencies = ownFirst(scope.find('dependency').filter((fact) => fact.origin === 'cargo' && !helperFolder.test(fact.at.path) && !pluggedIn.test(fact.at.path) && !isForOthers(fact)));
  const forwarded = scope.find('config', 'rust.feature');
  const code = ownFirst(scope.find('code').filter((fact) => fact.origin === 'rust-code' && !helperFolder.test(packageOf(fact.at.path))));
  const settings = scope.find('config').filter((fact) => fact.origin === 'rust-config');
  return {
    scope,
    dependencies,
    environment: environmentOf(scope),
    crate: (...names) => dependencies.find((fact) => names.includes(packageName(fact))),
    features: (name) => [...dependencies, ...forwarded].filter((fact) => fact.detail?.['crate'] === name).flatMap((fact) => fact.detail?.['features']?.split(' ') ?? []),
    uses: (name, value) => code.find((fact) => fact.name === name && (value === undefined || technologyOf(fact) === value)),
    all: (name) => code.filter((fact) => fact.name === name),
    setting: (value) => settings.find((fact) => fact.name === 'rust.setting' && technologyOf(fact) === value && fact.detail?.['commented'] === 'false'),
  };
}

/** The folder of the package that a source file lies in, by the convention of Cargo. */
function packageOf(path: string): string {
  const end = path.indexOf('/src/');
  return end < 0 ? '' : path.slice(0, end);
}

export function technologyOf(fact: Fact): string {
  return fact.value.kind === 'literal' ? fact.value.text : '';
}

/** Each fact's line, under the word that a reader would look for. */
export function proofs(...facts: readonly (Fact | undefined)[]): readonly Evidence[] {
  return facts.flatMap((fact) => (fact === undefined ? [] : [evidenceOf(fact, fact.kind === 'dependency' ? packageName(fact) : (fact.detail?.['text'] ?? fact.name))]));
}

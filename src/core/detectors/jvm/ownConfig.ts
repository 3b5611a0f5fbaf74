import type { Formats } from '../../formats';
import type { Extraction, SourceDocument } from '../../model';
import { configFile, otherSources, readPlace, type Place } from './configFile';
import { hoconFile, readHocon } from './hocon';

/** Files whose names the framework leaves to whoever writes them: Dropwizard's YAML, `jdbc.properties`, Vert.x's JSON. */
export const ownConfigFile =
  /^(?:src\/main\/(?:resources|config|conf|dist|yml|webapp\/WEB-INF)\/(?:[\w.-]+\/){0,8}|(?:src|configs?|conf|configuration|etc|resources|WebContent\/WEB-INF|WebRoot\/WEB-INF|web\/WEB-INF)\/(?:[\w.-]+\/){0,3}|)[\w.-]+\.(?:ya?ml|properties|conf|json)$/;

/** Message bundles, builds and what other tools read. */
const ofOthers = /(?:^|\/)(?:[\w.-]*(?:compose|openapi|swagger|messages?|i18n|labels?|locale|log4j|logback|logging|gradle|maven|wrapper|workflow|mkdocs|manifest|package|tsconfig|angular|lerna|renovate|sonar|git|build|version|bundle|schema|chart|values|dependabot|codecov|pre-commit)[\w.-]*|[\w.-]+_[a-z]{2}(?:_[A-Z]{2})?)\.\w+$/i;
const addresses = /\b(?:jdbc|r2dbc):[a-z]|\bdriver_?class|\bapplicationConnectors\b|\bdriverClass\b|\bdialect\b|\b(?:redis|rediss|mongodb|mongodb\+srv|amqps?):\/\/|bootstrap[._-]?servers|\b(?:redis|mongo|mongodb|kafka|rabbitmq|smtp|mail|elasticsearch|elastic|db|database|jdbc|s3|minio)[._-]?(?:host|url|uri|hosts|server|servers|address|nodes|endpoint|bucket)\b|^[ \t]*(?:redis|mongo|mongodb|kafka|smtp|mail|elasticsearch|search|database|jdbc)"?\s*[:{]/im;
// Deeper down an application's own settings may be called so.
const ofTools = /^[ \t]*"?(?:apiVersion|AWSTemplateFormatVersion)"?\s*:|^[ \t]*"?(?:openapi|swagger)"?\s*:\s*["']?\d|^"?(?:services|jobs|stages|pipelines|resources)"?\s*:/m;

/** Settings of a file that speaks of addresses of something. */
export function extractOwnConfig(document: SourceDocument, formats: Formats): Extraction {
  const { path, text } = document;
  if (configFile.test(path) || hoconFile.test(path) || otherSources.test(path) || ofOthers.test(path) || !addresses.test(text)) return { facts: [], problems: [] };
  const extension = path.slice(path.lastIndexOf('.') + 1);
  if (extension !== 'properties' && extension !== 'conf' && ofTools.test(text)) return { facts: [], problems: [] };
  const place = placeOf(path);
  if (extension === 'conf') return { facts: readHocon(document, place), problems: [] };
  // JSON is YAML.
  return { facts: readPlace(document, place, extension === 'properties' ? 'properties' : 'yaml', formats).facts, problems: [] };
}

/** `config/prod.yml`, `jdbc-dev.properties`, `profiles/mysql/database.properties`: the name says for which deployment; a sample says so too. */
function placeOf(path: string): Place {
  const words = path.toLowerCase().split(/[/._-]+/);
  const folder = /(?:^|\/)(?:profiles?|environments?|envs?)\/([\w-]+)\//.exec(path)?.[1];
  const profile = folder ?? words.find((word) => /^(?:prod|production|prd|live|dev|development|local|test|testing|staging|stage|qa|uat)$/.test(word)) ?? '';
  const name = path.slice(path.lastIndexOf('/') + 1);
  return { path, profile, sample: /(?:^|[._-])(?:example|sample|template|dist|tpl)(?:[._-]|$)/i.test(name), bootstrap: false };
}

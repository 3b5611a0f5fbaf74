import type { Detector } from '../detector';
import { rustApplications, rustFrameworkIds } from './applications';
import { rustBindings } from './bindings';
import { extractCargo, withShared } from './manifest';
import { extractRust, extractSettings } from './markers';

const aside = String.raw`(?!(?:.*\/)?(?:tests?|tests?[_-][\w-]+|[\w-]+[_-]tests?|benches|benchmarks?|examples?|fixtures|xtask|scripts?|docs?|templates?|target|entity|entities|node_modules|client-\w[\w-]*)\/)(?!.*(?:^|[_\/-])tests?\.rs$)(?!.*(?:^|\/)schema\.rs$)`;

/** Rust services: what Cargo compiles in, what the configuration says, and what the code does. */
export const rust: Detector = {
  id: 'rust',
  label: 'Rust',
  files: [{ match: /(^|\/)Cargo\.toml$/, example: 'crates/server/Cargo.toml' }],
  formats: (path) => (path.endsWith('Cargo.toml') ? ['toml'] : []),
  frameworks: rustFrameworkIds,
  extract: extractCargo,
  sources: [
    { match: new RegExp(String.raw`^${aside}(?:[\w.-]+\/){0,8}src\/(?:[\w-]+\/){0,6}[\w-]+\.rs$`), example: 'crates/server/src/routes/upload.rs' },
    { match: /^(?:[\w.-]+\/){0,2}(?:config|configuration|settings)\/[\w.-]+\.(?:toml|ya?ml|json|hjson)$/, example: 'configuration/base.yaml' },
    { match: /^(?:[\w.-]+\/){0,1}(?:Rocket|[Cc]onfig|[Ss]ettings|[\w-]*_?config(?:\.(?:[\w-]*template|default))?|default)\.(?:toml|ya?ml|hjson)$/, example: 'Rocket.toml' },
    { match: /^(?:[\w.-]+\/){0,1}\.env\.(?:template|example|sample)$/, example: '.env.template' },
  ],
  extractSource: (document) => (document.path.endsWith('.rs') ? extractRust(document) : extractSettings(document)),
  resolve: withShared,
  applications: rustApplications,
  bindings: (scope) => (rustFrameworkIds.has(scope.application.framework) ? rustBindings(scope) : []),
};

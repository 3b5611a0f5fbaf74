import type { Detector } from '../detector';
import { rustApplications, rustFrameworkIds } from './applications';
import { rustBindings } from './bindings';
import { extractCargo } from './manifest';

/** Rust services: what Cargo compiles in, and what the environment says. */
export const rust: Detector = {
  id: 'rust',
  label: 'Rust',
  files: [{ match: /(^|\/)Cargo\.toml$/, example: 'crates/server/Cargo.toml' }],
  formats: () => ['toml'],
  frameworks: rustFrameworkIds,
  extract: extractCargo,
  applications: rustApplications,
  bindings: (scope) => (rustFrameworkIds.has(scope.application.framework) ? rustBindings(scope) : []),
};

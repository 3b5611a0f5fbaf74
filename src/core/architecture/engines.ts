import type { Need } from '../model';

/**
 * Engine on AWS: never changed, except that a file or an in-memory database has to become a server. SQLite becomes
 * PostgreSQL, or MySQL where the configuration speaks MySQL and not PostgreSQL.
 */
export function targetEngine(need: Need): string {
  if (need.technology !== 'sqlite' && need.technology !== 'h2') return need.technology;
  if (need.supported.includes('postgresql')) return 'postgresql';
  return need.supported.find((engine) => engine === 'mysql' || engine === 'mariadb') ?? 'postgresql';
}

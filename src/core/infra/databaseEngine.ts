export interface DatabaseEngine {
  readonly label: string;
  /** Engine id of RDS. */
  readonly engine: string;
  /** Major version; minor ones follow by themselves. */
  readonly version: string;
  /** A minor version for dialects that name one exactly. Both as offered by RDS in 2026-11. */
  readonly exactVersion: string;
  readonly family: string;
  readonly port: number;
  /** What the edition runs on at most; null where any machine does. */
  readonly instanceClass: string | null;
  readonly logs: readonly string[];
  /** Parameter that refuses connections without TLS. */
  readonly forceTls: readonly [name: string, value: string];
  /** SQL Server has no database from the start, and its Express edition no standby. */
  readonly isSqlServer: boolean;
}

const anyMachine = { instanceClass: null, isSqlServer: false } as const;

const engines: Readonly<Record<string, DatabaseEngine>> = {
  postgresql: { ...anyMachine, label: 'PostgreSQL', engine: 'postgres', version: '17', exactVersion: '17.9', family: 'postgres17', port: 5432, logs: ['postgresql', 'upgrade'], forceTls: ['rds.force_ssl', '1'] },
  mysql: { ...anyMachine, label: 'MySQL', engine: 'mysql', version: '8.4', exactVersion: '8.4.9', family: 'mysql8.4', port: 3306, logs: ['error', 'slowquery'], forceTls: ['require_secure_transport', '1'] },
  mariadb: { ...anyMachine, label: 'MariaDB', engine: 'mariadb', version: '11.4', exactVersion: '11.4.10', family: 'mariadb11.4', port: 3306, logs: ['error', 'slowquery'], forceTls: ['require_secure_transport', '1'] },
  sqlserver: { label: 'SQL Server', engine: 'sqlserver-ex', version: '16.00', exactVersion: '16.00.4245.2.v1', family: 'sqlserver-ex-16.0', port: 1433, instanceClass: 'db.t3.small', logs: ['error'], forceTls: ['rds.force_ssl', '1'], isSqlServer: true },
};

/** The engine of RDS that understands an application's SQL. SQLite moves to PostgreSQL; for Oracle there is no template. */
export function databaseEngine(technology: string): DatabaseEngine | undefined {
  return engines[technology === 'sqlite' || technology === 'cockroachdb' ? 'postgresql' : technology];
}

export interface AuroraEngine {
  readonly label: string;
  readonly engine: string;
  readonly version: string;
  readonly port: number;
  readonly log: string;
}

const auroraEngines: Readonly<Record<string, AuroraEngine>> = {
  postgresql: { label: 'PostgreSQL', engine: 'aurora-postgresql', version: '16.11', port: 5432, log: 'postgresql' },
  mysql: { label: 'MySQL', engine: 'aurora-mysql', version: '8.0.mysql_aurora.3.10.3', port: 3306, log: 'slowquery' },
};
const compatible: Readonly<Record<string, string>> = { sqlite: 'postgresql', cockroachdb: 'postgresql', mariadb: 'mysql' };

export function auroraEngine(technology: string): AuroraEngine | undefined {
  return auroraEngines[compatible[technology] ?? technology];
}

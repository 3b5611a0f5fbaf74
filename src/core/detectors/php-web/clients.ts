import type { Fact } from '../../model';
import { folderOf } from '../paths';
import type { ApplicationScope } from '../scope';
import { databaseTechnology } from './technologies';

/** How a file is called that holds the driver of one engine: `MysqlPDOFactory.php` beside `PostgresqlPDOFactory.php`. */
const driverFile = /^(mysql|maria|postgre|pgsql|sqlite|sqlsrv|mssql|oracle|oci)[^/]*\.php$/i;

/** The connection that code opens; where there is a driver for each engine, nothing is told. */
export function openedClient(scope: ApplicationScope, facts: readonly Fact[]): Fact | undefined {
  const clients = facts.flatMap((fact) => {
    const technology = fact.name === 'php.client' && fact.value.kind === 'literal' ? databaseTechnology(fact.value.text) : undefined;
    return technology === undefined || isOneOfSeveral(scope, fact.at.path) ? [] : [{ fact, technology, depth: fact.at.path.split('/').length }];
  });
  const [first] = clients;
  const rivals = clients.filter(({ technology }) => technology !== first?.technology);
  return rivals.every(({ depth }) => depth > (first?.depth ?? 0)) ? first?.fact : undefined;
}

function isOneOfSeveral(scope: ApplicationScope, path: string): boolean {
  const engine = engineOf(path);
  return engine !== undefined && scope.files.some((file) => folderOf(file.path) === folderOf(path) && ![undefined, engine].includes(engineOf(file.path)));
}

function engineOf(path: string): string | undefined {
  return driverFile.exec(path.slice(path.lastIndexOf('/') + 1))?.[1]?.toLowerCase();
}

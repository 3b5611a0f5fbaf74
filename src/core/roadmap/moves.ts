import type { RoadmapLink } from '../model';
import type { RoadmapContext } from './context';

const userGuide = 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide';

/** Engine that the drawn database has: what the data goes to. */
export function targetEngineId(context: RoadmapContext): string {
  const node = context.architecture('lift-and-shift')?.nodes.find(({ id }) => /^(?:rds|aurora):/.test(id));
  return node === undefined ? 'postgresql' : node.id.slice(node.id.indexOf(':') + 1);
}

const dumps: Readonly<Record<string, readonly string[]>> = {
  mysql: ['mysqldump --single-transaction --routines app > app.sql', 'mysql -h <endpoint> -u <user> -p app < app.sql'],
  mariadb: ['mariadb-dump --single-transaction --routines app > app.sql', 'mariadb -h <endpoint> -u <user> -p app < app.sql'],
  postgresql: ['pg_dump -Fc app > app.dump', 'pg_restore -h <endpoint> -U <user> -d app --no-owner app.dump'],
};

/** Where a framework keeps its SQLite file unless it is told otherwise. */
const sqliteFiles: Readonly<Record<string, string>> = {
  laravel: 'database/database.sqlite',
  django: 'db.sqlite3',
  rails: 'storage/production.sqlite3',
  symfony: 'var/data.db',
};

/** Commands that copy the data of today's database into the one on RDS. */
export function databaseMove(context: RoadmapContext): readonly string[] {
  const technology = context.needsOf('relational-database')[0]?.technology ?? '';
  if (technology !== 'sqlite') return dumps[technology] ?? [];
  const file = firstOf(sqliteFiles, context) ?? '<file>.sqlite';
  return targetEngineId(context) === 'postgresql'
    ? [`pgloader ${file} "pgsql://<user>@<endpoint>/app"`]
    : ['pip install sqlite3-to-mysql', `sqlite3mysql -f ${file} -d app -h <endpoint> -u <user> -p`];
}

const importGuides: Readonly<Record<string, string>> = {
  postgresql: `${userGuide}/PostgreSQL.Procedural.Importing.html`,
  mysql: `${userGuide}/MySQL.Procedural.Importing.Other.html`,
  mariadb: `${userGuide}/MariaDB.Procedural.Importing.html`,
  sqlserver: `${userGuide}/SQLServer.Procedural.Importing.html`,
  oracle: `${userGuide}/Oracle.Procedural.Importing.html`,
};

/** AWS's page on bringing data into the engine. */
export function importGuide(context: RoadmapContext): RoadmapLink {
  return { label: 'Migrating data to RDS', url: importGuides[targetEngineId(context)] ?? `${userGuide}/CHAP_Storage.html` };
}

/** Where a framework puts uploads unless it is told otherwise. */
const uploadFolders: Readonly<Record<string, string>> = {
  laravel: './storage/app',
  django: './media',
  rails: './storage',
  wordpress: './wp-content/uploads',
  symfony: './public/uploads',
};

/** Command that copies what was uploaded so far into the bucket. */
export function uploadsMove(context: RoadmapContext): string {
  if (context.has('file-storage', 'local', 's3')) return `aws s3 sync ${firstOf(uploadFolders, context) ?? './uploads'} s3://<bucket>`;
  if (context.has('file-storage', 'minio')) return 'mc mirror --preserve <minio>/<bucket> <s3>/<bucket>';
  return 'rclone sync <today>:<bucket> s3:<bucket>';
}

function firstOf(table: Readonly<Record<string, string>>, { frameworks }: RoadmapContext): string | undefined {
  return [...frameworks].map((framework) => (Object.hasOwn(table, framework) ? table[framework] : undefined)).find((found) => found !== undefined);
}

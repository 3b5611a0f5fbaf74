/** Packages that speak to one engine. */
interface Driver {
  readonly engine: string;
  readonly packages: readonly string[];
}

export const drivers: readonly Driver[] = [
  { engine: 'postgresql', packages: ['pg', 'postgres', 'pg-promise', '@neondatabase/serverless', '@vercel/postgres', '@prisma/adapter-pg', '@prisma/adapter-neon', 'slonik', '@mikro-orm/postgresql', '@payloadcms/db-postgres', '@payloadcms/db-vercel-postgres', 'pg-native', '@fastify/postgres', '@effect/sql-pg'] },
  { engine: 'mysql', packages: ['mysql2', 'mysql', '@planetscale/database', '@mikro-orm/mysql', '@fastify/mysql', 'serverless-mysql', '@prisma/adapter-planetscale'] },
  { engine: 'mariadb', packages: ['mariadb', '@mikro-orm/mariadb', '@prisma/adapter-mariadb'] },
  { engine: 'sqlite', packages: ['better-sqlite3', 'sqlite3', 'sqlite', '@libsql/client', '@mikro-orm/sqlite', '@mikro-orm/better-sqlite', '@mikro-orm/libsql', '@payloadcms/db-sqlite', '@louislam/sqlite3', '@vscode/sqlite3', '@prisma/adapter-better-sqlite3', '@prisma/adapter-libsql'] },
  { engine: 'sqlserver', packages: ['mssql', 'tedious', '@mikro-orm/mssql', '@prisma/adapter-mssql'] },
  { engine: 'oracle', packages: ['oracledb'] },
];

/** Packages that write the statements, whatever speaks to the engine. */
export const mappers = ['@prisma/client', 'drizzle-orm', 'typeorm', '@nestjs/typeorm', 'sequelize', '@nestjs/sequelize', 'sequelize-typescript', 'knex', 'objection', '@adonisjs/lucid', '@mikro-orm/core', 'kysely', 'bookshelf', 'redbean-node', '@databases/pg', 'waterline', 'slonik', '@feathersjs/knex', 'ueberdb2'];

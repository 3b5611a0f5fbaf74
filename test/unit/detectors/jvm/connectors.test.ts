import assert from 'node:assert/strict';
import { readWorkspace } from '../../support/workspace';
import { boot, shop } from './support';

const drivers = ['org.postgresql:postgresql', 'com.mysql:mysql-connector-j', 'com.microsoft.sqlserver:mssql-jdbc', 'com.oracle.database.jdbc:ojdbc11', 'com.ibm.db2:jcc'];
const mongo = 'org.mongodb:mongodb-driver-sync';
const watch = 'package com.example.shop;\nimport com.mongodb.client.MongoClients;\nclass Watch {\n  Object open(String url) { return MongoClients.create(url); }\n}\n';

async function stores(application: string, dependencies: readonly string[]): Promise<readonly string[]> {
  const { needs } = await readWorkspace(shop(dependencies, { 'src/main/resources/application.yml': application, 'src/main/java/com/example/shop/mongo/Watch.java': watch }));
  return needs.filter(({ id }) => id === 'relational-database' || id === 'document-database').map(({ id, technology }) => `${id} ${technology}`);
}

describe('a program with drivers for everything', () => {
  const everything = [...drivers, mongo, `${boot}-jdbc`];

  it('uses none of them for itself', async () => {
    assert.deepEqual(await stores('server:\n  port: 8080\n', everything), []);
  });

  it('keeps what it is configured to keep', async () => {
    assert.deepEqual(await stores('spring:\n  datasource:\n    url: jdbc:postgresql://db/monitor\n', everything), ['relational-database postgresql']);
  });

  it('is told from an application with few', async () => {
    assert.deepEqual(await stores('server:\n  port: 8080\n', ['org.postgresql:postgresql', `${boot}-jdbc`, mongo]), ['relational-database postgresql', 'document-database mongodb']);
  });
});

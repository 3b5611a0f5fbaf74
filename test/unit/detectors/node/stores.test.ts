import assert from 'node:assert/strict';
import { readWorkspace, type Files } from '../../support/workspace';

function service(dependencies: readonly string[], files: Files): Files {
  const listed = Object.fromEntries(['express', ...dependencies].map((name) => [name, '1.0.0']));
  return { 'package.json': JSON.stringify({ name: 'shop', scripts: { start: 'node src/server.js' }, dependencies: listed }), 'src/server.js': "import express from 'express';\nexpress().listen(3000);\n", ...files };
}

async function technology(files: Files, id: string): Promise<string | undefined> {
  return (await readWorkspace(files)).needs.find((need) => need.id === id)?.technology;
}

describe('stores of a Node application', () => {
  const schema = (provider: string): string => `datasource db {\n  provider = "${provider}"\n  url = env("DATABASE_URL")\n}\n`;

  it('are those of Prisma’s own schema before the schema of another edition', async () => {
    const files = { 'prisma/schema.desktop.prisma': schema('sqlite'), 'prisma/schema.prisma': schema('postgresql') };
    assert.equal(await technology(service(['@prisma/client'], files), 'relational-database'), 'postgresql');
    assert.equal(await technology(service(['@prisma/client'], { 'prisma/schema.desktop.prisma': schema('sqlite') }), 'relational-database'), 'sqlite');
  });

  it('are MongoDB where its client connects', async () => {
    const client = "import { MongoClient } from 'mongodb';\nexport const connect = (url) => MongoClient.connect(url);\n";
    assert.equal(await technology(service(['mongodb'], { 'src/common/mongo-client.js': client }), 'document-database'), 'mongodb');
    assert.equal(await technology(service(['mongodb'], {}), 'document-database'), undefined);
  });

  it('are Cloudinary where the sample asks for its account and code knows no other place', async () => {
    const files = { '.env.example': 'CLOUDINARY_URL=\n', 'routes/uploadRoutes.js': 'cloudinary.uploader.upload_stream(done)' };
    assert.equal(await technology(service(['cloudinary', 'multer'], files), 'file-storage'), 'cloudinary');
    assert.equal(await technology(service(['cloudinary', 'multer'], { ...files, 'routes/diskUpload.js': "multer.diskStorage({ destination: 'uploads' })" }), 'file-storage'), 'local');
  });

  it('are a bucket where code makes the only client of a storage', async () => {
    const client = "import { S3Client } from '@aws-sdk/client-s3';\nexport const client = new S3Client({});\n";
    assert.equal(await technology(service(['@aws-sdk/client-s3'], { 'src/common/s3/s3-client.js': client }), 'file-storage'), 's3');
    assert.equal(await technology(service(['@aws-sdk/client-s3'], {}), 'file-storage'), undefined);
  });
});

describe('sessions in a table', () => {
  const schema = (fields: string): string => `model Session {\n  id String @id\n  ${fields}\n}\n`;

  it('are those that Prisma’s model of sign-ins keeps', async () => {
    assert.equal(await technology(service(['@prisma/client'], { 'prisma/schema.prisma': schema('userId String\n  expiresAt DateTime') }), 'sessions'), 'database');
  });

  it('are no lessons and no talks', async () => {
    assert.equal(await technology(service(['@prisma/client'], { 'prisma/schema.prisma': schema('title String\n  startsAt DateTime') }), 'sessions'), undefined);
  });
});

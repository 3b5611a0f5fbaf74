import assert from 'node:assert/strict';
import { loadDetectors } from '../../../src/core/detectors';
import type { Detector } from '../../../src/core/detectors/detector';
import { triggers, type PackId } from '../../../src/core/detectors/triggers';
import { loadFormats } from '../../../src/core/formats';
import { machineFactor, processorMilliseconds } from '../support/machine';

const size = 32 * 1024;

/** What repeats without end. A pattern that begins anew at each place of such a run takes a second and more for it. */
const runs = ['\n', '\r', ' ', '\t', '\t\n', 'a', 'A', '_', '-', '.', '/', '(', '[', '{', '<', '=', ':', '"', "'", '`', '#', '$', '*', '\\', ',', '0', 'a ', 'a.', '${', 'x=', 'a(', '- ', 'env '];

/** Words that make readers look closer, whatever they read. */
const telling = [
  'apiVersion: v1\nkind: Deployment\nenv:\n- name: A\n', 'services:\n  web:\n    image: x\n', 'resource "aws_s3_bucket" "a" {}\n', 'import boto3, redis, celery, socket, flask\nsqlite:///a\n',
  'require "sinatra"\nclass A < ApplicationJob\n', 'use Plug.Static\n{Oban, []}\n', 'DistributedApplication.CreateBuilder\nWriteTo CopyTo UseSqlServer\n', 'package main\nimport "database/sql"\nsql.Open("postgres")\n',
  'fn main() { sqlx::query() }\n', '@SpringBootApplication @Scheduled\n', "<?php Route::get('/'); Storage::put($x);\n", "import express from 'express'; new Redis(); mongoose.connect()\n", 'FROM node\nCMD ["npm"]\n', 'Resources:\n  A:\n    Type: AWS::S3::Bucket\n',
].join('');

interface Reading {
  readonly path: string;
  readonly read: (text: string) => unknown;
}

async function readingsOf(detector: Detector): Promise<readonly Reading[]> {
  const paths = [...detector.files.map(({ example }) => ({ example, source: false })), ...(detector.sources ?? []).map(({ example }) => ({ example, source: true }))];
  return Promise.all(
    paths.map(async ({ example: path, source }) => {
      const formats = await loadFormats(detector.formats(path, telling));
      return { path, read: (text: string) => (source ? detector.extractSource?.({ path, text }, formats) : detector.extract({ path, text }, formats)) };
    }),
  );
}

describe('detectors before hostile texts', function () {
  this.timeout(120_000);
  let detectors: readonly Detector[] = [];
  before(async () => {
    detectors = await loadDetectors(Object.keys(triggers) as PackId[]);
  });

  for (const run of runs) {
    it(`take no more than their share for ${JSON.stringify(run)} without end`, async () => {
      const text = telling + run.repeat(Math.ceil(size / run.length)) + telling;
      const limit = 900 * machineFactor();
      for (const detector of detectors) {
        for (const { path, read } of await readingsOf(detector)) {
          let best = Number.POSITIVE_INFINITY;
          for (let attempt = 0; attempt < 3 && best > limit; attempt += 1) best = Math.min(best, processorMilliseconds(() => read(text)));
          assert.ok(best <= limit, `${detector.id} takes ${best.toFixed(0)} ms for ${path}`);
        }
      }
    });
  }
});

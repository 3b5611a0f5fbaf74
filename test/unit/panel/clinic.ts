import type { WorkspaceReader } from '../../../src/core/workspace/reader';

/** A small Laravel application as a project starts, by path. */
export const clinic: Readonly<Record<string, string>> = {
  'composer.json': JSON.stringify({ name: 'acme/clinic', require: { php: '^8.2', 'laravel/framework': '^12.0', 'laravel/reverb': '^1.4' } }, null, 2),
  artisan: '#!/usr/bin/env php\n<?php\n',
  '.env.example': ['APP_NAME=Clinic', 'APP_ENV=local', 'DB_CONNECTION=sqlite', 'QUEUE_CONNECTION=database', 'CACHE_STORE=database', 'SESSION_DRIVER=database', 'BROADCAST_CONNECTION=reverb', 'MAIL_MAILER=log', 'DB_PASSWORD=hunter2', ''].join('\n'),
};

export function memoryReader(files: Readonly<Record<string, string>>): WorkspaceReader {
  return {
    list: () => Promise.resolve({ files: Object.entries(files).map(([path, text]) => ({ path, size: text.length })), unreadable: [] }),
    read(path) {
      const text = files[path];
      return Promise.resolve(text === undefined ? { ok: false, failure: 'unreadable' } : { ok: true, text });
    },
    trackedFiles: () => Promise.resolve(null),
  };
}

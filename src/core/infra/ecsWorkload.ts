import type { SnippetContext } from './snippet';

/** What an ECS service runs, the same in every dialect. */
export interface EcsWorkload {
  readonly label: 'web' | 'reverb' | 'realtime' | 'worker';
  /** Port behind the load balancer, or null for a service that nobody calls. */
  readonly port: number | null;
  /** Instead of the image's own command. */
  readonly command: readonly string[] | null;
  readonly environment: readonly (readonly [name: string, value: string])[];
  /** Whether the tasks pass events to one another over Redis. */
  readonly usesRedis: boolean;
  /** Keys of the application's secret that are injected. */
  readonly secrets: readonly string[];
  readonly healthCheck: { readonly path: string; readonly matcher: string };
  /** Seconds without traffic after which the load balancer closes a connection. */
  readonly idleTimeout: number;
  /** Whether the tasks join the application's security group, which the stores admit. The web service is that group. */
  readonly joinsApplication: boolean;
  /** Whether a browser has to reach the same task again. */
  readonly sticky: boolean;
}

export function ecsWorkload(context: SnippetContext): EcsWorkload {
  const laravel = context.framework === 'laravel';
  const environment: EcsWorkload['environment'] = laravel ? [['APP_ENV', 'production'], ['APP_DEBUG', 'false'], ['LOG_CHANNEL', 'stderr']] : [];
  const secrets = laravel ? ['APP_KEY'] : [];
  const base = { command: null, environment, usesRedis: false, secrets, idleTimeout: 60, joinsApplication: true, sticky: false } as const;
  if (context.need === 'realtime') {
    if (laravel && context.technology !== 'soketi') return { ...base, ...reverb(environment) };
    // The handshake of long polling takes several requests to the same task.
    return { ...base, label: 'realtime', port: 8080, healthCheck: { path: '/', matcher: '200-404' }, idleTimeout: 300, sticky: true };
  }
  if (context.need === 'queue') {
    const command = laravel ? ['php', 'artisan', 'queue:work', '--tries=3', '--max-time=3600'] : null;
    return { ...base, label: 'worker', port: null, command, healthCheck: { path: '/', matcher: '200' } };
  }
  return { ...base, label: 'web', port: 8080, joinsApplication: false, healthCheck: { path: laravel ? '/up' : '/', matcher: '200-399' } };
}

function reverb(environment: EcsWorkload['environment']) {
  return {
    label: 'reverb',
    port: 8080,
    command: ['php', 'artisan', 'reverb:start', '--host=0.0.0.0', '--port=8080'],
    environment: [...environment, ['REVERB_SCALING_ENABLED', 'true']],
    usesRedis: true,
    secrets: ['APP_KEY', 'REVERB_APP_ID', 'REVERB_APP_KEY', 'REVERB_APP_SECRET'],
    // Releases without a health route answer 404, which proves as well that the server runs.
    healthCheck: { path: '/up', matcher: '200,404' },
    idleTimeout: 300,
  } as const;
}

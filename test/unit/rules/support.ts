import type { Files } from './ruleTester';

/** Settings of a deployment for users. */
export function production(...lines: readonly string[]): Files {
  return { '.env.production': ['APP_ENV=production', ...lines, ''].join('\n') };
}

export const queuedJob: Files = {
  'app/Jobs/SendInvoice.php': '<?php\n\nnamespace App\\Jobs;\n\nuse Illuminate\\Contracts\\Queue\\ShouldQueue;\n\nclass SendInvoice implements ShouldQueue\n{\n}\n',
};

export const upload: Files = {
  'app/Http/Controllers/ReportController.php': "<?php\n\nnamespace App\\Http\\Controllers;\n\nclass ReportController\n{\n    public function store($request)\n    {\n        $request->file('report')->store('reports');\n    }\n}\n",
};

export const mailable: Files = {
  'app/Mail/Welcome.php': '<?php\n\nnamespace App\\Mail;\n\nclass Welcome extends Mailable\n{\n}\n',
};

export const broadcastEvent: Files = {
  'app/Events/PatientArrived.php': '<?php\n\nnamespace App\\Events;\n\nclass PatientArrived implements ShouldBroadcast\n{\n}\n',
};

/** Three copies of the web application in a production compose file. */
export const replicatedWeb: Files = {
  'compose.prod.yaml': 'services:\n  app:\n    image: ghcr.io/clinic/app:1.4\n    restart: always\n    deploy:\n      replicas: 3\n',
};

export function schedule(task: string): Files {
  return { 'routes/console.php': `<?php\n\nuse Illuminate\\Support\\Facades\\Schedule;\n\n${task}\n` };
}

export function composer(packages: Readonly<Record<string, string>>): Files {
  return { 'composer.json': `${JSON.stringify({ require: { 'laravel/framework': '^12.0', ...packages } }, null, 2)}\n` };
}

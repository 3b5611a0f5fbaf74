import { serviceName } from '../catalog/names';
import { localize, type Localized, type Message } from '../l10n/localized';
import { cdkTemplates } from './cdk';
import { renderStack } from './cdk/stack';
import { cloudFormationTemplates } from './cloudformation';
import { renderTemplate } from './cloudformation/template';
import { defaultSizing } from '../model';
import { ecsWorkload } from './ecsWorkload';
import { machinesFor } from './machines';
import { notesOf } from './notes';
import { cacheLabel, resourceName, type Dialect, type Snippet, type SnippetContext, type SnippetInput } from './snippet';
import { terraformTemplates } from './terraform';
import { renderFolder, renderModule } from './terraform/module';

export { phaseInputs, snippetInput, type SharedInput } from './inputs';
export { dialects, resourceName, type Dialect, type Snippet, type SnippetInput } from './snippet';

const heading: Localized = {
  en: '{service} for {application}. Review sizes and names before you apply it.',
  'pt-br': '{service} para {application}. Revise tamanhos e nomes antes de aplicar.',
};

const templates = { terraform: terraformTemplates, cloudformation: cloudFormationTemplates, cdk: cdkTemplates } as const;
const extensions = { terraform: '.tf', cloudformation: '.yaml', cdk: '.ts' } satisfies Record<Dialect, string>;

/**
 * Infrastructure code for one service that serves one need, complete on its own: encrypted, private, with least
 * privilege, without any secret. Null where the dialect has no template for the service, or none that fits the
 * technology (Oracle, say).
 */
export function generateSnippet(input: SnippetInput): Snippet | null {
  const context = contextOf(input);
  const text = renderText(input, context);
  return text === null ? null : { fileName: fileStem(input) + extensions[input.dialect], text, notes: notesOf(input.service, context) };
}

/** Files of one folder. */
export interface GeneratedFolder {
  readonly files: readonly { readonly fileName: string; readonly text: string }[];
  readonly notes: readonly Message[];
  /** What has no template in this dialect. */
  readonly missing: readonly SnippetInput[];
}

/**
 * Infrastructure code for several services of one application that work together: inputs are asked for once, and in
 * Terraform what one service answers (network, security group, secret, topic) is wired to the others. A service that
 * several needs share comes once.
 */
export function generateFolder(inputs: readonly SnippetInput[]): GeneratedFolder {
  const snippets = new Map<string, { readonly input: SnippetInput; readonly snippet: Snippet }>();
  const missing: SnippetInput[] = [];
  for (const input of inputs) {
    const snippet = generateSnippet(input);
    if (snippet === null) missing.push(input);
    else if (!snippets.has(snippet.fileName)) snippets.set(snippet.fileName, { input, snippet });
  }
  const chosen = [...snippets.values()];
  const [first] = chosen;
  const notes = chosen.flatMap(({ snippet }) => snippet.notes);
  if (first === undefined || first.input.dialect !== 'terraform') return { files: chosen.map(({ snippet: { fileName, text } }) => ({ fileName, text })), notes, missing };
  const parts = chosen.flatMap(({ input, snippet: { fileName } }) => {
    const context = contextOf(input);
    const module = lookup(terraformTemplates, input.service)?.(context) ?? null;
    return module === null ? [] : [{ fileName, heading: `# ${titleOf(input, context)}`, module }];
  });
  return { files: renderFolder(parts, contextOf(first.input)), notes, missing };
}

/** Services for which a dialect has a template, sorted. */
export function snippetServices(dialect: Dialect): readonly string[] {
  return Object.keys(templates[dialect]);
}

function renderText(input: SnippetInput, context: SnippetContext): string | null {
  const title = titleOf(input, context);
  switch (input.dialect) {
    case 'terraform': {
      const module = lookup(terraformTemplates, input.service)?.(context) ?? null;
      return module === null ? null : renderModule(module, `# ${title}`, context);
    }
    case 'cloudformation': {
      const module = lookup(cloudFormationTemplates, input.service)?.(context) ?? null;
      return module === null ? null : renderTemplate(module, title, context);
    }
    case 'cdk': {
      const module = lookup(cdkTemplates, input.service)?.(context) ?? null;
      return module === null ? null : renderStack(module, title, context);
    }
  }
}

function titleOf(input: SnippetInput, { name }: SnippetContext): string {
  return localize(heading, input.language ?? 'en', { service: serviceName(input.service), application: name });
}

function lookup<T>(table: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(table, id) ? table[id] : undefined;
}

function contextOf(input: SnippetInput): SnippetContext {
  const language = input.language ?? 'en';
  const sizing = input.sizing ?? defaultSizing;
  const highlyAvailable = input.phase === 'cloud-native' || input.phase === 'serverless';
  return {
    name: resourceName(input.application.name),
    need: input.need,
    technology: input.technology,
    region: input.region,
    highlyAvailable,
    standby: sizing.multiAz === 'auto' ? highlyAvailable : sizing.multiAz === 'on',
    machines: machinesFor(sizing, input.region, input.machines ?? {}),
    framework: input.application.framework,
    budgetUsd: input.budgetUsd ?? null,
    say: (text) => localize(text, language),
    output: (name) => (input.dialect === 'terraform' ? name : pascalCase(name)),
  };
}

/** `database_host` → `DatabaseHost`. */
function pascalCase(name: string): string {
  return name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** One file per thing that is created: a load balancer is part of the service behind it, cache and sessions share a group. */
function fileStem(input: SnippetInput): string {
  const name = resourceName(input.application.name);
  const service = input.service === 'alb' ? 'fargate' : input.service;
  if (service === 'fargate') return `${name}-${ecsWorkload(contextOf(input)).label}`;
  if (service === 'elasticache') return `${name}-${cacheLabel(input)}`;
  if (service === 'dynamodb') return `${name}-${input.need === 'cache' || input.need === 'sessions' ? 'cache-table' : 'documents'}`;
  return `${name}-${service}`;
}

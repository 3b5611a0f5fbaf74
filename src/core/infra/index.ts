import { serviceName } from '../catalog/names';
import { localize, type Localized } from '../l10n/localized';
import { cloudFormationTemplates } from './cloudformation';
import { renderTemplate } from './cloudformation/template';
import { notesOf } from './notes';
import { resourceName, type Dialect, type Snippet, type SnippetContext, type SnippetInput } from './snippet';
import { terraformTemplates } from './terraform';
import { renderModule } from './terraform/module';

export { dialects, resourceName, type Dialect, type Snippet, type SnippetInput } from './snippet';

const heading: Localized = {
  en: '{service} for {application}. Review sizes and names before you apply it.',
  'pt-br': '{service} para {application}. Revise tamanhos e nomes antes de aplicar.',
};

const templates = { terraform: terraformTemplates, cloudformation: cloudFormationTemplates } as const;
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

/** Services for which a dialect has a template, sorted. */
export function snippetServices(dialect: Dialect): readonly string[] {
  return Object.keys(dialect === 'cdk' ? {} : templates[dialect]);
}

function renderText(input: SnippetInput, context: SnippetContext): string | null {
  const title = localize(heading, input.language ?? 'en', { service: serviceName(input.service), application: context.name });
  switch (input.dialect) {
    case 'terraform': {
      const module = lookup(terraformTemplates, input.service)?.(context) ?? null;
      return module === null ? null : renderModule(module, `# ${title}`, context);
    }
    case 'cloudformation': {
      const module = lookup(cloudFormationTemplates, input.service)?.(context) ?? null;
      return module === null ? null : renderTemplate(module, title, context);
    }
    case 'cdk':
      return null;
  }
}

function lookup<T>(table: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(table, id) ? table[id] : undefined;
}

function contextOf(input: SnippetInput): SnippetContext {
  const language = input.language ?? 'en';
  return {
    name: resourceName(input.application.name),
    need: input.need,
    technology: input.technology,
    region: input.region,
    highlyAvailable: input.phase === 'cloud-native' || input.phase === 'serverless',
    framework: input.application.framework,
    say: (text) => localize(text, language),
    output: (name) => (input.dialect === 'terraform' ? name : pascalCase(name)),
  };
}

/** `database_host` → `DatabaseHost`. */
function pascalCase(name: string): string {
  return name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function fileStem(input: SnippetInput): string {
  const kind = input.service === 'fargate' || input.service === 'alb' ? `${input.service}-${input.need}` : input.service;
  return `${resourceName(input.application.name)}-${kind}`;
}

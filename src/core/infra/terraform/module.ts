import type { Localized } from '../../l10n/localized';
import type { SnippetContext } from '../snippet';

/** An input of the configuration. */
export interface TerraformVariable {
  readonly name: string;
  readonly type: string;
  readonly description: Localized;
  /** HCL of the default; the reader is asked where there is none. */
  readonly default?: string;
}

/** One service's share of a configuration. Several of them fit into one folder. */
export interface TerraformModule {
  readonly variables: readonly TerraformVariable[];
  /** Resources, data sources and outputs in the form of `terraform fmt`. */
  readonly body: string;
}

export type TerraformTemplate = (context: SnippetContext) => TerraformModule | null;

const versions = `terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.80"
    }
  }
}`;

const onceHeading: Localized = {
  en: 'Once per folder: if another file declares these already, keep one of each.',
  'pt-br': 'Uma vez por pasta: se outro arquivo já as declara, mantenha só uma de cada.',
};
const providerHeading: Localized = {
  en: 'The provider that every file of the folder shares.',
  'pt-br': 'O provider que todos os arquivos da pasta compartilham.',
};

/** A file that is complete on its own. */
export function renderModule(module: TerraformModule, heading: string, context: SnippetContext): string {
  const inputs = module.variables.map((variable) => renderVariable(variable, context)).join('\n\n');
  return `${heading}\n\n${module.body.trim()}\n\n# ${context.say(onceHeading)}\n\n${inputs}\n\n${versions}\n`;
}

export interface RenderedFile {
  readonly fileName: string;
  readonly text: string;
}

/** A folder: one file per service, inputs and provider in files of their own, each declared once. */
export function renderFolder(
  parts: readonly { readonly fileName: string; readonly heading: string; readonly module: TerraformModule }[],
  context: SnippetContext,
): readonly RenderedFile[] {
  const variables = new Map(parts.flatMap(({ module }) => module.variables.map((variable) => [variable.name, variable] as const)));
  const sorted = [...variables.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return [
    ...parts.map(({ fileName, heading, module }) => ({ fileName, text: `${heading}\n\n${module.body.trim()}\n` })),
    { fileName: 'variables.tf', text: `${sorted.map((variable) => renderVariable(variable, context)).join('\n\n')}\n` },
    {
      fileName: 'versions.tf',
      text: `# ${context.say(providerHeading)}\n\n${versions}\n\nprovider "aws" {\n  region = "${context.region}"\n\n  default_tags {\n    tags = var.tags\n  }\n}\n`,
    },
  ];
}

function renderVariable({ name, type, description, default: fallback }: TerraformVariable, { say }: SnippetContext): string {
  const lines = [`description = ${quoted(say(description))}`, `type        = ${type}`];
  if (fallback !== undefined) lines.push(fallback.includes('\n') ? `default = ${fallback}` : `default     = ${fallback}`);
  return `variable "${name}" {\n  ${lines.join('\n  ')}\n}`;
}

/** An HCL string. `${` and `%{` would start a template. */
export function quoted(text: string): string {
  return `"${text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\$\{/g, '$${').replace(/%\{/g, '%%{')}"`;
}

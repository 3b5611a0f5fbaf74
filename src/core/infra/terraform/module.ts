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
  /** Data sources that a folder reads once. */
  readonly data?: readonly SharedData[];
  /** Inputs of other services that this one answers, as expressions. */
  readonly provides?: Readonly<Record<string, string>>;
}

export type SharedData = 'caller_identity' | 'region';

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

/** A file that is complete on its own. */
export function renderModule(module: TerraformModule, heading: string, context: SnippetContext): string {
  const shared = [...renderData(module.data ?? []), ...module.variables.map((variable) => renderVariable(variable, context)), versions];
  return `${heading}\n\n${module.body.trim()}\n\n# ${context.say(onceHeading)}\n\n${shared.join('\n\n')}\n`;
}

export interface FolderPart {
  readonly fileName: string;
  readonly heading: string;
  readonly module: TerraformModule;
}

export interface RenderedFile {
  readonly fileName: string;
  readonly text: string;
}

/** A folder: one file per service, what they share declared once, and an input that one of them answers wired to it. */
export function renderFolder(parts: readonly FolderPart[], context: SnippetContext): readonly RenderedFile[] {
  const provided = new Map(parts.flatMap(({ module }) => Object.entries(module.provides ?? {})));
  const variables = new Map(parts.flatMap(({ module }) => module.variables.map((variable) => [variable.name, variable] as const)));
  const open = [...variables.values()].filter(({ name }) => !provided.has(name)).sort((a, b) => (a.name < b.name ? -1 : 1));
  const data = [...new Set(parts.flatMap(({ module }) => module.data ?? []))].sort();
  const main = [versions, `provider "aws" {\n  region = "${context.region}"\n}`, ...renderData(data)];
  return [
    { fileName: 'main.tf', text: `${main.join('\n\n')}\n` },
    { fileName: 'variables.tf', text: `${open.map((variable) => renderVariable(variable, context)).join('\n\n')}\n` },
    ...parts.map(({ fileName, heading, module }) => ({ fileName, text: `${heading}\n\n${wire(module.body.trim(), provided)}\n` })),
  ];
}

function wire(body: string, provided: ReadonlyMap<string, string>): string {
  return body.replace(/\bvar\.(\w+)/g, (whole, name: string) => provided.get(name) ?? whole);
}

function renderData(data: readonly SharedData[]): readonly string[] {
  return data.map((kind) => `data "aws_${kind}" "current" {}`);
}

function renderVariable({ name, type, description, default: fallback }: TerraformVariable, { say }: SnippetContext): string {
  const lines = [`description = ${quoted(say(description))}`, `type        = ${type}`];
  if (fallback !== undefined) lines.push(fallback.includes('\n') ? `default = ${fallback}` : `default     = ${fallback}`);
  return `variable "${name}" {\n  ${lines.join('\n  ')}\n}`;
}

/** An HCL string. `${` and `%{` would start a template. */
function quoted(text: string): string {
  return `"${text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\$\{/g, '$${').replace(/%\{/g, '%%{')}"`;
}

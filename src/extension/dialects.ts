import type { Dialect } from '../core/infra/snippet';

interface DialectInfo {
  /** As a reader knows it. */
  readonly name: string;
  /** Language ids of VS Code, the best first; the last is always known. */
  readonly languages: readonly string[];
  readonly comment: string;
}

export const dialectInfos: Readonly<Record<Dialect, DialectInfo>> = {
  terraform: { name: 'Terraform', languages: ['terraform', 'hcl', 'plaintext'], comment: '#' },
  cloudformation: { name: 'CloudFormation', languages: ['cloudformation', 'yaml', 'plaintext'], comment: '#' },
  cdk: { name: 'AWS CDK', languages: ['typescript', 'plaintext'], comment: '//' },
};

/** The language id that the editor knows for a dialect. */
export function languageIdOf(dialect: Dialect, known: readonly string[]): string {
  return dialectInfos[dialect].languages.find((id) => known.includes(id)) ?? 'plaintext';
}

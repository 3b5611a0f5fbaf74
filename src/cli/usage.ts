import type { Localized } from '../core/l10n/localized';
import { version } from './version';

/** What `skylift --help` says. Names of options and values are the same in every language. */
export const usage: Localized = {
  en: `skylift ${version}: what an application needs, and what AWS would serve it

  skylift scan    [folder] [--format text|json|sarif|markdown] [--region R] [--workload NAME|FILE] [--currency BRL=5.38@2026-11-01]
                           [--evaluate-as local|production] [--fail-on error|warning|information|hint|never]
  skylift diagram [folder] [--phase today|foundations|lift-and-shift|cloud-native|serverless] [--format mermaid|svg] [--theme light|dark]
  skylift price   <service> [--region R] [--free-tier none|legacy|credits] [--json] [--<usage> N ...]
  skylift price   --list
  skylift infra   [folder] --phase P --dialect terraform|cloudformation|cdk --out DIR [--need ID ...]
  skylift explain <rule-or-service-or-concept>
  skylift roadmap [folder] [--format text|markdown|json]

Every command takes --lang en|pt-br. No command needs a network or credentials.
`,
  'pt-br': `skylift ${version}: do que uma aplicação precisa, e o que a AWS usaria para atendê-la

  skylift scan    [pasta] [--format text|json|sarif|markdown] [--region R] [--workload NOME|ARQUIVO] [--currency BRL=5.38@2026-11-01]
                          [--evaluate-as local|production] [--fail-on error|warning|information|hint|never]
  skylift diagram [pasta] [--phase today|foundations|lift-and-shift|cloud-native|serverless] [--format mermaid|svg] [--theme light|dark]
  skylift price   <serviço> [--region R] [--free-tier none|legacy|credits] [--json] [--<uso> N ...]
  skylift price   --list
  skylift infra   [pasta] --phase P --dialect terraform|cloudformation|cdk --out PASTA [--need ID ...]
  skylift explain <regra, serviço ou conceito>
  skylift roadmap [pasta] [--format text|markdown|json]

Todo comando aceita --lang en|pt-br. Nenhum comando precisa de rede nem de credenciais.
`,
};

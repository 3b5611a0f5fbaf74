import { localize, localizeMessage } from '../l10n/localized';
import type { Severity } from '../model';
import { ruleById, ruleHelpUrl } from '../rules';
import type { ReportContext } from './context';

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const satisfies Record<Severity, string>;

/** SARIF 2.1.0, as code scanning services read it (OASIS standard, 2020-03-27). */
export function sarifReport({ analysis, language, version, positions }: ReportContext): Readonly<Record<string, unknown>> {
  const ids = [...new Set(analysis.findings.map((finding) => finding.rule))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Skylift',
            version,
            informationUri: 'https://github.com/skylift-dev/skylift',
            rules: ids.map((id) => {
              const rule = ruleById(id);
              return {
                id,
                helpUri: ruleHelpUrl(id),
                ...(rule === undefined ? {} : { shortDescription: { text: localize(rule.title, language) }, fullDescription: { text: localize(rule.docs.why, language) } }),
              };
            }),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: analysis.findings.map((finding) => {
          const start = positions.at(finding.at.path, finding.at.range.start);
          const end = positions.at(finding.at.path, finding.at.range.end);
          return {
            ruleId: finding.rule,
            ruleIndex: ids.indexOf(finding.rule),
            level: levels[finding.severity],
            message: { text: localizeMessage(finding.message, language) },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: encodeURI(finding.at.path), uriBaseId: '%SRCROOT%' },
                  region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
                },
              },
            ],
          };
        }),
      },
    ],
  };
}

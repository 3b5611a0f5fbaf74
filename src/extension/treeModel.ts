import type { Analysis } from '../core/analysis';
import { needInfo } from '../core/catalog/needs';
import { serviceName } from '../core/catalog/names';
import { technologyName } from '../core/catalog/technologies';
import type { Language } from '../core/l10n/localized';
import { formatNumber, localize, localizeMessage } from '../core/l10n/localized';
import type { Application, Evidence, Finding, Need, NeedId, Severity, SourceLocation } from '../core/model';
import { severities } from '../core/model';
import type { Lines } from './diagnosticModel';
import { treeStrings } from './treeStrings';

/** An item of a tree view as plain data. `icon` is a codicon. */
export interface TreeNode {
  /** Stable over edits, so that the view keeps what is unfolded. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** Markdown. */
  readonly tooltip?: string;
  readonly icon: string;
  /** Theme colour of the icon. */
  readonly color?: string;
  /** What a screen reader says instead of label and description. */
  readonly accessibleLabel?: string;
  /** For menus. */
  readonly kind: 'folder' | 'application' | 'need' | 'evidence' | 'rule' | 'finding' | 'skipped-group' | 'skipped' | 'week' | 'step';
  readonly expanded: boolean;
  /** Opened on click. */
  readonly location?: SourceLocation;
  /** Explained on request: a need, rule or service id. */
  readonly topic?: string;
  /** The need for which infrastructure code can be generated. */
  readonly generates?: NeedId;
  /** A roadmap step that can be ticked by hand. */
  readonly step?: { readonly id: string; readonly state: 'open' | 'ticked' };
  readonly children: readonly TreeNode[];
}

const needIcons: Readonly<Record<NeedId, string>> = {
  compute: 'server-process',
  'relational-database': 'database',
  'document-database': 'json',
  cache: 'zap',
  sessions: 'account',
  queue: 'list-ordered',
  'event-streaming': 'pulse',
  scheduler: 'watch',
  realtime: 'broadcast',
  video: 'device-camera-video',
  'file-storage': 'file-media',
  'static-assets': 'package',
  mail: 'mail',
  'sms-push': 'bell',
  search: 'search',
  monitoring: 'graph-line',
  secrets: 'key',
};

const severityIcons: Readonly<Record<Severity, { readonly icon: string; readonly color: string }>> = {
  error: { icon: 'error', color: 'list.errorForeground' },
  warning: { icon: 'warning', color: 'list.warningForeground' },
  information: { icon: 'info', color: 'problemsInfoIcon.foreground' },
  hint: { icon: 'lightbulb', color: 'foreground' },
};

/** Applications → needs → evidence, then the files that were left out. */
export function applicationTree(analysis: Analysis, lines: Lines, language: Language): readonly TreeNode[] {
  const applications = analysis.applications.map((application) => applicationNode(application, analysis, lines, language));
  // Without an application the view explains itself; files that were left out do not matter then.
  if (applications.length === 0 || analysis.skipped.length === 0) return applications;
  return [...applications, skippedNode(analysis, language)];
}

function applicationNode(application: Application, analysis: Analysis, lines: Lines, language: Language): TreeNode {
  const needs = analysis.needs.filter((need) => need.application === application.root);
  const framework = localize(technologyName(application.framework), language);
  const version = application.frameworkVersion === null ? '' : ` ${application.frameworkVersion}`;
  return {
    id: `application:${application.root}`,
    kind: 'application',
    label: application.name,
    description: application.root === '.' ? `${framework}${version}` : `${framework}${version} · ${application.root}`,
    tooltip: localize(treeStrings.applicationTooltip, language, {
      languages: application.languages.map((id) => localize(technologyName(id), language)).join(', '),
      manifest: application.manifest.path,
    }),
    icon: 'rocket',
    expanded: analysis.applications.length <= 3,
    location: application.manifest,
    children: needs.map((need, index) => needNode(need, index, lines, language)),
  };
}

function needNode(need: Need, index: number, lines: Lines, language: Language): TreeNode {
  const info = needInfo(need.id);
  const technology = localize(technologyName(need.technology), language);
  const library = need.library === null ? '' : ` (${localize(technologyName(need.library), language)})`;
  return {
    id: `need:${need.application}:${need.id}:${need.technology}:${index}`,
    kind: 'need',
    label: capitalized(localize(info.title, language)),
    description: need.confidence === 'certain' ? `${technology}${library}` : `${technology}${library} · ${localize(treeStrings[need.confidence], language)}`,
    tooltip: needTooltip(need, language),
    icon: needIcons[need.id],
    expanded: false,
    topic: need.id,
    generates: need.id,
    children: need.evidence.map((evidence, position) => evidenceNode(need, evidence, position, lines, language)),
  };
}

function needTooltip(need: Need, language: Language): string {
  const info = needInfo(need.id);
  const paragraphs = [localize(info.problem, language)];
  if (need.supported.length > 0) {
    const names = need.supported.map((id) => localize(technologyName(id), language)).join(', ');
    paragraphs.push(localize(treeStrings.alsoOffered, language, { names }));
  }
  if (need.servedBy !== null) {
    paragraphs.push(localize(treeStrings.servedBy, language, { service: serviceName(need.servedBy) }));
  }
  return paragraphs.join('\n\n');
}

function evidenceNode(need: Need, evidence: Evidence, position: number, lines: Lines, language: Language): TreeNode {
  const line = lines.range(evidence.at).start.line + 1;
  return {
    id: `evidence:${need.application}:${need.id}:${need.technology}:${position}:${evidence.at.path}:${evidence.key}`,
    kind: 'evidence',
    label: evidence.key,
    description: `${evidence.at.path}:${line}`,
    tooltip: localize(treeStrings[`stage-${evidence.stage}`], language),
    icon: position === 0 ? 'pass' : 'file-code',
    expanded: false,
    location: evidence.at,
    children: [],
  };
}

function skippedNode(analysis: Analysis, language: Language): TreeNode {
  return {
    id: 'skipped',
    kind: 'skipped-group',
    label: localize(treeStrings.skipped, language),
    description: formatNumber(analysis.skipped.length, language),
    icon: 'circle-slash',
    expanded: false,
    children: analysis.skipped.map((file) => ({
      id: `skipped:${file.file}`,
      kind: 'skipped',
      label: file.file,
      description: localizeMessage(file.why, language),
      icon: 'file',
      expanded: false,
      location: { path: file.file, range: { start: 0, end: 0 } },
      children: [],
    })),
  };
}

/** Findings by application (where there are several) and rule, the gravest first. */
export function findingTree(
  analysis: Analysis,
  lines: Lines,
  language: Language,
  ruleTitle: (rule: string) => string,
): readonly TreeNode[] {
  if (analysis.applications.length <= 1) return ruleNodes('', analysis.findings, lines, language, ruleTitle);
  const nodes: TreeNode[] = [];
  for (const application of analysis.applications) {
    const findings = analysis.findings.filter((finding) => finding.application === application.root);
    if (findings.length === 0) continue;
    nodes.push({
      id: `findings:${application.root}`,
      kind: 'application',
      label: application.name,
      description: formatNumber(findings.length, language),
      icon: 'rocket',
      expanded: true,
      location: application.manifest,
      children: ruleNodes(application.root, findings, lines, language, ruleTitle),
    });
  }
  return nodes;
}

function ruleNodes(
  scope: string,
  findings: readonly Finding[],
  lines: Lines,
  language: Language,
  ruleTitle: (rule: string) => string,
): readonly TreeNode[] {
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) {
    const list = byRule.get(finding.rule);
    if (list === undefined) byRule.set(finding.rule, [finding]);
    else list.push(finding);
  }
  const groups = [...byRule].map(([rule, list]) => ({ rule, list, severity: gravest(list) }));
  groups.sort((a, b) => rank(a.severity) - rank(b.severity) || a.rule.localeCompare(b.rule));
  return groups.map(({ rule, list, severity }) => {
    const [only, ...others] = list;
    // A group of one would only be in the way: the rule opens its finding itself.
    if (only !== undefined && others.length === 0) {
      return { ...findingNode(only, 0, lines, language), id: `rule:${scope}:${rule}`, label: ruleTitle(rule) };
    }
    return group(scope, rule, list, severity, lines, language, ruleTitle);
  });
}

function group(
  scope: string,
  rule: string,
  list: readonly Finding[],
  severity: Severity,
  lines: Lines,
  language: Language,
  ruleTitle: (rule: string) => string,
): TreeNode {
  return {
    id: `rule:${scope}:${rule}`,
    kind: 'rule',
    label: ruleTitle(rule),
    description: `${rule} · ${formatNumber(list.length, language)}`,
    ...severityIcons[severity],
    expanded: severity === 'error' || severity === 'warning',
    topic: rule,
    children: list.map((finding, position) => findingNode(finding, position, lines, language)),
  };
}

function findingNode(finding: Finding, position: number, lines: Lines, language: Language): TreeNode {
  const line = lines.range(finding.at).start.line + 1;
  const text = localizeMessage(finding.message, language);
  return {
    id: `finding:${finding.application}:${finding.rule}:${finding.at.path}:${position}`,
    kind: 'finding',
    label: text,
    description: `${finding.at.path}:${line}`,
    tooltip: text,
    accessibleLabel: `${localize(treeStrings[`severity-${finding.severity}`], language)}: ${text}, ${finding.at.path}, ${line}`,
    ...severityIcons[finding.severity],
    expanded: false,
    location: finding.at,
    topic: finding.rule,
    children: [],
  };
}

/** One folder per node where the workspace has several. */
export function folderNode(name: string, children: readonly TreeNode[]): TreeNode {
  return { id: `folder:${name}`, kind: 'folder', label: name, icon: 'root-folder', expanded: true, children };
}

export function gravest(findings: readonly Finding[]): Severity {
  return severities.find((severity) => findings.some((finding) => finding.severity === severity)) ?? 'hint';
}

function rank(severity: Severity): number {
  return severities.indexOf(severity);
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

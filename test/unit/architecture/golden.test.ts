import { buildArchitecture } from '../../../src/core/architecture/build';
import { estimateCapacity } from '../../../src/core/architecture/capacity';
import { renderMermaid } from '../../../src/core/architecture/mermaid';
import { defaultWorkload } from '../../../src/core/architecture/workload';
import { localizeMessage } from '../../../src/core/l10n/localized';
import { phaseIds, type Architecture, type Capacity } from '../../../src/core/model';
import { projects, type FixtureProject } from './fixtures';
import { matchesGolden } from './golden';

const { workload } = defaultWorkload;

function architectures(project: FixtureProject): readonly Architecture[] {
  return phaseIds.map((phase) => buildArchitecture({ ...project, phase, workload, region: 'us-east-1' }));
}

/** One line per statement, so that a change reads as a change of that statement. */
function lines(architecture: Architecture, capacity: Capacity | null): Record<string, unknown> {
  return {
    phase: architecture.phase,
    groups: architecture.groups.map((group) => `${group.id} in ${group.parent ?? '-'}: ${group.label.en}`),
    nodes: architecture.nodes.map(
      (node) => `${node.id} in ${node.group ?? '-'}: ${node.label.en} | ${node.detail?.en ?? '-'} | ${node.service ?? '-'} | ${node.needs.join(', ')}`,
    ),
    edges: architecture.edges.map((edge) => `${edge.from} -> ${edge.to} (${edge.kind}${edge.label === null ? '' : `: ${edge.label.en}`})`),
    usages: architecture.usages.map(
      (usage) => `${usage.service} @ ${usage.node ?? '-'}: ${Object.entries(usage.usage).map(([name, value]) => `${name}=${String(value)}`).join(' ')} | ${localizeMessage(usage.assumption, 'en')}`,
    ),
    decisions: architecture.decisions.map(
      (decision) => `${decision.application} ${decision.need} -> ${decision.service} [${decision.alternatives.join(', ')}]: ${localizeMessage(decision.reason, 'en')}`,
    ),
    notes: architecture.notes.map((note) => localizeMessage(note, 'en')),
    capacity:
      capacity === null
        ? null
        : {
            requestsPerSecond: capacity.requestsPerSecond.join('-'),
            concurrentUsers: capacity.concurrentUsers.join('-'),
            bottleneck: localizeMessage(capacity.bottleneck, 'en'),
            next: localizeMessage(capacity.next, 'en'),
          },
  };
}

describe('golden architectures', () => {
  for (const project of projects) {
    it(`${project.name}: every phase is as reviewed`, () => {
      const phases = architectures(project).map((architecture) =>
        lines(architecture, estimateCapacity({ ...project, phase: architecture.phase, architecture, workload })),
      );
      matchesGolden(`${project.name}.json`, `${JSON.stringify(phases, null, 2)}\n`);
    });

    it(`${project.name}: the diagram texts are as reviewed`, () => {
      const texts = architectures(project).map((architecture) => renderMermaid(architecture, { language: 'en', costs: false, icons: false }));
      matchesGolden(`${project.name}.mmd`, texts.join('\n'));
    });
  }
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { buildArchitecture } from '../../../src/core/architecture/build';
import { escapeLabel, renderMermaid, renderMermaidWithIds } from '../../../src/core/architecture/mermaid';
import { defaultWorkload } from '../../../src/core/architecture/workload';
import { localize, verbatim } from '../../../src/core/l10n/localized';
import { phaseIds, type Architecture, type ArchitectureNode, type PhaseEstimate } from '../../../src/core/model';
import { laravelSample, projects, type FixtureProject } from './fixtures';
import { parseFlowchart } from './mermaidParser';

function build(project: FixtureProject, phase: (typeof phaseIds)[number]): Architecture {
  return buildArchitecture({ ...project, phase, workload: defaultWorkload.workload, region: 'us-east-1' });
}

function estimateOf(node: string, knownUsd: number, monthlyUsd: number | null): PhaseEstimate {
  return { services: [{ service: 'rds', node, serves: [], lines: [], monthlyUsd, knownUsd }], monthlyUsd, knownUsd, missing: [] };
}

/** One node of hostile text in a group of hostile text, with a hostile edge to itself's neighbour. */
function hostile(text: string, kind: ArchitectureNode['kind']): Architecture {
  const node = (id: string, label: string): ArchitectureNode => ({
    id, kind, label: verbatim(label), detail: verbatim(text), service: null, icon: 'aws-ec2', group: 'g', needs: [], applications: [], evidence: [],
  });
  return {
    phase: 'today',
    groups: [{ id: 'g', kind: 'server', label: verbatim(text), parent: null }],
    nodes: [node(text === '' ? 'x' : text, text), node('other node', 'plain')],
    edges: [{ from: text === '' ? 'x' : text, to: 'other node', kind: 'data', label: verbatim(text) }],
    decisions: [],
    usages: [],
    notes: [],
  };
}

const attacks = [
  'end', 'subgraph x', 'click n0 "javascript:alert(1)"', '%%{init: {"theme":"dark"}}%%', '"] --> evil["', '`**bold**`', 'fa:fa-user', '<img src=x onerror=alert(1)>',
  'a;b', 'a\nb', 'a\r\nflowchart LR', '#quot;', '#40;', '&lt;', '{{x}}', '((x))', '[/x/]', '|x|', 'a\\"b', ':::k-users', '@{ icon: "x" }', '---\ntitle: x\n---', 'ação ünïcode 日本語 🚀', '\u202ertl', '\u0000\u0007', 'style n0 fill:#f00', 'class n0 k-users', '%% comment', '$$x$$', "it's", '__proto__', 'constructor', 'ﬂ°°34¶ß',
];

/** English without icons is what a file shows, Portuguese with icons what the panel does. */
const renderings = [
  { language: 'en', icons: false },
  { language: 'pt-br', icons: true },
] as const;

describe('renderMermaid', function () {
  this.timeout(60_000);

  for (const project of projects) {
    it(`${project.name}: Mermaid reads every phase as the graph says`, async () => {
      for (const phase of phaseIds) {
        const architecture = build(project, phase);
        for (const { language, icons } of renderings) {
            const { text, nodeIds } = renderMermaidWithIds(architecture, { language, costs: false, icons });
            const parsed = await parseFlowchart(text);
            assert.equal(parsed.nodes.size, architecture.nodes.length);
            assert.deepEqual(
              parsed.edges.map((edge) => [nodeIds[edge.from], nodeIds[edge.to], edge.label]),
              architecture.edges.map((edge) => [edge.from, edge.to, edge.label === null ? '' : localize(edge.label, language)]),
            );
            for (const [id, node] of parsed.nodes) {
              const original = architecture.nodes.find((candidate) => candidate.id === nodeIds[id])!;
              assert.ok(node.label.startsWith(localize(original.label, language)), node.label);
              assert.equal(node.icon, icons && original.icon !== null ? `logos:${original.icon}` : null);
              assert.deepEqual(node.classes, [`k-${original.kind}`]);
            }
            assert.equal(parsed.groups.size, architecture.groups.length);
        }
      }
    });
  }

  it('shows hostile text as text', async () => {
    for (const attack of attacks) {
      const icons = attacks.indexOf(attack) % 2 === 0;
      {
        const architecture = hostile(attack, 'application');
        const parsed = await parseFlowchart(renderMermaid(architecture, { language: 'en', costs: false, icons }));
        const shown = visible(attack);
        assert.deepEqual([...parsed.nodes.keys()], ['n0', 'n1'], attack);
        assert.deepEqual(parsed.nodes.get('n0')?.label.split(/<br\s*\/?>/).map((line) => line.trim()), [shown.trim(), shown.trim()], attack);
        assert.deepEqual(parsed.edges.map((edge) => edge.label.trim()), [shown.trim()], attack);
      }
    }
  });

  it('is parsed whatever the labels say', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 40 }), fc.constantFrom(...attacks)),
        fc.constantFrom('users', 'application', 'process', 'store', 'service', 'external') as fc.Arbitrary<ArchitectureNode['kind']>,
        fc.boolean(),
        async (text, kind, icons) => {
          const architecture = hostile(text, kind);
          const parsed = await parseFlowchart(renderMermaid(architecture, { language: 'en', costs: false, icons }));
          assert.deepEqual([...parsed.nodes.keys()], ['n0', 'n1']);
          assert.equal(parsed.edges.length, 1);
          assert.equal(parsed.groups.size, 1);
        },
      ),
      { numRuns: 40, examples: [['', 'users', false], [' ', 'store', true], ['\u00a0', 'external', false]] },
    );
  });

  it('writes the cost under its node and in the title', async () => {
    const architecture = build(laravelSample, 'lift-and-shift');
    const text = (language: 'en' | 'pt-br', estimate: PhaseEstimate): string => renderMermaid(architecture, { language, estimate, costs: true, icons: false });
    const label = async (source: string): Promise<string | undefined> => [...(await parseFlowchart(source)).nodes.values()].find((node) => node.label.includes('RDS'))?.label;
    assert.match((await label(text('en', estimateOf('rds:postgresql', 25.716, 25.716)))) ?? '', /\$25\.72\/month$/);
    assert.match((await label(text('pt-br', estimateOf('rds:postgresql', 25.716, 25.716)))) ?? '', /US\$&nbsp;25,72\/mês$/);
    assert.match((await label(text('en', estimateOf('rds:postgresql', 20, null)))) ?? '', /from \$20\.00\/month$/);
    assert.match((await label(text('en', estimateOf('rds:postgresql', 0, null)))) ?? '', /price unknown$/);
    assert.equal((await parseFlowchart(text('en', estimateOf('rds:postgresql', 20, null)))).accTitle, 'Lift and shift, from $20.00/month');
    assert.ok(!renderMermaid(architecture, { language: 'en', estimate: estimateOf('rds:postgresql', 20, 20), costs: false, icons: false }).includes('$20'));
  });

  it('starts with the direction that is asked for', () => {
    const architecture = build(laravelSample, 'today');
    assert.match(renderMermaid(architecture, { language: 'en', costs: false, icons: false }), /^flowchart TB\n {2}accTitle: Today\n {2}accDescr: /);
    assert.match(renderMermaid(architecture, { language: 'en', costs: false, icons: false, direction: 'LR' }), /^flowchart LR\n/);
  });

  it('escapes exactly what has a meaning in Mermaid', () => {
    assert.equal(escapeLabel('a "b" <c> #1; [d](e) {f} `g` % \\ | & \' :'), 'a #34;b#34; #60;c#62; #35;1#59; #91;d#93;#40;e#41; #123;f#125; #96;g#96; #37; #92; #124; #38; #39; #58;');
    assert.equal(escapeLabel('uma\n\tlinha'), 'uma linha');
    assert.equal(escapeLabel('Ação, 100.5/mês'), 'Ação, 100.5/mês');
  });
});

/** What a reader sees: control characters are a space. */
function visible(text: string): string {
  // eslint-disable-next-line no-control-regex -- the same characters as in the renderer
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ');
}

import assert from 'node:assert/strict';
import type { RoadmapStep, RoadmapWeek } from '../../../src/core/model';
import { roadmapTree } from '../../../src/extension/roadmapTree';
import { analysis, evidence } from './fixture';

function step(values: Partial<RoadmapStep> = {}): RoadmapStep {
  return {
    id: 'move-database',
    title: { en: 'Move SQLite to RDS', 'pt-br': 'Mover o SQLite para o RDS' },
    why: { en: 'A file dies with its machine.', 'pt-br': 'Um arquivo morre com a máquina.' },
    need: 'relational-database',
    service: 'rds',
    phase: 'lift-and-shift',
    done: false,
    byHand: false,
    evidence: [],
    how: {
      text: { en: 'Dump, then load.', 'pt-br': 'Exporte e carregue.' },
      commands: ['php artisan migrate'],
      links: [{ label: 'RDS', url: 'https://docs.aws.amazon.com/rds/' }],
      snippet: { need: 'relational-database', service: 'rds' },
    },
    hours: [3, 6],
    monthlyUsd: 25.66,
    applications: ['.'],
    ...values,
  };
}

const done = step({ id: 'account', title: { en: 'Open an account', 'pt-br': 'Abrir uma conta' }, service: null, done: true, monthlyUsd: null, evidence: [evidence('infra/main.tf', 'resource', 'aws_db_instance.main', 'default')], how: { ...step().how, snippet: null } });
const weeks: readonly RoadmapWeek[] = [
  { week: '1-2', phase: 'foundations', title: { en: 'Foundations', 'pt-br': 'Fundamentos' }, steps: [done] },
  { week: '3', phase: 'lift-and-shift', title: { en: 'First move', 'pt-br': 'Primeira mudança' }, steps: [done, step()] },
];

describe('roadmapTree', () => {
  it('ticks what is proved and opens the week that comes next', () => {
    const tree = roadmapTree(analysis({ roadmap: weeks }), 'en');
    assert.deepEqual(
      tree.map(({ label, description, icon, expanded }) => [label, description, icon, expanded]),
      [
        ['Weeks 1–2: Foundations', '1 of 1 · Foundations', 'pass-filled', false],
        ['Week 3: First move', '1 of 2 · Lift and shift', 'calendar', true],
      ],
    );
    assert.deepEqual(
      tree[1]?.children.map(({ label, description, icon, location }) => [label, description, icon, location?.path]),
      [
        ['Open an account', 'done · 3–6 h', 'pass-filled', 'infra/main.tf'],
        ['Move SQLite to RDS', 'to do · 3–6 h · +US$ 26/month', 'circle-large-outline', undefined],
      ],
    );
  });

  it('says in Portuguese why and how, and tells a screen reader what others see by a picture', () => {
    const [, node] = roadmapTree(analysis({ roadmap: weeks }), 'pt-br')[1]?.children ?? [];
    assert.equal(node?.accessibleLabel, 'Mover o SQLite para o RDS, a fazer, 3–6 h, +US$ 26/mês');
    assert.equal(
      node?.tooltip,
      'Um arquivo morre com a máquina.\n\nExporte e carregue.\n\n```sh\nphp artisan migrate\n```\n\n[RDS](https://docs.aws.amazon.com/rds/)',
    );
  });

  it('offers to explain and to generate only where there is something to', () => {
    const [account, database] = roadmapTree(analysis({ roadmap: weeks }), 'en')[1]?.children ?? [];
    assert.deepEqual([account?.topic, account?.generates, database?.topic, database?.generates], [undefined, undefined, 'rds', 'relational-database']);
  });

  it('tells what was ticked by hand', () => {
    const byHand = { ...weeks[1], steps: [step({ done: true, byHand: true })] } as RoadmapWeek;
    assert.match(roadmapTree(analysis({ roadmap: [byHand] }), 'en')[0]?.children[0]?.description ?? '', /^done, as skylift\.yaml says/);
    const states = [byHand, ...weeks].flatMap((week) => roadmapTree(analysis({ roadmap: [week] }), 'en')[0]?.children.map((node) => node.step?.state) ?? []);
    assert.deepEqual([...new Set(states)].sort(), ['open', 'ticked', undefined]);
  });
});

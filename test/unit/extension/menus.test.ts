import assert from 'node:assert/strict';
import { conceptIds, pitfallIds, serviceIds, useCaseIds } from '../../../src/core/catalog/ids';
import { defaultSizing, needIds } from '../../../src/core/model';
import { commandIds } from '../../../src/extension/commandIds';
import { menuItems, workloadLabel } from '../../../src/extension/menuModel';
import { isUserCount, settingsInEffect, workloadNamed, analysisOptions } from '../../../src/extension/options';
import { defaultSettings } from '../../../src/extension/settingsModel';
import { allTopics } from '../../../src/extension/topics';

describe('menuItems', () => {
  it('says beside each choice what is chosen now', () => {
    const items = menuItems({ ...defaultSettings, region: 'sa-east-1', workload: '2000' }, { scanning: false, trusted: true }, 'pt-br');
    const described = items.filter(({ description }) => description !== '').map(({ command, description }) => [command, description]);
    assert.deepEqual(described, [
      [commandIds.evaluateAs, 'Desenvolvimento local'],
      [commandIds.selectPhase, 'Cloud-native'],
      [commandIds.selectWorkload, '2.000 usuários simultâneos no pico'],
      [commandIds.selectRegion, 'sa-east-1'],
      [commandIds.selectFreeTier, 'Nenhum'],
      [commandIds.selectSizing, 'Conforme a carga'],
    ]);
  });

  it('names the sizes that are asked for', () => {
    const items = menuItems({ ...defaultSettings, sizing: { ...defaultSizing, multiAz: 'on', databaseClass: 'memory' } }, { scanning: false, trusted: true }, 'en');
    assert.equal(items.find(({ command }) => command === commandIds.selectSizing)?.description, 'Multi-AZ: In two zones · Database and cache: Memory-optimized (R)');
  });

  it('offers to cancel while a scan runs, else to scan', () => {
    const commands = (scanning: boolean) => menuItems(defaultSettings, { scanning, trusted: false }, 'en').map(({ command }) => command);
    assert.equal(commands(true).includes(commandIds.scan), false);
    assert.equal(commands(true).includes(commandIds.cancelScan), true);
    assert.equal(commands(false).includes(commandIds.scan), true);
    assert.equal(commands(false).includes(commandIds.cancelScan), false);
  });
});

describe('menuItems and AWS', () => {
  for (const trusted of [true, false]) {
    it(`${trusted ? 'offers' : 'hides'} what contacts AWS in ${trusted ? 'a trusted' : 'an untrusted'} workspace`, () => {
      const commands = menuItems(defaultSettings, { scanning: false, trusted }, 'en').map(({ command }) => command);
      const online = [commandIds.refreshPrices, commandIds.showActualSpend].filter((command) => commands.includes(command));
      assert.equal(online.length, trusted ? 2 : 0);
    });
  }
});

describe('workloads', () => {
  it('are presets by name or a number of users', () => {
    assert.equal(workloadNamed('growth').workload.peakConcurrentUsers, 50_000);
    assert.deepEqual([workloadNamed('2000').name, workloadNamed('2000').workload.peakConcurrentUsers], ['2000', 2000]);
    assert.equal(workloadNamed('nonsense').name, 'current');
    assert.equal(workloadNamed('20000000').name, 'current');
    assert.deepEqual(['0', '01', '-5', '1.5', '10000000', '10000001'].map(isUserCount), [false, false, false, false, true, false]);
  });

  it('have a name for readers', () => {
    assert.equal(workloadLabel('learning', 'en'), 'Learning');
    assert.equal(workloadLabel('1500', 'en'), '1,500 simultaneous users at the peak');
  });

  it('reach the core with every other choice', () => {
    const settings = { ...defaultSettings, evaluateAs: 'production', freeTier: 'legacy', exclude: ['a'], include: ['b'], ruleSeverities: { 'a/b': 'off' }, stated: ['region'] } as const;
    const { workload, ...rest } = analysisOptions(settings);
    assert.equal(workload.name, 'current');
    assert.deepEqual(rest, { region: 'us-east-1', evaluation: 'production', freeTier: 'legacy', sizing: defaultSizing, exclude: ['a'], include: ['b'], ruleSeverities: { 'a/b': 'off' }, stated: new Set(['region']) });
  });
});

describe('settingsInEffect', () => {
  it('shows what skylift.yaml decided', () => {
    const assumptions = { region: 'eu-west-1', workload: { name: 'custom', workload: workloadNamed('500').workload }, freeTier: 'credits', sizing: { ...defaultSizing, architecture: 'x86' } } as const;
    const shown = settingsInEffect(defaultSettings, { assumptions });
    assert.deepEqual([shown.region, workloadLabel(shown.workload, 'en'), shown.freeTier, shown.sizing.architecture], ['eu-west-1', 'As skylift.yaml says', 'credits', 'x86']);
    assert.equal(settingsInEffect(defaultSettings, undefined), defaultSettings);
  });
});

describe('allTopics', () => {
  const rules = [{ id: 'queue/sync-driver', title: { en: 'Jobs in the request', 'pt-br': 'Jobs na requisição' } }];
  const topics = allTopics({ rules, conceptTitle: (id) => (id === 'multi-az' ? { en: 'Two zones', 'pt-br': 'Duas zonas' } : undefined) }, 'pt-br');

  it('knows every need, service, concept and rule once', () => {
    const expected = [...needIds, ...serviceIds, ...conceptIds, ...pitfallIds, ...useCaseIds, 'queue/sync-driver'];
    assert.deepEqual(topics.map(({ id }) => id).sort(), [...new Set(expected)].sort());
  });

  it('goes from the problem to the rule, with names for readers', () => {
    assert.deepEqual([...new Set(topics.map(({ group }) => group))], ['needs', 'services', 'concepts', 'rules']);
    assert.equal(topics.find(({ id }) => id === 'relational-database')?.label, 'Banco de dados relacional');
    assert.equal(topics.find(({ id }) => id === 'multi-az')?.label, 'Duas zonas');
    assert.equal(topics.at(-1)?.label, 'Jobs na requisição');
  });
});

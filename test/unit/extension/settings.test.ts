import assert from 'node:assert/strict';
import { defaultSettings, settingsFrom } from '../../../src/extension/settingsModel';

function read(values: Readonly<Record<string, unknown>>, displayLanguage = 'en'): ReturnType<typeof settingsFrom> {
  return settingsFrom((key) => values[key], displayLanguage);
}

describe('settings', () => {
  it('falls back to the defaults where nothing is set', () => {
    assert.deepEqual(read({}), defaultSettings);
  });

  it('tells what the user set from what is a default', () => {
    const values: Readonly<Record<string, unknown>> = { region: 'us-east-1', workload: 'growth', 'sizing.multiAz': 'auto' };
    assert.deepEqual(settingsFrom((key) => values[key], 'en', (key) => key in values).stated, ['region', 'workload', 'multiAz']);
  });

  it('is frozen, so that no surface changes what another reads', () => {
    const settings = read({ 'rules.severity': { 'db/x': 'off' }, exclude: ['legacy'], 'currency.code': 'BRL', 'currency.rate': 5 });
    for (const value of [settings, settings.ruleSeverities, settings.exclude, settings.secondCurrency]) assert.ok(Object.isFrozen(value));
  });

  it('takes what makes sense', () => {
    const settings = read({
      evaluateAs: 'production',
      phase: 'serverless',
      region: ' sa-east-1 ',
      workload: '2000',
      freeTier: 'credits',
      'sizing.multiAz': 'on',
      'sizing.architecture': 'x86',
      'sizing.serverClass': 'general',
      'sizing.databaseClass': 'huge',
      'rules.severity': { 'db/sqlite-in-production': 'off', 'queue/sync': 'error' },
      exclude: ['legacy/**'],
      include: ['packages/vendor'],
      language: 'pt-br',
      'codeLens.enabled': false,
      'currency.code': 'brl',
      'currency.rate': 5.38,
      'currency.rateDate': '2026-11-01',
      'aws.profile': 'work',
      'aws.region': 'eu-central-1',
      'diagram.layout': 'dagre',
      'infrastructure.dialect': 'cdk',
    });
    assert.deepEqual(settings, {
      evaluateAs: 'production',
      phase: 'serverless',
      region: 'sa-east-1',
      workload: '2000',
      freeTier: 'credits',
      sizing: { multiAz: 'on', architecture: 'x86', serverClass: 'general', databaseClass: 'auto' },
      ruleSeverities: { 'db/sqlite-in-production': 'off', 'queue/sync': 'error' },
      exclude: ['legacy/**'],
      include: ['packages/vendor'],
      language: 'pt-br',
      codeLens: false,
      secondCurrency: { code: 'BRL', rate: 5.38, date: '2026-11-01' },
      awsProfile: 'work',
      awsRegion: 'eu-central-1',
      diagramLayout: 'dagre',
      dialect: 'cdk',
      stated: [],
    });
  });

  it('leaves out what makes no sense', () => {
    const settings = read({
      evaluateAs: 'staging',
      phase: 7,
      region: 'São Paulo',
      workload: '',
      freeTier: null,
      'rules.severity': { 'db/x': 'fatal', 'db/y': 'hint' },
      exclude: 'legacy',
      include: [1, '', 'ok'],
      'currency.code': 'BRL',
      'currency.rate': 0,
      'aws.region': 'nowhere',
      'diagram.layout': 'spiral',
      'infrastructure.dialect': 'yaml',
    });
    assert.deepEqual(settings, { ...defaultSettings, ruleSeverities: { 'db/y': 'hint' }, include: ['ok'] });
  });

  it('reads an invalid date as none', () => {
    for (const date of ['2026-13-45', '01/11/2026', 20261101]) {
      assert.equal(read({ 'currency.code': 'BRL', 'currency.rate': 5, 'currency.rateDate': date }).secondCurrency?.date, null);
    }
  });

  for (const { language, display, expected } of [
    { language: 'auto', display: 'pt-br', expected: 'pt-br' },
    { language: 'auto', display: 'de', expected: 'en' },
    { language: 'en', display: 'pt-br', expected: 'en' },
    { language: 'pt-br', display: 'en', expected: 'pt-br' },
  ]) {
    it(`speaks ${expected} when set to ${language} in an editor that speaks ${display}`, () => {
      assert.equal(read({ language }, display).language, expected);
    });
  }
});

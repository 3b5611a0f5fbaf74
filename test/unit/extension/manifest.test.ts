import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { languages, localize } from '../../../src/core/l10n/localized';
import { rules } from '../../../src/core/rules';
import { commandIds } from '../../../src/extension/commandIds';
import { defaultSettings, settingKeys, settingsFrom } from '../../../src/extension/settingsModel';

interface Property {
  readonly type?: string;
  readonly default: unknown;
  readonly scope: string;
  readonly order: number;
  readonly markdownDescription: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly properties?: Readonly<Record<string, unknown>>;
}

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly capabilities: {
    readonly virtualWorkspaces: boolean;
    readonly untrustedWorkspaces: { readonly supported: string; readonly description: string; readonly restrictedConfigurations: readonly string[] };
  };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string; readonly icon?: string }[];
    readonly configuration: readonly { readonly title: string; readonly properties: Readonly<Record<string, Property>> }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string; readonly when: string }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly { readonly id: string; readonly media: { readonly svg: string }; readonly completionEvents: readonly string[] }[];
    }[];
  };
}

const manifestFile = 'package.json';
const stringFiles = { en: 'package.nls.json', 'pt-br': 'package.nls.pt-br.json' } as const;
const read = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;
const manifest = read<Manifest>(manifestFile);
const strings = { en: read<Record<string, string>>(stringFiles.en), 'pt-br': read<Record<string, string>>(stringFiles['pt-br']) };
const { contributes } = manifest;
const settings = Object.assign({}, ...contributes.configuration.map(({ properties }) => properties)) as Readonly<Record<string, Property>>;
const declaredCommands = contributes.commands.map(({ command }) => command);
const ruleSetting = 'skylift.rules.severity';

/** Rewrites what follows from the rules: which ids the setting knows, and their titles in both languages. */
function generateRuleSettings(): { readonly properties: Record<string, unknown>; readonly strings: Record<'en' | 'pt-br', Record<string, string>> } {
  const severity = ['error', 'warning', 'information', 'hint', 'off'];
  const properties: Record<string, unknown> = {};
  const titles: Record<'en' | 'pt-br', Record<string, string>> = { en: {}, 'pt-br': {} };
  for (const rule of rules) {
    properties[rule.id] = { type: 'string', enum: severity, description: `%rule.${rule.id}%` };
    for (const language of languages) titles[language][`rule.${rule.id}`] = localize(rule.title, language);
  }
  return { properties, strings: titles };
}

function isRuleKey(key: string): boolean {
  return key.startsWith('rule.');
}

describe('package.json', () => {
  before(() => {
    if (process.env['UPDATE'] !== '1') return;
    const generated = generateRuleSettings();
    (settings[ruleSetting] as { properties?: unknown }).properties = generated.properties;
    writeFileSync(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`);
    for (const language of languages) {
      const own = Object.entries(strings[language]).filter(([key]) => !isRuleKey(key));
      strings[language] = { ...Object.fromEntries(own), ...generated.strings[language] };
      writeFileSync(stringFiles[language], `${JSON.stringify(strings[language], null, 2)}\n`);
    }
  });

  it('declares the commands that the extension registers', () => {
    assert.deepEqual([...declaredCommands].sort(), Object.values(commandIds).sort());
  });

  it('files every command under Skylift, with a title of its own', () => {
    assert.deepEqual([...new Set(contributes.commands.map(({ category }) => category))], ['Skylift']);
    for (const language of languages) {
      const titles = contributes.commands.map(({ title }) => strings[language][title.replaceAll('%', '')]);
      assert.equal(new Set(titles).size, titles.length, language);
    }
  });

  it('uses in menus, welcome texts and walkthroughs only commands and views that exist', () => {
    const known = new Set([...declaredCommands, 'vscode.openFolder', 'skylift.applications.focus']);
    const inMenus = Object.values(contributes.menus).flatMap((items) => items.map(({ command }) => command));
    const inTexts = languages.flatMap((language) => Object.values(strings[language]).flatMap((value) => [...value.matchAll(/\(command:([\w.]+)\)/g)].map((match) => match[1] ?? '')));
    const inEvents = contributes.walkthroughs.flatMap(({ steps }) => steps.flatMap(({ completionEvents }) => completionEvents)).flatMap((event) => (event.startsWith('onCommand:') ? [event.slice(10)] : []));
    assert.deepEqual([...inMenus, ...inTexts, ...inEvents].filter((command) => !known.has(command)), []);
    const views = Object.values(contributes.views).flatMap((list) => list.map(({ id }) => id));
    assert.deepEqual(contributes.viewsWelcome.filter(({ view }) => !views.includes(view)), []);
  });

  it('has each text in both languages and none without use', () => {
    const used = [...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map((match) => match[1] ?? '');
    for (const language of languages) {
      assert.deepEqual(Object.keys(strings[language]).sort(), [...new Set(used)].sort(), language);
      assert.deepEqual(Object.entries(strings[language]).filter(([, value]) => value.trim() === ''), [], language);
    }
  });

  it('links the same commands and settings in both languages', () => {
    const links = (value: string | undefined): readonly string[] => [...(value ?? '').matchAll(/\(command:[^)]+\)|`#[^#]+#`/g)].map(([link]) => link).sort();
    for (const key of Object.keys(strings.en)) assert.deepEqual(links(strings['pt-br'][key]), links(strings.en[key]), key);
  });

  it('knows every rule by its id in the severities setting', () => {
    const generated = generateRuleSettings();
    assert.deepEqual(settings[ruleSetting]?.properties, generated.properties, 'run the test with UPDATE=1');
    for (const language of languages) {
      const titles = Object.fromEntries(Object.entries(strings[language]).filter(([key]) => isRuleKey(key)));
      assert.deepEqual(titles, generated.strings[language], 'run the test with UPDATE=1');
    }
  });
});

describe('settings in package.json', () => {
  it('are those that the extension reads', () => {
    assert.deepEqual(Object.keys(settings).sort(), Object.values(settingKeys).map((key) => `skylift.${key}`).sort());
  });

  it('default to what the extension assumes', () => {
    const declared = settingsFrom((key) => settings[`skylift.${key}`]?.default, 'en');
    assert.deepEqual(declared, defaultSettings);
  });

  it('say what they control, in whole sentences', () => {
    for (const [key, { markdownDescription, enum: values, enumDescriptions }] of Object.entries(settings)) {
      const name = markdownDescription.replaceAll('%', '');
      assert.match(strings.en[name] ?? '', /^Controls (how|which|whether|the) .*\.$/, key);
      assert.match(strings['pt-br'][name] ?? '', /^Controla (como|qual|quais|quantas|de qual|em qual|se|o|a) .*\.$/, key);
      assert.equal(enumDescriptions?.length, values?.length, key);
    }
  });

  it('let no workspace choose an AWS profile before it is trusted', () => {
    const aws = Object.keys(settings).filter((key) => key.startsWith('skylift.aws.'));
    assert.deepEqual([...manifest.capabilities.untrustedWorkspaces.restrictedConfigurations].sort(), aws.sort());
    assert.deepEqual([...new Set(aws.map((key) => settings[key]?.scope))], ['machine-overridable']);
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, 'limited');
    assert.equal(manifest.capabilities.virtualWorkspaces, true);
  });
});

describe('activation events', () => {
  it('look at the root and one level below, never deeper, and never at everything', () => {
    for (const event of manifest.activationEvents) {
      assert.match(event, /^(workspaceContains:(\*\/)?[^/]+|onWebviewPanel:skylift\.architecture)$/);
      assert.doesNotMatch(event, /\*\*/);
    }
  });
});

describe('the walkthrough', () => {
  it('has pictures that follow the theme', () => {
    for (const { media } of contributes.walkthroughs.flatMap(({ steps }) => steps)) {
      assert.ok(existsSync(media.svg), media.svg);
      const svg = readFileSync(media.svg, 'utf8');
      assert.match(svg, /var\(--vscode-/);
      assert.doesNotMatch(svg, /<script|<text|href=/, 'text in a picture cannot be translated');
    }
  });
});

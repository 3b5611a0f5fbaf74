import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { serviceIds } from '../../../src/core/catalog/ids';
import { serviceIcon } from '../../../src/core/catalog/names';
import { buildIconSet, iconSetFile, printIconSet } from '../../../src/tools/icons';
import { drawings, tileBody } from '../../../src/tools/iconDrawings';

describe('icons', () => {
  const set = buildIconSet();

  it('are shipped as the tool writes them', () => {
    const printed = printIconSet(set);
    if (process.env['UPDATE'] === '1') writeFileSync(iconSetFile, printed);
    assert.equal(readFileSync(iconSetFile, 'utf8'), printed, 'run `node --import tsx src/tools/icons.ts`');
    assert.deepEqual(JSON.parse(printed), set);
  });

  it('picture every service of the catalog', () => {
    assert.deepEqual(serviceIds.filter((id) => set.icons[serviceIcon(id)] === undefined), []);
  });

  it('run nothing and load nothing', () => {
    for (const [name, { body }] of Object.entries(set.icons)) {
      assert.doesNotMatch(body, /<(?:script|image|foreignObject|a|use)\b|\son\w+=|https?:|javascript:/i, name);
    }
  });

  it('of our own follow the theme', () => {
    for (const name of Object.keys(drawings)) {
      assert.match(set.icons[name]?.body ?? '', /currentColor/, name);
      assert.doesNotMatch(set.icons[name]?.body ?? '', /#[0-9a-f]{3}/i, name);
    }
  });

  it('reject a tile with an unknown drawing', () => {
    assert.throws(() => tileBody('aws-new', { family: 'network', drawing: 'nothing' }), /aws-new/);
  });

  it('mean one gradient by one id, so that pictures can share a page', () => {
    const gradients = new Map<string, Set<string>>();
    for (const { body } of Object.values(set.icons)) {
      for (const [gradient, id] of body.matchAll(/<\w+Gradient id="([^"]+)"[\s\S]*?<\/\w+Gradient>/g)) {
        gradients.set(id ?? '', (gradients.get(id ?? '') ?? new Set()).add(gradient));
      }
    }
    assert.ok(gradients.size > 20);
    assert.deepEqual([...gradients].filter(([, bodies]) => bodies.size > 1).map(([id]) => id), []);
  });
});

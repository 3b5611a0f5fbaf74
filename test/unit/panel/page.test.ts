import assert from 'node:assert/strict';
import { contentSecurityPolicy, createNonce, renderHtml } from '../../../src/extension/panel/html';
import { PanelState } from '../../../src/extension/panel/panelState';
import { panelStrings, panelTexts } from '../../../src/extension/panel/strings';
import { panelStringKeys } from '../../../src/protocol/panelStrings';
import { model } from '../../webview/fixture';

describe('page of the panel', () => {
  const options = { cspSource: 'https://webview.test', nonce: 'abc123', scriptUri: 'https://webview.test/main.js', styleUri: 'https://webview.test/main.css', lang: 'pt-BR', title: 'Arquitetura', loading: 'Lendo…' };

  it('lets run nothing but its own script', () => {
    assert.equal(
      contentSecurityPolicy(options),
      "default-src 'none'; script-src 'nonce-abc123'; style-src https://webview.test 'unsafe-inline'; img-src https://webview.test data:; font-src https://webview.test; base-uri 'none'; form-action 'none'",
    );
    const html = renderHtml(options);
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.match(html, /<script type="module" nonce="abc123" src="https:\/\/webview\.test\/main\.js"><\/script>/);
    assert.doesNotMatch(html, /\son\w+=|javascript:/i);
  });

  it('escapes whatever it is given', () => {
    const html = renderHtml({ ...options, title: '<script>"&\'', loading: '</p><img src=x>', lang: '"><b>' });
    assert.doesNotMatch(html, /<img|<b>|<script>/);
    assert.match(html, /<title>&#60;script&#62;&#34;&#38;&#39;<\/title>/);
  });

  it('has another nonce each time', () => {
    const nonces = new Set(Array.from({ length: 100 }, createNonce));
    assert.equal(nonces.size, 100);
    for (const nonce of nonces) assert.match(nonce, /^[0-9a-f]{32}$/);
  });
});

describe('texts of the panel', () => {
  it('are complete in both languages', () => {
    assert.deepEqual(Object.keys(panelStrings('en')).sort(), [...panelStringKeys].sort());
    for (const [key, text] of panelTexts()) {
      assert.ok(text.en.trim() !== '' && text['pt-br'].trim() !== '', key);
      assert.equal(panelStrings('pt-br')[key as (typeof panelStringKeys)[number]], text['pt-br']);
    }
  });

  it('keep the same placeholders in both', () => {
    const placeholders = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const [key, text] of panelTexts()) assert.deepEqual(placeholders(text['pt-br']), placeholders(text.en), key);
  });
});

describe('PanelState', () => {
  it('says nothing before the page listens', () => {
    const state = new PanelState();
    assert.equal(state.listens, false);
    state.restart();
    assert.equal(state.listens, true);
  });

  it('numbers snapshots and says none twice', () => {
    const state = new PanelState();
    state.restart();
    assert.equal(state.next(model())?.sequence, 1);
    assert.equal(state.next(model()), undefined);
    assert.equal(state.next(model({ title: 'other' }))?.sequence, 2);
    state.forget();
    assert.equal(state.next(model({ title: 'other' }))?.sequence, 3);
    state.restart();
    assert.equal(state.next(model({ title: 'other' }))?.sequence, 4, 'a page that came back is told everything, with a higher number');
  });

  it('knows which choices the page was given', () => {
    const state = new PanelState();
    assert.equal(state.offers('region', 'sa-east-1'), false);
    state.next(model());
    assert.equal(state.offers('region', 'sa-east-1'), true);
    assert.equal(state.offers('region', 'mars-north-1'), false);
    assert.equal(state.offers('aws.profile', 'sa-east-1'), false);
  });
});

import assert from 'node:assert/strict';
import { hearsOtherCopies } from '../../../src/core/architecture/betweenCopies';
import type { Fact } from '../../../src/core/model';
import { need } from './fixtures';

function fact(kind: Fact['kind'], name: string, text: string, path = '.env', start = 10): Fact {
  return { kind, name, value: { kind: 'literal', text }, at: { path, range: { start, end: start + 5 } }, stage: 'production', origin: 'test' };
}

describe('hearsOtherCopies', () => {
  const actionCable = need('realtime', 'action-cable');

  for (const { name, of, facts, expected } of [
    { name: 'nothing is between', of: actionCable, facts: [], expected: false },
    { name: 'the adapter of its evidence is Redis', of: actionCable, facts: [fact('config', 'yml.cable.production.adapter', 'redis')], expected: true },
    { name: 'Redis stands on another line', of: actionCable, facts: [fact('env', 'CACHE_STORE', 'redis', '.env', 99)], expected: false },
    { name: 'the adapter is asynchronous', of: actionCable, facts: [fact('config', 'yml.cable.production.adapter', 'async')], expected: false },
    { name: 'Socket.IO has an adapter', of: need('realtime', 'socket.io', { application: 'api' }), facts: [fact('dependency', 'npm:@socket.io/redis-adapter', '^8', 'api/package.json')], expected: true },
    { name: 'the adapter is another application’s', of: need('realtime', 'socket.io', { application: 'api' }), facts: [fact('dependency', 'npm:@socket.io/redis-adapter', '^8', 'chat/package.json')], expected: false },
    { name: 'Reverb scales', of: need('realtime', 'reverb'), facts: [fact('env', 'REVERB_SCALING_ENABLED', 'true', '.env', 50)], expected: true },
    { name: 'Phoenix clusters by itself', of: need('realtime', 'channels', { library: 'phoenix' }), facts: [], expected: true },
  ]) {
    it(`${expected ? 'holds' : 'does not hold'} where ${name}`, () => assert.equal(hearsOtherCopies(of, facts), expected));
  }
});

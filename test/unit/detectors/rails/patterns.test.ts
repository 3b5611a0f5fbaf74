import { strict as assert } from 'node:assert';
import { gemPackage } from '../../../../src/core/detectors/gem-package';
import { rack } from '../../../../src/core/detectors/rack';
import { rails } from '../../../../src/core/detectors/rails';
import { extractMarkers, rubyMarkers } from '../../../../src/core/detectors/ruby/markers';
import { machineFactor, processorMilliseconds } from '../../support/machine';

describe('Ruby: patterns', () => {
  it('match the paths that they name as examples', () => {
    for (const { files, sources = [] } of [gemPackage, rack, rails]) for (const { match, example } of [...files, ...sources]) assert.match(example, match);
  });

  for (const { name, example } of rubyMarkers) {
    it(`${name} is found in its example, and not in a comment`, () => {
      const found = (text: string): readonly string[] => extractMarkers({ path: 'app/models/x.rb', text }).facts.map((fact) => `${fact.name} ${String(fact.at.range.start)}`);
      assert.ok(found(`x\n${example}\n`).some((fact) => fact.startsWith(`${name} `)), example);
      assert.ok(!found(`# ${example}\n`).some((fact) => fact.startsWith(`${name} `)), example);
    });
  }

  it('takes linear time on hostile text', () => {
    const text = `${'class '.repeat(20_000)}${'has_'.repeat(20_000)}${'Logger.new( '.repeat(5_000)}${' '.repeat(50_000)}search`;
    const milliseconds = processorMilliseconds(() => extractMarkers({ path: 'app/models/x.rb', text }));
    assert.ok(milliseconds < 3_000 * machineFactor());
  });
});

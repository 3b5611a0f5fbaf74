import assert from 'node:assert/strict';
import { parseProcfile } from '../../../src/core/formats/procfile';
import { problemPlaces, slice } from './support';

describe('procfile', () => {
  it('reads processes with their places and reports other lines', () => {
    const text = '\ufeffweb: bin/rails server -p $PORT  \r\n# c\r\n\r\n  worker-2 :a: b\r\nnothing\r\nempty:\r\nrelease:c';
    const parsed = parseProcfile(text);
    assert.deepEqual(
      parsed.value.map((entry) => [entry.process, entry.command, slice(text, entry.processRange), slice(text, entry.commandRange)]),
      [
        ['web', 'bin/rails server -p $PORT', 'web', 'bin/rails server -p $PORT'],
        ['worker-2', 'a: b', 'worker-2', 'a: b'],
        ['release', 'c', 'release', 'c'],
      ],
    );
    assert.deepEqual(problemPlaces(text, parsed), ['nothing', 'empty:']);
  });
});

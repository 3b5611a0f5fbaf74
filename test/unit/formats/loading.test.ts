import assert from 'node:assert/strict';
import { formatIds, loadFormats } from '../../../src/core/formats';

describe('loading of formats', () => {
  it('answers for a format that was not loaded with an empty value and a problem', async () => {
    const formats = await loadFormats(['dotenv']);
    assert.equal(formats.dotenv('A=1').value.length, 1);
    for (const id of formatIds.filter((one) => one !== 'dotenv')) {
      const { problems } = formats[id]('{"a": 1}');
      assert.deepEqual(problems.map(({ message, range }) => [message.text.en, range]), [
        ['The reader for {format} was not loaded.', { start: 0, end: 8 }],
      ]);
    }
  });

  it('keeps problems of one file to what a reader can use', async () => {
    const { procfile } = await loadFormats(['procfile']);
    assert.equal(procfile('nothing\n'.repeat(1_000)).problems.length, 50);
  });
});

import { strict as assert } from 'node:assert';
import { DocumentStore } from '../../../../src/core/documents';

async function gems(text: string): Promise<readonly string[]> {
  const store = new DocumentStore();
  await store.detectors.ensure(['Gemfile']);
  await store.put('Gemfile', text, []);
  return store.facts().map(({ name, stage, value, at }) => `${name} ${stage} ${value.kind === 'literal' ? value.text : ''} ${text.slice(at.range.start, at.range.end)}`);
}

describe('Gemfile', () => {
  it('tells where a gem is installed and whether it is loaded', async () => {
    const cases: readonly (readonly [line: string, expected: readonly string[]])[] = [
      ["gem 'rails', '~> 8.0', '>= 8.0.1'", ['gem:rails default ~> 8.0 rails']],
      ['gem "rails", ["~> 7.1", ">= 7.1.5"]', ['gem:rails default ~> 7.1 rails']],
      ["gem('pg')", ['gem:pg default * pg']],
      ["gem 'sentry-rails', require: false", ['gem:sentry-rails local * sentry-rails']],
      ["gem 'a', group: :test", ['gem:a local * a']],
      ["gem 'a', group: [:development, :test]", ['gem:a local * a']],
      ["gem 'a', groups: %i[test production]", ['gem:a default * a']],
      ["group :development, :test do\n  gem 'a'\nend", ['gem:a local * a']],
      ["group :production do\n  gem 'a'\nend", ['gem:a default * a']],
      ["group :avo, optional: true do\n  gem 'a'\nend", ['gem:a local * a']],
      ["gem 'a' if ENV['WITH_A']", ['gem:a local * a']],
      ["# gem 'a'", []],
      ["gem name_of('a')", []],
    ];
    for (const [line, expected] of cases) assert.deepEqual(await gems(line), expected, line);
  });

  it('survives what is being typed', async () => {
    const text = "source 'https://rubygems.org'\ngroup :test do\n  gem 'a', \"~> 1\", require: false\nend\n";
    for (let length = 0; length <= text.length; length += 3) await gems(text.slice(0, length));
  });
});

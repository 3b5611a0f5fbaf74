import type { Fact, SourceDocument } from '../../model';

const part = /["'](?:rails\/(all)|(?:(active_record|active_storage|action_mailer|action_cable|active_job|action_text|action_mailbox|sprockets|propshaft|action_view)(?:\/(?:railtie|engine))?))["']|\b(active_record|active_storage|action_mailer|action_cable|active_job|action_text|action_mailbox|sprockets)\b(?=[\w\s/]*[)\]}])/g;

/** The parts of Rails that `application.rb` loads: all, or those that it names. Comments are nothing. */
export function readRailties({ path, text }: SourceDocument): readonly Fact[] {
  const facts: Fact[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    if (/^\s*(?:require|%w|\w+\/(?:railtie|engine)|\[|["'])|\.each\b/.test(line)) {
      for (const match of line.matchAll(part)) {
        const name = match[1] ?? match[2] ?? match[3];
        if (name === undefined) continue;
        const start = offset + match.index;
        facts.push({ kind: 'code', name: `rails.part.${name}`, value: { kind: 'none' }, at: { path, range: { start, end: start + match[0].length } }, stage: 'default', origin: 'rails-config' });
      }
      const bare = /^\s*(active_record|active_storage|action_mailer|action_cable|active_job|action_text|action_mailbox)\/(?:railtie|engine)\s*$/.exec(line);
      if (bare?.[1] !== undefined) facts.push({ kind: 'code', name: `rails.part.${bare[1]}`, value: { kind: 'none' }, at: { path, range: { start: offset, end: offset + line.length } }, stage: 'default', origin: 'rails-config' });
    }
    offset += line.length + 1;
  }
  return facts;
}

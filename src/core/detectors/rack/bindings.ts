import { binding, evidenceOf } from '../bindings';
import type { Binding } from '../detector';
import { databaseBindings, documentBindings, installedDrivers } from '../rails/data';
import { fileBindings, mailBindings } from '../ruby/delivery';
import { gem, marker, proof } from '../ruby/context';
import { queueBindings, schedulerBindings, streamingBindings } from '../ruby/jobs';
import { assetBindings, computeBindings, monitoringBindings, realtimeBindings, searchBindings, secretBindings } from '../ruby/operations';
import { rubySettings, type RubySettings } from '../ruby/settings';
import { databaseOf } from '../ruby/technologies';
import type { ApplicationScope } from '../scope';

/** All needs of one Rack application: no framework has defaults here, so uses and addresses decide. */
export function rackBindings(scope: ApplicationScope): readonly Binding[] {
  const settings = rubySettings(scope);
  return [
    ...database(settings),
    ...sessions(settings),
    ...queueBindings(settings),
    ...streamingBindings(settings),
    ...schedulerBindings(settings),
    ...realtimeBindings(settings),
    ...fileBindings(settings),
    ...assetBindings(settings),
    ...mailBindings(settings),
    ...searchBindings(settings),
    ...monitoringBindings(settings),
    ...secretBindings(settings),
    ...computeBindings(scope),
  ];
}

/** A mapper with a driver: `database.yml` or an address says which, else the driver that is installed. */
function database(settings: RubySettings): readonly Binding[] {
  const { scope } = settings;
  const mapper = gem(scope, 'sinatra-activerecord', 'activerecord', 'sequel', 'sequel_pg', 'rom-sql', 'hanami-db', 'hanami-model', 'data_mapper', 'dm-core', 'padrino', 'rodauth', 'pg');
  if (mapper === undefined) return documentBindings(settings);
  const address = settings.all(/^(?:Sequel|ROM|DB|ActiveRecord)\b.*\bconnect$|^ActiveRecord::Base\.establish_connection$|^set\.database(?:\.adapter)?$|^database(?:_url)?$/).find((fact) => settings.resolve(fact)?.text != null);
  const setting = address === undefined ? undefined : settings.resolve(address);
  const technology = setting?.text == null ? undefined : databaseOf(setting.text);
  if (setting !== undefined && technology !== undefined && settings.variable('DATABASE_URL') === undefined) {
    return [binding({ need: 'relational-database', technology, evidence: [...setting.evidence, ...proof(mapper)], basis: 'driver', supported: installedDrivers(settings).map((one) => one.technology).filter((word) => word !== technology) }), ...documentBindings(settings)];
  }
  return databaseBindings(settings);
}

function sessions({ scope }: RubySettings): readonly Binding[] {
  const stores = [['ruby.session.redis', 'redis'], ['ruby.session.memcached', 'memcached'], ['ruby.session.memory', 'memory'], ['ruby.session', 'cookie']] as const;
  const found = stores.map(([name, technology]) => ({ technology, fact: marker(scope, name) })).find(({ fact }) => fact !== undefined);
  return found?.fact === undefined ? [] : [binding({ need: 'sessions', technology: found.technology, evidence: [evidenceOf(found.fact, 'sessions')], basis: 'driver' })];
}

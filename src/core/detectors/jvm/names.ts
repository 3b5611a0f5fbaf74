/**
 * One spelling for the ways a key can be written: `driver-class-name`, `driverClassName`, `driver_class_name`. As
 * Spring's relaxed binding compares them: lower case, without dashes and underscores.
 */
export function canonicalKey(key: string): string {
  return key.replace(/['"[\]]/g, (mark) => (mark === '[' ? '.' : '')).replace(/[-_]/g, '').toLowerCase();
}

/** Variables under which a process finds a key: `spring.datasource.driver-class-name`, as Spring, Quarkus and Micronaut look it up. */
export function variableNames(key: string): readonly string[] {
  const plain = key.replace(/['"\]]/g, '').replace(/[.[]/g, '_');
  return [...new Set([plain.replace(/-/g, '').toUpperCase(), plain.replace(/-/g, '_').toUpperCase()])];
}

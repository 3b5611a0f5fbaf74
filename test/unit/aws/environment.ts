/** Environment variables that decide which credentials the SDK finds. */
const names = [
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_PROFILE',
  'AWS_CONFIG_FILE',
  'AWS_SHARED_CREDENTIALS_FILE',
  'AWS_EC2_METADATA_DISABLED',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
  'AWS_REGION',
] as const;

/** Runs with these variables and no others of AWS, and puts back what was there. */
export async function withAwsEnvironment<T>(variables: Readonly<Partial<Record<(typeof names)[number], string>>>, run: () => Promise<T>): Promise<T> {
  const before = new Map(names.map((name) => [name, process.env[name]]));
  for (const name of names) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, { AWS_EC2_METADATA_DISABLED: 'true', AWS_CONFIG_FILE: '/nonexistent/config', AWS_SHARED_CREDENTIALS_FILE: '/nonexistent/credentials', ...variables });
  try {
    return await run();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  }
}

/** Keys in the shape of AWS's, which open nothing. */
export const fakeKeys = {
  AWS_ACCESS_KEY_ID: ['AKIA', 'TESTTESTTESTTEST'].join(''),
  AWS_SECRET_ACCESS_KEY: ['test', 'secret'].join('-').repeat(4),
} as const;

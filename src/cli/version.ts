declare const SKYLIFT_VERSION: string | undefined;

/** Set by the build from package.json; `development` when the sources run unbuilt. */
export const version: string = typeof SKYLIFT_VERSION === 'string' ? SKYLIFT_VERSION : 'development';

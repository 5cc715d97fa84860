/** The browser for tests of the admin: `{ binary }`, or `{ missing }` with what to do. */
export function findBrowser(
  env?: NodeJS.ProcessEnv,
): { binary: string; missing?: undefined } | { binary?: undefined; missing: string }

/** What the global setup built: set before any test runs. */
export const SITE = {
  /** `http://localhost:<port>/tidings/` */
  get url(): string {
    return read('TIDINGS_TEST_SITE');
  },
  /** The folder that is served, and a second build of the same data. */
  get dist(): string {
    return read('TIDINGS_TEST_DIST');
  },
  get distAgain(): string {
    return read('TIDINGS_TEST_DIST_AGAIN');
  },
};

function read(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is unset: run these tests with npm run test:site`);
  return value;
}

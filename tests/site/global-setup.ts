import { buildFixture } from './build-fixture.ts';

/** Builds the site once for all tests and serves it until they are through. Tests find it in the environment. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const fixture = await buildFixture();
  process.env['TIDINGS_TEST_SITE'] = fixture.url;
  process.env['TIDINGS_TEST_DIST'] = fixture.dist;
  process.env['TIDINGS_TEST_DIST_AGAIN'] = fixture.distAgain;
  return fixture.close;
}

import { inParallel } from '../../platform/in-parallel.ts';
import type { Answer, LookUp, Source, World } from '../source.ts';
import { lookUpPackage } from './look-up-package.ts';
import { npmRegistries } from './npm-registries.ts';

// As many as the http client has sockets for a registry; more would only pile up documents of many megabytes.
const AT_ONCE = 10;

/** npm registries: the public one, or whichever npm is configured with. */
export const npm: Source = {
  id: 'npm',
  title: 'npm',
  types: ['npm'],
  gives: { date: 'publication', notes: 'changelog in the package', digests: 'sha512', deletion: 'visible' },
  check: 'a conditional request for the abbreviated document; a registry without ETags is read in full',
  homes: 'the registries of npm’s own configuration; `repository_url` names another one',
  example: { address: 'https://www.npmjs.com/package/axios', purl: 'pkg:npm/axios' },
  environment: {},
  fetch: fetchAll,
};

async function* fetchAll(
  lookUps: readonly LookUp[],
  { http, validators, root }: World,
): AsyncGenerator<Answer> {
  if (lookUps.length === 0) return;
  const reach = { http, validators, registries: await npmRegistries(root) };
  yield* inParallel(lookUps, AT_ONCE, async (lookUp) => ({
    package: lookUp.package,
    fetched: await lookUpPackage(lookUp, reach),
  }));
}

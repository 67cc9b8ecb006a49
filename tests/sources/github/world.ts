import { createHttp } from '../../../src/platform/http/create-http.ts';
import type { Limits } from '../../../src/platform/http/limits.ts';
import { createGithub } from '../../../src/sources/github/github.ts';
import type { World } from '../../../src/sources/source.ts';
import { memoryValidators } from '../../contract/world-at.ts';
import type { Upstream } from '../../upstream/upstream.ts';

export const TOKEN = 'ghp_theSecretThatNobodyMaySee';

/** The source as it is, without its pauses. */
export const GITHUB = createGithub({ retryMs: 1, timeoutMs: 10_000 });

/** A world that leads to the emulator, with validators in memory. */
export function worldOf(
  { origin, host }: Upstream,
  more: Partial<World> = {},
  limits: Partial<Limits> = {},
): World {
  return {
    http: createHttp({ userAgent: 'tidings-tests', allowHosts: [host], limits, sleep: async () => {} }),
    validators: memoryValidators(),
    credentials: () => undefined,
    mirrors: (address) => address,
    githubToken: TOKEN,
    githubApiUrl: origin,
    githubUrl: origin,
    root: '/nowhere',
    ...more,
  };
}

import type { Credential } from '../../src/platform/credential.ts';
import { createHttp } from '../../src/platform/http/create-http.ts';
import type { Receipt, Validator, Validators } from '../../src/platform/http/validators.ts';
import { createMirrors } from '../../src/platform/mirrors.ts';
import type { World } from '../../src/sources/source.ts';
import type { Upstream } from '../upstream/upstream.ts';

interface Setting {
  /** Public addresses that the emulator answers for, and the path below which it does: `{ 'https://pypi.org': '/pypi' }`. */
  readonly homes: Readonly<Record<string, string>>;
  /** The credential for the emulator's host. */
  readonly credential?: Credential;
}

/** A world in which the emulator answers for public addresses. Its validators are empty; it never waits. */
export function worldAt({ origin, host }: Upstream, { homes, credential }: Setting): World {
  const http = createHttp({
    userAgent: 'tidings-tests',
    allowHosts: [host],
    limits: { deadlineMs: 5_000, streamDeadlineMs: 5_000, gapMs: 1_000 },
    sleep: async () => {},
    random: () => 0.5,
  });
  const mirrors = new Map(Object.entries(homes).map(([address, path]) => [address, origin + path]));
  return {
    http,
    validators: memoryValidators(),
    credentials: (asked) => (asked === host ? credential : undefined),
    mirrors: createMirrors(mirrors),
    githubToken: undefined,
    githubApiUrl: '',
    githubUrl: '',
    root: '/nowhere',
  };
}

/** Validators that live as long as the test. */
export function memoryValidators(): Validators {
  const held = new Map<string, Validator>();
  return {
    read: async (key) => held.get(key),
    remember: async ({ key, validator }: Receipt) => {
      held.set(key, validator);
    },
  };
}

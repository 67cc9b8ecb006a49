import { createHttp } from '../../src/platform/http/create-http.ts';
import type { Http } from '../../src/platform/http/http.ts';
import type { Receipt, Validator, Validators } from '../../src/platform/http/validators.ts';
import type { World } from '../../src/sources/source.ts';
import type { Upstream } from '../upstream/upstream.ts';

/** A world in which the emulator answers for this host, such as `https://releases.acme.example`. Its validators are empty. */
export function worldAt(host: string, upstream: Upstream): World {
  return {
    http: askInstead(host, upstream),
    validators: memoryValidators(),
    githubToken: undefined,
    githubApiUrl: '',
    githubUrl: '',
    root: '/nowhere',
  };
}

function askInstead(host: string, { origin, host: allowed }: Upstream): Http {
  const http = createHttp({ userAgent: 'tidings-tests', allowHosts: [allowed], sleep: async () => {} });
  const moved = (url: string) => url.replace(`${host}/`, `${origin}/`);
  return {
    ...http,
    request: (url, request) => http.request(moved(url), request),
    readJson: (url, request) => http.readJson(moved(url), request),
    stream: (url, request, read) => http.stream(moved(url), request, read),
  };
}

function memoryValidators(): Validators {
  const held = new Map<string, Validator>();
  return {
    read: async (key) => held.get(key),
    remember: async ({ key, validator }: Receipt) => {
      held.set(key, validator);
    },
  };
}

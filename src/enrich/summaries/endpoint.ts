import { ConfigError } from '../../platform/errors.ts';
import { isPublicAddress } from '../../platform/http/public-address.ts';
import { isPublicName } from '../../platform/http/public-name.ts';

/** Where a model is asked, and which. */
export interface Endpoint {
  /** Without a final slash, and mostly with `/v1` at its end. */
  readonly baseUrl: string;
  /** `name` or `name:port`, which the owner chose: it may be private and speak plain HTTP. */
  readonly host: string;
  /** Undefined for a server that wants none. */
  readonly key: string | undefined;
  readonly model: string;
}

/** What the owner configured, as it was typed. */
export interface EndpointSettings {
  readonly baseUrl: string | undefined;
  readonly key: string | undefined;
  readonly model: string | undefined;
}

const OPENAI = 'https://api.openai.com/v1';

/**
 * Judges where to ask, before anybody is asked.
 * @throws ConfigError that names the variable, never its value
 */
export function readEndpoint({ baseUrl = OPENAI, key, model }: EndpointSettings): Endpoint {
  const url = readBaseUrl(baseUrl);
  const isOwn = !isPublic(url.hostname);
  if (model === undefined || !/^[\x21-\x7e]{1,200}$/.test(model)) {
    throw new ConfigError('summarize: there is no name of a model to ask', {
      remedy: 'name it with --model or TIDINGS_MODEL, as your provider spells it',
    });
  }
  if (key === undefined && !isOwn) {
    throw new ConfigError(`summarize: ${url.host} wants a key, and OPENAI_API_KEY is not set`, {
      remedy:
        'set OPENAI_API_KEY, or OPENAI_BASE_URL for a server of your own, such as http://127.0.0.1:11434/v1',
    });
  }
  if (key !== undefined && !/^[\x21-\x7e]+$/.test(key)) {
    throw new ConfigError('summarize: OPENAI_API_KEY is not a token without spaces', {
      remedy: 'copy it once more',
    });
  }
  if (url.protocol === 'http:' && !isOwn) {
    throw new ConfigError('summarize: OPENAI_BASE_URL would send your key unencrypted', {
      remedy: 'write https:// for a host that is not your own',
    });
  }
  return { baseUrl: url.href.replace(/\/$/, ''), host: url.host, key, model };
}

function readBaseUrl(text: string): URL {
  const wrong = (problem: string, remedy: string) =>
    new ConfigError(`summarize: OPENAI_BASE_URL ${problem}`, { remedy });
  const url = /^https?:\/\/[^\s\\]+$/i.test(text) ? URL.parse(text) : null;
  if (url === null) throw wrong('is no address', 'write it as https://host/v1');
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw wrong(
      'has more than scheme, host and path',
      'give the key in OPENAI_API_KEY, and leave the rest out',
    );
  }
  if (/\/v1\/.*v1(?:\/|$)/.test(url.pathname)) throw wrong('has /v1 twice', 'end it in one /v1');
  if (/\/(?:chat|completions|responses|models)(?:\/|$)/.test(url.pathname)) {
    throw wrong('names a call', 'end it before that, mostly in /v1');
  }
  if (/\/\//.test(url.pathname)) throw wrong('has a slash too many', 'end it in /v1');
  return url;
}

// A server at home or in a company's network: it has no public name or address.
function isPublic(host: string): boolean {
  if (host.startsWith('[')) return isPublicAddress(host.slice(1, -1));
  return /^[\d.]+$/.test(host) ? isPublicAddress(host) : isPublicName(host);
}

import { z } from 'zod';
import { ConfigError } from './errors.ts';
import { parseAllowedHosts } from './http/allowed-hosts.ts';

const Instant = z.iso.datetime({ error: 'an instant such as 2026-11-20T10:00:00Z' });
const Address = z
  .url({ protocol: /^https?$/, error: 'an https address' })
  .transform((url) => url.replace(/\/+$/, ''));
// A token with a line break is a slip of copying, and would be no header value.
const Token = z.string().regex(/^[\x21-\x7e]+$/, { error: 'a token without spaces' });
const Repository = z.string().regex(/^[\w.-]+\/[\w.-]+$/, { error: 'a repository such as owner/name' });
const Hosts = z
  .string()
  .transform(list)
  .refine(areHosts, { error: 'hosts separated by commas, such as 127.0.0.1:8080,git.corp.example' });

const Pair = z.tuple([Address, Address], { error: 'two addresses' });
const Mirrors = z
  .string()
  .transform((text) => list(text).map((pair) => pair.split('=')))
  .pipe(z.array(Pair))
  .transform((pairs) => new Map(pairs));

/** What a variable decides about: a section of docs/configuration.md. */
export type Subject = 'site' | 'network' | 'model' | 'workflow';

/** What people are told of a variable. */
export interface VariableWords {
  readonly about: Subject;
  readonly is: string;
  readonly example: string;
  /** What counts where it is unset. */
  readonly without: string;
  /** Its value is never shown. */
  readonly isSecret?: true;
}

const words = z.registry<VariableWords>();

/** Every variable of the environment that Tidings reads by its name, and how it must look. Credentials of hosts: credential.ts. */
export const Variables = z.object({
  TIDINGS_SITE: Address.optional().register(words, {
    about: 'site',
    is: 'the address at which the site will be found',
    example: 'https://you.github.io/tidings',
    without: 'that of the preview, `http://localhost:4321`',
  }),
  TIDINGS_RUN_AT: Instant.optional().register(words, {
    about: 'site',
    is: 'when the last run took place, for the status page',
    example: '2026-11-20T10:00:00Z',
    without: 'the status page tells the newest moment in `data/`',
  }),
  TIDINGS_ALLOW_HOSTS: Hosts.default([]).register(words, {
    about: 'network',
    is: 'hosts, each with its port if that is not the usual one, that may have private addresses and speak plain HTTP',
    example: 'git.corp.example,127.0.0.1:4873',
    without: 'https and public addresses only',
  }),
  TIDINGS_MIRRORS: Mirrors.default(new Map()).register(words, {
    about: 'network',
    is: 'pairs of a public address and the mirror to ask instead; a mirror may be private',
    example: 'https://pypi.org=https://pypi.corp.example',
    without: 'the public addresses',
  }),
  TIDINGS_OSV: Address.optional().register(words, {
    about: 'network',
    is: 'where OSV is asked for advisories: a copy of your own, or a proxy; it may be private',
    example: 'https://osv.corp.example',
    without: '`https://api.osv.dev`',
  }),
  GITHUB_TOKEN: Token.optional().register(words, {
    about: 'network',
    is: 'lets GitHub be read in full, 50 repositories a request; for public repositories it needs no permission at all',
    example: 'github_pat_…',
    without: 'only feeds, with the newest releases',
    isSecret: true,
  }),
  GH_TOKEN: Token.optional().register(words, {
    about: 'network',
    is: 'stands in for `GITHUB_TOKEN`',
    example: 'github_pat_…',
    without: 'nothing',
    isSecret: true,
  }),
  GITHUB_API_URL: Address.default('https://api.github.com').register(words, {
    about: 'network',
    is: 'the API of a GitHub Enterprise Server',
    example: 'https://git.corp.example/api/v3',
    without: '`https://api.github.com`',
  }),
  GITHUB_SERVER_URL: Address.default('https://github.com').register(words, {
    about: 'network',
    is: 'the address of a GitHub Enterprise Server',
    example: 'https://git.corp.example',
    without: '`https://github.com`',
  }),
  // Judged where a model is asked: many machines have them for other programs.
  OPENAI_BASE_URL: z.string().optional().register(words, {
    about: 'model',
    is: 'the address before `/chat/completions`',
    example: 'http://127.0.0.1:11434/v1',
    without: 'OpenAI’s own',
  }),
  OPENAI_API_KEY: z.string().optional().register(words, {
    about: 'model',
    is: 'the key; a server of your own needs none',
    example: 'sk-…',
    without: 'no key is sent',
    isSecret: true,
  }),
  TIDINGS_MODEL: z.string().optional().register(words, {
    about: 'model',
    is: 'the model, as the endpoint spells it; `--model` goes before it',
    example: 'gpt-5-mini',
    without: '`--model` must name it',
  }),
  TIDINGS_MODEL_PRICE: z.string().optional().register(words, {
    about: 'model',
    is: 'what a million tokens cost, in and out; `--price` goes before it',
    example: '0.15/0.60',
    without: 'costs are told in tokens',
  }),
  GITHUB_REPOSITORY: Repository.optional().register(words, {
    about: 'workflow',
    is: 'the repository whose issues tell of failures; GitHub Actions sets it',
    example: 'you/tidings',
    without: '`npm run report` has nowhere to report to',
  }),
  GITHUB_OUTPUT: z.string().optional().register(words, {
    about: 'workflow',
    is: 'the file for outputs of a step; GitHub Actions sets it',
    example: 'output.txt',
    without: 'none are written',
  }),
  GITHUB_STEP_SUMMARY: z.string().optional().register(words, {
    about: 'workflow',
    is: 'the file for the summary of a job; GitHub Actions sets it',
    example: 'summary.md',
    without: 'none is written',
  }),
  TIDINGS_DEBUG: z.string().optional().register(words, {
    about: 'workflow',
    is: '`1` shows where in the code an error was made',
    example: '1',
    without: 'errors tell subject, problem and remedy',
  }),
});

/** Every variable with what people are told of it, in the order above. */
export const VARIABLES: ReadonlyMap<string, VariableWords> = new Map(
  Object.entries(Variables.shape).map(([name, shape]) => [name, wordsOf(name, shape)]),
);

function wordsOf(name: string, shape: z.ZodType): VariableWords {
  const told = words.get(shape);
  if (told === undefined) throw new TypeError(`${name} is not explained in variables.ts`);
  return told;
}

function areHosts(entries: readonly string[]): boolean {
  try {
    parseAllowedHosts(entries);
    return true;
  } catch (error) {
    if (error instanceof ConfigError) return false;
    throw error;
  }
}

function list(text: string): string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

import { ConfigError } from '../../platform/errors.ts';
import { git } from '../../platform/git.ts';
import { semver } from '../../versions/semver.ts';

// What a repository may be fetched by: an address such as `ext::…` would run a program.
const TRANSPORT = { environment: { GIT_ALLOW_PROTOCOL: 'https:ssh:file' } };
const REFS = 'refs/tidings/template';
const VERSION = /^v\d+\.\d+\.\d+$/;

/** The versions of a template by their tags, lowest first. Prereleases are none. */
export async function listVersions(root: string, from: string): Promise<readonly string[]> {
  const refs = await talk(root, from, ['ls-remote', '--tags', '--refs', '--', from]);
  const tags = refs.split('\n').map((line) => line.split('\trefs/tags/')[1] ?? '');
  return semver.sort(tags.filter((tag) => VERSION.test(tag)));
}

/**
 * Fetches two versions of a template under names of our own, hands these to `work`, and takes them away again: tags and
 * branches of the copy stay as they are. With their history, since a shallow fetch would cut the copy's own where they share it.
 */
export async function withVersions<T>(
  root: string,
  from: string,
  [old, next]: readonly [string, string],
  work: (oldRef: string, nextRef: string) => Promise<T>,
): Promise<T> {
  const names = [old, next].map((tag) => `+refs/tags/${tag}:${REFS}/${tag}`);
  const quiet = ['--quiet', '--no-tags', '--no-write-fetch-head', '--no-recurse-submodules'];
  try {
    await talk(root, from, ['fetch', ...quiet, '--', from, ...names]);
    return await work(`${REFS}/${old}`, `${REFS}/${next}`);
  } finally {
    for (const tag of [old, next]) await git(root, ['update-ref', '-d', `${REFS}/${tag}`]);
  }
}

async function talk(root: string, from: string, args: readonly string[]): Promise<string> {
  try {
    return await git(root, args, TRANSPORT);
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause;
    throw new ConfigError(`the template cannot be read from ${from}: ${cause.message}`, {
      cause,
      remedy: 'name another address or path with --from',
    });
  }
}

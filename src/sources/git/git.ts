import { listServerRefs, type ServerRef } from 'isomorphic-git';
import type { Listing } from '../../core/listing.ts';
import { toUpstream } from '../../core/to-upstream.ts';
import { authorization, type Credential } from '../../platform/credential.ts';
import { FormatError, HostError } from '../../platform/errors.ts';
import { type Asking, packageByPackage, type Reading } from '../package-by-package.ts';
import { createGitHttp, GitGone } from './git-http.ts';

const PREFIX = 'refs/tags/';
const LONGEST = 1024;
// https://git-scm.com/docs/git-check-ref-format
const NAME = /^[^\s\p{Cc}]+$/u;
const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/**
 * The tags of any git repository, as its server lists them over HTTP. For hosts that have no API of their own here: a forge’s
 * own source knows more. https://git-scm.com/docs/gitprotocol-v2
 */
export const git = packageByPackage({
  id: 'git',
  title: 'git repositories',
  types: ['git'],
  gives: {
    date: 'none: the day on which a tag was first seen',
    notes: 'none',
    digests: 'the commit of each tag',
    deletion: 'visible',
  },
  check: 'the list of tags, two requests',
  homes:
    'the repository that `repository_url` names, over https; a token is sent as the password of `x-access-token`',
  example: {
    address: 'https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git',
    purl: 'pkg:git/linux?repository_url=git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git',
  },
  environment: {},
  home: undefined,
  atOnce: 4,
  read,
});

async function read(asking: Asking): Promise<Reading> {
  const { package: pkg, home } = asking;
  try {
    const refs = await readTags(asking);
    const listings = refs.map(toListing);
    const releases = listings.filter((listing) => listing !== undefined);
    const dropped = listings.length - releases.length;
    if (releases.length === 0 && dropped > 0) throw new FormatError(`${home}: no tag can be read`);
    const upstream = toUpstream({ name: pkg.name });
    return { status: 'listed', listings: { upstream, releases, complete: true, dropped }, receipts: [] };
  } catch (error) {
    if (!(error instanceof GitGone)) throw error;
    return { status: 'gone', reason: `${new URL(home).host} has no such repository`, code: error.status };
  }
}

async function readTags({ world, home, credential }: Asking): Promise<readonly ServerRef[]> {
  const http = createGitHttp(world.http, home, basic(credential));
  try {
    const refs = await listServerRefs({
      http,
      url: home,
      protocolVersion: 2,
      prefix: PREFIX,
      peelTags: true,
    });
    // Some servers send more than they were asked for.
    return refs.filter(({ ref }) => ref.startsWith(PREFIX));
  } catch (error) {
    const isOurs = error instanceof HostError || error instanceof FormatError || error instanceof GitGone;
    throw isOurs ? error : new FormatError(`${home}: not the reply of a git server`, { cause: error });
  }
}

// An annotated tag is an object of its own; what it stands for is its peeled commit.
function toListing({ ref, oid, peeled = oid }: ServerRef): Listing | undefined {
  const version = ref.slice(PREFIX.length);
  if (version.length > LONGEST || !NAME.test(version) || !COMMIT.test(peeled)) return undefined;
  return { version, commit: peeled };
}

// Over HTTP git speaks Basic alone. Where a token counts, forges take any name with it, GitHub this one.
function basic(credential: Credential | undefined): string | undefined {
  const isToken = credential !== undefined && 'token' in credential;
  return authorization(isToken ? { user: 'x-access-token', password: credential.token } : credential);
}

import { authorization } from '../../platform/credential.ts';
import { REGISTRY_DOCUMENT_BYTES } from '../../platform/http/limits.ts';
import type { Receipt } from '../../platform/http/validators.ts';
import { type Asking, packageByPackage, type Reading } from '../package-by-package.ts';
import { readDocument } from '../read-document.ts';
import type { Answer, LookUp, Source, World } from '../source.ts';
import { type ChangeFeed, readChangeFeed } from './change-feed.ts';
import { readListings } from './read-listings.ts';
import { packagist, type Repository, readRepository } from './repository.ts';

const ABOUT = {
  id: 'composer',
  title: 'Packagist',
  types: ['composer'],
  home: 'https://repo.packagist.org',
  gives: {
    date: 'publication, else the time of the tagged commit',
    notes: 'none; a forge channel adds them',
    digests: 'commit; sha1 where a repository has archives of its own',
    deletion: 'visible',
  },
  check: 'one request for all packages at Packagist; elsewhere a conditional request',
  homes: 'repo.packagist.org, or the repository that `repository_url` names',
  example: {
    address: 'https://packagist.org/packages/monolog/monolog',
    purl: 'pkg:composer/monolog/monolog',
  },
  environment: {},
} satisfies Partial<Source>;

/** Packagist, and every repository of Composer 2. */
export const composer: Source = { ...ABOUT, fetch: fetchAll };

async function* fetchAll(lookUps: readonly LookUp[], world: World): AsyncGenerator<Answer> {
  const feed = await readChangeFeed(lookUps.filter(isAtPackagist), world);
  const isQuiet = (lookUp: LookUp) => feed.isQuiet(lookUp.package);
  for (const lookUp of lookUps.filter(isQuiet)) {
    await confirm(lookUp, feed, world);
    yield { package: lookUp.package, fetched: { status: 'unchanged' } };
  }
  const asked = new Map(lookUps.map((lookUp) => [lookUp.package.purl, lookUp]));
  const rest = lookUps.filter((lookUp) => !isQuiet(lookUp));
  const source = packageByPackage({ ...ABOUT, atOnce: 8, read: reader(feed) });
  for await (const answer of source.fetch(rest, world)) {
    const lookUp = asked.get(answer.package.purl);
    if (lookUp !== undefined && answer.fetched.status === 'unchanged') await confirm(lookUp, feed, world);
    yield answer;
  }
}

// Nothing waits to be persisted where nothing has changed: what is held was so when its own receipt was remembered.
async function confirm(lookUp: LookUp, feed: ChangeFeed, { validators }: World): Promise<void> {
  for (const receipt of receiptsOf(lookUp, feed)) await validators.remember(receipt);
}

function receiptsOf(lookUp: LookUp, feed: ChangeFeed): readonly Receipt[] {
  return isAtPackagist(lookUp) ? feed.receipts(lookUp) : [];
}

function isAtPackagist({ package: pkg }: LookUp): boolean {
  return pkg.repositoryUrl === undefined;
}

/** Reads packages; how a repository lays out its files is asked once. */
function reader(feed: ChangeFeed): (asking: Asking) => Promise<Reading> {
  const repositories = new Map<string, Promise<Repository>>();
  const repositoryOf = (asking: Asking) => {
    const { home } = asking;
    if (isAtPackagist(asking)) return packagist(home);
    const repository = repositories.get(home) ?? readRepository(asking);
    repositories.set(home, repository);
    return repository;
  };
  return async (asking) => {
    const { package: pkg, home, credential } = asking;
    const url = (await repositoryOf(asking))(pkg);
    // The credential is the repository’s: what lies elsewhere is asked for without it.
    const isOwn = new URL(url).origin === new URL(home).origin;
    const request = {
      expect: ['application/json'],
      maxBytes: REGISTRY_DOCUMENT_BYTES,
      authorization: isOwn ? authorization(credential) : undefined,
    };
    const answer = await readDocument(asking, url, request);
    if (answer.status !== 'changed') return answer;
    const listings = readListings(pkg, answer.reply.body);
    return { status: 'listed', listings, receipts: [answer.receipt, ...receiptsOf(asking, feed)] };
  };
}

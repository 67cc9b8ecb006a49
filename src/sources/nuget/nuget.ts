import { packageName } from '../../core/package.ts';
import { toUpstream } from '../../core/to-upstream.ts';
import { authorization } from '../../platform/credential.ts';
import { FormatError } from '../../platform/errors.ts';
import { REGISTRY_DOCUMENT_BYTES } from '../../platform/http/limits.ts';
import { nuget as scheme } from '../../versions/nuget.ts';
import { type Asking, packageByPackage, type Reading } from '../package-by-package.ts';
import { readDocument } from '../read-document.ts';
import type { Source } from '../source.ts';
import { isUnlisted, Leaf, toListing } from './leaf.ts';
import { readLeaves } from './read-leaves.ts';
import { type Manifests, MOST_MANIFESTS, readNotes } from './read-notes.ts';
import { readServiceIndex, type ServiceIndex } from './service-index.ts';

const ABOUT = {
  id: 'nuget',
  title: 'NuGet',
  types: ['nuget'],
  home: 'https://api.nuget.org/v3/index.json',
  gives: {
    date: 'publication, except of unlisted versions',
    notes: `releaseNotes of the manifest, for new versions (${MOST_MANIFESTS} a run, newest first)`,
    digests: 'where a feed tells them: sha512',
    deletion: 'visible; unlisted is yanked',
  },
  check: 'a conditional request, and one more a feed',
  homes: 'api.nuget.org/v3/index.json, or the service index that `repository_url` names',
  example: {
    address: 'https://www.nuget.org/packages/Newtonsoft.Json',
    purl: 'pkg:nuget/Newtonsoft.Json',
  },
  environment: {},
} satisfies Partial<Source>;

/** NuGet’s gallery, and every feed of its version 3. https://learn.microsoft.com/nuget/api/overview */
export const nuget: Source = {
  ...ABOUT,
  async *fetch(lookUps, world) {
    const feeds = new Map<string, Promise<ServiceIndex>>();
    const read = async (asking: Asking): Promise<Reading> => {
      const feed = feeds.get(asking.home) ?? readServiceIndex(asking);
      feeds.set(asking.home, feed);
      return readPackage(asking, await feed);
    };
    yield* packageByPackage({ ...ABOUT, atOnce: 4, read }).fetch(lookUps, world);
  },
};

async function readPackage(asking: Asking, { registrations, files }: ServiceIndex): Promise<Reading> {
  const { package: pkg, memory } = asking;
  const url = `${registrations}/${encodeURIComponent(pkg.name.toLowerCase())}/index.json`;
  const request = {
    expect: ['application/json'],
    maxBytes: REGISTRY_DOCUMENT_BYTES,
    authorization: authorizationAt(asking, url),
  };
  const isUnfinished = memory?.['again'] !== undefined;
  const answer = await readDocument({ ...asking, fresh: asking.fresh || isUnfinished }, url, request);
  if (answer.status !== 'changed') return answer;

  const { leaves: elements, dropped } = await readLeaves(asking, url, answer.reply.body, request);
  const leaves = elements.map((element) => Leaf.safeParse(element).data).filter((leaf) => leaf !== undefined);
  const malformed = elements.length - leaves.length;
  if (malformed > 0 && leaves.length === 0) throw new FormatError(`${pkg.purl}: no version can be read`);

  const versions = leaves.map(({ catalogEntry }) => catalogEntry.version);
  const manifests = await readNotes(asking, files, versions, files && authorizationAt(asking, files));
  const releases = leaves.map((leaf) => {
    const read = manifests.byVersion.get(leaf.catalogEntry.version);
    return { ...toListing(leaf), ...(read?.status === 'read' && read.nuspec.said) };
  });
  const upstream = describe(asking, leaves, manifests);
  return {
    status: 'listed',
    listings: { upstream, releases, complete: true, dropped: dropped + malformed },
    receipts: [answer.receipt],
    memory: { ...(manifests.again.length > 0 && { again: manifests.again.join(' ') }) },
  };
}

// The credential is the feed’s: what lies elsewhere is asked for without it.
function authorizationAt({ home, credential }: Asking, url: string): string | undefined {
  return new URL(url).origin === new URL(home).origin ? authorization(credential) : undefined;
}

function describe({ package: pkg, held }: Asking, leaves: readonly Leaf[], { byVersion }: Manifests) {
  const listed = leaves.filter((leaf) => !isUnlisted(leaf));
  const newest = (listed.length > 0 ? listed : leaves)
    .map(({ catalogEntry }) => catalogEntry)
    .reduce<Leaf['catalogEntry'] | undefined>(
      (best, entry) => (best && scheme.compare(best.version, entry.version) > 0 ? best : entry),
      undefined,
    );
  const read = byVersion.get(newest?.version ?? '');
  return toUpstream({
    name: newest?.id ?? packageName(pkg),
    description: newest?.description,
    license: newest?.licenseExpression,
    homepage: newest?.projectUrl,
    repository: read?.status === 'read' ? read.nuspec.repository : held?.upstream.repository,
  });
}

import { toUpstream } from '../../core/to-upstream.ts';
import { authorization } from '../../platform/credential.ts';
import { REGISTRY_DOCUMENT_BYTES } from '../../platform/http/limits.ts';
import type { Archive } from '../archive/read-changelog.ts';
import { withNotes } from '../archive/with-notes.ts';
import { type Asking, packageByPackage, type Reading } from '../package-by-package.ts';
import { readDetail } from '../read-detail.ts';
import { readDocument } from '../read-document.ts';
import { AboutGem } from './about-gem.ts';
import { fileName, type GemFile } from './gem-file.ts';
import { readInfo } from './read-info.ts';
import { readVersions } from './read-versions.ts';
import { toListings } from './to-listings.ts';

/** Servers of Ruby gems that have a compact index: rubygems.org, or another one. */
export const gem = packageByPackage({
  id: 'gem',
  title: 'RubyGems',
  types: ['gem'],
  gives: { date: 'publication', notes: 'changelog in the gem', digests: 'sha256', deletion: 'visible' },
  check: 'a conditional request for the gem’s file of the compact index',
  homes: 'rubygems.org; `repository_url` names another gem server',
  example: { address: 'https://rubygems.org/gems/rails', purl: 'pkg:gem/rails' },
  environment: {},
  home: 'https://rubygems.org',
  atOnce: 4,
  read,
});

async function read(asking: Asking): Promise<Reading> {
  const { package: pkg, home, world, held } = asking;
  const name = encodeURIComponent(pkg.name);
  const request = { authorization: authorization(asking.credential), maxBytes: REGISTRY_DOCUMENT_BYTES };
  const answer = await readDocument(asking, `${home}/info/${name}`, request);
  if (answer.status !== 'changed') return answer;
  const info = readInfo(answer.reply.body, pkg.purl);
  if (info.files.length === 0)
    return { status: 'gone', reason: 'all of its versions were yanked', code: 404 };

  const listed = await readFiles(asking, name, info.files);
  const about = await readDetail(world.http, `${home}/api/v1/gems/${name}.json`, request, AboutGem);
  return withNotes(asking, {
    listings: {
      upstream:
        about.status === 'read'
          ? toUpstream({ ...about.value, name: pkg.name })
          : { ...held?.upstream, name: pkg.name },
      releases: toListings(pkg.name, listed.files, listed.broken, held),
      complete: true,
      dropped: info.dropped + listed.dropped,
    },
    receipts: [answer.receipt],
    archive: newestArchive(asking, listed.files),
    isFinal: listed.isFinal && about.status !== 'passing',
  });
}

const NO_API = [400, 404, 405, 410, 501];

interface Listed extends ReturnType<typeof readVersions> {
  /** Whether index and API tell of the same versions. Both are cached, each by itself. */
  readonly isFinal: boolean;
}

// The index knows the versions and their digests, the API when they came out. A server without the API has no dates.
async function readFiles(
  { package: pkg, home, world, credential }: Asking,
  name: string,
  indexed: readonly GemFile[],
): Promise<Listed> {
  const { status, json } = await world.http.readJson(`${home}/api/v1/versions/${name}.json`, {
    authorization: authorization(credential),
    maxBytes: REGISTRY_DOCUMENT_BYTES,
    statuses: NO_API,
  });
  if (NO_API.includes(status)) return { files: indexed, broken: new Map(), dropped: 0, isFinal: true };
  const versions = readVersions(json, pkg.purl);
  const told = new Set([...versions.files.map(({ number }) => number), ...versions.broken.keys()]);
  const numbers = new Set(indexed.map(({ number }) => number));
  const missing = indexed.filter(({ number }) => !told.has(number));
  return {
    ...versions,
    files: [...versions.files, ...missing],
    isFinal: told.isSubsetOf(numbers) && missing.length === 0,
  };
}

function newestArchive(asking: Asking, files: readonly GemFile[]): Archive | undefined {
  const { package: pkg, home, credential } = asking;
  const newest = files.reduce<GemFile | undefined>(
    (best, file) => (isNewer(file, best) ? file : best),
    undefined,
  );
  if (newest === undefined) return undefined;
  const name = fileName(pkg.name, newest);
  const url = `${home}/gems/${encodeURIComponent(name)}`;
  const identity = newest.checksum ?? name;
  return { url, form: 'gem', authorization: authorization(credential), identity };
}

// The plain gem before those that were built for a platform. A list without dates ends with the newest.
function isNewer(file: GemFile, best: GemFile | undefined): boolean {
  if (best === undefined) return true;
  if (file.number === best.number) return file.platform === 'ruby';
  const at = file.about?.publishedAt ?? '';
  const bestAt = best.about?.publishedAt ?? '';
  return at > bestAt || (at === '' && bestAt === '');
}

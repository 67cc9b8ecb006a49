import { type Package, packageName } from '../../core/package.ts';
import { FormatError, HostError } from '../../platform/errors.ts';
import type { Http } from '../../platform/http/http.ts';
import { splitChangelog } from '../../versions/changelog/split-changelog.ts';
import { ARCHIVE_LIMITS, findChangelog } from './find-changelog.ts';
import type { NpmRegistries } from './npm-registries.ts';

/** Notes by version, or a failure: a `passing` one may be over by the next run. */
export type Changelog =
  | { readonly status: 'read'; readonly sections: ReadonlyMap<string, string> }
  | { readonly status: 'failed' | 'passing' };

// Notes are not worth the quarter of an hour that a stream may take.
const DEADLINE_MS = 120_000;

/** The notes of all versions out of one tarball, the newest one's. Its failure is not the package's: it is told, not thrown. */
export async function readChangelog(
  pkg: Package,
  tarball: string,
  http: Http,
  registries: NpmRegistries,
): Promise<Changelog> {
  const url = registries.tarballUrl(pkg, tarball);
  const authorization = registries.authorizationFor(pkg, url);
  const request = {
    accept: '*/*',
    authorization,
    maxBytes: ARCHIVE_LIMITS.packedBytes,
    deadlineMs: DEADLINE_MS,
  };
  try {
    const text = await http.stream(url, request, (bytes) => findChangelog(bytes));
    return { status: 'read', sections: splitChangelog(text ?? '', packageName(pkg)) };
  } catch (error) {
    if (error instanceof FormatError) return { status: 'failed' };
    if (error instanceof HostError) return { status: isPassing(error) ? 'passing' : 'failed' };
    throw error;
  }
}

function isPassing({ status }: HostError): boolean {
  return status === undefined || status === 408 || status === 429 || status >= 500;
}

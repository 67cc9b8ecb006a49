import { type Package, packageName } from '../../core/package.ts';
import { FormatError, HostError } from '../../platform/errors.ts';
import type { Archive } from '../archive/read-changelog.ts';
import { withNotes } from '../archive/with-notes.ts';
import { recall, toReceipt } from '../memory.ts';
import type { Fetched, LookUp, World } from '../source.ts';
import type { NpmRegistries } from './npm-registries.ts';
import { readDocument } from './read-document.ts';
import { type Packument, readPackument } from './read-packument.ts';

type Reach = Pick<World, 'http' | 'validators'> & { readonly registries: NpmRegistries };

const GONE = new Set([404, 410, 451]);
const REFUSED = new Set([401, 403]);

/** Looks up one package. Whatever the registry does wrong is an answer, never thrown. */
export async function lookUpPackage(lookUp: LookUp, reach: Reach): Promise<Fetched> {
  try {
    return await read(lookUp, reach);
  } catch (error) {
    if (error instanceof HostError) return judge(error, lookUp.package);
    if (error instanceof FormatError) return { status: 'failed', error };
    throw error;
  }
}

async function read({ package: pkg, since, fresh, held }: LookUp, reach: Reach): Promise<Fetched> {
  const { validators, registries } = reach;
  const url = registries.documentUrl(pkg);
  const key = `npm ${url}`;
  const memory = fresh ? undefined : await recall(validators, key, since);
  const reading = await readDocument(pkg, { ...reach, fresh: memory?.['said'] === undefined });
  if (reading.status === 'unchanged') return reading;
  const packument = readPackument(reading.document, packageName(pkg), since);
  if (packument === undefined) return { status: 'gone', reason: 'all of it was unpublished', code: 410 };
  const { listings } = packument;
  const archive = archiveOf(pkg, packument, registries);
  const told = await withNotes(
    { package: pkg, memory, held, world: reach },
    {
      listings,
      receipts: reading.receipt ? [reading.receipt] : [],
      archive,
      isFinal: !isStale(packument, reading.announced),
    },
  );
  if (told.status !== 'listed') return told;
  const { memory: more, ...fetched } = told;
  // Where nothing is to be remembered, what was is forgotten: a 304 would hide that upstream went back to it.
  return { ...fetched, receipts: [...fetched.receipts, toReceipt(key, since, more ?? {})] };
}

// Both documents are cached, each by itself: the full one may be minutes older than the abbreviated one.
function isStale({ modified }: Packument, announced: string | undefined): boolean {
  return modified !== undefined && announced !== undefined && modified < announced;
}

function archiveOf(pkg: Package, { latest }: Packument, registries: NpmRegistries): Archive | undefined {
  if (latest?.tarball === undefined) return undefined;
  const url = registries.tarballUrl(pkg, latest.tarball);
  const authorization = registries.authorizationFor(pkg, url);
  return { url, form: 'folder', authorization, identity: latest.digest ?? latest.tarball };
}

function judge(error: HostError, pkg: Package): Fetched {
  const { status } = error;
  if (status !== undefined && GONE.has(status)) {
    return { status: 'gone', reason: 'the registry has no such package', code: status };
  }
  if (status === undefined || !REFUSED.has(status)) return { status: 'failed', error };
  const signIn = new HostError(`npm ${packageName(pkg)}: the registry answered ${status}`, {
    cause: error,
    status,
    ...(error.retryAt !== undefined && { retryAt: error.retryAt }),
    remedy: 'sign in with `npm login`, or give npm a token that may read this package',
  });
  return { status: 'failed', error: signIn };
}

import type { HttpRequest } from '../../platform/http/http-request.ts';
import { ZIP_LIMITS } from '../archive/find-in-zip.ts';
import { readZipFile } from '../archive/read-zip-file.ts';
import { failureOf } from '../failure-of.ts';
import type { Asking } from '../package-by-package.ts';
import { normaliseVersion } from './normalise-version.ts';
import { type Nuspec, parseNuspec } from './nuspec.ts';

/** A manifest, or how asking for it failed; `missing` where the feed does not show it outside of its package. */
export type NuspecRead =
  | { readonly status: 'read'; readonly nuspec: Nuspec }
  | { readonly status: 'missing' | 'lasting' | 'passing' };

/** One version of a package at a feed that shows its files. */
interface File {
  readonly asking: Asking;
  /** The feed's flat container: https://learn.microsoft.com/nuget/api/package-base-address-resource */
  readonly files: string;
  readonly version: string;
  readonly authorization: HttpRequest['authorization'];
}

/** Reads the manifest that lies beside the package. */
export async function readNuspec(file: File): Promise<NuspecRead> {
  const { asking, authorization } = file;
  const { purl, name } = asking.package;
  const url = `${folderOf(file)}/${encodeURIComponent(name.toLowerCase())}.nuspec`;
  try {
    const request = { accept: 'application/xml, */*', authorization, statuses: [404] };
    const { status, body } = await asking.world.http.request(url, request);
    return status === 404 ? { status: 'missing' } : { status: 'read', nuspec: parseNuspec(body, purl) };
  } catch (error) {
    return { status: failureOf(error) };
  }
}

/** Reads the manifest out of the package itself. */
export async function readPackedNuspec(file: File): Promise<NuspecRead> {
  const { asking, authorization } = file;
  const { purl, name } = asking.package;
  const id = encodeURIComponent(name.toLowerCase());
  const url = `${folderOf(file)}/${id}.${encodeURIComponent(normaliseVersion(file.version))}.nupkg`;
  try {
    const request = { accept: '*/*', authorization, maxBytes: ZIP_LIMITS.packedBytes };
    const { body } = await asking.world.http.request(url, request);
    const packed = await readZipFile(body, (entry) => /^[^/]+\.nuspec$/i.test(entry));
    return packed === undefined
      ? { status: 'lasting' }
      : { status: 'read', nuspec: parseNuspec(packed, purl) };
  } catch (error) {
    return { status: failureOf(error) };
  }
}

function folderOf({ asking, files, version }: File): string {
  const id = encodeURIComponent(asking.package.name.toLowerCase());
  return `${files}/${id}/${encodeURIComponent(normaliseVersion(version))}`;
}

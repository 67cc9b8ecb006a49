import { z } from 'zod';
import { authorization } from '../../platform/credential.ts';
import { FormatError } from '../../platform/errors.ts';
import type { Asking } from '../package-by-package.ts';

const Index = z.object({ resources: z.array(z.unknown()) });
const Resource = z
  .object({ '@id': z.url({ protocol: /^https?$/ }), '@type': z.string() })
  .transform((resource) => ({ url: resource['@id'].replace(/\/+$/, ''), type: resource['@type'] }));

/** Where a feed keeps what we read. Addresses have no final slash. */
export interface ServiceIndex {
  readonly registrations: string;
  /** Undefined where a feed shows no files. */
  readonly files: string | undefined;
}

// The best first: those that have packages of SemVer 2, then the compressed ones.
// https://learn.microsoft.com/nuget/api/registration-base-url-resource#versioning
const REGISTRATIONS = ['/Versioned', '/3.6.0', '/3.4.0', '/3.0.0-rc', '/3.0.0-beta', ''].map(
  (version) => `RegistrationsBaseUrl${version}`,
);
const FILES = ['PackageBaseAddress/3.0.0'];

/**
 * Reads the index that a feed begins with. https://learn.microsoft.com/nuget/api/service-index
 * @throws HostError, FormatError
 */
export async function readServiceIndex({ world, home, credential }: Asking): Promise<ServiceIndex> {
  const { host } = new URL(home);
  const { json } = await world.http.readJson(home, { authorization: authorization(credential) });
  const { data, error } = Index.safeParse(json);
  if (error) throw new FormatError(`${host}: the reply is no service index of NuGet`, { cause: error });
  const resources = data.resources.map((element) => Resource.safeParse(element).data);
  const find = (types: readonly string[]) =>
    types.map((type) => resources.find((resource) => resource?.type === type)?.url).find(Boolean);
  const registrations = find(REGISTRATIONS);
  if (registrations === undefined) throw new FormatError(`${host}: the feed has no package metadata`);
  const files = find(FILES);
  return { registrations: world.mirrors(registrations), files: files && world.mirrors(files) };
}

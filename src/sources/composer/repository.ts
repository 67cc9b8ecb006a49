import { z } from 'zod';
import type { Package } from '../../core/package.ts';
import { authorization } from '../../platform/credential.ts';
import { FormatError } from '../../platform/errors.ts';
import type { Asking } from '../package-by-package.ts';

const Root = z.object({ 'metadata-url': z.string().includes('%package%') });

/** The address of a package’s tagged versions, by its repository. */
export type Repository = (pkg: Package) => string;

/** Packagist’s static files lie at a known place. https://packagist.org/apidoc#get-package-data */
export function packagist(home: string): Repository {
  return (pkg) => `${home}/p2/${pathOf(pkg)}.json`;
}

/**
 * Reads how another repository lays out its files. https://getcomposer.org/doc/05-repositories.md#composer
 * @throws HostError; FormatError for a repository of Composer 1, which has no file for each package
 */
export async function readRepository({ home, world, credential }: Asking): Promise<Repository> {
  const { host } = new URL(home);
  const url = `${home}/packages.json`;
  const { json } = await world.http.readJson(url, { authorization: authorization(credential) });
  const { data, error } = Root.safeParse(json);
  if (error) throw new FormatError(`${host}: packages.json has no metadata-url`, { cause: error });
  return (pkg) => {
    const address = URL.parse(data['metadata-url'].replaceAll('%package%', pathOf(pkg)), url);
    if (address === null) throw new FormatError(`${host}: metadata-url is no address`);
    return address.href;
  };
}

function pathOf({ namespace = '', name }: Package): string {
  return [namespace, name].map((part) => encodeURIComponent(part.toLowerCase())).join('/');
}

import { z } from 'zod';
import { authorization } from '../../platform/credential.ts';
import { credentialFor, type Reach } from '../credential-for.ts';
import type { Asking } from '../package-by-package.ts';
import { type Detail, readDetail } from '../read-detail.ts';
import { prefixOf } from './index-path.ts';

/** Where a registry keeps what its index does not say. Addresses have no final slash. */
export interface CargoRegistry {
  /** Undefined where it has no API. */
  readonly api: string | undefined;
  /** The address of a crate's file, with markers; undefined where it could not be found out. */
  readonly download: string | undefined;
  /** How that was found out. */
  readonly status: Detail<unknown>['status'];
}

// The file is fetched where https://crates.io/data-access tells to, not from the API that `dl` of its config.json names.
const FILES = 'https://static.crates.io';
const API = 'https://crates.io';

const Config = z.object({
  dl: z.string().optional().catch(undefined),
  api: z.string().nullish().catch(undefined),
});

/** Reads the config.json of an index, but for the public one, whose addresses are known. */
export async function readRegistry(asking: Asking): Promise<CargoRegistry> {
  const { package: pkg, home, world } = asking;
  if (pkg.repositoryUrl === undefined) {
    const download = `${world.mirrors(FILES)}/crates/{crate}/{crate}-{version}.crate`;
    return { api: world.mirrors(API), download, status: 'read' };
  }
  const request = { authorization: cargoAuthorization(asking, home) };
  const detail = await readDetail(world.http, `${home}/config.json`, request, Config);
  const { dl, api } = detail.status === 'read' ? detail.value : {};
  return { api: api?.replace(/\/+$/, ''), download: dl, status: detail.status };
}

/** The address of a crate's file. https://doc.rust-lang.org/cargo/reference/registry-index.html#index-configuration */
export function crateUrl(download: string, name: string, version: string, checksum: string): string {
  const prefix = prefixOf(name);
  const values: Readonly<Record<string, string>> = {
    '{crate}': name,
    '{version}': encodeURIComponent(version),
    '{prefix}': prefix,
    '{lowerprefix}': prefix.toLowerCase(),
    '{sha256-checksum}': checksum,
  };
  const hasMarkers = Object.keys(values).some((marker) => download.includes(marker));
  const template = hasMarkers ? download : `${download.replace(/\/+$/, '')}/{crate}/{version}/download`;
  return template.replace(/\{[\w-]+\}/g, (marker) => values[marker] ?? marker);
}

/** The Authorization header for an address of a registry. */
export function cargoAuthorization(reach: Reach, url: string): string | undefined {
  const credential = credentialFor(url, reach);
  // A token stands there by itself: https://doc.rust-lang.org/cargo/reference/registry-authentication.html
  return credential !== undefined && 'token' in credential ? credential.token : authorization(credential);
}

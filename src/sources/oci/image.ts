import type { Package } from '../../core/package.ts';
import { HostError } from '../../platform/errors.ts';
import type { Asking } from '../package-by-package.ts';

/** An image, and where its tags are asked for. */
export interface Image {
  /** The public host; all names of Docker Hub are `hub.docker.com`. */
  readonly host: string;
  /** Where that host is read from: itself, or the owner's mirror of it. Without a final slash. */
  readonly home: string;
  /** `library/nginx` */
  readonly name: string;
}

const HUB = 'hub.docker.com';
const HUB_NAMES = [HUB, 'docker.io', 'index.docker.io', 'registry-1.docker.io', 'registry.hub.docker.com'];
// https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests
const NAME = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const LONGEST = 255;

/**
 * The image that a purl means. `repository_url` of pkg:oci is the whole of it (`ghcr.io/acme/tool`), that of pkg:docker only
 * the registry (`gcr.io`).
 * @throws HostError where it names none
 */
export function imageOf({ package: pkg, home, world }: Pick<Asking, 'package' | 'home' | 'world'>): Image {
  const host = hostOf(pkg);
  const path = pkg.repositoryUrl === undefined ? '' : new URL(home).pathname.slice(1);
  const own = [pkg.namespace, pkg.name].filter((part) => part !== undefined);
  const name = (pkg.type === 'oci' ? [path] : [path, ...own])
    .filter((part) => part !== '')
    .join('/')
    .toLowerCase();
  if (name.length > LONGEST || !NAME.test(name)) {
    throw new HostError(`${pkg.purl} names no image`, {
      remedy: 'write pkg:docker/owner/name, or pkg:oci/name?repository_url=host/owner/name',
    });
  }
  if (host !== HUB) return { host, home: new URL(home).origin, name };
  // Official images are those of the library: https://docs.docker.com/docker-hub/image-library/trusted-content/
  const isOfficial = !name.includes('/');
  return { host, home: world.mirrors(`https://${HUB}`), name: isOfficial ? `library/${name}` : name };
}

function hostOf({ repositoryUrl }: Package): string {
  if (repositoryUrl === undefined) return HUB;
  const host =
    URL.parse(repositoryUrl.includes('://') ? repositoryUrl : `https://${repositoryUrl}`)?.host ?? '';
  return HUB_NAMES.includes(host) ? HUB : host;
}

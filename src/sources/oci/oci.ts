import { type Asking, packageByPackage, type Reading } from '../package-by-package.ts';
import { imageOf } from './image.ts';
import { readHub } from './read-hub.ts';
import { readQuay } from './read-quay.ts';
import { readRegistry } from './read-registry.ts';

/** Container images and other artifacts by tag: https://github.com/opencontainers/distribution-spec/blob/main/spec.md */
export const oci = packageByPackage({
  id: 'oci',
  title: 'Container registries',
  types: ['docker', 'oci'],
  gives: {
    date: 'last push before the import at Docker Hub and quay.io, else first seen',
    notes: 'none',
    digests: 'of the index or manifest',
    deletion: 'visible',
  },
  check: 'one request at Docker Hub and quay.io; elsewhere the list of tags, and the digests of up to 100',
  homes: 'hub.docker.com, or the registry that `repository_url` names',
  example: { address: 'https://hub.docker.com/_/nginx', purl: 'pkg:docker/nginx' },
  environment: {
    TIDINGS_TOKEN_HUB_DOCKER_COM: 'user:access-token for private repositories of Docker Hub',
    TIDINGS_TOKEN_GHCR_IO: 'user:token for private images of GitHub; other registries likewise',
  },
  home: 'https://hub.docker.com',
  atOnce: 4,
  read,
});

async function read(asking: Asking): Promise<Reading> {
  const image = imageOf(asking);
  if (image.host === 'hub.docker.com') return readHub(asking, image);
  return image.host === 'quay.io' ? readQuay(asking, image) : readRegistry(asking, image);
}

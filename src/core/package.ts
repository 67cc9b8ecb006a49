import { PackageURL } from 'packageurl-js';
import { encodePart } from './encode-part.ts';

/** One thing at one source, named by its purl. Namespace and name are decoded; `purl` is the canonical text. */
export interface Package {
  readonly purl: string;
  readonly type: string;
  readonly namespace: string | undefined;
  readonly name: string;
  /** The `repository_url` qualifier without `https://`: where a type has more than one home (GitLab, OCI, private registries). */
  readonly repositoryUrl: string | undefined;
}

export class InvalidPackage extends Error {}

/**
 * Reads a purl. `pkg:npm/@octokit/graphql` is accepted for `pkg:npm/%40octokit/graphql`.
 * @throws InvalidPackage for anything else, for a version or subpath, and for a segment that is empty, `.`, `..` or has control characters.
 */
export function parsePackage(text: string): Package {
  const read = readPurl(text);
  if (read.version !== undefined || read.subpath !== undefined) {
    throw new InvalidPackage(`${text} names one version or file; a package has neither`);
  }
  const { type, namespace } = read;
  const { fits, words, fold, needsHome = false } = SHAPES[type] ?? ANY;
  const name = fold?.(read.name) ?? read.name;
  const segments = [...(namespace?.split('/') ?? []), name];
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..')) {
    throw new InvalidPackage(`${text} has a segment that is empty, “.” or “..”`);
  }
  if (segments.some((segment) => /\p{Cc}/u.test(segment))) {
    throw new InvalidPackage(`${text} has a control character in its name`);
  }
  // With and without https:// it is the same home.
  const repositoryUrl = read.qualifiers?.['repository_url']?.replace(/^https:\/\//i, '');
  if (hasCredentials(repositoryUrl)) {
    throw new InvalidPackage(
      `pkg:${type}/${name} has a password or a token in its repository_url, where everybody can read it`,
    );
  }
  if (!fits.test(namespace ?? '') || (needsHome && repositoryUrl === undefined)) {
    throw new InvalidPackage(`${text} is not ${words}`);
  }
  const path = segments.map(encodeSegment).join('/');
  const query = repositoryUrl === undefined ? '' : `?repository_url=${encodeURIComponent(repositoryUrl)}`;
  return { purl: `pkg:${type}/${path}${query}`, type, namespace, name, repositoryUrl };
}

function hasCredentials(address = ''): boolean {
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(address) ? address : `https://${address}`);
  return url !== null && (url.username !== '' || url.password !== '');
}

interface Shape {
  /** What a namespace must look like; a missing one is ''. */
  readonly fits: RegExp;
  readonly words: string;
  /** One spelling of a name, where its registry knows many. */
  readonly fold?: (name: string) => string;
  /** Whether the purl must say where the package lives. */
  readonly needsHome?: boolean;
}

const NONE = /^$/;
const ONE = /^[^/]+$/;
const ANY: Shape = { fits: /^/, words: 'a purl' };

const SHAPES: Readonly<Record<string, Shape>> = {
  cargo: { fits: NONE, words: 'pkg:cargo/name' },
  composer: { fits: ONE, words: 'pkg:composer/vendor/name' },
  docker: { fits: ANY.fits, words: 'pkg:docker/name or pkg:docker/owner/name' },
  feed: {
    fits: NONE,
    words: 'pkg:feed/name?repository_url=address-of-the-feed',
    needsHome: true,
  },
  gem: { fits: NONE, words: 'pkg:gem/name' },
  git: { fits: NONE, words: 'pkg:git/name?repository_url=address-of-the-repository', needsHome: true },
  gitea: { fits: ONE, words: 'pkg:gitea/owner/name?repository_url=host', needsHome: true },
  github: { fits: ONE, words: 'pkg:github/owner/name' },
  gitlab: { fits: /./, words: 'pkg:gitlab/group/name or pkg:gitlab/group/subgroup/name' },
  // https://go.dev/ref/mod#module-path: the first element of a path that can be fetched has a dot.
  golang: { fits: /^[^/]+\.[^/]+/, words: 'pkg:golang/host/path' },
  maven: { fits: ONE, words: 'pkg:maven/group/artifact' },
  npm: { fits: /^(?:@[^/]+)?$/, words: 'pkg:npm/name or pkg:npm/@scope/name' },
  nuget: { fits: NONE, words: 'pkg:nuget/id' },
  oci: { fits: NONE, words: 'pkg:oci/name?repository_url=host/owner/name', needsHome: true },
  // https://packaging.python.org/en/latest/specifications/name-normalization/
  pypi: {
    fits: NONE,
    words: 'pkg:pypi/name',
    fold: (name) => name.toLowerCase().replace(/[-_.]+/g, '-'),
  },
};

interface Parts {
  type: string;
  namespace?: string | undefined;
  name: string;
  version?: string | undefined;
  subpath?: string | undefined;
  qualifiers?: Record<string, string | undefined> | undefined;
}

function readPurl(text: string): Parts {
  if (text.length > 512) throw new InvalidPackage('a purl longer than 512 characters');
  try {
    const folded = PackageURL.fromString(text);
    if (folded.type !== 'npm') return folded;
    // npm keeps its case: JSONStream and jsonstream are two packages, and the library folds them.
    const [, namespace, name, version] = PackageURL.parseString(text);
    return {
      ...folded,
      namespace,
      name: name ?? '',
      version,
    } satisfies Parts;
  } catch (error) {
    throw new InvalidPackage(`${text} is no purl: ${error instanceof Error ? error.message : String(error)}`);
  }
}

// encodeURIComponent, plus what it leaves alone and a purl does not.
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment)
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%3A', ':');
}

/** The name as its registry writes it: `@octokit/graphql`, `withastro/astro`, `org.slf4j:slf4j-api`, `ghcr.io/acme/tool`. */
export function packageName({ type, namespace, name, repositoryUrl }: Package): string {
  if (type === 'oci') return repositoryUrl ?? name;
  if (namespace === undefined) return name;
  return type === 'maven' ? `${namespace}:${name}` : `${namespace}/${name}`;
}

/** The purl of one version: a permanent id of the release, on every site and in every fork. */
export function releasePurl({ purl }: Package, version: string): string {
  const [path, query] = purl.split('?');
  return `${path}@${encodePart(version)}${query === undefined ? '' : `?${query}`}`;
}

const DECORATED = new Set(['composer', 'git', 'gitea', 'github', 'gitlab', 'golang']);

/** Whether the versions of a type are tags of a repository: they may carry a `v`, or the name of a monorepo's component. */
export function hasTags(type: string): boolean {
  return DECORATED.has(type);
}

import { createHash } from 'node:crypto';
import type { Asked, Handler, Served } from './upstream.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A package with all fields of its versions, highest first. */
export interface ComposerPackage {
  readonly name: string;
  readonly versions: readonly Fields[];
  readonly modified: string;
}

/** What Packagist’s list of changes says now. */
export interface Changes {
  /** Ten-thousandths of a second. */
  timestamp: number;
  actions: { readonly type: string; readonly package: string; readonly time: number }[];
  /** From when on it remembers. */
  from: number;
}

interface ComposerOptions {
  readonly changes?: Changes;
  /** Where set, requests without this Authorization header are refused. */
  readonly authorization?: string;
  /** A private repository says where its files are; whether they are minified is its own affair. */
  readonly metadataUrl?: string;
  readonly isMinified?: boolean;
}

/** Packagist, or a repository of one's own. The list may be changed while it serves. */
export function composerHandler(
  packages: readonly ComposerPackage[],
  options: ComposerOptions = {},
): Handler {
  return (asked) => {
    const { authorization, changes, metadataUrl } = options;
    if (authorization !== undefined && asked.headers['authorization'] !== authorization) return json(401, {});
    if (asked.path === '/metadata/changes.json' && changes !== undefined) return changeList(asked, changes);
    if (asked.path === '/packages.json' && metadataUrl !== undefined) {
      return json(200, { packages: [], 'metadata-url': metadataUrl });
    }
    const pkg = packages.find(({ name }) => asked.path === `/p2/${name.toLowerCase()}.json`);
    return pkg && document(asked, pkg, options);
  };
}

/** A package with these versions, the last of them the newest, a day apart from 2024-01-01 on. */
export function makePackage(name: string, versions: readonly string[]): ComposerPackage {
  return {
    name,
    modified: 'Mon, 01 Jul 2024 10:00:00 GMT',
    versions: versions
      .map((version, index) => ({
        name,
        description: `What ${name} is`,
        homepage: 'https://acme.example/',
        version,
        version_normalized: `${version.replace(/^v/, '')}.0`,
        license: ['MIT'],
        source: {
          type: 'git',
          url: `https://github.com/${name}.git`,
          reference: createHash('sha1').update(version).digest('hex'),
        },
        dist: { type: 'zip', url: `https://api.github.com/repos/${name}/zipball/${index}`, shasum: '' },
        type: 'library',
        time: new Date(Date.UTC(2024, 0, 1 + index)).toISOString().replace('.000Z', '+00:00'),
      }))
      .toReversed(),
  };
}

function changeList({ query }: Asked, { timestamp, actions, from }: Changes): Served {
  const since = query.get('since');
  if (since === null) return json(400, { error: 'Invalid or missing "since"', timestamp });
  const seconds = Math.floor(timestamp / 10_000);
  if (Number(since) < from) {
    return json(200, { actions: [{ type: 'resync', package: '*', time: seconds }], timestamp });
  }
  return json(200, { actions: actions.filter(({ time }) => (time + 1) * 10_000 > Number(since)), timestamp });
}

function document({ headers }: Asked, pkg: ComposerPackage, { isMinified = true }: ComposerOptions): Served {
  if (headers['if-modified-since'] === pkg.modified) return { status: 304 };
  const versions = isMinified ? minify(pkg.versions) : pkg.versions;
  const body = { ...(isMinified && { minified: 'composer/2.0' }), packages: { [pkg.name]: versions } };
  const served = json(200, { ...body, 'security-advisories': [] });
  return { ...served, headers: { ...served.headers, 'last-modified': pkg.modified } };
}

/** https://github.com/composer/metadata-minifier */
function minify(versions: readonly Fields[]): Fields[] {
  return versions.map((version, index) => {
    const before = versions[index - 1] ?? {};
    const changed = Object.entries(version).filter(([key, value]) => !isSame(before[key], value));
    const unset = Object.keys(before).filter((key) => !(key in version));
    return { ...Object.fromEntries(changed), ...Object.fromEntries(unset.map((key) => [key, '__unset'])) };
  });
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function json(status: number, reply: object) {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(reply) };
}

import { encodePart } from '../encode-part.ts';
import type { Package } from '../package.ts';
import type { Addresses } from './addresses.ts';

// /artifact/<group>/<artifact>, with the version and more behind it.
const PAGES = ['central.sonatype.com', 'mvnrepository.com', 'www.mvnrepository.com', 'search.maven.org'];
const FILES = ['repo1.maven.org', 'repo.maven.apache.org'];

export const mavenAddresses: Addresses = {
  project: pageOf,
  release: (pkg, version) => {
    const page = pageOf(pkg);
    return page && `${page}/${encodePart(version)}`;
  },
  purl: ({ hostname }, [root, ...segments]) => {
    if (PAGES.includes(hostname) && root === 'artifact') return toPurl(segments.slice(0, 2));
    return FILES.includes(hostname) && root === 'maven2' ? toPurl(artifactOf(segments)) : undefined;
  },
};

// Other repositories have files, and no page for a person.
function pageOf({ namespace = '', name, repositoryUrl }: Package): string | undefined {
  if (repositoryUrl !== undefined) return undefined;
  return `https://central.sonatype.com/artifact/${encodePart(namespace)}/${encodePart(name)}`;
}

function toPurl([group, artifact]: readonly string[]): string | undefined {
  return group === undefined || artifact === undefined ? undefined : `pkg:maven/${group}/${artifact}`;
}

/** Group and artifact in a path of a repository, which may go on to a version and to a file of it. */
function artifactOf(segments: readonly string[]): readonly string[] {
  const [artifact = '', version = '', file = ''] = segments.slice(-3);
  const folder = file.startsWith(`${artifact}-${version}`) ? segments.slice(0, -2) : segments;
  const isBelow = /^(?:\d|maven-metadata\.xml)/.test(folder.at(-1) ?? '');
  const path = isBelow ? folder.slice(0, -1) : folder;
  return path.length < 2 ? [] : [path.slice(0, -1).join('.'), path.at(-1) ?? ''];
}

import { GraphQLError } from 'graphql';
import type { GithubAsset, GithubRelease, GithubRepository, GithubTag } from './github-data.ts';

/** Arguments of a GraphQL list. */
interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly refPrefix?: string;
}

/** An error as GitHub's own, with its type beside the message. */
export function githubError(type: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } });
}

/** A repository as GraphQL reads it: fields, and functions for those that take arguments. */
export function repositoryNode(repository: GithubRepository): object {
  const { id, owner, name, description, homepageUrl, isArchived, license } = repository;
  return {
    __typename: 'Repository',
    id,
    name,
    nameWithOwner: `${owner}/${name}`,
    description,
    homepageUrl,
    isArchived,
    licenseInfo: license,
    latestRelease: () => latestOf(repository),
    releases: (page: PageArguments) =>
      connection('releases', newestFirst(repository.releases), page, releaseNode),
    object: ({ expression }: { readonly expression: string }) => objectNode(repository, expression),
    refs: (page: PageArguments) => {
      if (page.refPrefix !== 'refs/tags/') return null;
      const tags = repository.tags.toSorted((a, b) => (a.committedAt < b.committedAt ? 1 : -1));
      return connection('refs', tags, page, tagNode);
    },
  };
}

export function releaseNode(release: GithubRelease): object {
  return {
    __typename: 'Release',
    id: releaseId(release),
    databaseId: release.id,
    tagName: release.tag,
    name: release.name,
    isDraft: release.isDraft,
    isPrerelease: release.isPrerelease,
    immutable: release.immutable,
    createdAt: release.createdAt,
    publishedAt: release.publishedAt,
    updatedAt: release.updatedAt,
    description: release.body,
    author: release.author === null ? null : { login: release.author },
    tagCommit: release.commit === null ? null : { oid: release.commit },
    releaseAssets: (page: PageArguments) => connection('releaseAssets', release.assets, page, assetNode),
  };
}

function objectNode({ files = {} }: GithubRepository, expression: string): object | null {
  const file = files[expression];
  if (file !== undefined) {
    const isText = typeof file === 'string';
    return { __typename: 'Blob', text: isText ? file : null, isTruncated: false, isBinary: !isText };
  }
  const names = Object.keys(files)
    .filter((path) => path.startsWith(expression))
    .map((path) => path.slice(expression.length));
  if (!expression.endsWith(':') || names.length === 0) return null;
  const entries = [{ name: 'docs', type: 'tree' }, ...names.map((name) => ({ name, type: 'blob' }))];
  return { __typename: 'Tree', entries };
}

/** The id of a release across all of GitHub. */
export function releaseId(release: GithubRelease): string {
  return `RE_${release.id}`;
}

function assetNode(asset: GithubAsset): object {
  return { __typename: 'ReleaseAsset', ...asset };
}

function tagNode({ name, commit, committedAt, annotation, tags }: GithubTag): object {
  const tagged = { __typename: tags ?? 'Commit', oid: commit, committedDate: committedAt };
  if (annotation === undefined) return { name, target: tagged };
  const { message, date } = annotation;
  return {
    name,
    target: {
      __typename: 'Tag',
      oid: commit.replaceAll('0', '1'),
      message,
      tagger: { date },
      target: tagged,
    },
  };
}

// https://docs.github.com/en/rest/releases/releases#get-the-latest-release
function latestOf({ releases }: GithubRepository): object | null {
  const stable = newestFirst(releases).find(({ isDraft, isPrerelease }) => !isDraft && !isPrerelease);
  return stable === undefined ? null : releaseNode(stable);
}

function newestFirst(releases: readonly GithubRelease[]): GithubRelease[] {
  return releases.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
}

function connection<T>(
  name: string,
  all: readonly T[],
  { first, after }: PageArguments,
  toNode: (item: T) => object,
) {
  if (first === null || first === undefined) {
    throw githubError(
      'MISSING_PAGINATION_BOUNDARIES',
      `You must provide a \`first\` value to page through \`${name}\`.`,
    );
  }
  if (first < 1 || first > 100) {
    throw githubError(
      'EXCESSIVE_PAGINATION',
      `Requesting ${first} records of \`${name}\` exceeds the limit of 100.`,
    );
  }
  const start = after === null || after === undefined ? 0 : Number(Buffer.from(after, 'base64').toString());
  const end = Math.min(start + first, all.length);
  return {
    totalCount: all.length,
    pageInfo: {
      hasNextPage: end < all.length,
      endCursor: end > start ? Buffer.from(String(end)).toString('base64') : null,
    },
    nodes: all.slice(start, end).map(toNode),
  };
}

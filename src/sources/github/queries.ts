import type { Package } from '../../core/package.ts';
import type { Knows } from './client.ts';

/** The variables by which a repository is found, and the field that finds it (renames are followed by default). */
export const REPOSITORY = { owner: 'String!', name: 'String!' } as const;

export function findRepository(number: number): string {
  return `repository(owner: $owner${number}, name: $name${number})`;
}

export function repositoryValues({ namespace, name }: Package): { owner: string; name: string } {
  return { owner: namespace ?? '', name };
}

/** The newest releases of a repository without notes and assets, and what it says of itself. */
export const PROBE = `
fragment Probe on Repository {
  id nameWithOwner description homepageUrl isArchived licenseInfo { spdxId name }
  latestRelease { databaseId tagName }
  releases(first: 5, orderBy: {field: CREATED_AT, direction: DESC}) {
    totalCount
    nodes { databaseId tagName name isDraft isPrerelease createdAt publishedAt updatedAt }
  }
}
fragment NewestTags on Repository {
  refs(refPrefix: "refs/tags/", first: 5, orderBy: {field: TAG_COMMIT_DATE, direction: DESC}) {
    totalCount
    nodes { name target { oid } }
  }
}`;

/** One page of releases; \`after\` is the cursor of the page before. */
export function releasesPage(number: number, first: number): string {
  return `releases(first: ${first}, after: $after${number}, orderBy: {field: CREATED_AT, direction: DESC}) {
    totalCount pageInfo { hasNextPage endCursor } nodes { ...Detail }
  }`;
}

/** All that is stored of a release. @param assets how many of them to read at once */
export function releaseFragments(knows: Knows, assets: number): string {
  return `
fragment Detail on Release {
  id databaseId tagName name isDraft isPrerelease ${knows('immutable') ? 'immutable' : ''}
  createdAt publishedAt description author { login } tagCommit { oid }
  releaseAssets(first: ${assets}) { ...Assets }
}
${assetFragment(knows)}`;
}

export function assetFragment(knows: Knows): string {
  return `
fragment Assets on ReleaseAssetConnection {
  totalCount pageInfo { hasNextPage endCursor }
  nodes { name size contentType ${knows('digest') ? 'digest' : ''} }
}`;
}

/** One page of tags, newest commit first. */
export function tagsPage(number: number, first: number): string {
  return `refs(refPrefix: "refs/tags/", first: ${first}, after: $after${number}, orderBy: {field: TAG_COMMIT_DATE, direction: DESC}) {
    totalCount pageInfo { hasNextPage endCursor } nodes { ...Tagged }
  }`;
}

// An annotated tag is an object of its own with a date and a message; a lightweight one is just a name for a commit.
export const TAG_FRAGMENT = `
fragment Tagged on Ref {
  name
  target {
    __typename oid
    ... on Commit { committedDate }
    ... on Tag { message tagger { date } target { __typename oid ... on Commit { committedDate } } }
  }
}`;

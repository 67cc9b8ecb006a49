import { createHash } from 'node:crypto';

/** What the emulated GitHub holds. All of it may be changed between two requests. */
export interface GithubRepository {
  id: string;
  owner: string;
  name: string;
  description: string | null;
  homepageUrl: string | null;
  isArchived: boolean;
  license: { spdxId: string | null; name: string } | null;
  releases: GithubRelease[];
  tags: GithubTag[];
  /** Files in the root folder by `<commit or tag>:<name>`; a text, or what is no text. */
  files?: Readonly<Record<string, string | { readonly binary: true }>>;
}

export interface GithubRelease {
  id: number;
  tag: string;
  name: string | null;
  /** The date of the commit. */
  createdAt: string;
  publishedAt: string | null;
  updatedAt: string;
  isDraft: boolean;
  isPrerelease: boolean;
  immutable: boolean;
  body: string | null;
  author: string | null;
  commit: string | null;
  assets: GithubAsset[];
}

export interface GithubAsset {
  name: string;
  size: number;
  contentType: string;
  digest: string | null;
}

export interface GithubTag {
  name: string;
  commit: string;
  committedAt: string;
  /** Undefined for a lightweight tag. */
  annotation?: { message: string; date: string | null };
  /** What the tag names, if it is no commit. */
  tags?: 'Tree' | 'Tag';
}

const FIRST_RELEASE = Date.UTC(2024, 0, 1, 12);
const DAY = 86_400_000;

/** A repository (`owner/name`) with so many releases `v1.0.0`, `v1.1.0` …, one a day; always the same for the same name. */
export function makeRepository(
  fullName: string,
  releases: number,
  more: Partial<GithubRepository> = {},
): GithubRepository {
  const [owner = '', name = ''] = fullName.split('/');
  return {
    id: `R_${sha(fullName, 10)}`,
    owner,
    name,
    description: `The ${name} of ${owner}`,
    homepageUrl: null,
    isArchived: false,
    license: { spdxId: 'MIT', name: 'MIT License' },
    releases: Array.from({ length: releases }, (_, number) => makeRelease(fullName, number)),
    tags: [],
    ...more,
  };
}

/** The release with this number of a repository, published an hour after its commit. */
export function makeRelease(
  fullName: string,
  number: number,
  more: Partial<GithubRelease> = {},
): GithubRelease {
  const tag = `v1.${number}.0`;
  return {
    id: Number.parseInt(sha(`${fullName} ${number}`, 7), 16),
    tag,
    name: `${fullName.split('/')[1]} ${tag}`,
    createdAt: at(number, 0),
    publishedAt: at(number, 1),
    updatedAt: at(number, 1),
    isDraft: false,
    isPrerelease: false,
    immutable: false,
    body: `## Changes\r\n\r\n- change ${number}`,
    author: 'octo-maintainer',
    commit: sha(`commit ${fullName} ${number}`, 40),
    assets: [makeAsset(fullName, number)],
    ...more,
  };
}

export function makeAsset(fullName: string, number: number): GithubAsset {
  return {
    name: `file-${String(number).padStart(3, '0')}.tgz`,
    size: 1000 + number,
    contentType: 'application/gzip',
    digest: `sha256:${sha(`asset ${fullName} ${number}`, 64)}`,
  };
}

export function makeTag(fullName: string, number: number, more: Partial<GithubTag> = {}): GithubTag {
  return {
    name: `v0.${number}.0`,
    commit: sha(`tag ${fullName} ${number}`, 40),
    committedAt: at(number, 0),
    ...more,
  };
}

/** The instant of a day since the first release, at so many hours after noon. */
export function at(day: number, hours: number): string {
  return `${new Date(FIRST_RELEASE + day * DAY + hours * 3_600_000).toISOString().slice(0, 19)}Z`;
}

function sha(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}

import { createHash } from 'node:crypto';
import { encodeSegment } from './encode-segment.ts';

/** Folders of the site, relative to its base and with a final slash. As a link, through `toHref`. */
export function projectPath(id: string): string {
  return `projects/${id}/`;
}

/** The ledger, all of it or of one project. */
export const CHANGES_PATH = 'changes/';

export function projectChangesPath(id: string): string {
  return `${projectPath(id)}${CHANGES_PATH}`;
}

/** The tool that compares two versions of a project. */
export function comparePath(id: string): string {
  return `${projectPath(id)}compare/`;
}

/** The badges of a project, a list or a tag, below its folder. */
export const LATEST_BADGE = 'latest.svg';
export const OUTDATED_BADGE = 'outdated.svg';

/** What others show beside a link to the site, or to a page of a project, below its folder. */
export const SOCIAL_IMAGE = 'social.png';

/** The page of a watchlist, by the name of its file. */
export function listPath(list: string): string {
  return `lists/${list}/`;
}

/** The page of what one kind of source lists, by the type of its purls. */
export function sourcePath(type: string): string {
  return `sources/${type}/`;
}

/** The page of a tag of projects. */
export function tagPath(tag: string): string {
  return `tags/${tag}/`;
}

/** Feeds as subscriptions, beside the feeds of the site, of a list and of a tag. */
export const OPML_FILE = 'subscriptions.opml';

/** The page on which feeds are chosen. */
export const SUBSCRIBE_PATH = 'subscribe/';

/** The archive of the feed, by month. */
export const RELEASES_PATH = 'releases/';

/** Whatever upstream calls a version, its page has an address: of a dot too, and of a thousand characters. */
export function releasePath(id: string, version: string): string {
  return `projects/${id}/${versionSegment(version)}/`;
}

const LONGEST = 200;

// Pages of the project itself stand beside those of its releases; a plain letter is encoded nowhere else, so no two names meet.
const TAKEN = new Set(['archive', 'breaking', 'changes', 'compare', 'major', 'security', 'stable']);
// So do its files: index.html, feeds, pictures.
const LIKE_A_FILE = /^[^%].*\.(?:html|xml|json|svg|png|txt|ics)$/;

function versionSegment(version: string): string {
  if (version === '.' || version === '..') return version.replaceAll('.', '%2e');
  const segment = encodeSegment(version.toWellFormed());
  if (segment.length <= LONGEST && version.isWellFormed()) return apart(segment);
  const hash = createHash('sha256').update(version, 'utf16le').digest('hex').slice(0, 16);
  return `${segment.slice(0, LONGEST).replace(/%[0-9a-f]?$/, '')}~${hash}`;
}

function apart(segment: string): string {
  const isTaken = TAKEN.has(segment) || LIKE_A_FILE.test(segment);
  return isTaken ? `%${segment.charCodeAt(0).toString(16)}${segment.slice(1)}` : segment;
}

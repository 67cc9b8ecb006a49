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

/** The page of a watchlist, by the name of its file. */
export function listPath(list: string): string {
  return `lists/${list}/`;
}

/** The page of a tag of projects. */
export function tagPath(tag: string): string {
  return `tags/${tag}/`;
}

/** The archive of the feed, by month. */
export const RELEASES_PATH = 'releases/';

/** Whatever upstream calls a version, its page has an address: of a dot too, and of a thousand characters. */
export function releasePath(id: string, version: string): string {
  return `projects/${id}/${versionSegment(version)}/`;
}

const LONGEST = 200;

// Pages of the project itself stand beside those of its releases; a plain letter is encoded nowhere else, so no two names meet.
const TAKEN = new Set(['breaking', 'changes', 'compare', 'major', 'security', 'stable']);
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

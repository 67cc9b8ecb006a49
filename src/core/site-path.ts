import { createHash } from 'node:crypto';
import { encodeSegment } from './encode-segment.ts';

/** Folders of the site, relative to its base and with a final slash. As a link, through `toHref`. */
export function projectPath(id: string): string {
  return `projects/${id}/`;
}

/** Whatever upstream calls a version, its page has an address: of a dot too, and of a thousand characters. */
export function releasePath(id: string, version: string): string {
  return `projects/${id}/${versionSegment(version)}/`;
}

const LONGEST = 200;

function versionSegment(version: string): string {
  if (version === '.' || version === '..') return version.replaceAll('.', '%2e');
  const segment = encodeSegment(version.toWellFormed());
  if (segment.length <= LONGEST && version.isWellFormed()) return segment;
  const hash = createHash('sha256').update(version, 'utf16le').digest('hex').slice(0, 16);
  return `${segment.slice(0, LONGEST).replace(/%[0-9a-f]?$/, '')}~${hash}`;
}

/** A folder or file of the site as the path of a link: a `%` in its name is a `%25` in its address. */
export function toHref(base: string, path: string): string {
  return `${base.replace(/\/$/, '')}/${path.replaceAll('%', '%25')}`;
}

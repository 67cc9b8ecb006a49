import { encodeSegment } from './encode-segment.ts';

/** Folders of the site, relative to its base and with a final slash. As a link, through `toHref`. */
export function projectPath(id: string): string {
  return `projects/${id}/`;
}

export function releasePath(id: string, version: string): string {
  return `projects/${id}/${encodeSegment(version)}/`;
}

/** A folder or file of the site as the path of a link: a `%` in its name is a `%25` in its address. */
export function toHref(base: string, path: string): string {
  return `${base.replace(/\/$/, '')}/${path.replaceAll('%', '%25')}`;
}

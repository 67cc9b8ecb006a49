import { toHref } from '../core/to-href.ts';

/** A path below the site as an address relative to it. */
export function addressOf(path: string): string {
  return toHref('', path).slice(1);
}

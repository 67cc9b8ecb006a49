import type { Asking, Reading } from '../package-by-package.ts';

/** What upstreams answer where an image is not, or not any more, or is not shown. */
export const GONE = [404, 410, 451];

export function gone(
  { package: { purl } }: Asking,
  host: string,
  code: number,
): Extract<Reading, { status: 'gone' }> {
  return { status: 'gone', reason: `${host} has no ${purl}, or does not show it to us`, code };
}

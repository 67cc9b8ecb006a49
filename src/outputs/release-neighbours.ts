import { type Html, html } from '../core/html.ts';
import { releasePath } from '../core/site-path.ts';
import { toHref } from '../core/to-href.ts';
import type { Entry } from '../derive/entry.ts';
import type { TrackNeighbours } from '../derive/track-neighbours.ts';

/** What stands beside a release. */
export interface Neighbours {
  /** By date, among all of the project. */
  readonly newer: Entry | undefined;
  readonly older: Entry | undefined;
  /** By version; of what is no version, nothing. */
  readonly onTrack: TrackNeighbours | undefined;
}

/** The ways on: by date, and by version where these lead elsewhere. */
export function releaseNeighbours({ newer, older, onTrack }: Neighbours, base: string): Html {
  const link = (entry: Entry | undefined, side: 'prev' | 'next', words: string) =>
    entry &&
    html`<a rel="${side}" href="${toHref(base, releasePath(entry.project.id, entry.release.version))}"><span>${words}</span> ${entry.version}</a>`;
  const byDate = html`<nav class="neighbours" aria-label="Other releases">${link(older, 'prev', 'Older')}${link(newer, 'next', 'Newer')}</nav>`;
  if (onTrack === undefined || (onTrack.older === older && onTrack.newer === newer)) return byDate;
  const { track } = onTrack;
  if (onTrack.older === undefined && onTrack.newer === undefined) return byDate;
  const byVersion = html`<nav class="neighbours" aria-label="On the line ${track}">${link(onTrack.older, 'prev', `Previous on ${track}`)}${link(onTrack.newer, 'next', `Next on ${track}`)}</nav>`;
  return html`${byVersion}${byDate}`;
}

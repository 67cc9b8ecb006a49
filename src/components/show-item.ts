import { identifierUrl } from '../core/identifier-url.ts';
import { showHidden } from '../core/show-hidden.ts';
import { IDENTIFIER, identifiersIn } from '../derive/meaning/identifiers.ts';
import type { CumulativeItem } from '../derive/upgrade/cumulate.ts';
import { type NotesBetween, SAY_MORE } from '../derive/upgrade/notes-between.ts';
import type { ReleaseItems } from '../derive/upgrade/upgrade-notes.ts';
import { element } from './element.ts';
import { link } from './links.ts';

// What is said in every release is said in these, and in so many more.
const FEW = 4;

/** A thing that several releases may tell, with links to their pages. Names of advisories lead to them. */
export function showItem({ text, releases }: CumulativeItem): HTMLElement {
  const rest = releases.slice(FEW);
  const more =
    rest.length > 0 &&
    element('details', {}, element('summary', {}, `and ${rest.length} more`), ...links(rest));
  return element(
    'li',
    {},
    element('bdi', {}, ...linked(showHidden(text))),
    ' ',
    element('span', { class: 'soft' }, ...links(releases.slice(0, FEW))),
    more || undefined,
  );
}

function links(releases: readonly ReleaseItems[]): (Node | string)[] {
  return releases.flatMap((release, index) => [index > 0 ? ', ' : '', releaseLink(release)]);
}

/** A link to the page of a release, by its version. */
export function releaseLink({ version, path }: Pick<ReleaseItems, 'version' | 'path'>): HTMLElement {
  return element('a', { href: link(path) }, showHidden(version));
}

/** The releases that say more than is listed, with links to their pages. */
export function showCut({ cut }: NotesBetween): HTMLElement | undefined {
  return cut.length === 0 ? undefined : element('p', { class: 'soft' }, `${SAY_MORE}: `, ...links(cut), '.');
}

function linked(text: string): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let end = 0;
  for (const match of text.matchAll(IDENTIFIER)) {
    const [id = match[0]] = identifiersIn(match[0]);
    parts.push(text.slice(end, match.index));
    parts.push(element('a', { href: identifierUrl(id), rel: 'noreferrer' }, match[0]));
    end = match.index + match[0].length;
  }
  return [...parts, text.slice(end)];
}

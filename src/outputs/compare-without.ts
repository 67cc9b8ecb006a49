import { type Html, html } from '../core/html.ts';
import type { Project } from '../core/project.ts';
import { projectPath, releasePath } from '../core/site-path.ts';
import { toHref } from '../core/to-href.ts';
import type { EntryLine } from '../derive/compare/compare-lines.ts';
import { dayInWords } from '../derive/words.ts';

const SHOWN = 30;

/** The versions of a project as links, highest first: what its comparison offers where no script runs. */
export function compareWithout({ id }: Project, lines: readonly EntryLine[], base: string): Html {
  const ordered = lines.flatMap((line) => line.entries.toReversed());
  if (ordered.length === 0) return html`<p>Nothing has been read of it yet.</p>`;
  const items = ordered.slice(0, SHOWN).map(({ version, release, at }) => {
    const path = toHref(base, releasePath(id, release.version));
    return html`<li><a href="${path}">${version}</a>, <time datetime="${at}">${dayInWords(at)}</time></li>`;
  });
  const all = html`<a href="${toHref(base, projectPath(id))}">its page</a>`;
  const rest =
    ordered.length > SHOWN && html`<p>All ${ordered.length.toLocaleString('en-GB')} stand on ${all}.</p>`;
  return html`<p>Its versions, each with its notes and a link to what changed in the code since the one before:</p><ul>${items}</ul>${rest}`;
}

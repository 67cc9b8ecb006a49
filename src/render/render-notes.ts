import type { Root } from 'hast';
import rehypeSanitize from 'rehype-sanitize';
import { checkSize } from './check-size.ts';
import { flavour } from './flavour.ts';
import type { Limits } from './limits.ts';
import { parseHtml } from './parse-html.ts';
import { parseNotes } from './parse-notes.ts';
import { SCHEMA } from './schema.ts';
import type { UpstreamContext } from './upstream-context.ts';
import { writeHtml } from './write-html.ts';

const MOST_PASSES = 4;

const sanitize = rehypeSanitize(SCHEMA);

/**
 * Untrusted markdown → safe HTML. Only to be run in a worker: hostile notes may take it minutes, or all memory.
 * @throws RangeError for notes that are too large or nested too deeply, by the limits or for the stack
 */
export function renderNotes(
  notes: string,
  context: UpstreamContext,
  limits: Pick<Limits, 'nodes' | 'depth'>,
): string {
  const tree = parseNotes(notes, context.hardBreaks ?? false);
  flavour(tree, checkSize(tree, limits), context);
  // Every reference became a link.
  checkSize(tree, limits);
  const html = finish(tree);
  return notes.includes('<') ? settle(html) : html;
}

/** What is sanitised passes unchanged: the proof that it is read as it is written. Exported for that. */
export function sanitizeHtml(html: string): string {
  return finish(parseHtml(html));
}

// Sanitised last: whoever writes it adds only constants.
function finish(tree: Root): string {
  return writeHtml(sanitize(tree)).trim();
}

// Raw HTML may hold elements that keep others apart (a button between two paragraphs). Once they are gone, browsers
// read another tree than the one that was sanitised: so read it again as they do.
function settle(html: string): string {
  let settled = html;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const again = sanitizeHtml(settled);
    if (again === settled) return settled;
    settled = again;
  }
  throw new RangeError('reads differently each time');
}

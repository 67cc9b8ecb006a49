import type { Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { parseFragment } from 'parse5';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { checkSize } from './check-size.ts';
import { flavour } from './flavour.ts';
import type { Limits } from './limits.ts';
import { LINK_RELATION } from './link-relation.ts';
import { SCHEMA } from './schema.ts';
import { isElement } from './steps/is-element.ts';
import { walk } from './steps/walk.ts';
import { toHtml } from './to-html.ts';
import type { UpstreamContext } from './upstream-context.ts';

const MOST_PASSES = 4;

// Sanitised last: after it, only constants are set.
const finisher = unified()
  .use(rehypeSanitize, SCHEMA)
  .use(() => relateLinks)
  .use(rehypeStringify);

/**
 * Untrusted markdown → safe HTML. Only to be run in a worker: hostile notes may take it minutes, or all memory.
 * @throws RangeError for notes that are too large or nested too deeply, by the limits or for the stack
 */
export function renderNotes(
  notes: string,
  context: UpstreamContext,
  limits: Pick<Limits, 'nodes' | 'depth'>,
): string {
  const tree = parseHtml(toHtml(notes, context.hardBreaks ?? false));
  checkSize(tree, limits);
  flavour(tree, context);
  // Every reference became a link.
  checkSize(tree, limits);
  const html = finish(tree);
  return notes.includes('<') ? settle(html) : html;
}

/** What is sanitised passes unchanged: the proof that it is read as it is written. Exported for that. */
export function sanitizeHtml(html: string): string {
  return finish(parseHtml(html));
}

// As `rehype-parse` does, but for the positions of nodes: nobody asks for them, and finding them takes time.
function parseHtml(html: string): Root {
  const tree = fromParse5(parseFragment(html, { scriptingEnabled: false }));
  if (tree.type !== 'root') throw new TypeError('a fragment is no root');
  return tree;
}

function finish(tree: Root): string {
  return finisher.stringify(finisher.runSync(tree)).trim();
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

function relateLinks(root: Root): void {
  walk(root, (node) => {
    if (isElement(node, 'a')) node.properties['rel'] = LINK_RELATION.split(' ');
    return undefined;
  });
}

import type { Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { parseFragment } from 'parse5';

/**
 * Unsafe HTML as browsers read it. As `rehype-parse` does, but for the positions of nodes: nobody asks for them, and
 * finding them takes time.
 */
export function parseHtml(html: string): Root {
  const tree = fromParse5(parseFragment(html, { scriptingEnabled: false }));
  if (tree.type !== 'root') throw new TypeError('a fragment is no root');
  return tree;
}

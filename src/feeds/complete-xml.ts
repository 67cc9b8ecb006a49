import { escapeHtml } from '../core/escape.ts';
import type { FeedDocument, FeedHistory } from './feed-document.ts';

const ARCHIVES = 'xmlns:fh="http://purl.org/syndication/history/1.0"';
const OPENING = /^(<\?xml [^>]*\?>\n)(<[^>]*)>/;
const SELF = /^( *)<((?:atom:)?link) [^>]*rel="self"[^>]*\/>\n/m;

const RELATIONS = [
  ['current', 'current'],
  ['prev-archive', 'previous'],
  ['next-archive', 'next'],
] as const;

/**
 * A feed with what the `feed` package has no words for: a stylesheet of CSS (it writes XSLT alone, which browsers give up), and its
 * place in a history. RSS borrows the links of Atom for that. https://www.rfc-editor.org/rfc/rfc5005#appendix-B
 */
export function completeXml(
  xml: string,
  format: 'atom' | 'rss',
  { stylesheetUrl, history = {} }: FeedDocument,
): string {
  const style =
    stylesheetUrl === undefined
      ? ''
      : `<?xml-stylesheet type="text/css" href="${escapeHtml(stylesheetUrl)}"?>\n`;
  const isArchive = history.current !== undefined;
  return xml
    .replace(OPENING, (_, declaration: string, root: string) =>
      [declaration, style, root, isArchive ? ` ${ARCHIVES}>` : '>'].join(''),
    )
    .replace(SELF, (self, indent: string, name: string) => {
      const links = linksOf(history, name, format);
      const lines = [...(isArchive ? ['<fh:archive/>'] : []), ...links];
      return self + lines.map((line) => `${indent}${line}\n`).join('');
    });
}

function linksOf(history: FeedHistory, name: string, format: 'atom' | 'rss'): string[] {
  return RELATIONS.flatMap(([relation, place]) => {
    const url = history[place]?.[format];
    return url === undefined ? [] : [`<${name} rel="${relation}" href="${escapeHtml(url)}"/>`];
  });
}

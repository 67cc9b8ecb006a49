import { escapeHtml } from '../core/escape.ts';
import type { FeedDocument } from './feed-document.ts';

// The forms of XML that Atom and RSS share, for texts that are clean. https://www.w3.org/TR/xml/

/** An element with others in it, a line each. */
export function element(opening: string, lines: readonly string[], depth: number): string {
  const margin = `\n${'    '.repeat(depth)}`;
  const [name] = opening.split(' ', 1);
  return `<${opening}>${margin}    ${lines.join(`${margin}    `)}${margin}</${name}>`;
}

/** A text where HTML is read, as in titles and summaries. */
export function textAsHtml(value: string): string {
  return `<![CDATA[${escapeHtml(value)}]]>`;
}

/** HTML. Without its `]]>`, of which a first one would end the section, and the rest be markup of the feed. */
export function markup(html: string): string {
  return `<![CDATA[${html.replaceAll(']]>', ']]&gt;')}]]>`;
}

/** A whole document, with the stylesheet for those who open it in a browser. */
export function xmlDocument({ stylesheetUrl }: FeedDocument, root: string): string {
  const style =
    stylesheetUrl === undefined
      ? []
      : [`<?xml-stylesheet type="text/css" href="${escapeHtml(stylesheetUrl)}"?>`];
  return ['<?xml version="1.0" encoding="utf-8"?>', ...style, root, ''].join('\n');
}

const RELATIONS = [
  ['current', 'current'],
  ['prev-archive', 'previous'],
  ['next-archive', 'next'],
] as const;

/** What the root of an archive says beside all else. */
export function archiveNamespace({ history }: FeedDocument): string {
  return history?.current === undefined ? '' : ' xmlns:fh="http://purl.org/syndication/history/1.0"';
}

/** Where a document stands in a history. RSS borrows the links of Atom. https://www.rfc-editor.org/rfc/rfc5005#appendix-B */
export function historyLines(
  { history = {} }: FeedDocument,
  link: string,
  format: keyof FeedDocument['urls'],
): string[] {
  const links = RELATIONS.flatMap(([relation, place]) => {
    const url = history[place]?.[format];
    return url === undefined ? [] : [`<${link} rel="${relation}" href="${escapeHtml(url)}"/>`];
  });
  return history.current === undefined ? links : ['<fh:archive/>', ...links];
}

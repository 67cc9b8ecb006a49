import type { Element, Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

// Written apart from the schema, so that a slip there shows here.
const ELEMENTS = new Set(
  `a b blockquote br caption code dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i input ins kbd li ol
  p pre q rp rt ruby s samp span strong sub summary sup table tbody td tfoot th thead tr ul var`.split(/\s+/),
);
const ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  href: /^(?:https?:\/\/[^\s/@]+(?:\/|$)|mailto:)/,
  rel: /^nofollow ugc noopener noreferrer$/,
  className: /^(?:alert alert-[a-z]+|language-\S+|task-list-item|contains-task-list|)$/,
  title: /^/,
  dir: /^(?:ltr|rtl|auto)$/,
  lang: /^[A-Za-z\d-]+$/,
  align: /^(?:left|right|center)$/,
  start: /^\d+$/,
  colSpan: /^\d+$/,
  rowSpan: /^\d+$/,
  scope: /^(?:col|row)(?:group)?$/,
  open: /^true$/,
  type: /^checkbox$/,
  disabled: /^true$/,
  checked: /^true$/,
  ariaLabel: /^(?:Inc|C)omplete(?:d)? task$/,
};
const DISALLOWED_TEXT = /[\u202A-\u202E\u2066-\u2069[\p{Cc}--[\t\n]]]/v;

/** Everything in a piece of HTML that render/ must never let out, as a browser reads it. */
export function findUnsafe(html: string): string[] {
  const found: string[] = [];
  walk(unified().use(rehypeParse, { fragment: true }).parse(html), found);
  return found;
}

function walk(node: Nodes, found: string[]): void {
  if (node.type === 'text' && DISALLOWED_TEXT.test(node.value))
    found.push(`text ${JSON.stringify(node.value)}`);
  if (node.type === 'comment' || node.type === 'doctype') found.push(node.type);
  if (node.type === 'element') checkElement(node, found);
  if ('children' in node) for (const child of node.children) walk(child, found);
}

function checkElement({ tagName, properties }: Element, found: string[]): void {
  if (!ELEMENTS.has(tagName)) found.push(`<${tagName}>`);
  if (tagName === 'a' && properties['rel'] === undefined) found.push('a without rel');
  if (tagName === 'input' && properties['disabled'] !== true) found.push('an input that takes input');
  for (const [name, value] of Object.entries(properties)) {
    const text = Array.isArray(value) ? value.join(' ') : String(value);
    const isAllowed = Object.hasOwn(ATTRIBUTES, name) && ATTRIBUTES[name]?.test(text);
    if (!isAllowed || DISALLOWED_TEXT.test(text)) found.push(`${tagName} ${name}=${text}`);
  }
}

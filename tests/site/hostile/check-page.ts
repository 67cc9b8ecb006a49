import type { Element, Root, RootContent } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

// No page of ours has one of these, whatever it is about.
const NEVER = new Set(
  `applet area audio base dialog embed fencedframe font form frame frameset iframe image img keygen map marquee math meter object
  param picture plaintext portal slot source style template textarea track video xmp`.split(/\s+/),
);
const HEAD_ONLY = new Set(['title', 'meta', 'link']);
const IN_SVG = new Set('circle desc defs g line path polyline rect svg text title tspan use'.split(' '));
const ATTRIBUTE =
  /^(?:on|style$|srcDoc$|formAction$|action$|ping$|background$|poster$|srcSet$|target$|autoFocus$|xLinkHref$)/;
const LINK = /^(?:https?:\/\/|mailto:)/;

/** What every page is made of, beside what it shows. */
const LANDMARKS = { html: 1, head: 1, title: 1, body: 1, main: 1, h1: 1 } as const;

/** What a page holds that no page of ours may hold, or lacks that every page has: a line each. */
export function checkPage(html: string, base: string): string[] {
  const tree = parsePage(html);
  const found: string[] = [];
  const counts = new Map<string, number>();
  const ids = new Set<string>();
  for (const { element, path } of elementsOf(tree)) {
    if (!path.includes('svg')) counts.set(element.tagName, (counts.get(element.tagName) ?? 0) + 1);
    found.push(...checkElement(element, path, base));
    const { id } = element.properties;
    if (id === undefined) continue;
    if (ids.has(String(id))) found.push(`two elements have the id ${id}`);
    ids.add(String(id));
  }
  for (const [name, count] of Object.entries(LANDMARKS)) {
    if (counts.get(name) !== count) found.push(`${counts.get(name) ?? 0} × <${name}>`);
  }
  if (!ids.has('main')) found.push('the content has no id');
  return found;
}

/** All that a page says, as a reader finds it. */
export function textOf(html: string): string {
  const texts: string[] = [];
  const walk = (node: Root | RootContent) => {
    if (node.type === 'text') texts.push(node.value);
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(parsePage(html));
  return texts.join(' ');
}

function parsePage(html: string): Root {
  return unified().use(rehypeParse).parse(html);
}

interface Found {
  readonly element: Element;
  /** The names of what it stands in. */
  readonly path: readonly string[];
}

function* elementsOf(node: Root | Element, path: readonly string[] = []): Generator<Found> {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    yield { element: child, path };
    yield* elementsOf(child, [...path, child.tagName]);
  }
}

/** A badge, or the field of /subscribe/ that holds addresses. */
function isOurs(tagName: string, { src, id }: Element['properties'], base: string): boolean {
  if (tagName === 'textarea') return id === 'addresses';
  return tagName === 'img' && String(src).startsWith(base) && String(src).endsWith('.svg');
}

function checkElement({ tagName, properties }: Element, path: readonly string[], base: string): string[] {
  const found: string[] = [];
  const isInSvg = path.includes('svg');
  if (NEVER.has(tagName) && !isOurs(tagName, properties, base)) found.push(`<${tagName}>`);
  if (isInSvg && !IN_SVG.has(tagName)) found.push(`<${tagName}> in a drawing`);
  if (!isInSvg && HEAD_ONLY.has(tagName) && !path.includes('head')) found.push(`<${tagName}> in the body`);
  if (tagName === 'script' && !String(properties['src']).startsWith(`${base}_astro/`)) found.push('a script');
  if (tagName === 'meta' && properties['httpEquiv'] !== undefined) {
    if (String(properties['httpEquiv']) !== 'content-security-policy') found.push('<meta http-equiv>');
  }
  for (const [name, value] of Object.entries(properties)) {
    if (ATTRIBUTE.test(name)) found.push(`${tagName} ${name}=${value}`);
    const leads = name === 'href' || name === 'src' || name === 'cite' || name === 'data';
    if (leads && !leadsWell(tagName, String(value), base)) found.push(`${tagName} ${name}=${value}`);
  }
  return found;
}

// What the page itself loads is ours; where it leads to may be anywhere on the web.
function leadsWell(tagName: string, address: string, base: string): boolean {
  if (/^(?:#|\.\.?\/)/.test(address) || (address.startsWith(base) && !address.startsWith('//'))) return true;
  return tagName === 'a' || tagName === 'link' ? LINK.test(address) : false;
}

import type { Element, Root } from 'hast';
import { LINK_RELATION } from './link-relation.ts';

const EMPTY = new Set(['br', 'hr', 'input']);

// How the attributes that `SCHEMA` lets through are written.
const NAMES: ReadonlyMap<string, string> = new Map([
  ...['align', 'checked', 'dir', 'disabled', 'href', 'lang', 'open', 'scope', 'start', 'title', 'type'].map(
    (name): [string, string] => [name, name],
  ),
  ['ariaLabel', 'aria-label'],
  ['className', 'class'],
  ['colSpan', 'colspan'],
  ['rowSpan', 'rowspan'],
]);

/**
 * A sanitised tree as HTML, its links marked as upstream's. As `hast-util-to-html` writes it, letter by letter, in a
 * fraction of its time.
 * @throws TypeError for what the sanitiser cannot have let through
 */
export function writeHtml({ children }: Root | Element): string {
  let html = '';
  for (const child of children) html += writeNode(child);
  return html;
}

function writeNode(node: Root['children'][number]): string {
  if (node.type === 'text') return writeText(node.value);
  if (node.type !== 'element') throw new TypeError(`a ${node.type} in a sanitised tree`);
  const { tagName, properties } = node;
  const relation = tagName === 'a' ? ` rel="${LINK_RELATION}"` : '';
  const start = `<${tagName}${writeAttributes(properties)}${relation}>`;
  return EMPTY.has(tagName) ? start : `${start}${writeHtml(node)}</${tagName}>`;
}

function writeAttributes(properties: Element['properties']): string {
  let html = '';
  for (const property in properties) {
    const name = NAMES.get(property);
    if (name === undefined) throw new TypeError(`an attribute ${property} in a sanitised tree`);
    const value = properties[property];
    html += value === true ? ` ${name}` : ` ${name}="${writeValue(value)}"`;
  }
  return html;
}

// Most texts have nothing to escape, and to ask is cheaper than to replace.
function writeText(text: string): string {
  return /[<&]/.test(text) ? text.replace(/[<&]/g, reference) : text;
}

function writeValue(value: Element['properties'][string]): string {
  const text = Array.isArray(value) ? value.join(' ') : String(value);
  return /[&"'`\0]/.test(text) ? text.replace(/[&"'`\0]/g, reference) : text;
}

function reference(character: string): string {
  return `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;
}

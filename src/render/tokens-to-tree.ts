import type { ElementContent, Properties, Root } from 'hast';
import { type MarkedToken, Parser, type Token, type Tokens } from 'marked';
import { makeElement } from './steps/make-element.ts';
import { makeText } from './steps/make-text.ts';

// The items of a list come with it. What is `html` has to be read as HTML.
type Kind = Exclude<MarkedToken['type'], 'html' | 'list_item'>;
type Known = { readonly [K in Kind]: Extract<MarkedToken, { type: K }> };
type KnownToken<K extends Kind = Kind> = { [Each in K]: Known[Each] & { readonly type: Each } }[K];
type Builders = { readonly [K in Kind]: (token: Known[K], into: ElementContent[]) => void };

const BUILDERS: Builders = {
  space: () => {},
  def: () => {},
  hr: (_, into) => addBlock(into, 'hr', []),
  br: (_, into) => add(into, 'br', []),
  text: ({ text, tokens }, into) => (tokens === undefined ? addText(into, text) : addAll(tokens, into)),
  escape: ({ text }, into) => addText(into, text),
  codespan: ({ text }, into) => add(into, 'code', [makeText(text)]),
  strong: ({ tokens }, into) => add(into, 'strong', build(tokens)),
  em: ({ tokens }, into) => add(into, 'em', build(tokens)),
  del: ({ tokens }, into) => add(into, 'del', build(tokens)),
  paragraph: ({ tokens }, into) => addBlock(into, 'p', build(tokens)),
  heading: ({ depth, tokens }, into) => addBlock(into, `h${depth}`, build(tokens)),
  blockquote: ({ tokens }, into) => addBlock(into, 'blockquote', build(tokens, [newline()])),
  code: addCode,
  list: addList,
  checkbox: addCheckbox,
  table: addTable,
  link: addLink,
  image: addImage,
};

/** What marked read, as the tree that browsers read from what marked would have written. */
export function tokensToTree(tokens: readonly Token[]): Root {
  return { type: 'root', children: build(tokens) };
}

function build(tokens: readonly Token[], into: ElementContent[] = []): ElementContent[] {
  addAll(tokens, into);
  return into;
}

function addAll(tokens: readonly Token[], into: ElementContent[]): void {
  for (const token of tokens) {
    if (!isKnown(token)) throw new TypeError(`no node for a token ${token.type}`);
    addKnown(token, into);
  }
}

function isKnown(token: Token): token is KnownToken {
  return Object.hasOwn(BUILDERS, token.type);
}

function addKnown<K extends Kind>(token: KnownToken<K>, into: ElementContent[]): void {
  BUILDERS[token.type](token, into);
}

function add(
  into: ElementContent[],
  tagName: string,
  children: ElementContent[],
  properties: Properties = {},
): void {
  into.push(makeElement(tagName, properties, children));
}

function addBlock(
  into: ElementContent[],
  tagName: string,
  children: ElementContent[],
  properties?: Properties,
): void {
  add(into, tagName, children, properties);
  addText(into, '\n');
}

function addText(into: ElementContent[], text: string): void {
  const last = into.at(-1);
  if (last?.type === 'text') last.value += text;
  else if (text !== '') into.push(makeText(text));
}

function newline(): ElementContent {
  return makeText('\n');
}

function addCode({ text, lang }: Tokens.Code, into: ElementContent[]): void {
  const [language = ''] = /^\S*/.exec(lang ?? '') ?? [];
  const properties = language === '' ? {} : { className: [`language-${language}`] };
  const code: ElementContent[] = [];
  add(code, 'code', text === '' ? [] : [makeText(`${text.replace(/\n$/, '')}\n`)], properties);
  addBlock(into, 'pre', code);
}

function addList({ ordered, start, items }: Tokens.List, into: ElementContent[]): void {
  const children = [newline()];
  for (const item of items) addBlock(children, 'li', build(item.tokens));
  addBlock(into, ordered ? 'ol' : 'ul', children, ordered && start !== 1 ? { start } : {});
}

function addCheckbox({ checked }: Tokens.Checkbox, into: ElementContent[]): void {
  add(into, 'input', [], { ...(checked && { checked }), disabled: true, type: 'checkbox' });
  addText(into, ' ');
}

function addTable({ header, rows }: Tokens.Table, into: ElementContent[]): void {
  const head = [newline()];
  addRow(header, head);
  const children = [newline()];
  addBlock(children, 'thead', head);
  const body: ElementContent[] = [];
  for (const row of rows) addRow(row, body);
  if (rows.length > 0) add(children, 'tbody', body);
  addBlock(into, 'table', children);
}

function addRow(cells: readonly Tokens.TableCell[], into: ElementContent[]): void {
  const children = [newline()];
  for (const { header, align, tokens } of cells) {
    addBlock(children, header ? 'th' : 'td', build(tokens), align === null ? {} : { align });
  }
  addBlock(into, 'tr', children);
}

function addLink({ href, title, tokens }: Tokens.Link, into: ElementContent[]): void {
  add(into, 'a', build(tokens), { href: cleanAddress(href), ...(title && { title }) });
}

const alternatives = new Parser();

function addImage({ href, title, text, tokens }: Tokens.Image, into: ElementContent[]): void {
  const alt = tokens === undefined ? text : alternatives.parseInline(tokens, alternatives.textRenderer);
  add(into, 'img', [], { src: cleanAddress(href), alt, ...(title && { title }) });
}

// As marked writes addresses. Throws for half a character, which well-formed notes do not hold.
function cleanAddress(href: string): string {
  return encodeURI(href).replaceAll('%25', '%');
}

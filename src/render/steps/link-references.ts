import type { Element, ElementContent, Root, Text } from 'hast';
import type { UpstreamRepository } from '../upstream-repository.ts';
import { isElement } from './is-element.ts';
import { makeElement } from './make-element.ts';
import { makeText } from './make-text.ts';
import { walk } from './walk.ts';

const VERBATIM = ['a', 'code', 'pre', 'kbd', 'samp'];

const SLUG = '[A-Za-z\\d][A-Za-z\\d-]{0,38}/[\\w.-]{1,100}';
// With a digit and a letter, else it is a number or a word; 32 digits are an MD5 sum.
const HASH = '(?=[a-f]*\\d)(?=\\d*[a-f])(?![0-9a-f]{32}(?![0-9a-f]))[0-9a-f]{7,40}';
const USER = '[A-Za-z\\d](?:-?[A-Za-z\\d]){0,38}';
const REFERENCE = new RegExp(
  [
    '(?<![\\w@#/.:-])(?:',
    `(?<other>${SLUG})?(?:#(?<number>\\d{1,9})|(?<=[\\w.-])@(?<otherHash>${HASH}))`,
    '|GH-(?<old>\\d{1,9})',
    // `@scope/name` is a package.
    `|@(?<user>${USER})(?<bot>\\[bot\\])?(?!/)`,
    `|(?<hash>${HASH})`,
    ')(?![\\w@-]|\\.\\w)',
  ].join(''),
  'g',
);
// What every reference holds. Most texts have none, and this tells so in a fraction of the time.
const HINT = /[#@]|GH-|[a-f\d]{7}/;

/** Links `#123`, `owner/name#123`, `@user`, `@app[bot]` and commit hashes in running text, as GitHub does. */
export function linkReferences(root: Root, repository: UpstreamRepository): void {
  walk(root, (node) => {
    if (node.type === 'text') return splitAtReferences(node.value, repository);
    return isElement(node, ...VERBATIM) ? 'skip' : undefined;
  });
}

/** Undefined for a text without references. */
function splitAtReferences(text: string, repository: UpstreamRepository): (Text | Element)[] | undefined {
  if (!HINT.test(text)) return undefined;
  const parts: (Text | Element)[] = [];
  let end = 0;
  for (const { 0: match, index, groups = {} } of text.matchAll(REFERENCE)) {
    const link = linkTo(match, groups, repository);
    if (link === undefined) continue;
    if (index > end) parts.push(makeText(text.slice(end, index)));
    parts.push(link);
    end = index + match.length;
  }
  if (parts.length === 0) return undefined;
  if (end < text.length) parts.push(makeText(text.slice(end)));
  return parts;
}

function linkTo(
  match: string,
  groups: Readonly<Record<string, string | undefined>>,
  { url, origin, isGithub }: UpstreamRepository,
): Element | undefined {
  const { other, number = groups['old'], otherHash, hash = otherHash, user, bot } = groups;
  const repository = other === undefined ? url : `${origin}/${other}`;
  if (number !== undefined) return makeLink(`${repository}/issues/${number}`, makeText(match));
  if (hash !== undefined) {
    const prefix = other === undefined ? '' : `${other}@`;
    const code = makeElement('code', {}, [makeText(prefix + hash.slice(0, 7))]);
    return makeLink(`${repository}/commit/${hash}`, code);
  }
  // Only there do we know what an @ means.
  if (user === undefined || !isGithub) return undefined;
  return makeLink(`${origin}/${bot === undefined ? '' : 'apps/'}${user}`, makeText(match));
}

function makeLink(href: string, content: ElementContent): Element {
  return makeElement('a', { href }, [content]);
}

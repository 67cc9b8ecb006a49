import assert from 'node:assert/strict';
import { test } from 'node:test';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { FeedDocument } from '../../src/feeds/feed-document.ts';
import { FEED_FORMATS } from '../../src/feeds/formats.ts';

const MARKS = `?a=1&amp;b <c> "d" 'e' ]]>`;
const HARMFUL = '\u0007\u202e';
const urls = { rss: `rss${MARKS}`, atom: `atom${MARKS}`, json: `json${MARKS}` };

const document: FeedDocument = {
  id: `id${MARKS}`,
  title: `title${HARMFUL}${MARKS}`,
  description: `description${HARMFUL}${MARKS}`,
  pageUrl: `page${MARKS}`,
  urls,
  history: { previous: urls, next: urls, current: urls },
  items: [
    {
      id: `entry-id${HARMFUL}${MARKS}`,
      title: 'one',
      url: `entry-url${HARMFUL}${MARKS}`,
      published: '2026-10-01T00:00:00Z',
      updated: '2026-10-01T00:00:00Z',
      summary: '',
      tags: [`tag${HARMFUL}${MARKS}`],
    },
  ],
};

const links = (format: string) => Array.from({ length: 4 }, () => `${format}${MARKS}`);
const texts = ['title', 'description', 'page', 'entry-id', 'entry-url', 'tag'].map((name) => name + MARKS);

const seen: Readonly<Record<string, readonly string[]>> = {
  atom: [...texts, `id${MARKS}`, `tag${MARKS}`, ...links('atom')],
  rss: [...texts, ...links('rss')],
  json: [...texts, `json${MARKS}`, `json${MARKS}`],
};

/** All texts and attributes, at any depth. */
function leavesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [];
}

function readXml(text: string): string[] {
  assert.equal(XMLValidator.validate(text), true);
  const leaves = leavesOf(new XMLParser({ ignoreAttributes: false, processEntities: false }).parse(text));
  return leaves.map((leaf) =>
    leaf
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&'),
  );
}

for (const { id, render } of FEED_FORMATS) {
  test(`whatever stands in a field of ${id}, it is read as it was, without what nobody may see`, () => {
    const text = render(document);
    const leaves = id === 'json' ? leavesOf(JSON.parse(text)) : readXml(text);
    assert.deepEqual(leaves.filter((leaf) => leaf.endsWith(MARKS)).sort(), [...(seen[id] ?? [])].sort());
    assert.doesNotMatch(text, /[^\P{Cc}\n]|\\u0007|\u202e/u);
  });
}

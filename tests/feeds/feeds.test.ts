import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { parseFeed } from 'feedsmith';
import { type FeedDocument, type FeedEntry, updatedAt } from '../../src/feeds/feed-document.ts';
import { FEED_FORMATS } from '../../src/feeds/formats.ts';
import { assertGolden } from '../golden.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';

function anEntry(index: number, fields: Partial<FeedEntry> = {}): FeedEntry {
  const day = String(28 - (index % 28)).padStart(2, '0');
  return {
    id: `pkg:npm/tool@1.0.${index}`,
    title: `Tool 1.0.${index}`,
    url: `https://tidings.example/projects/tool/1.0.${index}/`,
    published: `2026-10-${day}T10:00:00Z`,
    updated: `2026-10-${day}T11:00:00Z`,
    html: `<p>Whole text ${index}</p>`,
    summary: `Summary ${index}`,
    tags: ['infra'],
    ...fields,
  };
}

function aFeed(items: readonly FeedEntry[], fields: Partial<FeedDocument> = {}): FeedDocument {
  return {
    id: 'https://tidings.example/',
    title: 'Tidings',
    description: 'Releases of what we depend on',
    pageUrl: 'https://tidings.example/',
    urls: {
      rss: 'https://tidings.example/feed.xml',
      atom: 'https://tidings.example/atom.xml',
      json: 'https://tidings.example/feed.json',
    },
    items,
    ...fields,
  };
}

const HOSTILE = aFeed(
  HOSTILE_TEXTS.map((title, index) =>
    anEntry(index, {
      title,
      summary: title,
      html: `<p>a ]]> b ]]\u0008> \u0008 <a href="https://e.test/?a=1&amp;b=2">c</a></p>`,
      tags: ['a', 'b-2'],
    }),
  ),
  { title: 'Team <b>&</b> ]]> \ud800 \u0007', description: ']]><script>' },
);

function parsed(format: (typeof FEED_FORMATS)[number], document: FeedDocument) {
  return parseFeed(format.render(document));
}

/** What a reader sees of each entry: id, title, link, whole text, summary. */
function entriesSeen(format: (typeof FEED_FORMATS)[number], document: FeedDocument) {
  const read = parsed(format, document);
  if (read.format === 'rss') {
    return (read.feed.items ?? []).map((item) => [
      item.guid?.value,
      item.title,
      item.link,
      item.content?.encoded,
      item.description,
    ]);
  }
  if (read.format === 'atom') {
    return (read.feed.entries ?? []).map((entry) => [
      entry.id,
      entry.title?.value,
      entry.links?.[0]?.href,
      entry.content?.value,
      entry.summary?.value,
    ]);
  }
  assert.ok(read.format === 'json');
  return (read.feed.items ?? []).map((item) => [
    item.id,
    item.title,
    item.url,
    item.content_html,
    item.summary,
  ]);
}

for (const format of FEED_FORMATS) {
  describe(`${format.title} feed`, () => {
    test('of hostile text is byte for byte as it was', () => {
      assertGolden(`feeds/hostile.${format.file}`, format.render(HOSTILE));
    });

    test('of plain entries reads as it was meant', () => {
      const document = aFeed([anEntry(0), anEntry(1)]);
      assert.equal(parsed(format, document).format, format.id);
      assert.deepEqual(
        entriesSeen(format, document),
        document.items.map(({ id, title, url, html, summary }) => [id, title, url, html, summary]),
      );
    });

    test('holds 50 entries, whole where their text is given', () => {
      const document = aFeed(
        Array.from({ length: 60 }, (_, index) => {
          const { html, ...summarised } = anEntry(index);
          return index < 15 && html !== undefined ? { ...summarised, html } : summarised;
        }),
      );
      const seen = entriesSeen(format, document);
      assert.equal(seen.length, 50);
      assert.deepEqual(
        seen.map((entry) => entry[0]),
        document.items.slice(0, 50).map(({ id }) => id),
      );
      assert.ok(seen.every((entry, index) => index < 15 === (entry[3] !== undefined)));
      assert.deepEqual(
        seen.map((entry) => entry[4]),
        document.items.slice(0, 50).map(({ summary }) => summary),
      );
    });

    test('of nothing is a feed', () => {
      assert.deepEqual(entriesSeen(format, aFeed([])), []);
      assert.equal(format.render(aFeed([])), format.render(aFeed([])));
    });

    test('ends in one line feed, and has no character that its readers refuse', () => {
      const text = format.render(HOSTILE);
      assert.match(text, /[^\n]\n$/);
      assert.ok(text.isWellFormed());
      assert.doesNotMatch(text, /[^\P{Cc}\t\n\r]|\\u[dD][89a-fA-F]/u);
    });
  });
}

describe('XML feeds', () => {
  for (const format of FEED_FORMATS.filter(({ id }) => id !== 'json')) {
    const text = format.render(HOSTILE);

    test(`${format.title} is well-formed, whatever upstream writes`, () => {
      assert.equal(XMLValidator.validate(text), true);
    });

    test(`${format.title} shows titles and summaries as text, and the whole text as it is`, () => {
      const { rss, feed } = new XMLParser({ processEntities: false, trimValues: false }).parse(text);
      const entries = rss?.channel.item ?? feed.entry;
      const shown = (html: string) =>
        html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
      assert.equal(shown(entries[1].title), HOSTILE_TEXTS[1]);
      assert.equal(entries[2].title, '&lt;script&gt;alert(1)&lt;/script&gt;');
      assert.equal(shown(entries[3].title), 'control [31m and  and ');
      assert.equal(shown(entries[4].title), 'emoji \u{1f600} and a lone \ufffd surrogate \ufffd');
      assert.equal(entries[5].title, 'entities &amp; &amp;amp; &amp;#39; &quot; &#39;');
      const html = '<p>a ]]&gt; b ]]&gt;  <a href="https://e.test/?a=1&amp;b=2">c</a></p>';
      assert.equal(entries[0]['content:encoded'] ?? entries[0].content, html);
    });
  }
});

describe('the time of a feed', () => {
  test('is that of its newest change, wherever it stands', () => {
    const updated = '2026-12-24T00:00:00Z';
    const document = aFeed([anEntry(0), anEntry(1, { updated }), anEntry(2)]);
    assert.equal(updatedAt(document), updated);
    const [atom, rss] = FEED_FORMATS;
    assert.ok(atom !== undefined && rss !== undefined);
    const readAtom = parsed(atom, document);
    assert.ok(readAtom.format === 'atom' && readAtom.feed.updated === '2026-12-24T00:00:00.000Z');
    const readRss = parsed(rss, document);
    assert.ok(readRss.format === 'rss' && readRss.feed.lastBuildDate === 'Thu, 24 Dec 2026 00:00:00 GMT');
  });

  test('is the epoch for an empty one: there is no clock', () => {
    assert.equal(updatedAt(aFeed([])), '1970-01-01T00:00:00Z');
  });

  test('of an entry is its publication and its last change', () => {
    const json = FEED_FORMATS.find(({ id }) => id === 'json');
    assert.ok(json !== undefined);
    const { items } = JSON.parse(json.render(aFeed([anEntry(0)])));
    assert.deepEqual(
      [items[0].date_published, items[0].date_modified],
      ['2026-10-28T10:00:00Z', '2026-10-28T11:00:00Z'],
    );
  });
});

describe('formats', () => {
  test('have a file each, and its address in the document', () => {
    const document = aFeed([]);
    for (const { id, file } of FEED_FORMATS)
      assert.equal(document.urls[id], `https://tidings.example/${file}`);
    assert.equal(new Set(FEED_FORMATS.map(({ file }) => file)).size, 3);
  });
});

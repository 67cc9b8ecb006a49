import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { FeedItem } from '../../../src/sources/feed/feed-item.ts';
import type { FeedText } from '../../../src/sources/feed/feed-text.ts';
import { readFeed } from '../../../src/sources/feed/read-feed.ts';
import { atom, rss } from '../../upstream/feed.ts';

const ADDRESS = 'https://acme.example/news/feed.xml';

function only(form: FeedText['form'], text: string): FeedItem {
  const { items } = readFeed({ form, text }, ADDRESS);
  assert.equal(items.length, 1);
  return items[0] ?? assert.fail();
}

const rdf = (item: string) =>
  `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="c"><title>T</title><link>/t</link><description>D</description></channel><item ${item}</item></rdf:RDF>`;
const json = (item: object) =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'T', items: [item] });
const withNames = (feed: string) =>
  feed.replace(
    '<rss ',
    '<rss xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" ',
  );

describe('an entry', () => {
  const bare = { publishedAt: undefined, url: undefined, author: undefined, notes: '' };
  const cases: [string, FeedItem, FeedItem][] = [
    [
      'of RSS 2.0',
      only(
        'rss',
        withNames(
          rss(
            '<title><![CDATA[ Acme <1.0> ]]></title><guid isPermaLink="false">1</guid><link>\n/a?b=c&amp;d\n</link><author>ann@acme.example (Ann)</author><pubDate>01 Jan 2026</pubDate><description>short</description><content:encoded><![CDATA[<p>long &amp; wide</p>]]></content:encoded>',
          ),
        ),
      ),
      {
        id: '1',
        title: 'Acme <1.0>',
        publishedAt: '2026-01-01T00:00:00Z',
        url: 'https://acme.example/a?b=c&d',
        author: 'Ann',
        notes: '<p>long &amp; wide</p>',
      },
    ],
    [
      'of RSS 2.0, with the words of Dublin Core',
      only(
        'rss',
        withNames(
          rss(
            '<dc:title>1.0</dc:title><guid>1</guid><dc:date>2026-01-01</dc:date><dc:creator>Bob</dc:creator>',
          ),
        ),
      ),
      { ...bare, id: '1', title: '1.0', publishedAt: '2026-01-01T00:00:00Z', author: 'Bob' },
    ],
    [
      'of RSS 1.0',
      only(
        'rdf',
        rdf(
          'rdf:about="urn:1"><title>1.0</title><link>one</link><description>d</description><dc:date>2026-01-01T00:00:00+01:00</dc:date><dc:creator>Bob</dc:creator>',
        ),
      ),
      {
        id: 'urn:1',
        title: '1.0',
        publishedAt: '2025-12-31T23:00:00Z',
        url: 'https://acme.example/news/one',
        author: 'Bob',
        notes: 'd',
      },
    ],
    [
      'of Atom',
      only(
        'atom',
        atom(
          '<id>urn:1</id><title type="html">&lt;b&gt;Acme&lt;/b&gt; 1.0 &amp;amp; more</title><link rel="enclosure" href="/x.zip"/><link rel="alternate" href="/one"/><published>2026-01-01T00:00:00Z</published><updated>2026-01-02T00:00:00Z</updated><summary>short</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>long</p></div></content><author><name>Ann</name></author>',
        ),
      ),
      {
        id: 'urn:1',
        title: 'Acme 1.0 & more',
        publishedAt: '2026-01-01T00:00:00Z',
        url: 'https://acme.example/one',
        author: 'Ann',
        notes: '<p>long</p>',
      },
    ],
    [
      'of Atom, with less',
      only(
        'atom',
        atom(
          '<id>urn:1</id><title>a &lt;b&gt;</title><updated>2026-01-02T00:00:00Z</updated><summary>short</summary>',
        ),
      ),
      { ...bare, id: 'urn:1', title: 'a <b>', publishedAt: '2026-01-02T00:00:00Z', notes: 'short' },
    ],
    [
      'of JSON Feed',
      only(
        'json',
        json({
          id: 5,
          title: '1.0',
          url: 'https://acme.example/5',
          content_html: '<p>x',
          date_published: '2026-01-01T00:00:00Z',
          authors: [{ name: 'Ann' }],
        }),
      ),
      {
        id: '5',
        title: '1.0',
        publishedAt: '2026-01-01T00:00:00Z',
        url: 'https://acme.example/5',
        author: 'Ann',
        notes: '<p>x',
      },
    ],
    [
      'of JSON Feed, with less',
      only('json', json({ id: '5', content_text: 't', external_url: '/e', date_modified: '2026-01-01' })),
      {
        ...bare,
        id: '5',
        title: '5',
        notes: 't',
        url: 'https://acme.example/e',
        publishedAt: '2026-01-01T00:00:00Z',
      },
    ],
  ];
  for (const [name, item, expected] of cases) test(name, () => assert.deepEqual(item, expected));

  test('of an Atom feed is by the feed’s author where it names none', () => {
    const feed = atom('<id>1</id><title>x</title>').replace(
      '<entry>',
      '<author><name>Acme</name></author><entry>',
    );
    assert.equal(only('atom', feed).author, 'Acme');
  });
});

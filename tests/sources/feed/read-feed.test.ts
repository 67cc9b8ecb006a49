import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FormatError } from '../../../src/platform/errors.ts';
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

describe('what tells an entry', () => {
  const id = (item: string) => only('rss', rss(item)).id;

  test('is its guid, else its link, else its title and date', () => {
    assert.equal(id('<guid> urn:1 </guid><link>/a</link>'), 'urn:1');
    assert.equal(id('<link>/a</link>'), 'https://acme.example/a');
    const hashes = [
      '<title>a</title>',
      '<title>b</title>',
      '<title>a</title><pubDate>01 Jan 2026</pubDate>',
    ].map(id);
    assert.equal(new Set(hashes).size, 3);
    assert.ok(hashes.every((hash) => /^[\da-f]{64}$/.test(hash)));
  });

  test('is short', () => assert.match(id(`<guid>${'x'.repeat(2000)}</guid>`), /^[\da-f]{64}$/));

  test('is not there: it is dropped and counted', () => {
    const text = rss(
      '<description>x</description>',
      '<title>1.0</title>',
      '<link>javascript:alert(1)</link>',
    );
    const { items, dropped } = readFeed({ form: 'rss', text }, ADDRESS);
    assert.deepEqual([items.map(({ title }) => title), dropped], [['1.0'], 2]);
  });
});

describe('the link of an entry', () => {
  const link = (item: string) => only('rss', rss(`<title>x</title>${item}`)).url;
  const cases: [string, string | undefined][] = [
    ['<link>https://a.example/b</link>', 'https://a.example/b'],
    ['<link>http://a.example/b</link>', 'http://a.example/b'],
    ['<link>../c d</link>', 'https://acme.example/c%20d'],
    ['<link>javascript:alert(1)</link>', undefined],
    ['<link>data:text/html,x</link>', undefined],
    ['<link>https://user:word@a.example/</link>', undefined],
    [`<link>https://a.example/${'x'.repeat(2048)}</link>`, undefined],
    ['<guid>https://a.example/g</guid>', 'https://a.example/g'],
    ['<guid isPermaLink="false">https://a.example/g</guid>', undefined],
    ['<guid>123</guid>', undefined],
    ['<link>javascript:x</link><guid>https://a.example/g</guid>', 'https://a.example/g'],
  ];
  for (const [item, expected] of cases) test(item.slice(0, 60), () => assert.equal(link(item), expected));

  test('counts from the bases within each other', () => {
    const feed = atom('<id>1</id><title>x</title><link href="c"/>');
    const based = (base: string, entry: string) =>
      only(
        'atom',
        feed.replace('<feed ', `<feed xml:base="${base}" `).replace('<entry>', `<entry xml:base="${entry}">`),
      ).url;
    assert.equal(based('/a/', 'b/'), 'https://acme.example/a/b/c');
    assert.equal(based('https://x.example/a/', '/b/'), 'https://x.example/b/c');
    assert.equal(based('https://x.example/a/', 'http://['), 'https://x.example/a/c');
    assert.equal(based('javascript:1', 'b/'), undefined);
  });
});

describe('the author of an entry', () => {
  for (const [text, expected] of [
    ['Ann', 'Ann'],
    ['ann@acme.example (Ann Lee)', 'Ann Lee'],
    ['ann@acme.example', undefined],
    [' ', undefined],
    ['x'.repeat(300), 'x'.repeat(200)],
  ] as const) {
    test(text.slice(0, 40), () =>
      assert.equal(only('rss', rss(`<title>x</title><author>${text}</author>`)).author, expected),
    );
  }
});

test('half a character in a title is replaced', () => {
  assert.equal(only('json', json({ id: '1', title: 'a\ud800' })).title, 'a\ufffd');
});

describe('a title', () => {
  for (const [name, text, expected] of [
    ['of two lines', 'a\n\tb', 'a b'],
    ['with control characters', 'a\u0007b\u0085c', 'abc'],
    ['with characters by number', 'a&#x41;&#10;b', 'aA b'],
    ['that only looks like HTML', 'List&lt;T&gt;', 'List<T>'],
  ] as const) {
    test(name, () => assert.equal(only('rss', rss(`<title>${text}</title>`)).title, expected));
  }
});

describe('a feed', () => {
  test('has a title, a description and a page', () => {
    const { items: _, ...about } = readFeed({ form: 'rdf', text: rdf('rdf:about="1">') }, ADDRESS);
    assert.deepEqual(about, { title: 'T', description: 'D', homepage: 'https://acme.example/t', dropped: 0 });
    const text = atom().replace(
      '<id>',
      '<subtitle>S</subtitle><link rel="self" href="/f"/><link href="/home"/><id>',
    );
    const { title, description, homepage } = readFeed({ form: 'atom', text }, ADDRESS);
    assert.deepEqual([title, description, homepage], ['Acme news', 'S', 'https://acme.example/home']);
    const feed = JSON.stringify({
      version: 'https://jsonfeed.org/version/1',
      title: 'J',
      home_page_url: '/j',
      description: 'd',
      items: [],
    });
    const read = readFeed({ form: 'json', text: feed }, ADDRESS);
    assert.deepEqual([read.title, read.description, read.homepage], ['J', 'd', 'https://acme.example/j']);
  });

  const broken: [string, FeedText['form'], string][] = [
    ['empty RSS', 'rss', '<rss version="2.0"></rss>'],
    ['RSS that breaks off', 'rss', '<rss version="2.0"><channel><title>x</title><item><description>'],
    ['a hundred thousand levels', 'rss', `<rss version="2.0"><channel>${'<a>'.repeat(100_000)}`],
    ['empty Atom', 'atom', '<feed xmlns="http://www.w3.org/2005/Atom"></feed>'],
    ['another JSON', 'json', '{"title":"x"}'],
    ['no JSON', 'json', '{"title":'],
    ['deep JSON', 'json', `{"version":"https://jsonfeed.org/version/1","items":${'['.repeat(100_000)}`],
    [
      'a prototype',
      'rss',
      '<rss version="2.0"><channel><title>x</title><__proto__>1</__proto__></channel></rss>',
    ],
  ];
  for (const [name, form, text] of broken)
    test(`of ${name} is refused`, () => assert.throws(() => readFeed({ form, text }, ADDRESS), FormatError));

  test('entities of its own are never replaced', () => {
    assert.equal(only('rss', rss('<title>&lol;&amp;lol;</title>')).title, '&lol;&lol;');
  });
});

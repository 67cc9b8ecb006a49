import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FormatError } from '../../../src/platform/errors.ts';
import { readAtom } from '../../../src/sources/github/atom.ts';

function feed(entries: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><id>x</id><title>t</title>${entries}</feed>`;
}

function entry({ link = '/acme/tool/releases/tag/v1', rest = '' } = {}): string {
  return `<entry><id>i</id><updated>2025-01-02T03:04:05+01:00</updated><link rel="alternate" href="https://github.com${link}"/>${rest}</entry>`;
}

const READ = { version: 'v1', publishedAt: '2025-01-02T02:04:05Z', title: '', notes: '', notesFrom: 'feed' };

describe('an entry of a feed', () => {
  const CASES: readonly [string, string, object][] = [
    ['without text', entry(), READ],
    [
      'with title and author',
      entry({ rest: '<title>One &amp; only</title><author><name>me</name></author>' }),
      { ...READ, title: 'One & only', author: 'me' },
    ],
    ['titled like its tag', entry({ rest: '<title>v1</title>' }), READ],
    ['titled with a number', entry({ rest: '<title>1.10</title>' }), { ...READ, title: '1.10' }],
    [
      'with notes as HTML',
      entry({ rest: '<content type="html">&lt;p&gt;a &amp;amp; b&lt;/p&gt;</content>' }),
      { ...READ, notes: '<p>a &amp; b</p>' },
    ],
    [
      'of a tag with a slash and a sign',
      entry({ link: '/acme/tool/releases/tag/core/v1%2B2' }),
      { ...READ, version: 'core/v1+2' },
    ],
  ];
  for (const [name, xml, expected] of CASES) {
    test(name, () => {
      assert.deepEqual(readAtom(feed(xml), 'the feed'), { releases: [expected], dropped: 0 });
    });
  }

  test('without a date has none', () => {
    const undated = entry().replace(/<updated>.*<\/updated>/, '');
    assert.equal(readAtom(feed(undated), 'the feed').releases[0]?.publishedAt, undefined);
  });

  for (const link of ['/acme/tool', '/acme/tool/releases/tag/%ff', `/a/b/releases/tag/${'x'.repeat(1025)}`]) {
    test(`without a readable tag is dropped: ${link.slice(0, 40)}`, () => {
      const { releases, dropped } = readAtom(feed(entry() + entry({ link })), 'the feed');
      assert.deepEqual([releases.length, dropped], [1, 1]);
      assert.throws(() => readAtom(feed(entry({ link })), 'the feed'), FormatError);
    });
  }
});

describe('a feed', () => {
  test('without entries is empty', () => {
    assert.deepEqual(readAtom(feed(''), 'the feed'), { releases: [], dropped: 0 });
  });

  for (const [name, text] of [
    ['a web page', '<html><body>hello</body></html>'],
    ['nothing', ''],
    ['broken XML', feed('<entry>')],
    ['an entity bomb', feed(entry()).replace('<feed', '<!DOCTYPE feed [<!ENTITY a "aaaa">]><feed')],
    ['another feed', '<rss version="2.0"><channel></channel></rss>'],
  ] as const) {
    test(`${name} is a FormatError`, () => {
      assert.throws(
        () => readAtom(text, 'the feed'),
        (error) => error instanceof FormatError && error.message.startsWith('the feed: '),
      );
    });
  }
});

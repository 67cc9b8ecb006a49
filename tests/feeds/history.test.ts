import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { FeedDocument, FeedUrls } from '../../src/feeds/feed-document.ts';
import { FEED_FORMATS } from '../../src/feeds/formats.ts';

const HISTORY = 'http://purl.org/syndication/history/1.0';

function urls(folder: string): FeedUrls {
  const at = (file: string) => `https://tidings.example/${folder}${file}`;
  return { rss: at('feed.xml'), atom: at('atom.xml'), json: at('feed.json') };
}

function aDocument(fields: Partial<FeedDocument>): FeedDocument {
  return {
    id: 'https://tidings.example/',
    title: '<link rel="self" href="x"/>\n<link rel="self"/>\n',
    description: 'All',
    pageUrl: 'https://tidings.example/',
    urls: urls(''),
    items: [
      {
        id: 'pkg:npm/tool@1.0.0',
        title: 'Tool 1.0.0',
        url: 'https://tidings.example/projects/tool/1.0.0/',
        published: '2026-10-01T00:00:00Z',
        updated: '2026-10-02T00:00:00Z',
        summary: '',
        tags: [],
      },
    ],
    ...fields,
  };
}

const ARCHIVE = aDocument({
  urls: urls('archive/2/'),
  history: { previous: urls('archive/1/'), next: urls('archive/3/'), current: urls('') },
});

function render(id: string, document: FeedDocument): string {
  return FEED_FORMATS.find((format) => format.id === id)?.render(document) ?? '';
}

/** What stands in the head of an XML feed, by a parser that knows nothing of feeds. */
function headOf(id: string, document: FeedDocument) {
  const xml = render(id, document);
  assert.equal(XMLValidator.validate(xml), true);
  const { feed, rss } = new XMLParser({ ignoreAttributes: false }).parse(xml);
  const links = [feed?.link ?? rss.channel['atom:link']].flat();
  return {
    root: feed ?? rss,
    isArchive: 'fh:archive' in (feed ?? rss.channel),
    links: links.map((link) => [link['@_rel'], link['@_href']]),
  };
}

for (const [format, file] of [
  ['atom', 'atom.xml'],
  ['rss', 'feed.xml'],
] as const) {
  describe(`the history of ${format}`, () => {
    const root = 'https://tidings.example/';
    const page = format === 'atom' ? [['alternate', root]] : [];

    test('is told by an archive: what it is, the feed it is of, and its neighbours', () => {
      const { isArchive, links, root: element } = headOf(format, ARCHIVE);
      assert.ok(isArchive);
      assert.equal(element['@_xmlns:fh'], HISTORY);
      assert.deepEqual(links, [
        ...page,
        ['self', `${root}archive/2/${file}`],
        ['current', root + file],
        ['prev-archive', `${root}archive/1/${file}`],
        ['next-archive', `${root}archive/3/${file}`],
      ]);
    });

    test('begins at the feed itself, which is no archive', () => {
      const {
        isArchive,
        links,
        root: element,
      } = headOf(format, aDocument({ history: { previous: urls('archive/3/') } }));
      assert.equal(isArchive, false);
      assert.equal(element['@_xmlns:fh'], undefined);
      assert.deepEqual(links, [...page, ['self', root + file], ['prev-archive', `${root}archive/3/${file}`]]);
    });

    test('is not spoken of where there is none, and a title cannot forge it', () => {
      assert.deepEqual(headOf(format, aDocument({})).links, [...page, ['self', root + file]]);
    });

    test('names a stylesheet for people, before the root', () => {
      const stylesheetUrl = 'https://tidings.example/feed.css?a&b';
      const [declaration, style, opening] = render(format, aDocument({ stylesheetUrl })).split('\n');
      assert.equal(declaration, '<?xml version="1.0" encoding="utf-8"?>');
      assert.equal(
        style,
        '<?xml-stylesheet type="text/css" href="https://tidings.example/feed.css?a&amp;b"?>',
      );
      assert.match(opening ?? '', /^<(feed|rss) /);
      assert.doesNotMatch(render(format, aDocument({})), /stylesheet/);
    });

    test('holds entries without a word of their notes', () => {
      const [, entry = ''] = render(format, ARCHIVE).split(/<(?:entry|item)>/);
      assert.match(entry, /Tool 1\.0\.0/);
      assert.doesNotMatch(entry, /<(summary|content|description|category)/);
    });
  });
}

describe('the history of JSON', () => {
  test('goes on at the archive before, and the oldest says nothing', () => {
    assert.equal(JSON.parse(render('json', ARCHIVE)).next_url, 'https://tidings.example/archive/1/feed.json');
    assert.equal('next_url' in JSON.parse(render('json', aDocument({}))), false);
  });

  test('has a text in each entry, as the format demands', () => {
    assert.deepEqual(JSON.parse(render('json', ARCHIVE)).items, [
      {
        id: 'pkg:npm/tool@1.0.0',
        url: 'https://tidings.example/projects/tool/1.0.0/',
        title: 'Tool 1.0.0',
        content_text: 'Tool 1.0.0',
        date_published: '2026-10-01T00:00:00Z',
        date_modified: '2026-10-02T00:00:00Z',
      },
    ]);
  });
});

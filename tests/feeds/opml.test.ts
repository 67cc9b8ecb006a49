import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { parseOpml } from 'feedsmith';
import { renderOpml, type Subscription } from '../../src/feeds/opml.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';

// Without its option for HTML this parser leaves the numbered entities of XML as they are.
const PARSER = new XMLParser({ ignoreAttributes: false, trimValues: false, htmlEntities: true });

function aSubscription(title: string, tags: readonly string[] = []): Subscription {
  const pageUrl = 'https://tidings.example/projects/a%2525b/';
  return { title, feedUrl: `${pageUrl}atom.xml`, pageUrl, tags };
}

describe('OPML', () => {
  test('is byte for byte what it was', () => {
    const outlines = [
      { title: 'Infra', subscriptions: [aSubscription('axios', ['infra', 'web'])] },
      aSubscription('A & B'),
    ];
    const page = 'https://tidings.example/projects/a%2525b/';
    assert.equal(
      renderOpml({ title: 'Tidings', outlines }),
      [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<opml version="2.0">',
        '  <head><title>Tidings</title></head>',
        '  <body>',
        '    <outline text="Infra" title="Infra">',
        `      <outline type="rss" text="axios" title="axios" xmlUrl="${page}atom.xml" htmlUrl="${page}" category="/infra,/web"/>`,
        '    </outline>',
        `    <outline type="rss" text="A &amp; B" title="A &amp; B" xmlUrl="${page}atom.xml" htmlUrl="${page}"/>`,
        '  </body>',
        '</opml>',
        '',
      ].join('\n'),
    );
  });

  test('is read back by another parser as it was meant', () => {
    const one = aSubscription('axios: security releases', ['infra']);
    const { head, body } = parseOpml(
      renderOpml({ title: 'Ours', outlines: [{ title: 'Team', subscriptions: [one] }, one] }),
    );
    assert.equal(head?.title, 'Ours');
    const read = {
      type: 'rss',
      text: one.title,
      title: one.title,
      xmlUrl: one.feedUrl,
      htmlUrl: one.pageUrl,
      category: '/infra',
    };
    assert.deepEqual(body?.outlines, [{ text: 'Team', title: 'Team', outlines: [read] }, read]);
  });

  test('of nothing is well-formed', () => {
    assert.equal(XMLValidator.validate(renderOpml({ title: 'None', outlines: [] })), true);
  });

  for (const hostile of HOSTILE_TEXTS) {
    test(`shows ${JSON.stringify(hostile)} as text`, () => {
      const outlines = [{ title: hostile, subscriptions: [aSubscription(hostile)] }];
      const xml = renderOpml({ title: hostile, outlines });
      assert.equal(XMLValidator.validate(xml), true);
      assert.ok(xml.isWellFormed());
      assert.doesNotMatch(xml, /[^\P{Cc}\t\n\r]/u);
      const { opml } = PARSER.parse(xml);
      const folder = opml.body.outline;
      assert.deepEqual(Object.keys(folder).toSorted(), ['#text', '@_text', '@_title', 'outline']);
      assert.equal(folder['@_text'], folder.outline['@_title']);
      assert.equal(folder['@_text'].trim(), kept(hostile));
    });
  }
});

/** What is left of a text: what XML allows and no terminal obeys, on one line. */
function kept(text: string): string {
  const allowed = text.toWellFormed().replace(/[^\P{Cc}\t\n\r]|\uffff/gu, '');
  return allowed.replace(/\s+/g, ' ').trim();
}

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseOpml } from 'feedsmith';
import { opmlOf } from '../../src/derive/opml.ts';

const feed = (title: string) => ({
  title,
  xmlUrl: 'https://a.example/?a=1&b=2',
  htmlUrl: 'https://a.example/',
});

describe('a list of feeds', () => {
  test('has what readers import', () => {
    assert.equal(
      opmlOf('Followed', [feed('axios'), feed('Knex')]),
      `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>Followed</title>
  </head>
  <body>
    <outline type="rss" text="axios" title="axios" xmlUrl="https://a.example/?a=1&amp;b=2" htmlUrl="https://a.example/" />
    <outline type="rss" text="Knex" title="Knex" xmlUrl="https://a.example/?a=1&amp;b=2" htmlUrl="https://a.example/" />
  </body>
</opml>
`,
    );
  });

  const NAMES: readonly (readonly [name: string, plain: string])[] = [
    ['Rock & <b>Roll</b> "quoted" \'too\'', 'Rock & <b>Roll</b> "quoted" \'too\''],
    ['</title>]]>', '</title>]]>'],
    ['日本語 🌊', '日本語 🌊'],
    ['A\u0000\u0008\u202Eb\uFFFE\uD800', 'Ab'],
  ];
  for (const [name, plain] of NAMES) {
    test(`gives ${JSON.stringify(plain)} back`, () => {
      const { head, body } = parseOpml(opmlOf(name, [feed(name)]));
      assert.equal(head?.title, plain);
      assert.equal(body?.outlines?.[0]?.text, plain);
      assert.equal(body?.outlines?.[0]?.xmlUrl, 'https://a.example/?a=1&b=2');
    });
  }

  test('may be empty', () => {
    assert.match(opmlOf('None', []), /<body>\n {2}<\/body>/);
  });
});

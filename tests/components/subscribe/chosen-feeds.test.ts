import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseOpml } from 'feedsmith';
import { chosenFeeds, readerUrl } from '../../../src/components/subscribe/chosen-feeds.ts';

const AXIOS = { name: 'axios', path: 'projects/axios/', tags: ['web'] };
const INFRA = { name: 'infra', path: 'tags/infra/', tags: [] };
const ALL = { path: '', title: 'releases' };
const SECURITY = { path: 'security/', title: 'security releases' };
const SITE = 'https://team.example/tidings/';

describe('what was chosen on the page of subscriptions', () => {
  for (const [kind, file, addresses, says, title] of [
    [ALL, 'atom.xml', ['projects/axios/atom.xml', 'tags/infra/atom.xml'], '2 feeds of releases.', 'Tidings'],
    [
      SECURITY,
      'feed.json',
      ['projects/axios/security/feed.json', 'tags/infra/security/feed.json'],
      '2 feeds of security releases.',
      'Tidings: security releases',
    ],
  ] as const) {
    test(`has the addresses of ${kind.title} in ${file}`, () => {
      const chosen = chosenFeeds({ places: [AXIOS, INFRA], kind, file, siteUrl: SITE });
      assert.equal(chosen.addresses, addresses.map((path) => SITE + path).join('\n'));
      assert.equal(chosen.says, says);
      assert.equal(parseOpml(chosen.opml).head?.title, title);
    });
  }

  test('is a file for the import that another program reads', () => {
    const { opml } = chosenFeeds({ places: [AXIOS], kind: SECURITY, file: 'atom.xml', siteUrl: SITE });
    const { head, body } = parseOpml(opml);
    assert.equal(head?.title, 'Tidings: security releases');
    assert.deepEqual(body?.outlines, [
      {
        type: 'rss',
        text: 'axios: security releases',
        title: 'axios: security releases',
        xmlUrl: `${SITE}projects/axios/security/atom.xml`,
        htmlUrl: `${SITE}projects/axios/`,
        category: '/web',
      },
    ]);
  });

  test('counts one as one, and says when there is none', () => {
    const of = (places: readonly (typeof AXIOS)[]) =>
      chosenFeeds({ places, kind: ALL, file: 'feed.xml', siteUrl: SITE }).says;
    assert.equal(of([AXIOS]), '1 feed of releases.');
    assert.equal(of([]), 'Nothing is ticked yet.');
  });

  test('goes to the feed reader of the device by a scheme of its own', () => {
    assert.equal(readerUrl(`${SITE}atom.xml`), 'feed:https://team.example/tidings/atom.xml');
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackage } from '../../src/core/package.ts';
import { projectEntries } from '../../src/derive/entries.ts';
import { aProject, aRecord, aRelease, entriesOf, IMPORTED } from '../build-release.ts';
import { bodyOf, entryOf, textOf } from './build-body.ts';

const SHA = 'a1b2c3d4e5f6'.padEnd(40, '0');

describe('the facts of a release page', () => {
  test('are those that are known', () => {
    const facts = textOf(
      bodyOf(
        entryOf({
          commit: SHA,
          author: 'octo',
          immutable: true,
          provenance: 'https://slsa.dev/provenance/v1',
        }),
      ),
    );
    for (const fact of [
      'Author octo',
      'Commit a1b2c3d4e5f6 ',
      'Provenance attested, slsa.dev/provenance/v1',
      'Immutable tag and files are locked upstream',
    ]) {
      assert.ok(facts.includes(fact), `${fact} in ${facts}`);
    }
    const [unpublished] = entriesOf([{ version: '1.0.0', seenAt: IMPORTED }]);
    const few = textOf(bodyOf(unpublished ?? assert.fail()));
    for (const absent of ['Facts', 'Author', 'Commit', 'Provenance', 'Immutable', 'Files']) {
      assert.ok(!few.includes(absent), `${absent} in ${few}`);
    }
  });

  test('list files with size and digest, more than eight of them folded', () => {
    const files = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ name: `f${i}`, size: i * 1000, digest: `sha256:${i}` }));
    const eight = bodyOf(entryOf({ assets: files(8) }));
    assert.ok(
      eight.includes(
        '<li><span class="file">f0</span> <span class="size">0 B</span><code class="digest">sha256:0</code></li>',
      ),
      eight,
    );
    assert.ok(!eight.includes('<details>'));
    assert.ok(
      bodyOf(entryOf({ assets: files(9) })).includes('<details><summary>9 files</summary><ul class="files">'),
    );
    assert.ok(
      bodyOf(entryOf({ assets: [{ name: 'bare' }] })).includes('<li><span class="file">bare</span></li>'),
    );
  });
});

describe('the links of a release page', () => {
  const github = parsePackage('pkg:github/acme/tool');
  const project = aProject({ channels: [github] });
  const records = new Map([
    [
      'pkg:npm/tool',
      aRecord({
        package: 'pkg:npm/tool',
        releases: ['1.1.0', '1.0.0'].map((version) => aRelease({ version })),
      }),
    ],
    [
      github.purl,
      aRecord({
        releases: ['v1.1.0', 'v1.0.0'].map((version) =>
          aRelease({ version, publishedAt: '2026-09-01T15:00:00Z' }),
        ),
      }),
    ],
  ]);
  const [newer, older] = projectEntries(project, records);
  assert.ok(newer !== undefined && older !== undefined);

  test('lead to every channel, and to the code between two versions', () => {
    const body = bodyOf(newer, { older });
    for (const [href, words] of [
      ['https://www.npmjs.com/package/tool/v/1.1.0', 'npm: tool'],
      ['https://github.com/acme/tool/releases/tag/v1.1.0', 'github: acme/tool'],
      ['https://github.com/acme/tool/compare/v1.0.0...v1.1.0', 'Code since 1.0.0'],
    ]) {
      assert.ok(body.includes(`<li><a href="${href}" rel="noreferrer">${words}</a>`), `${href}\n${body}`);
    }
    assert.ok(!bodyOf(newer).includes('since 1.0.0'), 'nothing to compare with');
    assert.ok(!bodyOf(entryOf(), { older: entryOf() }).includes('Code since'), 'npm compares nothing');
  });

  test('say when each channel shipped it', () => {
    const body = bodyOf(newer);
    assert.match(body, /npm: tool<\/a> <span class="soft"><time [^>]+>[^<]+, 12:00 UTC<\/time>, first</);
    assert.match(
      body,
      /acme\/tool<\/a> <span class="soft"><time [^>]+>[^<]+, 15:00 UTC<\/time>, 3 hours later</,
    );
    assert.ok(!bodyOf(entryOf()).includes('first'), 'there is nobody to be first of');
  });

  test('lead to what was said between two versions, by their names upstream', () => {
    const before = entryOf({ version: 'a&b=c' });
    const href = '/tidings/projects/tool/compare/?from=a%26b%3Dc&amp;to=1.1.0';
    assert.ok(
      bodyOf(newer, { older: before }).includes(`<li><a href="${href}">Notes since a&amp;b=c</a></li>`),
    );
    assert.ok(!bodyOf(newer).includes('<h2>Compare</h2>'));
  });

  test('compare with the one below on its track, whatever came out before', () => {
    const onTrack = { track: '1', older, newer: undefined, before: older };
    const body = bodyOf(newer, { older: entryOf(), onTrack });
    assert.ok(body.includes('from=1.0.0&amp;to=1.1.0') && body.includes('Code since 1.0.0'), body);
    const lowest = { ...onTrack, older: undefined, before: undefined };
    assert.ok(!bodyOf(newer, { older: entryOf(), onTrack: lowest }).includes('<h2>Compare</h2>'));
  });

  test('lead along the track too, where that is another way', () => {
    const same = { track: '1', older, newer: undefined, before: older };
    assert.equal(bodyOf(newer, { older, onTrack: same }).match(/class="neighbours"/g)?.length, 1);
    const other = bodyOf(newer, {
      older: entryOf(),
      onTrack: { ...same, track: '1 <jre>', newer: entryOf() },
    });
    const prev =
      '<a rel="prev" href="/tidings/projects/tool/1.0.0/"><span>Previous on 1 &lt;jre&gt;</span> 1.0.0</a>';
    const next =
      '<a rel="next" href="/tidings/projects/tool/1.2.3/"><span>Next on 1 &lt;jre&gt;</span> 1.2.3</a>';
    assert.ok(other.includes(`aria-label="On the line 1 &lt;jre&gt;">${prev}${next}</nav>`), other);
    assert.ok(other.includes('<span>Older</span> 1.2.3</a></nav>'), other);
    const alone = { ...same, older: undefined };
    assert.equal(bodyOf(newer, { older, onTrack: alone }).match(/class="neighbours"/g)?.length, 1);
  });

  test('lead to the neighbours that there are', () => {
    const prev = '<a rel="prev" href="/tidings/projects/tool/1.0.0/"><span>Older</span> 1.0.0</a>';
    const next = '<a rel="next" href="/tidings/projects/tool/1.1.0/"><span>Newer</span> 1.1.0</a>';
    assert.ok(bodyOf(newer, { older }).includes(`Other releases">${prev}</nav>`));
    assert.ok(bodyOf(older, { newer }).includes(`Other releases">${next}</nav>`));
  });
});

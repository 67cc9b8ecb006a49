import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { XMLValidator } from 'fast-xml-parser';
import { aProject, hoursLater, IMPORTED } from '../build-release.ts';
import { bodyOf, change, entryOf, textOf } from './build-body.ts';

const HOSTILE = `"><x-pwn a='b'>&amp;`;
const SHOWN = '&quot;&gt;&lt;x-pwn a=&#39;b&#39;&gt;&amp;amp;';

describe('a release page', () => {
  const everywhere = entryOf(
    {
      version: HOSTILE,
      author: HOSTILE,
      yanked: HOSTILE,
      deprecated: HOSTILE,
      provenance: HOSTILE,
      notes: ['text'],
      notesFrom: 'release',
      assets: [{ name: HOSTILE, digest: HOSTILE, size: 12 }],
    },
    aProject({ name: HOSTILE }),
  );
  const hostile = bodyOf(everywhere, {
    notes: '<p>safe</p>',
    changes: [change('asset-replaced', { subject: HOSTILE, severity: 'alert' })],
    newer: everywhere,
    older: everywhere,
  });

  test('is never broken out of, whatever upstream writes', () => {
    assert.ok(!hostile.includes('<x-pwn'), hostile);
    assert.equal(XMLValidator.validate(`<page>${hostile}</page>`, { allowBooleanAttributes: true }), true);
  });

  for (const [field, piece] of Object.entries({
    name: `<h1>${SHOWN} <span class="version">${SHOWN}</span></h1>`,
    crumb: `<a href="/tidings/projects/tool/">${SHOWN}</a>`,
    yanked: `<strong>Yanked:</strong> ${SHOWN}</p>`,
    deprecated: `<strong>Deprecated:</strong> ${SHOWN}</p>`,
    author: `<dt>Author</dt><dd>${SHOWN}</dd>`,
    provenance: `attested, <code>${SHOWN}</code>`,
    'file name': `<span class="file">${SHOWN}</span>`,
    digest: `<code class="digest">${SHOWN}</code>`,
    'subject of a change': `<span class="words">file replaced: ${SHOWN}</span>`,
    neighbour: `<span>Newer</span> ${SHOWN}</a>`,
    'address upstream':
      'href="https://www.npmjs.com/package/tool/v/%22%3E%3Cx-pwn%20a%3D&#39;b&#39;%3E%26amp%3B"',
    'address here':
      'href="/tidings/projects/tool/%2522%253e%253cx-pwn%2520a%253d%2527b%2527%253e%2526amp%253b/"',
  })) {
    test(`shows a hostile text as text: ${field}`, () =>
      assert.ok(hostile.includes(piece), `${piece}\n\n${hostile}`));
  }

  test('says what, how far and when', () => {
    const text = textOf(bodyOf(entryOf()));
    assert.match(text, /^Projects Tool Tool 1\.2\.3 patch · 1 September 2026 /);
    assert.match(
      bodyOf(entryOf()),
      /<time datetime="2026-09-01T12:00:00Z" data-age>1 September 2026<\/time>/,
    );
  });

  for (const [name, fields, said] of [
    [
      'withdrawn',
      { withdrawnAt: '2026-11-03T00:00:00Z', missingSince: '2026-11-01T00:00:00Z' },
      'Withdrawn. Upstream no longer lists this version; noticed 3 November 2026.',
    ],
    [
      'missing',
      { missingSince: '2026-11-01T10:11:00Z' },
      'Missing from upstream’s listing since 1 November 2026, 10:11 UTC.',
    ],
    ['yanked', { yanked: 'broken' }, 'Yanked: broken'],
    ['deprecated', { deprecated: 'use 2' }, 'Deprecated: use 2'],
  ] as const) {
    test(`marks a release as ${name}`, () => {
      const marks = [...bodyOf(entryOf(fields)).matchAll(/<p class="mark[^"]*">(.*?)<\/p>/g)].map(
        ([, mark = '']) => textOf(mark),
      );
      assert.deepEqual(marks, [said]);
    });
  }

  test('marks one whose notes may still come', () => {
    const fresh = entryOf({ publishedAt: IMPORTED, notes: ['TBD'], notesFrom: 'release' });
    assert.match(textOf(bodyOf(fresh)), /Notes may still come\. This came out less than a day/);
    assert.ok(!bodyOf(fresh, { asOf: hoursLater(24) }).includes('may still come'));
  });

  test('without any of these has no mark', () => assert.ok(!bodyOf(entryOf()).includes('class="mark')));
});

describe('the notes of a release page', () => {
  for (const [from, words] of [
    ['release', 'Notes of the release'],
    ['tag', 'Message of the tag'],
    ['changelog', 'From the changelog'],
    ['feed', 'From the project’s feed'],
  ] as const) {
    test(`name their origin: ${from}`, () => {
      const body = bodyOf(entryOf({ notes: ['text'], notesFrom: from }), { notes: '<p>safe</p>' });
      assert.ok(body.includes('<div class="notes"><p>safe</p></div>'));
      assert.ok(
        body.includes(`${words}, <code>tool</code>. <a href="https://www.npmjs.com/package/tool/v/1.2.3"`),
        body,
      );
      assert.ok(!body.includes('Cut at'));
    });
  }

  test('say that they were cut', () => {
    const cut = entryOf({ notes: ['text'], notesFrom: 'release', notesCut: 'sha256:00' });
    assert.ok(bodyOf(cut, { notes: '<p>safe</p>' }).includes('Cut at 256 KiB.'));
  });

  test('are missed, where there are none or nothing is left of them', () => {
    const none = '<p class="empty">No notes came with this release.</p>';
    assert.ok(bodyOf(entryOf(), { notes: '<p>of another</p>' }).includes(none));
    assert.ok(bodyOf(entryOf({ notes: ['<!-- -->'], notesFrom: 'release' })).includes(none));
  });

  test('begin with their outline, where there is one', () => {
    const noted = entryOf({ notes: ['text'], notesFrom: 'release' });
    const body = bodyOf(noted, { notes: '<h3>A</h3><h3>B</h3><h3>C</h3>' });
    assert.ok(body.indexOf('class="outline') < body.indexOf('<div class="notes"><h3 id="notes-a">'), body);
    assert.ok(!bodyOf(entryOf(), { notes: '<h3>A</h3><h3>B</h3><h3>C</h3>' }).includes('outline'));
  });

  test('have a heading above their own', () => {
    assert.match(bodyOf(entryOf()), /<\/h1>[\s\S]*<h2[^>]*>Release notes<\/h2>/);
  });
});

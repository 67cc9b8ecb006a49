import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readMeaning } from '../../src/derive/meaning/read-meaning.ts';
import { RULES } from '../../src/derive/meaning/rules.ts';
import { meaningFlags, releaseMeaning } from '../../src/outputs/release-meaning.ts';
import { bodyOf, entryOf, textOf } from './build-body.ts';

const sectionOf = (...lines: string[]) => releaseMeaning(readMeaning(lines.join('\n')))?.markup;

describe('what the notes say', () => {
  test('is grouped, breaking first, each mark with its rule', () => {
    const markup = sectionOf(
      '- fix: a',
      '- feat!: b',
      '- chore!: c',
      '- drops support for Node 18',
      '- handle ReDoS',
    );
    assert.equal(
      textOf(markup ?? ''),
      `What it says Breaking feat!: b ${RULES.bang} chore!: c drops support for Node 18 ${RULES['drops-support']} Security handle ReDoS ${RULES.weakness} Fixed fix: a`,
    );
    assert.match(markup ?? '', /<h3 class="alert">Breaking<\/h3>/);
    assert.match(markup ?? '', /<h3>Fixed<\/h3>/);
  });

  test('is left out where it helps nobody', () => {
    assert.equal(sectionOf('- fix: a', '- fix: b', '- fix: c', '- fix: d'), undefined);
    assert.notEqual(sectionOf('- fix: a', '- fix: b', '- fix: c', '- fix: d', '- fix: e'), undefined);
    assert.notEqual(sectionOf('- feat!: a'), undefined);
    assert.notEqual(sectionOf('- fix: XSS'), undefined);
  });

  test('folds what is long, and says nothing twice', () => {
    const lines = Array.from({ length: 9 }, (_, index) => `- fix: ${index % 8}`);
    const markup = sectionOf(...lines) ?? '';
    assert.match(markup, /fix: 5<\/li><\/ul><details><summary>2 more<\/summary><ul><li>fix: 6<\/li>/);
    assert.equal(markup.split('fix: 0').length, 2);
  });

  test('links the ids of advisories, also of those that stand elsewhere', () => {
    const markup =
      sectionOf('- fix: cve-2026-1 by [her](https://github.com/advisories/GHSA-h67p-54hq-rp68)') ?? '';
    assert.ok(
      markup.includes(
        'fix: <a href="https://www.cve.org/CVERecord?id=CVE-2026-1" rel="noreferrer">cve-2026-1</a> by her',
      ),
    );
    assert.ok(
      markup.includes(
        'It also names <a href="https://github.com/advisories/GHSA-h67p-54hq-rp68" rel="noreferrer">',
      ),
    );
    assert.equal(markup.split('CVE-2026-1"').length, 2);
  });

  test('knows an id from a longer one that begins like it', () => {
    const markup = sectionOf('- fix: CVE-2026-12345, as [told](https://x.test/CVE-2026-1234)') ?? '';
    assert.match(textOf(markup), /It also names CVE-2026-1234 \.$/);
  });

  test('escapes what the notes say', () => {
    const markup = sectionOf('- feat!: a <x-pwn> & "b" &lt;script&gt; `<img src=x>`') ?? '';
    assert.ok(!/<(?:x-pwn|script|img)/.test(markup), markup);
    assert.ok(markup.includes('&lt;x-pwn&gt; &amp; &quot;b&quot; &lt;script&gt; &lt;img src=x&gt;'), markup);
  });

  test('gives the flags beside the step', () => {
    const flags = (notes: string) =>
      textOf(
        meaningFlags(readMeaning(notes))
          .map(({ markup }) => markup)
          .join(''),
      );
    assert.equal(flags('- feat!: a\n- fix: XSS'), '· breaking · security');
    assert.equal(flags('- fix: a'), '');
  });
});

describe('the page of a release', () => {
  const notes = '- feat!: a by @ann in https://x.test\n- fix: b by @ben in https://x.test';

  test('shows what the notes say above them, the flags in its head and who is thanked beside', () => {
    const body = bodyOf(entryOf({ notes: ['x'], notesFrom: 'release' }), {
      meaning: readMeaning(notes),
      notes: '<p>notes</p>',
    });
    assert.match(
      body,
      /patch <span class="dot">·<\/span> <span class="flag">breaking<\/span> <span class="dot">·<\/span> <time/,
    );
    assert.ok(body.indexOf('What it says') < body.indexOf('<p>notes</p>'));
    assert.ok(body.includes('<dt>Thanked</dt><dd>@ann, @ben</dd>'));
  });

  test('says nothing where there are no notes', () => {
    assert.doesNotMatch(bodyOf(entryOf()), /What it says|Thanked/);
  });

  test('names twelve people, and counts the others', () => {
    const people = Array.from({ length: 14 }, (_, index) => `- a by @p${index}`).join('\n');
    assert.match(bodyOf(entryOf(), { meaning: readMeaning(people) }), /@p10, @p11 and 2 more<\/dd>/);
  });
});

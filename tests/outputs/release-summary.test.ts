import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { feedSummary, releaseSummary } from '../../src/outputs/release-summary.ts';
import { bodyOf, entryOf, textOf } from './build-body.ts';

const NODE = { text: 'Drops support for Node 18', quote: 'Dropped support for Node < 20' };
const CRASH = { text: 'Fixes a crash', quote: 'Fixed a crash & more' };
const SUMMARY = { model: 'gpt-<small>', content: { headline: NODE, breaking: [NODE], fixes: [CRASH] } };

describe('a summary on a release page', () => {
  test('says that a model made it, and shows with each line the words that it stands on', () => {
    const { markup } = releaseSummary(SUMMARY);
    assert.equal(
      textOf(markup),
      'Summary Made by a model, gpt-&lt;small&gt; , of the notes below. It may be wrong; each line shows the words that it stands on. ' +
        'In short Drops support for Node 18 Quotation Dropped support for Node &lt; 20 ' +
        'What breaks Drops support for Node 18 Quotation Dropped support for Node &lt; 20 ' +
        'Fixed Fixes a crash Quotation Fixed a crash &amp; more',
    );
    assert.equal(markup.match(/<details>/g)?.length, 3);
    assert.match(markup, /<blockquote>Fixed a crash &amp; more<\/blockquote>/);
  });

  test('stands above the notes, and changes nothing else of the page', () => {
    const entry = entryOf({ notes: ['- a'], notesFrom: 'changelog' });
    const without = bodyOf(entry, { notes: '<p>the notes</p>' });
    const markup = releaseSummary(SUMMARY);
    const page = bodyOf(entry, { notes: '<p>the notes</p>', summary: markup });
    assert.ok(page.indexOf('class="summary"') < page.indexOf('the notes'));
    assert.equal(page.replace(markup.markup, ''), without, 'no mark, no step, no other word');
  });

  test('tells what was said of the notes before they were edited', () => {
    const edited = { gone: [['features', CRASH]], fresh: [['breaking', NODE]] } as const;
    const text = textOf(releaseSummary({ ...SUMMARY, edited }).markup);
    assert.match(
      text,
      /notes were edited, .* No longer there: New: Fixes a crash .* Only there now: What breaks: Drops support/,
    );
    const same = releaseSummary({ ...SUMMARY, edited: { gone: [], fresh: [] } }).markup;
    assert.doesNotMatch(same, /edited/);
  });
});

describe('a summary in a feed', () => {
  test('is a list that folds nothing', () => {
    const { markup } = feedSummary(SUMMARY);
    assert.equal(
      textOf(markup),
      'Summary , made by a model (gpt-&lt;small&gt;), with the words of the notes that it stands on: ' +
        'In short: Drops support for Node 18 Dropped support for Node &lt; 20 ' +
        'What breaks: Drops support for Node 18 Dropped support for Node &lt; 20 Fixed: Fixes a crash Fixed a crash &amp; more',
    );
    assert.doesNotMatch(markup, /details|class=|id=/);
  });
});

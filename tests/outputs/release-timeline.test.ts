import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { IMPORTED } from '../build-release.ts';
import { bodyOf, change, entryOf, textOf } from './build-body.ts';

const at = '2026-11-05T08:09:10Z';

/** The items of the timeline: severity, time and text. */
function steps(body: string): string[][] {
  const [, timeline = ''] = body.split('<ol class="timeline">');
  const items = [
    ...timeline
      .split('</ol>', 1)
      .join()
      .matchAll(/<li class="([^"]+)"><time datetime="([^"]+)">[^<]+<\/time> (.*?)<\/li>/g),
  ];
  return items.map(([, severity = '', time = '', what = '']) => [
    severity,
    time,
    textOf(what).replaceAll(' ,', ','),
  ]);
}

describe('the timeline of a release page', () => {
  test('tells of every release when it was published and seen', () => {
    assert.deepEqual(steps(bodyOf(entryOf(), { changes: [change('published')] })), [
      ['info', '2026-09-01T12:00:00Z', 'published'],
      ['info', IMPORTED, 'seen by Tidings, 2 months later'],
    ]);
  });

  test('tells everything else in order, alerts as alerts', () => {
    const changes = [
      change('published'),
      change('notes-edited'),
      change('tag-moved', { subject: '1.2.3' }),
      change('asset-removed', { subject: 'a.zip' }),
      change('deprecated'),
      change('undeprecated', { flap: true }),
    ];
    assert.deepEqual(steps(bodyOf(entryOf(), { changes })).slice(2), [
      ['info', at, 'notes edited, 2 months later'],
      ['alert', at, 'tag moved, 2 months later'],
      ['notice', at, 'file removed: a.zip, 2 months later'],
      ['notice', at, 'deprecated, 2 months later'],
      ['info flap', at, 'no longer deprecated, 2 months later, moved back within a week'],
    ]);
  });

  test('leads to the place in the ledger, where there is one', () => {
    const yanked = change('yanked');
    const changes = [yanked, change('retitled')];
    const placeOf = (one: unknown) => (one === yanked ? 'changes/2026/11/#c01' : undefined);
    const body = bodyOf(entryOf(), { changes, placeOf });
    assert.ok(
      body.includes('<span class="words"><a href="/tidings/changes/2026/11/#c01">yanked</a></span>'),
      body,
    );
    assert.ok(body.includes('<span class="words">retitled</span>'));
  });
});

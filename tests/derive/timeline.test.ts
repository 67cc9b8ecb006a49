import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackage } from '../../src/core/package.ts';
import { projectEntries } from '../../src/derive/entries.ts';
import { timelineOf } from '../../src/derive/timeline.ts';
import { aProject, aRecord, aRelease, hoursLater, IMPORTED } from '../build-release.ts';
import { aChange } from './build-change.ts';

const channel = parsePackage('pkg:github/acme/tool');

function entry(fields: Parameters<typeof aRelease>[0]) {
  const records = new Map([
    ['pkg:npm/tool', aRecord({ releases: [aRelease({ version: '1.0.0', ...fields })] })],
    [channel.purl, aRecord()],
  ]);
  const [found] = projectEntries(aProject({ channels: [channel] }), records);
  assert.ok(found !== undefined);
  return found;
}

const told = (...args: Parameters<typeof timelineOf>) =>
  timelineOf(...args).map(({ words, after }) => [words, after]);

describe('the timeline of a release', () => {
  const published = hoursLater(1);

  for (const [name, fields, importedAt, expected] of [
    [
      'that was waited for',
      { publishedAt: published, seenAt: hoursLater(1.25) },
      IMPORTED,
      [
        ['published', undefined],
        ['seen by Tidings', '15 minutes later'],
      ],
    ],
    [
      'that was there before',
      { seenAt: IMPORTED },
      IMPORTED,
      [
        ['published', undefined],
        ['there when Tidings first looked', undefined],
      ],
    ],
    [
      'seen before its date',
      { publishedAt: published, seenAt: hoursLater(0.5) },
      IMPORTED,
      [
        ['seen by Tidings', undefined],
        ['published', undefined],
      ],
    ],
    [
      'of a package whose import is not known',
      { publishedAt: published, seenAt: hoursLater(3) },
      undefined,
      [
        ['published', undefined],
        ['seen by Tidings', '2 hours later'],
      ],
    ],
  ] as const) {
    test(name, () => assert.deepEqual(told(entry(fields), [], importedAt), expected));
  }

  test('without a date has no distances', () => {
    const { release, ...rest } = entry({ seenAt: hoursLater(1) });
    const { publishedAt: _, ...undated } = release;
    const steps = told({ ...rest, release: undated }, [aChange('yanked')], IMPORTED);
    assert.deepEqual(steps, [
      ['seen by Tidings', undefined],
      ['yanked', undefined],
    ]);
  });

  test('tells of all packages, in order, and of publications once', () => {
    const changes = [
      aChange('published', { at: hoursLater(2) }),
      aChange('tag-moved', {
        at: hoursLater(97),
        package: channel.purl,
        version: 'v1.0.0',
        subject: 'v1.0.0',
      }),
      aChange('asset-replaced', { at: hoursLater(73), subject: 'tool.tgz' }),
    ];
    assert.deepEqual(told(entry({ publishedAt: published, seenAt: hoursLater(2) }), changes, IMPORTED), [
      ['published', undefined],
      ['seen by Tidings', '1 hour later'],
      ['file replaced: tool.tgz', '3 days later'],
      ['tag moved (github: acme/tool)', '4 days later'],
    ]);
  });
});

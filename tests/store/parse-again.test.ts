import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { ReleaseFile, ReleaseShard } from '../../src/core/package-record.ts';
import { layOut, WHOLE } from '../../src/store/layout.ts';
import { NO_BLOCKS, parseHeaderAgain, parseShardAgain } from '../../src/store/parse-again.ts';
import { anyRecord } from '../arbitrary.ts';
import { aRecord, aRelease } from '../build-release.ts';

const TWO = aRecord({
  releases: [aRelease({ version: '2' }), aRelease({ version: '1', notes: ['a', '    },'] })],
});

function whole(record = TWO): string {
  return layOut(record, WHOLE).get('') ?? '';
}

describe('parsing a file again', () => {
  test('gives what parsing it as a whole gives', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const text = whole(record);
        const { header, releases } = parseHeaderAgain(text, NO_BLOCKS);
        assert.deepEqual({ ...header, releases }, ReleaseFile.parse(JSON.parse(text)));
        const periods = new Map(record.releases.map(({ version }) => [version, '2026']));
        for (const [suffix, shard] of layOut(record, { split: true, periods })) {
          if (suffix === '') continue;
          const { package: purl, releases: parts } = parseShardAgain(shard, NO_BLOCKS);
          assert.deepEqual(
            { format: 1, package: purl, releases: parts },
            ReleaseShard.parse(JSON.parse(shard)),
          );
        }
      }),
    );
  });

  test('gives the same value for a release whose text is the same', () => {
    const before = parseHeaderAgain(whole(), NO_BLOCKS);
    const edited = { ...TWO, releases: [aRelease({ version: '2', title: 'New' }), ...TWO.releases.slice(1)] };
    const after = parseHeaderAgain(whole(edited), before.blocks);
    assert.equal(after.releases[1], before.releases[1]);
    assert.notEqual(after.releases[0], before.releases[0]);
    assert.equal(after.releases[0]?.title, 'New');
  });

  test('takes a file that is written otherwise, and refuses one that says something else', () => {
    const compact = JSON.stringify(JSON.parse(whole()));
    assert.deepEqual(parseHeaderAgain(compact, NO_BLOCKS).releases, TWO.releases);
    for (const broken of [
      '',
      '{}',
      whole().replace('"format": 1', '"format": 2'),
      whole().replace('"version": "2"', '"versions": "2"'),
      whole().replace('"upstream"', '"split": "year",\n  "upstream"'),
      whole().replace('    },\n', '    }\n'),
    ]) {
      assert.throws(() => parseHeaderAgain(broken, NO_BLOCKS), broken);
      assert.throws(() => parseShardAgain(broken, NO_BLOCKS), broken);
    }
  });
});

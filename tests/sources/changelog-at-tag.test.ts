import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Listing } from '../../src/core/listing.ts';
import { parsePackage } from '../../src/core/package.ts';
import type { Release } from '../../src/core/release.ts';
import { FormatError, HostError } from '../../src/platform/errors.ts';
import { addChangelogNotes, type ChangelogAsking } from '../../src/sources/changelog-at-tag.ts';

const TEXT = '# Log\n\n## 2.0\n\ntwo\n\n## 1.1\n\none one\n\n## 1.0\n\none\n';
const COMPARISON = '**Full Changelog**: https://forge.example/acme/tool/-/compare/v1...v2';
const SEEN = '2030-01-01T00:00:00Z';

function listing(version: string, day: number, notes: string | undefined = ''): Listing {
  const publishedAt = `2026-01-0${day}T00:00:00Z`;
  return { version, publishedAt, notes, notesFrom: 'release' };
}

const ALL = [listing('v1.0', 1), listing('v2.0', 3), listing('v1.1', 2)];

/** Adds notes with a repository of these files, and tells what was read. */
async function add(
  listings: readonly Listing[],
  asking: Partial<ChangelogAsking> & { readonly releases?: readonly Partial<Release>[] } = {},
  files: Readonly<Record<string, string | Uint8Array | Error>> = { 'CHANGELOG.md': TEXT },
) {
  const read: string[] = [];
  const { releases, ...more } = asking;
  const held = releases && {
    upstream: {},
    releases: releases.map((release) => ({ version: '', seenAt: SEEN, ...release })),
  };
  const completed = await addChangelogNotes(
    listings,
    { package: parsePackage('pkg:gitlab/acme/tool'), since: undefined, held, memory: undefined, ...more },
    {
      list: async (ref) => {
        read.push(ref);
        const error = files['/'];
        if (error instanceof Error) throw error;
        return Object.keys(files);
      },
      read: async (ref, name) => {
        read.push(`${ref} ${name}`);
        const file = files[name];
        if (file instanceof Error) throw file;
        return typeof file === 'string' ? new TextEncoder().encode(file) : (file ?? new Uint8Array());
      },
    },
  );
  const notes = completed.listings.map(({ version, notes, notesFrom }) => [version, notes, notesFrom]);
  return { ...completed, notes, read };
}

describe('the changelog at a tag', () => {
  test('is read once, at the newest tag, and covers the older ones', async () => {
    const { notes, read, isFinal, memory } = await add(ALL);
    assert.deepEqual(notes, [
      ['v1.0', 'one', 'changelog'],
      ['v2.0', 'two', 'changelog'],
      ['v1.1', 'one one', 'changelog'],
    ]);
    assert.deepEqual(read, ['v2.0', 'v2.0 CHANGELOG.md']);
    assert.deepEqual([isFinal, memory], [true, { changelog: 'v2.0' }]);
  });

  test('is read at the commit of the tag, where that is known', async () => {
    const { read, memory } = await add([{ ...listing('v2.0', 3), commit: 'c0ffee0' }]);
    assert.deepEqual(read, ['c0ffee0', 'c0ffee0 CHANGELOG.md']);
    assert.deepEqual(memory, { changelog: 'c0ffee0' });
  });

  for (const [name, listings] of [
    ['there are no releases', []],
    ['all of them have notes', [listing('v1.0', 1, 'mine')]],
    ['nothing is said of their notes', [{ version: 'v1.0' }]],
    ['they are other components’', [listing('gadget@1.0', 1), listing('gadget/v2.0', 2)]],
    ['they name no version', [listing('nightly', 1)]],
  ] as const) {
    test(`is not read where ${name}`, async () => {
      const completed = await add(listings);
      assert.deepEqual(completed.read, []);
      assert.deepEqual(completed.listings, listings);
      assert.deepEqual([completed.isFinal, completed.memory], [true, {}]);
    });
  }

  test('stands in for a link to a comparison, and for a tag without a message', async () => {
    const tag: Listing = { version: 'tool-v1.1', notes: '', notesFrom: 'tag' };
    const { notes } = await add([listing('v2.0', 3, COMPARISON), tag]);
    assert.deepEqual(notes, [
      ['v2.0', 'two', 'changelog'],
      ['tool-v1.1', 'one one', 'changelog'],
    ]);
  });

  test('leaves alone what it does not know: upstream’s word stands', async () => {
    const { notes } = await add([listing('v3.0', 4, COMPARISON), listing('v1.0', 1)]);
    assert.deepEqual(notes, [
      ['v3.0', COMPARISON, 'release'],
      ['v1.0', 'one', 'changelog'],
    ]);
  });
});

describe('the changelog at a tag, for what we hold', () => {
  test('leaves notes unsaid that came from an older one', async () => {
    const { notes, read } = await add(ALL, {
      releases: ['v1.0', 'v1.1', 'v2.0'].map((version) => ({ version, notesFrom: 'changelog' })),
    });
    assert.deepEqual(read, []);
    assert.deepEqual(
      notes,
      ['v1.0', 'v2.0', 'v1.1'].map((version) => [version, undefined, undefined]),
    );
  });

  test('does not hide that upstream took its own notes back', async () => {
    for (const notesFrom of ['release', 'tag'] as const) {
      const releases = [{ version: 'v2.0', notesFrom, notes: ['mine'] }];
      const { notes, read } = await add([listing('v2.0', 3), listing('v1.0', 1)], { releases });
      assert.deepEqual(read, ['v1.0', 'v1.0 CHANGELOG.md']);
      assert.deepEqual(notes[0], ['v2.0', '', 'release']);
      assert.deepEqual(notes[1], ['v1.0', 'one', 'changelog']);
    }
  });

  test('gives notes to what had none of its own, where a later one mentions it', async () => {
    const releases = [{ version: 'v1.0', notesFrom: 'release' as const }];
    const { notes, read } = await add([listing('v2.0', 3), listing('v1.0', 1)], { releases });
    assert.deepEqual([read[0], notes[1]], ['v2.0', ['v1.0', 'one', 'changelog']]);
    const alone = await add([listing('v1.0', 1)], { releases });
    assert.deepEqual([alone.read, alone.notes], [[], [['v1.0', '', 'release']]]);
  });

  test('is asked again for what has no notes from anywhere', async () => {
    const { notes } = await add([listing('v2.0', 3)], { releases: [{ version: 'v2.0' }] });
    assert.deepEqual(notes, [['v2.0', 'two', 'changelog']]);
  });

  test('is not read for what is too old to be held, and not twice at one tag', async () => {
    const old = await add([listing('v1.0', 1), listing('v1.1', 2, 'mine')], {
      since: '2026-01-02T00:00:00Z',
    });
    assert.deepEqual(old.read, []);
    const young = await add([listing('v1.0', 1)], { since: '2026-01-01T00:00:00Z' });
    assert.equal(young.read.length, 2);
    const undated = await add([{ version: 'v1.0', notes: '' }], { since: '2026-01-02T00:00:00Z' });
    assert.equal(undated.read.length, 2);
    const again = await add(ALL, { memory: { changelog: 'v2.0' } });
    assert.deepEqual(again.read, []);
    assert.deepEqual(again.memory, { changelog: 'v2.0' });
    assert.deepEqual(again.listings, ALL);
    const moved = await add(ALL, { memory: { changelog: 'v1.1' } });
    assert.equal(moved.read.length, 2);
  });

  test('is remembered where nothing had to be read', async () => {
    const { memory } = await add([listing('v1.0', 1, 'mine')], { memory: { changelog: 'v2.0', page: 'x' } });
    assert.deepEqual(memory, { changelog: 'v2.0' });
  });
});

describe('the changelog at a tag, where it cannot be read', () => {
  for (const [name, error, isPassing] of [
    ['500', new HostError('down', { status: 500 }), true],
    ['429', new HostError('slow down', { status: 429 }), true],
    ['408', new HostError('too late', { status: 408 }), true],
    ['no answer', new HostError('cannot be reached'), true],
    ['404', new HostError('no such tag', { status: 404 }), false],
    ['403', new HostError('not yours', { status: 403 }), false],
    ['too large', new FormatError('too large'), false],
  ] as const) {
    for (const place of ['/', 'CHANGELOG.md']) {
      test(`${name} for ${place}: ${isPassing ? 'tried again' : 'final'}`, async () => {
        const asking = { memory: { changelog: 'v0' } };
        const { notes, isFinal, memory } = await add(ALL, asking, { [place]: error });
        const said = isPassing ? [undefined, undefined] : ['', 'release'];
        assert.deepEqual(notes, [
          ['v1.0', ...said],
          ['v2.0', ...said],
          ['v1.1', ...said],
        ]);
        assert.equal(isFinal, !isPassing);
        assert.deepEqual(memory, { changelog: isPassing ? 'v0' : 'v2.0' });
      });
    }
  }

  test('nothing is remembered of a passing failure', async () => {
    const { memory } = await add(ALL, {}, { '/': new HostError('down') });
    assert.deepEqual(memory, {});
  });

  test('what is no failure of the upstream is thrown', async () => {
    await assert.rejects(add(ALL, {}, { '/': new TypeError('a slip') }), TypeError);
  });

  test('an old encoding costs a letter, not the notes', async () => {
    const bytes = new Uint8Array(Buffer.from('## 2.0\n\nby Ren\xe9\n', 'latin1'));
    const { notes } = await add([listing('v2.0', 3)], {}, { NEWS: bytes });
    assert.deepEqual(notes, [['v2.0', 'by Ren\ufffd', 'changelog']]);
  });

  test('a repository without one, or one without versions, says so once', async () => {
    for (const files of [{ 'README.md': TEXT }, { 'CHANGELOG.md': 'soon' }]) {
      const { notes, isFinal, memory } = await add([listing('v2.0', 3)], {}, files);
      assert.deepEqual(notes, [['v2.0', '', 'release']]);
      assert.deepEqual([isFinal, memory], [true, { changelog: 'v2.0' }]);
    }
  });
});

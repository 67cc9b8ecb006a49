import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Listings } from '../../../src/core/listing.ts';
import { parsePackage } from '../../../src/core/package.ts';
import type { Archive } from '../../../src/sources/archive/read-changelog.ts';
import { withNotes } from '../../../src/sources/archive/with-notes.ts';
import type { Memory } from '../../../src/sources/memory.ts';
import type { Reading } from '../../../src/sources/package-by-package.ts';
import type { Held } from '../../../src/sources/source.ts';
import { worldAt } from '../../contract/world-at.ts';
import { makeGem, makeTarball } from '../../upstream/tarball.ts';
import { type Served, startUpstream } from '../../upstream/upstream.ts';

const PKG = parsePackage('pkg:npm/%40acme/tool');
const LISTINGS: Listings = {
  upstream: { name: 'tool' },
  releases: [{ version: '1.0.0' }, { version: '1.1.0' }],
  complete: true,
  dropped: 0,
};
const RECEIPT = { key: 'document', validator: { etag: '"1"' } };
const CHANGELOG = '## 1.1.0\n- new\n## 0.9.0\n- old';

interface Setting {
  readonly served?: Served;
  readonly form?: Archive['form'];
  readonly memory?: Memory;
  readonly held?: Held;
  readonly said?: Partial<Parameters<typeof withNotes>[1]>;
}

async function tell({ served, form = 'folder', memory, held, said }: Setting) {
  const body = await makeTarball({ 'tool/CHANGELOG.md': CHANGELOG });
  const upstream = await startUpstream([() => served ?? { status: 200, body }]);
  try {
    const archive = { url: `${upstream.origin}/a`, form, authorization: 'Bearer x', identity: 'a' };
    const reader = { package: PKG, memory, held, world: worldAt(upstream, { homes: {} }) };
    const reading = await withNotes(reader, { listings: LISTINGS, receipts: [RECEIPT], archive, ...said });
    return { reading, asked: upstream.asked };
  } finally {
    await upstream.close();
  }
}

function listed(reading: Reading) {
  return reading.status === 'listed' ? reading : assert.fail(reading.status);
}

async function memoryOf(said: Setting['said'] = {}): Promise<Memory> {
  return listed((await tell({ said })).reading).memory ?? assert.fail();
}

describe('an archive that can be read', () => {
  test('gives notes to the versions that it mentions', async () => {
    const { reading, asked } = await tell({ said: { memory: { serial: '7' } } });
    const { listings, receipts, memory } = listed(reading);
    assert.deepEqual(listings, {
      ...LISTINGS,
      releases: [{ version: '1.0.0' }, { version: '1.1.0', notes: '- new', notesFrom: 'changelog' }],
    });
    assert.deepEqual([receipts, memory?.['serial']], [[RECEIPT], '7']);
    assert.deepEqual(
      asked.map(({ headers }) => [headers['authorization'], headers['accept'], headers['accept-encoding']]),
      [['Bearer x', '*/*', 'identity']],
    );
  });

  test('in reStructuredText, and in a gem', async () => {
    const body = await makeGem({ 'CHANGES.rst': '1.1.0\n~~~~~\n- new' });
    const { reading } = await tell({ served: { status: 200, body }, form: 'gem' });
    assert.equal(listed(reading).listings.releases[1]?.notes, '- new');
  });

  test('of several packages gives only the notes of this one', async () => {
    const text = '## @acme/other@1.0.0\n- other\n## @acme/tool@1.1.0\n- own';
    const body = await makeTarball({ 'tool/CHANGELOG.md': text });
    const { reading } = await tell({ served: { status: 200, body } });
    assert.deepEqual(
      listed(reading).listings.releases.map(({ notes }) => notes),
      [undefined, '- own'],
    );
  });

  test('has nothing to say about notes that we hold: it may word them in another way', async () => {
    const seenAt = '2030-01-01T00:00:00Z';
    const releases = [
      { version: '1.1.0', seenAt, notes: ['- newer'], notesFrom: 'changelog' as const },
      { version: '0.9.0', seenAt },
    ];
    const said = { listings: { ...LISTINGS, releases: [{ version: '0.9.0' }, { version: '1.1.0' }] } };
    const { reading } = await tell({ said, held: { upstream: {}, releases } });
    assert.deepEqual(listed(reading).listings.releases, [
      { version: '0.9.0', notes: '- old', notesFrom: 'changelog' },
      { version: '1.1.0' },
    ]);
  });

  test('is not opened twice', async () => {
    const { reading, asked } = await tell({ memory: await memoryOf() });
    assert.deepEqual([listed(reading).listings, asked], [LISTINGS, []]);
    assert.deepEqual(listed(reading).memory, await memoryOf());
  });

  test('without a changelog is no fault', async () => {
    const body = await makeTarball({ 'tool/README.md': 'x' });
    const { reading } = await tell({ served: { status: 200, body } });
    assert.deepEqual(listed(reading).listings, LISTINGS);
    assert.ok(listed(reading).memory);
  });
});

test('where there is no archive, nothing is asked', async () => {
  const { reading, asked } = await tell({ said: { archive: undefined } });
  assert.deepEqual([listed(reading).listings, listed(reading).receipts, asked], [LISTINGS, [RECEIPT], []]);
});

describe('unchanged', () => {
  const silent = { receipts: [{ key: 'document', validator: { answeredBy: 'x' } }] };
  test('is what says the same without a validator', async () => {
    const { reading, asked } = await tell({ memory: await memoryOf(), said: silent });
    assert.deepEqual([reading, asked], [{ status: 'unchanged' }, []]);
  });

  test('a date is a validator too', async () => {
    const receipts = [{ key: 'document', validator: { lastModified: 'Mon, 01 Jan 2024 00:00:00 GMT' } }];
    const { reading } = await tell({ memory: await memoryOf(), said: { receipts } });
    assert.deepEqual(listed(reading).receipts, receipts);
  });

  test('is not what says something else, or has another archive', async () => {
    const listings = { ...LISTINGS, releases: [{ version: '1.0.0' }] };
    for (const said of [{ listings }, { archive: undefined }]) {
      const { reading } = await tell({ memory: await memoryOf(), said: { ...silent, ...said } });
      assert.deepEqual(listed(reading).receipts, []);
      assert.ok(listed(reading).memory);
    }
  });
});

describe('an archive that cannot be read', () => {
  for (const [name, served, lasts] of [
    ['404', { status: 404 }, true],
    ['no archive', { status: 200, body: '<h1>Log in</h1>' }, true],
    ['503', { status: 503 }, false],
    ['408', { status: 408 }, false],
    ['429', { status: 429 }, false],
  ] as const) {
    test(`${name}: no notes${lasts ? '' : ', and nothing is remembered'}`, async () => {
      const { reading } = await tell({ served });
      const { listings, receipts, memory } = listed(reading);
      assert.deepEqual(listings, LISTINGS);
      assert.deepEqual([receipts.length, memory !== undefined], lasts ? [1, true] : [0, false]);
    });
  }
});

test('of what is not final nothing is remembered', async () => {
  const { reading } = await tell({ said: { isFinal: false } });
  assert.equal(listed(reading).listings.releases[1]?.notes, '- new');
  assert.deepEqual([listed(reading).receipts, listed(reading).memory], [[], undefined]);
});

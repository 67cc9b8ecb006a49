import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parsePackage } from '../../src/core/package.ts';
import type { Summary } from '../../src/core/summary.ts';
import { FormatError } from '../../src/platform/errors.ts';
import { readFileIfThere } from '../../src/platform/files.ts';
import { checkSummaries } from '../../src/store/check-summaries.ts';
import { readSummaries, succeed, writeSummaries } from '../../src/store/summaries.ts';
import { aFolder } from '../build-release.ts';
import { writeFiles } from '../write-files.ts';

const PKG = parsePackage('pkg:npm/%40acme/Tool');
const PATH = 'summaries/npm/@acme/%54ool.json';
const [A, B] = ['a', 'b'].map((letter) => `sha256:${letter.repeat(64)}`);
const ITEM = { text: 'Fixes a crash', quote: 'Fixed a crash' };

function aSummary(fields: Partial<Summary> = {}): Summary {
  return { version: '1.0.0', notes: A ?? '', model: 'm', prompt: 1, fixes: [ITEM], ...fields };
}

const TEXT = `{
  "format": 1,
  "package": "pkg:npm/%40acme/Tool",
  "summaries": [
    {
      "version": "1.1.0",
      "notes": "${A}",
      "model": "m",
      "prompt": 1,
      "dropped": 2
    },
    {
      "version": "1.0.0",
      "notes": "${A}",
      "model": "m",
      "prompt": 1,
      "fixes": [
        {
          "text": "Fixes a crash",
          "quote": "Fixed a crash"
        }
      ]
    }
  ]
}
`;

describe('summaries on disk', () => {
  test('lie in one file a package, newest version text first, and are read as they were written', async (t) => {
    const data = await aFolder(t);
    const { fixes: _, ...empty } = aSummary({ version: '1.1.0', dropped: 2 });
    assert.deepEqual(await writeSummaries(data, PKG, [aSummary(), empty]), [PATH]);
    assert.equal(await readFileIfThere(join(data, PATH)), TEXT);
    assert.deepEqual([...(await readSummaries(data, PKG)).keys()], ['1.1.0', '1.0.0']);
    assert.deepEqual(checkSummaries(new Map([[PATH, TEXT]])), []);
  });

  test('change no byte when they are written again', async (t) => {
    const data = await aFolder(t);
    await writeSummaries(data, PKG, [aSummary()]);
    assert.deepEqual(await writeSummaries(data, PKG, [aSummary()]), []);
    assert.deepEqual(await writeSummaries(data, PKG, []), []);
  });

  test('stay, where others are added', async (t) => {
    const data = await aFolder(t);
    await writeSummaries(data, PKG, [aSummary()]);
    await writeSummaries(data, PKG, [aSummary({ version: '2.0.0' })]);
    assert.deepEqual([...(await readSummaries(data, PKG)).keys()], ['2.0.0', '1.0.0']);
  });

  test('are none where there is no file, and an error where it is not ours', async (t) => {
    const data = await aFolder(t);
    assert.equal((await readSummaries(data, PKG)).size, 0);
    await writeFiles(data, { [PATH]: '{}' });
    await assert.rejects(
      readSummaries(data, PKG),
      (error) => error instanceof FormatError && /%54ool/.test(error.message),
    );
  });
});

describe('a summary that takes the place of another', () => {
  test('keeps it, where the notes were others', () => {
    const now = succeed(aSummary({ notes: B ?? '' }), aSummary({ dropped: 1 }));
    assert.deepEqual(now.replaced, { notes: A, model: 'm', prompt: 1, fixes: [ITEM] });
  });

  test('keeps the last one only', () => {
    const before = succeed(aSummary({ notes: B ?? '' }), aSummary());
    assert.equal(succeed(aSummary(), before).replaced?.notes, B);
  });

  test('keeps what that one kept, where the notes are the same', () => {
    const before = succeed(aSummary({ notes: B ?? '' }), aSummary());
    assert.equal(succeed(aSummary({ notes: B ?? '', model: 'n' }), before).replaced?.notes, A);
  });

  test('keeps nothing of one that said nothing', () => {
    const { fixes: _, ...empty } = aSummary();
    assert.equal(succeed(aSummary({ notes: B ?? '' }), empty).replaced, undefined);
  });
});

describe('what is wrong with summaries is told', () => {
  for (const [what, path, text, problem] of [
    ['another place', 'summaries/npm/tool.json', TEXT, `is the file of ${PKG.purl}, whose place is ${PATH}`],
    ['an unknown key', PATH, TEXT.replace('"model"', '"cost": 1, "model"'), 'Unrecognized key: "cost"'],
    ['an empty list', PATH, TEXT.replace('"dropped": 2', '"fixes": []'), 'Too small'],
    ['another order', PATH, TEXT.replace('"1.1.0"', '"0.1.0"'), '1.0.0 is out of order'],
    ['a version twice', PATH, TEXT.replace('"1.1.0"', '"1.0.0"'), '1.0.0 is out of order'],
    ['another form', PATH, TEXT.trimEnd(), 'is not written as Tidings writes it'],
    ['no canonical purl', PATH, TEXT.replace('%40acme', '@acme'), 'is not its canonical purl'],
    ['no purl', PATH, TEXT.replace('%40acme/Tool', '..'), 'has a segment that is empty'],
  ] as const) {
    test(what, () => {
      const [found = '', ...more] = checkSummaries(new Map([[path, text]]));
      assert.ok(found.startsWith(`${path}: `) && found.includes(problem), found);
      assert.deepEqual(more, []);
    });
  }
});

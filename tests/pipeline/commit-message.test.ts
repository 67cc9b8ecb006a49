import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Change, ChangeKind } from '../../src/core/change.ts';
import { parsePackage } from '../../src/core/package.ts';
import {
  batchMessage,
  type CommittedPackage,
  maintenanceMessage,
  packageMessage,
} from '../../src/pipeline/commit-message.ts';
import { toChange } from '../../src/store/classify.ts';
import { aRecord, aRelease } from '../build-release.ts';

const AT = '2026-11-20T10:00:00Z';

type Told = readonly [ChangeKind, string?];

function committed(purl: string, ...told: readonly Told[]): CommittedPackage {
  const changes: Change[] = told.map(([kind, version]) => toChange({ kind }, purl, version, AT));
  const releases = told.flatMap(([, version]) =>
    version ? [aRelease({ version, publishedAt: '2026-11-02T10:11:12Z' })] : [],
  );
  return { package: parsePackage(purl), record: aRecord({ package: purl, releases }), changes };
}

function message(purl: string, ...told: readonly Told[]): string {
  return packageMessage(committed(purl, ...told), AT);
}

function subjectOf(purl: string, ...told: readonly Told[]): string | undefined {
  return message(purl, ...told).split('\n')[0];
}

describe('the message of one package', () => {
  test('of releases is exactly this', () => {
    assert.equal(
      message('pkg:npm/axios', ['published', '1.20.4'], ['published', '1.21.1']),
      `release(npm/axios): 1.21.1, 1.20.4

+ 1.20.4  published 2026-11-02T10:11:12Z
+ 1.21.1  published 2026-11-02T10:11:12Z

Package: pkg:npm/axios
Run: 2026-11-20T10:00:00Z
Data-Op: scrape
`,
    );
  });

  test('of an import is exactly this', () => {
    const { package: pkg, record } = committed(
      'pkg:npm/%40octokit/graphql',
      ['published', '1'],
      ['published', '2'],
    );
    const changes = [toChange({ kind: 'imported' }, pkg.purl, undefined, AT)];
    assert.equal(
      packageMessage({ package: pkg, record, changes }, AT),
      `data: import npm/%40octokit/graphql

+ 2 releases

Package: pkg:npm/%40octokit/graphql
Run: 2026-11-20T10:00:00Z
Data-Op: import
`,
    );
  });

  test('of state without a change is exactly this', () => {
    assert.equal(
      message('pkg:npm/axios'),
      'data: update npm/axios\n\nPackage: pkg:npm/axios\nRun: 2026-11-20T10:00:00Z\nData-Op: scrape\n',
    );
  });

  for (const [expected, ...told] of [
    ['release(npm/a): 1.0.0', ['published', '1.0.0']],
    ['alert(npm/a): tag moved v1.2.3', ['published', '1.0.0'], ['tag-moved', 'v1.2.3']],
    ['alert(npm/a): withdrawn 1.0.0', ['withdrawn', '1.0.0'], ['asset-replaced', '2.0.0']],
    ['edit(npm/a): notes edited v1.2.3', ['notes-edited', 'v1.2.3'], ['retitled', 'v1.2.3']],
    ['release(npm/a): 2.0.0', ['notes-edited', '1.0.0'], ['published', '2.0.0']],
    ['edit(npm/a): unreachable', ['unreachable']],
    ['edit(npm/a): asset added 1', ['asset-added', '1']],
  ] as const satisfies readonly (readonly [string, ...Told[]])[]) {
    test(expected, () => assert.equal(subjectOf('pkg:npm/a', ...told), expected));
  }

  for (const [line, ...told] of [
    ['! 1  tag moved', 'tag-moved', '1'],
    ['- 1  withdrawn', 'withdrawn', '1'],
    ['- 1  yanked', 'yanked', '1'],
    ['~ 1  unyanked', 'unyanked', '1'],
    ['~ reachable', 'reachable'],
  ] as const satisfies readonly (readonly [string, ...Told])[]) {
    test(`has the line “${line}”`, () => assert.equal(message('pkg:npm/a', told).split('\n')[2], line));
  }

  test('says when a release without a date was seen', () => {
    const one = committed('pkg:npm/a', ['published', '1']);
    const record = aRecord({ releases: [aRelease({ version: '1', publishedAt: undefined })] });
    assert.ok(packageMessage({ ...one, record }, AT).includes(`+ 1  published ${AT}\n`));
  });

  test('counts the versions that do not fit into the subject', () => {
    const told = Array.from({ length: 20 }, (_, index): Told => ['published', `1.0.${index}`]);
    const subject = subjectOf('pkg:github/withastro/astro', ...told) ?? '';
    assert.match(subject, /^release\(github\/withastro\/astro\): 1\.0\.19, 1\.0\.18.* \+\d+ more$/);
    const shown = subject.split(',').length;
    assert.ok(subject.endsWith(` +${20 - shown} more`) && subject.length <= 72 + ' +20 more'.length, subject);
  });

  test('has at most 500 lines of changes', () => {
    const told = Array.from({ length: 600 }, (_, index): Told => ['published', `1.0.${index}`]);
    const text = message('pkg:npm/a', ...told);
    assert.ok(text.includes('\n… and 100 more lines\n\nPackage: '));
    assert.equal(text.split('\n').filter((line) => line.startsWith('+ ')).length, 500);
  });
});

const HOSTILE = [
  '[skip ci]',
  '1.0 [skip ci]',
  '@user',
  'x @user',
  'a@@user',
  '1\nCo-authored-by: x <x@x>',
  'Co-authored-by: x',
  'fixes #1',
  '#1',
  '1\u202e2',
  '-rf',
  '$(id)',
  '`id`',
  '',
  'x'.repeat(65),
  '1.0\n',
  '1.0 ',
  '<b>',
  '\u001b[31m',
];

describe('hostile names of versions', () => {
  for (const version of HOSTILE) {
    test(`${JSON.stringify(version)} never enters a message`, () => {
      for (const kind of ['published', 'tag-moved', 'notes-edited'] as const) {
        const change = { ...toChange({ kind }, 'pkg:npm/a', 'x', AT), version };
        const one = { ...committed('pkg:npm/a'), changes: [change] };
        for (const text of [packageMessage(one, AT), batchMessage([one], AT)]) {
          assert.ok(text.includes('no. 1'), text);
          assert.doesNotMatch(text, /skip ci|@|Co-auth|#|[$`<\u202e]|x{60}|\p{Cc}(?<!\n)/u);
          assert.equal(text.split('\n\n').length, 3);
        }
      }
    });
  }

  for (const version of [
    '1.21.1',
    'v1.2.3-rc.1',
    '1.0.0+build_5',
    'astro@7.3.5',
    'release/1.0',
    'x'.repeat(64),
  ]) {
    test(`${version.slice(0, 20)} is a plain name`, () => {
      assert.ok(message('pkg:npm/a', ['published', version]).includes(`+ ${version}  published`));
    });
  }

  test('a package with an odd name is shown by its purl', () => {
    assert.equal(subjectOf('pkg:npm/%5Bskip%20ci%5D', ['published', '1']), 'release(npm/%5Bskip%20ci%5D): 1');
  });
});

describe('the message of many packages', () => {
  test('of releases is exactly this', () => {
    const all = [
      committed('pkg:npm/a', ['published', '1'], ['yanked', '0']),
      committed('pkg:npm/b', ['published', '2']),
    ];
    assert.equal(
      batchMessage(all, AT),
      `release: 2 new in 2 packages

npm/a
+ 1  published 2026-11-02T10:11:12Z
- 0  yanked
npm/b
+ 2  published 2026-11-02T10:11:12Z

Run: 2026-11-20T10:00:00Z
Data-Op: scrape
`,
    );
  });

  test('of imports says so; one that is no import makes it a run like any other', () => {
    const imports = ['pkg:npm/a', 'pkg:npm/b'].map((purl) => committed(purl, ['imported']));
    const text = batchMessage(imports, AT);
    assert.ok(
      text.startsWith('data: import 2 packages\n\nnpm/a\n+ 0 releases\n') &&
        text.endsWith('Data-Op: import\n'),
    );
    const mixed = batchMessage([...imports, committed('pkg:npm/c', ['published', '1'])], AT);
    assert.ok(mixed.startsWith('release: 1 new in 3 packages\n') && mixed.endsWith('Data-Op: scrape\n'));
  });

  test('has at most 500 lines', () => {
    const told = Array.from({ length: 300 }, (_, index): Told => ['published', `${index}`]);
    const text = batchMessage([committed('pkg:npm/a', ...told), committed('pkg:npm/b', ...told)], AT);
    assert.ok(text.includes('\n… and 102 more lines\n\nRun: '));
  });
});

describe('the message of maintenance', () => {
  test('is exactly this', () => {
    assert.equal(
      maintenanceMessage('split npm/a by date', 'reshard', AT),
      'data: split npm/a by date\n\nRun: 2026-11-20T10:00:00Z\nData-Op: reshard\n',
    );
  });
});

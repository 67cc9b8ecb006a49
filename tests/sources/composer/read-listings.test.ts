import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackage } from '../../../src/core/package.ts';
import { FormatError } from '../../../src/platform/errors.ts';
import { readListings } from '../../../src/sources/composer/read-listings.ts';

const PKG = parsePackage('pkg:composer/acme/tool');
const SHA = '0123456789abcdef0123456789abcdef01234567';

const readReply = (reply: unknown) => readListings(PKG, Buffer.from(JSON.stringify(reply)));
const read = (...versions: readonly unknown[]) => readReply({ packages: { 'acme/tool': versions } });
const first = (fields: object) => read({ version: '1.0.0', ...fields }).releases[0];

describe('a version', () => {
  for (const [name, fields, said] of [
    ['says nothing', {}, {}],
    [
      'has the time of its tag',
      { time: '2024-01-01T10:00:00+02:00' },
      { publishedAt: '2024-01-01T08:00:00Z' },
    ],
    [
      'was published later',
      { time: '2020-01-01T00:00:00+00:00', 'published-time': '2024-01-01T00:00:00+00:00' },
      { publishedAt: '2024-01-01T00:00:00Z' },
    ],
    [
      'was published at no time',
      { time: '2020-01-01T00:00:00+00:00', 'published-time': 'soon' },
      { publishedAt: '2020-01-01T00:00:00Z' },
    ],
    ['has a commit', { source: { reference: SHA } }, { commit: SHA }],
    ['has a commit in capitals', { source: { reference: SHA.toUpperCase() } }, { commit: SHA }],
    ['has a commit of its archive', { dist: { reference: SHA } }, { commit: SHA }],
    ['has a revision that is no commit', { source: { type: 'svn', reference: '/tags/1@123' } }, {}],
    [
      'has an archive of a forge',
      { dist: { url: 'https://api.github.com/repos/a/b/zipball/x', shasum: '' } },
      {},
    ],
    [
      'has an archive of its own',
      { dist: { url: 'https://p.example/dist/tool-1.0.0.zip?x=1', shasum: SHA.toUpperCase() } },
      { assets: [{ name: 'tool-1.0.0.zip', digest: `sha1:${SHA}` }] },
    ],
    ['has an archive without a name', { dist: { url: 'https://p.example/', shasum: SHA } }, {}],
    ['has malformed fields', { time: 7, source: 'x', dist: [], license: 7, abandoned: 7, homepage: 7 }, {}],
  ] as const) {
    test(name, () => assert.deepEqual(first(fields), { version: '1.0.0', ...said, deprecated: false }));
  }
});

describe('a package', () => {
  const WHOLE = {
    name: 'acme/Tool',
    description: 'What it is',
    homepage: 'https://acme.example',
    license: ['MIT', 'GPL-3.0-only'],
    source: { url: 'https://github.com/acme/tool.git' },
    time: '2024-02-01T00:00:00+00:00',
  };

  test('is described by its latest version', () => {
    const { upstream } = read(
      { version: '2.0.0', time: '2024-01-01T00:00:00+00:00' },
      { version: '1.9.1', ...WHOLE },
    );
    assert.deepEqual(upstream, {
      name: 'acme/Tool',
      description: 'What it is',
      license: 'MIT OR GPL-3.0-only',
      homepage: 'https://acme.example/',
      repository: 'https://github.com/acme/tool',
    });
  });

  test('is described by its first version where none has a time', () => {
    assert.equal(
      read({ version: '2.0.0', description: 'a' }, { version: '1', description: 'b' }).upstream.description,
      'a',
    );
  });

  test('may have one licence', () => {
    assert.equal(read({ version: '1', license: 'MIT' }).upstream.license, 'MIT');
  });

  test('without versions is empty', () => {
    assert.deepEqual(read(), { upstream: { name: 'acme/tool' }, releases: [], complete: true, dropped: 0 });
  });

  test('of branches alone has no releases', () => {
    assert.deepEqual(read({ version: 'dev-main' }, { version: '1.x-dev' }).releases, []);
  });

  for (const [abandoned, text] of [
    [true, 'abandoned'],
    ['', 'abandoned'],
    ['bolt/tool', 'abandoned; use bolt/tool'],
  ] as const) {
    test(`that is abandoned (${JSON.stringify(abandoned)}) says so at its newest version, and the others say nothing`, () => {
      const { releases, upstream } = read(
        { version: '2.0.0', time: '2024-01-01T00:00:00+00:00', abandoned },
        { version: '1.9.1', time: '2024-02-01T00:00:00+00:00', abandoned },
      );
      assert.deepEqual(
        releases.map((release) => release.deprecated),
        [undefined, text],
      );
      assert.equal(upstream.archived, true);
    });
  }

  for (const abandoned of [false, undefined]) {
    test(`that is not abandoned (${abandoned}) denies it at every version`, () => {
      const { releases, upstream } = read({ version: '2.0.0', abandoned }, { version: '1.9.1' });
      assert.deepEqual(
        releases.map(({ deprecated }) => deprecated),
        [false, false],
      );
      assert.equal('archived' in upstream, false);
    });
  }
});

describe('a document', () => {
  test('may be minified', () => {
    const versions = [
      { version: '2.0.0', abandoned: true, source: { reference: SHA } },
      { version: '1.0.0', source: '__unset' },
    ];
    const { releases } = readReply({ packages: { 'acme/tool': versions }, minified: 'composer/2.0' });
    assert.deepEqual(releases, [
      { version: '2.0.0', commit: SHA, deprecated: 'abandoned' },
      { version: '1.0.0' },
    ]);
  });

  test('that is not minified inherits nothing', () => {
    const { releases } = read({ version: '2.0.0', source: { reference: SHA } }, { version: '1.0.0' });
    assert.equal(releases[1]?.commit, undefined);
  });

  test('may have its versions by name, and the package in another spelling', () => {
    const { releases } = readReply({ packages: { 'Acme/Tool': { '1.0.0': { version: '1.0.0' } } } });
    assert.deepEqual(
      releases.map(({ version }) => version),
      ['1.0.0'],
    );
  });

  test('loses what is malformed', () => {
    const { releases, dropped } = readReply({
      minified: 'composer/2.0',
      packages: {
        'acme/tool': [
          { version: '2.0.0' },
          null,
          { version: 7 },
          { version: '1.0.0' },
          { version: '' },
          { version: '1\n2' },
        ],
      },
    });
    assert.deepEqual([releases.map(({ version }) => version), dropped], [['2.0.0', '1.0.0'], 4]);
  });

  test('of ten thousand versions', () => {
    const versions = Array.from({ length: 10_000 }, (_, index) => ({
      version: `1.${index}.0`,
      source: { reference: SHA },
    }));
    assert.equal(
      readReply({ packages: { 'acme/tool': versions }, minified: 'composer/2.0' }).releases.length,
      10_000,
    );
  });

  for (const [name, reply] of [
    ['without packages', {}],
    ['of another package', { packages: { 'acme/other': [] } }],
    ['with an empty list of packages', { packages: [] }],
    ['of malformed versions alone', { packages: { 'acme/tool': [7, {}] } }],
    ['with no list of versions', { packages: { 'acme/tool': 'x' } }],
  ] as const) {
    test(`${name} is refused`, () => assert.throws(() => readReply(reply), FormatError));
  }
});

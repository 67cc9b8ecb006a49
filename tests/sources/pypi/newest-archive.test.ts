import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newestArchive } from '../../../src/sources/pypi/newest-archive.ts';
import type { IndexFile } from '../../../src/sources/pypi/project.ts';

const PAGE = 'https://index.example/simple/tool/';
const REACH = {
  home: 'https://index.example/simple',
  credential: { token: 'own' },
  world: {
    mirrors: (address: string) => address.replace('files.example', 'mirror.example'),
    credentials: (host: string) => (host === 'mirror.example' ? { token: 'other' } : undefined),
  },
};

function file(name: string, more: Partial<IndexFile> = {}): IndexFile {
  return {
    name,
    url: `../../files/${name}#sha256=00`,
    size: undefined,
    digest: undefined,
    uploadedAt: undefined,
    yanked: false,
    isAttested: false,
    ...more,
  };
}

const releases = (...files: IndexFile[]) =>
  files.map((each, index) => ({ version: `1.${index}`, files: [each] }));

for (const [name, files, url, authorization] of [
  ['from the page on', [file('a.tar.gz')], 'https://index.example/files/a.tar.gz', 'Bearer own'],
  [
    'elsewhere, without the credential of the index',
    [file('a.tar.gz', { url: 'https://strange.example/a.tar.gz' })],
    'https://strange.example/a.tar.gz',
    undefined,
  ],
  [
    'of an index behind a proxy, not in the open',
    [file('a.tar.gz', { url: 'http://index.example/a.tar.gz' })],
    'http://index.example/a.tar.gz',
    undefined,
  ],
  [
    'at a mirror, with its own',
    [file('a.tar.gz', { url: 'https://files.example/a.tar.gz' })],
    'https://mirror.example/a.tar.gz',
    'Bearer other',
  ],
  [
    'the highest where there are no dates',
    [file('a.tar.gz'), file('b.tar.gz')],
    'https://index.example/files/b.tar.gz',
    'Bearer own',
  ],
  [
    'the last one to come out',
    [
      file('a.tar.gz', { uploadedAt: '2024-01-02T00:00:00Z' }),
      file('b.tar.gz', { uploadedAt: '2024-01-01T00:00:00Z' }),
      file('c.tar.gz'),
    ],
    'https://index.example/files/a.tar.gz',
    'Bearer own',
  ],
  [
    'none that is yanked',
    [file('a.tar.gz'), file('b.tar.gz', { yanked: '' })],
    'https://index.example/files/a.tar.gz',
    'Bearer own',
  ],
] as const) {
  test(name, () => {
    const archive = newestArchive(REACH, releases(...files), PAGE);
    assert.deepEqual([archive?.url, archive?.authorization, archive?.form], [url, authorization, 'folder']);
  });
}

test('it is known by its digest, else by its name', () => {
  const identityOf = (more: Partial<IndexFile>) =>
    newestArchive(REACH, releases(file('a.tgz', more)), PAGE)?.identity;
  assert.equal(identityOf({ digest: 'sha256:x' }), 'sha256:x');
  assert.equal(identityOf({}), 'a.tgz');
});

for (const none of [
  [],
  [file('a.whl')],
  [file('a.tgz', { url: 'http://' })],
  [file('a.tgz', { yanked: 'x' })],
]) {
  test(`none: ${none.map(({ name, url }) => `${name} ${url}`)}`, () => {
    assert.equal(newestArchive(REACH, releases(...none), PAGE), undefined);
  });
}

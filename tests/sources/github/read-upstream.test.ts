import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Upstream } from '../../../src/core/upstream.ts';
import { type RepositoryFacts, readUpstream } from '../../../src/sources/github/read-upstream.ts';

const BARE: RepositoryFacts = {
  id: 'R_1',
  nameWithOwner: 'acme/tool',
  description: null,
  homepageUrl: null,
  isArchived: false,
  licenseInfo: null,
  latestRelease: null,
};

describe('what GitHub says of a repository', () => {
  const CASES: readonly [string, Partial<RepositoryFacts>, object][] = [
    ['nothing but its name', {}, {}],
    ['a description', { description: 'A tool' }, { description: 'A tool' }],
    ['an empty description', { description: '' }, {}],
    ['a long description', { description: 'x'.repeat(2000) }, { description: 'x'.repeat(1024) }],
    [
      'a description cut within a sign',
      { description: `${'x'.repeat(1023)}😀` },
      { description: `${'x'.repeat(1023)}\ufffd` },
    ],
    ['a licence', { licenseInfo: { spdxId: 'MIT', name: 'MIT License' } }, { license: 'MIT' }],
    ['an unknown licence', { licenseInfo: { spdxId: 'NOASSERTION', name: 'Other' } }, { license: 'Other' }],
    [
      'a licence without an id',
      { licenseInfo: { spdxId: null, name: 'Own terms' } },
      { license: 'Own terms' },
    ],
    ['a licence with a whole text for a name', { licenseInfo: { spdxId: null, name: 'x'.repeat(257) } }, {}],
    ['a licence without a name', { licenseInfo: { spdxId: null, name: '' } }, {}],
    ['a homepage', { homepageUrl: 'https://tool.example/a?b' }, { homepage: 'https://tool.example/a?b' }],
    ['a homepage without scheme', { homepageUrl: 'tool.example' }, {}],
    ['an empty homepage', { homepageUrl: '' }, {}],
    ['a homepage that is a script', { homepageUrl: 'javascript:alert(1)' }, {}],
    ['a homepage that is too long', { homepageUrl: `https://tool.example/${'x'.repeat(2048)}` }, {}],
    ['an archive', { isArchived: true }, { archived: true }],
    ['a latest release', { latestRelease: { databaseId: 1, tagName: 'v1' } }, { tags: { latest: 'v1' } }],
  ];
  for (const [name, facts, expected] of CASES) {
    test(name, () => {
      const upstream = readUpstream({ ...BARE, ...facts });
      assert.deepEqual(upstream, { id: 'R_1', name: 'acme/tool', ...expected });
      assert.deepEqual(Upstream.parse(upstream), upstream);
    });
  }
});

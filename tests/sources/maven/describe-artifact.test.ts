import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { listingsOf } from '../../contract/scene.ts';
import { type MavenArtifact, makeArtifact } from '../../upstream/maven.ts';
import { heldAfter, PURL, play } from './maven-scene.ts';

const NAME = 'com.acme:tool';
const parentOf = (version: string, artifact = 'parent', group = 'com.acme') =>
  `<parent><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></parent>`;
const WHOLE = {
  name: NAME,
  description: 'What it is',
  license: 'Apache-2.0',
  homepage: 'https://acme.example/',
  repository: 'https://github.com/acme/tool',
};

function upstreamOf(
  artifacts: readonly MavenArtifact[],
  check: (upstream: object, asked: readonly string[]) => void,
) {
  return play(artifacts, {}, async ({ lookUp }) => {
    const { fetched, asked } = await lookUp(PURL);
    check(
      listingsOf(fetched).upstream,
      asked.filter((request) => request.startsWith('GET') && request.endsWith('.pom')),
    );
  });
}

describe('an artifact', () => {
  test('is described by the POM of its highest version', () => {
    const { versions, ...artifact } = makeArtifact(NAME, ['1.10', '1.9']);
    const poms = versions.map((one) => (one.version === '1.9' ? { ...one, pom: '<name>old</name>' } : one));
    return upstreamOf([{ ...artifact, versions: poms }], (upstream) => assert.deepEqual(upstream, WHOLE));
  });

  test('has what it does not say from its parents', () =>
    upstreamOf(
      [
        makeArtifact(NAME, ['1.0'], `<description>Own</description>${parentOf('1.0')}`),
        makeArtifact(
          'com.acme:parent',
          ['1.0'],
          `<description>Family</description><url>https://p.example/</url>${parentOf('1.0', 'top')}`,
        ),
        makeArtifact('com.acme:top', ['1.0']),
      ],
      (upstream, asked) => {
        assert.deepEqual(upstream, { ...WHOLE, description: 'Own', homepage: 'https://p.example/' });
        assert.equal(asked.length, 3);
      },
    ));

  test('does not ask parents for what it says', () =>
    upstreamOf(
      [makeArtifact(NAME, ['1.0'], `${makeArtifact(NAME, ['1']).versions[0]?.pom}${parentOf('1.0')}`)],
      (upstream, asked) => {
        assert.deepEqual(upstream, WHOLE);
        assert.equal(asked.length, 1);
      },
    ));

  test('asks five parents at most', () =>
    upstreamOf(
      [makeArtifact(NAME, ['1.0'], parentOf('1')), makeArtifact('com.acme:parent', ['1'], parentOf('1'))],
      (upstream, asked) => {
        assert.deepEqual(upstream, { name: NAME });
        assert.equal(asked.length, 6);
      },
    ));

  test('has no description of a family', () =>
    upstreamOf(
      [makeArtifact(NAME, ['1.0'], parentOf('1')), makeArtifact('com.acme:parent', ['1'])],
      (upstream) => {
        const { description: _, ...rest } = WHOLE;
        assert.deepEqual(upstream, rest);
      },
    ));

  test('stands without a parent that is elsewhere', () =>
    upstreamOf(
      [makeArtifact(NAME, ['1.0'], `<name>Own</name>${parentOf('1', 'far', 'org.far')}`)],
      (upstream) => assert.deepEqual(upstream, { name: NAME, description: 'Own' }),
    ));

  for (const [name, relocation, moved] of [
    ['to another group', '<groupId>org.acme</groupId>', 'org.acme:tool'],
    ['to another name', '<artifactId>tools</artifactId><message>it moved</message>', 'com.acme:tools'],
    ['to another place', '<groupId>org.acme</groupId><artifactId>tools</artifactId>', 'org.acme:tools'],
    ['to another version alone', '<version>2.0</version>', NAME],
  ]) {
    test(`that moved ${name} has the name of its new place`, () =>
      upstreamOf(
        [
          makeArtifact(
            NAME,
            ['1.0'],
            `<distributionManagement><relocation>${relocation}</relocation></distributionManagement>`,
          ),
        ],
        (upstream) => assert.deepEqual(upstream, { name: moved }),
      ));
  }
});

describe('a POM that cannot be read', () => {
  test('leaves what is held, and is asked for again where it may be well by then', async () => {
    let isIll = true;
    const fault = ({ method, path }: { method: string; path: string }) =>
      isIll && method === 'GET' && path.endsWith('.pom') ? { status: 500 } : undefined;
    await play([makeArtifact(NAME, ['1.0'])], { fault }, async ({ lookUp }) => {
      const first = await lookUp(PURL);
      assert.deepEqual(listingsOf(first.fetched).upstream, { name: NAME });
      const held = { ...heldAfter(first.fetched), upstream: { name: NAME, license: 'MIT' } };
      const second = await lookUp(PURL, { held });
      assert.deepEqual(listingsOf(second.fetched).upstream, held.upstream);
      isIll = false;
      const third = await lookUp(PURL, { held });
      assert.deepEqual(listingsOf(third.fetched).upstream, WHOLE);
      assert.equal((await lookUp(PURL, { held: heldAfter(third.fetched) })).fetched.status, 'unchanged');
    });
  });

  for (const [name, pom] of [
    ['is no XML', '<b>'],
    ['has a DTD', '<!DOCTYPE x>'],
  ] as const) {
    test(`because it ${name} is not asked for again`, () =>
      play([makeArtifact(NAME, ['1.0'], pom)], {}, async ({ lookUp }) => {
        const { fetched } = await lookUp(PURL);
        assert.deepEqual(listingsOf(fetched).upstream, { name: NAME });
        assert.equal((await lookUp(PURL, { held: heldAfter(fetched) })).fetched.status, 'unchanged');
      }));
  }

  test('of a parent is asked for again', async () => {
    let isIll = true;
    const fault = ({ path }: { path: string }) =>
      isIll && path.includes('/parent/') ? { status: 503 } : undefined;
    const artifacts = [makeArtifact(NAME, ['1.0'], parentOf('1')), makeArtifact('com.acme:parent', ['1'])];
    await play(artifacts, { fault }, async ({ lookUp }) => {
      const { fetched } = await lookUp(PURL);
      assert.deepEqual(listingsOf(fetched).upstream, { name: NAME });
      isIll = false;
      const again = await lookUp(PURL, { held: heldAfter(fetched) });
      assert.equal(listingsOf(again.fetched).upstream.license, 'Apache-2.0');
    });
  });

  test('is not read again while its version is the newest', async () => {
    const artifacts = [makeArtifact(NAME, ['1.0', '2.0'])];
    await play(artifacts, {}, async ({ lookUp }) => {
      const first = await lookUp(PURL);
      const [artifact] = artifacts;
      assert.ok(artifact);
      artifacts.splice(0, 1, {
        ...artifact,
        versions: [...artifact.versions, { version: '1.1', pom: '<name>other</name>' }],
      });
      const { fetched, asked } = await lookUp(PURL, { held: heldAfter(first.fetched) });
      assert.deepEqual(listingsOf(fetched).upstream, WHOLE);
      assert.deepEqual(asked.filter((request) => request.startsWith('GET')).length, 1);
    });
  });
});

test('an artifact of snapshots alone is empty, and has its name', () =>
  upstreamOf([makeArtifact(NAME, ['1.0-SNAPSHOT'])], (upstream, asked) => {
    assert.deepEqual(upstream, { name: NAME });
    assert.deepEqual(asked, []);
  }));

for (const [purl, path] of [
  ['pkg:maven/com.acme/a%3Fb%23c', '/com/acme/a%3Fb%23c/maven-metadata.xml'],
  ['pkg:maven/com.acme/a%2F..%2F..%2Fb', '/com/acme/a%2F..%2F..%2Fb/maven-metadata.xml'],
  ['pkg:maven/com..acme/b', '/com//acme/b/maven-metadata.xml'],
] as const) {
  test(`${purl} does not leave its place`, () =>
    play([makeArtifact(NAME, ['1'])], {}, async ({ lookUp }) => {
      const { fetched, asked } = await lookUp(purl);
      assert.equal(fetched.status, 'gone');
      assert.deepEqual(asked, [`GET ${path}`]);
    }));
}

test('a version does not leave its place', () =>
  play([makeArtifact(NAME, ['1?x#y', '1%2F..%2Fz'])], {}, async ({ lookUp }) => {
    const { asked } = await lookUp(PURL);
    assert.deepEqual(asked.filter((request) => request.startsWith('HEAD')).toSorted(), [
      'HEAD /com/acme/tool/1%252F..%252Fz/tool-1%252F..%252Fz.pom',
      'HEAD /com/acme/tool/1%3Fx%23y/tool-1%3Fx%23y.pom',
    ]);
  }));

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Pom } from '../../../src/sources/maven/pom.ts';
import { parseXml } from '../../../src/sources/parse-xml.ts';

function read(inside: string) {
  const pom = Pom.parse(parseXml(Buffer.from(`<project>${inside}</project>`), 'it'));
  return Object.fromEntries(Object.entries(pom).filter(([, value]) => value !== undefined));
}

// What Maven fills in when it builds.
const HOLE = ['$', '{revision}'].join('');

const license = (name: string) => `<license><name>${name}</name></license>`;
const parent = (group: string, artifact: string, version: string) =>
  `<parent><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></parent>`;
const GITHUB = { repository: 'https://github.com/acme/tool' };

describe('a POM', () => {
  for (const [name, inside, said] of [
    ['says nothing', '<modelVersion>4.0.0</modelVersion>', {}],
    [
      'describes',
      '<name>Tool</name><description> What\n it is </description>',
      { description: 'What\n it is' },
    ],
    ['has a name alone', '<name>Tool</name><description/>', { description: 'Tool' }],
    ['has a page', '<url>https://acme.example</url>', { homepage: 'https://acme.example' }],
    [
      'has a page with attributes',
      '<url child.project.url.inherit.append.path="false">https://a.example</url>',
      { homepage: 'https://a.example' },
    ],
    ['waits for Maven', `<url>${HOLE}</url><name>a ${HOLE} b</name>`, {}],
    ['says a thing twice', '<url>https://a.example</url><url>https://b.example</url>', {}],
    ['has a licence', `<licenses>${license('MIT')}</licenses>`, { license: 'MIT' }],
    [
      'has licences',
      `<licenses>${license('MIT')}<license/>${license('EPL-2.0')}</licenses>`,
      { license: 'MIT OR EPL-2.0' },
    ],
    ['has licences without names', '<licenses><license><url>u</url></license></licenses>', {}],
    ['has an empty list', '<licenses/><scm/><distributionManagement/><parent/>', {}],
    ['has an scm address', '<scm><url>https://github.com/acme/tool</url></scm>', GITHUB],
    ['has one for git', '<scm><url>scm:git:git@github.com:acme/tool.git</url></scm>', GITHUB],
    ['has one of a folder', '<scm><url>https://github.com/acme/tool/tree/main/core</url></scm>', GITHUB],
    [
      'has a connection alone',
      '<scm><connection>scm:git:git://github.com/acme/tool.git</connection></scm>',
      GITHUB,
    ],
    [
      'has a connection for developers',
      '<scm><developerConnection>scm:git:ssh://git@github.com/acme/tool</developerConnection></scm>',
      GITHUB,
    ],
    [
      'has a useful second',
      `<scm><url>${HOLE}</url><connection>scm:git:https://github.com/acme/tool</connection></scm>`,
      GITHUB,
    ],
    [
      'has a parent',
      parent('com.acme', 'parent', '1.0'),
      { parent: { group: 'com.acme', artifact: 'parent', version: '1.0' } },
    ],
    ['has a parent of a range', parent('com.acme', 'parent', '[1,2)'), {}],
    ['has a parent elsewhere', parent('com.acme', '../../x', '1'), {}],
    ['has a parent of dots', parent('..', 'x', '1'), {}],
    ['has a parent to be filled in', parent('com.acme', 'parent', HOLE), {}],
  ] as const) {
    test(name, () => assert.deepEqual(read(inside), said));
  }

  test('that has moved', () => {
    const { relocation } = Pom.parse(
      parseXml(
        Buffer.from(
          '<project><distributionManagement><relocation><groupId>b</groupId></relocation></distributionManagement></project>',
        ),
        'it',
      ),
    );
    assert.equal(relocation?.groupId, 'b');
    assert.equal(relocation?.artifactId, undefined);
  });

  test('of another root is none', () => assert.equal(Pom.safeParse({ html: '' }).success, false));
});

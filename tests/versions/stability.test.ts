import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { SchemeId } from '../../src/core/watchlist.ts';
import { SCHEMES } from '../../src/versions/schemes.ts';
import { type Stability, stabilityOf } from '../../src/versions/stability.ts';
import { anyVersion } from './any-version.ts';

/** By scheme, then by what they are. */
const TABLE: Readonly<Record<SchemeId, Partial<Record<Stability, readonly string[]>>>> = {
  semver: {
    stable: [
      '1.2.3',
      'v1.2.3',
      '1.2.3+rc.1',
      '0.0.0',
      'latest',
      '1.2',
      'release-1.2',
      'domain-2',
      '1.1.1b',
      '',
    ],
    rc: ['1.0.0-rc.1', '1.0.0-RC1', '1.0.0-rc.1+dev', '1.0.0-pre.2', 'v3-rc1', '1.0-cr2', '1.0c1'],
    beta: ['1.0.0-beta', '1.0.0-beta.11', '15.0.0-next.3', '9.0.0-preview.7', 'v3-beta', '1.0b2', 'beta'],
    alpha: [
      '1.0.0-alpha',
      '1.0.0-alpha.beta',
      '2.0.0-M3',
      '1.0a1',
      '1.0.0-a.1',
      '1.0.0-milestone.2',
      '21-ea+35',
    ],
    dev: [
      '1.0.0-0',
      '1.0.0-dev.20240105',
      '18.3.0-canary-14898b6a9-20240318',
      '0.0.0-experimental-0a1b2c3',
      '0.0.0-20240105-0a1b2c3',
      '1.0.0-rc.1.dev',
      '2024.1-SNAPSHOT',
      'nightly',
      'main',
      'v1-develop',
    ],
  },
  pep440: {
    stable: ['1.0', '1.0.post1', '1.0+cpu', '1!2.0', '1.0-1', '1.0+dev', 'stable'],
    rc: ['3.12.0rc3', '1.0c1', '1.0.pre1', '1.0c', '1.0rc1+b2'],
    beta: ['3.12.0b4', '1.0-BETA', '1.0b', '1.0b2.post3'],
    alpha: ['3.12.0a7', '1.0.alpha', '1.0a', '1.0a2+cu118'],
    dev: ['1.0.dev3', '1.0rc1.dev2', '1.0a1.dev1', '1.0.dev', '1.0.post1.dev2', '1.0-SNAPSHOT'],
  },
  maven: {
    stable: ['1.0', '33.4.0-jre', '1.0.Final', '1.0-ga', '1.0-sp1', '1.0-20240105.123456-1'],
    rc: ['1.0-rc1', '5.0.0.CR2', '1.0-pre3'],
    beta: ['1.0-beta-2', '2.0b3', '1.0-preview'],
    alpha: ['1.0-alpha-1', '6.0.0-M2', '1.0a1', '1.0-milestone-1', '1.0-EA2'],
    dev: ['1.0-SNAPSHOT', '1.0-rc1-SNAPSHOT', '2.10.0.pr1', '1.0-nightly'],
  },
  debian: {
    stable: [
      '1.0-1',
      '1:9.2p1-2+deb12u3',
      '1.0-1~bpo12+1',
      '1.0~dfsg-1',
      '1.0~bpo11+1',
      '1.0-1~exp1',
      '1.0+git20240105-1',
    ],
    rc: ['6.7~rc1-1', '1.0~rc1-1+b2', '2.0+dfsg~rc2-1', '1.0rc1-1', '1.0~pre3-1'],
    beta: ['1.0~beta2+dfsg-1', '1.0~b1-1'],
    alpha: ['1.0~alpha.6-1', '1.0~a1'],
    dev: ['1.0~git20240105.0a1b2c3-1', '1.0~20240105-1', '0.0~svn12', '2.4~exp1-1'],
  },
  rpm: {
    stable: ['1.0-1.el9', '1.0^20240105git-1', '1:3.0.7-24.el9', '9.3p1-1', '1.0-0.1'],
    rc: ['3:25.0.0~rc.1-1.el9', '6.7.0-0.rc8.61.fc40', '1.0rc1-1'],
    beta: ['1.0~beta2-1', '1.0-0.2.beta1'],
    alpha: ['1.0~alpha1-1', '1.0-0.1.a1'],
    dev: ['1.0~20240105git-1', '1.0-0.3.20240105git0a1b2c3', '1.0~1'],
  },
  rubygems: {
    stable: ['1.0', '7.1.3.2', '1.0.0'],
    rc: ['1.0.0.rc1', '1.0.pre', '1.0-rc1'],
    beta: ['1.0.beta2', '1.0.b1', '1.0.b'],
    alpha: ['1.0.alpha', '1.0.a10'],
    dev: ['1.0.dev', '1.0.x', '1.0-1'],
  },
  composer: {
    stable: ['1.0', 'v6.4.0', '2.4.7-p3', '1.0-stable', '1.0@dev', '20240105', '1.0.0+dev'],
    rc: ['v6.4.0-RC2', '1.0rc1'],
    beta: ['v6.4.0-BETA1', '1.0b2', '1.0b'],
    alpha: ['1.0.0-alpha11', '1.0a', '1.0-a2'],
    dev: ['dev-main', '1.x-dev', '2.0.0-beta1-dev', 'dev-feature/x', 'master'],
  },
  nuget: {
    stable: ['1.0.0', '1.0.0.0', '13.0.3+sha'],
    rc: ['9.0.0-rc.2.24474.3', '1.0.0-pre'],
    beta: ['9.0.0-preview.7', '1.0.0-Beta2'],
    alpha: ['1.0.0-alpha', '1.0.0-a1'],
    dev: ['1.0.0-ci.5', '1.0.0-dev-0001'],
  },
  go: {
    stable: ['v1.2.3', 'v2.0.0+incompatible'],
    rc: ['v1.0.0-rc.1', 'v1.0.0-rc1'],
    beta: ['v1.0.0-beta.2'],
    alpha: ['v0.30.0-alpha.1'],
    dev: ['v0.0.0-20240105123456-0a1b2c3d4e5f', 'v1.2.4-0.20240105123456-0123456789ab', 'tip'],
  },
  calver: {
    stable: ['2024.1.5', '24.04', '20240105', '24.04-lts'],
    rc: ['2024.1-rc2'],
    beta: ['24.04-beta', '2024.12.0b3'],
    alpha: ['2024.1a1'],
    dev: ['2024.1-SNAPSHOT', '2024.1.dev1'],
  },
  docker: {
    stable: ['3.12', '3.12.4-alpine3.20', '1.2-dev', 'latest', 'stable', 'bookworm', '1.1.1b'],
    rc: ['3.13rc1', '3.13-rc-slim', '3.13.0rc2-bookworm'],
    beta: ['3.13b1-alpine', 'beta'],
    alpha: ['3.13.0a6-slim'],
    dev: ['nightly', 'edge', 'canary-20240105'],
  },
  loose: {
    stable: [
      '1.0',
      'REL_16_1',
      '1.1.1w',
      '1.1.1b',
      '3.3a',
      '2024c',
      'go1.22',
      '2024-01-05',
      'n6.1',
      'latest',
    ],
    rc: ['1.0rc1', 'php-8.3.0RC1', '1.0-pre1'],
    beta: ['3.0.0-preview.2', '1.0b2', '1.0-next.3', 'v3-beta', '1.0+beta'],
    alpha: ['40.alpha', '1.0-m2', '22-ea+36', 'jdk-22-ea+1-alpha'],
    dev: ['1.0-nightly', '1.0.0-SNAPSHOT', 'main', '1.0-insiders'],
  },
};

const rows = Object.entries(SCHEMES).flatMap(([id, scheme]) =>
  Object.entries(Object.entries(TABLE).find(([key]) => key === id)?.[1] ?? {}).flatMap(([label, texts]) =>
    texts.map((text) => ({ scheme, text, label })),
  ),
);

describe('stability', () => {
  for (const { scheme, text, label } of rows) {
    test(`“${text}” by ${scheme.id} is ${label}`, () => assert.equal(stabilityOf(text, scheme), label));
  }

  test('is stable where the scheme sees no pre-release, and only there', () => {
    const texts = [...fc.sample(anyVersion, 3000), ...rows.map(({ text }) => text)];
    for (const scheme of Object.values(SCHEMES)) {
      for (const text of texts) {
        const facts = scheme.facts(text);
        if (facts === undefined) continue;
        assert.equal(stabilityOf(text, scheme) === 'stable', !facts.prerelease, `${text} by ${scheme.id}`);
      }
    }
  });

  for (const [text, label] of [
    ['3.38.2', 'stable'],
    ['3.37.2', 'dev'],
    ['2.5.75', 'dev'],
    ['2.6.11', 'stable'],
    ['3.37.2-beta', 'beta'],
    ['3.38.0-rc1', 'rc'],
    ['3', 'stable'],
    ['41.1', 'dev'],
    ['latest', 'stable'],
    ['2.9007199254740993', 'dev'],
  ] as const) {
    test(`“${text}” is ${label} where odd minors are unstable`, () => {
      assert.equal(stabilityOf(text, SCHEMES.loose, { oddMinors: 'unstable' }), label);
    });
  }

  test('of a text without an end is told by its start', () => {
    assert.equal(stabilityOf(`${'x1'.repeat(200)}-beta`, SCHEMES.loose), 'stable');
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { joinRecords } from '../../../src/derive/advisories/join-records.ts';
import type { Badge } from '../../../src/derive/badges/badge.ts';
import { latestBadge, newestBadge } from '../../../src/derive/badges/latest-badge.ts';
import { listOutdated, projectOutdated } from '../../../src/derive/badges/outdated-badge.ts';
import { behind } from '../../../src/derive/behind.ts';
import type { InUse } from '../../../src/derive/in-use.ts';
import { standing } from '../../../src/derive/standing.ts';
import { aProject, aRelease, entriesOf, IMPORTED } from '../../build-release.ts';
import { anAdvisory } from '../advisories/a-record.ts';

const VERSIONS = ['1.0.0', '1.1.0', '2.0.0', '3.0.0-rc.1'];
const entries = entriesOf(
  VERSIONS.map((version, day) => aRelease({ version, publishedAt: `2026-09-0${day + 1}T00:00:00Z` })),
);

function use(used: string, more: Partial<InUse> = {}): InUse {
  return {
    list: 'main',
    project: aProject(),
    behind: behind(entries, used),
    breaking: [],
    affectedBy: [],
    closes: [],
    flag: undefined,
    ...more,
  };
}

const vulnerable: Partial<InUse> = {
  affectedBy: joinRecords([anAdvisory()]).map((vulnerability) => ({ vulnerability, fixedIn: undefined })),
};

/** `label | message | tone` */
function inWords({ label, message, tone }: Badge): string {
  return `${label} | ${message} | ${tone}`;
}

describe('the badge of the latest version', () => {
  const ofVersions = (versions: readonly string[]) => {
    const held = entriesOf(versions.map((version) => aRelease({ version })));
    return latestBadge('Tool', standing(held, IMPORTED));
  };

  test('tells the highest stable one, and how far it goes', () => {
    assert.equal(inWords(ofVersions(VERSIONS)), 'Tool | 2.0.0 | plain');
    assert.equal(ofVersions(VERSIONS).phase, 'major');
  });

  test('tells of a first that is still to come', () => {
    assert.equal(inWords(ofVersions(['1.0.0-rc.1'])), 'Tool | 1.0.0-rc.1 | plain');
    assert.equal(ofVersions(['1.0.0-rc.1']).phase, 'prerelease');
    assert.equal(inWords(ofVersions([])), 'Tool | no release yet | unknown');
  });

  test('of several projects tells what came out last and may be used', () => {
    assert.equal(inWords(newestBadge('Team', entries)), 'Team | Tool 2.0.0 | plain');
    assert.equal(inWords(newestBadge('Team', entries.slice(0, 1))), 'Team | no release yet | unknown');
  });
});

describe('the badge of what is in use', () => {
  for (const [uses, words] of [
    [[], 'Tool in use | not told | unknown'],
    [[use('2.0.0')], 'Tool in use | 2.0.0, up to date | plain'],
    [[use('1.0.0')], 'Tool in use | 1.0.0, 2 behind | late'],
    [[use('3.0.0-rc.1')], 'Tool in use | 3.0.0-rc.1, ahead of the latest | plain'],
    [[use('x')], 'Tool in use | x, no version of this project | unknown'],
    [[use('2.0.0', vulnerable)], 'Tool in use | 2.0.0, up to date, vulnerable | alarm'],
    [[use('2.0.0', { flag: 'yanked' })], 'Tool in use | 2.0.0, up to date, yanked | alarm'],
    [[use('2.0.0', { flag: 'withdrawn' })], 'Tool in use | 2.0.0, up to date, withdrawn | alarm'],
    [[use('2.0.0', { flag: 'deprecated' })], 'Tool in use | 2.0.0, up to date, deprecated | late'],
    [[use('1.0.0'), use('1.0.0')], 'Tool in use | 1.0.0, 2 behind | late'],
    [[use('1.0.0'), use('2.0.0')], 'Tool in use | 1 of 2 lists behind | late'],
  ] as const) {
    test(words, () => assert.equal(inWords(projectOutdated('Tool', uses)), words));
  }

  for (const [uses, words] of [
    [[], 'Team | not told | unknown'],
    [[use('2.0.0'), use('2.0.0')], 'Team | none of 2 behind | plain'],
    [[use('1.0.0'), use('2.0.0'), use('1.1.0')], 'Team | 2 of 3 behind | late'],
    [[use('1.0.0'), use('2.0.0', vulnerable)], 'Team | 1 of 2 behind, 1 vulnerable | alarm'],
  ] as const) {
    test(`of a list: ${words}`, () => assert.equal(inWords(listOutdated('Team', uses)), words));
  }
});

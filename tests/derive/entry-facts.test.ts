import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackage } from '../../src/core/package.ts';
import type { Entry } from '../../src/derive/entry.ts';
import { cameAt, factsOf } from '../../src/derive/entry-facts.ts';
import { aProject, aRelease, entriesOf, hoursLater, IMPORTED } from '../build-release.ts';

const NEVER = { breaks: () => false, secures: () => false };
const project = aProject({ tags: ['infra', 'site'] });

function entry(version: string, fields: Partial<Entry> = {}): Entry {
  const [made] = entriesOf([aRelease({ version })], project);
  assert.ok(made);
  return { ...made, ...fields };
}

describe('the facts of an entry', () => {
  test('are those of its project, its packages and its version', () => {
    const channel = { package: parsePackage('pkg:github/acme/tool'), release: aRelease() };
    assert.deepEqual(factsOf(entry('1.0.0', { channels: [channel] }), [], NEVER, IMPORTED), {
      project: 'tool',
      tags: ['infra', 'site'],
      sources: ['npm', 'github'],
      steps: ['major'],
      marks: [],
      came: '2026-09-01T12:00:00Z',
      count: 1,
    });
  });

  test('of a flood are those of all that came', () => {
    const [first, second] = [entry('2.0.0'), entry('1.0.1', { step: { kind: 'patch', breaking: false } })];
    const says = { breaks: (one: Entry) => one === second, secures: () => true };
    const facts = factsOf(first, [second, second], says, IMPORTED);
    assert.deepEqual(facts.steps, ['major', 'patch']);
    assert.deepEqual(facts.sources, ['npm']);
    assert.deepEqual(facts.marks, ['breaking', 'security']);
    assert.equal(facts.count, 3);
  });

  test('call a flood a pre-release only if all of it is', () => {
    const [rc, stable] = [entry('2.0.0-rc.1'), entry('1.0.0')];
    assert.deepEqual(factsOf(rc, [rc], NEVER, IMPORTED).marks, ['pre']);
    assert.deepEqual(factsOf(rc, [stable], NEVER, IMPORTED).marks, []);
  });

  test('have the moment at which the last of a flood came', () => {
    const late = entry('1.0.0', { release: aRelease({ seenAt: hoursLater(9) }) });
    const early = entry('2.0.0');
    for (const [first, other] of [
      [early, late],
      [late, early],
    ] as const)
      assert.equal(factsOf(first, [other], NEVER, IMPORTED).came, hoursLater(9));
  });
});

describe('when a release came', () => {
  const CASES: readonly (readonly [
    what: string,
    published: string | undefined,
    seen: string,
    came: string,
  ])[] = [
    [
      'there before the import: when it was published',
      '2026-09-01T12:00:00Z',
      IMPORTED,
      '2026-09-01T12:00:00Z',
    ],
    ['there before, without a date: when it was seen', undefined, IMPORTED, IMPORTED],
    ['there before, dated ahead: when it was seen', hoursLater(99), IMPORTED, IMPORTED],
    ['later: when it was seen', hoursLater(1), hoursLater(3), hoursLater(3)],
    ['later, dated back: when it was seen', '2020-01-01T00:00:00Z', hoursLater(3), hoursLater(3)],
    ['later, dated ahead: when it was seen', hoursLater(99), hoursLater(3), hoursLater(3)],
  ];
  for (const [what, publishedAt, seenAt, came] of CASES) {
    test(what, () => {
      const { publishedAt: _, ...undated } = aRelease({ seenAt });
      const release = publishedAt === undefined ? undated : { ...undated, publishedAt };
      assert.equal(cameAt(entry('1.0.0', { release }), IMPORTED), came);
    });
  }

  test('nobody knows of an import: when it was seen', () => {
    assert.equal(cameAt(entry('1.0.0'), undefined), IMPORTED);
  });
});

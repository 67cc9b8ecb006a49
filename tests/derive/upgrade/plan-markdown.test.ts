import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { escapeMarkdown } from '../../../src/derive/upgrade/escape-markdown.ts';
import type { NotesBetween } from '../../../src/derive/upgrade/notes-between.ts';
import { planChecklist, planMarkdown } from '../../../src/derive/upgrade/plan-markdown.ts';
import { planUpgrade } from '../../../src/derive/upgrade/plan-upgrade.ts';
import { anAdvisory, anIndex } from './an-index.ts';

const INDEX = anIndex(
  {
    breaks: ['1.0.0', '2.0.0'],
    easy: ['1.0.0', '1.1.0'],
    leaks: ['1.0.0', '1.1.0', '2.0.0'],
    still: ['1.0.0'],
  },
  [anAdvisory('GHSA-aaaa-bbbb-cccc', 'leaks', '1.1.0')],
);
const PLAN = planUpgrade(INDEX, [
  ...['breaks', 'easy', 'leaks', 'still'].map((name) => ({ package: `pkg:npm/${name}`, version: '1.0.0' })),
  { package: 'pkg:npm/other', version: '1.0.0' },
]);

function saying(count: number, cut: NotesBetween['cut'] = []): NotesBetween {
  const releases = [{ version: '2.0.0', path: 'projects/leaks/2.0.0/', items: [] }];
  const items = Array.from({ length: count }, () => ({ text: 'Drop Node 18', releases }));
  return { kinds: [{ kind: 'breaking', items }], cut };
}

describe('a plan in markdown', () => {
  test('is a document by urgency, with what the notes say', () => {
    const [leaks] = PLAN.steps;
    assert.ok(leaks);
    const text = planMarkdown(PLAN, INDEX.asOf, new Map([[leaks, saying(1)]]));
    assert.equal(
      text,
      [
        '# Upgrade plan',
        'By what was known on 1 November 2026.',
        '## Take now',
        'The version in use is vulnerable or was taken back, and there is a version to go to.',
        '### leaks 1.0.0 → 2.0.0',
        '2 releases, 20 days, 1 breaking; closes GHSA-aaaa-bbbb-cccc, high',
        'On the same track: 1.1.0.',
        '**Breaking**',
        '- Drop Node 18 (2.0.0)',
        '## Easy',
        'Nothing between says that it breaks.',
        '### easy 1.0.0 → 1.1.0',
        '1 release, 10 days',
        '## With care',
        'Something between breaks: read it first.',
        '### breaks 1.0.0 → 2.0.0',
        '1 release, 10 days, 1 breaking',
        'Not followed here: 1 package in use.\n',
      ].join('\n\n'),
    );
  });

  test('names fifteen items of a kind, and counts the rest', () => {
    const [leaks] = PLAN.steps;
    assert.ok(leaks);
    const text = planMarkdown(PLAN, INDEX.asOf, new Map([[leaks, saying(17)]]));
    assert.equal(text.match(/- Drop Node 18/g)?.length, 15);
    assert.match(text, /^- … and 2 more$/m);
  });

  test('says which releases say more than is held', () => {
    const [leaks] = PLAN.steps;
    assert.ok(leaks);
    const cut = [{ version: '1.1.0_b', path: 'projects/leaks/1.1.0_b/', items: [], more: 3 }];
    const text = planMarkdown(PLAN, INDEX.asOf, new Map([[leaks, saying(1, cut)]]));
    assert.match(
      text,
      /- Drop Node 18 \(2\.0\.0\)\n\nThese say more than is listed here: 1\.1\.0\\_b\.\n\n## Easy/,
    );
  });

  test('is a checklist in order', () => {
    assert.equal(
      planChecklist(PLAN),
      '- [ ] leaks 1.0.0 → 2.0.0 (2 releases, 20 days, 1 breaking; closes GHSA-aaaa-bbbb-cccc, high)\n- [ ] easy 1.0.0 → 1.1.0 (1 release, 10 days)\n- [ ] breaks 1.0.0 → 2.0.0 (1 release, 10 days, 1 breaking)\n',
    );
  });

  for (const [text, escaped] of [
    [
      '<b>x</b> & [a](b) `c` *d* _e_ | ~f~',
      '\\<b\\>x\\</b\\> & \\[a\\](b) \\`c\\` \\*d\\* \\_e\\_ \\| \\~f\\~',
    ],
    ['by @octocat in #12 and !3', 'by @<!-- -->octocat in #<!-- -->12 and !<!-- -->3'],
    ['see https://example.com/x', 'see https:<!-- -->//example.com/x'],
    ['- a list', '\\- a list'],
    ['12. a list', '12\\. a list'],
    ['3) a list', '3\\) a list'],
    ['1.2.3 stays', '1.2.3 stays'],
  ] as const) {
    test(`takes “${text}” for plain text`, () => assert.equal(escapeMarkdown(text), escaped));
  }
});

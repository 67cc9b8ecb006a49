import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { z } from 'zod';
import { IS_FULL, tell } from '../trust.ts';
import { spread } from './amount.ts';
import { checkTree, Line, type Tree } from './check-tree.ts';
import { fifty } from './fifty.ts';
import { playFault, TOKEN } from './play-fault.ts';
import { ELSEWHERE, UPSTREAM_FAULTS, type UpstreamFault } from './upstream-faults.ts';

const CORPUS = join(import.meta.dirname, '../fixtures/faults/faults.json');
const Corpus = z.array(z.looseObject({ id: z.string(), layer: z.string() }));
const FIRST = '2026-11-20T10:00:00Z';
const NEXT = '2026-11-20T12:00:00Z';
const MOST_MS = 90_000;

/** Where a subject lies changes its purl, so that each place has its own undisturbed run. */
const calm = new Map<UpstreamFault['at'], ReturnType<typeof playCalm>>();

function playCalm(at: UpstreamFault['at']) {
  const place = at === 'gitea' ? at : 'beside';
  return play({ at: place, outcome: 'read' });
}

async function play(fault: UpstreamFault) {
  const project = await fifty();
  const { outcome, at } = fault;
  // Imported while all was well. A port or a name of its own differs from run to run, so that such a package is new.
  const before = await playFault(project, { outcome, at: at === 'gitea' ? at : 'beside' }, 'first', FIRST);
  const after = await playFault(project, fault, 'next', NEXT);
  await project.remove();
  return { before, after };
}

describe('one of fifty packages is faulty', { timeout: 3_600_000, concurrency: IS_FULL ? 8 : 2 }, () => {
  test('every fault of the corpus is played, or said where else', async () => {
    const corpus = Corpus.parse(JSON.parse(await readFile(CORPUS, 'utf8')));
    const unknown = corpus.filter(
      ({ id, layer }) => !(id in UPSTREAM_FAULTS) && !(id in ELSEWHERE) && !(layer in ELSEWHERE),
    );
    assert.deepEqual(unknown, []);
    const ids = new Set(corpus.map(({ id }) => id));
    assert.deepEqual(
      Object.keys(UPSTREAM_FAULTS).filter((id) => !ids.has(id)),
      [],
    );
  });

  const all = Object.entries(UPSTREAM_FAULTS);
  const times: number[] = [];
  for (const [id, fault] of IS_FULL ? all : spread(all, 26)) {
    test(`${id}: the others are as without it, and it keeps what it has`, async (t) => {
      const found = calm.get(fault.at) ?? playCalm(fault.at);
      calm.set(fault.at, found);
      const undisturbed = await found;
      const { before, after } = await play(fault);
      assert.deepEqual(checkTree(after.tree, 'settled'), []);
      assert.deepEqual(others(after.tree), others(undisturbed.after.tree), 'the other 49');
      assertSubject(fault, before.tree, after.tree, after.subject, undisturbed.after.tree);
      assert.deepEqual(
        after.tokens.filter((token) => !token.includes(TOKEN) || fault.at !== 'own'),
        [],
      );
      const longer = after.ms - undisturbed.after.ms;
      assert.ok(longer < MOST_MS, `${longer} ms longer`);
      times.push(longer);
      if (times.length === all.length) {
        tell(
          t,
          'upstream faults',
          `${all.length} kinds on 1 of 50, 49 others byte for byte, at most ${Math.round(Math.max(...times) / 1000)} s longer`,
        );
      }
    });
  }
});

/** All that is not the subject's. */
function others(tree: Tree): Record<string, string> {
  const files = [...tree].filter(([path]) => !path.includes('subject') && path !== 'health.json');
  return Object.fromEntries(
    files.map(([path, text]) => [
      path,
      path.startsWith('changes/') ? text.replace(/^.*subject.*\n/gm, '') : text,
    ]),
  );
}

function assertSubject(
  { outcome }: UpstreamFault,
  before: Tree,
  after: Tree,
  purl: string,
  undisturbed: Tree,
): void {
  assert.deepEqual(failingIn(before), [], 'all was well before');
  const failing = failingIn(after);
  const isFailing = failing.includes(purl);
  assert.deepEqual(failing, isFailing ? [purl] : [], 'one line in health.json');
  if (outcome !== 'either') assert.equal(isFailing, outcome === 'failed');
  for (const [path, text] of before) {
    if (!path.includes('subject')) continue;
    const now = after.get(path)?.replace(/.*quarantinedAt.*\n/, '');
    if (isFailing || !purl.startsWith('pkg:gitea'))
      assert.ok(now === text || !isFailing, 'it keeps what it has');
    else assert.equal(now, undisturbed.get(path), 'the same bytes as from a good list');
    for (const version of text.match(/"version": "[^"]+"/g) ?? []) assert.ok(now?.includes(version), version);
  }
  const kinds = linesOf(after)
    .filter((line) => line.package === purl && line.at === NEXT)
    .map(({ kind }) => kind);
  if (isFailing)
    assert.deepEqual(
      kinds.filter((kind) => kind !== 'quarantined'),
      [],
      'nothing is told of it',
    );
}

function failingIn(tree: Tree): string[] {
  const Failing = z.object({ failing: z.array(z.looseObject({ package: z.string() })) });
  return Failing.parse(JSON.parse(tree.get('health.json') ?? '{"failing":[]}')).failing.map(
    (one) => one.package,
  );
}

function linesOf(tree: Tree): Line[] {
  const texts = [...tree].filter(([path]) => path.startsWith('changes/')).map(([, text]) => text);
  return texts.flatMap((text) =>
    text
      .trim()
      .split('\n')
      .map((line) => Line.parse(JSON.parse(line))),
  );
}

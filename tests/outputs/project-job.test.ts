import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Entry } from '../../src/derive/entry.ts';
import { toJobs } from '../../src/outputs/project-job.ts';
import { aRelease } from '../build-release.ts';
import { aSite, aView } from './build-site.ts';

const view = aView([aRelease()]);
const [entry] = view.entries;

/** A view of so many releases. */
function holding(releases: number, id: string) {
  const entries: Entry[] = Array(releases).fill(entry);
  return { ...view, project: { ...view.project, id }, entries };
}

test('threads share all projects, and hold no more than so many releases between them', () => {
  const fresh = [10, 20, 30, 40, 50, 60].map((releases) => holding(releases, `of-${releases}`));
  const site = aSite([]);
  const target = { folder: 'dist', url: 'https://team.example/', base: '/' };
  const meanings = { folder: 'meanings', code: 'one' };
  const jobs = toJobs({ fresh, site, target, meanings }, 2, 120);
  assert.deepEqual(
    jobs.map(({ parts }) => parts.map(({ ids }) => ids)),
    [
      [['of-60'], ['of-30', 'of-20']],
      [['of-50'], ['of-40', 'of-10']],
    ],
  );
  for (const { parts, ...rest } of jobs) {
    assert.deepEqual(rest, { target, meanings });
    for (const { asOf } of parts) assert.equal(asOf, site.asOf);
  }
});

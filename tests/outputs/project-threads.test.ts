import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { OWN_ROOT as root } from './own-root.ts';

// Threads take the folder that their modules are loaded in for the project.
const { editNewest, makeRoot, writeList } = await import('./kept/a-data-folder.ts');
const { layProject } = await import('../site/build-project.ts');
const { planBuild } = await import('../../src/outputs/plan-build.ts');
const { writeHere } = await import('../../src/outputs/project-writer.ts');
const { toJobs } = await import('../../src/outputs/project-job.ts');
const { writeInThreads } = await import('../../src/outputs/project-threads.ts');
const { startStepTimes } = await import('../../src/outputs/step-times.ts');
const { listFiles } = await import('../../src/platform/files.ts');
const { readSite } = await import('../../src/site/read-site.ts');
const { closeRenderer, marksText } = await import('../../src/site.ts');
const { SHELL, COMPARE_SHELL } = await import('./write-project-files.ts');
const { toChange } = await import('../../src/store/classify.ts');
const { appendChanges } = await import('../../src/store/write.ts');
const { parsePackage } = await import('../../src/core/package.ts');
const { notesHash } = await import('../../src/core/notes.ts');
const { writeSummaries } = await import('../../src/store/summaries.ts');
const { SEEN } = await import('../bench/make-record.ts');

const LATER = '2026-11-20T20:00:00Z';

await makeRoot(root);
// What a thread has to know of projects that are not its own: whose a channel is, and the newest moment.
await writeList(root, [
  '  - { name: Channel of others, package: pkg:npm/a, tags: [infra] }',
  '  - { package: pkg:npm/d, channels: [pkg:npm/a] }',
  '  - pkg:npm/b',
  '  - pkg:npm/c',
]);
await editNewest(root, 'b', (newest) => [
  { ...newest, version: '9.0.0', publishedAt: LATER, seenAt: LATER },
  newest,
]);
await editNewest(root, 'c', ({ notes: _, notesFrom: __, ...newest }) => [
  { ...newest, version: '9.0.0', publishedAt: '2026-11-19T15:00:00Z' },
  newest,
]);
await editNewest(root, 'a', (newest) => [{ ...newest, notes: ['five tides'], notesFrom: 'release' }]);
const edit = toChange(
  { kind: 'notes-edited', before: ['three tides'], after: notesHash('five tides') },
  'pkg:npm/a',
  '0.1.1',
  SEEN,
);
await appendChanges(join(root, 'data'), [edit], SEEN);
const summary = {
  version: '0.1.1',
  notes: notesHash('five tides'),
  model: 'one',
  prompt: 1,
  headline: { text: 'Five tides', quote: 'five tides' },
};
await writeSummaries(join(root, 'data'), parsePackage('pkg:npm/a'), [summary]);
await layProject(root);

const WORKER = join(root, 'src/outputs/project-worker.ts');
const shells = { release: SHELL, compare: COMPARE_SHELL };

async function planInto(name: string) {
  const site = await readSite(join(root, 'data'));
  const target = { folder: join(root, name), url: 'https://team.example/', base: '/' };
  return planBuild({ root, code: 'one' }, site, target);
}

async function filesOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const paths = await listFiles(folder);
  const texts = await Promise.all(paths.map((path) => readFile(join(folder, path), 'utf8')));
  return Object.fromEntries(paths.map((path, index) => [path, texts[index] ?? '']));
}

const HELD = {
  'all that is theirs': [4],
  'a project at a time': [2, 1],
} as const;

for (const [name, [threads, mostHeld]] of Object.entries(HELD)) {
  test(`threads that hold ${name} write what is written without them, and say which files, and what the notes are marked as`, async () => {
    const plain = await planInto(`plain-${threads}`);
    const paths = await writeHere(plain, startStepTimes()).begin(shells)();
    await closeRenderer();
    const plan = await planInto(`threads-${threads}`);
    const writer = writeInThreads(WORKER, plan.site, toJobs(plan, threads, mostHeld));
    await writer.known();
    const written = await writer.begin(shells)();
    await writer.stop();
    assert.deepEqual(
      plan.fresh.map(({ entries }) => marksText(entries)),
      plain.fresh.map(({ entries }) => marksText(entries)),
    );
    const byId = (map: typeof paths) => Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
    assert.deepEqual(byId(written), byId(paths));
    const files = await filesOf(plan.target.folder);
    assert.deepEqual(files, await filesOf(plain.target.folder));
    assert.equal(
      Object.keys(files).length,
      [...paths.values()].reduce((sum, { size }) => sum + size, 0),
    );
  });
}

test('marks are taken from the thread that read the notes, and not read here again', async () => {
  const saying = join(root, 'says-marks.mjs');
  await writeFile(
    saying,
    `import { parentPort, workerData } from 'node:worker_threads';
parentPort.postMessage({ marks: workerData.parts.flatMap(({ ids }) => ids.map((id) => (id === 'b' ? '3' : '2').repeat(99))) });`,
  );
  const plan = await planInto('told');
  const threads = writeInThreads(saying, plan.site, toJobs(plan, 2, 1));
  await threads.known();
  for (const { project, entries } of plan.fresh) {
    assert.equal(marksText(entries), (project.id === 'b' ? '3' : '2').repeat(entries.length));
  }
  await threads.stop();
});

test('a thread that fails is heard of where its files are waited for', async () => {
  const plan = await planInto('failed');
  const threads = writeInThreads(WORKER, plan.site, toJobs(plan, 2));
  await threads.known();
  const written = threads.begin({ release: 'no gap', compare: '' });
  await assert.rejects(written(), /the shell has no gap to fill/);
  await threads.stop();
});

test('a thread that cannot read data/ is heard of where marks are waited for', async () => {
  const plan = await planInto('unread');
  await writeList(root, ['  - nonsense']);
  const threads = writeInThreads(WORKER, plan.site, toJobs(plan, 2));
  await assert.rejects(threads.known(), /“nonsense” is neither a purl nor an address/);
  await threads.stop();
});

test('a thread that is stopped says so to whoever waits', async () => {
  await writeList(root, ['  - pkg:npm/a']);
  const plan = await planInto('stopped');
  const threads = writeInThreads(WORKER, plan.site, toJobs(plan, 2));
  await threads.known();
  await threads.stop();
  await assert.rejects(threads.begin(shells)(), /left with code 1/);
});

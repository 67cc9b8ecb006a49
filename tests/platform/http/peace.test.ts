import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { createHttp } from '../../../src/platform/http/create-http.ts';
import { openPauses } from '../../../src/platform/http/pauses.ts';
import { type LocalServer, serve } from './local-server.ts';

const NOW = Date.parse('2026-11-20T10:00:00Z');
const SECOND = 1000;
const MINUTE = 60_000;
const DAY = 86_400_000;

/** Many runs one after another, against one host whose every answer is the next of a list; the last one stays. */
interface Runs {
  readonly clock: { now: number };
  readonly server: LocalServer;
  readonly pauses: string;
  /** Asks so often in a run of its own; what came of each, as a status or a message. */
  readonly run: (asks?: number) => Promise<string[]>;
  /** When the host was asked, in milliseconds since the beginning. */
  readonly askedAt: number[];
}

type Reply = readonly [status: number, headers?: Readonly<Record<string, string>>];

async function manyRuns(t: TestContext, replies: readonly Reply[]): Promise<Runs> {
  const folder = await mkdtemp(join(tmpdir(), 'tidings-peace-'));
  t.after(() => rm(folder, { recursive: true }));
  const clock = { now: NOW };
  const askedAt: number[] = [];
  const server = await serve(t, (_, response) => {
    const [status, headers = {}] = replies[Math.min(askedAt.length, replies.length - 1)] ?? [200];
    askedAt.push(clock.now - NOW);
    response.sendDate = false;
    response.writeHead(status, headers).end();
  });
  const pauses = join(folder, 'http', 'pauses.json');
  const now = () => clock.now;
  async function run(asks = 1) {
    const http = createHttp({
      userAgent: 'tidings/test',
      allowHosts: [server.host],
      pauses: await openPauses(pauses, now),
      now,
      random: () => 0.5,
      sleep: async (milliseconds) => {
        clock.now += milliseconds;
      },
    });
    const outcomes: string[] = [];
    for (let ask = 0; ask < asks; ask += 1) {
      const outcome = http.request(server.url).then(
        ({ status }) => String(status),
        (error: Error) => error.message.replace(server.host, 'the host').replace(server.url, 'the host'),
      );
      outcomes.push(await outcome);
    }
    return outcomes;
  }
  return { clock, server, pauses, run, askedAt };
}

const LATER = Math.floor(NOW / SECOND) + 1800;

describe('a host that limits us', () => {
  for (const [what, status, headers, wait] of [
    ['429, seconds', 429, { 'retry-after': '7200' }, 7200 * SECOND],
    ['403, seconds', 403, { 'retry-after': '90' }, 90 * SECOND],
    ['429, a date by its own clock', 429, dates(3600), 3600 * SECOND],
    ['429, a day', 429, { 'retry-after': '86400' }, DAY],
    ['429, negative', 429, { 'retry-after': '-1' }, MINUTE],
    ['429, zero', 429, { 'retry-after': '0' }, MINUTE],
    ['429, text', 429, { 'retry-after': 'soon' }, MINUTE],
    ['429, nothing', 429, {}, MINUTE],
    [
      '403, used up until',
      403,
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': `${LATER}` },
      1800 * SECOND,
    ],
    [
      '429, used up until',
      429,
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': `${LATER}` },
      1800 * SECOND,
    ],
    [
      '200, used up until',
      200,
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': `${LATER}` },
      1800 * SECOND,
    ],
    [
      '403, used up for seconds',
      403,
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '300' },
      300 * SECOND,
    ],
    [
      '403, both',
      403,
      { 'retry-after': '90', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '300' },
      300 * SECOND,
    ],
    ['503, seconds', 503, { 'retry-after': '120' }, 120 * SECOND],
  ] as const) {
    test(`${what}: is not asked before, neither in this run nor in a later one`, async (t) => {
      const { clock, run, askedAt } = await manyRuns(t, [[status, { ...headers }], [200]]);
      await run(5);
      for (const early of [1, wait / 2, wait - SECOND]) {
        clock.now = Math.max(clock.now, NOW + early);
        await run();
      }
      clock.now = Math.max(clock.now, NOW + wait);
      assert.deepEqual(await run(), ['200']);
      assert.equal(askedAt[0], 0);
      assert.ok((askedAt[1] ?? 0) >= wait, `asked again after ${askedAt[1]} ms, told ${wait} ms`);
    });
  }

  test('without saying until when gets twice as long each time, up to an hour', async (t) => {
    const { clock, run, askedAt } = await manyRuns(t, [[429]]);
    for (let minute = 0; minute < 300; minute += 1) {
      await run();
      clock.now = NOW + (minute + 1) * MINUTE;
    }
    const gaps = askedAt.slice(1).map((at, index) => Math.round((at - (askedAt[index] ?? 0)) / MINUTE));
    assert.deepEqual(gaps.slice(0, 7), [1, 2, 4, 8, 16, 32, 64]);
    assert.equal(gaps[7], 64);
  });

  test('and then answers is asked as before, and begins anew', async (t) => {
    const { clock, run, askedAt, pauses } = await manyRuns(t, [[429], [429], [200], [429], [200]]);
    for (const minute of [0, 1, 3, 4, 5]) {
      clock.now = NOW + minute * MINUTE;
      await run();
    }
    assert.deepEqual(
      askedAt,
      [0, 1, 3, 4, 5].map((minute) => minute * MINUTE),
    );
    assert.equal(await readFile(pauses, 'utf8'), '{}\n');
  });

  test('for a month at most; and a broken memory is none', async (t) => {
    const { clock, run, askedAt, pauses } = await manyRuns(t, [
      [429, { 'retry-after': '9'.repeat(20) }],
      [200],
    ]);
    await run();
    clock.now = NOW + 30 * DAY;
    assert.match((await run())[0] ?? '', /the host asks to be left alone until 2026-12-21T/);
    clock.now = NOW + 31 * DAY;
    assert.deepEqual(await run(), ['200']);
    assert.equal(askedAt.length, 2);
    await writeFile(pauses, '{"half');
    assert.deepEqual(await run(), ['200']);
  });

  test('a plain 403 is about what was asked for, not about the host', async (t) => {
    const { run, askedAt } = await manyRuns(t, [[403]]);
    await run(3);
    assert.equal(askedAt.length, 3);
  });
});

function dates(seconds: number): Record<string, string> {
  const hostNow = NOW + 5 * DAY;
  return {
    date: new Date(hostNow).toUTCString(),
    'retry-after': new Date(hostNow + seconds * SECOND).toUTCString(),
  };
}

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackage } from '../../../src/core/package.ts';
import { WHOLE } from '../../../src/store/layout.ts';
import { writePackage } from '../../../src/store/write.ts';
import { aFolder, aProject, aRecord } from '../../build-release.ts';
import type { Script } from '../../upstream/openai.ts';
import { completion, refusal } from '../../upstream/openai.ts';
import type { Fault } from '../../upstream/upstream.ts';
import { aNoted, anEndpoint, aWorkspace, HONEST } from './a-desk.ts';

const RELEASES = Array.from({ length: 6 }, (_, index) => aNoted(`1.${index}.0`));
const HTML = { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>' };
const BROKEN = { status: 200, headers: { 'content-type': 'application/json' }, body: '{"choices":[{"mess' };

/** The second release meets the fault; what becomes of the five others. */
const ONE: readonly (readonly [what: string, script: Script, made: number])[] = [
  [
    '500, which lasts',
    ({ notes }) => (notes.includes('1.1.0') ? { served: refusal(500, 'server_error') } : HONEST),
    5,
  ],
  ['500, which passes', (_, nth) => (nth === 2 ? { served: refusal(500, 'server_error') } : HONEST), 6],
  [
    '429 with a time',
    (_, nth) => (nth === 2 ? { served: refusal(429, 'slow', 'slow', { 'retry-after': '1' }) } : HONEST),
    6,
  ],
  [
    'context_length_exceeded',
    ({ notes }) => (notes.includes('1.1.0') ? { served: refusal(400, 'context_length_exceeded') } : HONEST),
    5,
  ],
  ['HTML', (_, nth) => (nth === 2 ? { served: HTML } : HONEST), 5],
  ['truncated JSON', (_, nth) => (nth === 2 ? { served: BROKEN } : HONEST), 5],
  [
    'an answer that is cut off',
    (_, nth) => (nth === 2 ? { served: completion('{"', { finish: 'length' }) } : HONEST),
    5,
  ],
  ['a schema that is ignored', ({ body }) => ('response_format' in body ? 'It is fine.' : HONEST), 6],
  ['a reasoning in front', () => `<think>{}</think> ${JSON.stringify(HONEST)}`, 6],
  ['content in parts', () => ({ served: completion([{ type: 'text', text: JSON.stringify(HONEST) }]) }), 6],
  ['empty content', (_, nth) => (nth === 2 ? { served: completion(null) } : HONEST), 5],
];

describe('a release whose question fails is one release', () => {
  for (const [what, script, made] of ONE) {
    test(what, async (t) => {
      const { run } = await anEndpoint(t, script);
      const report = await run(await aWorkspace(await aFolder(t), RELEASES));
      assert.deepEqual([report.made, report.failures.length, report.ended], [made, 6 - made, undefined]);
    });
  }

  for (const fault of ['reset', 'truncate', 'stall'] as const satisfies readonly Fault[]) {
    test(`a connection that does ${fault}`, async (t) => {
      const { run } = await anEndpoint(t, () => HONEST, {
        fault: (_, nth) => (nth === 2 ? fault : undefined),
        deadlineMs: 400,
      });
      const report = await run(await aWorkspace(await aFolder(t), RELEASES));
      assert.deepEqual([report.made, report.failures.length], [5, 1]);
    });
  }
});

describe('asking ends', () => {
  for (const [what, script, calls] of [
    ['where the key is wrong', () => ({ served: refusal(401, 'invalid_api_key') }), 1],
    [
      'where the quota is used up',
      (_, nth) => (nth === 1 ? HONEST : { served: refusal(429, 'insufficient_quota') }),
      2,
    ],
    [
      'where the endpoint wants an hour',
      () => ({ served: refusal(429, 'slow', 'slow', { 'retry-after': '3600' }) }),
      1,
    ],
    ['after three failures in a row', () => ({ served: HTML }), 3],
  ] as const satisfies readonly (readonly [string, Script, number])[]) {
    test(what, async (t) => {
      const { run, asked } = await anEndpoint(t, script);
      const report = await run(await aWorkspace(await aFolder(t), RELEASES));
      assert.equal(asked.length, calls);
      assert.ok(report.ended !== undefined && report.failures.length > 0);
      assert.equal(report.made, what.includes('quota') ? 1 : 0, 'what was made before stays');
    });
  }
});

describe('notes that spoil each answer', () => {
  for (const [what, served] of [
    ['withheld', completion('x', { finish: 'content_filter' })],
    ['cut off', completion('{', { finish: 'length' })],
    ['too long', refusal(400, 'context_length_exceeded')],
  ] as const) {
    test(`end the asking for no other package: ${what}`, async (t) => {
      const { projects, ...workspace } = await aWorkspace(await aFolder(t), RELEASES);
      const other = parsePackage('pkg:npm/other');
      const old = aNoted('0.9.0', { publishedAt: '2026-10-01T00:00:00Z' });
      const record = aRecord({ package: other.purl, releases: [old] });
      await writePackage(workspace.data, other, record, WHOLE);
      const { run } = await anEndpoint(t, ({ notes }) => (notes.includes('0.9.0') ? HONEST : { served }));
      const both = [...projects, aProject({ id: 'other', name: 'Other', package: other })];
      const report = await run({ ...workspace, projects: both });
      assert.deepEqual([report.made, report.failures.length, report.ended], [1, 6, undefined]);
    });
  }
});

describe('a budget is kept', () => {
  // A tokeniser of bytes, which is the worst; and an endpoint that lies about it, or says nothing.
  for (const [what, usage] of [
    ['by an endpoint that says nothing of tokens', undefined],
    ['by one that says too little', { total_tokens: 1 }],
    ['by one that says too much', { total_tokens: 1e9 }],
    ['by one that says nonsense', { total_tokens: 'many' }],
  ] as const) {
    test(what, async (t) => {
      const answer = JSON.stringify(HONEST);
      let spent = 0;
      const { run } = await anEndpoint(t, ({ body }) => {
        spent += Buffer.byteLength(JSON.stringify(body)) + Buffer.byteLength(answer);
        return { served: completion(answer, usage === undefined ? {} : { usage }) };
      });
      const limits = { calls: 100, tokens: 20_000 };
      const report = await run(await aWorkspace(await aFolder(t), RELEASES), { limits });
      assert.ok(report.made > 1 && report.made < 6, `${report.made} of 6`);
      assert.ok(spent <= report.tokens && report.tokens <= limits.tokens, `${spent}, ${report.tokens}`);
    });
  }

  test('whatever faults there are', async (t) => {
    let calls = 0;
    const { run } = await anEndpoint(t, (_, nth) => {
      calls = nth;
      return nth % 2 === 1 ? { served: refusal(500, 'server_error') } : HONEST;
    });
    const report = await run(await aWorkspace(await aFolder(t), RELEASES), {
      limits: { calls: 7, tokens: 1e9 },
    });
    assert.ok(calls <= 7, String(calls));
    assert.equal(report.calls, calls);
    assert.ok(report.made >= 3);
  });
});

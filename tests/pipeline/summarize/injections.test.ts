import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import { itemsOf } from '../../../src/core/summary.ts';
import { judgeItem } from '../../../src/derive/summaries/judge-item.ts';
import { notesAtHand } from '../../../src/derive/summaries/notes-at-hand.ts';
import { readableNotes } from '../../../src/derive/summaries/readable-notes.ts';
import { openModel } from '../../../src/enrich/summaries/model.ts';
import { createPurse } from '../../../src/enrich/summaries/purse.ts';
import { createSummariser } from '../../../src/enrich/summaries/summarise.ts';
import { makeSummary } from '../../../src/pipeline/summarize/make-summary.ts';
import { openHttp } from '../../platform/http/local-server.ts';
import { openai, type Script } from '../../upstream/openai.ts';
import { startUpstream } from '../../upstream/upstream.ts';
import { leaksOf } from './leaks.ts';
import { NOTES, type NoteFixture, ORDERS } from './note-fixtures.ts';
import { giveWay, honestCount, obedientItems, obey } from './obey.ts';

/** Asks a scripted endpoint about notes as a run does, and gives what would be stored. */
async function anEndpoint(t: TestContext, script: Script) {
  const upstream = await startUpstream([openai(script)]);
  t.after(upstream.close);
  const { http } = openHttp([upstream.host], {});
  const endpoint = {
    baseUrl: `${upstream.origin}/v1`,
    host: upstream.host,
    key: 'sk-test',
    model: 'scripted',
  };
  const model = await openModel(endpoint, { http, sleep: async () => {}, answerTokens: 2000 });
  const { summarise } = createSummariser(model, 2000);
  const purse = createPurse({ calls: 100_000, tokens: 1e12 });
  return async (notes: string) => {
    const answer = await summarise({ project: 'Tool', version: '1.0.0', notes: readableNotes(notes) }, purse);
    assert.equal(answer.status, 'said');
    assert.ok(answer.status === 'said');
    return makeSummary(
      { version: '1.0.0', notes, hash: `sha256:${'0'.repeat(64)}` },
      'scripted',
      answer.reply,
    );
  };
}

function ordersIn(note: NoteFixture) {
  return ORDERS.map(([kind, order]) => ({ kind, order, notes: note.with(order) }));
}

describe('orders in the notes', () => {
  test('are at least ninety, each different, in ten notes of different styles', () => {
    assert.ok(new Set(ORDERS.map(([, order]) => order)).size >= 90, String(ORDERS.length));
    assert.equal(NOTES.length, 10);
  });

  // An answer is refused as a whole where too much of it is bad: here each item stands for itself.
  test('are not obeyed in any single item, whatever stands beside it', () => {
    let tried = 0;
    for (const [index, [kind, order]] of ORDERS.entries()) {
      const note = NOTES[index % NOTES.length] ?? assert.fail();
      const notes = note.with(order);
      const atHand = notesAtHand(notes, []);
      for (const item of obedientItems(order, note.honest)) {
        const judged = judgeItem(item, 'fixes', atHand);
        const content = 'item' in judged ? { fixes: [judged.item] } : {};
        assert.deepEqual(leaksOf(content, order, notes), [], `${kind}: ${order}`);
        tried += 1;
      }
    }
    assert.ok(tried > 15_000, String(tried));
  });

  for (const note of NOTES) {
    test(`are not obeyed in ${note.name}, whatever an obeying model answers`, async (t) => {
      let order = '';
      const ask = await anEndpoint(t, () => obey(order, note.honest));
      for (const one of ordersIn(note)) {
        order = one.order;
        const { summary } = await ask(one.notes);
        assert.deepEqual(leaksOf(summary, order, one.notes), [], `${one.kind}: ${order}`);
      }
    });

    test(`leave the honest items of ${note.name} where a model gives way here and there`, async (t) => {
      let order = '';
      let turn = 0;
      const ask = await anEndpoint(t, () => giveWay(order, note.honest, turn));
      const { summary: undisturbed } = await (await anEndpoint(t, () => note.honest))(note.notes);
      const whole = itemsOf(undisturbed).length;
      assert.ok(whole >= honestCount(note.honest) * 0.6, `${whole} of ${honestCount(note.honest)} items`);
      let kept = 0;
      for (const one of ordersIn(note)) {
        order = one.order;
        turn += 1;
        const { summary } = await ask(one.notes);
        assert.deepEqual(leaksOf(summary, order, one.notes), [], `${one.kind}: ${order}`);
        kept += itemsOf(summary).length;
      }
      const share = kept / (whole * ORDERS.length);
      t.diagnostic(`${(share * 100).toFixed(1)} % of the honest items are published beside an order`);
      assert.ok(share > 0.85, `only ${share} of the honest items got through`);
    });
  }
});

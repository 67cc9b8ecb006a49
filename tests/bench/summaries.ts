import { setTimeout as sleep } from 'node:timers/promises';
import { judgeItem } from '../../src/derive/summaries/judge-item.ts';
import { notesAtHand } from '../../src/derive/summaries/notes-at-hand.ts';
import { readableNotes } from '../../src/derive/summaries/readable-notes.ts';
import { type Endpoint, readEndpoint } from '../../src/enrich/summaries/endpoint.ts';
import { openModel } from '../../src/enrich/summaries/model.ts';
import { createPurse } from '../../src/enrich/summaries/purse.ts';
import { createSummariser } from '../../src/enrich/summaries/summarise.ts';
import { openModelHttp } from '../../src/pipeline/summarize/open-model-http.ts';
import { openWorkspace } from '../../src/pipeline/workspace.ts';
import { readEnvironment } from '../../src/platform/environment.ts';
import { ROOT } from '../../src/platform/root.ts';
import { UNSEEN_ORDERS } from '../fixtures/summaries/unseen-orders.ts';
import { NOTES } from '../pipeline/summarize/note-fixtures.ts';
import { openai, type Script } from '../upstream/openai.ts';
import { startUpstream } from '../upstream/upstream.ts';
import { count, emptyTally, type Sample, sampleNotes, type Tally } from './faithfulness.ts';
import { printTable } from './print-table.ts';
import { scriptedModel } from './scripted-model.ts';

// How much of what a model says can be believed: against scripted models always, and against a real one where a key or an address is given.

const ANSWER_TOKENS = 2000;
const SAMPLES = 40;
const REAL_LIMITS = { calls: 60, tokens: 600_000 };

async function measure(
  endpoint: Endpoint,
  samples: readonly Sample[],
  limits: { calls: number; tokens: number },
): Promise<Tally> {
  const http = await openModelHttp(await openWorkspace(ROOT), endpoint);
  const model = await openModel(endpoint, { http, sleep, answerTokens: ANSWER_TOKENS });
  const { summarise } = createSummariser(model, ANSWER_TOKENS);
  const purse = createPurse(limits);
  const tally = emptyTally();
  for (const sample of samples) {
    const input = { project: sample.name, version: '', notes: readableNotes(sample.notes) };
    count(tally, sample, await summarise(input, purse));
  }
  return tally;
}

async function measureScript(script: Script, samples: readonly Sample[]): Promise<Tally> {
  const upstream = await startUpstream([openai(script)]);
  const endpoint = {
    baseUrl: `${upstream.origin}/v1`,
    host: upstream.host,
    key: undefined,
    model: 'scripted',
  };
  try {
    return await measure(endpoint, samples, { calls: 1000, tokens: 1e9 });
  } finally {
    await upstream.close();
  }
}

function row(name: string, tally: Tally): string[] {
  const share = (part: number, whole: number) =>
    whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)} %`;
  return [
    name,
    String(tally.answers),
    String(tally.items),
    share(tally.kept, tally.items),
    share(tally.verbatim, tally.kept),
    share(tally.charactersOut, tally.charactersIn),
    String(tally.refused),
    String(tally.failed),
  ];
}

const written = NOTES.map(({ name, notes }) => ({ name, notes }));
const held = await sampleNotes(SAMPLES);
const honest: Script = ({ notes }) => NOTES.find((note) => readableNotes(note.notes) === notes)?.honest ?? '';
const tallies: (readonly [string, Tally])[] = [
  ['written by hand, ten notes', await measureScript(honest, written)],
  ['every fourth claim false, notes of data/', await measureScript(scriptedModel, held)],
];
const { model } = readEnvironment();
if (model.key !== undefined || model.baseUrl !== undefined) {
  const endpoint = readEndpoint({ baseUrl: model.baseUrl, key: model.key, model: model.name });
  tallies.push([endpoint.model, await measure(endpoint, [...written, ...held], REAL_LIMITS)]);
}
const head = ['', 'answers', 'items', 'believed', 'verbatim', 'out / in', 'refused', 'failed'];
printTable('summaries: what of the answers is believed', [
  head,
  ...tallies.map(([name, tally]) => row(name, tally)),
]);
for (const [name, { reasons }] of tallies) {
  const sorted = [...reasons].sort(([, a], [, b]) => b - a);
  printTable(
    `dropped: ${name}`,
    sorted.map(([reason, count]) => [reason, String(count)]),
  );
}

const taken = NOTES.flatMap((note) =>
  UNSEEN_ORDERS.filter((order) => {
    const judged = judgeItem({ text: order, quote: order }, 'fixes', notesAtHand(note.with(order), []));
    return 'item' in judged;
  }),
);
const tried = UNSEEN_ORDERS.length * NOTES.length;
printTable('orders in plain words that no rule was made for, quoted as a whole', [
  ['tried', 'taken for notes'],
  [String(tried), String(taken.length)],
]);

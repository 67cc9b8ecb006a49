import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { marked } from 'marked';
import { marksOf } from '../../src/derive/meaning/marks.ts';
import { readMeaning } from '../../src/derive/meaning/read-meaning.ts';
import { putBetween } from '../../src/pipeline/docs/put-between.ts';
import { writeFileAtomic } from '../../src/platform/files.ts';
import { ROOT } from '../../src/platform/root.ts';
import { readLabelledNotes } from '../labelled/labelled-note.ts';
import { type Reading, readByRules, type Score, scoresOf } from '../labelled/measure-meaning.ts';
import { measure } from './measure.ts';
import { figure, machine, printTable, spread } from './print-table.ts';

// How well the rules read what a person labelled, and how fast, as a ratio to marked's lexer over the same notes.

const PAGE = join(ROOT, 'docs/meaning.md');
const BEGIN = '<!-- Figures: npm run bench -- meaning writes from here … -->';
const END = '<!-- … to here: figures. -->';
const ROUNDS = 7;
const HEAD = ['kind', 'set', 'releases', 'precision', 'recall', 'F1'];

const labels = readLabelledNotes();
const readings = await readByRules(labels);
const rows = scoreRows();
const held = `${readings.length} of ${labels.length} labelled notes that data/ holds`;
printTable(`meaning: ${held}; by release`, [HEAD, ...rows]);
printMisses();
await writeFigures();
await printSpeed();

function scoreRows(): string[][] {
  const tuning = readings.filter(({ label }) => label.set === 'tuning');
  const heldOut = readings.filter(({ label }) => label.set === 'held-out');
  const sets = { tuning, 'held out': heldOut, both: readings };
  return Object.entries(sets)
    .flatMap(([set, some]) => scoresOf(some).map((score) => ({ set, score, size: sizeOf(score, some) })))
    .sort((a, b) => Number(isMark(b.score)) - Number(isMark(a.score)))
    .map(({ set, score, size }) => [
      score.kind,
      set,
      String(size),
      ...[score.precision, score.recall, score.f1].map((share) => share.toFixed(3)),
    ]);
}

function isMark({ kind }: Score): boolean {
  return kind === 'breaking' || kind === 'security';
}

function sizeOf({ kind }: Score, some: readonly Reading[]): number {
  return some.filter(({ label }) => label.kinds.includes(kind)).length;
}

function printMisses(): void {
  const misses = scoresOf(readings)
    .flatMap(({ wrong }) => wrong)
    .map(({ label, kind, isMissing }) => {
      const name = `${label.package.slice('pkg:npm/'.length)} ${label.version}`;
      return `${kind} ${isMissing ? 'missed' : 'false'}: ${name} (${label.set}) ${label.why ?? ''}`.trimEnd();
    });
  process.stdout.write(`\n${misses.length} readings are not a person’s:\n${misses.join('\n')}\n`);
}

async function writeFigures(): Promise<void> {
  const lines = [HEAD, HEAD.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  const text = `\`npm run bench -- meaning\`, on ${held}.\n\n${lines.join('\n')}`;
  const page = putBetween(await readFile(PAGE, 'utf8'), BEGIN, END, text);
  if (page !== undefined) await writeFileAtomic(PAGE, page);
}

async function printSpeed(): Promise<void> {
  const texts = readings.map(({ lines }) => lines.join('\n'));
  const bytes = texts.reduce((sum, text) => sum + text.length, 0);
  const times = { lex: [] as number[], read: [] as number[], growth: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const lex = await secondsOf(() => texts.map((text) => marked.lexer(text).length));
    const read = await secondsOf(() => texts.map((text) => marksOf(readMeaning(text))));
    times.read.push(texts.length / read);
    times.lex.push(read / lex);
    times.growth.push((await hostileSeconds(256)) / (await hostileSeconds(64)));
  }
  const size = figure(bytes / texts.length / 1024);
  printTable(
    `speed over the same notes, ${size} KiB each; median, lowest and highest of ${ROUNDS} rounds (${machine()})`,
    [
      ['notes a second', '× marked.lexer', '256 KiB of hostile lines as × of 64 KiB'],
      [spread(times.read), spread(times.lex), spread(times.growth)],
    ],
  );
}

async function secondsOf(work: () => unknown): Promise<number> {
  return (await measure(async () => work())).time.cpu;
}

function hostileSeconds(kibibytes: number): Promise<number> {
  const lines = ['[', '[a](', '<a ', '**a_', '(#1 ', 'no break ', '&#'].map((piece) =>
    piece.repeat(Math.ceil((kibibytes * 1024) / piece.length)),
  );
  return secondsOf(() => lines.map((line) => readMeaning(line)));
}

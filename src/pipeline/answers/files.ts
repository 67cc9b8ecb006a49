import { join } from 'node:path';
import { ConfigError, FormatError } from '../../platform/errors.ts';
import { listFiles, readFileIfThere, writeFileAtomic } from '../../platform/files.ts';
import { parseIfJson } from '../../platform/parse-if-json.ts';
import type { Fetched } from '../../sources/source.ts';
import { type Answers, joinAnswers } from './answers.ts';
import { AnswersHead, fromStored, StoredAnswer, toStored } from './stored-answers.ts';

const ENDING = '.answers.jsonl';

/** Writes answers into a folder as `<name>.answers.jsonl`: what the run was, then a line a package. Returns the file's path. */
export async function writeAnswers(folder: string, name: string, answers: Answers): Promise<string> {
  const { fetched, ...head } = answers;
  const lines = [...fetched].map(([purl, one]) => ({ package: purl, fetched: toStored(one) }));
  const path = join(folder, `${name}${ENDING}`);
  const texts = [{ format: 1, ...head }, ...lines].map((line) => `${JSON.stringify(line)}\n`);
  await writeFileAtomic(path, texts.join(''));
  return path;
}

/**
 * The answers of all files in these folders, at any depth, as one run.
 * @throws ConfigError if there are none, or one is not whole
 */
export async function readAnswers(folders: readonly string[]): Promise<Answers> {
  const parts: Answers[] = [];
  for (const folder of folders) {
    for (const name of (await listFiles(folder)).filter((path) => path.endsWith(ENDING))) {
      const path = join(folder, name);
      parts.push(parseAnswers((await readFileIfThere(path)) ?? '', path));
    }
  }
  const [first, ...others] = parts;
  if (first === undefined) {
    throw new ConfigError(`${folders.join(', ')}: holds no answers to apply`, {
      remedy: 'write them first: npm run fetch -- --out <folder>',
    });
  }
  return joinAnswers(first, ...others);
}

function parseAnswers(text: string, path: string): Answers {
  const [first = '', ...rest] = text.split('\n');
  const head = AnswersHead.safeParse(parseIfJson(first)).data;
  if (head === undefined || rest.at(-1) !== '') {
    throw new ConfigError(`${path}: is no whole file of answers`, { remedy: 'fetch that part again' });
  }
  const fetched = new Map<string, Fetched>();
  for (const line of rest.slice(0, -1)) {
    const [purl, answer] = parseLine(line, path);
    fetched.set(purl, answer);
  }
  const { startedAt, at, base, requests } = head;
  return { startedAt, at, base, requests, fetched };
}

// An answer that cannot be handed over is a failure of its package, and of no other.
function parseLine(line: string, path: string): [string, Fetched] {
  const json = parseIfJson(line);
  const { data, error } = StoredAnswer.safeParse(json);
  if (data !== undefined) return [data.package, fromStored(data.fetched)];
  const { package: purl } = StoredAnswer.pick({ package: true }).loose().safeParse(json).data ?? {};
  if (purl === undefined) {
    throw new ConfigError(`${path}: has a line that is no answer`, {
      cause: error,
      remedy: 'fetch that part again',
    });
  }
  const mismatch = new FormatError(`${purl}: its answer has something that cannot be stored`, {
    cause: error,
  });
  return [purl, { status: 'failed', error: mismatch }];
}

import { join } from 'node:path';
import { resolveProjects } from '../core/project.ts';
import { ConfigError } from '../platform/errors.ts';
import { listFiles, readFileIfThere } from '../platform/files.ts';
import { checkAdvisories } from './check-advisories.ts';
import { checkHealth } from './check-health.ts';
import { checkLedger } from './check-ledger.ts';
import { checkReleases } from './check-releases.ts';
import { checkSummaries } from './check-summaries.ts';
import { readWatchlists } from './watchlists.ts';

/** The files of one folder of data/ by their path below data/, in order of path. */
export type Texts = ReadonlyMap<string, string>;

const CHECKS: readonly { readonly path: RegExp; readonly check: (texts: Texts) => string[] }[] = [
  { path: /^releases\/.+\.json$/, check: checkReleases },
  { path: /^changes\/.+\.jsonl$/, check: checkLedger },
  { path: /^health\.json$/, check: checkHealth },
  { path: /^summaries\/.+\.json$/, check: checkSummaries },
  { path: /^advisories\/[^/]+\.json$/, check: checkAdvisories },
  // By people, and in YAML: read as a whole below.
  { path: /^watchlists\/[^/]+\.ya?ml$/, check: () => [] },
];

/**
 * All that is wrong in a data folder, a line each that begins with the file's path: every file is what Tidings would write
 * (byte for byte), where Tidings would write it, and nothing else is there.
 */
export async function checkData(data: string): Promise<readonly string[]> {
  const paths = await listFiles(data);
  const strangers = paths.filter((path) => !CHECKS.some((one) => one.path.test(path)));
  const problems = strangers.map((path) => `${path}: is no file of data/`);
  for (const { path, check } of CHECKS) {
    problems.push(
      ...check(
        await readTexts(
          data,
          paths.filter((name) => path.test(name)),
        ),
      ),
    );
  }
  return [...problems, ...(await checkWatchlists(data))];
}

async function readTexts(data: string, paths: readonly string[]): Promise<Texts> {
  const texts = new Map<string, string>();
  for (const path of paths) texts.set(path, (await readFileIfThere(join(data, path))) ?? '');
  return texts;
}

async function checkWatchlists(data: string): Promise<string[]> {
  try {
    const { lists, problems, describe } = await readWatchlists(data);
    return [...problems, ...resolveProjects(lists).problems].map(describe);
  } catch (error) {
    if (error instanceof ConfigError) return [error.message];
    throw error;
  }
}

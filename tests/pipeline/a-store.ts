import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Listing } from '../../src/core/listing.ts';
import { parsePackage } from '../../src/core/package.ts';
import { applyVerdicts } from '../../src/pipeline/apply.ts';
import { planFetch } from '../../src/pipeline/fetch-plan.ts';
import { judge } from '../../src/pipeline/judge.ts';
import { rememberAnswers } from '../../src/pipeline/memory-of-held.ts';
import { HostError } from '../../src/platform/errors.ts';
import { listFiles, readFileIfThere } from '../../src/platform/files.ts';
import type { Fetched } from '../../src/sources/source.ts';
import { readHealth, readPackage, type StoredPackage } from '../../src/store/read.ts';
import { aFolder, aListing, aProject, aReply, hoursLater } from '../build-release.ts';

type Answers = Readonly<Record<string, Fetched>>;

export const DOWN: Fetched = { status: 'failed', error: new HostError('down', { status: 503 }) };

/** A complete listing, with a receipt of this key. */
export function listed(key: string, ...releases: readonly Listing[]): Fetched {
  return { status: 'listed', listings: aReply(releases), receipts: [{ key, validator: { etag: key } }] };
}

/** `1.0.<from>` and so on, spread over three years. */
export function releases(count: number, from = 0): Listing[] {
  return Array.from({ length: count }, (_, index) => {
    const publishedAt = `${2023 + ((index + from) % 3)}-01-01T00:00:00Z`;
    return aListing({ version: `1.0.${index + from}`, publishedAt });
  });
}

/** A data folder, and what a run does with it. */
export async function aStore(t: TestContext) {
  const root = await aFolder(t);
  const data = join(root, 'data');
  const commits: { paths: readonly string[]; message: string }[] = [];
  const remembered: string[] = [];
  /** The files that were there when the first receipt was remembered. */
  let filesAtReceipt: readonly string[] | undefined;

  async function run(answers: Answers, hours: number, followed = Object.keys(answers)): Promise<string[]> {
    const at = hoursLater(hours);
    const projects = followed.map((purl) => aProject({ id: purl, package: parsePackage(purl) }));
    const health = await readHealth(data);
    const held = new Map<string, StoredPackage>();
    const plans = planFetch(projects).filter(({ package: pkg }) => answers[pkg.purl] !== undefined);
    for (const { package: pkg } of plans) {
      const stored = await readPackage(data, pkg);
      if (stored !== undefined) held.set(pkg.purl, stored);
    }
    const verdicts = plans.map((plan) => {
      const { purl } = plan.package;
      const before = health.failing.find((failure) => failure.package === purl);
      return judge(plan, answers[purl] ?? DOWN, held.get(purl)?.record, before, at);
    });
    const validators = {
      read: async () => undefined,
      remember: async ({ key }: { key: string }) => {
        filesAtReceipt ??= await listFiles(data);
        if (!/^(held|swept) /.test(key)) remembered.push(key);
      },
    };
    const committer = {
      commit: async (paths: readonly string[], message: string) => {
        if (paths.length > 0) commits.push({ paths, message });
      },
    };
    const workspace = { root, data, cache: join(root, '.cache'), projects };
    const applied = await applyVerdicts(verdicts, { workspace, held, health, committer, at });
    await rememberAnswers(verdicts, applied, held, validators, at);
    return [...applied.paths];
  }

  async function bytes(): Promise<Record<string, string>> {
    const all: Record<string, string> = {};
    for (const path of await listFiles(data)) all[path] = (await readFileIfThere(join(data, path))) ?? '';
    return all;
  }

  const subjects = () => commits.map(({ message }) => message.split('\n')[0]);
  return { data, run, bytes, commits, subjects, remembered, filesAtReceipt: () => filesAtReceipt };
}

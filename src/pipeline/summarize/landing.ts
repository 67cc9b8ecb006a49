import { join } from 'node:path';
import type { Instant } from '../../core/instant.ts';
import type { Package } from '../../core/package.ts';
import type { Summary } from '../../core/summary.ts';
import { pauseBeforeTry } from '../../platform/pause.ts';
import { writeSummaries } from '../../store/summaries.ts';
import { createCommitter } from '../committer.ts';
import type { Workspace } from '../workspace.ts';
import { land } from '../writer/land.ts';
import type { Writer } from '../writer/writer.ts';
import { summariesMessage } from './summaries-message.ts';

/** A summary and its package. */
export interface MadeSummary {
  readonly package: Package;
  readonly summary: Summary;
}

/** Where summaries go. Gives the paths from the project folder on, and the commit that the branch came to. */
export type Landing = (
  made: readonly MadeSummary[],
  at: Instant,
) => Promise<{ readonly paths: readonly string[]; readonly commit: string | undefined }>;

/** Into the files of data/. */
export function landInFiles({ data }: Pick<Workspace, 'data'>): Landing {
  return async (made) => ({ paths: await writeAll(data, made), commit: undefined });
}

/** Onto a branch, however often it moves on meanwhile. */
export function landOnBranch({ branch, tree }: Writer): Landing {
  return async (made, at) => {
    const apply = async () => {
      const paths = await writeAll(join(tree.folder, 'data'), made);
      await createCommitter(tree.folder, at).commit(paths, summariesMessage(made, at));
      return paths;
    };
    const { result, commit } = await land(branch, tree, apply, pauseBeforeTry);
    return { paths: result, commit };
  };
}

async function writeAll(data: string, made: readonly MadeSummary[]): Promise<string[]> {
  const paths: string[] = [];
  for (const own of Map.groupBy(made, ({ package: pkg }) => pkg.purl).values()) {
    const [first] = own;
    if (first === undefined) continue;
    const written = await writeSummaries(
      data,
      first.package,
      own.map(({ summary }) => summary),
    );
    paths.push(...written.map((path) => join('data', path)));
  }
  return paths;
}

import { join } from 'node:path';
import { readEnvironment } from '../../platform/environment.ts';
import { pauseBeforeTry } from '../../platform/pause.ts';
import { withLock } from '../../platform/run-lock.ts';
import { readAdvisories } from '../../store/advisories.ts';
import { createCommitter } from '../committer.ts';
import { refuseUnpushed } from '../refuse-unpushed.ts';
import type { Workspace } from '../workspace.ts';
import { openWorld } from '../world.ts';
import { land } from '../writer/land.ts';
import { openWriter } from '../writer/writer.ts';
import { adviseMessage } from './advise-message.ts';
import { type AdviseReport, adviseReport } from './advise-report.ts';
import { type AdviseAnswers, readAdviseAnswers, writeAdviseAnswers } from './answers.ts';
import { applyAdvisories } from './apply-advisories.ts';
import { collectAdvisories } from './collect-advisories.ts';
import { readConsequences } from './consequences.ts';
import { planAdvise } from './plan-advise.ts';

export interface AdviseOptions {
  /** The purls of the packages to ask for; absent = all that are followed. */
  readonly only?: ReadonlySet<string> | undefined;
  /** Where what was read goes: into the files of data/, or as a commit onto the branch here, or onto the one at the remote. */
  readonly land?: 'files' | 'commit' | 'push';
  /** A folder with answers of another run, to be applied instead of asking. */
  readonly apply?: string;
}

/**
 * Asks which advisories there are for what the watchlists follow, brings data/advisories up to it, and tells what they mean.
 * @throws ConfigError before anything is asked or written
 */
export function advise(workspace: Workspace, options: AdviseOptions): Promise<AdviseReport> {
  const { land: where = 'files' } = options;
  return withLock(join(workspace.cache, 'run', 'lock'), () =>
    where === 'files' ? adviseIntoFiles(workspace, options) : adviseIntoBranch(workspace, where, options),
  );
}

/** Asks without writing anything but the answers, into a folder: another run applies them. */
export async function askForAdvisories(
  workspace: Workspace,
  folder: string,
  options: Pick<AdviseOptions, 'only'>,
): Promise<AdviseAnswers> {
  const answers = await answersFor(workspace, options);
  await writeAdviseAnswers(folder, answers);
  return answers;
}

async function adviseIntoFiles(workspace: Workspace, options: AdviseOptions): Promise<AdviseReport> {
  const answers = await answersFor(workspace, options);
  const applied = await applyAdvisories(workspace.data, answers);
  const consequences = await readConsequences(workspace, new Set(applied.added), answers.at);
  return adviseReport(answers, applied, consequences, undefined);
}

async function adviseIntoBranch(
  workspace: Workspace,
  to: 'commit' | 'push',
  options: AdviseOptions,
): Promise<AdviseReport> {
  const { branch, tree, workspace: openTree } = await openWriter(workspace, to);
  const there = await openTree();
  refuseUnpushed(options.only, workspace, there, branch.name);
  const answers = await answersFor(there, options);
  const { at } = answers;
  const apply = async () => {
    const now = await openTree();
    const applied = await applyAdvisories(now.data, answers);
    const paths = applied.paths.map((path) => `data/${path}`);
    await createCommitter(tree.folder, at).commit(paths, adviseMessage(applied, at));
    return { applied, consequences: await readConsequences(now, new Set(applied.added), at) };
  };
  const { result, commit } = await land(branch, tree, apply, pauseBeforeTry);
  return adviseReport(answers, result.applied, result.consequences, commit);
}

async function answersFor(workspace: Workspace, { only, apply }: AdviseOptions): Promise<AdviseAnswers> {
  if (apply !== undefined) return readAdviseAnswers(apply);
  const world = await openWorld(workspace);
  const plan = planAdvise(workspace.projects, only);
  const { osvUrl } = readEnvironment();
  return collectAdvisories(plan, await readAdvisories(workspace.data), { ...world, osvUrl });
}

import { Instant, toInstant } from '../../core/instant.ts';
import { ConfigError } from '../../platform/errors.ts';
import type { DataCommit } from '../past/data-commit.ts';
import { findCommit } from '../past/find-commit.ts';

/** The commit that stands for a moment, and that moment; of a commit that a person names only its id is known. */
export interface CommitAt {
  readonly id: string;
  readonly at?: Instant;
}

/**
 * The commit that a person means: by id or ref, or the last one of a moment. A day without a time is its end.
 * @returns undefined before the first commit
 * @throws ConfigError if it is neither a moment nor a commit
 */
export async function commitAt(
  root: string,
  wanted: string,
  commits: readonly DataCommit[],
): Promise<CommitAt | undefined> {
  const moment = momentOf(wanted);
  if (moment !== undefined) return commits.findLast(({ at }) => at <= moment);
  const id = await findCommit(root, wanted);
  if (id !== undefined) return { id };
  throw new ConfigError(`history: “${wanted}” is neither a date nor a commit`, {
    remedy: 'write a day such as 2026-11-20, an instant such as 2026-11-20T10:00:00Z, or the id of a commit',
  });
}

function momentOf(wanted: string): Instant | undefined {
  if (/^\d{4}-\d\d-\d\d$/.test(wanted)) return Instant.safeParse(`${wanted}T23:59:59Z`).data;
  return /^\d{4}-\d\d-\d\dT/.test(wanted) ? toInstant(wanted) : undefined;
}

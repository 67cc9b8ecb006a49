import { HostError } from '../platform/errors.ts';
import type { Answers } from './answers/answers.ts';
import type { FetchReport } from './fetch.ts';

/** Whether requests were sent and no host answered a single one: a status, even a bad one, is an answer. */
export function isOffline({ fetched, requests }: Pick<Answers, 'fetched' | 'requests'>): boolean {
  const sent = Object.values(requests).some((count) => count > 0);
  const answers = [...fetched.values()];
  return sent && answers.every((one) => one.status === 'failed' && isUnanswered(one.error));
}

function isUnanswered(error: unknown): boolean {
  return error instanceof HostError && error.status === undefined;
}

/** The report of a run that reached nobody. */
export function offlineReport({ at, fetched, requests }: Answers): FetchReport {
  const nothing = {
    succeeded: 0,
    changes: 0,
    published: 0,
    paths: [],
    failures: [],
    superseded: 0,
    differingLists: [],
  };
  return { at, packages: fetched.size, ...nothing, guardTripped: false, offline: true, requests };
}

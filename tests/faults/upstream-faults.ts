import type { LookupAddress } from 'node:dns';
import type { ServerOptions } from 'node:https';
import type { Limits } from '../../src/platform/http/limits.ts';
import { BODY_FAULTS } from './body-faults.ts';
import { CONNECTION_FAULTS } from './connection-faults.ts';
import type { Spoil } from './faulty-server.ts';
import { HTTP_FAULTS } from './http-faults.ts';
import { LIST_FAULTS } from './list-faults.ts';

/** How one fault of faults.json is played to the look-up of one package among fifty. */
export interface UpstreamFault {
  /**
   * Where the package lies: beside the others, at a registry of its own (plain, or with TLS), at a name that is looked up, at a port where
   * nobody answers, or at a Gitea, whose lists have pages.
   */
  readonly at: 'beside' | 'own' | 'tls' | 'name' | 'closed' | 'gitea';
  readonly spoil?: Spoil;
  readonly lookup?: () => Promise<readonly LookupAddress[]>;
  readonly tls?: {
    readonly name?: string;
    readonly until?: string;
    readonly isTrusted?: boolean;
  } & ServerOptions;
  /** Shorter than in earnest, so that a test need not wait; TIDINGS_TRUST=full waits. */
  readonly limits?: Partial<Limits>;
  /** `either`: what may be read or refused, as long as nothing is lost. */
  readonly outcome: 'failed' | 'read' | 'either';
}

/** Every fault that concerns fetching, by its id. */
export const UPSTREAM_FAULTS: Readonly<Record<string, UpstreamFault>> = {
  ...CONNECTION_FAULTS,
  ...HTTP_FAULTS,
  ...BODY_FAULTS,
  ...LIST_FAULTS,
};

/** Why the others are not played here, by their id or their layer. */
export const ELSEWHERE: Readonly<Record<string, string>> = {
  'http-304': 'no fault: tests/pipeline/end-to-end.test.ts runs twice and finds no byte changed',
  clock: 'about our own clock and about dates: tests/store and tests/pipeline/apply-health.test.ts',
  disk: 'tests/faults/disk.test.ts',
  process: 'tests/faults/kill-*.test.ts and sigterm.test.ts; a heap limit ends a process as SIGKILL does',
  git: 'tests/faults/git.test.ts, leftovers.test.ts, and tests/races',
  run: 'tests/races',
  notify: 'deliveries are made from the ledger, after a fetch has landed',
  s3: 'the mirror is written after a fetch has landed',
  llm: 'summaries are asked for after a fetch has landed',
};

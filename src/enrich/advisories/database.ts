import type { Advisory } from '../../core/advisory.ts';
import { FormatError, HostError } from '../../platform/errors.ts';
import type { Asked } from './asked.ts';

/** Why a question had no answer: the host's fault, or its format's. */
export type AskError = HostError | FormatError;

/** What a database lists for one package: a failed look-up is no empty list. */
export type Listed =
  | { readonly status: 'listed'; readonly records: ReadonlyMap<string, string>; readonly dropped: number }
  | { readonly status: 'failed'; readonly error: AskError };

/** What a database says of one record. */
export type Found =
  | { readonly status: 'found'; readonly record: Advisory; readonly dropped: number }
  | { readonly status: 'gone' }
  | { readonly status: 'failed'; readonly error: AskError };

/** A database of advisories. Neither method throws what is the fault of a host or of its format. */
export interface AdvisoryDatabase {
  readonly title: string;
  /** For each package, by purl: the ids of all its records, with the moment at which each was changed. */
  readonly list: (asked: readonly Asked[]) => Promise<ReadonlyMap<string, Listed>>;
  readonly read: (id: string) => Promise<Found>;
}

/** @throws what is neither the host's fault nor that of its format */
export function toFailed(error: unknown): { readonly status: 'failed'; readonly error: AskError } {
  if (error instanceof HostError || error instanceof FormatError) return { status: 'failed', error };
  throw error;
}

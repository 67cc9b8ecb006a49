import type { Summary } from '../../core/summary.ts';
import { type Verified, verifySummary } from '../../derive/summaries/verify-summary.ts';
import { JSON_ONLY, PROMPT_VERSION, SYSTEM_TEXT } from '../../enrich/summaries/prompt.ts';
import type { Reply } from '../../enrich/summaries/reply.ts';
import type { PlannedSummary } from './plan-summaries.ts';

/** What is kept of a reply: what the notes carry, and how much they do not. An answer that cannot be believed at all is kept as empty. */
export function makeSummary(
  { version, notes, hash }: Pick<PlannedSummary, 'version' | 'notes' | 'hash'>,
  model: string,
  { malformed, ...claims }: Reply,
): { readonly summary: Summary; readonly verified: Verified } {
  const verified = verifySummary(claims, notes, [SYSTEM_TEXT, JSON_ONLY]);
  const dropped = verified.dropped.length + malformed;
  const origin = { version, notes: hash, model, prompt: PROMPT_VERSION };
  return { summary: { ...origin, ...verified.content, ...(dropped > 0 && { dropped }) }, verified };
}

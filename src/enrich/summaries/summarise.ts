import { mergeReplies } from './merge-replies.ts';
import type { Answer, Model } from './model.ts';
import { type PromptInput, userText } from './prompt.ts';
import type { Purse } from './purse.ts';
import type { Reply } from './reply.ts';
import { splitNotes } from './split-notes.ts';
import { mostTokensOf } from './tokens.ts';

/** The most characters of notes in one call, until an endpoint says that it takes fewer. */
export const MOST_CHARACTERS = 12_000;
// Less than this is no part of notes that could be told.
const LEAST_CHARACTERS = 500;

/** The calls that some notes take, and what they cost at most. */
export interface Cost {
  readonly calls: number;
  readonly tokens: number;
}

/** Asks a model about notes of any length, part by part. */
export interface Summariser {
  readonly costOf: (input: PromptInput) => Cost;
  /** Begins nothing that the purse could not pay to its end. */
  readonly summarise: (input: PromptInput, purse: Purse) => Promise<Answer>;
}

export function createSummariser(model: Model, answerTokens: number): Summariser {
  // What an endpoint was found to take holds for the rest of the run.
  let most = MOST_CHARACTERS;

  async function askParts(input: PromptInput, parts: readonly string[], purse: Purse): Promise<Answer> {
    const replies: Reply[] = [];
    for (const notes of parts) {
      const answer = await askPart({ ...input, notes }, purse);
      if (answer.status !== 'said') return answer;
      replies.push(answer.reply);
    }
    return { status: 'said', reply: mergeReplies(replies) };
  }

  async function askPart(input: PromptInput, purse: Purse): Promise<Answer> {
    const answer = await model.ask(input, purse);
    if (answer.status !== 'too long' || input.notes.length < 2 * LEAST_CHARACTERS) return answer;
    most = Math.min(most, Math.ceil(input.notes.length / 2));
    return askParts(input, splitNotes(input.notes, most), purse);
  }

  return {
    costOf: (input) => costOf(input, most, answerTokens),
    summarise: async (input, purse) => {
      const { calls, tokens } = costOf(input, most, answerTokens);
      if (!purse.holds(calls, tokens)) return { status: 'unaffordable' };
      return askParts(input, splitNotes(input.notes, most), purse);
    },
  };
}

/** What it takes to ask about some notes. */
export function costOf(input: PromptInput, most: number, answerTokens: number): Cost {
  const parts = splitNotes(input.notes, most);
  const tokens = parts.map((notes) => mostTokensOf(userText({ ...input, notes }), answerTokens));
  return { calls: parts.length, tokens: tokens.reduce((sum, one) => sum + one, 0) };
}

import { mergeReplies } from './merge-replies.ts';
import type { Answer, Model } from './model.ts';
import { type PromptInput, SYSTEM_TEXT, userText } from './prompt.ts';
import type { Purse } from './purse.ts';
import type { Reply } from './reply.ts';
import { splitNotes } from './split-notes.ts';
import { aboutTokens, mostTokensOf } from './tokens.ts';

/** The most characters of notes in one call, until an endpoint says that it takes fewer. */
export const MOST_CHARACTERS = 12_000;
// Less than this is no part of notes that could be told.
const LEAST_CHARACTERS = 500;

/** What asking about some notes takes. */
export interface Cost {
  readonly calls: number;
  /** In and out together, at most. */
  readonly tokens: number;
  /** Likely ones. */
  readonly aboutIn: number;
  readonly aboutOut: number;
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
    if (input.notes.length > most) return askParts(input, splitNotes(input.notes, most), purse);
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

/** What asking takes, if an endpoint takes so many characters of notes in one call. */
export function costOf(input: PromptInput, most: number, answerTokens: number): Cost {
  const cost = { calls: 0, tokens: 0, aboutIn: 0, aboutOut: 0 };
  for (const notes of splitNotes(input.notes, most)) {
    const user = userText({ ...input, notes });
    cost.calls += 1;
    cost.tokens += mostTokensOf(user, answerTokens);
    cost.aboutIn += aboutTokens(SYSTEM_TEXT) + aboutTokens(user);
    cost.aboutOut += Math.min(answerTokens, 150 + Math.ceil(aboutTokens(notes) / 4));
  }
  return cost;
}

import { callBody, FIRST_DIALECT } from './dialect.ts';

/** About how many tokens a text is: somewhat more than most tokenisers make of prose and code. */
export function aboutTokens(text: string): number {
  return Math.ceil(text.length / 3);
}

const encoder = new TextEncoder();

// What a server adds around the messages.
const FRAME_TOKENS = 64;

/** More than a call can cost: a tokeniser of bytes makes at most one token of each, and the answer has an end. */
export function mostTokens(body: object, answerTokens: number): number {
  return encoder.encode(JSON.stringify(body)).length + FRAME_TOKENS + answerTokens;
}

/** The same for a call that is yet to be made, in the longest form. */
export function mostTokensOf(user: string, answerTokens: number): number {
  return mostTokens(callBody(FIRST_DIALECT, '', user, answerTokens), answerTokens) + NAME_TOKENS;
}

// The longest name of a model.
const NAME_TOKENS = 200;

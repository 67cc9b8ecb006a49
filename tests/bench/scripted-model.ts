import type { ModelAsked } from '../upstream/openai.ts';

/** A claim, and whether it may be believed. */
interface Claim {
  readonly text: string;
  readonly quote: string;
}

// Every fourth claim is false in one of these ways.
const FAULTS: readonly ((claim: Claim) => Claim)[] = [
  ({ text, quote }) => ({ text, quote: quote.replace(/\w+$/, 'otherwise') }),
  ({ text, quote }) => ({ text: `${text} in 99.9`, quote }),
  ({ text, quote }) => ({ text: `${text} and closes a critical vulnerability`, quote }),
  ({ text, quote }) => ({ text: `${text}, see https://example.invalid`, quote }),
  ({ text }) => ({ text, quote: '' }),
];

/** A model that says of each item of the notes what it says, and of every fourth one something false. */
export function scriptedModel({ notes }: ModelAsked): object {
  const lines = notes.split('\n').filter((line) => /^\s*[-*] \S.{15,}/.test(line));
  const claims = lines.slice(0, 12).map((line, index) => {
    const quote = line
      .trim()
      .slice(0, 200)
      .replace(/\s\S*$/, '');
    const text = quote
      .replace(/^[-*]\s+|[`*]/g, '')
      .slice(0, 130)
      .replace(/\s\S*$/, '');
    const fault = index % 4 === 3 ? FAULTS[Math.floor(index / 4) % FAULTS.length] : undefined;
    return fault === undefined ? { text, quote } : fault({ text, quote });
  });
  return {
    headline: claims[0] ?? null,
    breaking: [],
    security: [],
    features: [],
    fixes: claims,
    action: null,
  };
}

import { invalid } from '../invalid-inventory.ts';

/** @throws InvalidInventory */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const problem = `not JSON: ${error instanceof Error ? error.message.slice(0, 200) : ''}`;
    throw invalid(problem, 'see that the file is whole, or have the tool write it again', error);
  }
}

// A text in quotation marks is kept whole; comments, and commas before a closing bracket, go.
// What is not closed goes on to the end, so that nothing is gone through twice.
const RELAXED = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|,(?=\s*[}\]])/g;

/** JSON with comments and commas at the end, as Bun writes it. */
export function parseRelaxedJson(text: string): unknown {
  return parseJson(text.replace(RELAXED, (match) => (match.startsWith('"') ? match : '')));
}

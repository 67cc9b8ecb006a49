const END = /(?<=[.!?]["'`)\]]?)\s+(?=["'`([]?[A-Z\p{Lu}])/u;

// What is shown of a long item: more than one look takes in is shown by the sentence that decided.
const LOOK = 250;

/** The sentences of a text. */
export function sentencesOf(text: string): string[] {
  return text.split(END);
}

/** A text, or of a long one the sentence that holds the words at an index. */
export function sentenceAt(text: string, index: number): string {
  if (index < LOOK) return text;
  let end = 0;
  for (const sentence of sentencesOf(text)) {
    end = text.indexOf(sentence, end) + sentence.length;
    if (index < end) return sentence;
  }
  return text;
}

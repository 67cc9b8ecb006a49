/** JSON of our own cache; undefined for what is none, since the cache is disposable and what is broken was never there. */
export function parseIfJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

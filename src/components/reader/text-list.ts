/** The texts of a list of unknown make, each once; nothing of what is no list. */
export function textList(kept: unknown, isWanted: (text: string) => boolean = () => true): string[] {
  if (!Array.isArray(kept)) return [];
  const texts = kept.filter((text): text is string => typeof text === 'string' && isWanted(text));
  return [...new Set(texts)];
}

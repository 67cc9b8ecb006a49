/** The version that a heading of a changelog names. */
export interface NamedVersion {
  readonly version: string;
  /** `axios` in `axios@1.2.3`: in the one changelog of several packages it tells whose version this is. */
  readonly component: string | undefined;
  /** It opens the heading and has three numbers: then it is a version on any level. */
  readonly isPlain: boolean;
}

const VERSION = /^\d{1,10}(?:\.\d{1,10}){1,3}(?:[-+._]?[\dA-Za-z][\dA-Za-z.+_-]*)?$/;
const THREE_NUMBERS = /^\d+\.\d+\.\d+/;
// What stands around a version: brackets, emphasis, quotes, separators.
const BEFORE = /^[[({*_~`"'<:|–—-]+/;
const AFTER = /[\])}*_~`"'>:;,.|!–—-]+$/;
const FILLERS = new Set([
  'version',
  'release',
  'released',
  'changes',
  'in',
  'for',
  'of',
  'the',
  '-',
  '–',
  '—',
]);

/**
 * The version in the text of a heading: `[1.2.3](url) (2024-01-01)`, `v1.2.3 / 2020-01-01`, `axios@1.2.3`, `Release 1.2.3`.
 * It must stand at the beginning, after at most one word that is no filler; versions in addresses do not count.
 */
export function headingVersion(text: string): NamedVersion | undefined {
  const words = plain(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  let strangers = 0;
  for (const [index, word] of words.entries()) {
    const named = wordVersion(word);
    if (named !== undefined) return { ...named, isPlain: index === 0 && THREE_NUMBERS.test(named.version) };
    if (!FILLERS.has(word.toLowerCase())) strangers += 1;
    if (strangers > 1) return undefined;
  }
  return undefined;
}

/** Whether a heading speaks of what is still to come. */
export function isUnreleased(text: string): boolean {
  return /\bunreleased\b/i.test(text);
}

// Without tags, link targets and escapes: `[1.2.3](https://…)` and `[1.2.3][ref]` become `[1.2.3]`.
function plain(text: string): string {
  return text
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\](?:\([^()]*\)|\[[^[\]]*\])/g, ']')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

function wordVersion(word: string): Pick<NamedVersion, 'version' | 'component'> | undefined {
  if (word.includes('://')) return undefined;
  const bare = word.replace(BEFORE, '').replace(AFTER, '');
  const at = bare.lastIndexOf('@');
  const version = bare.slice(at + 1).replace(/^v\.?(?=\d)/i, '');
  if (!VERSION.test(version)) return undefined;
  return { version, component: at > 0 ? bare.slice(0, at) : undefined };
}

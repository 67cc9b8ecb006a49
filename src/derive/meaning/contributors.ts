import { saidIn } from './plain-text.ts';

const CREDITS = /\b(?:by|thank(?:s| you)|kudos|credits?)\b/i;
const HANDLE = /(?<![\w/.`@])@([a-z\d](?:[a-z\d-]{0,37}[a-z\d])?(?:\[bot\])?)(?![\w/@-])/gi;
const PROFILE = /\[([^[\]]{1,60})\]\(https:\/\/github\.com\/[\w.-]{1,60}(?:\s'[^']{0,200}')?\)/g;
const CREDITED = /\b(?:by|thanks to|kudos to)\s{1,3}(?=\[)/i;
const BOT =
  /\[bot\]$|(?<!\p{L})(?:ro)?bot$|^(?:dependabot|renovate|github-actions|greenkeeper|allcontributors|copilot|semantic-release)\b/iu;

/** The people that a part of the notes thanks. `isList`: it stands below a heading for them, and holds nothing else. */
export function contributorsIn(markdown: string, isList: boolean): string[] {
  if (!markdown.includes('@') && !markdown.includes('y [') && !markdown.includes('o [') && !isList) return [];
  const credit = CREDITS.exec(markdown);
  if (!isList && credit === null) return [];
  const text = isList ? markdown : markdown.slice(credit?.index ?? 0);
  const handles = [...text.matchAll(HANDLE)].map(([, name = '']) => name);
  const found = handles.length > 0 ? handles.map((name) => `@${name}`) : profilesIn(text, isList);
  return found.filter((name) => !BOT.test(name.replace(/^@/, '')));
}

function profilesIn(text: string, isList: boolean): string[] {
  if (!isList && !CREDITED.test(text)) return [];
  return [...text.matchAll(PROFILE)]
    .map(([, name = '']) => saidIn(name))
    .filter((name) => /\p{L}/u.test(name));
}

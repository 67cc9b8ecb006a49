import type { NoteKind } from './note-item.ts';
import type { About } from './own-words.ts';
import type { RuleId } from './rules.ts';

/** What a heading says of all that stands below it. */
export interface HeadingMeaning {
  readonly kind: NoteKind;
  readonly rule: RuleId;
  /** `names`: people, and nothing of the release. The others as of a commit. */
  readonly about: About | 'names';
}

interface HeadingRule extends HeadingMeaning {
  readonly says: RegExp;
}

const SIGN = { rule: 'heading', about: 'release' } as const;

// The first that fits. Words are in lower case, without signs.
const BY_WORDS: readonly HeadingRule[] = [
  {
    ...SIGN,
    says: /\bnon-?breaking\b|\bno (?:known )?breaking\b|\bnot breaking\b|^(?:no|without) .*breaking/,
    kind: 'other',
  },
  {
    ...SIGN,
    says: /\bcontribut(?:or|ion)s?\b|^thanks|\bsponsors?\b|\bcredits\b|\backnowledge?ments?\b|^committers$|^authors$|\bpull requests merged$|\bbranche?s merged?$/,
    kind: 'other',
    about: 'names',
  },
  {
    ...SIGN,
    says: /\bbreaking\b|\bbackwards?[ -]incompatib|\bincompatib(?:le|ilit)|\bbc breaks?\b/,
    kind: 'breaking',
  },
  { says: /^(?:semver[- ])?major changes?$/, kind: 'breaking', rule: 'heading-major', about: 'release' },
  { says: /^remov(?:ed|als?)$/, kind: 'breaking', rule: 'heading-removed', about: 'release' },
  {
    ...SIGN,
    says: /^(?:migrat(?:ion|ing)|upgrading)(?: (?:guide|notes?|instructions|steps|from|to)\b.*)?$|^upgrade (?:guide|notes?|instructions|steps)$/,
    kind: 'breaking',
  },
  { ...SIGN, says: /\bsecurity (?:docs|documentation|polic)/, kind: 'documentation', about: 'unseen' },
  { ...SIGN, says: /\bsecurity\b|\bvulnerabilit|\bcves?\b|\badvisor(?:y|ies)\b/, kind: 'security' },
  { ...SIGN, says: /\bdeprecat/, kind: 'deprecation' },
  {
    ...SIGN,
    says: /^(?:.* )?(?:docs?|documentation|readme|guides)(?: .*)?$/,
    kind: 'documentation',
    about: 'unseen',
  },
  {
    ...SIGN,
    says: /\bfix(?:es|ed)?\b|\bbug ?fix\w*|\bbugs?\b|\bhot ?fix\w*|\bregressions?\b|^reverts?$|^patch(?:es| changes?)$/,
    kind: 'fix',
  },
  {
    ...SIGN,
    says: /\b(?:chores?|maintenance|tests?|testing|ci|build|tooling|dependenc(?:y|ies)|deps|refactor\w*|internals?|under the hood|housekeeping|code style|continuous integration|build system|developer tools)\b/,
    kind: 'other',
    about: 'work',
  },
  { ...SIGN, says: /\bperf(?:ormance)?\b|\bspeed\b|\boptimi[sz]ations?\b|\bfaster\b/, kind: 'performance' },
  {
    ...SIGN,
    says: /\bfeat(?:ure)?s?\b|^add(?:ed|itions?)$|^new\b|\benhancements?\b|\bimprovements?\b|^improved$|^minor changes?$|\bwhat'?s new\b/,
    kind: 'feature',
  },
  { says: /^changed$/, kind: 'other', rule: 'changed', about: 'release' },
  {
    ...SIGN,
    says: /^(?:changes|other|others|misc|miscellaneous|other changes|what'?s changed|changelog|commits|all changes|reverted|updated|styles?|typings?|types|core)$/,
    kind: 'other',
  },
];

const BY_SIGN: readonly HeadingRule[] = [
  { ...SIGN, says: /💥/u, kind: 'breaking' },
  { ...SIGN, says: /🔒|🔐|🛡/u, kind: 'security' },
  { says: /⚠/u, kind: 'breaking', rule: 'heading-warning', about: 'release' },
  { ...SIGN, says: /🐛|🐞|🩹|🚑/u, kind: 'fix' },
  { ...SIGN, says: /⚡|🏎|🐎/u, kind: 'performance' },
  { ...SIGN, says: /✨|🚀|🎉|🆕/u, kind: 'feature' },
  { ...SIGN, says: /📝|📖|📚/u, kind: 'documentation', about: 'unseen' },
  { ...SIGN, says: /🗑/u, kind: 'deprecation' },
  { ...SIGN, says: /🏡|🤖|✅|📦|🔧|♻|💅/u, kind: 'other', about: 'work' },
  { ...SIGN, says: /❤/u, kind: 'other', about: 'names' },
];

const LONGEST = 80;
const KNOWN_ISSUES = /\bknown (?:issues|problems|limitations)\b/;

/** What a heading, as plain text, says of what stands below it; undefined where it names a version, a part or nothing known. */
export function readHeading(said: string): HeadingMeaning | undefined {
  if (said.length > LONGEST) return undefined;
  const words = said
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[^\p{L}\p{N}'& -]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const byWords = BY_WORDS.find(({ says }) => says.test(words));
  // A warning sign is louder than “changes”.
  if (byWords !== undefined && !(byWords.kind === 'other' && byWords.about === 'release')) return byWords;
  if (KNOWN_ISSUES.test(words)) return { kind: 'other', rule: 'heading', about: 'release' };
  return BY_SIGN.find(({ says }) => says.test(said)) ?? byWords;
}

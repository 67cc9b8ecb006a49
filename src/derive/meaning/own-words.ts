import type { NoteKind } from './note-item.ts';
import type { RuleId } from './rules.ts';

export type About = 'release' | 'work' | 'unseen';

/** What an item says of itself before it says what was done: the type and scope of a commit, or a label. */
export interface OwnWords {
  readonly kind: NoteKind | undefined;
  readonly rule: RuleId;
  /** `work` on the project, of which users notice little; `unseen` if they cannot notice it at all: tests, documentation. */
  readonly about: About;
  /** About something that was wrong, so that what breaks, leaks or is removed in it is what was mended. */
  readonly isFix: boolean;
  readonly isDependency: boolean;
  /** Its scope is a part that users see, whatever is done to it. */
  readonly isPublic: boolean;
  /** The item without these words. */
  readonly rest: string;
}

interface Known {
  readonly kind: NoteKind;
  readonly rule?: RuleId;
  readonly about?: About;
}

const work: Known = { kind: 'other', about: 'work' };
const unseen: Known = { kind: 'other', about: 'unseen' };
const documentation: Known = { kind: 'documentation', about: 'unseen' };

const WORDS: ReadonlyMap<string, Known> = new Map(
  Object.entries<Known>({
    feat: { kind: 'feature' },
    feature: { kind: 'feature' },
    features: { kind: 'feature' },
    add: { kind: 'feature' },
    added: { kind: 'feature' },
    enh: { kind: 'feature' },
    enhance: { kind: 'feature' },
    enhanced: { kind: 'feature' },
    enhancement: { kind: 'feature' },
    improvement: { kind: 'feature' },
    new: { kind: 'feature' },
    fix: { kind: 'fix' },
    fixes: { kind: 'fix' },
    fixed: { kind: 'fix' },
    bug: { kind: 'fix' },
    bugfix: { kind: 'fix' },
    hotfix: { kind: 'fix' },
    'bug fix': { kind: 'fix' },
    revert: { kind: 'fix' },
    reverts: { kind: 'fix' },
    perf: { kind: 'performance' },
    performance: { kind: 'performance' },
    docs: documentation,
    doc: documentation,
    documentation,
    security: { kind: 'security', rule: 'label' },
    sec: { kind: 'security', rule: 'label' },
    deprecate: { kind: 'deprecation', rule: 'label' },
    deprecated: { kind: 'deprecation', rule: 'label' },
    deprecation: { kind: 'deprecation', rule: 'label' },
    breaking: { kind: 'breaking', rule: 'label' },
    'breaking change': { kind: 'breaking', rule: 'footer' },
    'breaking changes': { kind: 'breaking', rule: 'footer' },
    'api change': { kind: 'breaking', rule: 'label' },
    removed: { kind: 'breaking', rule: 'label' },
    remove: { kind: 'breaking', rule: 'label' },
    chore: work,
    ci: unseen,
    test: unseen,
    tests: unseen,
    build: work,
    refactor: work,
    style: work,
    lint: unseen,
    internal: work,
    release: work,
  }),
);

const UNSEEN =
  /^(?:ci|tests?|(?:docs?|readme)(?:\/[\w-]+)?|lint\w*|examples?(?:\/[\w-]+)?|release|internal|dev|deps-dev|build|changelog|repo|tooling|eslint|formatt?(?:er|ing)?|workflows?)$/;
const READERS = /^(?:docs?|readme|examples?|jsdoc|changelog)(?:\/[\w-]+)?$/;
const DEPENDENCY = /^(?:deps?(?:-dev)?|dependenc(?:y|ies)|devdeps?|upgrade)$/;
const PUBLIC = /^(?:api|types?|client|cli|public)$/;
const SIGNS: readonly (readonly [sign: RegExp, kind: NoteKind])[] = [
  [/^(?:💥|⚠)/u, 'breaking'],
  [/^(?:🔒|🔐|🛡)/u, 'security'],
  [/^🗑/u, 'deprecation'],
  [/^(?:✨|🚀|🎉)/u, 'feature'],
  [/^(?:🐛|🐞|🩹|🚑)/u, 'fix'],
  [/^(?:⚡|🏎|🐎)/u, 'performance'],
  [/^(?:📝|📖|📚)/u, 'documentation'],
];
const SIGN = /^(?:\p{Extended_Pictographic}|\uFE0F|\u200D|\s){1,12}/u;
const PLAIN = /^[ -~]/;
const TYPE = /^([a-z][a-z ]{1,18}?)\s{0,8}(?:\(([^()]{1,80})\))?(!)?\s?:\s?(?=\S)/i;
// As some write it, without the colon.
const TYPE_ALONE = /^(fix|feat|enh|perf|docs|chore|build)\s?\(([^()#]{1,60})\)(!)?\s(?:- )?/i;
const SCOPE = /^([@\w][\w ./@*,&+-]{0,60}?)\s?:\s(?=\S)/;
const BRACKETED = /^[[(]([A-Za-z -]{2,24})[\])]\s{0,3}:?\s{0,3}/;

/** Reads what stands in front of an item. */
export function readOwnWords(said: string): OwnWords {
  if (PLAIN.test(said)) return readTyped(said) ?? readScope(said);
  const sign = SIGNS.find(([marks]) => marks.test(said));
  const text = said.replace(SIGN, '');
  const own = readTyped(text) ?? readScope(text);
  if (sign === undefined || own.kind === 'breaking') return own;
  const [, kind] = sign;
  return { ...own, kind, rule: 'sign', isFix: kind === 'fix' };
}

function readTyped(text: string): OwnWords | undefined {
  const [all, word = '', scope = '', bang] =
    TYPE.exec(text) ?? TYPE_ALONE.exec(text) ?? bracketed(text) ?? [];
  const known = WORDS.get(word.toLowerCase());
  if (all === undefined || known === undefined) return undefined;
  const scopes = scope.toLowerCase();
  const rest = text.slice(all.length);
  // `fix: security: …`, or a type in front of a label.
  const behind = known.kind === 'breaking' ? undefined : readScope(rest);
  const isSecurity = scopes === 'security' && known.kind !== 'documentation';
  return {
    ...kindOf(known, bang === '!', isSecurity),
    about: UNSEEN.test(scopes) || behind?.about === 'unseen' ? 'unseen' : (known.about ?? 'release'),
    isFix: known.kind === 'fix',
    isDependency: DEPENDENCY.test(scopes),
    isPublic: PUBLIC.test(scopes),
    rest,
  };
}

function kindOf(
  { kind, rule }: Known,
  hasBang: boolean,
  isSecurity: boolean,
): Pick<OwnWords, 'kind' | 'rule'> {
  if (hasBang) return { kind: 'breaking', rule: 'bang' };
  if (isSecurity) return { kind: 'security', rule: 'scope' };
  return { kind, rule: rule ?? 'type' };
}

function bracketed(text: string): readonly string[] | undefined {
  const [all, word] = BRACKETED.exec(text) ?? [];
  return all === undefined || word === undefined ? undefined : [all, word];
}

function readScope(text: string): OwnWords {
  const [all = '', scope = ''] = SCOPE.exec(text) ?? [];
  const name = scope.toLowerCase();
  const about = UNSEEN.test(name) ? 'unseen' : 'release';
  return {
    ...kindOfScope(name),
    about,
    isFix: false,
    isDependency: DEPENDENCY.test(name),
    isPublic: PUBLIC.test(name),
    rest: text.slice(all.length),
  };
}

function kindOfScope(scope: string): Pick<OwnWords, 'kind' | 'rule'> {
  if (READERS.test(scope)) return { kind: 'documentation', rule: 'scope' };
  return UNSEEN.test(scope) ? { kind: 'other', rule: 'scope' } : { kind: undefined, rule: 'plain' };
}

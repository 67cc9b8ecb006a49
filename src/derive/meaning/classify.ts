import { findBreaking, isHarmless, type Mends } from './breaking-words.ts';
import { identifiersIn } from './identifiers.ts';
import { findInterfaceChange } from './interface-words.ts';
import { kindOfVerb } from './leading-verb.ts';
import type { NoteKind } from './note-item.ts';
import { type OwnWords, readOwnWords } from './own-words.ts';
import type { HeadingMeaning } from './read-heading.ts';
import type { RuleId } from './rules.ts';
import { findWeakness } from './security-words.ts';

/** A statement of the notes: one item, or one sentence. */
export interface Statement {
  /** Its markdown, for ids in addresses. */
  readonly markdown: string;
  /** As plain text, with backticks around code. */
  readonly said: string;
  readonly heading: HeadingMeaning | undefined;
  /** Whether it is set apart as a warning. */
  readonly isAlert: boolean;
}

export interface Verdict {
  readonly kind: NoteKind;
  readonly rule: RuleId;
  /** Where in what is said the words stand that decided. */
  readonly index: number;
}

// What was wrong and is mended, undone or kept from happening.
const MENDS =
  /^(?:fix|bug ?fix|hot ?fix|revert|undo|restor|repair|resolv|prevent|avoid|correct|workaround|patch|un-?break)\w*\b/i;
const DEPENDENCY = new RegExp(
  [
    '^(?:bump|upgrade|update)(?:s|d|ed|ing)? (?:the )?`?@?[\\w./-]+`?(?: dependenc\\w+| package| version)? (?:from|to|requirement) ',
    '^(?:bump|upgrade|update)(?:s|d|ed|ing)? (?:\\w+ ){0,2}(?:dependenc|deps\\b)',
    '^`?@?[\\w./-]+@\\d\\S*$',
  ].join('|'),
  'i',
);
const UPDATES = /^updated dependenc|^(?:bump|upgrade|update)(?:s|d|ed)? \S+ from \S+ to /i;
const DEPRECATES =
  /^deprecat(?:es?|ing)\b|^deprecated\b(?!.{0,80}\breplaced\b)|\b(?:is|are|been|was|were|gets?|now|marked)(?: now| as)? deprecated\b|\bmark(?:s|ed)? \S+(?: \S+){0,3} (?:as )?deprecated\b|\bdeprecat(?:es?|ed|ing) (?:in favou?r|the|\d)|\bdeprecation (?:of|notice)\b|\bdeprecation\b(?!s? (?:warning|message))(?= ?\(|$)|\bwill be removed in\b/i;
// “`format` now returns …”, without “if” or “also”.
const BEHAVES = /\bnow (?!supports|accepts|allows|handles|works|includes)[a-z]+s\b/i;
const WIDENS = /\b(?:if|when|as well|also|too|correctly|properly)\b/i;
const OFFERS = /^(?:add(?:s|ed)?|introduc(?:es?|ed)|new|support(?:s|ed)?|expos(?:es?|ed)) /i;
const CLOSES = /\b(?:prevent|fix|clos|mitigat|block|reject|protect|address|sanitiz|vulnerab)/i;
const ALERTS = /\b(?:must|remov|requir|chang|migrat|upgrad|updat|renam|drop|no longer|replac|break)/i;

/** What a statement tells: breaking and security both where it tells both, else one kind. */
export function classify(statement: Statement): readonly Verdict[] {
  const own = readOwnWords(statement.said);
  const found = [breakingVerdict(statement, own), securityVerdict(statement, own)];
  const marks = found.filter((verdict) => verdict !== undefined);
  return marks.length > 0 ? marks : [{ ...plainVerdict(statement, own), index: 0 }];
}

function breakingVerdict(statement: Statement, own: OwnWords): Verdict | undefined {
  const { said, heading, isAlert } = statement;
  if (own.kind === 'breaking') return { kind: 'breaking', rule: own.rule, index: 0 };
  if (heading?.kind === 'breaking' && !isHarmless(said)) {
    return { kind: 'breaking', rule: heading.rule, index: 0 };
  }
  if (isAlert && ALERTS.test(said)) return { kind: 'breaking', rule: 'alert', index: 0 };
  // What will go is announced, and is there still.
  if (own.kind === 'deprecation' || isDependency(own) || isUnseen(statement, own)) return undefined;
  const mended = mends(statement, own);
  const isWork = isWorkOf(statement, own);
  const phrase = findBreaking(said, mended === 'nothing' && isWork ? 'heading' : mended);
  if (phrase !== undefined) return { kind: 'breaking', ...phrase };
  if (mended !== 'nothing') return undefined;
  const rule =
    heading?.rule === 'changed' && BEHAVES.test(said) && !WIDENS.test(said)
      ? 'changed'
      : findInterfaceChange(own.rest, isWork, own.isPublic);
  return rule === undefined ? undefined : { kind: 'breaking', rule, index: 0 };
}

function securityVerdict(statement: Statement, own: OwnWords): Verdict | undefined {
  const { said, markdown, heading } = statement;
  const verdict = (rule: RuleId, index = 0): Verdict => ({ kind: 'security', rule, index });
  if (heading?.kind === 'security') return verdict('heading');
  if (identifiersIn(markdown).length > 0) return verdict('advisory');
  if (isUnseen(statement, own)) return undefined;
  if (own.kind === 'security') return verdict(own.rule);
  if (isOffer(said, own)) return undefined;
  const index = findWeakness(said, isWorkOf(statement, own) || isDependency(own));
  return index < 0 ? undefined : verdict('weakness', index);
}

function plainVerdict({ said, heading }: Statement, own: OwnWords): Omit<Verdict, 'index'> {
  if (own.kind === 'deprecation') return { kind: 'deprecation', rule: own.rule };
  if (heading?.kind === 'deprecation') return { kind: 'deprecation', rule: 'heading' };
  if (!isUnseen({ heading }, own) && mends({ said, heading }, own) !== 'own' && DEPRECATES.test(own.rest)) {
    return { kind: 'deprecation', rule: 'deprecates' };
  }
  if (own.kind !== undefined && own.kind !== 'security') return { kind: own.kind, rule: own.rule };
  if (own.isDependency || UPDATES.test(own.rest)) return { kind: 'other', rule: 'dependency' };
  if (heading !== undefined && tellsKind(heading)) return { kind: heading.kind, rule: heading.rule };
  if (isDependency(own)) return { kind: 'other', rule: 'dependency' };
  const kind = kindOfVerb(own.rest) ?? kindOfVerb(said);
  return kind === undefined ? { kind: 'other', rule: 'plain' } : { kind, rule: 'verb' };
}

// A new option against an attack, which one may use: nothing was closed for those who do not.
function isOffer(said: string, own: OwnWords): boolean {
  return OFFERS.test(own.rest) && !CLOSES.test(said);
}

function tellsKind({ kind, about }: HeadingMeaning): boolean {
  return about !== 'release' || (kind !== 'other' && kind !== 'breaking');
}

function isDependency({ isDependency, rest }: OwnWords): boolean {
  return isDependency || DEPENDENCY.test(rest);
}

function mends({ said, heading }: Pick<Statement, 'said' | 'heading'>, own: OwnWords): Mends {
  if (own.isFix || MENDS.test(own.rest) || MENDS.test(said)) return 'own';
  return heading?.kind === 'fix' ? 'heading' : 'nothing';
}

function isWorkOf({ heading }: Statement, own: OwnWords): boolean {
  return own.about === 'work' || heading?.about === 'work';
}

function isUnseen({ heading }: Pick<Statement, 'heading'>, own: OwnWords): boolean {
  return own.about === 'unseen' || heading?.about === 'unseen';
}

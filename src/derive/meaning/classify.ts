import { findBreaking, isHarmless, type Mends } from './breaking-words.ts';
import { findInterfaceChange } from './interface-words.ts';
import { kindOfVerb } from './leading-verb.ts';
import type { NoteKind } from './note-item.ts';
import { type OwnWords, readOwnWords } from './own-words.ts';
import type { HeadingMeaning } from './read-heading.ts';
import type { RuleId } from './rules.ts';
import { findWeakness } from './security-words.ts';

/** A statement of the notes: one item, or one sentence. */
export interface Statement {
  /** Whether it names an advisory, be it in an address. */
  readonly hasIdentifier: boolean;
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

/** A statement with what its own words and its heading make of it. */
interface Facts extends Statement {
  readonly own: OwnWords;
  readonly mends: Mends;
  readonly isDependency: boolean;
  readonly isWork: boolean;
  readonly isUnseen: boolean;
}

/** What a statement tells: breaking and security both where it tells both, else one kind. */
export function classify(statement: Statement): readonly Verdict[] {
  const facts = factsOf(statement);
  const marks = [breakingVerdict(facts), securityVerdict(facts)].filter((verdict) => verdict !== undefined);
  return marks.length > 0 ? marks : [{ ...plainVerdict(facts), index: 0 }];
}

function factsOf(statement: Statement): Facts {
  const { said, heading } = statement;
  const own = readOwnWords(said);
  return {
    ...statement,
    own,
    mends: mendsOf(said, heading, own),
    isDependency: own.isDependency || DEPENDENCY.test(own.rest),
    isWork: own.about === 'work' || heading?.about === 'work',
    isUnseen: own.about === 'unseen' || heading?.about === 'unseen',
  };
}

function mendsOf(said: string, heading: HeadingMeaning | undefined, own: OwnWords): Mends {
  if (own.isFix || MENDS.test(own.rest) || MENDS.test(said)) return 'own';
  return heading?.kind === 'fix' ? 'heading' : 'nothing';
}

function breakingVerdict(facts: Facts): Verdict | undefined {
  const { said, heading, own, mends, isWork } = facts;
  const verdict = (rule: RuleId, index = 0): Verdict => ({ kind: 'breaking', rule, index });
  if (own.kind === 'breaking') return verdict(own.rule);
  if (heading?.kind === 'breaking' && !isHarmless(said)) return verdict(heading.rule);
  if (facts.isAlert && ALERTS.test(said)) return verdict('alert');
  // What will go is announced, and is there still.
  if (own.kind === 'deprecation' || facts.isDependency || facts.isUnseen) return undefined;
  const phrase = findBreaking(said, mends === 'nothing' && isWork ? 'heading' : mends);
  if (phrase !== undefined) return verdict(phrase.rule, phrase.index);
  if (mends !== 'nothing') return undefined;
  if (heading?.rule === 'changed' && BEHAVES.test(said) && !WIDENS.test(said)) return verdict('changed');
  const rule = findInterfaceChange(own.rest, isWork, own.isPublic);
  return rule && verdict(rule);
}

function securityVerdict(facts: Facts): Verdict | undefined {
  const { said, heading, own } = facts;
  const verdict = (rule: RuleId, index = 0): Verdict => ({ kind: 'security', rule, index });
  if (heading?.kind === 'security') return verdict('heading');
  if (facts.hasIdentifier) return verdict('advisory');
  if (facts.isUnseen) return undefined;
  if (own.kind === 'security') return verdict(own.rule);
  const index = findWeakness(said, facts.isWork || facts.isDependency);
  // A new option against an attack, which one may use: nothing was closed for those who do not.
  const isOffer = index >= 0 && OFFERS.test(own.rest) && !CLOSES.test(said);
  return index < 0 || isOffer ? undefined : verdict('weakness', index);
}

function plainVerdict({ said, heading, own, mends, isDependency, isUnseen }: Facts): Omit<Verdict, 'index'> {
  if (heading?.kind === 'deprecation') return { kind: 'deprecation', rule: 'heading' };
  if (!isUnseen && mends !== 'own' && /deprecat|removed in/i.test(said) && DEPRECATES.test(own.rest)) {
    return { kind: 'deprecation', rule: 'deprecates' };
  }
  if (own.kind !== undefined && own.kind !== 'security') return { kind: own.kind, rule: own.rule };
  if (own.isDependency || UPDATES.test(own.rest)) return { kind: 'other', rule: 'dependency' };
  if (heading !== undefined && tellsKind(heading)) return { kind: heading.kind, rule: heading.rule };
  if (isDependency) return { kind: 'other', rule: 'dependency' };
  const kind = kindOfVerb(own.rest) ?? kindOfVerb(said);
  return kind === undefined ? { kind: 'other', rule: 'plain' } : { kind, rule: 'verb' };
}

function tellsKind({ kind, about }: HeadingMeaning): boolean {
  return about !== 'release' || (kind !== 'other' && kind !== 'breaking');
}

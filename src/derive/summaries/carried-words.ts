// Words that say nothing by themselves: a text may add them to those of its quotation.
const GLUE = new Set(
  `a an the this that these those it its they their them there of in on at to from with within by for as into onto out up over under
  per via and or nor but if when whenever while where which who whose than then so also is are was were be been being has have had having
  do does did can could may might will would you your users user how what whether between during after before until since both each
  other such now again about against across around through because due like same own more most very via release version project package
  one`.split(/\s+/),
);

// Words that may stand for one another. Where the notes say none of a row, the text may not say one.
const SYNONYMS = [
  'add adds added adding new introduce introduces introduced feature features support supports supported supporting allow allows allowed allowing enable enables enabled implement implements implemented provide provides provided accept accepts accepted',
  'fix fixes fixed fixing bugfix bugfixes patch patches patched resolve resolves resolved solve solves solved correct corrects corrected corrections repair repairs repaired handle handles handled handling prevent prevents prevented',
  'crash crashes crashed crashing bug bugs error errors failure failures fail fails failed exception exceptions throw throws threw panic panics issue issues problem problems',
  'remove removes removed removing removal drop drops dropped dropping delete deletes deleted discontinue discontinues discontinued unsupported gone ends ended',
  'no not never cannot',
  'longer anymore',
  'require requires required requiring requirement need needs needed must minimum mandatory',
  'change changes changed changing update updates updated updating upgrade upgrades upgraded upgrading bump bumps bumped move moves moved switch switches switched migrate migrates migrated migration replace replaces replaced adjust adjusts adjusted',
  'rename renames renamed renaming',
  'improve improves improved improving improvement improvements faster speed optimise optimises optimised optimize optimizes optimized optimization better enhance enhances enhanced perf quicker',
  'deprecate deprecates deprecated deprecating deprecation deprecations',
  'break breaks breaking incompatible',
  'vulnerability vulnerabilities security cve ghsa',
  'documentation docs doc documented',
  'configuration config configure configured setting settings option options',
  'function method functions methods',
  'argument arguments parameter parameters param params',
  'dependency dependencies deps dep',
  'default defaults defaulted',
  'use uses used using usage',
  'create creates created creating make makes made',
  'return returns returned returning',
  'incorrect incorrectly wrong wrongly invalid',
  'empty missing absent',
].map(wordSet);

// What may be said for which words, and not the other way: what is removed is “no longer” there, but “no change” removes nothing.
const REMOVED = wordSet(
  'remove removes removed removing removal drop drops dropped dropping delete deletes deleted discontinued unsupported gone',
);
const FOLLOWS = [
  [wordSet('no not cannot longer anymore'), REMOVED],
  [wordSet('bug bugs'), wordSet('fix fixes fixed fixing bugfix bugfixes')],
  [wordSet('performance'), wordSet('faster speed optimise optimised optimize optimized perf quicker')],
] as const;
const NOT_THERE = /\bno longer (?:be )?(?:supported|available|included|provided|shipped|exists?)\b/i;

const NOT = "(?:\\b(?:no|not|never|without|cannot|neither|nor|none)\\b|n['’]t\\b)";
const TAKEN =
  '(?:drop|remov|delet|deprecat|disabl|discontinu|revert|undo|ceas|retir|abandon|withdr|eliminat|exclud|refus|forbid|disallow)';
const NEGATIVE = new RegExp(
  `${NOT}|\\b${TAKEN}\\w*|\\bstop\\w*\\s+(?:support|ship|provid|publish|includ|accept|allow)|\\b(?:unsupported|unaffected|anymore|gone|ends|ended|except|unless|end[- ]of[- ]life|sunset)\\b`,
  'i',
);
// “Not removed”, “no longer deprecated”.
const DENIED = new RegExp(`${NOT}\\s+(?:\\w+\\s+){0,3}${TAKEN}`, 'i');

/** The words of a text that neither its quotation nor the words around it carry. Numbers and names must be there exactly. */
export function strangeWords(text: string, carrier: string): readonly string[] {
  const said = new Set(wordsOf(carrier).map((word) => word.toLowerCase()));
  const whole = ` ${wordsOf(carrier).join(' ')} `;
  const names = new Set<string>(text.match(NAME));
  return wordsOf(text).filter((word) => !isCarried(word, said, whole, names.has(word)));
}

/** How many of a text's telling words are its quotation's own, from 0 to 1. */
export function shareOfQuote(text: string, quote: string): number {
  const telling = wordsOf(text).filter((word) => !GLUE.has(word.toLowerCase()));
  if (telling.length === 0) return 0;
  return 1 - strangeWords(telling.join(' '), quote).length / telling.length;
}

/**
 * Whether one says that something is, and the other that it is not.
 * @param heading above the sentence: what stands below “Removed” is
 */
export function isTurned(text: string, sentence: string, heading: string): boolean {
  if (DENIED.test(text) !== DENIED.test(sentence)) return true;
  if (NEGATIVE.test(text)) return !NEGATIVE.test(`${heading} ${sentence}`);
  return NEGATIVE.test(sentence) || NEGATIVE.test(heading);
}

function wordSet(row: string): ReadonlySet<string> {
  return new Set(row.split(' '));
}

// A word keeps the marks within it: `config.json`, `--watch`, `v2.1.0-rc.1`, `foo()` become one word each.
function wordsOf(text: string): string[] {
  return text
    .split(
      /[\s"“”«»‘’`()[\]{}<>,;!?*|]+|(?:[.:](?=\s|$))|(?<=\s)[-–—/&+]+(?=\s)|['’](?=\s|$)|(?<=\s|^)['’]|(?<=\p{L}{2})[-–/](?=\p{L}{2})|(?<=\p{L})['’]s\b/u,
    )
    .map((word) => word.replace(/^[.:~=]+(?=\p{L})|[.:]+$/gu, ''))
    .filter((word) => /[\p{L}\d]/u.test(word));
}

// A capital within a sentence.
const NAME = /(?<=[\p{L}\d,)]\s)\p{Lu}\p{L}*/gu;

function isCarried(word: string, said: ReadonlySet<string>, whole: string, isName: boolean): boolean {
  const lower = word.toLowerCase();
  if (!isPlain(word)) return said.has(lower) && (whole.includes(` ${word} `) || isAnyCase(word));
  if (GLUE.has(lower) || said.has(lower)) return true;
  if (hasOwnScript(lower)) return whole.includes(lower);
  // “Express” is no form of “expression”.
  if (isName) return false;
  if (REMOVED.has(lower) && NOT_THERE.test(whole)) return true;
  const group = [
    ...SYNONYMS.filter((row) => row.has(lower)),
    ...FOLLOWS.flatMap(([says, from]) => (says.has(lower) ? [from] : [])),
  ];
  for (const other of said) {
    if (isBent(lower, other) || group.some((row) => row.has(other))) return true;
  }
  return false;
}

// Nothing but letters, and no capital after the first: everything else is a name, a number or code.
function isPlain(word: string): boolean {
  return /^\p{L}\p{Ll}*$/u.test(word) || hasOwnScript(word);
}

// What has no capital to lose, and abbreviations: `CLI` and `cli`.
function isAnyCase(word: string): boolean {
  return !/[A-Z]/.test(word.slice(1)) || /^[A-Z]+$/.test(word);
}

// Scripts without spaces: a run is many words.
function hasOwnScript(word: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\u30fc]+$/u.test(word);
}

const ENDING =
  /^(?:e?s|e?d|e?r|e?rs|ing|ings|ly|al|ally|ion|ions|ation|ations|ment|ments|able|ity|ies|ied|y|e|es|ning|ping|ting|ning|ped|ted|ned)?$/;

/** Whether two words are forms of one: `config` and `configs`, `removal` and `removed`. */
function isBent(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  let common = 0;
  while (common < shorter && a[common] === b[common]) common += 1;
  if (common < Math.max(3, shorter - 3)) return false;
  return ENDING.test(a.slice(common)) && ENDING.test(b.slice(common));
}

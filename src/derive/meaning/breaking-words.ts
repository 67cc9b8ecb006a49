import type { RuleId } from './rules.ts';

/** Whether an item is about what was wrong: by its heading alone, or by its own words. */
export type Mends = 'nothing' | 'heading' | 'own';

interface Phrase {
  readonly rule: RuleId;
  readonly says: RegExp;
  /** Whether it also counts below a heading for fixes, or even in an item that itself says that it mends something. */
  readonly inFixes?: 'heading' | 'own';
}

const PLATFORM =
  '(?:node(?:\\.?js)?|npm|yarn|pnpm|deno|bun|python|php|ruby|rails|java|jdk|golang|typescript|react|vue|angular|webpack|vite|eslint|electron|ie|internet explorer|safari|chrome|firefox|edge|windows|macos|android|ios)';

// Each phrase below holds one of these.
const TELLING =
  /break|incompat|deactiv|disabl|not backward|isn't backward|behaviou?r|chang|default|drop|remov|end(?:s|ed|ing)? |discontinu|stop|ceas|gone|requir|mandatory|minim|engine|lowest|semver|longer|any ?more|prohibit|disallow|forbid|must|need|ha(?:s|ve) to|now |migrat|upgrad|licen[cs]e/i;

interface Found {
  readonly rule: RuleId;
  /** Where in the text the words begin. */
  readonly index: number;
}

// “No breaking changes”, “should not break anything”: taken out before anything is looked for.
const DENIED = [
  /\b(?:no|non|not|zero|without|never|nothing|isn't|aren't|neither|avoid\w{0,3}|prevent\w{0,3})(?:[ -](?:a|an|any|the|introducing|contain\w{0,3}|known|further|new|other|intended|backwards?|api|really|actually|considered|to|be)){0,4}[ -]break(?:s|ing|ages?)?\b(?:[ -]changes?)?/gi,
  /\b(?:should|does|do|did|will|would|must|can)(?: not|n't|not)(?: actually| really| ever)? break\b/gi,
  /\bbreaking[ -]changes? (?:detection|workflow|checks?|label|section|marker|policy)\b/gi,
];

/** An item that denies what its heading says. */
const HARMLESS =
  /\bapis? (?:should|is|are|was|were)(?: not|n't) (?:be )?(?:affected|changed)|\bno changes? (?:in|to) the (?:functionality|api)|\bnot (?:a )?breaking\b|\bnon-?breaking\b|\b(?:should|does|will)(?: not|n't)(?: actually)? break\b/i;

const PHRASES: readonly Phrase[] = [
  { rule: 'semver-major', says: /\bsemver-major\b/i, inFixes: 'own' },
  { rule: 'says-breaking', says: /\bBREAKING\b|(?:^|[.:] )Breaking (?:api )?changes?\b/, inFixes: 'own' },
  { rule: 'says-breaking', says: /\bbreaking[ -](?:api |interface |behaviou?r )?changes?\b/i },
  {
    rule: 'says-breaking',
    says: /\b(?:may|might|will|could|would) break (?:existing|your|users?|consumers?|code|callers|any|some|backwards?|compat\w*|the api|apps?|tests?)\b/i,
    inFixes: 'own',
  },
  {
    rule: 'says-breaking',
    says: /\bbackwards?[ -]incompatible|\b(?:not|isn't) backwards?[ -]compatible|\bbreaks? (?:backwards?|compatibility)|\bincompatible (?:api |interface )?changes?\b|\bincompatible with (?:previous|older|earlier)/i,
  },
  {
    rule: 'says-breaking',
    says: /\bbehaviou?r(?:al)? changes?:|\bapi changes?:|\bchang\w{1,3} (?:the )?(?:observable|default) behaviou?r/i,
    inFixes: 'own',
  },
  {
    rule: 'says-breaking',
    says: /\bchang(?:e|ed|es|ing) (?:the |its )?default (?!branch)|\bdefault\b.{0,60}\b(?:changed|changes) (?:from|to)\b/i,
  },
  {
    rule: 'drops-support',
    says: /\b(?:drop\w{0,4}|remov(?:e|ed|es|ing)|end(?:s|ed|ing)?|discontinu\w{1,3}|stop(?:s|ped)?|ceas\w{1,2})(?: official| all| the| legacy| our)?(?: supporting| support)\b(?! issue)/i,
    inFixes: 'own',
  },
  {
    rule: 'drops-support',
    says: /\bsupport (?:for|of) .{1,80}? (?:(?:was|were|has been|have been|is|are) )?(?:now )?(?:dropped|removed|discontinued|gone)\b/i,
  },
  {
    rule: 'drops-support',
    says: new RegExp(
      `\\b(?:drop(?:s|ped|ping)?|remov(?:e|ed|es|ing))(?: eol| old| legacy| unsupported)? ${PLATFORM}(?: versions?)? ?[v<≤=]{0,3} ?\\d`,
      'i',
    ),
    inFixes: 'own',
  },
  {
    rule: 'requires',
    says: new RegExp(
      `\\b(?<!not |n't |no longer )requires? (?:at least |a minimum of |minimum )?${PLATFORM}\\b.{0,16}\\d`,
      'i',
    ),
    inFixes: 'own',
  },
  {
    rule: 'requires',
    says: new RegExp(
      `\\b${PLATFORM}\\b.{0,24}\\d.{0,30}\\b(?:is|are) (?:now )?(?:required|the minimum)\\b`,
      'i',
    ),
    inFixes: 'own',
  },
  { rule: 'requires', says: /\bnow (?:strictly )?requires?\b|\b(?:is|are) now (?:required|mandatory)\b/i },
  {
    rule: 'requires',
    says: /\b(?:bump|rais|increas|updat|upgrad|chang)\w{0,3} (?:the )?(?:minimum|min|minimal|lowest|required) (?:supported |required )?(?:version|node|python|php|ruby|java|typescript|engine)/i,
    inFixes: 'own',
  },
  {
    rule: 'requires',
    says: new RegExp(
      `\\bminimum (?:supported |required )?(?:${PLATFORM} )?versions?\\b.{0,30}\\b(?:is|are|to)\\b`,
      'i',
    ),
  },
  { rule: 'requires', says: /\bnew node engine range\b/i },
  {
    rule: 'no-longer',
    says: /\b(?:is|are) no longer supported\b/i,
    inFixes: 'heading',
  },
  {
    rule: 'no-longer',
    says: /^(?:prohibit|disallow|forbid)(?:s|ed|den)?\b|\bno longer (?:supports?|supported|accepts?|accepted|exports?|exported|available|included?|bundled|bundles|provided|provides|enabled|the default|default|expose[sd]?|shipped|ships|published|allowed|allows?)\b/i,
  },
  {
    rule: 'no-longer',
    says: /\b(?:not|n't) (?:be )?(?:supported|enabled by default|available|exported)\b.{0,20}\bany ?more\b/i,
  },
  {
    rule: 'drops-support',
    says: /\b(?:drop|remov)\w{0,4}\b.{1,60}\bsupports? only\b|\b(?:drop|remov)\w{0,4} .{1,60}\binstall(?:ed)? (?:via|separately|with)\b/i,
    inFixes: 'heading',
  },
  {
    rule: 'default',
    says: /^(?:disabl|remov|mak|set|turn|switch|stop)\w* .{1,80}\b(?:by|as) default\b|^(?:deactivat|disabl)\w* (?:the |all )?auto\w*\b|\bnot enabled by default\b|^by default\b.{0,60}\bwill\b|\bnow defaults? to\b|\bdefaults? (?:is|are) now\b|\bis now the default\b/i,
  },
  {
    rule: 'licence',
    says: /\blicen[cs]e (?:was |has been )?changed\b(?!.{0,80}\bto (?:the )?(?:mit|isc|bsd|apache)\b)|\brelicensed\b(?!.{0,80}\b(?:mit|isc|bsd|apache)\b)/i,
  },
  {
    rule: 'must-act',
    says: /\b(?:users?|you|apps?|applications?|consumers?|callers|switches|code|projects|customers)\b.{0,80}(?<!n't |not )\b(?:must|(?:need|needs|have|has) to) (?:now )?(?:symlink|updat|upgrad|chang|migrat|renam|replac|switch|install|convert|handle|adapt|adjust|re-?build|re-?run|move|pass|call)/i,
    inFixes: 'own',
  },
  {
    rule: 'says-breaking',
    says: /\bnow (?:returns?|throws?|uses?|rejects?|resolves?|sets?|yields?|emits?) .{1,60}\b(?:instead of|rather than)\b/i,
  },
  {
    rule: 'migration',
    says: /\b(?:see|read|follow|check|consult)\b.{0,60}\b(?:migrat\w{2,4}|upgrad\w{1,3})(?: (?:guide|notes?|instructions)|\.md)/i,
  },
];

/**
 * The rule by which a text says that it breaks something, and where in the text; undefined if it does not. Of a fix, only what
 * cannot be about what was mended counts.
 */
export function findBreaking(said: string, mends: Mends): Found | undefined {
  if (!TELLING.test(said)) return undefined;
  const first = firstPhrase(said, mends);
  // Most items say nothing of the kind, and need no second look.
  if (first === undefined) return undefined;
  return firstPhrase(
    DENIED.reduce((rest, denied) => rest.replace(denied, blank), said),
    mends,
  );
}

function firstPhrase(text: string, mends: Mends): Found | undefined {
  for (const { rule, says, inFixes } of PHRASES) {
    if (mends !== 'nothing' && inFixes !== 'own' && inFixes !== mends) continue;
    const index = text.search(says);
    if (index >= 0) return { rule, index };
  }
  return undefined;
}

function blank(text: string): string {
  return ' '.repeat(text.length);
}

/** Whether an item denies the heading above it. */
export function isHarmless(said: string): boolean {
  return HARMLESS.test(said);
}

import type { NoteKind } from './note-item.ts';

// The first that fits, at the start of an item.
const VERBS: readonly (readonly [says: RegExp, kind: NoteKind])[] = [
  [
    /^(?:fix\w*|correct\w*|updat\w*|improv\w*|add\w*|minor|other|rewrit\w*|rewrote|clarif\w*|tweak\w*)?\s?(?:(?:a|an|the|some|missing|broken|several|in|for|of|to|minor|small|dead|links?|bad|wrong) ){0,5}(?:docs?|documentation|documented|readme\S*|typos?|jsdocs?|changelog|guides?)\b/i,
    'documentation',
  ],
  [/^document(?:s|ed|ing)?\b/i, 'documentation'],
  [
    /^(?:perf\w*|faster|speeds? up|optimi[sz]\w+|micro-optimi[sz]\w+)\b|^(?:improve|increase|boost|better|enhance)\w* (?:\w+ ){0,2}(?:performance|speed)\b|^reduce\w* (?:the )?(?:memory|cpu|allocations?)\b|\d ?% faster\b/i,
    'performance',
  ],
  [
    /^(?:bump\w*|upgrad\w*|updat\w*|use) (?:\S+ ){0,8}?(?:from|to|dependenc\w+|deps?)\b|^(?:bump\w*|upgrad\w*|refactor\w*|test\w*|lint\w*|merge|merged|release\w*|clean\w*|internal\w*|chore|rewrit\w*|dependenc\w+|moved?|locked|maintenance)\b/i,
    'other',
  ],
  [
    /^(?:bug ?fix\w*|hot ?fix\w*|fix(?:e[sd]|ing|up)?|correct(?:s|ed|ly|ing)?|resolv(?:e|es|ed|ing)|repair\w*|prevent(?:s|ed|ing)?|avoid(?:s|ed|ing)?|handl(?:e|es|ed|ing)|restor(?:e|es|ed|ing)|revert(?:s|ed|ing)?|ensur(?:e|es|ed|ing)|patch(?:es|ed)?|proper(?:ly)?|do(?:es)? not|don't|bug|workaround|guard(?:s|ed)?|harden(?:s|ed)?|several bugs|various (?:bug )?fix\w*|incorrect\w*|missing|never|stop(?:s|ped)?)\b/i,
    'fix',
  ],
  [
    /^(?:add(?:s|ed|ing|itional)?|new|introduc(?:e|es|ed|ing)|support(?:s|ed|ing)?|allow(?:s|ed|ing)?|implement\w*|enabl(?:e|es|ed|ing)|expos(?:e|es|ed|ing)|export(?:s|ed)?|feat(?:ure)?|improv(?:e|es|ed|ing|ement|ements)|enhanc\w*|extend(?:s|ed)?|accept(?:s|ed)?|provid(?:e|es|ed)|better|initial|built-?in|implemented|option(?:al)?|possib\w+|includ(?:e|es|ed))\b/i,
    'feature',
  ],
  [
    /\b(?:is|are) now (?:supported|available|possible)\b|\bcan now\b|\bnow (?:supports?|accepts?|allows?)\b|\bsupport(?: added)?$/i,
    'feature',
  ],
  [
    /\bfix(?:es|ed)?(?: for\b|$)|\bcorrectly\b|\bshould(?: not)? (?:be|have|never)\b|\bbug ?fix(?:es)?\b|\bnow correctly\b|\bno longer\b|\bdoes not fail\b/i,
    'fix',
  ],
];

/** The kind that the first words of an item tell. */
export function kindOfVerb(said: string): NoteKind | undefined {
  return VERBS.find(([says]) => says.test(said))?.[1];
}

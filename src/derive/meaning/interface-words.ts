import type { RuleId } from './rules.ts';

const REMOVES =
  /^(?:remov(?:e|ed|es|ing|al of)|drop(?:s|ped|ping)?|delet(?:e|ed|es|ing)) (?:the |all |old )*/i;
const REMOVES_LATER = /\bremov(?:e|ed|es|ing) (?:the )?deprecated (.{1,60})/i;
const ENDS =
  /(?:,|;|\. | (?:from|in|of|for|to|with|by|when|that|which|as|and|since|on|until|if|so|because|before|after|during|between|at|now|is|are|was|were)\b)/;
// What belongs to the users of a library, as far as its name tells.
const PART =
  /\b(?:options?|methods?|functions?|apis?|exports?|propert(?:y|ies)|flags?|commands?|parameters?|params?|arguments?|class(?:es)?|interfaces?|endpoints?|events?|hooks?|aliase?s?|settings?|plugins?|transports?|fields?|cli|integrations?|drivers?|dialects?|adapters?|themes?|locales?|presets?|middlewares?)\b/i;
const NAME =
  /`[^`]+`|(?:^|\s)--?\w[\w-]+|\b[a-z]+[A-Z]\w*|\b[A-Z][a-z]+[A-Z]\w*|\b\w+_\w+|(?:^|\s)\.?\w+(?:\.\w+)*\(\)|(?:^|\s)\.\w+/;
const INNER =
  /\b(?:unused|dead|redundant|duplicated?s?|unnecessary|unneeded|extra|extraneous|internal|private|dependenc\w+|deps?|devdeps?|tests?|lint\w*|console|docs?|readme|comments?|typos?|polyfills?|whitespace|badges?|examples?|workflows?|ci|scripts?|files?|warnings?|needless|leftover|stale|orphaned|trailing|post-?install|shrinkwrap|lock ?file|source ?maps?|boilerplate|workaround|hack|limits?|restrictions?|logs?|attribution|references?|builds?|hard-?coded|assertion|caching|caches?|actions|node_modules|code|checks?|calls?|imports?|steps?)\b|\.(?:html|jsonc?|[cm]?[jt]s|md|ya?ml|lock|tpl)\b/i;
const RENAMES = /\brenam(?:e|ed|es|ing)\b(.{1,120}?)(?:\bto\b|→|->|=>|\binto\b)(.{1,60})/i;

const REMOVED = /^(.{1,80}?) (?:(?:is|are|was|were|has been|have been) )(?:now )?(?:removed|gone|dropped)\b/i;
const MOVES = /\b(?:is|are|was|were|been) (?:now )?(?:moved|renamed) (?:to|into)\b(.{1,60})/i;
const RENAMES_FIRST = /^renam(?:e|ed|es|ing)\b/i;
// What users type, even where its removal is told as work on the project.
const LOUD = /\b(?:options?|flags?|commands?|cli|endpoints?)\b/i;

/**
 * The rule by which a text says that a part of the interface went away or has another name; undefined if it does not.
 * `isWork`: it is told as work on the project. `isPublic`: its scope is a part that users see.
 */
export function findInterfaceChange(said: string, isWork: boolean, isPublic: boolean): RuleId | undefined {
  if (isWork && !isPublic) return removes(said, LOUD) ? 'removes' : undefined;
  if (removes(said, PART) || removes(said, NAME)) return 'removes';
  const [, gone = ''] = REMOVED.exec(said) ?? [];
  if (!INNER.test(gone) && (PART.test(gone) || NAME.test(gone))) return 'removes';
  if (isPublic && RENAMES_FIRST.test(said)) return 'renames';
  const [, before = '', after = ''] = RENAMES.exec(said) ?? [];
  const [, place = ''] = MOVES.exec(said) ?? [];
  return NAME.test(before) || NAME.test(after.trim()) || NAME.test(place) ? 'renames' : undefined;
}

function removes(said: string, part: RegExp): boolean {
  const [, later] = REMOVES_LATER.exec(said) ?? [];
  const what = REMOVES.test(said) ? said.replace(REMOVES, '') : later;
  if (what === undefined) return false;
  const [object = ''] = what.split(ENDS);
  return !INNER.test(object) && part.test(object);
}

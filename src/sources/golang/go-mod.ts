import { go } from '../../versions/go.ts';

/** What a go.mod says of the module itself. https://go.dev/ref/mod#go-mod-file */
export interface GoMod {
  readonly module: string | undefined;
  /** Why all of this major version should no longer be used, if it should not. */
  readonly deprecated: string | undefined;
  /** Ranges of versions, both ends included, that should not have been published, each with the reason. */
  readonly retracted: readonly { readonly low: string; readonly high: string; readonly why: string }[];
}

interface Directive {
  readonly verb: string;
  readonly rest: string;
  /** The comment that belongs to it, a line a line, without slashes. */
  readonly comment: string;
}

// Real ones retract a few; each range is held against each version, and its reason stored with all that it covers.
const MOST_RANGES = 500;
const LONGEST_REASON = 1024;
const RANGE = /^\[\s*([^\s,]+)\s*,\s*([^\s,\]]+)\s*\]$/;
const DEPRECATED = /(?:^|\n\n)Deprecated: *([\s\S]*?)(?:\n\n|$)/;

/** Reads a go.mod; what is malformed is passed over. */
export function readGoMod(text: string): GoMod {
  const directives = readDirectives(text);
  const module = directives.find(({ verb }) => verb === 'module');
  return {
    module: module && unquote(module.rest),
    deprecated: cut(DEPRECATED.exec(module?.comment ?? '')?.[1] ?? '') || undefined,
    retracted: directives
      .filter(({ verb }) => verb === 'retract')
      .slice(0, MOST_RANGES)
      .map(({ rest, comment }) => {
        const [, low = rest, high = rest] = RANGE.exec(rest) ?? [];
        return { low: unquote(low), high: unquote(high), why: cut(comment) || 'retracted' };
      }),
  };
}

/** Why a version was retracted; false if it was not. */
export function retractionOf({ retracted }: GoMod, version: string): string | false {
  const range = retracted.find(({ low, high }) => isAtMost(low, version) && isAtMost(version, high));
  return range?.why ?? false;
}

// Half of a surrogate pair is no character.
function cut(text: string): string {
  return text
    .trim()
    .slice(0, LONGEST_REASON)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
}

function isAtMost(a: string, b: string): boolean {
  const order = go.precedence(a, b);
  return order !== undefined && order <= 0;
}

// Comments belong to the line that they stand above or behind; an empty line above it cuts them off, except in a block. A line
// without any has those of its block. https://pkg.go.dev/golang.org/x/mod/modfile
function readDirectives(text: string): Directive[] {
  const directives: Directive[] = [];
  let above: string[] = [];
  let block: { readonly verb: string; readonly comments: readonly string[] } | undefined;
  for (const line of text.split(/\r?\n/)) {
    const { code, comment } = splitLine(line);
    const comments = comment === undefined ? above : [...above, comment];
    if (code === '') {
      above = comment === undefined && block === undefined ? [] : comments;
      continue;
    }
    above = [];
    const [, verb = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(code) ?? [];
    if (block === undefined && rest === '(') block = { verb, comments };
    else if (code === ')') block = undefined;
    else if (block === undefined) directives.push({ verb, rest, comment: comments.join('\n') });
    else {
      const own = comments.length > 0 ? comments : block.comments;
      directives.push({ verb: block.verb, rest: code, comment: own.join('\n') });
    }
  }
  return directives;
}

function splitLine(line: string): { readonly code: string; readonly comment: string | undefined } {
  const start = line.indexOf('//');
  if (start < 0) return { code: line.trim(), comment: undefined };
  return { code: line.slice(0, start).trim(), comment: line.slice(start + 2).trim() };
}

function unquote(text: string): string {
  return text.replace(/^(["`])(.*)\1$/, '$2');
}

import type { AdvisoryEvent, AdvisoryRange } from '../../core/advisory.ts';
import type { Order, Scheme } from '../../versions/scheme.ts';

/** A change of state at a version; undefined is before every version. */
export interface Turn {
  readonly kind: 'introduced' | 'last_affected' | 'fixed';
  readonly at: string | undefined;
}

/** The events of a range in their ecosystem's order, and what it is limited by. */
export interface Timeline {
  readonly turns: readonly Turn[];
  readonly limits: readonly string[];
}

// Of events at one version, what is introduced there comes first: introduced and fixed in 1.0 is nothing, and introduced and last
// affected in 1.0 is 1.0 alone.
const RANK = { introduced: 0, last_affected: 1, fixed: 2 } as const;

// One range judges every version of its package.
const known = new WeakMap<
  AdvisoryRange,
  { readonly scheme: Scheme; readonly timeline: Timeline | undefined }
>();

/** Undefined if the scheme cannot read an event: such a range says nothing that we could be sure of. */
export function timelineOf(range: AdvisoryRange, scheme: Scheme): Timeline | undefined {
  const before = known.get(range);
  if (before?.scheme === scheme) return before.timeline;
  const timeline = readTimeline(range, scheme);
  known.set(range, { scheme, timeline });
  return timeline;
}

function readTimeline({ events }: AdvisoryRange, scheme: Scheme): Timeline | undefined {
  const turns: Turn[] = [];
  const limits: string[] = [];
  for (const event of events) {
    if ('introduced' in event && event.introduced === '0') {
      turns.push({ kind: 'introduced', at: undefined });
      continue;
    }
    if ('limit' in event && event.limit.includes('*')) {
      limits.push('*');
      continue;
    }
    const version = readable(textOf(event), scheme);
    if (version === undefined) return undefined;
    if ('limit' in event) limits.push(version);
    else turns.push({ kind: kindOf(event), at: version });
  }
  return { turns: turns.sort((a, b) => compareTurns(a, b, scheme)), limits };
}

/** The version of an event as the scheme reads it: `1.2` of a semver range is 1.2.0. Undefined if it is none. */
export function readable(text: string, scheme: Scheme): string | undefined {
  if (scheme.facts(text) !== undefined) return text;
  const [, numbers = '', rest = ''] = /^v?(\d+(?:\.\d+)?)([-+].*)?$/.exec(text) ?? [];
  const filled = numbers.includes('.') ? `${numbers}.0${rest}` : `${numbers}.0.0${rest}`;
  return scheme.facts(filled) === undefined ? undefined : filled;
}

function textOf(event: AdvisoryEvent): string {
  if ('introduced' in event) return event.introduced;
  if ('fixed' in event) return event.fixed;
  return 'limit' in event ? event.limit : event.last_affected;
}

function kindOf(event: AdvisoryEvent): Turn['kind'] {
  if ('introduced' in event) return 'introduced';
  return 'fixed' in event ? 'fixed' : 'last_affected';
}

function compareTurns(a: Turn, b: Turn, scheme: Scheme): Order {
  const order = compareAt(a.at, b.at, scheme);
  if (order !== 0 || a.kind === b.kind) return order;
  return RANK[a.kind] < RANK[b.kind] ? -1 : 1;
}

function compareAt(a: string | undefined, b: string | undefined, scheme: Scheme): Order {
  if (a === undefined || b === undefined) {
    if (a === b) return 0;
    return a === undefined ? -1 : 1;
  }
  return scheme.precedence(a, b) ?? 0;
}

import assert from 'node:assert/strict';
import type { Advisory, AdvisoryEvent, AdvisoryRange } from '../../../src/core/advisory.ts';

const SIGNS = new Map<string, (version: string) => AdvisoryEvent>([
  ['+', (introduced) => ({ introduced })],
  ['-', (fixed) => ({ fixed })],
  ['=', (last) => ({ last_affected: last })],
  ['<', (limit) => ({ limit })],
]);

/** The events of a range in short: `+1.0.0 -1.8.2` is introduced in 1.0.0 and fixed in 1.8.2, `=` is last affected, `<` a limit. */
function aRange(text: string, type: AdvisoryRange['type'] = 'SEMVER'): AdvisoryRange {
  const events = text.split(' ').map((word) => {
    const make = SIGNS.get(word.slice(0, 1)) ?? assert.fail(`${word} begins with no sign`);
    return make(word.slice(1));
  });
  return { type, events };
}

interface Said {
  readonly ranges?: readonly string[];
  readonly versions?: readonly string[];
}

/** What a record says of a package. */
export function affects(purl: string, { ranges = [], versions = [] }: Said): Advisory['affected'][number] {
  return {
    package: purl,
    ...(ranges.length > 0 && { ranges: ranges.map((range) => aRange(range)) }),
    ...(versions.length > 0 && { versions: [...versions] }),
  };
}

/** A record about axios before 1.8.2, unless told otherwise. */
export function anAdvisory(fields: Partial<Advisory> = {}): Advisory {
  return {
    format: 1,
    id: 'GHSA-jr5f-v2jv-69x6',
    modified: '2026-03-08T16:02:43Z',
    affected: [affects('pkg:npm/axios', { ranges: ['+0 -1.8.2'] })],
    ...fields,
  };
}

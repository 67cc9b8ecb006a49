import type { Need } from './bom.ts';

/** A relationship of SPDX 2: one element, a word, another. */
export interface Relationship {
  readonly from: string;
  readonly type: string;
  readonly to: string;
}

// `A DEV_DEPENDENCY_OF B` reads the other way round. https://spdx.github.io/spdx-spec/v2.3/relationships-between-SPDX-elements/
const NEEDED_BY = /^(?:(DEV|TEST)_|(?:BUILD|OPTIONAL|PROVIDED|RUNTIME)_)?DEPENDENCY_OF$|^PREREQUISITE_FOR$/;
const NEEDS = new Set(['DEPENDS_ON', 'HAS_PREREQUISITE']);

/** Who needs whom. */
export function needsIn(relationships: readonly Relationship[]): Need[] {
  return relationships.flatMap(({ from, type, to }): Need[] => {
    if (NEEDS.has(type)) return [{ from, to, isDev: false }];
    const turned = NEEDED_BY.exec(type);
    return turned === null ? [] : [{ from: to, to: from, isDev: turned[1] !== undefined }];
  });
}

/** What the document is about. */
export function subjectsIn(relationships: readonly Relationship[]): string[] {
  return relationships.flatMap(({ from, type, to }) => {
    if (type === 'DESCRIBES') return [to];
    return type === 'DESCRIBED_BY' ? [from] : [];
  });
}

import type { Affected } from '../../core/advisory.ts';

type Said = Pick<Affected, 'ranges' | 'versions'>;

const PART = /^(=|<=|<|>=)\s*(\S{1,255})$/;

/**
 * A range of GitHub's database as OSV writes it: `= 1.2.3`, `<= 1.0.8`, `< 0.1.11`, `>= 4.3.0, < 4.3.5`. Undefined for what is none.
 * https://docs.github.com/en/graphql/reference/objects#securityvulnerability
 */
export function readGithubRange(text: string): Said | undefined {
  const parts = text.split(',').map((part) => PART.exec(part.trim()));
  const bounds = new Map<string, string>();
  for (const part of parts) {
    const [, sign = '', version = ''] = part ?? [];
    if (part === null || bounds.has(sign)) return undefined;
    bounds.set(sign, version);
  }
  const exact = bounds.get('=');
  if (exact !== undefined) return bounds.size === 1 ? { versions: [exact] } : undefined;
  const [below, upTo] = [bounds.get('<'), bounds.get('<=')];
  if (below !== undefined && upTo !== undefined) return undefined;
  const end = [
    ...(below === undefined ? [] : [{ fixed: below }]),
    ...(upTo === undefined ? [] : [{ last_affected: upTo }]),
  ];
  return { ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: bounds.get('>=') ?? '0' }, ...end] }] };
}

import type { Choice } from '../../derive/compare/complete-choice.ts';

/** What an address asks for: `?from=1.2.3&to=2.0.0`. */
export function readChoice(search: string): Choice {
  const given = new URLSearchParams(search);
  return { from: given.get('from') ?? '', to: given.get('to') ?? '' };
}

export function writeChoice({ from, to }: Choice): string {
  return `?${new URLSearchParams({ from, to })}`;
}

import type { Wanted } from '../../derive/search/find.ts';

const NAMES = { query: 'q', project: 'project', tag: 'tag', kind: 'kind' } as const;

/** What an address asks for: `?q=axios&kind=security`. */
export function readWanted(search: string): Wanted {
  const given = new URLSearchParams(search);
  const read = (name: string) => given.get(name) ?? '';
  return {
    query: read(NAMES.query),
    project: read(NAMES.project),
    tag: read(NAMES.tag),
    kind: read(NAMES.kind),
  };
}

/** The same as an address, with what is not asked for left out; '' for nothing. */
export function writeWanted(wanted: Wanted): string {
  const address = new URLSearchParams();
  for (const part of ['query', 'project', 'tag', 'kind'] as const) {
    if (wanted[part].trim() !== '') address.set(NAMES[part], wanted[part].trim());
  }
  return address.size === 0 ? '' : `?${address}`;
}

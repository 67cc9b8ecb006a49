import { CHOICES, type Refinement } from './refine.ts';

const TEXTS = ['q', 'tag', 'source'] as const;
const LISTS = ['hide', 'only', 'step'] as const;

/** What an address narrows a page to: `?hide=pre&tag=infra&step=major,minor`. What it does not know, it passes over. */
export function readRefinement(search: string): Refinement {
  const given = new URLSearchParams(search);
  const text = (name: string) => given.get(name)?.slice(0, 200) ?? '';
  const list = (name: (typeof LISTS)[number]) => {
    const wanted = given.get(name)?.split(',') ?? [];
    return CHOICES[name].filter((choice) => wanted.includes(choice));
  };
  return {
    q: text('q'),
    tag: text('tag'),
    source: text('source'),
    hide: list('hide'),
    only: list('only'),
    step: list('step'),
  };
}

/** The address with the same page narrowed to this; what else it says stays. */
export function writeRefinement(refinement: Refinement, search: string): string {
  const address = new URLSearchParams(search);
  for (const name of [...TEXTS, ...LISTS]) address.delete(name);
  for (const name of TEXTS) {
    const text = refinement[name].trim();
    if (text !== '') address.set(name, text);
  }
  for (const name of LISTS) {
    if (refinement[name].length > 0) address.set(name, refinement[name].join(','));
  }
  // A comma is as good as `%2C` there, and people read these.
  return address.size === 0 ? '' : `?${address.toString().replaceAll('%2C', ',')}`;
}

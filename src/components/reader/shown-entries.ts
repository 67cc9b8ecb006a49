import { foldText } from '../../derive/search/fold-text.ts';
import type { Refined } from './refine.ts';
import type { Seen } from './visits.ts';

/** A release as the page shows it. */
export interface ShownEntry extends Seen, Refined {
  readonly article: HTMLElement;
  readonly link: HTMLAnchorElement;
  readonly heading: HTMLElement;
  /** `Alpha 1.2.2` */
  readonly name: string;
  /** Releases of the project on that day. */
  readonly count: number;
}

/** The releases of the page, in its order. */
export function shownEntries(): ShownEntry[] {
  return [...document.querySelectorAll<HTMLElement>('article[data-came]')].flatMap((article) => {
    const heading = article.querySelector<HTMLElement>('h3, h4');
    const link = heading?.querySelector('a');
    if (heading === null || link === null || link === undefined) return [];
    return [{ article, heading, link, ...readFacts(article), ...readName(article, link) }];
  });
}

function readName({ dataset }: HTMLElement, link: HTMLAnchorElement) {
  const name = (link.textContent ?? '').replace(/\s+/g, ' ').trim();
  return { id: link.pathname, name, text: foldText(`${dataset['project']} ${name}`) };
}

function readFacts({ dataset }: HTMLElement) {
  const words = (name: string) => dataset[name]?.split(' ') ?? [];
  return {
    project: dataset['project'] ?? '',
    tags: words('tags'),
    sources: words('sources'),
    steps: words('steps'),
    marks: words('marks'),
    came: dataset['came'] ?? '',
    count: Number(dataset['count'] ?? 1),
  };
}

/** A page of the docs, as far as its place among the others goes. */
export interface Doc {
  readonly id: string;
  readonly data: {
    readonly title: string;
    readonly description: string;
    readonly group?: string | undefined;
    readonly order?: number | undefined;
  };
}

/** Some pages of the docs that belong together. */
export interface DocGroup<Page extends Doc> {
  readonly id: string;
  readonly title: string;
  readonly means: string;
  readonly pages: readonly Page[];
}

const GROUPS = [
  { id: 'start', title: 'Start', means: 'From a clone to a site of your own, and how it is kept.' },
  { id: 'use', title: 'Use', means: 'Everything that can be followed, set and run.' },
  { id: 'follow', title: 'Follow', means: 'How to read what came out, here and in your own tools.' },
  { id: 'trust', title: 'Trust', means: 'What is promised, and how to check it.' },
  { id: 'develop', title: 'Develop', means: 'The data and the documents, for programs of your own.' },
];
const MORE = { id: 'more', title: 'More', means: 'Pages that are in no group.' };

/** The names that a page’s front matter may give as its group. */
export const DOC_GROUPS: readonly string[] = GROUPS.map(({ id }) => id);

/** The pages in their groups, each by its order; one without a known group comes last, and none is lost. */
export function groupDocs<Page extends Doc>(pages: readonly Page[]): DocGroup<Page>[] {
  const inOrder = pages.toSorted(
    (a, b) => (a.data.order ?? Infinity) - (b.data.order ?? Infinity) || byId(a, b),
  );
  const groups = [...GROUPS, MORE].map((group) => ({
    ...group,
    pages: inOrder.filter(({ data }) => groupOf(data.group) === group.id),
  }));
  return groups.filter((group) => group.pages.length > 0);
}

function groupOf(name: string | undefined): string {
  return name !== undefined && DOC_GROUPS.includes(name) ? name : MORE.id;
}

function byId(a: Doc, b: Doc): number {
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/** The pages before and after one, across groups. */
export function docNeighbours<Page extends Doc>(
  groups: readonly DocGroup<Page>[],
  id: string,
): { readonly previous: Page | undefined; readonly next: Page | undefined } {
  const pages = groups.flatMap((group) => group.pages);
  const here = pages.findIndex((page) => page.id === id);
  return { previous: here > 0 ? pages[here - 1] : undefined, next: here < 0 ? undefined : pages[here + 1] };
}

import type { Target } from '../outputs.ts';
import type { MeaningsPlace, SitePart } from '../site.ts';

/** What a thread is to write: the files of these projects. Then it is sent the shells (page-shells.ts), once they are rendered. */
export interface ProjectJob {
  readonly part: SitePart;
  readonly target: Target;
  readonly meanings: MeaningsPlace;
}

/** What a thread says: first of each project the marks of its entries, then the paths of the files that it wrote. */
export type ProjectAnswer =
  | { readonly marks: readonly string[] }
  | { readonly paths: readonly (readonly string[])[] };

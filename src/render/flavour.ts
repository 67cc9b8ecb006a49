import type { Root } from 'hast';
import { cleanText } from './steps/clean-text.ts';
import { dropBadges } from './steps/drop-badges.ts';
import { linkReferences } from './steps/link-references.ts';
import { markAlerts } from './steps/mark-alerts.ts';
import { markTasks } from './steps/mark-tasks.ts';
import { placeFootnotes } from './steps/place-footnotes.ts';
import { replaceImages } from './steps/replace-images.ts';
import { resolveLinks } from './steps/resolve-links.ts';
import { shiftHeadings } from './steps/shift-headings.ts';
import type { UpstreamContext } from './upstream-context.ts';
import { type UpstreamRepository, upstreamRepository } from './upstream-repository.ts';

interface Step {
  /** It changes nothing in a tree that has no element and no attribute of these names. */
  readonly needs: readonly string[];
  readonly run: (root: Root, repository: UpstreamRepository | undefined, page: string | undefined) => void;
}

const MEDIA = ['img', 'video', 'audio'];

const STEPS: readonly Step[] = [
  { needs: ['dataFootnote', 'dataFootnoteReference'], run: placeFootnotes },
  { needs: ['blockquote'], run: markAlerts },
  { needs: ['input'], run: markTasks },
  { needs: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'], run: shiftHeadings },
  { needs: ['img'], run: dropBadges },
  { needs: MEDIA, run: replaceImages },
  // Those that became links are among them.
  { needs: ['a', ...MEDIA], run: resolveLinks },
];

/**
 * What GitHub adds to plain markdown, and what our pages need. Works on the tree itself, before it is sanitised.
 * `names` are those of its elements and attributes.
 */
export function flavour(root: Root, names: ReadonlySet<string>, context: UpstreamContext): void {
  const repository = upstreamRepository(context);
  for (const { needs, run } of STEPS) {
    if (needs.some((name) => names.has(name))) run(root, repository, context.sourceUrl);
  }
  if (repository !== undefined) linkReferences(root, repository);
  cleanText(root);
}

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
import { upstreamRepository } from './upstream-repository.ts';

/** What GitHub adds to plain markdown, and what our pages need. Works on the tree itself, before it is sanitised. */
export function flavour(root: Root, context: UpstreamContext): void {
  const repository = upstreamRepository(context);
  placeFootnotes(root);
  markAlerts(root);
  markTasks(root);
  shiftHeadings(root);
  dropBadges(root);
  replaceImages(root, repository);
  resolveLinks(root, repository, context.sourceUrl);
  if (repository !== undefined) linkReferences(root, repository);
  cleanText(root);
}

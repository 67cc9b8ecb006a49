import type { Element, ElementContent, Root } from 'hast';
import { misleadingHost } from '../misleading-host.ts';
import { resolveUrl } from '../resolve-url.ts';
import { shortenUrl } from '../shorten-url.ts';
import type { UpstreamRepository } from '../upstream-repository.ts';
import { isElement } from './is-element.ts';
import { makeText } from './make-text.ts';
import { textOf } from './text-of.ts';
import { walk } from './walk.ts';

/**
 * Makes links absolute: against the files of the upstream repository at this release, `#section` against the page of the
 * release. One without text or target becomes its text, a bare GitHub address is shortened, a host that the text hides is shown.
 */
export function resolveLinks(
  tree: Root | Element,
  repository: UpstreamRepository | undefined,
  page: string | undefined,
): void {
  walk(tree, (node) => {
    if (!isElement(node, 'a')) return undefined;
    // Raw HTML can hide a link within a link, in a table.
    resolveLinks(node, repository, page);
    const written = String(node.properties['href'] ?? '');
    const address = resolveUrl(written, written.startsWith('#') ? page : baseOf(written, repository));
    const text = textOf(node);
    if (written === '' || address === undefined || text.trim() === '') return node.children;
    return showTarget(node, text, written, address, repository);
  });
}

function baseOf(written: string, repository: UpstreamRepository | undefined): string | undefined {
  return repository?.own?.test(written) ? `${repository.url}/` : repository?.files;
}

function showTarget(
  link: Element,
  text: string,
  written: string,
  address: string,
  repository: UpstreamRepository | undefined,
): ElementContent[] {
  const short = text === written ? shortenUrl(written, repository) : undefined;
  if (short !== undefined) link.children = [makeText(short)];
  link.properties['href'] = address;
  const host = misleadingHost(text, address);
  return host === undefined ? [link] : [link, makeText(` (${host})`)];
}

import type { Element, Root } from 'hast';
import { resolveUrl } from '../resolve-url.ts';
import type { UpstreamRepository } from '../upstream-repository.ts';
import { isElement } from './is-element.ts';
import { makeElement } from './make-element.ts';
import { makeText } from './make-text.ts';
import { walk } from './walk.ts';

const NAMES: Readonly<Record<string, string>> = { img: 'image', video: 'video', audio: 'audio' };
const MEDIA = Object.keys(NAMES);

/** A link in place of every image and film, since nothing is loaded from elsewhere. */
export function replaceImages(root: Root, repository: UpstreamRepository | undefined): void {
  walk(root, (node) => {
    if (isElement(node, 'a')) {
      nameImages(node);
      return 'skip';
    }
    if (!isElement(node, ...MEDIA)) return undefined;
    const source = String(node.properties['src'] ?? '');
    const base = repository?.own?.test(source) ? `${repository.url}/` : repository?.raw;
    const address = resolveUrl(source, base);
    const name = makeText(nameOf(node));
    return [address === undefined ? name : makeElement('a', { href: address }, [name])];
  });
}

/** A link cannot hold another: of `[![name](image)](page)` the name stays. */
function nameImages(link: Element): void {
  walk(link, (node) => (isElement(node, ...MEDIA) ? [makeText(nameOf(node))] : undefined));
}

function nameOf({ tagName, properties }: Element): string {
  const alt = String(properties['alt'] ?? '').trim();
  return alt === '' ? (NAMES[tagName] ?? '') : alt;
}

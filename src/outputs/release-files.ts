import { type Html, html } from '../core/html.ts';
import type { Asset } from '../core/release.ts';
import { sizeInWords } from '../derive/words.ts';

const FEW = 8;

/** The files of a release with their sizes and digests, each of which a script makes easy to copy. */
export function releaseFiles(assets: readonly Asset[]): Html | undefined {
  if (assets.length === 0) return undefined;
  const list = html`<ul class="files">${assets.map(file)}</ul>`;
  if (assets.length <= FEW) return html`<h2>Files</h2>${list}`;
  return html`<h2>Files</h2><details><summary>${assets.length} files</summary>${list}</details>`;
}

function file({ name, size, digest }: Asset): Html {
  const told = size !== undefined && html` <span class="size">${sizeInWords(size)}</span>`;
  const sum = digest && html`<code class="digest">${digest}</code>`;
  return html`<li><span class="file">${name}</span>${told}${sum}</li>`;
}

import { comparisonUrl, projectUrl, releaseUrl } from '../core/address.ts';
import { type Html, html } from '../core/html.ts';
import { packageName } from '../core/package.ts';
import { comparePath } from '../core/site-path.ts';
import { toHref } from '../core/to-href.ts';
import type { Entry } from '../derive/entry.ts';
import { shipmentsOf } from '../derive/shipments.ts';
import { lagInWords, momentInWords } from '../derive/words.ts';

/** Where a version ships. */
export function releaseShipments(entry: Entry): Html {
  const items = shipmentsOf(entry).map(({ package: pkg, release: { version, url }, at, lagHours }) => {
    const address = releaseUrl(pkg, version, url) ?? projectUrl(pkg);
    const name = `${pkg.type}: ${packageName(pkg)}`;
    const link = address === undefined ? name : html`<a href="${address}" rel="noreferrer">${name}</a>`;
    const isAlone = entry.channels.length === 0;
    return html`<li>${link}${!isAlone && at !== undefined && lagHours !== undefined && shipped(at, lagHours)}</li>`;
  });
  return html`<h2>Where it ships</h2><ul class="plain">${items}</ul>`;
}

function shipped(at: string, lagHours: number): Html {
  const words = lagHours === 0 ? 'first' : lagInWords(lagHours);
  return html` <span class="soft"><time datetime="${at}">${momentInWords(at)}</time>, ${words}</span>`;
}

/** What lies between a version and the one that people come from: in words here, in code upstream. */
export function releaseComparison(entry: Entry, before: Entry | undefined, base: string): Html | undefined {
  if (before === undefined) return undefined;
  const query = new URLSearchParams({ from: before.release.version, to: entry.release.version });
  const notes = `${toHref(base, comparePath(entry.project.id))}?${query}`;
  const code = codeUrl(entry, before);
  const toCode = code && html`<li><a href="${code}" rel="noreferrer">Code since ${before.version}</a></li>`;
  return html`<h2>Compare</h2><ul class="plain"><li><a href="${notes}">Notes since ${before.version}</a></li>${toCode}</ul>`;
}

function codeUrl(entry: Entry, before: Entry): string | undefined {
  const pairs = entry.channels.map((channel) => {
    const same = before.channels.find(({ package: pkg }) => pkg.purl === channel.package.purl);
    return { package: channel.package, from: same?.release.version, to: channel.release.version };
  });
  pairs.push({
    package: entry.project.package,
    from: before.release.version,
    to: entry.release.version,
  });
  for (const { package: pkg, from, to } of pairs) {
    const url = from === undefined ? undefined : comparisonUrl(pkg, from, to);
    if (url !== undefined) return url;
  }
  return undefined;
}

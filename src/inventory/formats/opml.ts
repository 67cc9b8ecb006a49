import { purlOfAddress } from '../../core/address.ts';
import { purlOfFeed } from '../../core/addresses/feed.ts';
import { field, oneOrMore, textOf } from '../fields.ts';
import { createGathering } from '../gathering.ts';
import { invalid } from '../invalid-inventory.ts';
import { ALL_DIRECT, type InventoryFormat, NOT_TOLD } from '../inventory-format.ts';
import { splitPurl } from '../purl-text.ts';

/** https://opml.org/spec2.opml */
export const opml: InventoryFormat = {
  id: 'opml',
  title: 'OPML: what a feed reader exports',
  names: ['*.opml', 'subscriptions.xml'],
  tells: { direct: ALL_DIRECT, dev: NOT_TOLD },
  looksLike: (text) => /<opml[\s>]/i.test(text.slice(0, 5000)),
  read: async (text) => {
    const { parseXml } = await import('../parse/xml.ts');
    const body = field(parseXml(text), 'opml', 'body');
    if (body === undefined) throw invalid('XML that is no OPML', 'export the subscriptions again');
    const gathering = createGathering();
    const outlines = [...oneOrMore(field(body, 'outline'))];
    // Folders lie in folders: a list that grows while it is gone through is gone through to its end.
    for (const outline of outlines) {
      for (const one of oneOrMore(field(outline, 'outline'))) outlines.push(one);
      const address = textOf(field(outline, '@xmlUrl'));
      if (address === undefined) continue;
      const purl = purlOf(address);
      const why = /\/commits\//.test(address)
        ? 'is a feed of commits, not of releases'
        : 'is no address of a feed';
      if (purl === undefined) gathering.skip(address, why);
      else gathering.add(splitPurl(purl).purl, { isDirect: true });
    }
    return gathering.done();
  },
};

/** The forge of a feed of releases or tags; any other feed is followed as it is. */
function purlOf(address: string): string | undefined {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol) || /\/commits\//.test(url.pathname)) return undefined;
  const known = purlOfAddress(address);
  const isForge = known !== undefined && /^pkg:(?:github|gitlab|gitea)\//.test(known);
  if (isForge && /\/(?:releases|tags)(?:\.atom|\.rss)?$/.test(url.pathname)) return known;
  return purlOfFeed(url);
}

import { dropHarmful } from '../core/hidden-characters.ts';
import { html } from '../core/html.ts';

/** A feed in a list of feeds. */
export interface Outline {
  readonly title: string;
  readonly xmlUrl: string;
  readonly htmlUrl: string;
}

/** A list of feeds, as readers import it. http://opml.org/spec2.opml#subscriptionLists */
export function opmlOf(title: string, outlines: readonly Outline[]): string {
  const lines = outlines.map((one) => {
    const text = dropHarmful(one.title);
    return html`    <outline type="rss" text="${text}" title="${text}" xmlUrl="${one.xmlUrl}" htmlUrl="${one.htmlUrl}" />\n`;
  });
  return html`<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>${dropHarmful(title)}</title>
  </head>
  <body>
${lines}  </body>
</opml>
`.markup;
}
